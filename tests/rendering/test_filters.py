from datetime import date
from decimal import Decimal

import pytest
from inputs import answers, assembled, clause

from agreement_kit.answers import Day, Listing, Number, OpenItem, Whole, Words
from agreement_kit.document import Answer, Inline, Open, Paragraph, Text
from agreement_kit.rendering import render

PATH = ("a", 0)
OPEN = OpenItem("How many?", (PATH,))


def said(expression: str, **values: object) -> tuple[Inline, ...]:
    """What an expression prints, where its names are a known field's names."""
    return render(f"{{{{ {expression} }}}}", "x.md", 1, values).printed


def words(text: str, printed: str | None = None) -> Words:
    return Words(text, (PATH,), printed)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (words("charter", "a charter"), "a charter"),
        (Whole(2460000, (PATH,)), "2,460,000"),
        (Whole(2029, (PATH,), is_year=True), "2029"),
        (Number(Decimal("410000"), (PATH,), is_money=True), "£410,000"),
        (Number(Decimal("0.50"), (PATH,), is_money=True), "£0.50"),
        (Number(Decimal("1234.50"), (PATH,)), "1,234.50"),
        (Day(date(2027, 4, 1), (PATH,)), "1 April 2027"),
    ],
)
def test_a_value_prints_as_a_reader_wants_it_with_its_path(value: object, expected: str) -> None:
    assert said("background", background=value) == (Answer(expected, (PATH,)),)


def test_an_open_item_prints_in_brackets_and_keeps_what_is_known_of_it() -> None:
    item = OpenItem("How many?", (PATH,), "the Trust", date(2027, 4, 1))
    expected = Open("[How many?]", (PATH,), question="How many?", owner="the Trust", by=date(2027, 4, 1))
    assert said("background", background=item) == (expected,)


@pytest.mark.parametrize(
    ("expression", "value", "expected"),
    [
        ("background | capital", words("the Trust"), "The Trust"),
        ("background | capital", words("uni", "the University"), "The University"),
        ("background | capital", words("élan"), "Élan"),
        ("background | bare", words("We met. "), "We met"),
        ("background | bare", words("We met?"), "We met?"),
        ("background | capital | bare", words("we met."), "We met"),
        ("background | default('none')", words("we met"), "we met"),
        ("background | list", words("we met"), "we met"),
        ("background | measure('days')", Whole(60, (PATH,)), "60 days"),
        ("background | measure('percent')", Number(Decimal(90), (PATH,)), "90%"),
        ("background | measure('%')", Number(Decimal(90), (PATH,)), "90%"),
        ("background | measure('score 1-5')", Number(Decimal("4.0"), (PATH,)), "4.0"),
    ],
)
def test_a_filter_changes_the_words_and_keeps_the_path(expression: str, value: object, expected: str) -> None:
    assert said(expression, background=value) == (Answer(expected, (PATH,)),)


@pytest.mark.parametrize("name", ["capital", "bare", "list", "default('x')", "measure('days')", "list | capital"])
def test_an_open_item_passes_through_every_filter(name: str) -> None:
    assert said(f"background | {name}", background=OPEN) == (Open("[How many?]", (PATH,), question="How many?"),)


@pytest.mark.parametrize(
    ("values", "expected"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"), ([], "")]
)
def test_a_list_is_joined_with_commas_and_and(values: list[str], expected: str) -> None:
    listing = Listing(tuple(words(each) for each in values))
    assert "".join(inline.text for inline in said("background | list", background=listing)) == expected


def test_what_stands_between_the_entries_of_a_list_is_wording() -> None:
    listing = Listing((words("a."), OPEN, words("c.")))
    assert said("background | list | capital | bare", background=listing) == (
        *(Answer("A.", (PATH,)), Text(", "), Open("[How many?]", (PATH,), question="How many?")),
        *(Text(" and "), Answer("c", (PATH,))),
    )


def test_a_literal_of_the_wording_is_wording() -> None:
    assert said("'**none**' | capital") == (Text("**none**"),)
    assert said("document.reference | default('none')", document=answers().root["document"]) == (Text("none"),)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("parties | count == 2", True),
        ("parties | count > 2", False),
        ("objectives | count", False),
        ("principles | count == 1", True),
        ("document.reference", False),
        ("document.reference == 'x'", False),
        ("document.summary", True),
        ("not document.summary", False),
        ("agreement.binding == 'charter'", True),
        ("agreement.binding in ['charter', 'hybrid']", True),
        ("parties[0].id == 'uni' and parties[1].legal_form == 'nhs_trust'", True),
        ("principles", True),
        ("principles == 'x' or principles != 'x' and principles < 5", False),
        ("principles[0].title", True),
        ("'disputes' in chosen", True),
        ("'liability' in chosen", False),
    ],
)
def test_a_condition(condition: str, expected: bool) -> None:
    wording = f"1. A\n\n{{% if {condition} %}}\n1. B\n{{% endif %}}\n"
    blocks = assembled(clause(wording), given=answers("principles: tbc\n")).sections[0].blocks
    assert len([each for each in blocks if isinstance(each, Paragraph)]) == (2 if expected else 1)


def test_a_loop_over_an_open_item_goes_round_once() -> None:
    wording = "{% for principle in principles %}\n1. {{ principle.title }}\n{% endfor %}\n"
    (paragraph,) = assembled(clause(wording), given=answers("principles: tbc\n")).sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert [type(inline) for inline in paragraph.inlines] == [Open]
