"""One agreement with twenty mistakes of different kinds: all twenty are found in one run."""

import pytest
from inputs import SAMPLES

from agreement_kit import check, load
from agreement_kit.problems import format_path

SAMPLE = (SAMPLES / "northmere-jro.agreement.yaml").read_text("utf-8")

MISTAKES = {
    ("TERM-02", "plan.milestones[0].due"): ("due: 2027-06-01", "due: 2031-06-01"),
    ("RACI-01", "raci[3].accountable"): (
        "accountable: trust\n  - activity: Dash",
        "accountable: [uni, trust]\n  - activity: Dash",
    ),
    ("RACI-02", "raci[1]"): ("    responsible:\n      - trust\n    accountable: trust\n", "    accountable: trust\n"),
    ("STAFF-01", "resources.contributions[3].fte"): ("fte: 10.5", "fte: 20"),
    ("KPI-05", "kpis[0].direction"): ("target: 60", "target: 160"),
    ("KPI-07", "kpis[1].rag.green"): ("green: 85\n      red: 70", "green: 70\n      red: 85"),
    ("KPI-01", "kpis[2]"): ("    baseline: 4120\n", ""),
    ("KPI-03", "kpis[4]"): ("    owner: uni\n    source: survey\n", "    source: survey\n"),
    ("SCOPE-02", "scope.does_not[2].text"): (
        "Decide clinical priorities",
        "cost and price all studies involving both partners",
    ),
    ("SCOPE-04", "scope.does_not[4]"): ("      stays_with:\n        - uni\n      reason: outside purpose\n", ""),
    ("NEAR-01", "scope.does_not[1].stays_with_other"): ("University innovation office", "trst"),
    ("VAL-01", "purpose.value_types[3].rank"): ("rank: 4", "rank: 3"),
    ("PURPOSE-01", "purpose"): (
        "  only_together: Neither organisation can remove double handling alone because each controls half the "
        "pathway.\n",
        "",
    ),
    ("GOV-02", "governance.bodies[0].quorum.members"): (
        "members: 4\n        per_party: 1",
        "members: 9\n        per_party: 1",
    ),
    ("GOV-07", "governance.meetings.in_person_per_year"): ("in_person_per_year: 4", "in_person_per_year: 0"),
    ("ENG-01", "engagement.nodes[1]"): ("      links:\n        - person: Tomasz Hale\n          org: uni\n", ""),
    ("LADDER-04", "disputes.ladder[2].who"): ("who: Vice-Chancellor and Chief Executive", "who: operational leads"),
    ("MONEY-04", "finance.income_split.shares"): ("percent: 50", "percent: 60"),
    ("MONEY-01", "plan.cost.amount"): ("  cost:\n    amount: 2460000", "  cost:\n    amount: 2460500"),
    ("TERM-05", "membership.withdrawal_months"): ("withdrawal_months: 9", "withdrawal_months: 12"),
    ("DEADLINE-01", "agreement.deadline"): ("deadline: 2027-03-31", "deadline: 2027-05-31"),
}
"""Rule and path at which it is found → what stands in the sample, and the mistake in its place."""

FOLLOWING = {("MONEY-02", "plan.cost.amount"), ("MONEY-03", "evaluation.roi.inputs_cost")}
"""What else is wrong because the plan costs more: the budget and the return were reckoned on the old figure."""


def found(text: str) -> set[tuple[str, str]]:
    problems = check(load(text.encode(), name="x.yaml"))[1]
    return {(each.rule, format_path(each.place.path)) for each in problems if each.severity != "info"}


def test_twenty_mistakes_of_different_kinds_are_found_in_one_run() -> None:
    text = SAMPLE
    for right, wrong in MISTAKES.values():
        assert right in text
        text = text.replace(right, wrong, 1)
    assert len({rule for rule, _ in MISTAKES}) >= 20
    assert found(text) >= MISTAKES.keys() | FOLLOWING
    assert not found(SAMPLE) & (MISTAKES.keys() | FOLLOWING)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake[0])
def test_a_mistake_is_found_alone_as_well(mistake: tuple[str, str]) -> None:
    right, wrong = MISTAKES[mistake]
    assert mistake in found(SAMPLE.replace(right, wrong, 1))
