"""Documents made longer, to see whether the time to write them grows in step."""

from collections.abc import Iterator
from dataclasses import replace

from agreement_kit.document import Cell, Document, Paragraph, Reference, Row, Section, Table, Text, map_paragraphs


def with_clauses_repeated(document: Document, times: int) -> Document:
    """The document with each clause `times` over. The copies refer to one another as the originals do."""
    clauses = document.of_kind("clause")
    anchors = {clause.id for clause in clauses}
    anchors |= {block.anchor for clause in clauses for block in clause.blocks if isinstance(block, Paragraph)}

    def sections() -> Iterator[Section]:
        for section in document.sections:
            yield section
            if section.kind == "clause":
                for number in range(1, times):
                    yield copied(section, f"-{number}", anchors)

    return replace(document, sections=tuple(sections()))


def copied(section: Section, suffix: str, anchors: set[str]) -> Section:
    """The section with `suffix` at its id, at its anchors, and at the targets among `anchors`."""

    def renamed(paragraph: Paragraph) -> Paragraph:
        inlines = tuple(
            replace(each, target=each.target + suffix)
            if isinstance(each, Reference) and each.target in anchors
            else each
            for each in paragraph.inlines
        )
        return replace(paragraph, inlines=inlines, anchor=paragraph.anchor and paragraph.anchor + suffix)

    return replace(map_paragraphs(section, renamed), id=section.id + suffix)


def with_one_table(rows: int) -> Document:
    """A document that is one table of so many rows below its header."""
    head = row("Activity", "Who is accountable", "Due", "Amount")
    body = (
        row(f"Recruitment of cohort {number} at the second site", "Trust", f"{number % 28 + 1} May 2027", f"£{number}")
        for number in range(1, rows + 1)
    )
    table = Table((head, *body), ("left", "left", "left", "right"), "Activities and amounts")
    return Document("One table", (Section("activities", "schedule", (Text("Activities"),), (table,)),))


def row(*words: str) -> Row:
    return Row(tuple(Cell((Paragraph((Text(each),)),)) for each in words))
