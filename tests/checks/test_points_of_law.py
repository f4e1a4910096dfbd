"""Points of law over answers: what stands before a small agreement, and what the rules in the title say of it."""

import re

import pytest
from inputs import CHARTER, SAMPLES, cases, printed

from agreement_kit import check, load
from agreement_kit.api import new
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
    assert printed(each for each in problems if each.rule in named) == expected


def test_every_point_of_law_has_an_input_that_it_passes_and_one_that_it_reports() -> None:
    reported = {rule for case in CASES if case.values[2] for rule in re.findall(r"[A-Z0-9]+-\d\d", str(case.values[0]))}
    passed = {
        rule for case in CASES if not case.values[2] for rule in re.findall(r"[A-Z0-9]+-\d\d", str(case.values[0]))
    }
    assert reported == passed


SAID_OF_SAMPLES = {
    "kelderby-programme": ["info COOP-01"],
    "marram-coast-charter": ["info COOP-01"],
    "northmere-jro": ["info DP-08", "info MS-01", "warning LIA-02", "warning PR-03", "warning SUB-01"],
}


@pytest.mark.parametrize("sample", SAID_OF_SAMPLES)
def test_of_a_sample_nothing_is_said_but_what_can_be_defended(sample: str) -> None:
    ours = {rule.id for rule in answer_rules() if rule.manual.count("section") or rule.id in str(SAID_OF_SAMPLES)}
    _, problems = check(load(SAMPLES / f"{sample}.agreement.yaml"))
    assert sorted(f"{each.severity} {each.rule}" for each in problems if each.rule in ours) == SAID_OF_SAMPLES[sample]


@pytest.mark.parametrize("tier", ["bronze", "silver", "gold"])
def test_a_file_to_fill_in_breaks_no_law_yet(tier: str) -> None:
    assert printed(check(load(new(tier)))[1]) == ""


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
