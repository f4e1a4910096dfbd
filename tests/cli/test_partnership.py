"""health-check and dashboard as a user meets them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inputs import SAMPLES

from agreement_kit.cli import main

SAMPLE = str(SAMPLES / "northmere-jro.agreement.yaml")


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture(autouse=True)
def _in_a_folder_with_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AGREEMENT_KIT_DEBUG", "1")
    rows = [f"r{at},{'uni' if at < 3 else 'trust'},{number},4" for at in range(6) for number in range(1, 25)]
    Path("answers.csv").write_text("respondent,party,question,score\n" + "\n".join(rows))
    Path("measures.csv").write_text("kpi,date,value\nK1,2027-06-30,112\nK9,2027-06-30,1\n")


@pytest.mark.parametrize(
    ("name", "start"), [("results.docx", b"PK"), ("results.html", b"<!doctype"), ("results.md", b"# ")]
)
def test_a_health_check_is_written_in_the_form_that_its_name_asks_for(name: str, start: bytes) -> None:
    result = run("health-check", SAMPLE, "answers.csv", "-o", name)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{name}: Health check results: Northmere")
    assert Path(name).read_bytes().lower().startswith(start.lower())


def test_without_a_name_a_page_is_written_and_none_is_replaced() -> None:
    assert run("health-check", SAMPLE, "answers.csv", "--previous", "answers.csv").exit_code == 0
    assert Path("health-check.html").exists()
    again = run("health-check", SAMPLE, "answers.csv")
    assert (again.exit_code, "OUT-05" in again.stderr) == (2, True)


def test_a_table_that_is_not_there_cannot_be_scored() -> None:
    result = run("health-check", SAMPLE, "missing.csv")
    assert result.exit_code == 2
    assert result.stderr.startswith("missing.csv: error FILE-01: there is no such file")
    assert not Path("health-check.html").exists()


def test_a_dashboard_is_written_and_says_what_was_left_out() -> None:
    result = run("dashboard", SAMPLE, "measures.csv", "--today", "2027-07-01")
    assert result.exit_code == 0
    assert 'measures.csv:3:1: warning MEAS-01: "K9" is no measure' in result.stderr
    assert result.stdout == (
        "dashboard.html: Dashboard: Northmere Joint Research Office - Collaboration Agreement. 1 warning: what could "
        "not be read was left out.\n"
    )


def test_a_dashboard_of_an_input_with_mistakes_is_not_written() -> None:
    Path("ours.yaml").write_text("document: {title: Ours}\n")
    result = run("dashboard", "ours.yaml", "measures.csv")
    assert (result.exit_code, "FIELD-08" in result.stderr) == (1, True)


def test_a_table_without_its_columns_is_refused() -> None:
    result = run("dashboard", SAMPLE, "answers.csv")
    assert (result.exit_code, "CSV-01" in result.stderr) == (1, True)


def test_a_mismatch_report_is_written_with_its_record_and_a_draft() -> None:
    Path("a.yaml").write_text("intake: {party: uni}\nagreement: {binding: hybrid}\n")
    Path("b.yaml").write_text("intake: {party: trust}\nagreement: {binding: charter}\n")
    result = run("mismatch", "a.yaml", "b.yaml", "--draft", "joint.yaml")
    assert (result.exit_code, result.stdout) == (
        *(0, "mismatch.html: 1 blocker, 0 differences to discuss, 0 things agreed.\n"),
    )
    assert Path("mismatch.html").exists()
    assert Path("joint.yaml").exists()
    again = run("mismatch", "a.yaml", "b.yaml", "--previous", "mismatch.json", "-o", "second.docx")
    assert again.exit_code == 0
    assert '"round": 2' in Path("second.json").read_text()


def test_a_mismatch_of_an_intake_with_a_mistake_is_not_written() -> None:
    Path("a.yaml").write_text("intake: {part: uni}\n")
    result = run("mismatch", "a.yaml")
    assert (result.exit_code, "FIELD-07" in result.stderr, Path("mismatch.html").exists()) == (1, True, False)


def test_a_recommendation_is_printed_and_written_where_asked() -> None:
    result = run("recommend", SAMPLE, "-o", "advice.html")
    assert result.exit_code == 0
    assert result.stdout.rstrip().endswith("Go ahead. Rules of thumb, no advice; no solicitor has reviewed this.")
    assert Path("advice.html").exists()


def test_intakes_are_weighed_together() -> None:
    Path("a.yaml").write_text("intake: {party: uni}\n")
    Path("b.yaml").write_text("intake: {party: trust}\n")
    result = run("recommend", "a.yaml", "b.yaml")
    assert result.exit_code == 0
    assert "Do not start yet: try a lighter way." in result.stdout


def test_a_file_that_is_not_there_is_not_weighed() -> None:
    assert run("recommend", "missing.yaml").exit_code == 2


def test_a_completed_form_is_read_and_an_empty_one_refused() -> None:
    assert run("generate", SAMPLE, "--document", "intake-form", "-o", "form.docx").exit_code == 0
    result = run("intake", "form.docx", "--party", "uni")
    assert (result.exit_code, "INTAKE-03" in result.stderr, Path("uni.intake.yaml").exists()) == (2, True, False)
