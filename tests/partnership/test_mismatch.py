"""Where partners differ: each rule, the rounds, the draft of what all agree on."""

import json
from pathlib import Path

import pytest
from inputs import SAMPLES, printed

from agreement_kit import CannotBeDone, ProblemsFound, check, generate, load, write_docx
from agreement_kit.api import load_record, mismatch
from agreement_kit.docx.inspecting import defects
from agreement_kit.partnership.mismatch import Mismatch, open_blockers

UNI = "intake: {party: uni}\n"
TRUST = "intake: {party: trust}\n"
STAFF = "intake: {party: trust, perspective: workforce}\n"
FIRM = """\
document: {title: Harbour}
agreement: {binding: hybrid}
parties:
  - {id: uni, name: Quayside University, short_name: the University, legal_form: university_chartered}
  - {id: trust, name: Saltmarsh Trust, short_name: the Trust, legal_form: nhs_trust}
"""


def found(*texts: str, agreement: str = ""):  # type: ignore[no-untyped-def]
    sources = [load(text, name=f"{number}.yaml") for number, text in enumerate(texts, 1)]
    named = load(agreement) if agreement else None
    differences, problems = mismatch(sources, agreement=named)
    assert differences is not None, printed(problems)
    return differences


def one(*texts: str) -> Mismatch:
    (only,) = found(*texts).comparison.mismatches
    return only  # type: ignore[no-any-return]


def test_what_two_say_alike_is_common_ground_and_what_one_says_is_nothing() -> None:
    comparison = found(
        UNI + "term: {start: 2027-04-01}\n", TRUST + "term: {start: 1 April 2027}\nfoi: {consult_working_days: 5}\n"
    ).comparison
    assert [(each.topic, each.words) for each in comparison.agreed] == [("Start", "1 April 2027")]
    assert comparison.mismatches == ()


def test_money_is_a_blocker_with_both_figures_in_the_bridge() -> None:
    share = "resources: {contributions: [{party: trust, type: cash, amount: %s}]}\n"
    only = one(UNI + share % "450000", TRUST + share % "410000")
    assert (only.severity, [each.words for each in only.said]) == ("blocker", ["£450,000", "£410,000"])
    assert "£410,000 now" in only.bridge
    assert "up to £450,000" in only.bridge
    assert [each.place.line for each in only.said] == [2, 2]


@pytest.mark.parametrize(
    ("field", "one_value", "other", "severity"),
    [
        ("agreement: {binding: %s}", "charter", "hybrid", "blocker"),
        ("agreement: {governing_law: %s}", "scotland", "england_and_wales", "blocker"),
        ("governance: {decision_rule: %s}", "unanimity", "simple_majority", "blocker"),
        ("agreement: {budget: %s}", "100", "101", "blocker"),
        ("termination: {remedy_days: %s}", "30", "60", "discuss"),
        ("term: {start: %s}", "2027-04-01", "2027-05-01", "discuss"),
    ],
)
def test_a_single_value_that_differs(field: str, one_value: str, other: str, severity: str) -> None:
    assert one(f"{UNI}{field % one_value}\n", f"{TRUST}{field % other}\n").severity == severity


def test_a_tenth_more_or_less_is_near_enough_but_not_of_money() -> None:
    days = "termination: {remedy_days: %s}\n"
    assert found(UNI + days % 30, TRUST + days % 32).comparison.mismatches == ()
    term = "term: {start: 2027-04-01, end: %s}\n"
    assert found(UNI + term % "2030-03-31", TRUST + term % "2030-05-31").comparison.mismatches == ()
    assert one(UNI + term % "2030-03-31", TRUST + term % "2032-03-31").key == "term.end"


def test_rankings_differ_by_what_comes_first() -> None:
    worries = "challenges: [%s]\n"
    only = one(UNI + worries % "double handling, money", TRUST + worries % "assurance, double handling")
    assert [each.words for each in only.said] == ["double handling; then money", "assurance; then double handling"]
    same = found(UNI + worries % "double handling", TRUST + worries % "Double handling!, trust").comparison
    assert (same.mismatches, [each.words for each in same.agreed]) == ((), ["double handling"])


def test_in_and_out_is_a_blocker() -> None:
    inside = "scope: {does: [{text: Award pump-priming grants}]}\n"
    outside = "scope: {does_not: [{text: award of pump priming grants}]}\n"
    only = one(UNI + inside, TRUST + outside)
    assert only.severity == "blocker"
    assert [each.words for each in only.said] == ["In: Award pump-priming grants", "Out: award of pump priming grants"]


def test_two_leads_and_two_accountable_partners_are_told_by_their_names() -> None:
    lead = "scope: {does: [{text: Hold study contracts, lead: %s}]}\n"
    comparison = found(UNI + lead % "uni", TRUST + lead % "trust", agreement=FIRM).comparison
    assert [each.words for each in comparison.mismatches[0].said] == [
        *("Hold study contracts: The University leads", "Hold study contracts: The Trust leads"),
    ]
    raci = "raci: [{activity: Costing, accountable: %s}]\n"
    assert one(UNI + raci % "uni", TRUST + raci % "trust").severity == "blocker"


def test_a_hope_is_met_by_a_pledge_that_says_most_of_it() -> None:
    hope = "expectations: [{by: uni, of: trust, text: Give staff access to trial systems within 15 days.}]\n"
    kept = "pledges: [{by: trust, to: uni, text: Give office staff access to trial systems in 15 days of starting.}]\n"
    other = "pledges: [{by: trust, to: uni, text: Hold a research slot in every board.}]\n"
    assert found(UNI + hope, TRUST + kept).comparison.mismatches == ()
    assert one(UNI + hope, TRUST + other).topic.startswith("A hope without a pledge: Give staff")


def test_the_people_of_one_partner_are_heard_apart() -> None:
    kpi = "kpis: [{id: K2, name: Costings, target: %s}]\n"
    only = one(TRUST + kpi % 80, STAFF + kpi % 90)
    assert (only.between, only.key) == ("perspectives", "trust:kpis.K2")


def test_an_intake_with_a_mistake_gives_no_report() -> None:
    differences, problems = mismatch([load(UNI + "pledgs: []\n", name="1.yaml"), load(TRUST, name="2.yaml")])
    assert differences is None
    assert 'there is no field "pledgs"; did you mean "pledges"?' in printed(problems)


def test_an_unknown_partner_is_named_with_the_nearest() -> None:
    sources = [load("intake: {party: unni}\n", name="1.yaml"), load(TRUST, name="2.yaml")]
    _, problems = mismatch(sources, agreement=load(FIRM))
    assert printed(problems).startswith(
        '1.yaml:1:17: error FIELD-10: party: "unni" is none of uni, trust; did you mean'
    )
    sources = [load(UNI + "pledges: [{by: trsut, text: Ring back.}]\n", name="1.yaml"), load(TRUST, name="2.yaml")]
    _, problems = mismatch(sources)
    assert (
        printed(problems) == '1.yaml:2:16: warning INTAKE-02: "trsut" is no partner (uni, trust); did you mean "trust"?'
    )


def test_two_intakes_of_one_view_are_refused() -> None:
    differences, problems = mismatch([load(UNI, name="1.yaml"), load(UNI, name="2.yaml")])
    assert (differences, [each.rule for each in problems]) == (None, ["INTAKE-01"])


def test_a_round_shows_what_was_settled_and_keeps_owners() -> None:
    days = "termination: {remedy_days: %s}\nagreement: {binding: %s}\n"
    first = found(UNI + days % (30, "hybrid"), TRUST + days % (60, "charter")).record
    assert (first["round"], len(open_blockers(first))) == (1, 1)
    first["mismatches"][0].update(owner="uni", status="agreed")
    sources = [load(UNI + days % (30, "hybrid"), name="1.yaml"), load(TRUST + days % (30, "charter"), name="2.yaml")]
    second, _ = mismatch(sources, previous=first)
    assert second is not None
    assert second.record["round"] == 2
    assert [(each["owner"], each["status"], each["since"]) for each in second.record["mismatches"]] == [
        ("uni", "agreed", 1)
    ]
    assert [each["topic"] for each in second.record["settled"]] == ["Days to put a breach right"]
    assert open_blockers(second.record) == ()


@pytest.mark.parametrize("text", ["nonsense", "[]", "{}", '{"format": 2, "mismatches": []}'])
def test_a_record_that_is_none_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_text(text)
    with pytest.raises(CannotBeDone, match="MIS-01"):
        load_record(file)


def test_the_draft_holds_what_is_agreed_and_an_open_item_for_the_rest() -> None:
    share = "resources: {contributions: [{party: trust, type: cash, amount: %s, period: year}]}\n"
    extra = "scope: {does_not: [{text: Own property, stays_with: Innovation office}]}\n"
    draft = found(UNI + share % 450000 + extra, TRUST + share % 410000).draft()
    answers, problems = check(load(draft))
    assert answers is not None, printed(problems)
    assert "uni says £450,000; trust says £410,000" in draft
    assert "stays_with_other: Innovation office" in draft
    assert generate(answers).of_kind("clause")


def test_the_draft_keeps_what_an_agreement_holds_already() -> None:
    base = (SAMPLES / "northmere-jro.agreement.yaml").read_text("utf-8")
    kpi = "kpis: [{id: K2, name: Costings in time, target: %s}]\n"
    draft = found(UNI + kpi % 80, TRUST + kpi % 90, agreement=base).draft()
    answers, problems = check(load(draft))
    assert answers is not None, printed(problems)
    assert [each.rule for each in problems if each.severity == "error"] == []
    assert "University of Northmere" in draft
    assert "id: K3" in draft
    assert "The University says 80; The Trust says 90" in draft


def test_the_report_is_a_sound_word_file_and_the_record_is_json() -> None:
    worries = "challenges: [%s]\npurpose: {vision: One door}\n"
    differences = found(UNI + worries % "money", TRUST + worries % "time")
    assert defects(write_docx(differences.report())) == ()
    assert json.loads(json.dumps(differences.record))["mismatches"][0]["said"][0]["words"] == "money"


@pytest.mark.parametrize("status", ["agreed", "final"])
def test_nothing_is_agreed_while_a_blocker_is_open(status: str, tmp_path: Path) -> None:
    record = found(UNI + "agreement: {binding: hybrid}\n", TRUST + "agreement: {binding: charter}\n").record
    (tmp_path / "report.json").write_text(json.dumps(record))
    file = tmp_path / "ours.yaml"
    text = FIRM.replace("{binding: hybrid}", "{binding: charter, mismatch: report.json}")
    file.write_text(text.replace("title: Harbour", f"title: Harbour, status: {status}"))
    answers, _ = check(load(file))
    assert answers is not None
    with pytest.raises(ProblemsFound, match="MIS-02"):
        generate(answers)
    record["mismatches"][0]["status"] = "agreed"
    (tmp_path / "report.json").write_text(json.dumps(record))
    assert generate(answers).of_kind("clause")
