import pytest
from linting import TERM_CLAUSE, noted

from agreement_kit.library import Library
from agreement_kit.lint.ease import DATA, LEGAL, PAGE, WARM, Ease, ease_of, reading_ease, syllables, target_of


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "the pays made times asked wrote world schemes"),
        (2, "party table wanted agreement's report ended able lion people dispute clauses"),
        (3, "agreement according remedy together liable"),
        (4, "organising responsible authority information identified"),
    ],
)
def test_syllables_are_counted_by_rule_of_thumb(count: int, words: str) -> None:
    right = [word for word in words.split() if syllables(word) == count]
    assert len(right) >= len(words.split()) - 2


def test_ease_is_that_of_flesch() -> None:
    found = ease_of("The cat sat on the mat.")
    assert (found.words, found.sentences, found.syllables) == (6, 1, 6)
    assert round(found.flesch, 1) == round(206.835 - 1.015 * 6 - 84.6, 1)


def test_eases_add_up() -> None:
    both = ease_of("The cat sat.") + ease_of("The cat sat on the mat.")
    assert (both.words, both.sentences, both.longest, both.average) == (9, 2, 6, 4.5)
    assert Ease().meets(PAGE)


@pytest.mark.parametrize(
    ("topic", "kind", "target"),
    [
        ("A2", "front", PAGE),
        ("C2", "clause", PAGE),
        ("B1", "clause", WARM),
        ("L1", "clause", LEGAL),
        ("L2", "schedule", DATA),
    ],
)
def test_each_kind_of_clause_has_its_target(topic: str, kind: str, target: object) -> None:
    assert target_of(noted("1. Each Party must pay.\n", topic=topic), kind) == target


def test_the_words_before_a_list_and_each_entry_are_sentences_and_cells_are_not() -> None:
    wording = (
        "1. Each Party must pay. The others must wait: ^when\n\n   1. for a day; and\n   1. for an answer.\n\n"
        "```table Who pays\n| Party | Sum |\n|---|---|\n| {{ host.party }} | All of it. |\n```\n"
    )
    library = Library({"disputes": noted(wording), "terms": TERM_CLAUSE})
    found = reading_ease(library)
    ease, target = found["disputes"]
    assert (ease.sentences, ease.words, ease.longest) == (5, 4 + 4 + 4 + 3 + 3, 4)
    assert target == LEGAL
    assert list(found) == ["disputes", "terms", "group P", "everything"]
    assert found["everything"][0] == found["group P"][0] == ease + found["terms"][0]
