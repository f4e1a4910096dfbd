"""The house style: a Word file whose styles, lists, pages, headers and footers a draft takes on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from agreement_kit.docx.guarding import linked_parts, open_package, parse_main, refused
from agreement_kit.docx.house_lists import Lists, list_problems, read_lists
from agreement_kit.docx.house_pages import WORD, Margins, Pages
from agreement_kit.docx.house_parts import Taking, keep_settings, named_links, rooted, xml
from agreement_kit.docx.house_styles import (
    TabStop,
    find_styles,
    missing_styles,
    rename_styles,
    set_language,
    tab_stops,
)
from agreement_kit.docx.namespaces import R, w
from agreement_kit.docx.packing import Link, Part
from agreement_kit.problems import CannotBeDone, Place, sort_problems
from agreement_kit.remembering import remembered

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

OTHERS = {
    "theme": ("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
    "fontTable": ("/word/fontTable.xml", f"{WORD}.fontTable+xml"),
}
"""Parts that are taken as they are: type of the relationship → name and content type."""

HINT = "`agreement-kit house-style export FILE.docx` writes a file that has everything, to restyle or to copy from."


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What a draft takes from the file. `numbering` is the lists, parted where a draft adds its own; `label_stops` the
    tabs of a clause heading, at whose right end the binding label stands.
    """

    parts: tuple[Part, ...]
    links: tuple[Link, ...]
    numbering: tuple[str, str]
    lists: Lists
    pages: Pages
    label_stops: tuple[TabStop, ...]


def shipped_house_style() -> bytes:
    import agreement_kit.templates

    return FilePath(agreement_kit.templates.__path__[0], "house-style.docx").read_bytes()


def load_house_style(raw: bytes, name: str = "house-style.docx") -> HouseStyle:
    """The house style in a Word file, which is taken for hostile until it is checked. Raises CannotBeDone naming every
    style and list that is missing, with what it is for, or what in the file cannot be taken over.
    """
    return remembered(("house style", raw, name), lambda: read_house_style(raw, name))


def read_house_style(raw: bytes, name: str) -> HouseStyle:
    place = Place(name)
    parts = open_package(raw, name)
    try:
        return House(Taking(parts, place), parse_main(parts, place), linked_parts(parts, "word/document.xml")).style()
    except ValueError:
        sentence = "the file holds measures or names that Word does not write"
        raise refused(place, "STYLE-03", sentence, "Open it in Word and save it.") from None


class House:
    """One reading of a file: finds the parts, checks them, and takes over what a draft needs."""

    def __init__(self, taking: Taking, main: "Element", targets: dict[str, str]) -> None:
        self.taking = taking
        body = main.find(w("body"))
        section = None if body is None else body.find(w("sectPr"))
        self.section = empty("sectPr") if section is None else section
        self.kinds = main_parts(taking, targets)
        self.sheet = self.root("styles")
        self.numbering = self.root("numbering")
        self.settings = self.root("settings")
        references = chain(self.section.iter(w("headerReference")), self.section.iter(w("footerReference")))
        keys = (each.get(f"{{{R}}}id", "") for each in references)
        self.sources = {key: targets[key] for key in keys if key in targets}
        self.margins = {key: taking.root(part) for key, part in self.sources.items()}

    def root(self, kind: str) -> "Element":
        """The root of the part of this kind; an empty one where the file has none."""
        return self.taking.root(self.kinds[kind]) if kind in self.kinds else empty(kind)

    def style(self) -> HouseStyle:
        found = find_styles(self.sheet)
        rename_styles(found, (self.sheet, self.numbering, *self.margins.values()))
        place = self.taking.place
        problems = list(missing_styles(found, place))
        lists = read_lists(self.numbering, self.sheet, found)
        if not problems:
            problems = list(list_problems(lists, self.numbering, place))
        if problems:
            *others, last = sort_problems(problems)
            raise CannotBeDone([*others, replace(last, hint=HINT)])
        pages = Margins(
            self.taking,
            self.sheet,
            self.section,
            tab_stops(self.sheet, found["Header"]),
            self.margins,
            self.sources,
            self.settings.find(w("evenAndOddHeaders")) is not None,
            {},
        ).pages()
        label_stops = tab_stops(self.sheet, found["Heading3"])
        links = tuple(self.take_parts())
        taken = tuple(sorted(self.taking.taken, key=lambda part: part.name))
        return HouseStyle(taken, links, parted(self.numbering), lists, pages, label_stops)

    def take_parts(self) -> Iterator[Link]:
        """Takes the parts that all pages share; the relationships of the main part to them."""
        set_language(self.sheet)
        keep_settings(self.settings)
        made = {
            "styles": (self.sheet, "/word/styles.xml", f"{WORD}.styles+xml"),
            "settings": (self.settings, "/word/settings.xml", f"{WORD}.settings+xml"),
            **{kind: (self.root(kind), *OTHERS[kind]) for kind in OTHERS if kind in self.kinds},
        }
        for kind, (root, name, content_type) in made.items():
            self.taking.take(self.kinds.get(kind, ""), root, name, content_type)
            yield Link(f"rId{kind.capitalize()}", f"{R}/{kind}", name.removeprefix("/word/"))
        yield Link("rIdNumbering", f"{R}/numbering", "numbering.xml")


def empty(name: str) -> "Element":
    from lxml import etree

    return rooted(etree.Element(w(name)))


def main_parts(taking: Taking, targets: dict[str, str]) -> dict[str, str]:
    """Type of relationship → the part that the main part has of it, the first where there are more."""
    relationships = "word/_rels/document.xml.rels"
    blob = taking.source.get(relationships)
    found: dict[str, str] = {}
    for key, kind, _, _ in () if blob is None else named_links(relationships, blob, taking.place):
        if key in targets and kind == f"{R}/{kind.rpartition('/')[2]}":
            found.setdefault(kind.rpartition("/")[2], targets[key])
    return found


def parted(numbering: "Element") -> tuple[str, str]:
    """The lists, before and after the place where further ones belong, without pictures for bullets."""
    from lxml import etree

    for each in tuple(numbering.iter(w("numPicBullet"), w("lvlPicBulletId"))):
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)
    last = [at for at, each in enumerate(numbering) if each.tag == w("num")][-1]
    numbering.insert(last + 1, etree.Comment("lists"))
    before, _, after = xml(numbering).partition("<!--lists-->")
    return before, after
