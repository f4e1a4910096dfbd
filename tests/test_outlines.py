from pathlib import Path

import pytest
from inputs import CHARTER, answers, clause_file, printed

from agreement_kit.library import Library
from agreement_kit.outlines import Template, available, load_template, select, shipped_folder
from agreement_kit.problems import CannotBeDone, ProblemsFound

OUTLINE = """\
id: short
title: Short agreement
about: Three clauses.
sections:
  - cover: cover
  - group: Working together
  - clause: telling
  - group: Money
  - clause: paying
    when: {agreement.binding: [hybrid, binding]}
  - clause: leaving
    tiers: [gold]
  - schedule: payments
    under: paying
"""
PARTS = {
    "cover": clause_file("## only\n\nWelcome.\n", name="cover"),
    "telling": clause_file("## only\n\n1. Tell.\n", name="telling"),
    "paying": clause_file("## only\n\n1. Pay.\n", name="paying"),
    "leaving": clause_file("## only\n\n1. Leave.\n", name="leaving"),
    "payments": clause_file("## only\n\n1. Five pounds.\n", name="payments"),
}


def template(root: Path, outline: str = OUTLINE, parts: dict[str, str] = PARTS) -> Template:
    """The template of this outline, its files written below `root`."""
    (root / "short" / "parts").mkdir(parents=True)
    (root / "short" / "outline.yaml").write_text(outline, "utf-8")
    for name, text in parts.items():
        (root / "short" / "parts" / f"{name}.md").write_text(text, "utf-8")
    return load_template(root, "short")


def chosen(found: Template, text: str) -> list[str]:
    """The ids that answers with this section `agreement` choose, groups by their title."""
    start = CHARTER.replace("agreement:\n  binding: charter\n", text)
    picks = select(found, Library({}), answers(start=start))
    return [pick.clause.id if pick.clause else pick.title for pick in picks]


@pytest.mark.parametrize(
    ("agreement", "expected"),
    [
        ("agreement: {binding: charter}\n", ["cover", "Working together", "telling"]),
        ("agreement: {binding: hybrid}\n", ["cover", "Working together", "telling", "Money", "paying", "payments"]),
        (
            "agreement: {binding: charter, tier: gold}\n",
            ["cover", "Working together", "telling", "Money", "leaving"],
        ),
        (
            "agreement: {binding: hybrid, tier: tbc}\n",
            ["cover", "Working together", "telling", "Money", "paying", "leaving", "payments"],
        ),
    ],
)
def test_conditions_and_tiers_decide_what_stands_and_empty_groups_fall_away(
    agreement: str, expected: list[str], tmp_path: Path
) -> None:
    assert chosen(template(tmp_path), agreement) == expected


@pytest.mark.parametrize(
    ("tier", "expected"), [("bronze", []), ("silver", ["telling"]), ("gold", ["telling", "leaving"])]
)
def test_the_outline_says_at_which_depths_an_entry_starts_a_page(
    tier: str, expected: list[str], tmp_path: Path
) -> None:
    outline = OUTLINE.replace("clause: telling\n", "clause: telling\n    new_page: [silver, gold]\n")
    outline = outline.replace("tiers: [gold]\n", "new_page: [gold]\n")
    start = CHARTER.replace("binding: charter\n", f"binding: charter\n  tier: {tier}\n")
    picks = select(template(tmp_path, outline), Library({}), answers(start=start))
    assert [pick.clause.id for pick in picks if pick.clause and pick.new_page] == expected


def test_an_agreement_that_is_wholly_open_has_everything_of_every_tier_that_has_no_condition(tmp_path: Path) -> None:
    expected = ["cover", "Working together", "telling", "Money", "leaving"]
    assert chosen(template(tmp_path), "agreement: tbc\n") == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "  - clause: telling\n",
            "  - tiers: [gold]\n",
            "7:5: error DOC-11: an entry names one thing: "
            "cover, masthead, front, parties, recitals, clause, signature, schedule, group",
        ),
        (
            "  - clause: telling\n",
            "  - clause: telling\n    schedule: payments\n",
            "7:5: error DOC-11: an entry names one thing: "
            "cover, masthead, front, parties, recitals, clause, signature, schedule, group",
        ),
        (
            "  - clause: telling\n",
            "  - clause: cover\n",
            '7:5: error DOC-11: "cover" stands here a second time (first in line 5)',
        ),
        (
            "under: paying",
            "under: payin",
            '14:12: error DOC-11: there is no clause "payin" in this outline; did you mean "paying"?',
        ),
        (
            "agreement.binding:",
            "agreement.bindng:",
            "10:12: error LIB-07: no field of the input is called agreement.bindng",
        ),
        (
            "[hybrid, binding]",
            "[hybird, binding]",
            '10:31: error LIB-07: agreement.binding is never "hybird"; did you mean "hybrid"?',
        ),
        (
            "tiers: [gold]",
            "tiers: [golden]",
            '12:13: error FIELD-10: tiers: "golden" is none of bronze, silver, gold; did you mean "gold"?',
        ),
        (
            "clause: telling",
            "claus: telling",
            '7:5: error FIELD-07: there is no field "claus"; did you mean "clause"?',
        ),
        ("title: Short agreement\n", "", '1:1: error FIELD-08: "title" is missing: What kind of document it is.'),
    ],
)
def test_a_mistake_in_an_outline_is_named_with_its_place(old: str, new: str, expected: str, tmp_path: Path) -> None:
    assert OUTLINE.count(old) == 1
    with pytest.raises(ProblemsFound) as found:
        template(tmp_path, OUTLINE.replace(old, new))
    first = printed(found.value.problems).split("\n")[0]
    assert first == f"{tmp_path / 'short' / 'outline.yaml'}:{expected}"


def test_an_entry_that_neither_parts_nor_library_have_cannot_be_selected(tmp_path: Path) -> None:
    found = template(tmp_path, OUTLINE.replace("clause: telling", "clause: teling"))
    with pytest.raises(CannotBeDone, match='there is no clause "teling"'):
        chosen(found, "agreement: {binding: charter}\n")


def test_an_unknown_document_brings_the_nearest_one() -> None:
    with pytest.raises(CannotBeDone, match=r'there is no document called "agrement"; did you mean "agreement"\?'):
        load_template(shipped_folder(), "agrement")


def test_every_document_of_the_kit_loads() -> None:
    names = available(shipped_folder())
    assert "agreement" in names
    for name in names:
        assert load_template(shipped_folder(), name).id == name
