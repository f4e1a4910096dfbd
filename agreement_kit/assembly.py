"""Picks + answers → Document: renders each pick, builds definitions, fills the lists that need the whole document, and
refuses a reference that leads nowhere.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from agreement_kit.answers import Answers, Words, find, records, words_at
from agreement_kit.calendar import calendar_table
from agreement_kit.document import (
    Binding,
    Block,
    Document,
    Inline,
    Paragraph,
    Reference,
    Section,
    Slot,
    Text,
    inlines_of,
    plain_text,
)
from agreement_kit.library import Clause, Definition, Library
from agreement_kit.markup import Refused, parse
from agreement_kit.numbering import LEVEL_FORMATS, SCHEDULE_FORMATS, labels
from agreement_kit.outlines import Pick
from agreement_kit.overrides import read_overrides
from agreement_kit.overviews import binding_map, open_item_table
from agreement_kit.pictures import engagement_map, timeline
from agreement_kit.problems import Place, Problem, ProblemsFound, did_you_mean, error
from agreement_kit.rendering import inline_of, render
from agreement_kit.schemas.clause import BINDS
from agreement_kit.schemas.derived import draft_words
from agreement_kit.states import with_blanks, with_notes
from agreement_kit.terms import Meaning, Terms


def assemble(picks: Iterable[Pick], answers: Answers, library: Library) -> Document:
    """The document of these picks. Raises ProblemsFound with every mistake in the chosen wording."""
    picks = tuple(picks)
    return with_open_items(put_together(picks, answers, library), picks, answers)


def put_together(picks: tuple[Pick, ...], answers: Answers, library: Library) -> Document:
    """The document of these picks but for the list of open items, which may have to name what is wrong with it."""
    values = {**answers.root.fields, "chosen": frozenset(pick.clause.id for pick in picks if pick.clause)}
    problems: list[Problem] = []
    is_hybrid = words_at(answers, "agreement", "binding") == "hybrid"
    rendered = [each for pick in picks if (each := render_pick(pick, values, problems, is_hybrid=is_hybrid))]
    meanings = list(render_meanings(picks, answers, library, values, problems))
    if problems:
        raise ProblemsFound(problems)
    terms = Terms(meanings)
    status = words_at(answers, "document", "status")
    if status == "internal":
        rendered = with_notes(rendered, picks, read_overrides(answers))
    sections = [terms.mark(section) for section in rendered]
    sections = [fill(section, "definitions", terms.definitions) for section in sections]
    sections = [section for section in sections if section.kind != "schedule" or has_content(section)]
    sections = [fill(section, "binding-map", lambda: binding_map(sections)) for section in sections]
    document = document_of(answers, sections)
    sections = [fill_from_answers(section, answers) for section in sections]
    sections = list(map(with_blanks, sections)) if status == "agreed" else sections
    document = replace(document, sections=tuple(sections))
    if problems := dangling(document, picks, answers):
        raise ProblemsFound(problems)
    return document


def with_open_items(document: Document, picks: Iterable[Pick], answers: Answers) -> Document:
    """The finished document: with the list of what is open or wrong, which no agreed or final text has."""
    is_settled = words_at(answers, "document", "status") in ("agreed", "final")
    homes = {pick.clause.file: pick.clause.id for pick in picks if pick.clause}
    return replace(
        document,
        sections=tuple(
            fill(section, "open-items", lambda: () if is_settled else open_item_table(document, answers, homes))
            for section in document.sections
        ),
    )


def render_pick(pick: Pick, values: dict[str, Any], problems: list[Problem], *, is_hybrid: bool) -> Section | None:
    """The section of one pick; its problems are added to `problems`."""
    title = (Text(pick.title),)
    if not pick.clause or not pick.alternative:
        return Section(f"part-{slug(pick.title)}", "part", title, new_page=pick.new_page)
    clause, alternative = pick.clause, pick.alternative
    binds = alternative.binds or clause.binds if pick.kind == "clause" else None
    try:
        blocks = render_blocks(alternative.wording, clause, alternative.line, values)
        check_blocks(blocks, pick, binds)
    except ProblemsFound as found:
        problems.extend(found.problems)
        return None
    binds = as_marked(blocks) if binds == "mixed" else binds
    label = BINDS[binds] if binds and is_hybrid else ""
    if binds == "mixed" and is_hybrid:
        blocks = tuple(with_anchors(blocks, clause.id))
    return Section(
        clause.id, pick.kind, title, blocks, label, binds, alternative.id, clause.version, new_page=pick.new_page
    )


def render_blocks(wording: str, clause: Clause, line: int, values: dict[str, Any]) -> tuple[Block, ...]:
    """The blocks of a wording that begins at `line` of its file; what Markdown refuses is placed where it stands."""
    try:
        return parse(render(wording, clause.file, line, values), clause.id)
    except Refused as refused:
        shown = [re.sub(r"{{.*?}}", "…", re.sub(r"{%.*?%}", "", each)).strip() for each in wording.split("\n")]
        at = shown.index(refused.line) if refused.line in shown else 0
        raise ProblemsFound([error(Place(clause.file, line + at, 1), "WORD-06", str(refused))]) from None


def check_blocks(blocks: tuple[Block, ...], pick: Pick, binds: Binding | None) -> None:
    """Raises ProblemsFound where a list is deeper than its kind of section numbers, or a sub-clause of a mixed clause
    does not say whether it binds.
    """
    assert pick.clause
    assert pick.alternative
    place = Place(pick.clause.file, pick.alternative.line, 1)
    deepest = len(LEVEL_FORMATS.get(pick.kind, SCHEDULE_FORMATS))
    for block in blocks:
        if not isinstance(block, Paragraph):
            continue
        if block.level > deepest:
            sentence = f'a list has at most {deepest} levels here: "{plain_text(block.inlines)[:70]}"'
            raise ProblemsFound([error(place, "WORD-06", sentence)])
        if binds == "mixed" and block.numbered and block.level == 1 and not block.binds:
            sentence = (
                f'a sub-clause of a mixed clause does not say whether it binds: "{plain_text(block.inlines)[:70]}"'
            )
            raise ProblemsFound([error(place, "WORD-07", sentence, "End it in ^binding or ^intent.")])


def as_marked(blocks: tuple[Block, ...]) -> Binding:
    """How far a mixed clause binds, as its sub-clauses say: those that stand may all be of one kind."""
    marks = {block.binds for block in blocks if isinstance(block, Paragraph) and block.level == 1 and block.binds}
    return marks.pop() if len(marks) == 1 else "mixed"


def slug(title: str) -> str:
    return "-".join("".join(sign if sign.isalnum() else " " for sign in title.lower()).split())


def with_anchors(blocks: Iterable[Block], clause_id: str) -> Iterator[Block]:
    """The blocks of a mixed clause, each of its sub-clauses with an anchor for the binding map to refer to."""
    number = 0
    for block in blocks:
        if isinstance(block, Paragraph) and block.numbered and block.level == 1:
            number += 1
            yield block if block.anchor else replace(block, anchor=f"{clause_id}.sub-clause-{number}")
        else:
            yield block


def render_meanings(
    picks: tuple[Pick, ...], answers: Answers, library: Library, values: dict[str, Any], problems: list[Problem]
) -> Iterator[Meaning]:
    """The terms that the input itself defines; then those of the chosen alternatives; behind them those of the library,
    so that a short document that uses the word "Business Day" without the clause that defines it still says what it
    means. The first one to define a term wins.
    """
    seen: set[str] = set()
    for each in records(find(answers.root, ("agreement", "definitions"))):
        if isinstance(each["term"], Words):
            seen.add(str(each["term"]))
            yield Meaning(str(each["term"]), "", (inline_of(each["meaning"]),), each["term"].paths)
    for clause, definition in (*chosen_definitions(picks), *standard_definitions(library)):
        if definition.term in seen:
            continue
        seen.add(definition.term)
        try:
            blocks = render_blocks(definition.meaning, clause, definition.line, values)
        except ProblemsFound as found:
            problems.extend(found.problems)
            continue
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            yield Meaning(definition.term, definition.plural, blocks[0].inlines)
        else:
            sentence = f'the meaning of "{definition.term}" is not one paragraph'
            problems.append(error(Place(clause.file, definition.line, 1), "WORD-06", sentence))


def chosen_definitions(picks: tuple[Pick, ...]) -> list[tuple[Clause, Definition]]:
    return [(p.clause, each) for p in picks if p.clause and p.alternative for each in p.alternative.defines]


def standard_definitions(library: Library) -> list[tuple[Clause, Definition]]:
    return [
        (clause, each)
        for clause in library.clauses.values()
        for alternative in clause.alternatives
        if not alternative.when
        for each in alternative.defines
    ]


def fill(section: Section, slot: str, blocks: Callable[[], Iterable[Block]]) -> Section:
    """The section with a list in the place of the slot of that name."""
    if not any(isinstance(block, Slot) and block.name == slot for block in section.blocks):
        return section
    filled: list[Block] = []
    for block in section.blocks:
        filled.extend(blocks() if isinstance(block, Slot) and block.name == slot else (block,))
    return replace(section, blocks=tuple(filled))


def fill_from_answers(section: Section, answers: Answers) -> Section:
    """The section with the pictures and lists that the answers alone decide."""
    makers = {"timeline": timeline, "engagement-map": engagement_map, "calendar": calendar_table}
    for slot, make in makers.items():
        section = fill(section, slot, partial(make, answers))
    return section


def has_content(section: Section) -> bool:
    return any(not isinstance(block, Paragraph) or block.style != "lead" for block in section.blocks)


def document_of(answers: Answers, sections: Iterable[Section]) -> Document:
    """The document with its properties and the lines that head each page."""

    def inlines(name: str) -> tuple[Inline, ...]:
        value = find(answers.root, ("document", name))
        return () if value is None else (inline_of(value),)

    sections = tuple(sections)
    title, reference, draft = inlines("title"), inlines("reference"), inlines("draft_words")
    if masthead := next((section for section in sections if section.kind == "masthead"), None):
        title = (*masthead.title, Text(": "), *title)
        words = draft_words(words_at(answers, "document", "status"), "charter")
        draft = (Text(words),)  # what goes with an agreement never binds, whatever the agreement does
    second = (*reference, Text(", " if reference else ""), Text("version "), *inlines("version"))
    ending = (Text("\t"), *draft) if plain_text(draft) else ()
    header = (Paragraph((*title, *ending)), Paragraph(second))
    names = [
        str(name) for party in records(find(answers.root, ("parties",))) if isinstance(name := party["name"], Words)
    ]
    return Document(
        title=plain_text(title),
        sections=sections,
        header=header,
        author=words_at(answers, "document", "author") or "; ".join(names),
        reference=words_at(answers, "document", "reference"),
        version=words_at(answers, "document", "version"),
        status=words_at(answers, "document", "status"),
    )


def dangling(document: Document, picks: tuple[Pick, ...], answers: Answers) -> list[Problem]:
    """An error for each reference to what is not in the document or has no number to print; where the input left that
    out, at its place there.
    """
    omitted = {each.clause: each.path for each in read_overrides(answers) if each.kind == "omit"}
    anchors = labels(document).targets
    clauses = {pick.clause.id: pick for pick in picks if pick.clause}
    problems = []
    for section, inline in inlines_of(document):
        if isinstance(inline, Reference) and inline.target not in anchors:
            of = inline.target.split(".")[0]
            if of in omitted:
                sentence = f'"{of}" cannot be left out while "{section.id}" stands, which refers to it'
                hint = "Leave that out too, or choose another of its wordings."
                problems.append(error(answers.key_place(omitted[of]), "OWN-06", sentence, hint))
                continue
            place = place_of_reference(clauses[section.id], inline.target)
            sentence = f'"{section.id}" refers to "{inline.target}", which is not in this document'
            nearest = did_you_mean(inline.target, anchors)
            hint = f"Ask first: {{% if '{of}' in chosen %}}" if of not in anchors else ""
            problems.append(error(place, "XREF-01", sentence + nearest, hint))
    return problems


def place_of_reference(pick: Pick, target: str) -> Place:
    """The line of the clause file on which a reference stands."""
    assert pick.clause
    assert pick.alternative
    lines = pick.alternative.wording.split("\n")
    at = next((number for number, line in enumerate(lines) if f"](#{target})" in line), 0)
    return Place(pick.clause.file, pick.alternative.line + at, 1)
