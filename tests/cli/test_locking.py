"""generate with its lock, clauses diff, outdated and upgrade, as a user meets them."""

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from agreement_kit import new
from agreement_kit.cli import main
from agreement_kit.library import shipped_folder

INPUT = new("bronze").replace("reference: tbc", "reference: HARB/01")
LOCK = "HARB-01-v0.1-draft.lock.yaml"


def run(*arguments: str, given: str | None = None) -> Result:
    result = CliRunner().invoke(main, arguments, input=given)
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AGREEMENT_KIT_DEBUG", "1")
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "A")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "a@example.org")
    Path("ours.yaml").write_text(INPUT)


def own(change: tuple[str, str] = ("", ""), version: str = "9.0.0") -> None:
    """An own library whose clause on the partnership's legal status differs."""
    text = next(shipped_folder().rglob("legal-status.md")).read_text("utf-8")
    head, _, rest = text.partition("\nversion: ")
    text = f"{head}\nversion: {version}\n{rest.partition(chr(10))[2]}"
    text = text.replace("changes:\n", f"changes:\n  {version}: Said more plainly.\n", 1)
    assert change[0] in text
    Path("own").mkdir(exist_ok=True)
    Path("own/legal-status.md").write_text(text.replace(*change), "utf-8")


PLAINER = ("title: Legal status", "title: What this is in law")


def test_generate_leaves_a_lock_beside_the_draft() -> None:
    assert run("generate", "ours.yaml").exit_code == 0
    assert Path(LOCK).read_text().startswith("# What a draft was made of")
    assert run("generate", "ours.yaml", "-o", "named").exit_code == 0
    assert Path("named.lock.yaml").exists()


def test_no_lock_is_left_where_none_is_wanted() -> None:
    assert run("generate", "ours.yaml", "--no-lock").exit_code == 0
    assert not Path(LOCK).exists()


def test_a_draft_of_what_is_piped_in_has_a_lock_too() -> None:
    assert run("generate", "-", "-o", "piped.docx", given=INPUT).exit_code == 0
    assert run("generate", "--locked", "piped.lock.yaml", "-o", "again.docx").exit_code == 0
    assert Path("again.docx").read_bytes() == Path("piped.docx").read_bytes()


def test_draft_and_lock_are_both_written_or_neither() -> None:
    Path(LOCK).write_text("something else")
    refused = run("generate", "ours.yaml")
    assert refused.exit_code == 2
    assert f"{LOCK}: error OUT-05: the file exists" in refused.stderr
    assert not Path("HARB-01-v0.1-draft.docx").exists()
    assert run("generate", "ours.yaml", "--force").exit_code == 0
    assert Path(LOCK).read_text() != "something else"


def test_another_format_of_the_same_draft_shares_its_lock() -> None:
    assert run("generate", "ours.yaml", "-o", "x.docx").exit_code == 0
    assert run("generate", "ours.yaml", "-o", "x.html").exit_code == 0


def test_the_locked_draft_is_made_again_when_the_library_has_changed() -> None:
    own()
    assert run("generate", "ours.yaml", "--library", "own", "-o", "first.docx").exit_code == 0
    own(PLAINER)
    made = run("generate", "--locked", "first.lock.yaml", "-o", "again.docx")
    assert (made.exit_code, made.stderr) == (0, "")
    assert "1 clause from own libraries (legal-status)" in made.stdout
    assert Path("again.docx").read_bytes() == Path("first.docx").read_bytes()


def test_an_edited_lock_is_named_and_nothing_is_written() -> None:
    assert run("generate", "ours.yaml").exit_code == 0
    Path(LOCK).write_text(Path(LOCK).read_text().replace("The Parties", "Some Parties", 1))
    refused = run("generate", "--locked", LOCK, "-o", "again.docx")
    assert refused.exit_code == 1
    assert "was edited since the kit wrote this lock" in refused.stderr
    assert not Path("again.docx").exists()


def test_outdated_says_what_is_newer_and_why() -> None:
    assert run("generate", "ours.yaml").exit_code == 0
    today = run("outdated", LOCK)
    assert today.exit_code == 0
    assert today.stdout.startswith(f"{LOCK}: 0 of ")
    own(PLAINER)
    later = run("outdated", LOCK, "--library", "own")
    assert later.exit_code == 1
    assert "legal-status (What this is in law): changed, " in later.stdout
    assert "  9.0.0: Said more plainly." in later.stdout
    assert '  title: "Legal status" → "What this is in law"' in later.stdout
    assert f"{LOCK}: 1 of " in later.stdout


def test_upgrade_writes_the_new_draft_and_its_lock() -> None:
    assert run("generate", "ours.yaml").exit_code == 0
    own(PLAINER)
    refused = run("upgrade", LOCK, "--library", "own")
    assert refused.exit_code == 2
    assert "error OUT-05: the file exists" in refused.stderr
    made = run("upgrade", LOCK, "--library", "own", "--clause", "legal-status", "-o", "moved.md")
    assert made.exit_code == 0
    assert "1 clause moved (legal-status " in made.stdout
    assert "What this is in law" in Path("moved.md").read_text()
    assert run("outdated", "moved.lock.yaml", "--library", "own").exit_code == 0


def test_a_library_that_was_not_named_is_missed() -> None:
    own()
    assert run("generate", "ours.yaml", "--library", "own").exit_code == 0
    for words in (("outdated", LOCK), ("upgrade", LOCK, "-o", "x.md")):
        missed = run(*words)
        assert (
            f"{LOCK}: warning LOCK-07: not the kit's own, and in no library that was named: legal-status"
            in missed.stderr
        )


def test_upgrade_says_when_there_is_nothing_to_move() -> None:
    assert run("generate", "ours.yaml").exit_code == 0
    assert "Nothing moved: every clause is today's." in run("upgrade", LOCK, "-o", "x.md").stdout


@pytest.mark.parametrize(
    ("arguments", "exit_code", "sentence"),
    [
        (("generate",), 2, "Give either FILE or --locked LOCK."),
        (("generate", "ours.yaml", "--locked", "x"), 2, "Give either FILE or --locked LOCK."),
        (("generate", "--locked", "missing"), 2, "missing: error FILE-01: there is no such file"),
        (("generate", "--locked", "ours.yaml"), 2, "error LOCK-01: this is no lock file"),
        (("outdated", "missing"), 2, "missing: error FILE-01: there is no such file"),
        (("upgrade", "ours.yaml"), 2, "error LOCK-01: this is no lock file"),
        (("clauses", "diff", "nowhere", "kit"), 2, "nowhere: error FILE-01: there is no such file"),
        (("clauses", "diff", "git:main", "."), 2, "error GIT-01: this folder lies in no git repository"),
        (("clauses", "diff", "kit", "ours.yaml"), 2, "error LOCK-01: this is no lock file"),
        (("clauses", "diff", "kit", "kit", "x.yaml"), 2, "agreements follow --affects (x.yaml)"),
        (("clauses", "diff", "kit", "kit", "--affects", "x.yaml"), 2, "x.yaml: error FILE-01: there is no such file"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(arguments: tuple[str, ...], exit_code: int, sentence: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (exit_code, "")
    assert sentence in result.stderr


def test_equal_libraries_are_equal() -> None:
    result = run("clauses", "diff", "kit", str(shipped_folder()))
    assert (result.exit_code, result.stdout) == (0, f"kit → {shipped_folder()}: no clause differs.\n")


def git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "commit.gpgsign=false", *arguments], check=True, capture_output=True)


def test_a_library_is_compared_with_an_earlier_commit_of_its_repository() -> None:
    own()
    git("init", "-q")
    git("add", "own")
    git("commit", "-qm", "first")
    own(PLAINER)
    result = run("clauses", "diff", "git:HEAD", "own")
    assert result.exit_code == 1
    assert 'error LIB-08: "legal-status" changed and still has version 9.0.0' in result.stderr
    assert '  title: "Legal status" → "What this is in law"' in result.stdout
    assert run("clauses", "diff", "git:HEAD", "git:HEAD", "--library", "own").exit_code == 0
    unknown = run("clauses", "diff", "git:--help", "own")
    assert unknown.exit_code == 2
    assert 'has no commit, tag or branch "--help"' in unknown.stderr
    Path("elsewhere").mkdir()
    assert "error GIT-03" in run("clauses", "diff", "git:HEAD", "elsewhere").stderr


def test_without_git_the_reason_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = run("clauses", "diff", "git:HEAD", "kit")
    assert result.exit_code == 2
    assert "git is not installed" in result.stderr


def test_a_library_with_mistakes_can_be_neither_equal_nor_different() -> None:
    Path("bad").mkdir()
    Path("bad/x.md").write_text("no clause")
    result = run("clauses", "diff", "kit", "bad")
    assert result.exit_code == 2
    assert "error LIB-03" in result.stderr


def test_the_agreements_that_would_change_are_named() -> None:
    own(PLAINER)
    assert run("generate", "ours.yaml").exit_code == 0
    Path("copy").mkdir()
    text = next(shipped_folder().rglob("legal-status.md")).read_text("utf-8")
    Path("copy/legal-status.md").write_text(text, "utf-8")
    result = run("clauses", "diff", "copy", "own", "--affects", "ours.yaml", LOCK)
    assert result.exit_code == 1
    assert "ours.yaml would change:\n  legal-status: other wording of " in result.stdout
    assert f"{LOCK} would change:\n  legal-status: other wording of " in result.stdout


def test_an_agreement_that_could_no_longer_be_made_is_named() -> None:
    own()
    moorings = Path("own/legal-status.md").read_text().replace("id: legal-status", "id: moorings")
    Path("with").mkdir()
    Path("with/moorings.md").write_text(moorings)
    extra = "\nclauses:\n  add:\n    moorings:\n      after: legal-status\n      reason: Boats.\n"
    Path("ours.yaml").write_text(INPUT + extra)
    result = run("clauses", "diff", "with", "own", "--affects", "ours.yaml")
    assert 'ours.yaml would change:\n  can no longer be made: there is no clause "moorings"' in result.stdout


def test_a_lock_is_compared_with_the_library_by_what_stands_in_it() -> None:
    assert run("generate", "ours.yaml").exit_code == 0
    assert run("clauses", "diff", LOCK, "kit").exit_code == 0
    own(PLAINER)
    result = run("clauses", "diff", LOCK, "own")
    assert result.exit_code == 1
    assert result.stdout.endswith("1 clause changed.\n")
    assert "error LOCK-09" in run("clauses", "diff", LOCK, "kit", "--affects", "ours.yaml").stderr


def test_every_format_holds_the_change() -> None:
    own(("version", "version"))
    Path("old").mkdir()
    text = Path("own/legal-status.md").read_text("utf-8")
    Path("old/legal-status.md").write_text(
        text.replace("This Agreement is a charter", "This <paper> is a charter"), "utf-8"
    )
    record = json.loads(run("clauses", "diff", "old", "own", "--format", "json").stdout)
    assert set(record) == {"format", "old", "new", "clauses", "affects"}
    (change,) = record["clauses"]
    assert set(change) == {
        *("id", "title", "kind", "was", "old_version", "new_version", "reasons", "fields", "alternatives", "problem"),
    }
    pieces = [piece for each in change["alternatives"] for piece in each["wording"]]
    assert {"kind": "deleted", "text": "<paper>"} in pieces
    assert change["problem"]["rule"] == "LIB-08"
    page = run("clauses", "diff", "old", "own", "--format", "html").stdout
    assert "<del>&lt;paper&gt;</del><ins>Agreement</ins>" in page
    assert page.startswith("<!DOCTYPE html>")
    markdown = run("clauses", "diff", "old", "own", "--format", "md").stdout
    assert r"<del>\<paper></del><ins>Agreement</ins>" in markdown
    assert "[-<paper>-]{+Agreement+}" in run("clauses", "diff", "old", "own").stdout


def test_every_command_has_an_example_in_its_help() -> None:
    for words in (("outdated",), ("upgrade",), ("clauses", "diff")):
        assert "Example: agreement-kit " + " ".join(words) in run(*words, "--help").stdout.replace("\n  ", " ")
