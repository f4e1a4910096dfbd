"""The numbers that Word prints beside paragraphs, counted from a file's own lists."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agreement_kit.docx.inspecting.styles import Styles, digits, properties
from agreement_kit.docx.namespaces import w
from agreement_kit.numbering import capitals, full_number, letters, roman

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": letters,
    "upperLetter": capitals,
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "decimalZero": lambda count: f"{count:02}",
}
LEVELS = 9


@dataclass(frozen=True, slots=True)
class Number:
    """`label` as printed beside the paragraph ("7.2", "(a)"), `full` as REF \\w prints it ("7.2(a)"); both "" for a
    bullet. `skipped` says that the level above was never counted.
    """

    label: str
    full: str
    level: int
    is_skipped: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    start: int
    form: str
    text: str
    is_legal: bool
    restarts: bool


def numbers_of(body: "Iterable[Element]", sheet: "Element | None", styles: Styles) -> "dict[Element, Number]":
    """The number of each numbered paragraph, in the order of the page."""
    lists = lists_in(sheet, styles)
    counts: dict[str, list[int]] = {}
    begun: set[str] = set()
    found = {}
    for paragraph in body:
        used = list_of(paragraph, styles, lists)
        if used is None:
            continue
        number, at = used
        pattern, begins, levels = lists[number]
        count = counts.setdefault(pattern, [0] * LEVELS)
        for each in begins if number not in begun else ():
            count[each] = 0
        begun.add(number)
        above_missing = any(not each for each in count[:at])
        count[at] = count[at] + 1 if count[at] else levels[at].start
        for upper in range(at):
            count[upper] = count[upper] or levels[upper].start
        for deeper in range(at + 1, LEVELS):
            count[deeper] = 0 if levels[deeper].restarts else count[deeper]
        printed = [label(levels, count, each) for each in range(at + 1)]
        full = full_number([each.rstrip(".") for each in printed if each.rstrip(".")]) if printed[at] else ""
        found[paragraph] = Number(printed[at], full, at + 1, above_missing)
    return found


Lists = Mapping[str, tuple[str, frozenset[int], list[Level]]]
"""Id of a list → the pattern it follows, the levels it begins anew, its levels."""


def lists_in(sheet: "Element | None", styles: Styles) -> Lists:
    if sheet is None:
        return {}
    patterns = {each.get(w("abstractNumId"), ""): each for each in sheet.iter(w("abstractNum"))}
    found = {}
    for each in sheet.iter(w("num")):
        pattern = value(each, "abstractNumId")
        linked = value(patterns[pattern], "numStyleLink") if pattern in patterns else ""
        if linked:
            named = properties(styles.chain(linked), "pPr")
            inner = next((number for layer in named if (number := layer.find(f".//{w('numId')}")) is not None), None)
            target = "" if inner is None else inner.get(w("val"), "")
            holder = next((num for num in sheet.iter(w("num")) if num.get(w("numId")) == target), each)
            pattern = value(holder, "abstractNumId")
        if pattern not in patterns:
            continue
        levels = [Level(1, "decimal", "", False, True)] * LEVELS
        overrides = list(each.iterchildren(w("lvlOverride")))
        inside = [lvl for override in overrides for lvl in override.iterchildren(w("lvl"))]
        for lvl in [*patterns[pattern].iterchildren(w("lvl")), *inside]:
            levels[min(digits(lvl.get(w("ilvl"), "")), LEVELS - 1)] = level_of(lvl)
        begins = set()
        for override in overrides:
            if start := value(override, "startOverride"):
                at = min(digits(override.get(w("ilvl"), "")), LEVELS - 1)
                levels[at] = replace(levels[at], start=digits(start, 1))
                begins.add(at)
        found[each.get(w("numId"), "")] = (pattern, frozenset(begins), levels)
    return found


def level_of(lvl: "Element") -> Level:
    legal = lvl.find(w("isLgl"))
    return Level(
        digits(value(lvl, "start"), 1),
        value(lvl, "numFmt") or "decimal",
        value(lvl, "lvlText"),
        legal is not None and legal.get(w("val"), "1") not in ("0", "false"),
        value(lvl, "lvlRestart") != "0",
    )


def label(levels: list[Level], counts: list[int], at: int) -> str:
    """What stands beside a paragraph of that level; "" for a bullet."""
    level = levels[at]
    if level.form in ("bullet", "none"):
        return ""
    text = level.text
    for each in range(at + 1):
        form = FORMATS.get("decimal" if level.is_legal else levels[each].form, str)
        text = text.replace(f"%{each + 1}", form(counts[each]) if counts[each] > 0 else "0")
    return text.strip()


def list_of(paragraph: "Element", styles: Styles, lists: Lists) -> tuple[str, int] | None:
    """The list that a paragraph counts in, and at which level from 0; its own properties go before its style's."""
    chain = styles.chain(styles.of(paragraph, "paragraph"))
    named = [each for layer in layers(paragraph, chain) if (each := layer.find(w("numPr"))) is not None]
    number = next((found for each in named if (found := value(each, "numId"))), "")
    level = next((found for each in named if (found := value(each, "ilvl"))), "0")
    return (number, min(digits(level), LEVELS - 1)) if number in lists else None


def layers(paragraph: "Element", chain: tuple["Element", ...]) -> Iterator["Element"]:
    yield from paragraph.iterchildren(w("pPr"))
    yield from properties(chain, "pPr")


def value(element: "Element", name: str) -> str:
    found = element.find(w(name))
    return "" if found is None else found.get(w("val"), "")
