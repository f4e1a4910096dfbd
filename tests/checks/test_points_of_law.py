"""Points of law over answers: what stands before a small agreement, and what the rules in the title say of it."""

import re

import pytest
from inputs import CHARTER, cases, printed

from agreement_kit import check, load
from agreement_kit.checks import answer_rules

AGREEMENT = CHARTER.replace("binding: charter", "binding: hybrid")
SECTIONS = re.findall(r"^\w+:\n(?:[ -].*\n)+", AGREEMENT, re.MULTILINE)
CASES = [pytest.param(case.id, *case.values, id=case.id) for case in cases("law.md")]


def completed(text: str) -> str:
    """The text with those sections of the small agreement behind it that it does not have itself."""
    return text + "".join(each for each in SECTIONS if not re.search(f"^{each.split(':')[0]}:", text, re.MULTILINE))


@pytest.mark.parametrize(("title", "text", "expected"), CASES)
def test_an_input_and_what_the_rules_in_its_title_say(title: str, text: str, expected: str) -> None:
    named = re.findall(r"[A-Z0-9]+-\d\d", title)
    assert named
    _, problems = check(load(completed(text).encode(), name="x.yaml"))
    assert [each.rule for each in problems if each.rule.startswith(("FIELD", "YAML", "REF"))] == []
    assert printed((each for each in problems if each.rule in named), infos=True) == expected


def test_every_point_of_law_has_an_input_that_it_passes_and_one_that_it_reports() -> None:
    reported = {rule for case in CASES if case.values[2] for rule in re.findall(r"[A-Z0-9]+-\d\d", str(case.values[0]))}
    passed = {
        rule for case in CASES if not case.values[2] for rule in re.findall(r"[A-Z0-9]+-\d\d", str(case.values[0]))
    }
    assert reported == passed


def test_no_draft_is_made_where_another_document_is_needed() -> None:
    stopping = {rule.id for rule in answer_rules() if rule.stops}
    assert {"CR-01", "NAT-01", "PR-01", "S75-01"} <= stopping
    text = "agreement: {binding: hybrid, kind: single_study}\n"
    answers, problems = check(load(completed(text)))
    assert answers is None
    assert "model Non-Commercial Agreement" in printed(problems)
    reason = "checks: {accept: {NAT-01: {reason: The study is an educational one without patients}}}\n"
    answers, _ = check(load(completed(text + reason)))
    assert answers is not None
