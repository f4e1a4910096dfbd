"""Word by word: both texts are in the pieces, and no more than what changed is marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreement_kit.word_diff import is_changed, lines_of, word_diff

WORDS = st.lists(
    st.sampled_from(
        ["the", "Board", "must", "meet", "10", "days", ",", ".", " ", "\n", "{% if a %}", "£1,000", "-", "’"]
    ),
    max_size=25,
).map("".join)


@given(WORDS, WORDS)
def test_each_text_is_the_pieces_that_it_has(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    assert "".join(each.text for each in pieces if each.kind != "inserted") == old
    assert "".join(each.text for each in pieces if each.kind != "deleted") == new
    assert all(each.text for each in pieces)


@given(st.text(), st.text())
def test_nothing_is_lost_of_any_text(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    assert "".join(each.text for each in pieces if each.kind != "inserted") == old
    assert "".join(each.text for each in pieces if each.kind != "deleted") == new


def marked(old: str, new: str) -> str:
    brackets = {"same": ("", ""), "deleted": ("[", "]"), "inserted": ("{", "}")}
    return "".join(f"{brackets[each.kind][0]}{each.text}{brackets[each.kind][1]}" for each in word_diff(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("within 10 days", "within 15 days", "within [10]{15} days"),
        ("pays £1,000.50.", "pays £1,000.75.", "pays [£1,000.50]{£1,000.75}."),
        ("keep their word", "keep good faith", "keep [their word]{good faith}"),
        ("a\nb", "a\nb\nc", "a\nb{\nc}"),
        ("the same", "the same", "the same"),
        ("x {% if a %}y", "x {% if b %}y", "x [{% if a %}]{{% if b %}}y"),
    ],
)
def test_changes_are_whole_words(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_lines_know_whether_they_changed() -> None:
    assert [is_changed(line) for line in lines_of(word_diff("a\nb c\nd", "a\nb e\nd"))] == [False, True, False]
