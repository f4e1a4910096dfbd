"""`clauses check` as a user meets it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inputs import clause_file

from agreement_kit.cli import main

NOTE = "Name two or three steps, each with a person and a number of days."


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ("clauses", "check", *arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AGREEMENT_KIT_DEBUG", "1")


def write(wording: str) -> None:
    folder = Path("ours")
    folder.mkdir()
    text = clause_file(f"## only\n\n{wording}", name="parking", guidance=NOTE, drafting_note=NOTE)
    (folder / "parking.md").write_text(text)


def test_a_folder_of_ones_own_is_checked_against_the_kit_s_terms() -> None:
    write("1. Each Party must park within 5 Business Days.\n")
    result = run("ours", "--today", "2027-01-31")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "0 errors, 0 warnings.\n", "")


def test_errors_and_warnings_are_printed_with_their_places() -> None:
    write("1. Each Party shall park pro rata.\n")
    result = run("ours", "--today", "2027-12-31")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0].startswith("ours/parking.md:1:1: warning NOTE-02: ")
    assert 'ours/parking.md:23:15: error STY-01: "shall" is a word of old contracts' in result.stdout
    assert result.stdout.endswith("\n1 error, 2 warnings.\n")


def test_a_clause_that_cannot_be_read_is_said() -> None:
    write("1. {{ termm.start }}\n")
    result = run("ours")
    assert result.exit_code == 1
    assert "ours/parking.md:23:1: error WORD-05" in result.stdout + result.stderr


def test_a_folder_that_is_not_there_is_said() -> None:
    result = run("nowhere")
    assert result.exit_code == 2
    assert "nowhere: error FILE-01: there is no such folder" in result.stderr


def test_readability_is_a_table_of_clauses_and_groups() -> None:
    write("1. Each Party must park within 5 Business Days.\n")
    lines = run("ours", "--readability", "--today", "2027-01-31").stdout.splitlines()
    assert lines[0].split() == ["Clause", "Words", "Average", "Longest", "Flesch", "Target", "met"]
    row = next(line for line in lines if line.startswith("parking "))
    assert row.split()[1:4] == ["8", "8.0", "8"]
    assert any(line.startswith("group P") for line in lines)
