"""new, schema and explain as a user meets them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inputs import CHARTER, clause_file

from agreement_kit.api import schema
from agreement_kit.cli import main


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AGREEMENT_KIT_DEBUG", "1")


# new and schema


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
    Path("ours.yaml").write_text("document: {title: Ours}\n")
    assert run("new", "ours.yaml").exit_code == 2
    assert Path("ours.yaml").read_text() == "document: {title: Ours}\n"
    assert run("new", "ours.yaml", "--force").exit_code == 0


def test_new_leaves_the_schema_beside_the_file_and_names_it_in_the_first_line() -> None:
    Path("sub").mkdir()
    result = run("new", "sub/ours.yaml")
    assert Path("sub/ours.yaml").read_text().startswith("# yaml-language-server: $schema=agreement.schema.json\n")
    assert Path("sub/agreement.schema.json").read_text("utf-8") == schema()
    assert "agreement.schema.json: with it editors" in result.stdout


def test_new_leaves_a_schema_that_is_there_alone_and_says_where_it_is_of_another_version() -> None:
    run("new", "first.yaml")
    assert "agreement.schema.json" not in run("new", "second.yaml").stdout
    Path("agreement.schema.json").write_text("{}")
    result = run("new", "third.yaml")
    assert "agreement-kit schema -o agreement.schema.json --force" in result.stdout
    assert Path("agreement.schema.json").read_text() == "{}"


def test_new_leaves_the_schema_out_where_it_is_not_wanted() -> None:
    assert run("new", "ours.yaml", "--no-schema").exit_code == 0
    assert [path.name for path in Path().iterdir()] == ["ours.yaml"]
    assert "schema" not in Path("ours.yaml").read_text()


def test_the_schema_is_printed_or_written() -> None:
    printed = run("schema")
    assert printed.exit_code == 0
    assert json.loads(printed.stdout)["title"] == "Agreement"
    written = run("schema", "-o", "ours.json")
    assert written.stdout.endswith("its first line: # yaml-language-server: $schema=ours.json\n")
    assert Path("ours.json").read_text("utf-8") == printed.stdout


def test_the_schema_of_an_intake_is_another() -> None:
    assert json.loads(run("schema", "--for", "intake").stdout)["required"] == ["intake"]
    assert "ours.json: an intake beside it" in run("schema", "--for", "intake", "-o", "ours.json").stdout


def test_the_schema_does_not_overwrite() -> None:
    Path("ours.json").write_text("{}")
    refused = run("schema", "-o", "ours.json")
    assert refused.exit_code == 2
    assert "ours.json: error OUT-05: the file exists" in refused.stderr
    assert run("schema", "-o", "ours.json", "--force").exit_code == 0


# explain


def test_explain_prints_what_a_field_means_and_who_reads_it() -> None:
    result = run("explain", "parties.legal_form")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("parties[].legal_form: Legal form (required)\n\nWhat this body is in law;")
    for words in ("  cic ", "community interest company", "Example: legal_form: university_chartered", "Read by:\n"):
        assert words in result.stdout


def test_explain_without_a_path_lists_the_parts() -> None:
    assert "\nParts:\n  document " in run("explain").stdout


def test_explain_names_the_nearest_field_for_one_that_there_is_not() -> None:
    result = run("explain", "partys.legal_form")
    assert result.exit_code == 2
    assert 'did you mean "parties.legal_form"?' in result.stderr


def test_explain_reads_clauses_of_an_own_library_too() -> None:
    Path("own").mkdir()
    Path("own/moorings.md").write_text(clause_file("## only\n\n1. From {{ term.start }}.\n", name="moorings"), "utf-8")
    assert "  moorings " not in run("explain", "term.start").stdout
    assert "  moorings " in run("explain", "term.start", "--library", "own").stdout


# new --from


def test_new_from_an_agreement_writes_its_next_term_beside_nothing_else() -> None:
    Path("harbour.agreement.yaml").write_text(CHARTER + "term: {start: 2027-04-01}  # as agreed\n")
    result = run("new", "--from", "harbour.agreement.yaml")
    assert result.exit_code == 0
    assert result.stdout.startswith("harbour-next.agreement.yaml: fill in what says tbc")
    text = Path("harbour-next.agreement.yaml").read_text()
    assert text.endswith("term: {start: {tbc: 'Start? It was 1 April 2027'}}  # as agreed\n")
    assert run("generate", "harbour-next.agreement.yaml").exit_code == 0


def test_new_from_takes_a_name_and_does_not_overwrite() -> None:
    Path("old.yaml").write_text(CHARTER)
    assert run("new", "next.yaml", "--from", "old.yaml", "--no-schema").exit_code == 0
    assert Path("next.yaml").read_text() == CHARTER
    assert run("new", "next.yaml", "--from", "old.yaml").exit_code == 2
    assert run("new", "old.yaml", "--from", "old.yaml").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "exit_code", "sentence"),
    [
        (("--from", "missing.yaml"), 2, "missing.yaml: error FILE-01: there is no such file"),
        (("--from", "wrong.yaml"), 1, "wrong.yaml:2:3: error FIELD-07"),
        (("--from", "old.yaml", "--tier", "gold"), 2, "the tier stays that of the old agreement"),
        (("--from", "-"), 2, "Name the FILE to write."),
        ((), 2, "Name the FILE to write."),
    ],
)
def test_new_says_what_it_cannot_do(arguments: tuple[str, ...], exit_code: int, sentence: str) -> None:
    Path("old.yaml").write_text(CHARTER)
    Path("wrong.yaml").write_text(CHARTER.replace("title:", "titel:"))
    result = run("new", *arguments)
    assert (result.exit_code, sentence in result.stderr) == (exit_code, True)
    assert list(Path().glob("*-next*")) == []
