from pathlib import Path

from inputs import CHARTER, clause_file
from sheets import glance, lines, sheet

HYBRID = CHARTER.replace("binding: charter", "binding: hybrid")


def own(folder: Path, wording: str) -> tuple[Path, ...]:
    """A library in which the clause on disputes has this wording."""
    (folder / "disputes.md").write_text(clause_file(f"## only\n\n{wording}\n"), "utf-8")
    return (folder,)


def told(found: list[str], clause: str) -> str:
    return next((row for row in found if f" {clause} | " in row), "")


def test_a_default_stands_with_the_clause_that_prints_it() -> None:
    assert told(lines(sheet(), "defaults"), "Speaking in public").endswith(
        "| “Communications: Working days for approval” is 5"
    )


def test_a_default_that_is_printed_nowhere_and_decides_nothing_is_not_told() -> None:
    assert "payment" not in " ".join(lines(sheet(), "defaults"))


def test_what_the_form_answers_is_no_default() -> None:
    found = lines(sheet("communications:\n  approval_working_days: 5\n"), "defaults")
    assert "Working days for approval" not in " ".join(found)


def test_a_default_that_decides_a_wording_says_so() -> None:
    rows = lines(sheet(start=HYBRID), "defaults")
    assert "“Term: Basis of the term” is for a fixed term, which decides the wording; also clause " in " ".join(rows)


def test_a_default_that_decides_many_clauses_belongs_to_the_whole_draft() -> None:
    found = lines(sheet(start=CHARTER.replace("agreement:\n  binding: charter\n", "")), "defaults")
    assert found[1].startswith(
        "The whole draft | “Agreement: Binding effect” is legally binding in part, which decides the wording of "
    )


def test_a_default_in_several_records_is_told_once() -> None:
    bodies = "governance:\n  bodies:\n" + "".join(
        f"    - id: {key}\n      name: {key} group\n      type: operational\n" for key in ("first", "second")
    )
    rows = " ".join(lines(sheet(bodies, start=HYBRID), "defaults"))
    assert rows.count("“Body: Casting vote” is no") == 1


def test_what_the_wording_says_in_place_of_an_answer_is_told(tmp_path: Path) -> None:
    wording = "1. The Parties talk for {{ disputes.mediation.start_within_working_days | default('30') }} days."
    found = lines(sheet(libraries=own(tmp_path, wording)), "defaults")
    assert told(found, "Disputes").endswith(
        "| “Mediation: Working days until mediation starts” is not given, and the wording says “30”"
    )


def test_what_the_wording_would_say_is_not_told_where_it_is_not_said(tmp_path: Path) -> None:
    provider = "{{ disputes.mediation.provider | default('a stranger') }}"
    wording = f"1. The Parties talk{{% if disputes.mediation %}} with {provider}{{% endif %}}."
    assert told(lines(sheet(libraries=own(tmp_path, wording)), "defaults"), "Disputes") == ""
    answered = "1. The Parties talk about {{ document.title | default('boats') }} and boats."
    assert told(lines(sheet(libraries=own(tmp_path, answered)), "defaults"), "Disputes") == ""


def test_the_first_page_counts_them() -> None:
    summary, _ = glance(sheet())["Defaults taken"]
    assert summary.endswith(" defaults to confirm")
