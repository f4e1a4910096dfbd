"""Paragraphs and tables of a Word file → titles and blocks of the document model. What has no place in the model is
counted, never dropped in silence.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from agreement_kit.document import (
    Alignment,
    Block,
    Cell,
    Contents,
    Inline,
    Note,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Picture,
    Row,
    Table,
)
from agreement_kit.docx.body import OWN_STYLES
from agreement_kit.docx.house_styles import FAMILIES
from agreement_kit.docx.namespaces import w
from agreement_kit.docx.pictures import EMU
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
    "tabs",
    "spacing",
    "sectPr",
    "rPr",
    "outlineLvl",
}
"""What the writer itself sets, and what no reader sees; any other formatting is counted."""


@dataclass(frozen=True, slots=True)
class Title:
    """The heading with which a section begins, the binding label and the notes beside it."""

    section_id: str
    inlines: tuple[Inline, ...]
    label: str
    notes: tuple[Note, ...]


@dataclass(slots=True)
class Blocks(Runs):
    """Reads blocks. `sections` are the anchors that are titles."""

    sections: Set[str] = frozenset()
    contents_depth: int = 0
    """Fields still open since a contents list began; above 0, paragraphs are entries of that list."""
    seen_notes: list[Note] = field(default_factory=list)
    """Notes beside anything but a title, of the section that is being read."""

    def taken_notes(self) -> tuple[Note, ...]:
        """The notes seen since this was last asked."""
        seen, self.seen_notes = tuple(self.seen_notes), []
        return seen

    def blocks(self, parent: "Iterable[Element]") -> Iterator[Title | Block]:
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
                self.pass_over(child)

    def block(self, element: "Element") -> Iterator[Title | Block]:
        if self.contents_depth or is_contents(element):
            if not self.contents_depth:
                yield Contents()
            kinds = [each.get(w("fldCharType")) for each in element.iter(w("fldChar"))]
            self.contents_depth += kinds.count("begin") - kinds.count("end")
        elif picture := picture_of(element):
            yield picture
        elif is_page_break(element):
            yield PageBreak()
        elif title := next((each for each in self.anchors_of(element) if each in self.sections), ""):
            words, label = self.inlines(element, skip="BindingLabel"), self.label(element)
            yield Title(title, words, label, tuple(self.notes_beside(element)))
        elif self.style(element) != "TableSpacer" or any(element.itertext()):
            yield self.paragraph(element)

    def notes_beside(self, paragraph: "Element") -> Iterator[Note]:
        for each in paragraph.iter(w("commentReference")):
            if each.get(w("id"), "") in self.notes:
                yield self.notes[each.get(w("id"), "")]

    def paragraph(self, element: "Element") -> Paragraph:
        """A paragraph of the body, with its level and its anchor."""
        self.seen_notes += self.notes_beside(element)
        style = self.style(element)
        if style not in STYLES:
            self.count("style")
        kind, level, is_numbered = STYLES.get(style, ("text", 0, False))
        layout = element.find(w("pPr"))
        if layout is not None:
            self.lost["formatting"] += sum(local(each) not in LAYOUT for each in layout)
            self.lost["insertion"] += layout.find(f"{w('rPr')}/{w('ins')}") is not None
            self.lost["deletion"] += layout.find(f"{w('rPr')}/{w('del')}") is not None
            number = layout.find(f"{w('numPr')}/{w('numId')}")
            is_numbered = is_numbered and (number is None or number.get(w("val")) != "0")
        anchors = self.anchors_of(element)
        self.lost["anchor"] += len(anchors[1:])
        return Paragraph(self.inlines(element), level, is_numbered, kind, anchors[0] if anchors else "")

    def anchors_of(self, paragraph: "Element") -> list[str]:
        names = (each.get(w("name"), "") for each in paragraph.iter(w("bookmarkStart")))
        return [self.anchors[name] for name in names if name in self.anchors]

    def style(self, paragraph: "Element") -> str:
        named = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        return "Normal" if named is None else self.styles.get(named.get(w("val"), ""), "")

    def label(self, paragraph: "Element") -> str:
        """The binding label beside a title, without the tab before it."""
        runs = [run for run in self.runs(paragraph) if self.run_style(run.find(w("rPr"))) == "BindingLabel"]
        return "".join(inline.text for run in runs for inline in self.run(run, [])).removeprefix("\t")

    def table(self, element: "Element") -> Iterator[Table]:
        named = element.find(f"{w('tblPr')}/{w('tblStyle')}")
        style = "" if named is None else self.styles.get(named.get(w("val"), ""), "")
        if style not in ("AgreementTable", "SignatureTable"):
            self.count("style")
        caption = element.find(f"{w('tblPr')}/{w('tblCaption')}")
        rows = [list(self.cells(row)) for row in self.rows(element)]
        if not rows:
            return
        width = max(map(len, rows))
        self.lost["merged cell"] += sum(len(row) != width for row in rows)
        blank: tuple[Cell, Alignment] = (Cell((Paragraph(()),)), "left")
        rows = [row + [blank] * (width - len(row)) for row in rows]
        yield Table(
            tuple(Row(tuple(cell for cell, _ in row)) for row in rows),
            tuple(side for _, side in rows[0]),
            "" if caption is None else caption.get(w("val"), ""),
            "signature" if style == "SignatureTable" else "grid",
            is_landscape(element),
        )

    def rows(self, table: "Element") -> Iterator["Element"]:
        """The rows that are not deleted."""
        for row in table:
            if local(row) != "tr":
                self.pass_over(row)
            elif row.find(f"{w('trPr')}/{w('del')}") is not None:
                self.count("deletion")
            else:
                self.lost["insertion"] += row.find(f"{w('trPr')}/{w('ins')}") is not None
                yield row

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
                    made.append(Paragraph(self.inlines(each)))
                else:
                    self.pass_over(each)
            side = cell.find(f"{w('p')}/{w('pPr')}/{w('jc')}")
            is_right = side is not None and side.get(w("val")) in ("right", "end")
            yield Cell(tuple(made) or (Paragraph(()),)), "right" if is_right else "left"


def picture_of(paragraph: "Element") -> Picture | None:
    """The picture that is all that the paragraph holds, by the words that stand for it; None where it is none."""
    drawings = [child for run in paragraph.iter(w("r")) for child in run if local(child) != "rPr"]
    if len(drawings) != 1 or local(drawings[0]) != "drawing":
        return None
    named = next((each for each in drawings[0].iter() if local(each) == "docPr"), None)
    size = next((each for each in drawings[0].iter() if local(each) == "extent"), None)
    if named is None or size is None:
        return None
    width, height = (int(size.get(side, "0")) // EMU for side in ("cx", "cy"))
    return Picture(named.get("title", ""), named.get("descr", ""), width, height)


def is_contents(paragraph: "Element") -> bool:
    codes = "".join(each.text or "" for each in paragraph.iter(w("instrText")))
    return codes.split()[:1] == ["TOC"]


def is_page_break(paragraph: "Element") -> bool:
    """Whether a break to the next page is all that the paragraph holds."""
    children = [child for run in paragraph.iter(w("r")) for child in run if local(child) != "rPr"]
    return len(children) == 1 and local(children[0]) == "br" and children[0].get(w("type")) == "page"


def is_landscape(table: "Element") -> bool:
    """Whether the section that a table stands in, whose properties Word keeps at its end, has turned pages."""
    for following in table.itersiblings():
        section = following if following.tag == w("sectPr") else following.find(f"{w('pPr')}/{w('sectPr')}")
        if section is not None:
            size = section.find(w("pgSz"))
            return size is not None and size.get(w("orient")) == "landscape"
    return False
