"""The styles of a house style's file: which a draft needs, under which name they stand there, where their tabs are."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from agreement_kit.docx.namespaces import w
from agreement_kit.problems import Place, Problem, error

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FAMILIES = ("Clause", "Schedule", "Recital", "Party")
NEEDED_STYLES = {
    "Heading1": "the title on the cover",
    "Heading2": "the heading of a group of clauses",
    "Heading3": "the heading of a clause, with its number",
    "FrontHeading": "the heading of the summary and the contents",
    "Subheading": "a heading inside a schedule",
    "ScheduleHeading": "the heading of a schedule, with its number",
    "ScheduleLead": "the line under a schedule's heading",
    "CoverSubtitle": "the line under the title",
    "CoverName": "the parties' names on the cover",
    "CoverLine": "the lines of the cover",
    **{f"{family}{level}": f"level {level} of a list" for family in FAMILIES for level in (1, 2, 3)},
    **{f"{family}Text{level}": f"text that goes on at level {level}" for family in FAMILIES for level in (1, 2, 3)},
    "TableText": "text in tables",
    "TableHead": "the header row of tables",
    "TableSpacer": "the gap after a table",
    "SignatureText": "text in signature blocks",
    "TOC1": "the contents list, groups and schedules",
    "TOC2": "the contents list, clauses",
    "Header": "the lines at the head of each page",
    "OpenItem": "an open item",
    "BindingLabel": "the binding label beside a heading",
    "AgreementTable": "tables",
    "SignatureTable": "signature blocks",
}
KINDS = {"OpenItem": "character", "BindingLabel": "character", "AgreementTable": "table", "SignatureTable": "table"}
"""What a needed style formats; paragraphs where it is not named here."""

REFERRING = ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")
"""Elements that name a style by its id."""

TabStop = tuple[str, int]
"""Its side, and its place in twips from the margin."""


def shown_name(style: str) -> str:
    """The name that Word shows for a style: Clause Text 1."""
    return re.sub(r"(?<=[a-z])(?=[A-Z0-9])|(?<=TOC)(?=\d)", " ", style)


def find_styles(sheet: "Element") -> "dict[str, Element]":
    """The needed styles that a style sheet has, by the id that the kit knows them by. They are found by name, because
    Word makes ids anew from names, in the language of whoever saves; by id where no style has the name.
    """
    by_name: dict[tuple[str, str], Element] = {}
    by_id: dict[tuple[str, str], Element] = {}
    for style in sheet.iterchildren(w("style")):
        kind = style.get(w("type"), "paragraph")
        named = style.find(w("name"))
        words = "" if named is None else named.get(w("val"), "")
        by_name.setdefault((kind, words.replace(" ", "").lower()), style)
        by_id.setdefault((kind, style.get(w("styleId"), "")), style)
    found = {}
    for style_id in NEEDED_STYLES:
        kind = KINDS.get(style_id, "paragraph")
        match = by_name.get((kind, style_id.lower()), by_id.get((kind, style_id)))
        if match is not None:
            found[style_id] = match
    return found


def missing_styles(found: Iterable[str], place: Place) -> Iterator[Problem]:
    known = set(found)
    for style in (each for each in NEEDED_STYLES if each not in known):
        yield error(place, "STYLE-01", f'the style "{shown_name(style)}" is missing: {NEEDED_STYLES[style]}')


def rename_styles(found: "Mapping[str, Element]", roots: "Iterable[Element]") -> None:
    """Gives the needed styles the ids that the kit knows them by, in every part; whatever had one of those gets
    another.
    """
    roots = tuple(roots)
    new_ids = {style.get(w("styleId"), ""): key for key, style in found.items()}
    needed = tuple(found.values())
    for root in roots:
        for style in root.iter(w("style")):
            old = style.get(w("styleId"), "")
            if old in found and style not in needed and old not in new_ids:
                new_ids[old] = f"{old}Other"
    if all(old == new for old, new in new_ids.items()):
        return
    for root in roots:
        for each in root.iter(w("style"), *map(w, REFERRING)):
            name = w("styleId") if each.tag == w("style") else w("val")
            each.set(name, new_ids.get(each.get(name, ""), each.get(name, "")))


def chain(sheet: "Element", style: "Element") -> "Iterator[Element]":
    """The style, then those that it is based on, the nearest first."""
    styles = {each.get(w("styleId"), ""): each for each in sheet.iterchildren(w("style"))}
    seen: set[str] = set()
    current: Element | None = style
    while current is not None and (key := current.get(w("styleId"), "")) not in seen:
        seen.add(key)
        yield current
        base = current.find(w("basedOn"))
        current = None if base is None else styles.get(base.get(w("val"), ""))


def tab_stops(sheet: "Element", style: "Element") -> tuple[TabStop, ...]:
    """Where the tabs of a style stand, those that it inherits included."""
    stops: dict[int, str] = {}
    for each in reversed(tuple(chain(sheet, style))):
        stops |= own_stops(each.find(w("pPr")))
    return tuple((side, at) for at, side in sorted(stops.items()) if side != "clear")


def own_stops(layout: "Element | None") -> dict[int, str]:
    """Place → side of the tabs that these paragraph properties set or clear."""
    tabs = () if layout is None else layout.iterfind(f"{w('tabs')}/{w('tab')}")
    return {whole(each.get(w("pos"), "0")): each.get(w("val"), "") for each in tabs}


def whole(text: str) -> int:
    """A measure in twips. Raises ValueError for one in words or in another unit, which Word does not write."""
    return int(float(text))


def right_tab(own: tuple[TabStop, ...], width: int) -> str:
    """The tabs of a paragraph by which one tab leads to the right margin, whatever its style sets."""
    if own in ((("right", width),), (("end", width),)):
        return ""
    cleared = "".join(f'<w:tab w:val="clear" w:pos="{at}"/>' for _, at in own if at != width)
    return f'<w:tabs>{cleared}<w:tab w:val="right" w:pos="{width}"/></w:tabs>'


def set_language(sheet: "Element") -> None:
    """British English for the whole document, so that no spelling of it is marked as a mistake."""
    for each in tuple(sheet.iter(w("lang"))):
        parent = each.getparent()
        if parent is None:
            continue
        above = parent.getparent()
        if above is not None and above.tag == w("rPrDefault"):
            each.set(w("val"), "en-GB")
        else:
            parent.remove(each)
