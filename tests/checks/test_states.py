"""What may be open in an agreed and in a final text: nothing but what is filled in at signing, and nothing at all."""

import pytest
from inputs import CHARTER, printed

from agreement_kit import ProblemsFound, check, generate, load
from agreement_kit.checks.states import may_be_blank

OPEN = """\
purpose:
  vision: {tbc: One door?}
term:
  end: tbc
"""


def charter(status: str, extra: str = OPEN) -> str:
    signing = CHARTER.replace("legal_form: nhs_trust\n", "legal_form: nhs_trust\n    signatory: {name: tbc}\n")
    return signing.replace("title: Harbour Charter\n", f"title: Harbour Charter\n  status: {status}\n") + extra


@pytest.mark.parametrize("status", ["internal", "draft"])
def test_anything_may_be_open_before_the_text_is_agreed(status: str) -> None:
    assert check(load(charter(status)))[1] == ()


def test_an_agreed_text_is_refused_with_each_open_item_named_at_its_place() -> None:
    answers, problems = check(load(charter("agreed"), name="x.yaml"))
    assert printed(problems) == (
        'x.yaml:17:11: error STATE-01: purpose.vision is still open ("One door?"); '
        "in an agreed text only dates and who signs are"
    )
    assert answers is not None
    with pytest.raises(ProblemsFound, match="STATE-01"):
        generate(answers)


def test_a_final_text_is_refused_for_whatever_is_open() -> None:
    answers, problems = check(load(charter("final"), name="x.yaml"))
    assert [(each.rule, each.sentence.split(" is still open")[0]) for each in problems] == [
        ("STATE-02", "parties[1].signatory.name"),
        ("STATE-02", "purpose.vision"),
        ("STATE-02", "term.end"),
    ]
    assert answers is not None
    with pytest.raises(ProblemsFound, match="STATE-02"):
        generate(answers)


def test_what_is_open_cannot_be_accepted() -> None:
    accepted = "checks:\n  accept:\n    STATE-02: {reason: We are in a hurry}\n"
    rules = [each.rule for each in check(load(charter("final", OPEN + accepted)))[1]]
    assert sorted(rules) == ["CHECK-01", "STATE-02", "STATE-02", "STATE-02"]


@pytest.mark.parametrize("status", ["agreed", "final"])
def test_a_warning_does_not_stop_a_settled_text(status: str) -> None:
    settled = charter(status, "").replace("{name: tbc}", "{name: A. Person}")
    answers, problems = check(load("# \u200b\n" + settled))
    assert [each.severity for each in problems] == ["warning"]
    assert answers is not None
    assert generate(answers)


@pytest.mark.parametrize(
    ("path", "is_blank"),
    [
        (("term", "end"), True),
        (("parties", 0, "signatory"), True),
        (("parties", 0, "signatory", "title"), True),
        (("parties", 0, "name"), False),
        (("parties", 0), False),
        (("term",), False),
        (("signature", "method"), False),
    ],
)
def test_dates_and_who_signs_may_be_blank(path: tuple[str | int, ...], is_blank: bool) -> None:
    assert may_be_blank(path) is is_blank
