"""The proof over small libraries. Over the kit's own it runs in tests/cli/test_library_commands.py."""

from pathlib import Path

from inputs import CHARTER, clause_file

from agreement_kit.api import load
from agreement_kit.coverage import Coverage, prove
from agreement_kit.library import Library
from agreement_kit.outlines import load_template

OUTLINE = """\
id: short
title: Short agreement
about: Three clauses.
sections:
  - clause: telling
  - clause: paying
    when: {agreement.binding: [hybrid, binding]}
  - clause: capping
    tiers: [gold]
  - schedule: payments
    under: paying
"""
CAPS = """\
  capped:
    position: standard
    use: Usually.
    approver: Head of legal
  uncapped:
    position: fallback 1
    when: {liability.cap_basis: none, agreement.binding: [hybrid, binding]}
    use: Seldom.
    approver: Head of legal
  never:
    position: last resort
    when: {agreement.binding: binding, liability.cap_basis: none}
    use: Never, because the one above it comes first.
    approver: Head of legal
"""


def proved(folder: Path, *, telling: str = "1. Tell.", seed: str = "1", **wordings: str) -> Coverage:
    """The proof of a small document. `capping` has three alternatives, the last of which the one before it hides."""
    caps = {"capped": "1. Capped.", "uncapped": "1. Not capped.", "never": "1. Never."} | wordings
    files = {
        "telling": clause_file(f"## only\n\n{telling}\n", name="telling"),
        "paying": clause_file("## only\n\n1. Pay. ^pay\n", name="paying"),
        "capping": clause_file(
            "".join(f"## {key}\n\n{wording}\n\n" for key, wording in caps.items()), name="capping", alternatives=CAPS
        ),
        "payments": clause_file("## only\n\n1. Five pounds.\n", name="payments"),
    }
    (folder / "short" / "parts").mkdir(parents=True)
    (folder / "short" / "outline.yaml").write_text(OUTLINE, "utf-8")
    for name, text in files.items():
        (folder / "short" / "parts" / f"{name}.md").write_text(text, "utf-8")
    return prove(load_template(folder, "short"), Library({}), load(CHARTER).data, seed=seed)


def test_every_pair_meets_in_few_documents_and_what_no_answers_select_is_named(tmp_path: Path) -> None:
    found = proved(tmp_path)
    assert found.is_complete
    assert found.never == (("capping", "never"),)
    assert [(each.rule, each.sentence) for each in found.problems()] == [
        ("COV-01", 'no answers that pass the checks select "never" of "capping"')
    ]
    assert (
        min(found.built["capping", "capped"], found.built["capping", "uncapped"], found.built["payments", "only"]) > 0
    )
    # Fields: 5 bindings, 4 tiers, 6 caps make 74 pairs. Clauses with these: 15 + 25 + 31 + 25; with one another: 19.
    assert found.pairs == 189
    assert found.documents < 80  # of 120 combinations, each built twice


def test_a_reference_to_what_is_not_always_there_is_found_with_what_leads_to_it(tmp_path: Path) -> None:
    found = proved(tmp_path, uncapped="1. Except as in clause [](#payments).", never="1. See clause [](#paying.pay).")
    assert found.is_complete
    broken = proved(tmp_path / "broken", capped="1. As in clause [](#paying.pay).")
    (failure,) = broken.failures
    assert failure.problem.rule == "XREF-01"
    assert 0 < failure.documents < broken.built["capping", "capped"]
    assert not broken.is_complete
    (said,) = (each for each in broken.problems() if each.rule == "XREF-01")
    assert said.hint.startswith(f"In {failure.documents} of {broken.documents} documents. Ask first: ")


def test_what_all_failing_documents_share_is_said(tmp_path: Path) -> None:
    wording = "1. {% if agreement.binding == 'charter' %}See clause [](#paying).{% else %}Tell.{% endif %}"
    (failure,) = proved(tmp_path, telling=wording).failures
    assert failure.together == {"agreement.binding": "charter"}


def test_a_field_that_may_be_absent_is_absent_in_some_document(tmp_path: Path) -> None:
    (failure,) = proved(tmp_path, telling="1. Our reason is {{ purpose.problem }}.").failures
    assert (failure.problem.rule, failure.together) == ("WORD-02", {})
    assert "purpose.problem is not given in the input" in failure.problem.sentence


def test_the_same_seed_builds_the_same_documents(tmp_path: Path) -> None:
    first, again = proved(tmp_path / "first"), proved(tmp_path / "again")
    assert (first.built, first.documents) == (again.built, again.documents)
    other = proved(tmp_path / "other", seed="2")
    assert (other.pairs, other.is_complete) == (first.pairs, True)
    assert other.built != first.built
