"""Drawings as values: a few shapes on a plane, measured in points from its upper left corner. The writers of Word and
HTML draw them; whatever they show stands in a table beside them too, and nothing is said by colour alone.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

ACCENT, GREY, INK, BAND, LINE, PAPER = "#1F3864", "#595959", "#1C1C1C", "#E7ECF2", "#A6A6A6", "#FFFFFF"
"""The colours of the house: words on paper or on the band have a contrast of 4.5 or more in all but the last two."""

WIDEST = 450
"""What fits between the margins of a page, in points."""

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float
    fill: str = PAPER
    line: str = ""
    corner: float = 0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    colour: str = LINE
    width: float = 1


@dataclass(frozen=True, slots=True)
class Disc:
    x: float
    y: float
    radius: float
    fill: str = ACCENT
    line: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """One line of words; `y` is where they stand, `x` where they begin, have their middle, or end."""

    x: float
    y: float
    text: str
    size: float = 9
    anchor: Anchor = "start"
    bold: bool = False
    colour: str = INK


Shape: TypeAlias = Box | Stroke | Disc | Label


def words_width(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide words are in Arial, on the safe side."""
    narrow = sum(sign in "fijlrtI.,:;'|!()[]- " for sign in text)
    wide = sum(sign in "mwMW%@—" or sign.isupper() for sign in text)
    return size * (0.31 * narrow + 0.78 * wide + 0.56 * (len(text) - narrow - wide)) * (1.06 if bold else 1)


def wrapped(text: str, width: float, size: float, *, bold: bool = False, most: int = 4) -> tuple[str, ...]:
    """The words in lines that fit the width, at most so many; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    for word in text.split():
        if lines and words_width(f"{lines[-1]} {word}", size, bold=bold) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
    return tuple(lines)
