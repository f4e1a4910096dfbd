"""generate: from the answers to the draft."""

import sys
from os import PathLike
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

import click

import agreement_kit as kit
from agreement_kit.cli.output import LIBRARY, by_severity, count_words, reporting, show_problems

if TYPE_CHECKING:
    from agreement_kit.api import Plan
    from agreement_kit.document import Document
    from agreement_kit.sources import Source

WRITERS = {"docx": "write_docx", "html": "write_html", "md": "write_markdown"}
"""Format → the verb that writes it."""


def load_argument(file: str) -> "Source":
    """The source that a FILE argument names; `-` is what is piped in."""
    return kit.load(sys.stdin.buffer.read(), name="<stdin>") if file == "-" else kit.load(FilePath(file))


@click.command(
    short_help="Write a draft.",
    epilog="Example: agreement-kit generate samples/northmere-jro.agreement.yaml -o draft.docx",
)
@click.argument("file", required=False)
@click.option("-o", "--out", help="Where to write; by default REFERENCE-vVERSION-STATUS.docx in this folder.")
@click.option("--document", default="agreement", show_default=True, help="Which document to make.")
@click.option("--party", default="", help="For which party, by its id, where a document speaks to one of them.")
@LIBRARY
@click.option("--format", "form", type=click.Choice([*WRITERS, "ics"]), help="By default the ending of --out, or docx.")
@click.option("--no-lock", is_flag=True, help="Write no lock file beside the draft.")
@click.option("--locked", metavar="LOCK", help="Make the draft of a lock file again, in place of FILE.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@click.option("--discard-edits", is_flag=True, help="Replace a Word file that somebody saved since it was made.")
@reporting
def generate(
    file: str | None,
    out: str | None,
    document: str,
    party: str,
    library: tuple[str, ...],
    form: str | None,
    no_lock: bool,
    locked: str | None,
    **may: bool,
) -> None:
    """Write a draft from the answers in FILE (- reads standard input), and beside it a lock file, which stays with you:
    it holds what the draft was made of.
    """
    from agreement_kit import api

    if locked or not file:
        generate_locked(file, locked, out, form, **may)
        return
    answers, problems = api.check(load_argument(file), libraries=library)
    for group in by_severity(problems):
        show_problems(group)
    if answers is None:
        sys.exit(1)
    plan = api.plan(answers, document=document, libraries=library, party=party)
    made = plan.draft()
    show_problems(each for each in made.answers.problems if each not in problems)
    draft = made.document
    form = form or ending(out) or "docx"
    target = out or api.default_name(draft, file, form)
    data = api.write_calendar(answers) if form == "ics" else getattr(api, WRITERS[form])(draft)
    files: dict[str | PathLike[str], bytes] = {target: data}
    if not no_lock and document == "agreement":  # what goes with an agreement is made from its answers
        files |= api.lock_beside(target, plan, draft)
    api.save_together(files, **may)
    click.echo(f"{target}: {summary(draft)}. {departures(plan)}No solicitor has reviewed it.")
    if silent := plan.unprinted(draft):
        click.echo(f"Not printed by any clause in it: {', '.join(silent)}")


def generate_locked(file: str | None, locked: str | None, out: str | None, form: str | None, **may: bool) -> None:
    """Writes the draft of a lock file again."""
    from agreement_kit import api

    if file or not locked:
        raise click.UsageError("Give either FILE or --locked LOCK.")
    kept = api.load_lock(locked)
    plan, problems = api.locked_plan(kept)
    for group in by_severity(problems):
        show_problems(group)
    if plan is None:
        sys.exit(1)
    draft = plan.assemble()
    show_problems(api.differences(kept, draft))
    form = form or ending(out) or "docx"
    target = out or api.default_name(draft, kept.name, form)
    api.save(getattr(api, WRITERS[form])(draft), target, **may)
    click.echo(f"{target}: {summary(draft)}. {departures(plan)}No solicitor has reviewed it.")


def ending(out: str | None) -> str | None:
    """The format that a file name asks for."""
    suffix = FilePath(out).suffix.removeprefix(".").lower() if out else ""
    return suffix if suffix in (*WRITERS, "ics") else None


def summary(draft: "Document") -> str:
    """18 clauses, 4 schedules, 12 defined terms, 2 open items."""
    from agreement_kit import api

    facts = api.facts(draft)
    return ", ".join(count_words(count, noun) for noun, count in facts.items())


def departures(plan: "Plan") -> str:
    """2 clauses from own libraries (disputes, moorings). 1 left out (risks)."""
    words = {"omit": "left out", "choose": "chosen by name", "add": "added"}
    named = {"from own libraries": plan.own}
    named |= {words[kind]: tuple(each.clause for each in plan.overrides if each.kind == kind) for kind in words}
    return "".join(f"{count_words(len(ids), 'clause')} {how} ({', '.join(ids)}). " for how, ids in named.items() if ids)
