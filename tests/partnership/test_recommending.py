"""The recommendation: what suits, and when not to start."""

import pytest
from inputs import CHARTER, SAMPLES, answers

from agreement_kit import check, load, write_docx
from agreement_kit.api import recommend, recommendation_report
from agreement_kit.docx.inspecting import defects
from agreement_kit.partnership.recommending import Recommendation

ONLY = "purpose:\n  only_together: Each holds half of the pathway.\n"
BARE = CHARTER.replace("agreement:\n  binding: charter\n", "")


def choices(found: Recommendation, about: str) -> list[str]:
    return [each.choice for each in found.advice if each.about == about]


def test_without_a_reason_to_be_together_the_verdict_is_a_lighter_way() -> None:
    found = recommend(answers())
    assert found.verdict == "Do not start yet: try a lighter way"
    assert found.doubts == ("Nobody has said what only working together can achieve (purpose.only_together).",)


def test_more_people_promised_than_there_are_is_a_doubt() -> None:
    extra = "resources:\n  contributions:\n    - {party: trust, type: staff, fte: 3}\n"
    start = CHARTER + "    capacity: {fte: 2}\n"
    assert recommend(answers(ONLY + extra, start=start)).doubts == (
        "The Trust promises 3 full-time equivalents and has 2.",
    )


@pytest.mark.parametrize(
    ("extra", "suits"),
    [
        ("", "A charter, which is not legally binding"),
        ("data: {personal_data: true}\n", "Legally binding in part"),
        ("resources:\n  contributions:\n    - {party: uni, type: cash, amount: 1000}\n", "Legally binding in part"),
        ("people: {tupe: expected}\n", "Legally binding"),
        ("finance: {pool: {model: pooled}}\n", "Legally binding"),
    ],
)
def test_how_far_to_bind_follows_from_what_is_promised(extra: str, suits: str) -> None:
    assert choices(recommend(answers(ONLY + extra, start=BARE)), "How far it binds") == [suits]


@pytest.mark.parametrize(
    ("kind", "wording"),
    [
        ("shared_voice", "A rule on joint positions"),
        ("aligned_plans", "A planning calendar"),
        ("shared_learning", "Terms of publication, an open licence"),
        ("shared_delivery", "Roles, resources, results, liability"),
    ],
)
def test_each_kind_of_value_asks_for_its_wording(kind: str, wording: str) -> None:
    extra = f"  value_types:\n    - {{type: {kind}, rank: 1}}\n"
    assert wording in choices(recommend(answers(ONLY + extra)), "Wording")


def test_a_single_study_and_pooled_money_of_nhs_and_council_are_sent_elsewhere() -> None:
    study = BARE + "agreement: {kind: single_study}\n"
    given, _ = check(load(study))
    if given is not None:
        assert "The national model agreement for studies" in choices(recommend(given), "Use instead")
    pooled = BARE.replace("university_chartered", "local_authority") + "finance: {pool: {model: pooled}}\n"
    given, _ = check(load(pooled))
    if given is not None:
        assert choices(recommend(given), "Ask first") == ["Section 75 or section 65Z5 of the NHS Act 2006?"]


def test_the_sample_is_told_to_go_ahead_with_the_documents_it_needs() -> None:
    given, _ = check(load(SAMPLES / "northmere-jro.agreement.yaml"))
    assert given is not None
    found = recommend(given)
    assert found.verdict == "Go ahead"
    assert {"pledge-sheet", "raci", "engagement-map"} <= {*choices(found, "Document")}
    assert defects(write_docx(recommendation_report(found, given))) == ()
