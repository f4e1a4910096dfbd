"""Near matches: what counts as the same thing said twice, and as a slip of one letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreement_kit.checks.governance import people
from agreement_kit.checks.likeness import is_near, is_same, is_slip, stem, stems
from agreement_kit.checks.parts import figure, in_words


@pytest.mark.parametrize(
    "words",
    ["cost costs costing costed", "sponsor sponsors sponsorship", "study studies", "contract contracts contracting"],
)
def test_words_of_one_family_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cost all studies", "Costing of the studies"),
        ("Employ research nurses", "Employ principal investigators or research nurses"),
        ("Train researchers in good clinical practice", "Training researchers in clinical practice"),
    ],
)
def test_texts_that_say_nearly_the_same_are_near(one: str, other: str) -> None:
    assert is_near(stems(one), stems(other))
    assert not is_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cost all studies", "Sponsor all studies"),
        ("Manage non-health research", "Run the research assurance programme"),
        ("", ""),
        ("the parties together", "both parties"),
    ],
)
def test_texts_that_say_something_else_are_not(one: str, other: str) -> None:
    assert not is_near(stems(one), stems(other))


def test_capitals_spaces_and_signs_make_no_difference() -> None:
    assert is_same("Cost, and price:  studies", "cost and price studies.")
    assert not is_same("Cost studies", "Cost the studies")


@pytest.mark.parametrize("slip", ["trst", "truust", "turst", "trist", "rust", "trus"])
def test_one_letter_wrong_is_a_slip(slip: str) -> None:
    assert is_slip("trust", slip)
    assert is_slip(slip, "trust")


@pytest.mark.parametrize("other", ["trust", "trts", "the trust", "tsurt", "", "burst of"])
def test_no_letter_or_several_are_none(other: str) -> None:
    assert not is_slip("trust", other)


@given(st.text("abc", max_size=5), st.text("abc", max_size=5))
def test_a_slip_goes_both_ways(one: str, other: str) -> None:
    assert is_slip(one, other) == is_slip(other, one)


@given(st.text())
def test_any_text_has_stems_and_is_the_same_as_itself(text: str) -> None:
    assert is_same(text, text.upper().lower()) or text != text.upper().lower()
    assert is_near(stems(text), stems(text)) == bool(stems(text))


@pytest.mark.parametrize(
    ("role", "number"),
    [
        ("Chief Medical Officer", 1),
        ("Pro-Vice-Chancellor (Research)", 1),
        ("Director of Adults and Communities", 1),
        ("Staff member elected by the office", 1),
        ("Eight staff, any grade", 8),
        ("Up to 4 members of the panel", 4),
        ("Heads of function", None),
        ("Council representatives", None),
        ("Staff", None),
        ("", 1),
    ],
)
def test_an_entry_stands_for_as_many_people_as_it_says(role: str, number: int | None) -> None:
    assert people(role) == number


def test_words_and_figures_are_put_as_a_reader_expects() -> None:
    from decimal import Decimal

    assert [in_words(list(words)) for words in ("a", "ab", "abc")] == ["a", "a and b", "a, b and c"]
    assert [figure(Decimal(text)) for text in ("20.0", "17.50", "1000", "0")] == ["20", "17.5", "1,000", "0"]
