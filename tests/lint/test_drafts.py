"""Rules over drafts: clauses of one's own over the kit's, an input, and what the rules say of the draft."""

from dataclasses import replace
from pathlib import Path

import pytest
from inputs import CHARTER, SAMPLES, clause_file, printed

from agreement_kit import ProblemsFound, check, load
from agreement_kit.api import Plan, new, plan
from agreement_kit.document import Paragraph, Text, inlines_of, open_items
from agreement_kit.lint.drafts import Draft, draft_rules, judged
from agreement_kit.manual import AnyRule, paragraphs

HYBRID = CHARTER.replace("binding: charter", "binding: hybrid\n  tier: silver")
CAPPED = "1. No Party is liable for loss of income. A Party's liability is limited to £1m in each year.\n"
SPARED = "1. Nothing in this Agreement limits liability for:\n\n   1. death or personal injury; or\n   1. fraud.\n"


def planned(text: str, folder: Path, **clauses: tuple[str, str]) -> Plan:
    """The plan of an input, with own clauses by id: topic and wording."""
    folder = folder / "ours"
    folder.mkdir()
    for name, (topic, wording) in clauses.items():
        clause_id = name.replace("_", "-")
        body = clause_file(f"## only\n\n{wording}", name=clause_id, topic=topic)
        (folder / f"{clause_id}.md").write_text(body, "utf-8")
    answers, problems = check(load(text.encode(), name="x.yaml"), libraries=[folder])
    assert answers is not None, printed(problems)
    return plan(answers, libraries=[folder])


def found(rule: str, text: str, folder: Path, **clauses: tuple[str, str]) -> str:
    """What one rule says of the draft, at the clause's own file name."""
    draft = planned(text, folder, **clauses).draft()
    said = printed((each for each in draft.answers.problems if each.rule == rule), infos=True)
    return said.replace(f"{folder}/ours/", "")


def test_a_limit_of_liability_without_carve_outs_is_an_error_at_its_clause(tmp_path: Path) -> None:
    general = ("T1", "1. This Agreement binds successors.\n")
    assert found("LIA-01", HYBRID, tmp_path, liability=("O2", CAPPED), general=general) == (
        'liability.md:23:1: error LIA-01: "Liability" limits liability, and nothing says that this leaves death or '
        "personal injury and fraud alone\n"
        "  Add: nothing in this Agreement limits liability for death or personal injury caused by negligence, or for "
        "fraud."
    )


def test_carve_outs_may_stand_in_any_clause(tmp_path: Path) -> None:
    assert found("LIA-01", HYBRID, tmp_path, liability=("O2", CAPPED), general=("T1", SPARED)) == ""


def test_a_limit_that_covers_injury_is_an_error(tmp_path: Path) -> None:
    wording = f"1. A Party's liability, also for death or personal injury, is limited to £1m.\n{SPARED}"
    assert 'LIA-03: "Liability" limits liability for death' in found(
        "LIA-03", HYBRID, tmp_path, liability=("O2", wording)
    )


def test_a_limit_that_spares_injury_is_none(tmp_path: Path) -> None:
    assert found("LIA-03", HYBRID, tmp_path, liability=("O2", CAPPED + SPARED)) == ""


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        (
            "1. Each Party must keep confidential what it receives.\n",
            'confidentiality.md:23:1: error CONF-01: "Confidentiality" keeps people from speaking, and does not spare '
            "protected disclosures\n  Add that nothing prevents a protected disclosure.",
        ),
        ("1. Each Party must keep it confidential.\n1. Nothing prevents a protected disclosure.\n", ""),
        ("1. Each Party may publish all that it receives.\n", ""),
    ],
)
def test_secrecy_spares_those_who_speak_up(wording: str, expected: str, tmp_path: Path) -> None:
    assert found("CONF-01", HYBRID, tmp_path, confidentiality=("L3", wording)) == expected


GENERAL = ("T1", "1. A notice must be in writing.\n")
WHOLE = {
    "TP-01": "nothing says that nobody but the parties may enforce the agreement",
    "BP-01": "nothing denies a partnership in law or agency",
    "ORG-03": "nothing says that the agreement binds successors of a party",
}


@pytest.mark.parametrize("rule", WHOLE)
def test_what_general_provisions_leave_out_is_missed(rule: str, tmp_path: Path) -> None:
    expected = f"x.yaml:4:12: {'warning' if rule == 'ORG-03' else 'error'} {rule}: {WHOLE[rule]}"
    assert found(rule, HYBRID, tmp_path, general=GENERAL).splitlines()[0] == expected


@pytest.mark.parametrize("rule", WHOLE)
def test_what_does_not_bind_needs_no_general_provisions(rule: str, tmp_path: Path) -> None:
    assert found(rule, CHARTER, tmp_path, general=GENERAL) == ""


def test_the_third_party_act_is_that_of_the_governing_law(tmp_path: Path) -> None:
    wording = "1. Nobody may enforce it under the Contract (Third Party Rights) (Scotland) Act 2017.\n"
    assert found("TP-02", HYBRID, tmp_path, general=("T1", wording)) == (
        'general.md:23:1: error TP-02: "General" excludes third parties under an Act of another nation\n'
        "  Name the Act of 1999."
    )


def test_words_on_signing_are_missed(tmp_path: Path) -> None:
    status = ("A6", "1. This Agreement is in part a contract. ^labels\n")
    assert found("DOC-04", HYBRID, tmp_path, legal_status=status).startswith(
        "x.yaml:4:12: warning DOC-04: nothing says"
    )


PROCESSOR = "data:\n  flows:\n    - {id: F1, from: trust, to: uni, roles: controller_processor}\n"


@pytest.mark.parametrize(
    ("rule", "extra", "clauses", "expected"),
    [
        (
            "FOI-01",
            "",
            {"information_requests": ("L5", "1. Ask.\n")},
            "x.yaml:4:12: error FOI-01: no clause deals with",
        ),
        ("FOI-01", "", {"information_requests": ("L4", "1. Freedom of information law comes first.\n")}, ""),
        ("DP-06", PROCESSOR, {"schedule_data": ("L1", "1. Look at F1.\n")}, "x.yaml:16:3: error DP-06: a flow goes to"),
        ("DP-06", PROCESSOR, {}, ""),
        ("AB-01", "", {"integrity": ("N3", "1. Be honest.\n")}, "x.yaml:4:12: info AB-01: nothing is said on bribery"),
        ("AB-01", "", {}, ""),
    ],
)
def test_a_duty_that_no_clause_mentions_is_missed(
    rule: str, extra: str, clauses: dict[str, tuple[str, str]], expected: str, tmp_path: Path
) -> None:
    said = found(rule, HYBRID + extra, tmp_path, **clauses)
    assert said.startswith(expected)
    assert bool(said) == bool(expected)


def test_a_large_organisation_asks_for_words_on_fraud(tmp_path: Path) -> None:
    large = HYBRID.replace("legal_form: nhs_trust", "legal_form: nhs_trust\n    large_organisation: true")
    honest = ("N3", "1. Each Party must take no bribe.\n")
    assert "AB-02: no clause asks for procedures against fraud, for which the Trust may have to answer" in found(
        "AB-02", large, tmp_path, integrity=honest
    )
    (tmp_path / "kit").mkdir()
    assert found("AB-02", large, tmp_path / "kit") == ""


def test_northern_ireland_has_its_own_equality_law(tmp_path: Path) -> None:
    irish = HYBRID.replace("legal_form: nhs_trust", "legal_form: hsc_trust_ni\n    nation: northern_ireland")
    wording = ("N2", "1. Each Party must keep to section 149 of the Equality Act 2010.\n")
    assert found("EQ-01", irish, tmp_path, equality=wording).startswith(
        "equality.md:23:1: error EQ-01: only the Equality Act 2010 is named, most of which does not reach the Trust"
    )
    (tmp_path / "kit").mkdir()
    assert found("EQ-01", irish, tmp_path / "kit") == ""


CROWN = (
    HYBRID.replace("university_chartered", "government_department")
    .replace("nhs_trust", "executive_agency")
    .replace(
        "legal_form: executive_agency",
        "legal_form: executive_agency\n    acting_for: the Minister\n"
        "  - {id: firm, name: Marram Ltd, legal_form: company_ltd}",
    )
)
HEALTH = HYBRID.replace("university_chartered", "integrated_care_board")


def test_between_crown_bodies_nothing_binds(tmp_path: Path) -> None:
    status = ("A6", "1. This Agreement is a contract. ^labels\n1. No Party is bound until all have signed. ^signing\n")
    assert "CR-02: two parties are part of the Crown" in found("CR-02", CROWN, tmp_path, legal_status=status)
    (tmp_path / "kit").mkdir()
    assert found("CR-02", CROWN, tmp_path / "kit") == ""


def test_courts_do_not_decide_on_nhs_contracts(tmp_path: Path) -> None:
    disputes = ("P1", "1. The courts decide on every dispute. ^final\n")
    assert found("NHSC-05", HEALTH, tmp_path, disputes=disputes).startswith(
        'disputes.md:23:1: error NHSC-05: "Disputes" sends disputes about NHS contracts to courts or arbitrators'
    )
    (tmp_path / "kit").mkdir()
    assert found("NHSC-05", HEALTH, tmp_path / "kit") == ""


BLOCK = "```signature Signature of all\n| Executed as a deed by | all |\n|---|---|\n| Signature |  |\n```\n"


def test_a_deed_has_a_witness_and_says_that_it_is_one(tmp_path: Path) -> None:
    deed = HYBRID + "signature: {method: deed, electronic: false}\n"
    assert found("EX-02", deed, tmp_path, signatures=("T3", BLOCK)) == (
        'signatures.md:23:1: error EX-02: a block in "Signatures" has no line for a witness or a seal\n'
        "  Add the witness's signature, name and address."
    )
    plain = BLOCK.replace("Executed as a deed", "Signed").replace("| Signature |", "| Witness |")
    (tmp_path / "plain").mkdir()
    assert "does not say that the agreement is executed as a deed" in found(
        "EX-02", deed, tmp_path / "plain", signatures=("T3", plain)
    )
    (tmp_path / "kit").mkdir()
    assert found("EX-02", deed, tmp_path / "kit") == ""


def test_a_charter_is_no_deed(tmp_path: Path) -> None:
    assert found("BIND-06", CHARTER, tmp_path, signatures=("T3", BLOCK)) == (
        'signatures.md:23:1: error BIND-06: "Signatures" speaks of a deed in a document that does not bind'
    )
    (tmp_path / "hybrid").mkdir()
    assert found("BIND-06", HYBRID, tmp_path / "hybrid", signatures=("T3", BLOCK)) == ""


def test_the_table_of_what_binds_is_the_one_that_the_clauses_make(tmp_path: Path) -> None:
    table = "```table What binds\n| How it stands in law | Clauses |\n|---|---|\n| Binding | [](#legal-status) |\n```\n"
    assert found("BIND-05", HYBRID, tmp_path, binding_map=("A6", table)) == (
        "binding-map.md:23:1: error BIND-05: no table at the front says of each clause what its label says\n"
        "  Put the block binding-map into the part."
    )
    (tmp_path / "kit").mkdir()
    assert found("BIND-05", HYBRID, tmp_path / "kit") == ""


@pytest.mark.parametrize("words", ["[amount]", "TBC", "Drafting note: ask"])
def test_a_final_version_has_no_blanks_in_its_wording(words: str, tmp_path: Path) -> None:
    final = HYBRID.replace("title: Harbour Charter", "title: Harbour Charter\n  status: final")
    risks = ("O1", f"1. Each Party must pay {words}.\n")
    made = planned(HYBRID, tmp_path, accession=risks, liability=risks)
    assert not [each for each in made.draft().answers.problems if each.rule == "DOC-03"]
    (tmp_path / "final").mkdir()
    with pytest.raises(ProblemsFound, match="DOC-03") as stopped:
        planned(final, tmp_path / "final", liability=risks)
    assert '"Liability" holds' in str(stopped.value)


def kit_draft(text: str = HYBRID) -> Draft:
    answers, _ = check(load(text.encode(), name="x.yaml"))
    assert answers is not None
    return plan(answers).draft()


def test_a_draft_is_marked_on_every_page() -> None:
    draft = kit_draft()
    bare = replace(draft, document=replace(draft.document, header=()))
    assert printed(each for each in judged(bare).problems if each.rule == "DOC-01") == (
        'x.yaml:2:3: error DOC-01: this version is no final one, and its pages do not say "Draft: subject to contract"'
    )
    assert judged(draft).problems == draft.answers.problems


def test_a_final_version_is_marked_no_longer() -> None:
    final = kit_draft(HYBRID.replace("title: Harbour Charter", "title: Harbour Charter\n  status: final"))
    assert not [each for each in final.answers.problems if each.rule == "DOC-01"]
    marked = replace(final.document, header=(Paragraph((Text("Draft: subject to contract"),)),))
    assert [each.rule for each in judged(replace(final, document=marked)).problems if each.severity == "error"] == [
        "DOC-01"
    ]


# how findings travel


def test_an_error_in_wording_stands_on_the_cover_with_its_clause(tmp_path: Path) -> None:
    draft = planned(HYBRID, tmp_path, liability=("O2", CAPPED), general=GENERAL).draft()
    shown = [item.text for _, item in open_items(draft.document)]
    assert any(text.startswith('["Liability" limits liability') and text.endswith("(LIA-01)]") for text in shown)
    table = draft.document.of_kind("cover")[0].blocks[-1]
    row = next(row for row in table.rows if "(LIA-01)" in str(row))  # type: ignore[union-attr]
    assert "Reference(target='liability'" in str(row)


def test_an_error_in_wording_stops_a_version_that_is_not_a_draft(tmp_path: Path) -> None:
    agreed = HYBRID.replace("title: Harbour Charter", "title: Harbour Charter\n  status: agreed")
    with pytest.raises(ProblemsFound, match="LIA-01"):
        planned(agreed, tmp_path, liability=("O2", CAPPED), general=GENERAL)


def test_check_reads_the_draft_where_a_library_of_ones_own_chooses_the_wording(tmp_path: Path) -> None:
    made = planned(HYBRID, tmp_path, liability=("O2", CAPPED), general=GENERAL)
    assert "LIA-01" in {each.rule for each in made.answers.problems}


def test_an_acceptance_settles_what_is_found_in_wording(tmp_path: Path) -> None:
    accepted = "checks: {accept: {TP-01: {reason: A lawyer settled it}, BP-01: {reason: Same}}}\n"
    draft = planned(HYBRID + accepted, tmp_path, general=GENERAL).draft()
    assert {"TP-01", "BP-01"} <= {each.problem.rule for each in draft.answers.accepted}
    assert not {"TP-01", "BP-01", "CHECK-01"} & {each.rule for each in draft.answers.problems}
    assert "TP-01" not in "".join(inline.text for _, inline in inlines_of(draft.document))


def test_an_acceptance_of_nothing_in_wording_is_said_when_the_draft_is_made() -> None:
    draft = kit_draft(HYBRID + "checks: {accept: {TP-01: {reason: A lawyer settled it}}}\n")
    assert [each.sentence for each in draft.answers.problems if each.rule == "CHECK-01"] == [
        "TP-01 is accepted and has nothing to say here"
    ]


@pytest.mark.parametrize(
    "text", [*(new(tier) for tier in ("bronze", "silver", "gold"))], ids=["bronze", "silver", "gold"]
)
def test_the_starter_has_nothing_wrong_in_its_wording(text: str) -> None:
    assert printed(each for each in kit_draft(text).answers.problems if each.severity != "info") == ""


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.yaml")), ids=lambda file: file.name)
def test_a_sample_has_nothing_wrong_in_its_wording(sample: Path) -> None:
    ours = {rule.id for rule in draft_rules()}
    draft = kit_draft(sample.read_text("utf-8"))
    assert printed(each for each in draft.answers.problems if each.rule in ours) == ""


@pytest.mark.parametrize("rule", draft_rules(), ids=lambda rule: rule.id)
def test_a_rule_over_drafts_has_a_manual_page(rule: AnyRule) -> None:
    what, why, remedy = paragraphs(rule.manual)
    assert why.startswith("Why: ")
    assert remedy.startswith("Remedy: ")
    assert all(len(each.split()) > 3 for each in (what, why, remedy))


def test_every_rule_over_drafts_is_seen_to_find_something() -> None:
    here = Path(__file__).read_text("utf-8")
    assert [rule.id for rule in draft_rules() if f'"{rule.id}"' not in here] == []
