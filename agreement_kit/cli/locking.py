"""clauses diff, outdated, upgrade: what changed in the library, and drafts that move with it."""

import json
import re
import sys
from os import PathLike
from typing import TYPE_CHECKING

import click

from agreement_kit.cli.output import LIBRARY, count_words, reporting, show_problems

if TYPE_CHECKING:
    from agreement_kit.api import Upgrade
    from agreement_kit.revisions import LibraryDiff


@click.command(
    "diff",
    short_help="Say what changed between two libraries.",
    epilog="Example: agreement-kit clauses diff git:v1.0 our-clauses --affects harbour.agreement.yaml",
)
@click.argument("old")
@click.argument("new")
@click.argument("files", nargs=-1, metavar="")
@click.option("--library", help="The folder that git:REF means where neither side is one; by default the kit's own.")
@click.option("--affects", multiple=True, metavar="FILE...", help="Agreements or locks: say how they would change.")
@click.option("--format", "form", type=click.Choice(["text", "json", "html", "md"]), default="text", show_default=True)
@reporting
def diff(old: str, new: str, files: tuple[str, ...], library: str | None, affects: tuple[str, ...], form: str) -> None:
    """Say what changed between two libraries, clause by clause and word by word. OLD and NEW are folders of clauses,
    lock files, "kit" for the kit's own clauses, or git:REF for a commit, tag or branch of the folder's repository.
    """
    from agreement_kit import api

    if files and not affects:
        raise click.UsageError(f"Two libraries are compared; agreements follow --affects ({files[0]}).")
    found = api.clauses_diff(old, new, library=library, affects=(*affects, *files))
    show_problems(found.problems)
    click.echo(printed(found, form))
    sys.exit(1 if found.clauses else 0)


def printed(found: "LibraryDiff", form: str) -> str:
    """What changed, in the form asked for."""
    if form == "html":
        from agreement_kit.html.revisions import write

        return write(found).decode().rstrip("\n")
    from agreement_kit.text.revisions import diff_markdown, diff_record, diff_text

    if form == "json":
        return json.dumps(diff_record(found), indent=2, ensure_ascii=False)
    return diff_markdown(found).decode().rstrip("\n") if form == "md" else coloured(diff_text(found))


def coloured(text: str) -> str:
    """What came green and what went red, where the terminal can; the brackets stay."""
    text = re.sub(r"\[-.*?-\]", lambda match: click.style(match[0], fg="red"), text)
    return re.sub(r"\{\+.*?\+\}", lambda match: click.style(match[0], fg="green"), text)


@click.command(
    short_help="Say which clauses of a draft have a newer version.",
    epilog="Example: agreement-kit outdated northmere.lock.yaml",
)
@click.argument("file", metavar="LOCK")
@LIBRARY
@reporting
def outdated(file: str, library: tuple[str, ...]) -> None:
    """Say which clauses of the draft of LOCK today's library has in a newer version, with what changed and why."""
    from agreement_kit import api
    from agreement_kit.text.revisions import clause_text

    lock = api.load_lock(file)
    show_problems(api.missing_libraries(lock, library))
    found = api.outdated(lock, libraries=library)
    for change in found:
        click.echo(coloured(clause_text(change)) + "\n")
    click.echo(f"{file}: {len(found)} of {count_words(len(lock.clauses), 'clause')} outdated.")
    sys.exit(1 if found else 0)


@click.command(
    short_help="Make a draft again with today's clauses.",
    epilog="Example: agreement-kit upgrade northmere.lock.yaml --clause disputes -o northmere-2.docx",
)
@click.argument("file", metavar="LOCK")
@click.option("--clause", "clauses", multiple=True, metavar="ID", help="Only this clause; may be repeated.")
@click.option("-o", "--out", help="Where to write; by default REFERENCE-vVERSION-STATUS.docx in this folder.")
@LIBRARY
@click.option(
    "--format", "form", type=click.Choice(["docx", "html", "md"]), help="By default the ending of --out, or docx."
)
@click.option("--force", is_flag=True, help="Replace files that exist.")
@click.option("--discard-edits", is_flag=True, help="Replace a Word file that somebody saved since it was made.")
@reporting
def upgrade(
    file: str, clauses: tuple[str, ...], out: str | None, library: tuple[str, ...], form: str | None, **may: bool
) -> None:
    """Write the draft of LOCK with today's clauses, all or those named with --clause, and its new lock beside it."""
    from agreement_kit import api
    from agreement_kit.cli.commands import WRITERS, ending, summary

    lock = api.load_lock(file)
    made = api.upgrade(lock, clauses, libraries=library)
    show_problems(made.problems)
    form = form or ending(out) or "docx"
    target = out or api.default_name(made.new, lock.name, form)
    files: dict[str | PathLike[str], bytes] = {target: getattr(api, WRITERS[form])(made.new)}
    api.save_together({**files, **api.lock_beside(target, made.plan, made.new)}, **may)
    click.echo(f"{target}: {summary(made.new)}. {moved(made)}No solicitor has reviewed it.")


def moved(made: "Upgrade") -> str:
    """2 clauses moved (disputes 1.0.0 → 1.1.0, general 1.0.0 → 1.2.0). 1 came in (moorings)."""
    from agreement_kit.revisions.effects import effects

    words = {"added": "came in", "removed": "went"}
    found: dict[str, list[str]] = {}
    for each in effects("", made.before.picks, made.plan.picks):
        how = words.get(each.kind, "moved")
        versions = f" {each.old_version} → {each.new_version}" if how == "moved" else ""
        found.setdefault(how, []).append(f"{each.clause}{versions}")
    if not found:
        return "Nothing moved: every clause is today's. "
    return "".join(f"{count_words(len(ids), 'clause')} {how} ({', '.join(ids)}). " for how, ids in found.items())
