"""The command line as a user meets it: what it prints, what it writes, its exit codes."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from inputs import CHARTER

from agreement_kit import check, load, new
from agreement_kit.api import generate_all
from agreement_kit.cli import main

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


def test_generate_says_what_the_wording_leaves_out_and_check_which_is_quick_does_not() -> None:
    large = CHARTER.replace("binding: charter", "binding: hybrid\n  tier: bronze")
    Path("ours.yaml").write_text(large.replace("nhs_trust", "nhs_trust\n    large_organisation: true"))
    assert "AB-02" not in run("check", "ours.yaml").stderr
    result = run("generate", "ours.yaml")
    assert result.exit_code == 0
    assert "ours.yaml:4:12: warning AB-02: no clause asks for procedures against fraud" in result.stderr


@pytest.mark.parametrize(("form", "beginning"), [("html", b"<!DOCTYPE html>"), ("md", b"# "), ("docx", b"PK")])
def test_every_format_is_written_by_name_and_by_ending(form: str, beginning: bytes) -> None:
    assert run("generate", "ours.yaml", "--format", form, "-o", "named").exit_code == 0
    assert run("generate", "ours.yaml", "-o", f"ending.{form}").exit_code == 0
    assert Path("named").read_bytes() == Path(f"ending.{form}").read_bytes()
    assert Path("named").read_bytes()[: len(beginning)].lower() == beginning.lower()


def test_the_review_sheet_is_written_beside_the_draft_and_named() -> None:
    result = run("generate", "ours.yaml", "--review-sheet")
    assert result.exit_code == 0
    assert "Review sheet: HARB-01-v0.1-draft-review.docx. No solicitor has reviewed it." in result.stdout
    assert Path("HARB-01-v0.1-draft-review.docx").read_bytes()[:2] == b"PK"
    assert run("generate", "ours.yaml", "--format", "md", "-o", "harbour.v2", "--review-sheet").exit_code == 0
    assert Path("harbour.v2-review.docx").exists()


@pytest.mark.parametrize(("name", "beginning"), [("s.html", b"<!DOCTYPE html>"), ("s.md", b"**No"), ("s", b"PK")])
def test_the_review_sheet_takes_the_format_of_its_name(name: str, beginning: bytes) -> None:
    assert run("generate", "ours.yaml", "-o", "d.html", "--review-sheet", name).exit_code == 0
    assert Path(name).read_bytes().startswith(beginning)


def test_draft_and_review_sheet_are_written_both_or_neither() -> None:
    Path("out-review.docx").write_bytes(b"notes")
    refused = run("generate", "ours.yaml", "-o", "out.docx", "--review-sheet")
    assert refused.exit_code == 2
    assert "out-review.docx: error OUT-05: the file exists\n  Replace it with --force." in refused.stderr
    assert not Path("out.docx").exists()
    assert Path("out-review.docx").read_bytes() == b"notes"
    assert run("generate", "ours.yaml", "-o", "out.docx", "--review-sheet", "--force").exit_code == 0
    assert Path("out-review.docx").read_bytes()[:2] == b"PK"


def test_the_review_sheet_cannot_be_the_draft() -> None:
    refused = run("generate", "ours.yaml", "-o", "out.docx", "--review-sheet", "./out.docx")
    assert refused.exit_code == 2
    assert "the draft itself is written to this file" in refused.stderr
    assert not Path("out.docx").exists()


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
        (("clauses", "show", "dispute"), 2, 'there is no clause "dispute"; did you mean "disputes"?'),
        (("clauses", "show", "disputes", "--alternative", "courts"), 2, 'has no alternative "courts"'),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(arguments: tuple[str, ...], exit_code: int, sentence: str) -> None:
    result = run(*arguments)
    assert result.exit_code == exit_code
    assert sentence in result.stderr


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


def test_every_document_is_written_into_a_folder_in_every_form() -> None:
    Path("drafts").mkdir()
    for form in ("docx", "html", "md"):
        result = run("generate", "ours.yaml", "--all", "-o", "drafts", "--format", form)
        assert result.exit_code == 0
        assert f"drafts/HARB-01-v0.1-draft.{form}: " in result.stdout.replace("\\", "/")
    answers, _ = check(load("ours.yaml"))
    assert answers is not None
    assert len(list(Path("drafts").iterdir())) == 3 * len(generate_all(answers))


def test_all_or_none_is_written() -> None:
    Path("drafts").mkdir()
    Path("drafts/HARB-01-v0.1-draft.docx").write_bytes(b"something else")
    result = run("generate", "ours.yaml", "--all", "-o", "drafts")
    assert result.exit_code == 2
    assert "HARB-01-v0.1-draft.docx: error OUT-05: the file exists" in result.stderr
    assert [path.read_bytes() for path in Path("drafts").iterdir()] == [b"something else"]


def test_a_house_style_is_exported_and_used() -> None:
    result = run("house-style", "export", "house.docx")
    assert result.exit_code == 0
    assert "generate with --house-style house.docx" in result.stdout
    assert run("house-style", "export", "house.docx").exit_code == 2
    assert run("house-style", "export", "house.docx", "--force").exit_code == 0
    assert run("generate", "ours.yaml", "-o", "a.docx", "--house-style", "house.docx").exit_code == 0
    assert run("generate", "ours.yaml", "-o", "b.docx").exit_code == 0
    assert Path("a.docx").read_bytes() == Path("b.docx").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--house-style", "ours.yaml"), "ours.yaml: error DOCX-03: this is not a Word file"),
        (("--house-style", "missing.docx"), "missing.docx: error FILE-01: there is no such file"),
        (("--house-style", "ours.yaml", "--format", "html"), "--house-style goes with Word files alone."),
        (("--all", "-o", "missing"), "missing: error OUT-01: there is no such folder"),
        (("--all", "-o", "ours.yaml"), "OUT-01: this is no folder"),
    ],
)
def test_a_house_style_or_a_folder_that_will_not_do_is_said(arguments: tuple[str, ...], sentence: str) -> None:
    result = run("generate", "ours.yaml", *arguments)
    assert (result.exit_code, sentence in result.stderr) == (2, True)
    assert sorted(path.name for path in Path().iterdir()) == ["ours.yaml"]


def test_a_final_text_that_is_still_open_is_refused_and_each_problem_is_said_once() -> None:
    Path("ours.yaml").write_text(PROBLEM_FREE.replace("status: draft", "status: final"))
    result = run("generate", "ours.yaml", "-o", "out.docx")
    assert result.exit_code == 1
    lines = [line for line in result.stderr.splitlines() if "STATE-02" in line]
    assert lines
    assert len(set(lines)) == len(lines)
    assert not Path("out.docx").exists()


def test_every_command_has_an_example_in_its_help() -> None:
    for words in commands(main):
        help_text = " ".join(run(*words, "--help").stdout.split())
        assert "Example: agreement-kit " + " ".join(words) in help_text


def commands(group: click.Group, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*above, name))
        else:
            yield (*above, name)


def test_the_version_is_that_of_the_package() -> None:
    from agreement_kit import __version__

    assert run("--version").stdout == f"agreement-kit {__version__}\n"
