"""The tables at the front that take the whole document to know: which clause binds, and what is still open."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from agreement_kit.answers import Answers, format_date, open_leaves
from agreement_kit.document import (
    Answer,
    Binding,
    Block,
    Cell,
    Document,
    Inline,
    Open,
    Paragraph,
    Reference,
    Row,
    Section,
    Table,
    Text,
    inlines_of,
    open_items,
)
from agreement_kit.problems import Problem
from agreement_kit.rendering import inline_of
from agreement_kit.rendering.filters import capital
from agreement_kit.schemas.clause import BINDS

NOT_PRINTED: tuple[Inline, ...] = (Text("Not printed"),)


def cell(*inlines: Inline) -> Cell:
    return Cell((Paragraph(inlines),))


def header_row(*titles: str) -> Row:
    return Row(tuple(cell(Text(title)) for title in titles))


def binding_map(sections: Iterable[Section]) -> tuple[Block, ...]:
    """Which clauses bind and which state an intention; of a mixed one, which sub-clauses."""
    groups: dict[Binding, list[list[str]]] = {}
    above: tuple[str, Binding] | None = None
    for within, anchor, binds in standing(sections):
        spans = groups.setdefault(binds, [])
        if above != (within, binds):
            spans.append([])
        spans[-1].append(anchor)
        above = within, binds
    rows = [Row((cell(Text(title)), cell(*spans_of(groups[key])))) for key, title in BINDS.items() if key in groups]
    head = header_row("How it stands in law", "Clauses")
    return (Table((head, *rows), ("left", "left"), "Which clauses bind and which state an intention"),)


def standing(sections: Iterable[Section]) -> Iterator[tuple[str, str, Binding]]:
    """Each clause, or each sub-clause of a mixed one: what it stands in, its anchor, how far it binds."""
    for section in sections:
        if section.kind != "clause":
            continue
        if section.binds == "mixed":
            for block in section.blocks:
                if isinstance(block, Paragraph) and block.numbered and block.level == 1 and block.binds:
                    yield section.id, block.anchor, block.binds
        elif section.binds:
            yield "", section.id, section.binds


def spans_of(spans: list[list[str]]) -> Iterator[Inline]:
    """1, 2, 9.1 to 9.3 and 10."""
    ends: list[tuple[str, ...]] = []
    for span in spans:
        ends += [(span[0], span[-1])] if len(span) > 2 else [(each,) for each in span]
    for at, (first, *last) in enumerate(ends):
        if at:
            yield Text(" and " if at == len(ends) - 1 else ", ")
        yield Reference(first)
        for each in last:
            yield from (Text(" to "), Reference(each))


def open_item_table(document: Document, answers: Answers, homes: Mapping[str, str]) -> tuple[Block, ...]:
    """What is still open, where it is printed, who settles it and by when; nothing where nothing is open. What is open
    and decides which wording stands, or stands nowhere, is listed too, and so is every error that a check found.
    `homes` maps the file of a clause to the section that it became.
    """
    items = open_items(document)
    rows = [open_item_row(item, where_of(section)) for section, item in items]
    printed = {path for _, item in items for path in item.paths}
    silent = (inline_of(item) for item in open_leaves(answers.root) if not printed.intersection(item.paths))
    rows += [open_item_row(item, NOT_PRINTED) for item in silent if isinstance(item, Open)]
    rows += [finding_row(each, document, homes) for each in answers.problems if each.severity == "error"]
    if not rows:
        return ()
    head = header_row("Still to be agreed", "Where", "Who settles it", "By when")
    title = Paragraph((Text(f"Open items in this draft ({len(rows)})"),), style="heading")
    return title, Table((head, *rows), ("left",) * 4, "Open items in this draft")


def open_item_row(item: Open, where: tuple[Inline, ...]) -> Row:
    due = format_date(item.by) if item.by else "Not set"
    return Row(
        (cell(replace(item, bold=False)), cell(*where), cell(Text(capital(item.owner) or "Not set")), cell(Text(due)))
    )


def finding_row(problem: Problem, document: Document, homes: Mapping[str, str]) -> Row:
    """An error with the id of its rule; it stands where the wording, or what it is about, is printed first."""
    item = Open(f"[{capital(problem.sentence)} ({problem.rule})]")
    path, home = problem.place.path, homes.get(problem.place.file)
    worded = (section for section in document.sections if home == section.id)
    shown = (section for section, inline in inlines_of(document) if isinstance(inline, Answer) and path in inline.paths)
    section = next(worded, None) or next(shown, None)
    return open_item_row(item, where_of(section) if section else NOT_PRINTED)


def where_of(section: Section) -> tuple[Inline, ...]:
    if section.kind == "clause":
        return Text("Clause "), Reference(section.id)
    return (Reference(section.id),) if section.kind == "schedule" else section.title
