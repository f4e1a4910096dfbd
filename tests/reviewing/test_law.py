from datetime import date
from pathlib import Path

import pytest
from inputs import CHARTER, clause_file
from sheets import glance, lines, sheet

from agreement_kit.reviewing.law import kind_of, source_of


@pytest.mark.parametrize(
    ("entry", "source", "kind"),
    [
        ("Bribery Act 2010, sections 1, 2, 6 and 7", "Bribery Act 2010", "Legislation"),
        ("Competition Act 1998 s.2 (agreements that restrict competition)", "Competition Act 1998", "Legislation"),
        ("Arbitration Acts 1996 and 2025", "Arbitration Acts 1996 and 2025", "Legislation"),
        ("SI 2000/617 regs 7 to 10 (what an agreement must say)", "SI 2000/617", "Legislation"),
        ("UK GDPR, Article 32", "UK GDPR", "Legislation"),
        (
            "Contract (Third Party Rights) (Scotland) Act 2017, section 1",
            *["Contract (Third Party Rights) (Scotland) Act 2017", "Legislation"],
        ),
        ("Walford v Miles [1992] 2 AC 128 (an agreement to agree)", "Walford v Miles [1992] 2 AC 128", "Cases"),
        ("Hadley v Baxendale (1854) 9 Exch 341 (remoteness)", "Hadley v Baxendale (1854) 9 Exch 341", "Cases"),
        (
            "The Concordat to Support Research Integrity",
            *["Concordat to Support Research Integrity", "Codes, guidance and common law"],
        ),
        ("Common law duty of confidence (patients)", "Common law duty of confidence", "Codes, guidance and common law"),
    ],
)
def test_an_entry_of_law_gives_its_source_without_sections_and_remarks(entry: str, source: str, kind: str) -> None:
    assert (source_of(entry), kind_of(source_of(entry))) == (source, kind)


def own(folder: Path, **front: str) -> tuple[Path, ...]:
    (folder / "disputes.md").write_text(clause_file("## only\n\n1. We talk.\n", **front), "utf-8")
    return (folder,)


def test_a_source_names_the_clauses_that_rely_on_it(tmp_path: Path) -> None:
    found = lines(
        sheet(libraries=own(tmp_path, law="['Harbours Act 1964 s.14', 'Harbours Act 1964 s.2']")), "law-sources"
    )
    (row,) = (line for line in found if line.startswith("Harbours"))
    assert row.startswith("Harbours Act 1964 | clause ")


def test_the_oldest_check_and_what_is_due_are_named(tmp_path: Path) -> None:
    library = own(tmp_path, law_checked_on="2025-01-31", review_by="2026-01-31", approved_by="Harbour solicitor")
    found = sheet(libraries=library)
    assert glance(found)["When the law was checked"][0] == "1 clause due for review"
    oldest, due, *approvals = lines(found, "law-checks")
    assert oldest.startswith("Oldest check of the law: 31 January 2025 (clause ")
    assert due.startswith("To be checked again by now, 31 January 2027: ")
    assert due.endswith(" Disputes (by 31 January 2026).")
    assert approvals[0] == "Approval of the wording: Harbour solicitor (1 clause or part)."


def test_a_clause_is_due_only_after_its_day() -> None:
    said = lines(sheet(today=date(2027, 11, 20)), "law-checks")
    assert said[0] == "Oldest check of the law: 20 November 2026 (all clauses)."
    assert said[1].startswith("No clause is due for review on 20 November 2027")
    assert lines(sheet(today=date(2027, 11, 21)), "law-checks")[1].startswith("To be checked again by now")


def test_a_law_about_to_change_says_what_when_whom_and_where_to_confirm() -> None:
    found = lines(sheet(), "pending")
    at = next(number for number, line in enumerate(found) if "Health Bill 2026." in line)
    assert found[at + 1].startswith("Status on 30 June 2026: ")
    assert found[at + 2].startswith("Touches: clauses ")
    assert found[at + 2].endswith("; party Saltmarsh Trust.")
    assert found[at + 3].startswith("Confirm: ")


def test_a_law_that_touches_neither_clause_nor_party_is_left_out() -> None:
    assert "Reorganisation of councils" not in " ".join(lines(sheet(), "pending"))
    council = CHARTER.replace("university_chartered", "local_authority")
    assert "Reorganisation of councils" in " ".join(lines(sheet(start=council), "pending"))
