"""What the state of a document changes in it: an internal draft has notes beside its clauses, for its own side alone;
an agreed text has blanks in the place of what is open.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from agreement_kit.document import (
    Block,
    Inline,
    Note,
    Open,
    Paragraph,
    Section,
    Table,
    Text,
    map_paragraphs,
    plain_text,
)
from agreement_kit.library import Alternative, Clause
from agreement_kit.outlines import Pick
from agreement_kit.overrides import Override


def with_notes(sections: Iterable[Section], picks: Iterable[Pick], overrides: Iterable[Override]) -> list[Section]:
    """The sections, each with a note on the clause or part behind it."""
    overrides = tuple(overrides)
    notes = {
        pick.clause.id: Note(tuple(lines(pick.clause, pick.alternative, overrides)))
        for pick in picks
        if pick.clause and pick.alternative
    }
    return [replace(each, notes=(notes[each.id],)) if each.id in notes else each for each in sections]


def with_blanks(section: Section) -> Section:
    """The section of an agreed text: what is filled in at signing is blank in a signature block, so that there is a
    line to write on, and named in brackets elsewhere. `checks` lets nothing else be open.
    """
    blocks = tuple(map(signing_lines, section.blocks))
    return map_paragraphs(replace(section, blocks=blocks), lambda each: replace(each, inlines=blanks(each.inlines)))


def signing_lines(block: Block) -> Block:
    if not isinstance(block, Table) or block.kind != "signature":
        return block
    section = map_paragraphs(Section("", "signature", (), (block,)), without_open)
    return section.blocks[0]


def without_open(paragraph: Paragraph) -> Paragraph:
    kept = tuple(inline for inline in paragraph.inlines if not isinstance(inline, Open))
    return replace(paragraph, inlines=kept if plain_text(kept).strip() else ())


def blanks(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    return tuple(Text(blank(inline), inline.bold) if isinstance(inline, Open) else inline for inline in inlines)


def blank(inline: Open) -> str:
    """[date], [name], [title]."""
    steps = [step for path in inline.paths[:1] for step in path if isinstance(step, str)]
    return f"[{steps[-1]}]" if steps[:2] == ["parties", "signatory"] else "[date]"


def lines(clause: Clause, chosen: Alternative, overrides: Iterable[Override]) -> Iterator[Paragraph]:
    yield line("Guidance", clause.guidance)
    yield line("Drafting note", clause.drafting_note)
    if clause.law:
        yield line("Law", "; ".join(clause.law))
    yield line("Position here", position(chosen))
    for override in overrides:
        if override.clause == clause.id and override.reason:
            yield line("Asked for by name", override.reason)
    for other in sorted(clause.alternatives, key=rank):
        if other != chosen:
            yield line("Other position", position(other))


def line(label: str, words: str) -> Paragraph:
    return Paragraph((Text(f"{label}: ", bold=True), Text(words)))


def position(alternative: Alternative) -> str:
    """Fallback 1 (conversation-only). When the document does not bind. Approved by: Programme lead."""
    name = f"{alternative.position.capitalize()} ({alternative.id})"
    return f"{name}. {alternative.use} Approved by: {alternative.approver}."


def rank(alternative: Alternative) -> tuple[int, str]:
    """Standard first, then the fallbacks in order, the last resort last."""
    order = {"standard": 0, "last resort": 2}
    return order.get(alternative.position, 1), alternative.position
