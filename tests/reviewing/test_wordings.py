from pathlib import Path

from inputs import CHARTER, clause_file
from sheets import glance, lines, sheet

HYBRID = CHARTER.replace("binding: charter", "binding: hybrid")
ALTERNATIVES = """\
  by-law:
    position: last resort
    when: {scope.exclusivity: exclusive_in_field}
    use: When nothing else helps.
    approver: The board
  short:
    position: fallback 1
    when:
      parties[].legal_form: [nhs_trust, company_ltd]
      risks: true
    use: When little is at stake.
    approver: Programme lead
  full:
    position: standard
    use: Usually.
    approver: Head of legal
"""
BODY = "## by-law\n\n1. We sue.\n\n## short\n\n1. We talk.\n\n## full\n\n1. We talk at length.\n"
RISKS = "risks:\n  - {id: R1, title: Rain, likelihood: 1, impact: 1}\n"


def own(folder: Path) -> tuple[Path, ...]:
    (folder / "disputes.md").write_text(clause_file(BODY, alternatives=ALTERNATIVES), "utf-8")
    return (folder,)


def row(found: list[str]) -> str:
    """The row of the clause on disputes, without its number."""
    (line,) = (each for each in found if " Disputes / " in each)
    return line.split(" ", 1)[1]


def test_the_conditions_that_hold_stand_with_their_answers_and_lines(tmp_path: Path) -> None:
    assert row(lines(sheet(RISKS, libraries=own(tmp_path)), "other-wordings")) == (
        "Disputes / short: fallback 1, one of 3 | “Party: Legal form” is ‘NHS trust’ (line 13) / "
        "“Risks” is given (line 15) | When little is at stake. / Approver: Programme lead"
    )


def test_where_no_condition_holds_it_says_so_and_what_was_asked(tmp_path: Path) -> None:
    assert row(lines(sheet(libraries=own(tmp_path), start=HYBRID), "standard-wordings")) == (
        "Disputes / full: standard, one of 3 | No condition matched: the standard wording / "
        "“Scope: Exclusivity” is ‘non-exclusive’ (the form does not say) / "
        "“Party: Legal form” is ‘chartered university’ and ‘NHS trust’ (lines 9 and 13) / “Risks” is not given | "
        "Usually. / Approver: Head of legal"
    )


def test_the_last_resort_comes_first(tmp_path: Path) -> None:
    found = sheet("scope:\n  exclusivity: exclusive_in_field\n", libraries=own(tmp_path))
    assert lines(found, "other-wordings")[0].split(" ", 1)[1].startswith("Disputes / by-law: last resort, one of 3")
    assert ", 1 of them at the last resort" in glance(found)["Wordings that are not standard"][0]


def test_a_choice_by_name_gives_its_reason_and_not_the_condition(tmp_path: Path) -> None:
    chosen = "clauses:\n  choose:\n    disputes: {alternative: short, reason: The boards asked for it}\n"
    assert "| Chosen by name (line 16): The boards asked for it |" in row(
        lines(sheet(chosen, libraries=own(tmp_path)), "other-wordings")
    )


def test_an_answer_that_decides_many_clauses_is_named_once() -> None:
    found = lines(sheet(), "other-wordings")
    about = "“Agreement: Binding effect” is ‘a charter, which is not legally binding’ (line 4)"
    assert f"The wordings below follow from this answer: {about}." in found
    assert sum(about in line for line in found) == 1
    after = found[found.index(f"The wordings below follow from this answer: {about}.") + 1 :]
    assert len(after) > 6
    assert {line.count(" | ") for line in after} == {1}


def test_a_clause_with_one_wording_is_not_told() -> None:
    rows = [*lines(sheet(), "other-wordings")]
    assert not any(line.startswith("Parties / ") for line in rows)


def test_an_open_answer_counts_as_given_and_says_so(tmp_path: Path) -> None:
    found = sheet("risks: tbc\n", libraries=own(tmp_path))
    assert "“Risks” is still open, which counts as given (line 14)" in row(lines(found, "other-wordings"))
