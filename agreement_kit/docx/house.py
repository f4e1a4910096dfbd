"""The house style: a Word file whose styles, lists, page and footer a draft takes on. Opened once, with python-docx."""

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path as FilePath

from agreement_kit.docx.namespaces import w
from agreement_kit.problems import CannotBeDone, Place, error
from agreement_kit.remembering import remembered

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

LISTS = re.compile(rb'<w:num w:numId="(\d+)"[^>]*>\s*<w:abstractNumId w:val="(\d+)"')

HeldPart = tuple[str, str, bytes]
"""Name in the package, content type, bytes."""

HeldLink = tuple[str, str, str]
"""Relationship id, type, target relative to word/."""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What a draft takes from the file. `section` is the page's layout, `list_of` the list each style numbers by,
    `level_of` its level there, `abstract_of` the pattern each of its lists follows (Word gives both new ids when it
    saves), `text_width` the room between the margins in twips.
    """

    parts: tuple[HeldPart, ...]
    links: tuple[HeldLink, ...]
    numbering: bytes
    section: str
    list_of: dict[str, int]
    level_of: dict[str, int]
    abstract_of: dict[int, int]
    text_width: int
    text_height: int


def shipped_house_style() -> bytes:
    import agreement_kit.templates

    return FilePath(agreement_kit.templates.__path__[0], "house-style.docx").read_bytes()


def load_house_style(raw: bytes, name: str = "house-style.docx") -> HouseStyle:
    """The house style in a Word file. Raises CannotBeDone naming every style that is missing, with what it is for."""
    return remembered(("house style", raw), lambda: read_house_style(raw, name))


def read_house_style(raw: bytes, name: str) -> HouseStyle:
    import docx
    from lxml import etree

    package = docx.Document(BytesIO(raw)).part.package
    main = package.main_document_part
    styles = main.part_related_by("http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles")
    known = {style.get(w("styleId")): style for style in styles.element.iterchildren(w("style"))}
    if missing := [style for style in NEEDED_STYLES if style not in known]:
        sentences = (f'the style "{style}" is missing: {NEEDED_STYLES[style]}' for style in missing)
        raise CannotBeDone([error(Place(name), "STYLE-01", sentence) for sentence in sentences])
    numbers = {key: style.find(f".//{w('numId')}") for key, style in known.items()}
    list_of = {key: int(number.get(w("val"))) for key, number in numbers.items() if number is not None}
    levels = {key: style.find(f".//{w('ilvl')}") for key, style in known.items()}
    level_of = {key: int(level.get(w("val"))) for key, level in levels.items() if level is not None}
    body = main.element.body
    section = body.find(w("sectPr"))
    size, margin = section.find(w("pgSz")), section.find(w("pgMar"))
    width = int(size.get(w("w"))) - int(margin.get(w("left"))) - int(margin.get(w("right")))
    height = int(size.get(w("h"))) - int(margin.get(w("top"))) - int(margin.get(w("bottom")))
    parts, numbering = [], b""
    for part in package.iter_parts():
        if part.partname.endswith("/numbering.xml"):
            numbering = part.blob
        elif part is not main and not part.partname.startswith("/docProps/"):
            parts.append((str(part.partname), part.content_type, part.blob))
    links = [(link.rId, link.reltype, link.target_ref) for link in main.rels.values()]
    return HouseStyle(
        tuple(sorted(parts)),
        tuple(sorted(links)),
        numbering,
        without_declarations(etree.tostring(section, encoding="unicode")),
        list_of,
        level_of,
        {int(number): int(abstract) for number, abstract in LISTS.findall(numbering)},
        width,
        height,
    )


def without_declarations(xml: str) -> str:
    """An element as it stands inside a body that declares the namespaces itself."""
    return re.sub(r' xmlns:\w+="[^"]*"', "", xml)
