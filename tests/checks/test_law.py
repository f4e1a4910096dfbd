import pytest
from inputs import CHARTER, problems_of


def under(law: str) -> str:
    return problems_of(CHARTER.replace("binding: charter", f"binding: charter\n  governing_law: {law}"))


@pytest.mark.parametrize("law", ["england_and_wales", "tbc", "{tbc: Which law?, owner: uni}"])
def test_the_law_of_england_and_wales_is_covered_and_an_open_one_may_become_it(law: str) -> None:
    assert under(law) == ""


def test_no_law_said_is_the_law_of_england_and_wales() -> None:
    assert problems_of(CHARTER) == ""


@pytest.mark.parametrize(
    ("law", "words"), [("scotland", "the law of Scotland"), ("northern_ireland", "the law of Northern Ireland")]
)
def test_any_other_law_is_refused_at_its_place(law: str, words: str) -> None:
    assert under(law) == (
        f'x.yaml:5:18: error LAW-01: the clause library does not cover "{words}" yet, only the law of England and '
        "Wales\n  Ask a lawyer of that law for a draft."
    )
