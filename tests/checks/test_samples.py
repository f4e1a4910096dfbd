"""What the rules say of the samples and of the files that `new` writes: no error, and what can be defended."""

import pytest
from inputs import SAMPLES

from agreement_kit import check, load, new
from agreement_kit.problems import Problem, format_path

NORTHMERE = [
    ("ROLE-02", "parties[0].strengths[2]"),
    ("VAL-03", "purpose.value_types[1]"),
    ("RACI-03", "raci[4].informed[0]"),
    ("PR-03", "resources.contributions[2]"),
    ("SUB-01", "resources.contributions[2]"),
    ("CREATE-01", "co_creation[1]"),
    ("ENG-02", "engagement.nodes[4].mechanisms"),
    ("LIA-02", "liability.cap_amount"),
]


def found(text: str | bytes) -> list[Problem]:
    return [each for each in check(load(text))[1] if each.severity != "info"]


def named(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(each.rule, format_path(each.place.path)) for each in problems]


def test_the_gold_sample_has_these_findings_and_no_other() -> None:
    problems = found((SAMPLES / "northmere-jro.agreement.yaml").read_bytes())
    assert named(problems) == NORTHMERE
    assert {each.severity for each in problems} == {"warning"}


@pytest.mark.parametrize("name", ["kelderby-programme", "marram-coast-charter"])
def test_the_other_samples_have_none(name: str) -> None:
    assert found((SAMPLES / f"{name}.agreement.yaml").read_bytes()) == []


@pytest.mark.parametrize("tier", ["bronze", "silver", "gold"])
def test_a_file_still_to_be_filled_in_has_none(tier: str) -> None:
    assert found(new(tier)) == []


@pytest.mark.parametrize(
    ("name", "tier"), [("northmere-jro", "gold"), ("kelderby-programme", "silver"), ("marram-coast-charter", "bronze")]
)
def test_the_tier_worked_out_for_a_sample_is_the_one_it_has(name: str, tier: str) -> None:
    text = (SAMPLES / f"{name}.agreement.yaml").read_text("utf-8")
    answers, problems = check(load(text.replace(f"\n  tier: {tier}\n", "\n", 1)))
    assert answers is not None
    assert answers["agreement"]["tier"] == tier  # type: ignore[index]
    assert [each.sentence.split(":")[0] for each in problems if each.rule == "TIER-01"] == [
        f"no tier is given, so it is {tier}"
    ]
