"""The styles of a Word file: what a paragraph and its runs look like once every style has had its say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agreement_kit.docx.namespaces import w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NONE = ("0", "false", "off", "none")


@dataclass(frozen=True)
class Styles:
    """`known`: id → the style's element. `defaults`: type → id of the style that counts where none is named."""

    known: Mapping[str, "Element"]
    defaults: Mapping[str, str]
    run_defaults: "Element | None" = None
    chains: dict[str, tuple["Element", ...]] = field(default_factory=dict)

    def chain(self, style: str) -> tuple["Element", ...]:
        """The style and those it is based on, nearest first."""
        if style not in self.chains:
            found: list[Element] = []
            at: str | None = style
            while at and at in self.known and self.known[at] not in found:
                found.append(self.known[at])
                base = self.known[at].find(w("basedOn"))
                at = None if base is None else base.get(w("val"))
            self.chains[style] = tuple(found)
        return self.chains[style]

    def name(self, style: str) -> str:
        """The style's name as Word shows it; those of Word's own styles are English in every language."""
        named = self.known[style].find(w("name")) if style in self.known else None
        return style if named is None else named.get(w("val"), style)

    def of(self, element: "Element", kind: str) -> str:
        """The id of the style that a paragraph, run or table names, or the default one."""
        tag, where = {"paragraph": ("pStyle", "pPr"), "character": ("rStyle", "rPr"), "table": ("tblStyle", "tblPr")}[
            kind
        ]
        named = element.find(f"{w(where)}/{w(tag)}")
        return self.defaults.get(kind, "") if named is None else named.get(w("val"), "")


def styles_in(sheet: "Element | None") -> Styles:
    if sheet is None:
        return Styles({}, {})
    known = {each.get(w("styleId"), ""): each for each in sheet.iter(w("style"))}
    defaults = {each.get(w("type"), ""): key for key, each in known.items() if each.get(w("default"), "0") not in NONE}
    return Styles(known, defaults, sheet.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"))


@dataclass(frozen=True, slots=True)
class Look:
    """How a run stands on the page. `colour` and `ground` are RRGGBB; "" is Word's own choice, which is legible.
    `direct` are the properties set by hand on the run itself.
    """

    colour: str
    ground: str
    size: float
    bold: bool
    italic: bool
    underlined: bool
    capitals: bool
    hidden: bool
    direct: frozenset[str]


HIGHLIGHTS = dict(
    each.split(":")
    for each in (
        "yellow:FFFF00 green:00FF00 cyan:00FFFF magenta:FF00FF blue:0000FF red:FF0000 darkBlue:000080 darkCyan:008080 "
        "darkGreen:008000 darkMagenta:800080 darkRed:800000 darkYellow:808000 darkGray:808080 lightGray:C0C0C0 "
        "black:000000 white:FFFFFF"
    ).split()
)


def look_of(run: "Element", surroundings: "Surroundings", styles: Styles) -> Look:
    """The look of a run: its own properties, its style's, its paragraph's, its table's, the file's defaults."""
    own = run.find(w("rPr"))
    layers = [] if own is None else [own]
    if own is not None and own.find(w("rStyle")) is not None:
        layers += properties(styles.chain(styles.of(run, "character")), "rPr")
    ground = ground_of(layers) or surroundings.ground
    layers += surroundings.layers
    size = value(layers, "sz")
    colour = value(layers, "color")
    return Look(
        colour="" if colour == "auto" else colour,
        ground=ground,
        size=digits(size, 20) / 2,
        bold=is_on(layers, "b"),
        italic=is_on(layers, "i"),
        underlined=is_on(layers, "u"),
        capitals=is_on(layers, "caps"),
        hidden=is_on(layers, "vanish"),
        direct=frozenset() if own is None else frozenset(str(each.tag).rpartition("}")[2] for each in own),
    )


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a paragraph and the table around it lend its runs: layers of properties, nearest first, and the ground."""

    layers: tuple["Element", ...]
    ground: str


def surroundings_of(paragraph: "Element", styles: Styles) -> Surroundings:
    chain = styles.chain(styles.of(paragraph, "paragraph"))
    layers = [*properties(chain, "rPr")]
    ground = ground_of([*paragraph.iterchildren(w("pPr")), *properties(chain, "pPr")])
    cell = next(paragraph.iterancestors(w("tc")), None)
    if cell is not None:
        row = cell.getparent()
        table = next(cell.iterancestors(w("tbl")))
        parts = list(table_parts(table, row, styles))
        layers += properties(parts, "rPr")
        shades = [*cell.iterchildren(w("tcPr")), *properties(parts, "tcPr"), *table.iterchildren(w("tblPr"))]
        ground = ground or ground_of([*shades, *properties(parts, "tblPr")])
    if styles.run_defaults is not None:
        layers.append(styles.run_defaults)
    return Surroundings(tuple(layers), ground)


def table_parts(table: "Element", row: "Element | None", styles: Styles) -> Iterator["Element"]:
    """What the style of a table says of a row, then what it says of all."""
    chain = styles.chain(styles.of(table, "table"))
    rows = list(table.iterchildren(w("tr")))
    look = table.find(f"{w('tblPr')}/{w('tblLook')}")
    if row is not None and rows and row is rows[0] and look is not None and is_first_row(look):
        for style in chain:
            yield from (each for each in style.iterchildren(w("tblStylePr")) if each.get(w("type")) == "firstRow")
    yield from chain


def is_first_row(look: "Element") -> bool:
    named = look.get(w("firstRow"))
    return named not in NONE if named is not None else bool(hexadecimal(look.get(w("val"), "")) & 0x20)


def hexadecimal(text: str) -> int:
    return int(text, 16) if re.fullmatch("[0-9A-Fa-f]{1,8}", text) else 0


def digits(text: str, otherwise: int = 0) -> int:
    """A number as Word counts, at most 32,767; `otherwise` for what is none."""
    return min(int(text), 32_767) if re.fullmatch("[0-9]{1,9}", text) else otherwise


def properties(holders: "tuple[Element, ...] | list[Element]", name: str) -> list["Element"]:
    return [each for holder in holders if (each := holder.find(w(name))) is not None]


def value(layers: list["Element"], name: str) -> str:
    """The nearest value of a property, "" where no layer sets it."""
    found = (each.get(w("val"), "") for layer in layers if (each := layer.find(w(name))) is not None)
    return next(found, "")


def is_on(layers: list["Element"], name: str) -> bool:
    found = (each.get(w("val"), "1") for layer in layers if (each := layer.find(w(name))) is not None)
    return next(found, "0") not in NONE


def ground_of(layers: list["Element"]) -> str:
    """The nearest highlight or shading, "" where there is none."""
    for layer in layers:
        mark, shade = layer.find(w("highlight")), layer.find(w("shd"))
        if mark is not None and mark.get(w("val")) in HIGHLIGHTS:
            return HIGHLIGHTS[mark.get(w("val"), "")]
        if shade is not None:
            fill = shade.get(w("color" if shade.get(w("val")) == "solid" else "fill"), "auto")
            return "" if fill == "auto" else fill
    return ""


def contrast(one: str, other: str) -> float:
    """WCAG's ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
