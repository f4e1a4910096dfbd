"""Old and new pieces → one piece with marks: sections, blocks, tables, and lines that run over several paragraphs."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain

from agreement_kit.comparing.aligning import Pair, inlines_in, key_of_words, paired_rows
from agreement_kit.comparing.words import Line, Piece, line_of, marked, woven
from agreement_kit.document import (
    Block,
    Cell,
    Inline,
    Mark,
    Paragraph,
    Reference,
    Row,
    Section,
    SectionKind,
    Slot,
    Table,
)


@dataclass(frozen=True, slots=True)
class Marker:
    """Sets the marks of one author at one time. References to the anchors in `unpaired` stand for different places in
    the two documents, and always change.
    """

    author: str
    date: datetime | None
    unpaired: Set[str]

    def mark(self, *, is_new: bool) -> Mark:
        return Mark("inserted" if is_new else "deleted", self.author, self.date)

    def was(self, old: Paragraph | Table | Section) -> Mark:
        return Mark("reformatted", self.author, self.date, was=old)

    # whole pieces

    def whole_section(self, section: Section, *, is_new: bool) -> Section:
        """Inserted or deleted with its heading and all that it holds."""
        mark = self.mark(is_new=is_new)
        blocks = tuple(self.whole(block, is_new=is_new) for block in section.blocks)
        title = section.title if section.kind == "cover" else words_marked(section.title, mark)
        return replace(section, title=title, blocks=blocks, mark=mark)

    def whole(self, block: Block, *, is_new: bool) -> Block:
        mark = self.mark(is_new=is_new)
        if isinstance(block, Paragraph):
            return replace(block, inlines=words_marked(block.inlines, mark), end=mark)
        if isinstance(block, Table):
            return replace(block, rows=tuple(replace(row, mark=mark) for row in block.rows))
        return block if isinstance(block, Slot) else replace(block, mark=mark)

    # pieces that changed

    def section(self, old: Section, new: Section, blocks: Iterable[Block]) -> Section:
        """The section with these blocks, its heading marked word by word."""
        title, mark = new.title, None
        if new.kind != "cover":
            title = self.woven(old.title, new.title)
        was = replace(old, title=(), blocks=())
        if old.label != new.label and new.kind != "cover":
            mark = self.was(was)
        elif old.id != new.id:
            mark = Mark("reformatted", was=was)
        return replace(new, title=title, blocks=tuple(blocks), mark=mark)

    def block(self, pair: Pair[Block], kind: SectionKind) -> Block:
        """One block of a section of that kind: the new one itself where nothing changed."""
        old, new = pair.old, pair.new
        if old is None and new is not None:
            return self.whole(new, is_new=True)
        if new is None and old is not None:
            return self.whole(old, is_new=False)
        if isinstance(old, Paragraph) and isinstance(new, Paragraph) and self.has_changed(pair):
            return self.paragraph(old, new, kind)
        if isinstance(old, Table) and isinstance(new, Table) and self.has_changed(pair):
            return self.table(old, new)
        if new is None:
            raise ValueError("a pair has two blocks or one")
        return new

    def has_changed(self, pair: Pair[Block] | Pair[Row]) -> bool:
        """Whether the two may differ; equal ones only where they refer to what is no longer the same."""
        return not pair.is_equal or (pair.new is not None and self.refers_astray(inlines_in(pair.new)))

    def refers_astray(self, inlines: Iterable[Inline]) -> bool:
        if not self.unpaired:
            return False
        return any(isinstance(each, Reference) and each.target in self.unpaired for each in inlines)

    def paragraph(self, old: Paragraph, new: Paragraph, kind: SectionKind) -> Paragraph:
        mark = None
        if shape(old, kind) != shape(new, kind):
            mark = self.was(replace(old, inlines=()))
        elif old.anchor != new.anchor:
            mark = Mark("reformatted", was=replace(old, inlines=()))
        return replace(new, inlines=self.woven(old.inlines, new.inlines), mark=mark)

    def table(self, old: Table, new: Table) -> Table:
        rows = tuple(self.row(pair) for pair in paired_rows(old, new))
        has_changed = old.caption != new.caption or (old.columns != new.columns and new.kind == "grid")
        return replace(new, rows=rows, mark=self.was(replace(old, rows=())) if has_changed else None)

    def row(self, pair: Pair[Row]) -> Row:
        old, new = pair.old, pair.new
        if old is None or new is None:
            only = old or new
            if only is None:
                raise ValueError("a pair has two rows or one")
            return replace(only, mark=self.mark(is_new=old is None))
        if not self.has_changed(pair):
            return new
        cells = zip(old.cells, new.cells, strict=True)
        return Row(tuple(Cell(self.stream(before.paragraphs, after.paragraphs)) for before, after in cells))

    # lines

    def woven(self, old: tuple[Inline, ...], new: tuple[Inline, ...]) -> tuple[Inline, ...]:
        if key_of_words(old) == key_of_words(new) and not self.refers_astray(new):
            return new
        return tuple(piece for piece in self.pieces(old, new) if not isinstance(piece, Paragraph))

    def stream(
        self, old: Sequence[Paragraph], new: Sequence[Paragraph], *, is_coarse: bool = False
    ) -> tuple[Paragraph, ...]:
        """The paragraphs of a cell or a header as one line, whose last end is never marked. Where `is_coarse`, all
        of it is deleted and inserted.
        """
        if len(old) == len(new) <= 1 and not is_coarse:
            return tuple(replace(b, inlines=self.woven(a.inlines, b.inlines)) for a, b in zip(old, new, strict=True))
        made: list[Paragraph] = []
        held: list[Inline] = []
        changed = (marked(each, self.mark(is_new=False)) for each in in_line(old))
        replaced = chain(changed, (marked(each, self.mark(is_new=True)) for each in in_line(new)))
        for piece in replaced if is_coarse else self.pieces(in_line(old), in_line(new)):
            if isinstance(piece, Paragraph):
                made.append(replace(piece, inlines=tuple(held)))
                held = []
            else:
                held.append(piece)
        return (*made, replace((new or old)[-1], inlines=tuple(held)))

    def pieces(self, old: Iterable[Piece], new: Iterable[Piece]) -> Iterator[Piece]:
        reformatted = Mark("reformatted", self.author, self.date)
        marks = (self.mark(is_new=True), self.mark(is_new=False), reformatted)
        return woven(self.line(old, "old"), self.line(new, "new"), marks)

    def line(self, pieces: Iterable[Piece], side: str) -> Line:
        return line_of(pieces, side, self.unpaired)


def shape(paragraph: Paragraph, kind: SectionKind) -> tuple[object, ...]:
    """What the page shows beside the words. Text of a clause itself stands where its level 1 stands."""
    is_text = kind == "clause" and paragraph.style == "text" and not paragraph.level
    return paragraph.style, 1 if is_text else paragraph.level, paragraph.numbered


def words_marked(inlines: Iterable[Inline], mark: Mark) -> tuple[Inline, ...]:
    return tuple(replace(inline, mark=mark) for inline in inlines)


def in_line(paragraphs: Sequence[Paragraph]) -> Iterator[Piece]:
    """Each paragraph's words and then, but for the last one, its end."""
    for at, paragraph in enumerate(paragraphs):
        yield from paragraph.inlines
        if at < len(paragraphs) - 1:
            yield paragraph
