import re

import pytest

from agreement_kit.document import Answer, Document, Paragraph, Text
from agreement_kit.html.style import STYLE, css_string, style_of

WORDS_ON_GROUND = [
    (words, ground, 4.5)
    for words, ground in (
        ("ink", "paper"),
        ("grey", "paper"),
        ("accent", "paper"),
        ("ink", "band"),
        ("accent", "band"),
        ("mark-ink", "mark"),
    )
]
MARKS_ON_GROUND = [("grey", "paper", 3.0), ("accent", "paper", 3.0)]
"""The line to sign on; the ring around what has the focus."""

LINES = {"line", "hair", "shade"}
"""Colours that carry no meaning."""


def schemes() -> dict[str, dict[str, str]]:
    roots = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    return dict(zip(("light", "dark"), (dict(re.findall(r"--([\w-]+): (#\w+);", root)) for root in roots), strict=True))


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("words", "ground", "least"), WORDS_ON_GROUND + MARKS_ON_GROUND)
def test_colours_have_enough_contrast(scheme: str, words: str, ground: str, least: float) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[words], colours[ground]) >= least


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_is_checked(scheme: str) -> None:
    checked = {name for words, ground, _ in WORDS_ON_GROUND for name in (words, ground)}
    assert schemes()[scheme].keys() == checked | LINES


def test_no_colour_stands_outside_the_schemes() -> None:
    rules = re.sub(r":root \{.*?\}", "", STYLE, flags=re.DOTALL)
    assert not re.search(r"#[0-9a-f]{3,8}\b|rgb", rules)


def test_no_answer_ends_a_string_or_the_style() -> None:
    assert css_string('a" </style>\\\n£') == '"a\\000022 \\00003c\\00002fstyle\\00003e\\00005c\\00000a\\0000a3"'


def test_printed_pages_are_headed_by_the_lines_of_the_header() -> None:
    header = (Paragraph((Answer("Charter"), Text("\tDraft"))), Paragraph((Text("REF 1"),)))
    style = style_of(Document("Charter", (), header))
    assert '@top-left { content: "Charter\\00000aREF 1";' in style
    assert '@top-right { content: "Draft\\00000a";' in style
