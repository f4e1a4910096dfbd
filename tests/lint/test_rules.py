"""Rules over one wording: each fixture is a wording and what the rules say of it."""

import re
from pathlib import Path

import pytest
from inputs import cases, printed
from linting import lint, noted

from agreement_kit.api import load_library, load_templates
from agreement_kit.lint import all_rules, lint_library
from agreement_kit.manual import AnyRule


@pytest.mark.parametrize(("wording", "expected"), cases("lint.md"))
def test_a_wording_and_what_the_rules_say(wording: str, expected: str) -> None:
    assert lint(noted(wording)) == expected


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_a_rule_has_an_id_a_severity_and_a_manual_page(rule: AnyRule) -> None:
    assert re.fullmatch(r"[A-Z]+-\d\d", rule.id)
    assert rule.severity in ("error", "warning")
    what, why, remedy = re.split(r"\n\s+(?:Why|Remedy): ", rule.manual)
    assert all(len(each.split()) > 3 for each in (what, why, remedy))


def test_every_rule_is_seen_to_find_something() -> None:
    here = "".join(file.read_text("utf-8") for file in Path(__file__).parent.glob("test_*.py"))
    found = here + (Path(__file__).parent.parent / "fixtures" / "lint.md").read_text("utf-8")
    assert [rule.id for rule in all_rules() if f"{rule.id}" not in found] == []


def test_the_library_has_no_errors() -> None:
    problems = lint_library(load_library(), load_templates())
    assert printed(problem for problem in problems if problem.severity == "error") == ""
