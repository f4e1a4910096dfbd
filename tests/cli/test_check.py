"""`check` as a user and as a program meet it: what is printed where, in which order and colour, and the JSON."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result
from inputs import CHARTER

from agreement_kit import new
from agreement_kit.answers import Accepted
from agreement_kit.api import Checked, check_record
from agreement_kit.cli import main
from agreement_kit.cli.checking import show_report
from agreement_kit.problems import Place, Problem

PAGE = (Path(__file__).parent.parent.parent / "docs" / "json.md").read_text("utf-8")
TWO_ACCOUNTABLE = "raci:\n  - {activity: Costing, responsible: uni, accountable: [uni, trust]}\n"
ACCEPTED = "checks:\n  accept:\n    RACI-01: {reason: The two offices merge in May}\n"
QUOTED = CHARTER + "purpose:\n  vision: “One door”\n"
INFO = Problem(Place("x.yaml", 3, 1), "DP-09", "info", "a fact relied on")
ERROR = Problem(Place("x.yaml", 9, 1), "DP-01", "error", "no lawful basis", "Name one.")
WARNING = Problem(Place("x.yaml", 2, 1), "DP-02", "warning", "no retention period")


def run(*arguments: str, given: str | None = None) -> Result:
    result = CliRunner().invoke(main, ("check", *arguments), input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def schema_of_page() -> dict[str, Any]:
    (block,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    schema: dict[str, Any] = json.loads(block)
    jsonschema.Draft7Validator.check_schema(schema)
    return schema


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AGREEMENT_KIT_DEBUG", "1")
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    Path("ours.yaml").write_text(CHARTER, "utf-8")
    Path("quoted.yaml").write_text(QUOTED, "utf-8")
    Path("wrong.yaml").write_text(QUOTED.replace("title:", "titel:") + TWO_ACCOUNTABLE, "utf-8")


# text


def test_check_finds_no_error_in_the_starter() -> None:
    Path("fresh.yaml").write_text(new("bronze"))
    result = run("fresh.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-1].startswith("1 file checked: ")
    assert " error" not in result.stdout


def test_nothing_found_is_said_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    show_report([Checked("x.yaml", ())])
    assert capsys.readouterr().out == "1 file checked: nothing found.\n"


def test_errors_stand_before_warnings_and_notes_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    show_report([Checked("x.yaml", (WARNING, INFO, ERROR), (Accepted(ERROR, "Known"),))])
    assert capsys.readouterr().out == (
        "x.yaml:9:1: error DP-01: no lawful basis\n"
        "  Name one.\n"
        "\n"
        "x.yaml:2:1: warning DP-02: no retention period\n"
        "\n"
        "What a rule means: agreement-kit check --explain DP-01\n"
        "1 file checked: 1 error, 1 warning, 1 note for the legal review sheet. 1 finding accepted with a reason.\n"
    )


def test_notes_alone_are_only_counted(capsys: pytest.CaptureFixture[str]) -> None:
    show_report([Checked("x.yaml", (INFO, INFO, INFO))])
    assert capsys.readouterr().out == "1 file checked: 3 notes for the legal review sheet.\n"


def test_every_file_and_every_problem_is_reported_at_once_under_its_file() -> None:
    Path("broken.yaml").write_text("document: [\n")
    result = run("broken.yaml", "wrong.yaml")
    assert (result.exit_code, result.stderr) == (1, "")
    lines = result.stdout.splitlines()
    assert lines[0] == "broken.yaml: 1 error"
    assert lines[1].startswith("broken.yaml:2:1: error YAML-13: ")
    assert "wrong.yaml: 2 errors, 1 warning" in lines
    assert 'wrong.yaml:2:3: error FIELD-07: there is no field "titel" in "document"; did you mean "title"?' in lines
    assert lines[-1] == "2 files checked: 3 errors, 1 warning."


def test_a_file_that_is_not_there_does_not_hide_what_is_wrong_with_the_others() -> None:
    result = run("missing.yaml", "wrong.yaml")
    assert result.exit_code == 2
    assert result.stderr == "missing.yaml: error FILE-01: there is no such file\n"
    assert "error FIELD-07" in result.stdout
    assert result.stdout.splitlines()[-1] == "2 files checked: 3 errors, 1 warning."


def test_a_dash_reads_what_is_piped_in() -> None:
    assert "<stdin>:2:3: error FIELD-07" in run("-", given=CHARTER.replace("title:", "titel:")).stdout


@pytest.mark.parametrize(
    ("environment", "is_coloured"),
    [
        ({}, False),  # the runner is no terminal
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False),
    ],
)
def test_colours_follow_the_environment(
    environment: dict[str, str], is_coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[31m\x1b[1merror\x1b[0m FIELD-07" in run("wrong.yaml").output) is is_coloured
    assert ("\x1b[" in run("wrong.yaml").output) is is_coloured


def test_generate_prints_errors_before_warnings() -> None:
    result = CliRunner().invoke(main, ("generate", "wrong.yaml"))
    severities = re.findall(r"^wrong\.yaml:\S+ (\w+)", result.stderr, re.MULTILINE)
    assert severities == ["error", "error", "warning"]


# JSON


@pytest.mark.parametrize(
    "text", [CHARTER, QUOTED + TWO_ACCOUNTABLE, CHARTER + TWO_ACCOUNTABLE + ACCEPTED, "document: ["]
)
def test_the_json_is_what_its_page_says(text: str) -> None:
    Path("x.yaml").write_text(text, "utf-8")
    found = json.loads(run("x.yaml", "missing.yaml", "--format", "json").stdout)
    jsonschema.Draft7Validator(schema_of_page()).validate(found)
    assert [(each["file"], each["is_read"]) for each in found["files"]] == [("x.yaml", True), ("missing.yaml", False)]


def test_the_json_page_names_every_field() -> None:
    record = check_record([Checked("x.yaml", (ERROR,), (Accepted(ERROR, "Known"),))])
    (file,) = record["files"]  # type: ignore[misc]
    for name in {*record, *file, *file["problems"][0], *file["accepted"][0]}:
        assert re.search(rf"`(files\[\]\.)?{name}(\[\])?`", PAGE), name
    assert f"| `schema_version` | {record['schema_version']} |" in PAGE


def test_a_problem_as_a_record_has_all_its_parts() -> None:
    result = run("wrong.yaml", "--format", "json")
    assert (result.exit_code, result.stderr) == (1, "")
    (file,) = json.loads(result.stdout)["files"]
    problem = next(each for each in file["problems"] if each["rule"] == "FIELD-07")
    assert problem == {
        "file": "wrong.yaml",
        "line": 2,
        "column": 3,
        "path": "document.titel",
        "rule": "FIELD-07",
        "severity": "error",
        "sentence": 'there is no field "titel" in "document"; did you mean "title"?',
        "hint": "",
    }


def test_infos_stand_in_the_json_and_accepted_findings_with_their_reasons() -> None:
    record = check_record([Checked("x.yaml", (INFO,), (Accepted(ERROR, "Known"),))])
    (file,) = record["files"]  # type: ignore[misc]
    assert [each["severity"] for each in file["problems"]] == ["info"]
    assert [(each["rule"], each["reason"]) for each in file["accepted"]] == [("DP-01", "Known")]


# --explain


@pytest.mark.parametrize("rule_id", ["RACI-01", "raci-01"])
def test_explain_says_what_a_rule_means_why_and_what_to_do(rule_id: str) -> None:
    result = run("--explain", rule_id)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == "RACI-01 (error): not one accountable"
    assert [line.split(":")[0] for line in lines if line.startswith(("Why:", "What to do:"))] == ["Why", "What to do"]
    assert lines[-1] == "      RACI-01: {reason: Why it may stand}"


@pytest.mark.parametrize(
    "rule_id", ["FIELD-07", "YAML-14", "OWN-05", "LIB-05", "STY-01", "XREF-01", "DOCX-09", "OUT-05"]
)
def test_explain_knows_the_ids_of_every_command(rule_id: str) -> None:
    result = run("--explain", rule_id)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{rule_id} (")
    assert "checks:" not in result.stdout


def test_explain_names_the_nearest_rule_for_one_that_there_is_not() -> None:
    result = run("--explain", "RACI-1")
    assert result.exit_code == 2
    assert result.stderr.startswith('rules: error CHECK-01: there is no rule "RACI-1"; did you mean "RACI-01"?\n')


def test_check_without_a_file_is_a_mistake() -> None:
    result = run()
    assert result.exit_code == 2
    assert "Missing argument 'FILE...'" in result.stderr
