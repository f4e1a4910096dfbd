"""clauses book, clauses coverage and --library, as a user meets them."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inputs import CHARTER, clause_file

from agreement_kit.cli import main

HYBRID = CHARTER.replace("binding: charter", "binding: hybrid\n  tier: silver")


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture(autouse=True)
def _in_a_folder_with_two_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AGREEMENT_KIT_DEBUG", "1")
    for folder, name in (("ours", "disputes"), ("theirs", "moorings")):
        Path(folder).mkdir()
        Path(folder, f"{name}.md").write_text(clause_file("## only\n\n1. Talk. ^notice\n", name=name), "utf-8")


def test_coverage_of_the_kits_own_library_is_complete() -> None:
    result = run("clauses", "coverage")
    assert result.exit_code == 0, result.stderr
    last = result.stdout.splitlines()[-1]
    assert re.fullmatch(
        r"\d+ alternatives, \d+ built\. \d+ choices: [\d,]+ pairs can meet, all built together in \d+ documents; "
        r"none failed\. \d+ seconds\.",
        last,
    )
    unselected = re.findall(r"warning COV-01: no answers that pass the checks select (.*)", result.stderr)
    assert unselected == ['"law-of-the-defending-party" of "governing-law"']  # LAW-01 refuses the answer that would
    assert re.search(r"^liability +no-cap +[1-9]\d*$", result.stdout, re.MULTILINE)


def test_coverage_of_a_document_that_is_not_there_is_refused() -> None:
    result = run("clauses", "coverage", "--document", "agrement")
    assert result.exit_code == 2
    assert 'there is no document called "agrement"; did you mean "agreement"?' in result.stderr


def test_the_book_is_a_word_file_and_is_not_replaced_unasked() -> None:
    result = run("clauses", "book", "-o", "library.docx", "--library", "theirs")
    assert result.exit_code == 0
    assert re.fullmatch(r"library\.docx: \d+ clauses and schedules\. No solicitor has reviewed them\.\n", result.stdout)
    assert Path("library.docx").read_bytes()[:2] == b"PK"
    again = run("clauses", "book", "-o", "library.docx")
    assert again.exit_code == 2
    assert run("clauses", "book", "-o", "library.docx", "--force").exit_code == 0


def test_the_list_says_which_library_a_clause_comes_from() -> None:
    result = run("clauses", "list", "--library", "ours", "--library", "theirs")
    assert re.search(r"^P1 +disputes .* ours \(replaces 1\.0\.0\) ", result.stdout, re.MULTILINE)
    assert re.search(r"^P1 +moorings .* theirs ", result.stdout, re.MULTILINE)
    assert re.search(r"^B1 +vision .* kit ", result.stdout, re.MULTILINE)


def test_generate_says_what_is_not_the_kits_own() -> None:
    Path("x.yaml").write_text(
        f"{HYBRID}clauses:\n  add: {{moorings: {{after: disputes, reason: Asked for}}}}\n"
        "  omit: {exit: {reason: Too early}}\n  choose: {liability: {alternative: no-cap, reason: Agreed}}\n"
    )
    result = run("generate", "x.yaml", "--library", "ours", "--library", "theirs", "-o", "x.docx")
    assert result.exit_code == 0, result.stderr
    line = result.stdout.splitlines()[0]
    assert line.endswith(
        "2 clauses from own libraries (disputes, moorings). 1 clause left out (exit). "
        "1 clause chosen by name (liability). 1 clause added (moorings). No solicitor has reviewed it."
    )


def test_an_own_clause_that_is_not_there_is_an_error_of_the_input() -> None:
    Path("x.yaml").write_text(f"{HYBRID}clauses: {{add: {{moorings: {{after: disputes, reason: Asked for}}}}}}\n")
    result = run("check", "x.yaml")
    assert result.exit_code == 1
    assert 'x.yaml:15:17: error OWN-01: there is no clause "moorings"' in result.stdout
    assert run("check", "x.yaml", "--library", "theirs").exit_code == 0
    refused = run("generate", "x.yaml")
    assert refused.exit_code == 1
    assert not list(Path().glob("*.docx"))


def test_a_library_that_is_not_there_cannot_be_used() -> None:
    result = run("clauses", "list", "--library", "nowhere")
    assert result.exit_code == 2
    assert "nowhere: error FILE-01: there is no such folder" in result.stderr
