from pathlib import Path

from inputs import CHARTER, clause_file
from sheets import glance, lines, sheet

from agreement_kit.library import shipped_folder

HYBRID = CHARTER.replace("binding: charter", "binding: hybrid")
DISPUTES = (shipped_folder() / "p-disputes" / "disputes.md").read_text("utf-8")


def test_each_departure_stands_with_its_line_and_reason(tmp_path: Path) -> None:
    (tmp_path / "moorings.md").write_text(clause_file("## only\n\n1. We moor.\n", name="moorings"), "utf-8")
    asked = (
        "clauses:\n  choose:\n    liability: {alternative: no-cap, reason: Insured}\n"
        "  omit:\n    plan: {reason: It stands elsewhere}\n"
        "  add:\n    moorings: {after: disputes, reason: The port asks for it}\n"
    )
    found = sheet(asked, start=HYBRID, libraries=(tmp_path,))
    said = [" ".join(word for word in line.split(" ") if not word.isdigit()) for line in lines(found, "departures")]
    assert said == [
        "Chosen by name | Liability: no-cap (line | Insured".replace("(line |", "(line 16) |"),
        "Left out | Plan (line 18) | It stands elsewhere",
        "Added | Moorings, after Resolving disagreements (line 20) | The port asks for it",
        f"Moorings | {tmp_path} | The kit has no such clause: read it as a whole",
    ]
    assert glance(found)["Departures from the kit"][0] == "3 departures by name, 1 clause from own libraries"


def test_a_replaced_clause_says_which_wordings_differ(tmp_path: Path) -> None:
    (tmp_path / "disputes.md").write_text(
        DISPUTES.replace("## conversation-only\n\n", "## conversation-only\n\n1. The Parties talk.\n"), "utf-8"
    )
    (line,) = lines(sheet(start=HYBRID, libraries=(tmp_path,)), "departures")
    assert f"| {tmp_path} (replaces 1." in line
    assert line.endswith("| Other text: conversation-only")


def test_a_replaced_clause_with_the_kits_text_says_so(tmp_path: Path) -> None:
    (tmp_path / "disputes.md").write_text(DISPUTES.replace("title: Resolving", "title: Settling"), "utf-8")
    (line,) = lines(sheet(start=HYBRID, libraries=(tmp_path,)), "departures")
    assert line.endswith("| The text of its wordings is the kit's")


def test_a_replaced_clause_says_what_is_new_and_missing_and_what_else_differs(tmp_path: Path) -> None:
    alone = clause_file("## only\n\n1. We talk.\n", law="[Harbours Act 1964]")
    (tmp_path / "disputes.md").write_text(alone, "utf-8")
    (line,) = lines(sheet(start=HYBRID, libraries=(tmp_path,)), "departures")
    assert "| New: only / Missing: " in line
    assert line.endswith(" / Its wordings are chosen under other conditions / It names other law")


def test_silenced_rules_stand_with_the_clauses_and_the_reason(tmp_path: Path) -> None:
    quiet = clause_file("## only\n\n1. We talk.\n", silence="{STY-06: The host alone talks.}")
    (tmp_path / "disputes.md").write_text(quiet, "utf-8")
    found = lines(sheet(libraries=(tmp_path,)), "silences")
    assert any(line.startswith("STY-06 | clause ") and line.endswith(" | The host alone talks.") for line in found)
