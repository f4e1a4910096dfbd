"""generate: from the answers to the draft."""

import sys
from datetime import date
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

import click

import agreement_kit as kit
from agreement_kit.cli.output import LIBRARY, by_severity, count_words, reporting, show_problems

if TYPE_CHECKING:
    from agreement_kit.api import Plan
    from agreement_kit.document import Document
    from agreement_kit.lint.drafts import Draft
    from agreement_kit.sources import Source

WRITERS = {"docx": "write_docx", "html": "write_html", "md": "write_markdown"}
"""Format → the verb that writes it."""

BESIDE = "beside the draft"
"""What --review-sheet means without a file."""


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
@click.option(
    "--review-sheet",
    is_flag=False,
    flag_value=BESIDE,
    metavar="[FILE]",
    help="Write the lawyer's sheet too; by default beside the draft, as NAME-review.docx.",
)
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@click.option("--discard-edits", is_flag=True, help="Replace a Word file that somebody saved since it was made.")
@reporting
def generate(
    file: str,
    out: str | None,
    document: str,
    party: str,
    library: tuple[str, ...],
    form: str | None,
    review_sheet: str | None,
    **may: bool,
) -> None:
    """Write a draft from the answers in FILE (- reads standard input)."""
    from agreement_kit import api

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
    sheet = sheet_file(plan, made, sheet_name(review_sheet, target))
    api.save_together({target: data, **sheet}, **may)
    also = "".join(f"Review sheet: {name}. " for name in sheet)
    click.echo(f"{target}: {summary(draft)}. {departures(plan)}{also}No solicitor has reviewed it.")
    if silent := plan.unprinted(draft):
        click.echo(f"Not printed by any clause in it: {', '.join(silent)}")


def sheet_file(plan: "Plan", made: "Draft", name: str) -> dict[str, bytes]:
    """The name and bytes of the review sheet, as of today, in the format of its name or in Word; {} without a name."""
    from agreement_kit import api

    write = getattr(api, WRITERS.get(ending(name) or "", "write_docx"))
    return {name: write(api.review_sheet(plan, made, today=date.today()))} if name else {}


def sheet_name(asked: str | None, draft: str) -> str:
    """The file of the review sheet: as asked, or beside the draft; "" where none is wanted. Raises a usage error where
    it would be the draft's own file.
    """
    if asked != BESIDE:
        if asked and FilePath(asked) == FilePath(draft):
            raise click.BadParameter("the draft itself is written to this file", param_hint="--review-sheet")
        return asked or ""
    path = FilePath(draft)
    stem = path.stem if ending(draft) else path.name
    return str(path.with_name(f"{stem}-review.docx"))


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
