"""The pages of a house style: their size, and their headers and footers, upright and turned."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agreement_kit.docx.guarding import refused
from agreement_kit.docx.house_parts import Taking, xml
from agreement_kit.docx.house_styles import TabStop, own_stops, right_tab, tab_stops, whole
from agreement_kit.docx.namespaces import DECLARATION, ROOT_NAMES, R, w
from agreement_kit.docx.packing import Link, Part, relationships_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KEPT = ("pgSz", "pgMar", "pgBorders", "lnNumType", "pgNumType", "vAlign", "titlePg", "rtlGutter", "docGrid")
"""What is kept of a page's layout; columns, footnotes and the printer's trays are not."""

NARROWEST = 4000
"""Twips between the margins: 7 cm, below which no table of an agreement fits."""

VISIBLE = ("t", "tab", "ptab", "sym", "drawing", "pict", "object", "fldChar", "fldSimple", "br", "AlternateContent")
"""What makes a paragraph more than an empty line."""


@dataclass(frozen=True, slots=True)
class HeldHeader:
    """A header of the file, parted where the draft's own lines stand: below what the organisation put there. `tabs`
    lead to the right margin; `has_own` says that the organisation put something there.
    """

    name: str
    before: str
    after: str
    tabs: str
    has_own: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How pages look: the room between their margins in twips, the section's properties, headers, all other parts
    (footers, relationships), and the relationships that lead to them.
    """

    width: int
    section: str
    headers: tuple[HeldHeader, ...]
    parts: tuple[Part, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """The layouts of one file. `opening` is the section's properties for the first pages, whose very first may have a
    header of its own.
    """

    upright: Layout
    turned: Layout
    opening: str


@dataclass(slots=True)
class Margins:
    """One reading of a page's layout, and of the headers and footers that it names."""

    taking: Taking
    sheet: "Element"
    section: "Element"
    header_stops: tuple[TabStop, ...]
    roots: "dict[str, Element]"
    """Relationship id → the header or footer behind it."""
    sources: dict[str, str]
    """Relationship id → the part of the file."""
    has_even: bool
    numbers: dict[str, int]
    """How many headers and footers were written."""

    def pages(self) -> Pages:
        size, margin = self.measures("pgSz"), self.measures("pgMar")
        tall, wide = max(size["w"], size["h"]), min(size["w"], size["h"])
        beside = margin["left"] + margin["right"] + margin.get("gutter", 0)
        upright, turned = size["w"] - beside, tall - beside
        if upright < NARROWEST:
            sentence = f"the text of a page is {upright / 567:.1f} cm wide, and a draft needs {NARROWEST / 567:.0f} cm"
            raise refused(self.taking.place, "STYLE-04", sentence, "Make the margins narrower in Word.")
        is_titled = self.section.find(w("titlePg")) is not None
        kinds = ("default", *(("first",) if is_titled else ()), *(("even",) if self.has_even else ()))
        own = tuple(self.references(kinds, upright, upright))
        turn = tuple(self.references([kind for kind in kinds if kind != "first"], turned, upright))
        layout = "".join(self.layout(()))
        turning = f'<w:pgSz w:w="{tall}" w:h="{wide}" w:orient="landscape"/>'
        return Pages(
            layout_of(upright, own, layout),
            layout_of(turned, turn, re.sub(r"<w:pgSz [^>]*/>", turning, layout)),
            section_of(own, "".join(self.layout(("titlePg", "start"))), kinds),
        )

    def measures(self, name: str) -> dict[str, int]:
        """The measures of the page or its margins, in twips; where none are set A4 and Word's usual ones."""
        usual = {"w": 11906, "h": 16838} if name == "pgSz" else dict.fromkeys(("left", "right", "top", "bottom"), 1440)
        element = self.section.find(w(name))
        found = {} if element is None else {str(key).rpartition("}")[2]: text for key, text in element.attrib.items()}
        return usual | {key: whole(str(text)) for key, text in found.items() if key in (*usual, "gutter")}

    def layout(self, once: tuple[str, ...]) -> Iterator[str]:
        """The properties in the order of the file. `once` are those that hold for the first pages alone: a page of its
        own for the title, and where page numbers start.
        """
        for name in ("pgSz", "pgMar"):
            if self.section.find(w(name)) is None:
                values = "".join(f' w:{key}="{value}"' for key, value in self.measures(name).items())
                yield f"<w:{name}{values}/>"
        for each in self.section:
            name = str(each.tag).rpartition("}")[2]
            if each.tag == w(name) and name in KEPT and (name != "titlePg" or name in once):
                yield plain(each, "" if "start" in once else "start")

    def references(self, kinds: "tuple[str, ...] | list[str]", width: int, usual: int) -> "Iterator[Held]":
        """The headers and footers of these kinds, on pages whose text is `width` wide, not `usual`."""
        for tag, kind in ((tag, kind) for tag in ("header", "footer") for kind in kinds):
            named = (each for each in self.section.iterfind(w(f"{tag}Reference")) if each.get(w("type")) == kind)
            key = next((each.get(f"{{{R}}}id", "") for each in named), "")
            if tag == "footer" and key not in self.roots:
                continue
            self.numbers[tag] = self.numbers.get(tag, 0) + 1
            name = f"/word/{tag}{self.numbers[tag]}.xml"
            links: tuple[Link, ...] = ()
            root, has_own = None, False
            if key in self.roots:
                root = widened(self.roots[key], self.sheet, width, usual)
                links = self.taking.links(self.sources[key], root, name)
                has_own = tag == "header" and without_blank_end(root)
            tabs = right_tab(self.header_stops, width)
            yield held(tag, kind, name, root, links, tabs, has_own=has_own)


@dataclass(frozen=True, slots=True)
class Held:
    """A header or footer under its new name."""

    tag: str
    kind: str
    name: str
    header: HeldHeader | None
    parts: tuple[Part, ...]

    @property
    def link(self) -> Link:
        """Its relationship. The id follows from the name, so that the section's properties can be written before."""
        return Link(f"rId{self.name[6:-4].capitalize()}", f"{R}/{self.tag}", self.name[6:])


def held(
    tag: str, kind: str, name: str, root: "Element | None", links: tuple[Link, ...], tabs: str, *, has_own: bool
) -> Held:
    parts = (relationships_of(name, links),) if links else ()
    if tag == "footer":
        assert root is not None
        return Held(tag, kind, name, None, (Part(name, f"{WORD}.footer+xml", xml(root).encode()), *parts))
    if root is None:
        header = HeldHeader(name, f"{DECLARATION}<w:hdr {ROOT_NAMES}>", "</w:hdr>", tabs)
    else:
        from lxml import etree

        root.append(etree.Comment("lines"))
        before, _, after = xml(root).rpartition("<!--lines-->")
        header = HeldHeader(name, before, after, tabs, has_own)
    return Held(tag, kind, name, header, parts)


def layout_of(width: int, held: tuple[Held, ...], layout: str) -> Layout:
    headers = tuple(each.header for each in held if each.header)
    parts = tuple(part for each in held for part in each.parts)
    lasting = tuple(each for each in held if each.kind != "first")
    return Layout(width, section_of(lasting, layout), headers, parts, tuple(each.link for each in held))


def section_of(held: tuple[Held, ...], layout: str, kinds: tuple[str, ...] = ()) -> str:
    """Section properties with the references to these headers and footers."""
    references = (
        f'<w:{each.tag}Reference w:type="{each.kind}" r:id="{each.link.id}"/>'
        for each in held
        if not kinds or each.kind in kinds
    )
    return f"<w:sectPr>{''.join(references)}{layout}</w:sectPr>"


def plain(element: "Element", without: str) -> str:
    """An element of a section's properties with what WordprocessingML itself knows of it."""
    from agreement_kit.docx.elements import escaped

    name = str(element.tag).rpartition("}")[2]
    attributes = "".join(
        f' w:{str(key).rpartition("}")[2]}="{escaped(str(value))}"'
        for key, value in element.attrib.items()
        if str(key) == w(str(key).rpartition("}")[2]) and str(key) != w(without)
    )
    inside = "".join(plain(child, "") for child in element)
    return f"<w:{name}{attributes}>{inside}</w:{name}>" if inside else f"<w:{name}{attributes}/>"


def widened(root: "Element", sheet: "Element", width: int, usual: int) -> "Element":
    """A copy of a header or footer for pages of another width: tabs to the middle and to the right move along, and no
    tab stands beyond the margin, as those of a style do when somebody made the text of the page narrower.
    """
    from copy import deepcopy

    made = deepcopy(root)
    styles = {each.get(w("styleId"), ""): each for each in sheet.iterchildren(w("style"))}
    for paragraph in tuple(made.iter(w("p"))):
        named = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        style = styles.get("" if named is None else named.get(w("val"), ""))
        stops = {} if style is None else {at: side for side, at in tab_stops(sheet, style)}
        stops |= own_stops(paragraph.find(w("pPr")))
        moving = {
            at: (round(min(at, usual) * width / usual), side)
            for at, side in stops.items()
            if side in ("center", "right", "end") and (at > usual or width != usual)
        }
        if moving:
            move_tabs(paragraph, moving)
    return made


def move_tabs(paragraph: "Element", moving: dict[int, tuple[int, str]]) -> None:
    """Moves the tabs at these places to others, whether they are the paragraph's own or its style's."""
    from lxml import etree

    layout = paragraph.find(w("pPr"))
    assert layout is not None  # it has tabs, or names the style that has
    tabs = layout.find(w("tabs"))
    if tabs is None:
        tabs = etree.Element(w("tabs"))
        before = {w(name) for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")}
        before |= {w(name) for name in ("numPr", "suppressLineNumbers", "pBdr", "shd")}
        layout.insert(sum(each.tag in before for each in layout), tabs)
    stops = own_stops(layout) | dict.fromkeys(moving, "clear")
    stops |= dict(moving.values())
    for each in tuple(tabs):
        tabs.remove(each)
    for at, side in sorted(stops.items()):
        etree.SubElement(tabs, w("tab"), {w("val"): side, w("pos"): str(at)})


def without_blank_end(root: "Element") -> bool:
    """Takes away the empty lines at the end of a header, where the draft's own stand; whether anything is left."""
    for each in reversed(tuple(root)):
        if each.tag != w("p") or any(child.tag.rpartition("}")[2] in VISIBLE for child in content_of(each)):
            return True
        root.remove(each)
    return False


def content_of(paragraph: "Element") -> "Iterator[Element]":
    """Everything in a paragraph but its properties, whose tabs are no signs."""
    for child in paragraph:
        if child.tag != w("pPr"):
            yield from child.iter()
