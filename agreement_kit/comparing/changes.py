"""The changes of a redline as values: where each is, and what stood there before and after."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agreement_kit.comparing.aligning import Pair, paired_rows
from agreement_kit.document import Block, Cell, Document, Paragraph, Row, Section, SectionKind, Table, plain_text
from agreement_kit.marks import is_marked_block
from agreement_kit.numbering import Labels, labels, numbered

Part = Document | Section | Paragraph | Table | Row | Cell | Block
"""A section stands for its heading where it is on both sides, and for all of itself where it is on one; a table without
rows for its caption, a cell for the lines at the head of each page, a document without sections for its properties.
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One paragraph, row, heading or whole piece that changed. `old` is None for what is new, `new` for what went.

    `section` is the id of the section in the redline, "" for the header and the properties. `where` says it in words,
    with the number in the new document or, of what went, in the old: "clause 7.2(a)". `at` is the place in the redline:
    position of the section, the block, the row.
    """

    section: str
    where: str
    old: Part | None
    new: Part | None
    at: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Aligned:
    """One section of a redline: what it is made of; its blocks only where the section is both old and new."""

    pair: Pair[Section]
    blocks: Sequence[Pair[Block]]


class Places:
    """Where the blocks of one document stand, in words."""

    def __init__(self, document: Document) -> None:
        self.labels: Labels = labels(document)
        self.known: dict[str, list[str]] = {}

    def section(self, section: Section) -> str:
        number = self.labels.sections.get(section.id, "")
        if section.kind == "clause":
            return f"clause {number}"
        return number or plain_text(section.title, self.labels.targets) or section.kind

    def block(self, section: Section, at: int) -> str:
        """The number of the block or, where it has none, of the one above it."""
        if section.id not in self.known:
            numbers = {at: full for at, _, _, full in numbered(section, self.labels.sections.get(section.id, ""))}
            above, self.known[section.id] = "", []
            for position in range(len(section.blocks)):
                above = numbers.get(position, above)
                self.known[section.id].append(above)
        number = self.known[section.id][at]
        if section.kind == "clause":
            return f"clause {number}" if number else self.section(section)
        sign = "paragraph " if section.kind == "schedule" else ""
        return self.section(section) + (f", {sign}{number}" if number else "")


def changes_of(old: Document, new: Document, made: Document, parts: Sequence[Aligned]) -> Iterator[Change]:
    """Every change, in the order of the redline `made`."""
    if made.mark is not None:
        before, after = (replace(each, sections=(), header=()) for each in (old, new))
        yield Change("", "properties", before, after)
    if any(line.is_marked for line in made.header):
        yield Change("", "header", Cell(old.header), Cell(new.header))
    walk = Walk(Places(old), Places(new))
    for at, (part, section) in enumerate(zip(parts, made.sections, strict=True)):
        if section is not part.pair.new:
            yield from walk.section(at, part, section)


@dataclass(frozen=True, slots=True)
class Walk:
    """Goes through the sections of a redline, with the places in both documents."""

    old: Places
    new: Places

    def section(self, at: int, part: Aligned, made: Section) -> Iterator[Change]:
        old, new = part.pair.old, part.pair.new
        if old is None or new is None:
            where = self.new.section(new) if new else self.old.section(old) if old else ""
            yield Change(made.id, where, old, new, (at,))
            return
        has_words = any(inline.mark for inline in made.title)
        if has_words or made.mark is not None:
            yield Change(made.id, f"{self.new.section(new)}, heading", old, new, (at,))
        old_at = new_at = 0
        for position, (pair, block) in enumerate(zip(part.blocks, made.blocks, strict=True)):
            if is_marked_block(block):
                where = self.new.block(new, new_at) if pair.new else self.old.block(old, old_at)
                yield from in_block(Change(made.id, where, pair.old, pair.new, (at, position)), block, made.kind)
            old_at += pair.old is not None
            new_at += pair.new is not None


def in_block(change: Change, made: Block, kind: SectionKind) -> Iterator[Change]:
    """The change of a block; of a table on both sides, one for each row."""
    old, new = change.old, change.new
    if not isinstance(old, Table) or not isinstance(new, Table) or not isinstance(made, Table):
        yield change
        return
    if made.mark is not None:
        yield replace(change, where=f"{change.where}, caption", old=replace(old, rows=()), new=replace(new, rows=()))
    old_at = new_at = 0
    for position, (pair, row) in enumerate(zip(paired_rows(old, new), made.rows, strict=True)):
        old_at += pair.old is not None
        new_at += pair.new is not None
        if row.mark is not None or any(each.is_marked for cell in row.cells for each in cell.paragraphs):
            where = f"{change.where}, row {new_at if pair.new else old_at}"
            yield replace(change, where=where, old=pair.old, new=pair.new, at=(*change.at, position))
