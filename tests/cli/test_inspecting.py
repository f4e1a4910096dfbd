"""inspect as a user meets it."""

import json
from pathlib import Path

import pytest
from builders import edited
from click.testing import CliRunner, Result
from wordfiles import word_file

from agreement_kit import new
from agreement_kit.cli import main


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AGREEMENT_KIT_DEBUG", "1")
    Path("ours.yaml").write_text(new("bronze"))
    assert run("generate", "ours.yaml", "-o", "ours.docx").exit_code == 0


def test_a_file_of_the_kit_passes_and_its_clauses_are_listed() -> None:
    result = run("inspect", "ours.docx")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "nobody has saved it since." in result.stdout
    assert "legal-status" in result.stdout
    assert "as written" in result.stdout
    assert result.stdout.splitlines()[-2:] == [
        "ours.docx: 0 errors, 0 warnings.",
        "Automated checks find only part of the issues. Have somebody read the file, and try it with a screen reader.",
    ]


def test_what_is_wrong_is_named_with_its_place_why_and_remedy() -> None:
    Path("theirs.docx").write_bytes(word_file("Heading2 | Money", "Clause1 | See clause 7."))
    result = run("inspect", "theirs.docx")
    assert result.exit_code == 1
    assert result.stderr == (
        'theirs.docx:paragraph 3 numbered 1, under "Money": warning PROOF-02: "clause 7" is typed by hand\n'
        "  When a clause is put in or taken out, a typed number points somewhere else. In Word, choose References, "
        "Cross-reference, Numbered item.\n"
    )
    assert result.stdout.startswith("The kit did not write this file, or nothing is left of what it noted.\n")
    assert "theirs.docx: 0 errors, 1 warning." in result.stdout


def test_what_is_found_a_hundred_times_is_printed_ten_times() -> None:
    Path("theirs.docx").write_bytes(word_file(*(f"Normal | Pay ({at}." for at in range(100))))
    result = run("inspect", "theirs.docx")
    assert result.stderr.count("PROOF-06") == 10
    assert "There are 90 more of this kind; --format json names them all." in result.stderr
    assert len(json.loads(run("inspect", "theirs.docx", "--format", "json").stdout)["findings"]) == 100


def test_a_clause_that_was_changed_is_counted_and_marked() -> None:
    Path("back.docx").write_bytes(edited(Path("ours.docx").read_bytes(), "The Parties", "The Partners"))
    result = run("inspect", "back.docx")
    assert "somebody has saved it since." in result.stdout
    assert "sections changed or gone since the kit wrote it." in result.stdout
    assert any(line.endswith("changed") for line in result.stdout.splitlines())


def test_the_findings_can_be_had_as_json() -> None:
    Path("theirs.docx").write_bytes(word_file("Normal | Pay (at once."))
    found = json.loads(run("inspect", "theirs.docx", "--format", "json").stdout)
    assert found["provenance"] is None
    assert found["note"].startswith("Automated checks find only part of the issues.")
    (finding,) = found["findings"]
    assert finding["group"] == "proofreading"
    assert finding["where"] == 'paragraph 2, under "Harbour Agreement"'
    assert finding["why"].startswith("The reader cannot tell")
    assert finding["remedy"] == "Add the other half, or delete the one."
    sections = json.loads(run("inspect", "ours.docx", "--format", "json").stdout)["provenance"]["sections"]
    assert sections[0].keys() == {"id", "kind", "alternative", "version", "newest", "text"}


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("missing.docx", None, "missing.docx: error FILE-01: there is no such file"),
        ("old.doc", bytes.fromhex("D0CF11E0A1B11AE1"), "old.doc: error DOCX-02: this is a file of Word 97–2003 (.doc)"),
        ("letter.docx", b"Dear all", "letter.docx: error DOCX-03: this is not a Word file (.docx)"),
    ],
)
def test_what_cannot_be_opened_is_said_in_a_sentence(name: str, content: bytes | None, sentence: str) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    result = run("inspect", name)
    assert result.exit_code == 2
    assert sentence in result.stderr


def test_nothing_says_compliant() -> None:
    assert "compliant" not in run("inspect", "ours.docx").output.lower()
    assert "compliant" not in run("inspect", "--help").output.lower()
