"""The command line as a user meets it: what it prints, what it writes, its exit codes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from agreement_kit import new
from agreement_kit.cli import main
from agreement_kit.docx.printing import find_libreoffice
from tools import needs

PROBLEM_FREE = new("bronze").replace("reference: tbc", "reference: HARB/01")


def run(*arguments: str, given: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(main, arguments, input=given)
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AGREEMENT_KIT_DEBUG", "1")  # a mistake of the kit's own is to fail the test, not to be worded
    Path("ours.yaml").write_text(PROBLEM_FREE)


def test_generate_names_the_file_and_counts_what_is_in_it() -> None:
    result = run("generate", "ours.yaml")
    assert result.exit_code == 0
    assert result.stdout.startswith("HARB-01-v0.1-draft.docx: ")
    for words in (" clauses, ", " schedule", " defined terms, ", " open items. No solicitor has reviewed it."):
        assert words in result.stdout.splitlines()[0]
    assert Path("HARB-01-v0.1-draft.docx").read_bytes()[:2] == b"PK"


def test_the_input_gives_its_stem_where_the_reference_is_open() -> None:
    Path("harbour.agreement.yaml").write_text(new("bronze"))
    assert run("generate", "harbour.agreement.yaml").exit_code == 0
    assert Path("harbour.docx").exists()


def test_a_part_that_no_clause_prints_is_named() -> None:
    Path("ours.yaml").write_text(
        PROBLEM_FREE + "\nrisks:\n  - id: R1\n    title: Rain\n    likelihood: 1\n    impact: 1\n"
    )
    result = run("generate", "ours.yaml")
    assert "Not printed by any clause in it: " in result.stdout
    assert "risks" in result.stdout.splitlines()[1]


@pytest.mark.parametrize(("form", "beginning"), [("html", b"<!DOCTYPE html>"), ("md", b"# "), ("docx", b"PK")])
def test_every_format_is_written_by_name_and_by_ending(form: str, beginning: bytes) -> None:
    assert run("generate", "ours.yaml", "--format", form, "-o", "named").exit_code == 0
    assert run("generate", "ours.yaml", "-o", f"ending.{form}").exit_code == 0
    assert Path("named").read_bytes() == Path(f"ending.{form}").read_bytes()
    assert Path("named").read_bytes()[: len(beginning)].lower() == beginning.lower()


@needs(find_libreoffice(), "LibreOffice")
def test_a_pdf_is_written_by_name_and_by_ending() -> None:
    assert run("generate", "ours.yaml", "--format", "pdf").exit_code == 0
    assert Path("HARB-01-v0.1-draft.pdf").read_bytes().startswith(b"%PDF-")
    assert run("generate", "ours.yaml", "-o", "ending.pdf").exit_code == 0
    assert Path("ending.pdf").read_bytes() == Path("HARB-01-v0.1-draft.pdf").read_bytes()


def test_without_libreoffice_no_pdf_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = run("generate", "ours.yaml", "-o", "out.pdf")
    assert result.exit_code == 2
    assert "PDF: error PDF-01: a PDF is made by LibreOffice, which is not installed here" in result.stderr
    assert not Path("out.pdf").exists()


def test_a_dash_reads_what_is_piped_in() -> None:
    assert run("generate", "-", "-o", "piped.docx", given=PROBLEM_FREE).exit_code == 0
    assert Path("piped.docx").exists()


def test_an_existing_file_is_replaced_only_with_force() -> None:
    Path("out.docx").write_bytes(b"something else")
    refused = run("generate", "ours.yaml", "-o", "out.docx")
    assert refused.exit_code == 2
    assert "out.docx: error OUT-05: the file exists\n  Replace it with --force." in refused.stderr
    assert Path("out.docx").read_bytes() == b"something else"
    assert run("generate", "ours.yaml", "-o", "out.docx", "--force").exit_code == 0
    assert Path("out.docx").read_bytes()[:2] == b"PK"


def test_an_error_in_the_input_is_printed_with_its_line_and_nothing_is_written() -> None:
    Path("ours.yaml").write_text(PROBLEM_FREE.replace("lead: tbc", "lead: frst"))
    result = run("generate", "ours.yaml", "-o", "out.docx")
    assert result.exit_code == 1
    assert 'error FIELD-09: lead: "frst" is no id in parties' in result.stderr
    assert 'did you mean "first"?' in result.stderr
    assert result.stderr.startswith("ours.yaml:")
    assert not Path("out.docx").exists()


@pytest.mark.parametrize(
    ("arguments", "exit_code", "sentence"),
    [
        (("generate", "missing.yaml"), 2, "missing.yaml: error FILE-01: there is no such file"),
        (("generate", "."), 2, "error FILE-01: this is a folder, not a file"),
        (("generate", "ours.yaml", "-o", "no/such/out.docx"), 2, "error OUT-01: there is no such folder"),
        (("generate", "ours.yaml", "-o", "."), 2, "error OUT-01: this is a folder"),
        (("generate", "ours.yaml", "--document", "agrement"), 2, 'did you mean "agreement"?'),
        (("generate", "ours.yaml", "--library", "nowhere"), 2, "nowhere: error FILE-01: there is no such folder"),
        (("check", "missing.yaml"), 2, "error FILE-01: there is no such file"),
        (("clauses", "show", "dispute"), 2, 'there is no clause "dispute"; did you mean "disputes"?'),
        (("clauses", "show", "disputes", "--alternative", "courts"), 2, 'has no alternative "courts"'),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(arguments: tuple[str, ...], exit_code: int, sentence: str) -> None:
    result = run(*arguments)
    assert result.exit_code == exit_code
    assert sentence in result.stderr


def test_check_finds_nothing_wrong_with_the_starter() -> None:
    result = run("check", "ours.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "1 file checked, 0 problems found.\n", "")


def test_check_reports_every_file_and_every_problem_at_once() -> None:
    Path("other.yaml").write_text("document:\n  titel: x\n")
    Path("broken.yaml").write_text("document: [\n")
    result = run("check", "ours.yaml", "other.yaml", "broken.yaml")
    assert result.exit_code == 1
    assert (
        'other.yaml:2:3: error FIELD-07: there is no field "titel" in "document"; did you mean "title"?'
        in result.stderr
    )
    assert 'error FIELD-08: "parties" is missing' in result.stderr
    assert "broken.yaml:2:1: error YAML-13" in result.stderr
    assert "3 files checked, 4 problems found." in result.stdout


def test_check_gives_json_for_programs() -> None:
    Path("other.yaml").write_text(PROBLEM_FREE.replace("name: tbc", "name:", 1))
    result = run("check", "other.yaml", "--format", "json")
    assert result.exit_code == 1
    (problem,) = json.loads(result.stdout)
    assert problem["rule"] == "FIELD-01"
    assert problem["path"] == "parties[0].name"
    assert (problem["severity"], problem["file"]) == ("error", "other.yaml")
    assert problem["line"] > 10
    assert set(problem) == {"file", "line", "column", "path", "rule", "severity", "sentence", "hint"}


@pytest.mark.parametrize("tier", ["bronze", "silver", "gold"])
def test_a_new_file_checks_and_generates_unchanged(tier: str) -> None:
    assert run("new", "fresh.yaml", "--tier", tier).exit_code == 0
    lines = Path("fresh.yaml").read_text().splitlines()
    assert tier != "bronze" or len(lines) <= 80
    assert run("check", "fresh.yaml").exit_code == 0
    result = run("generate", "fresh.yaml")
    assert result.exit_code == 0
    assert "0 open items" not in result.stdout


def test_new_does_not_overwrite() -> None:
    assert run("new", "ours.yaml").exit_code == 2
    assert Path("ours.yaml").read_text() == PROBLEM_FREE
    assert run("new", "ours.yaml", "--force").exit_code == 0


def test_clauses_are_listed_and_shown() -> None:
    listed = run("clauses", "list")
    assert listed.exit_code == 0
    assert "disputes" in listed.stdout
    shown = run("clauses", "show", "disputes", "--alternative", "ladder-to-courts")
    assert shown.exit_code == 0
    assert "## ladder-to-courts (standard)" in shown.stdout
    assert "ladder-to-arbitration" not in shown.stdout
    assert "not yet reviewed by a solicitor" in shown.stdout


def test_documents_are_listed() -> None:
    result = run("documents", "list")
    assert result.exit_code == 0
    assert "agreement" in result.stdout


def test_a_clause_of_an_own_library_replaces_the_kits() -> None:
    from agreement_kit.library import shipped_folder

    Path("own").mkdir()
    text = (shipped_folder() / "p-disputes" / "disputes.md").read_text()
    Path("own/disputes.md").write_text(text.replace("title: Resolving disagreements", "title: Our own way"))
    assert run("generate", "ours.yaml", "--library", "own", "-o", "out.md").exit_code == 0
    assert "Our own way" in Path("out.md").read_text()
    assert run("generate", "ours.yaml", "-o", "plain.md").exit_code == 0
    assert "Our own way" not in Path("plain.md").read_text()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("{{ disputes", "{{ dispute"), "WORD-05: no field of the input is called dispute"),
        (("{% for step", "{% foor step"), "WORD-01: the template cannot be read"),
        (("id: disputes\n", "id: disputes\nid: disputes\n"), 'YAML-06: "id" stands here a second time'),
        (("version: 1.0.0", "version: one"), "FIELD-11"),
    ],
)
def test_a_clause_file_with_a_mistake_is_named_with_its_line(change: tuple[str, str], sentence: str) -> None:
    from agreement_kit.library import shipped_folder

    Path("own").mkdir()
    text = (shipped_folder() / "p-disputes" / "disputes.md").read_text()
    assert change[0] in text
    Path("own/disputes.md").write_text(text.replace(*change))
    result = run("generate", "ours.yaml", "--library", "own", "-o", "out.docx")
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert result.stderr.startswith("own/disputes.md:")
    assert not Path("out.docx").exists()


def test_every_command_has_an_example_in_its_help() -> None:
    for words in (("generate",), ("check",), ("new",), ("clauses", "list"), ("clauses", "show"), ("documents", "list")):
        assert "Example: agreement-kit " + " ".join(words) in run(*words, "--help").stdout.replace("\n  ", " ")


def test_the_version_is_that_of_the_package() -> None:
    from agreement_kit import __version__

    assert run("--version").stdout == f"agreement-kit {__version__}\n"
