"""Paragraphs and tables of a Word file → titles and blocks of the document model. What has no place in the model is
counted, never dropped in silence.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args

from agreement_kit.document import (
    Alignment,
    Block,
    Cell,
    Contents,
    Inline,
    Mark,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Row,
    Table,
)
from agreement_kit.docx.body import OWN_STYLES
from agreement_kit.docx.bookmarks import Side, is_whole
from agreement_kit.docx.house import FAMILIES
from agreement_kit.docx.namespaces import w
from agreement_kit.docx.reading_marks import TRACKED, end_mark_of, mark_of, old_caption
from agreement_kit.docx.reading_runs import WRAPPERS, Runs, local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STYLES: dict[str, tuple[ParagraphStyle, int, bool]] = {
    "Normal": ("text", 0, False),
    "Header": ("text", 0, False),
    **{OWN_STYLES[style]: (style, 0, False) for style in get_args(ParagraphStyle) if style in OWN_STYLES},
    **{f"{family}{level}": ("text", level, True) for family in FAMILIES for level in (1, 2, 3)},
    **{f"{family}Text{level}": ("text", level, False) for family in FAMILIES for level in (1, 2, 3)},
}
"""Style → style of the model, level, whether it is numbered."""

LAYOUT = {
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "widowControl",
    "numPr",
    "spacing",
    "sectPr",
    "rPr",
    "pPrChange",
}
"""What the writer itself sets, and what no reader sees; any other formatting is counted."""


@dataclass(frozen=True, slots=True)
class Title:
    """The heading with which a section begins, and the binding label beside it."""

    anchor: tuple[str, Side]
    inlines: tuple[Inline, ...]
    label: str
    mark: Mark | None = None
    old_id: str = ""
    old_label: str = ""


@dataclass(slots=True)
class Blocks(Runs):
    """Reads blocks. `sections` are the anchors that are titles."""

    sections: Set[str] = frozenset()
    contents_depth: int = 0
    """Fields still open since a contents list began; above 0, paragraphs are entries of that list."""

    def blocks(self, parent: "Element") -> Iterator[Title | Block]:
        """What the children are, in order, without the gaps that the writer puts beside tables."""
        for child in parent:
            name = local(child)
            if name == "p":
                yield from self.block(child)
            elif name == "tbl":
                yield from self.table(child)
            elif name in WRAPPERS:
                self.count(WRAPPERS[name])
                yield from self.blocks(child)
            else:
                self.see_move(child, name)
                self.pass_over(child)

    def block(self, element: "Element") -> Iterator[Title | Block]:
        if self.contents_depth or is_contents(element):
            if not self.contents_depth:
                yield Contents(contents_mark(element))
            kinds = [each.get(w("fldCharType")) for each in element.iter(w("fldChar"))]
            self.contents_depth += kinds.count("begin") - kinds.count("end")
        elif is_page_break(element):
            yield PageBreak(self.whole_mark(element))
        elif anchors := [each for each in self.anchors_of(element) if each[0] in self.sections]:
            yield self.title(element, anchors)
        elif self.style(element) != "TableSpacer" or any(element.itertext()):
            yield self.paragraph(element)

    def paragraph(self, element: "Element") -> Paragraph:
        """A paragraph of the body, with its level and its anchor."""
        style = self.style(element)
        if style not in STYLES:
            self.count("style")
        kind, level, is_numbered = STYLES.get(style, ("text", 0, False))
        layout = element.find(w("pPr"))
        if layout is not None:
            self.lost["formatting"] += sum(local(each) not in LAYOUT for each in layout)
        inlines = self.inlines(element)
        end = self.end(layout) or self.end_in_gap(layout, inlines)
        made = Paragraph(inlines, level, is_numbered and not is_without_number(layout), kind, end=end)
        anchors = self.anchors_of(element)
        own = [anchor for anchor, side in anchors if side != "old" or is_whole(made)]
        old = [anchor for anchor, side in anchors if side == "old" and not is_whole(made)]
        self.lost["anchor"] += len(own[1:]) + len(old[1:])
        made = replace(made, anchor=own[0] if own else "")
        is_new = any(side == "new" for _, side in anchors) and not is_whole(made)
        old_anchor = old[0] if old else "" if is_new else made.anchor
        return replace(made, mark=self.was(made, layout, old_anchor))

    def was(self, made: Paragraph, layout: "Element | None", anchor: str) -> Mark | None:
        """What is tracked of the level, the style and the anchor of a paragraph."""
        bare = replace(made, inlines=(), end=None)
        change = None if layout is None else layout.find(w("pPrChange"))
        if change is None or self.style(change) == "TableSpacer":
            return None if anchor == made.anchor else Mark("reformatted", was=replace(bare, anchor=anchor))
        kind, level, is_numbered = STYLES.get(self.style(change), ("text", 0, False))
        is_numbered = is_numbered and not is_without_number(change.find(w("pPr")))
        was = replace(bare, level=level, numbered=is_numbered, style=kind, anchor=anchor)
        return None if was == bare else replace(mark_of(change), was=was)

    def end(self, layout: "Element | None") -> Mark | None:
        """What is tracked of the end of a paragraph. An end that came and went again stands in neither draft."""
        mark, is_undone = end_mark_of(layout, self.last_move)
        self.lost["undone"] += is_undone
        return mark

    def end_in_gap(self, layout: "Element | None", inlines: tuple[Inline, ...]) -> Mark | None:
        """What is tracked of a paragraph that was a gap before: that it is new, and moved if its words are."""
        change = None if layout is None else layout.find(w("pPrChange"))
        if change is None or self.style(change) != "TableSpacer":
            return None
        move = next((each.mark.move for each in inlines if each.mark), "")
        return replace(mark_of(change, move), kind="inserted")

    def whole_mark(self, paragraph: "Element", inlines: tuple[Inline, ...] = ()) -> Mark | None:
        layout = paragraph.find(w("pPr"))
        return self.end(layout) or self.end_in_gap(layout, inlines)

    def anchors_of(self, paragraph: "Element") -> list[tuple[str, Side]]:
        names = (each.get(w("name"), "") for each in paragraph.iter(w("bookmarkStart")))
        return [self.anchors[name] for name in names if name in self.anchors]

    def title(self, element: "Element", anchors: list[tuple[str, Side]]) -> Title:
        """The heading. Its label is that of the new draft where it is in both."""
        words = self.inlines(element, skip="BindingLabel")
        mark = self.whole_mark(element, words)
        label, old_label, label_mark = self.label(element, is_whole=mark is not None)
        own = next((each for each in anchors if each[1] != "old"), anchors[0])
        if mark is not None:
            return Title(own, words, label, mark)
        old_id = next((anchor for anchor, side in anchors if side == "old"), own[0])
        return Title(own, words, label, label_mark, old_id, old_label)

    def style(self, paragraph: "Element") -> str:
        named = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        return "Normal" if named is None else self.styles.get(named.get(w("val"), ""), "")

    def label(self, paragraph: "Element", *, is_whole: bool) -> tuple[str, str, Mark | None]:
        """The binding label beside a title, without the tab before it: the new one, the old one, what is tracked."""
        new = old = ""
        label_mark = None
        for run, mark in self.runs(paragraph):
            if self.run_style(run.find(w("rPr"))) == "BindingLabel":
                text = "".join(inline.text for inline in self.run(run, []))
                new += "" if mark and mark.kind == "deleted" and not is_whole else text
                old += "" if mark and mark.kind == "inserted" else text
                label_mark = mark or label_mark
        return new.removeprefix("\t"), old.removeprefix("\t"), label_mark

    def table(self, element: "Element") -> Iterator[Table]:
        named = element.find(f"{w('tblPr')}/{w('tblStyle')}")
        style = "" if named is None else self.styles.get(named.get(w("val"), ""), "")
        if style not in ("AgreementTable", "SignatureTable"):
            self.count("style")
        caption = element.find(f"{w('tblPr')}/{w('tblCaption')}")
        found = [(list(self.cells(row)), mark) for row, mark in self.rows(element)]
        rows = [cells for cells, _ in found]
        if not rows:
            return
        width = max(map(len, rows))
        self.lost["merged cell"] += sum(len(row) != width for row in rows)
        blank: tuple[Cell, Alignment] = (Cell((Paragraph(()),)), "left")
        rows = [row + [blank] * (width - len(row)) for row in rows]
        made = Table(
            tuple(bare(Row(tuple(cell for cell, _ in row), mark)) for row, (_, mark) in zip(rows, found, strict=True)),
            tuple(side for _, side in rows[0]),
            "" if caption is None else caption.get(w("val"), ""),
            "signature" if style == "SignatureTable" else "grid",
            is_landscape(element.getnext()),
        )
        old = old_caption(element)
        is_same = old is None or old[1] == made.caption
        yield (
            made
            if old is None or is_same
            else replace(made, mark=replace(old[0], was=replace(made, rows=(), caption=old[1])))
        )

    def rows(self, table: "Element") -> Iterator[tuple["Element", Mark | None]]:
        """The rows, with what is tracked of each. A row that came and went again stands in neither draft."""
        for row in table:
            if local(row) != "tr":
                self.pass_over(row)
                continue
            tracked = [each for name in ("ins", "del") for each in row.findall(f"{w('trPr')}/{w(name)}")]
            if len(tracked) > 1:
                self.count("undone")
            else:
                yield row, mark_of(tracked[0]) if tracked else None

    def cells(self, row: "Element") -> Iterator[tuple[Cell, Alignment]]:
        """Each cell, and the side that its first paragraph keeps to."""
        for cell in row:
            if local(cell) != "tc":
                self.pass_over(cell)
                continue
            merges = (w("gridSpan"), w("vMerge"), w("hMerge"))
            self.lost["merged cell"] += any(cell.find(f"{w('tcPr')}/{name}") is not None for name in merges)
            made = []
            for each in cell:
                if local(each) == "p":
                    made.append(Paragraph(self.inlines(each), end=self.end(each.find(w("pPr")))))
                else:
                    self.pass_over(each)
            side = cell.find(f"{w('p')}/{w('pPr')}/{w('jc')}")
            is_right = side is not None and side.get(w("val")) in ("right", "end")
            yield Cell(tuple(made) or (Paragraph(()),)), "right" if is_right else "left"


def bare(row: Row) -> Row:
    """The row with its mark said once: what stands in it says it again in Word."""
    kind = row.mark.kind if row.mark else None

    def plain(paragraph: Paragraph, *, is_last: bool) -> Paragraph:
        words = tuple(
            replace(each, mark=None) if each.mark and each.mark.kind == kind else each for each in paragraph.inlines
        )
        is_said = is_last or (paragraph.end is not None and paragraph.end.kind == kind)
        return replace(paragraph, inlines=words, end=None if is_said else paragraph.end)

    def cell(each: Cell) -> Cell:
        last = len(each.paragraphs) - 1
        return Cell(tuple(plain(paragraph, is_last=at == last) for at, paragraph in enumerate(each.paragraphs)))

    return replace(row, cells=tuple(map(cell, row.cells))) if kind else row


def is_without_number(layout: "Element | None") -> bool:
    """Whether somebody took away the number that comes with the style."""
    number = None if layout is None else layout.find(f"{w('numPr')}/{w('numId')}")
    return number is not None and number.get(w("val")) == "0"


def is_contents(paragraph: "Element") -> bool:
    codes = "".join(each.text or "" for each in paragraph.iter(w("instrText"), w("delInstrText")))
    return codes.split()[:1] == ["TOC"]


def contents_mark(paragraph: "Element") -> Mark | None:
    """What is tracked of the list as a whole; its entries carry marks of their own."""
    sign = next(paragraph.iter(w("fldChar")), None)
    around = () if sign is None else sign.iterancestors()
    return next((mark_of(each) for each in around if local(each) in TRACKED), None)


def is_page_break(paragraph: "Element") -> bool:
    """Whether a break to the next page is all that the paragraph holds."""
    children = [child for run in paragraph.iter(w("r")) for child in run if local(child) != "rPr"]
    return len(children) == 1 and local(children[0]) == "br" and children[0].get(w("type")) == "page"


def is_landscape(following: "Element | None") -> bool:
    """Whether the paragraph after a table ends a section whose page is turned."""
    size = None if following is None else following.find(f"{w('pPr')}/{w('sectPr')}/{w('pgSz')}")
    return size is not None and size.get(w("orient")) == "landscape"
