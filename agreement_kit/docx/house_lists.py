"""The lists of a house style's file: each style that is numbered must count as the references in the text print it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agreement_kit.docx.house_styles import chain, shown_name
from agreement_kit.docx.namespaces import w
from agreement_kit.problems import Place, Problem, error

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Level = tuple[str, str, str]
"""The style that counts at a level, or "" for none; how it counts; what is printed around the number."""

NEEDED_LISTS: dict[str, tuple[Level, ...]] = {
    "clauses": (
        ("Heading3", "decimal", "%1"),
        ("Clause1", "decimal", "%1.%2"),
        ("Clause2", "lowerLetter", "(%3)"),
        ("Clause3", "lowerRoman", "(%4)"),
    ),
    "schedules": (("ScheduleHeading", "decimal", "Schedule %1"),),
    "paragraphs of schedules": (
        ("Schedule1", "decimal", "%1"),
        ("Schedule2", "decimal", "%1.%2"),
        ("Schedule3", "lowerLetter", "(%3)"),
        ("", "lowerRoman", "(%4)"),
    ),
    "recitals": (
        ("Recital1", "upperLetter", "(%1)"),
        ("Recital2", "lowerRoman", "(%2)"),
        ("Recital3", "lowerLetter", "(%3)"),
    ),
    "parties": (
        ("Party1", "decimal", "(%1)"),
        ("Party2", "lowerLetter", "(%2)"),
        ("Party3", "lowerRoman", "(%3)"),
    ),
}
"""What a list numbers → its levels. `numbering` counts in the same way."""

FIRST = {"decimal": "1", "lowerLetter": "a", "lowerRoman": "i", "upperLetter": "A"}


@dataclass(frozen=True, slots=True)
class Lists:
    """`list_of` is the list that each style numbers by, `abstract_of` the pattern that each list follows: Word gives
    both new ids when it saves.
    """

    list_of: dict[str, int]
    abstract_of: dict[int, int]


def read_lists(numbering: "Element", sheet: "Element", styles: "Mapping[str, Element]") -> Lists:
    """The lists by which the needed styles number."""
    list_of = {key: number for key, style in styles.items() if (number := list_number(sheet, style))}
    abstract_of = {}
    for each in numbering.iterchildren(w("num")):
        pattern = each.find(w("abstractNumId"))
        if pattern is not None:
            abstract_of[int(each.get(w("numId"), "0"))] = int(pattern.get(w("val"), "0"))
    return Lists(list_of, abstract_of)


def list_number(sheet: "Element", style: "Element") -> int:
    """The list of a style, its own or an inherited one; 0 for none."""
    for each in chain(sheet, style):
        number = each.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if number is not None:
            return int(number.get(w("val"), "0"))
    return 0


def list_problems(lists: Lists, numbering: "Element", place: Place) -> Iterator[Problem]:
    """Lists that are missing, and levels that count in another way than the references in the text do."""
    for name, levels in NEEDED_LISTS.items():
        first = levels[0][0]
        number = lists.list_of.get(first, 0)
        if number not in lists.abstract_of:
            sentence = f'the list that numbers the {name} is missing: the style "{shown_name(first)}" has no number'
            yield error(place, "STYLE-02", f"{sentence}, where {example(levels[0])} is needed")
            continue
        pattern = levels_of(numbering, lists.abstract_of[number])
        for depth, level in enumerate(levels):
            style, form, text = level
            found = pattern.get(depth)
            shown = f'the style "{shown_name(style)}"' if style else f"level {depth + 1}"
            if style and lists.list_of.get(style) != number:
                sentence = f"{shown} does not belong to the list that numbers the {name}"
                yield error(place, "STYLE-02", f"{sentence}: {example(level)} is needed")
            elif found is None or found[1:] != (form, text) or found[0] not in ("", style):
                printed = "nothing" if found is None else example(found)
                sentence = f"{shown} in the list that numbers the {name} prints {printed} where {example(level)} is"
                yield error(place, "STYLE-02", f"{sentence} needed: references in the text print that")


def example(level: Level) -> str:
    """What the first of a level prints: "1.1", "(a)"."""
    _, form, text = level
    first = FIRST.get(form, f"[{form}]")
    for number in "987654321":
        is_own = number == max(filter(str.isdigit, text), default="")
        text = text.replace(f"%{number}", first if is_own else "1")
    return f'"{text}"'


def levels_of(numbering: "Element", abstract: int) -> dict[int, Level]:
    """The levels of a pattern from 0, without the full stop after a number, which references leave out. A pattern may
    stand under the name of a list style.
    """
    patterns = {int(each.get(w("abstractNumId"), "0")): each for each in numbering.iterchildren(w("abstractNum"))}
    pattern = patterns.get(abstract)
    if pattern is None:
        return {}
    named = pattern.find(w("numStyleLink"))
    if named is not None:
        links = ((each, each.find(w("styleLink"))) for each in patterns.values())
        pattern = next(
            (each for each, link in links if link is not None and link.get(w("val")) == named.get(w("val"))), pattern
        )
    return {int(each.get(w("ilvl"), "0")): level_of(each) for each in pattern.iterchildren(w("lvl"))}


def level_of(level: "Element") -> Level:
    style, form, text = (level.find(w(name)) for name in ("pStyle", "numFmt", "lvlText"))
    return (
        "" if style is None else style.get(w("val"), ""),
        "decimal" if form is None else form.get(w("val"), ""),
        "" if text is None else text.get(w("val"), "").rstrip("."),
    )
