"""The tables at the front that take the whole document to know: which clause binds, and what is still open."""

from collections.abc import Iterable, Iterator
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
    """Which clause binds; of a mixed one, which sub-clauses."""
    rows = [header_row("Clause", "Title", "Binding or intent")]
    for section in sections:
        if section.kind == "clause" and section.binds:
            status = mixed_status(section) if section.binds == "mixed" else (Text(BINDS[section.binds]),)
            rows.append(Row((cell(Reference(section.id)), cell(*section.title), cell(*status))))
    return (Table(tuple(rows), ("left", "left", "left"), "Which clauses bind and which state an intention"),)


def mixed_status(section: Section) -> Iterator[Inline]:
    """Binding: 9.1 to 9.3 and 9.5. Intent: 9.4."""
    groups: dict[Binding, list[list[str]]] = {}
    previous = None
    for block in section.blocks:
        if isinstance(block, Paragraph) and block.numbered and block.level == 1 and block.binds:
            runs = groups.setdefault(block.binds, [])
            if block.binds != previous:
                runs.append([])
            runs[-1].append(block.anchor)
            previous = block.binds
    for at, (binds, runs) in enumerate(groups.items()):
        yield Text(f"{' ' if at else ''}{binds.capitalize()}: ")
        for position, run in enumerate(runs):
            if position:
                yield Text(" and " if position == len(runs) - 1 else ", ")
            yield Reference(run[0])
            if len(run) > 1:
                yield Text(" to " if len(run) > 2 else " and " if len(runs) == 1 else ", ")
                yield Reference(run[-1])
        yield Text(".")


def open_item_table(document: Document, answers: Answers) -> tuple[Block, ...]:
    """What is still open, where it is printed, who settles it and by when; nothing where nothing is open. What is open
    and decides which wording stands, or stands nowhere, is listed too, and so is every error that a check found.
    """
    items = open_items(document)
    rows = [open_item_row(item, where_of(section)) for section, item in items]
    printed = {path for _, item in items for path in item.paths}
    silent = (inline_of(item) for item in open_leaves(answers.root) if not printed.intersection(item.paths))
    rows += [open_item_row(item, NOT_PRINTED) for item in silent if isinstance(item, Open)]
    rows += [finding_row(each, document) for each in answers.problems if each.severity == "error"]
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


def finding_row(problem: Problem, document: Document) -> Row:
    """An error with the id of its rule; it stands where what it is about is printed first."""
    item = Open(f"[{capital(problem.sentence)} ({problem.rule})]")
    path = problem.place.path
    shown = (section for section, inline in inlines_of(document) if isinstance(inline, Answer) and path in inline.paths)
    section = next(shown, None)
    return open_item_row(item, where_of(section) if section else NOT_PRINTED)


def where_of(section: Section) -> tuple[Inline, ...]:
    if section.kind == "clause":
        return Text("Clause "), Reference(section.id)
    return (Reference(section.id),) if section.kind == "schedule" else section.title
