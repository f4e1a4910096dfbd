"""Rules over answers: each fixture is what follows a small charter, or a whole input that names its own parties, and
what the rules in the fixture's title say of it.
"""

import re
from pathlib import Path

import pytest
from inputs import CHARTER, FIXTURES, cases, printed, problems_of

from agreement_kit import ProblemsFound, check, generate, load
from agreement_kit.checks import answer_rules
from agreement_kit.document import inlines_of, open_items
from agreement_kit.manual import AnyRule, manual, paragraphs

PAGE = Path(__file__).parent.parent.parent / "docs" / "rules.md"
RULE_ID = re.compile(r"\b[A-Z0-9]+-\d\d\b")
CASES = [case for file in sorted(FIXTURES.glob("checks*.md")) for case in cases(file.name)]
TWO_ACCOUNTABLE = "raci:\n  - {activity: Costing, responsible: uni, accountable: [uni, trust]}\n"
ACCEPTED = "checks:\n  accept:\n    RACI-01: {reason: The two offices merge in May}\n"


@pytest.mark.parametrize(
    ("rules", "given", "expected"), [pytest.param(RULE_ID.findall(c.id), *c.values, id=c.id) for c in CASES]
)
def test_an_input_and_what_the_rules_say(rules: list[str], given: str, expected: str) -> None:
    text = given if re.search(r"^parties:", given, re.MULTILINE) else CHARTER + given
    assert rules, "name the rules in the title"
    assert problems_of(text, rules=rules) == expected
    assert "FIELD-" not in problems_of(text)


@pytest.mark.parametrize("rule", answer_rules(), ids=lambda rule: rule.id)
def test_a_rule_has_an_id_and_a_manual_page(rule: AnyRule) -> None:
    assert re.fullmatch(r"[A-Z0-9]+-\d\d", rule.id)
    what, why, remedy = paragraphs(rule.manual)
    assert why.startswith("Why: ")
    assert remedy.startswith("Remedy: ")
    assert all(len(each.split()) > 3 for each in (what, why, remedy))


def test_no_two_rules_have_the_same_id() -> None:
    ids = re.findall(r"^### (\S+)", manual(), re.MULTILINE)
    assert len(ids) == len(set(ids))


def test_every_rule_is_seen_to_find_something_and_to_find_nothing() -> None:
    named = [(rule, rule in RULE_ID.findall(case.values[1])) for case in CASES for rule in RULE_ID.findall(case.id)]
    others = [*Path(__file__).parent.glob("test_l*.py"), *FIXTURES.glob("law*.md")]
    elsewhere = "".join(each.read_text("utf-8") for each in others)
    rules = [rule.id for rule in answer_rules() if rule.id not in elsewhere]
    assert [rule for rule in rules if (rule, True) not in named] == []
    assert [rule for rule in rules if (rule, False) not in named] == []


def test_the_page_of_rules_is_what_their_docstrings_say() -> None:
    assert PAGE.read_text("utf-8") == manual(), "run tools/write_rules.py"


def test_an_error_stands_among_the_open_items_of_a_draft() -> None:
    answers, problems = check(load(CHARTER + TWO_ACCOUNTABLE))
    assert [each.rule for each in problems if each.severity == "error"] == ["RACI-01"]
    assert answers is not None
    (item,) = [item.text for _, item in open_items(generate(answers)) if "RACI" in item.text]
    assert item == ('[Activity "Costing" has 2 accountable parties (uni, trust); name exactly one (RACI-01)]')


@pytest.mark.parametrize("status", ["agreed", "final"])
def test_an_error_stops_a_version_that_is_not_a_draft(status: str) -> None:
    text = (CHARTER + TWO_ACCOUNTABLE).replace("title: Harbour Charter", f"title: Harbour Charter\n  status: {status}")
    answers, _ = check(load(text))
    assert answers is not None
    with pytest.raises(ProblemsFound, match="RACI-01"):
        generate(answers)


def test_what_is_accepted_with_a_reason_is_neither_reported_nor_printed() -> None:
    answers, problems = check(load(CHARTER + TWO_ACCOUNTABLE + ACCEPTED))
    assert printed(problems) == ""
    assert answers is not None
    assert [(each.problem.rule, each.reason) for each in answers.accepted] == [
        ("RACI-01", "The two offices merge in May")
    ]
    assert "RACI-01" not in "".join(inline.text for _, inline in inlines_of(generate(answers)))
