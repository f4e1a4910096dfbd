"""generate, check, new: from the answers to the draft."""

import sys
from functools import partial
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

import click

import agreement_kit as kit
from agreement_kit.cli.output import LIBRARY, count_words, reporting, show_problems

if TYPE_CHECKING:
    from agreement_kit.api import Plan
    from agreement_kit.document import Document
    from agreement_kit.sources import Source

WRITERS = {"docx": "write_docx", "html": "write_html", "md": "write_markdown", "pdf": "write_pdf"}
"""Format → the verb that writes it."""


def load_argument(file: str) -> "Source":
    """The source that a FILE argument names; `-` is what is piped in."""
    return kit.load(sys.stdin.buffer.read(), name="<stdin>") if file == "-" else kit.load(FilePath(file))


@click.command(
    short_help="Write a draft.",
    epilog="Example: agreement-kit generate samples/northmere-jro.agreement.yaml -o draft.docx",
)
@click.argument("file")
@click.option("-o", "--out", help="Where to write; by default REFERENCE-vVERSION-STATUS.docx in this folder.")
@click.option("--document", default="agreement", show_default=True, help="Which document to make.")
@click.option("--party", default="", help="For which party, by its id, where a document speaks to one of them.")
@LIBRARY
@click.option("--format", "form", type=click.Choice([*WRITERS, "ics"]), help="By default the ending of --out, or docx.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@click.option("--discard-edits", is_flag=True, help="Replace a Word file that somebody saved since it was made.")
@reporting
def generate(
    file: str, out: str | None, document: str, party: str, library: tuple[str, ...], form: str | None, **may: bool
) -> None:
    """Write a draft from the answers in FILE (- reads standard input)."""
    from agreement_kit import api

    answers, problems = api.check(load_argument(file), libraries=library)
    show_problems(problems)
    if answers is None:
        sys.exit(1)
    plan = api.plan(answers, document=document, libraries=library, party=party)
    draft = plan.assemble()
    form = form or ending(out) or "docx"
    target = out or api.default_name(draft, file, form)
    data = api.write_calendar(answers) if form == "ics" else getattr(api, WRITERS[form])(draft)
    api.save(data, target, **may)
    click.echo(f"{target}: {summary(draft)}. {departures(plan)}No solicitor has reviewed it.")
    if silent := plan.unprinted(draft):
        click.echo(f"Not printed by any clause in it: {', '.join(silent)}")


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


@click.command(
    short_help="Say everything that is wrong, with its line.",
    epilog="Example: agreement-kit check my.agreement.yaml --format json",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@LIBRARY
@reporting
def check(files: tuple[str, ...], form: str, library: tuple[str, ...]) -> None:
    """Say everything that is wrong with the answers in each FILE, with its line."""
    from agreement_kit import api

    problems = [each for file in files for each in api.problems_of(partial(load_argument, file), library)]
    if form == "json":
        import json

        click.echo(json.dumps([api.problem_record(problem) for problem in problems], indent=2, ensure_ascii=False))
    else:
        show_problems(problems)
        shown = sum(problem.severity != "info" for problem in problems)
        click.echo(f"{count_words(len(files), 'file')} checked, {count_words(shown, 'problem')} found.")
    sys.exit(1 if api.has_errors(problems) else 0)


@click.command(
    short_help="Write a YAML file to fill in.", epilog="Example: agreement-kit new harbour.agreement.yaml --tier silver"
)
@click.argument("file")
@click.option("--tier", type=click.Choice(["bronze", "silver", "gold"]), default="bronze", show_default=True)
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@reporting
def new(file: str, tier: str, force: bool) -> None:
    """Write a commented YAML file to fill in. It makes a draft as it is; its blanks are open items."""
    kit.save(kit.new(tier).encode(), file, force=force)
    click.echo(f"{file}: fill in what says tbc, then run: agreement-kit generate {file}")
