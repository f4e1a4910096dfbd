"""generate: from the answers to the draft."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

import click

import agreement_kit as kit
from agreement_kit.cli.output import LIBRARY, by_severity, count_words, reporting, show_problems

if TYPE_CHECKING:
    from agreement_kit.api import Plan
    from agreement_kit.document import Document
    from agreement_kit.lint.drafts import Draft
    from agreement_kit.problems import Problem
    from agreement_kit.sources import Source

    Drafts = tuple[tuple[Plan, Draft], ...]

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
@click.option("--all", "everything", is_flag=True, help="Make every document, all or none; -o names the folder.")
@click.option("--party", default="", help="For which party, by its id, where a document speaks to one of them.")
@LIBRARY
@click.option("--house-style", help="A Word file of your own whose styles, pages and headers it takes on.")
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
def generate(file: str, everything: bool, document: str, party: str, library: tuple[str, ...], **how: Any) -> None:
    """Write a draft from the answers in FILE (- reads standard input)."""
    from agreement_kit import api

    answers, problems = api.check(load_argument(file), libraries=library)
    if answers is None:
        show_groups(problems)
        sys.exit(1)
    if everything:
        made = api.generate_all(answers, libraries=library)
    else:
        plan = api.plan(answers, document=document, libraries=library, party=party)
        made = ((plan, plan.draft()),)
    show_groups(dict.fromkeys((*problems, *(each for _, draft in made for each in draft.answers.problems))))
    write_drafts(made, file, is_folder=everything, **how)
    if everything and (words := left_out(made)):
        click.echo(words)


def show_groups(problems: "Iterable[Problem]") -> None:
    for group in by_severity(problems):
        show_problems(group)


def write_drafts(made: "Drafts", file: str, *, is_folder: bool, **how: Any) -> None:
    """Saves the drafts, all or none, and says what is in each."""
    from agreement_kit import api
    from agreement_kit.answers import words_at

    out, house_style, form, asked = (how.pop(name) for name in ("out", "house_style", "form", "review_sheet"))
    form = form or (None if is_folder else ending(out)) or "docx"
    if house_style and form != "docx":
        raise click.UsageError("--house-style goes with Word files alone.")
    files: dict[str, bytes] = {}
    sheet: dict[str, bytes] = {}
    for plan, draft in made:
        reader = words_at(plan.answers, "document", "for_party")
        name = api.default_name(draft.document, file, form, party=reader)
        target = str(FilePath(out or ".", name)) if is_folder else out or name
        files[target] = written(draft, form, house_style)
        if plan.template.id == made[0][0].template.id or plan.template.id == "agreement":
            sheet = sheet_file(plan, draft, sheet_name(asked, target))
    api.save_together({**files, **sheet}, **how)
    also = "".join(f"Review sheet: {name}. " for name in sheet)
    for target, (plan, draft) in zip(files, made, strict=True):
        click.echo(f"{target}: {summary(draft.document)}. {departures(plan)}{also}No solicitor has reviewed it.")
        also = ""
        if silent := plan.unprinted(draft.document):
            click.echo(f"Not printed by any clause in it: {', '.join(silent)}")


def written(draft: "Draft", form: str, house_style: str | None) -> bytes:
    """The draft in this form."""
    from agreement_kit import api

    if form == "ics":
        return api.write_calendar(draft.answers)
    if house_style:
        return api.write_docx(draft.document, house_style=house_style)
    writer = getattr(api, WRITERS[form])
    data: bytes = writer(draft.document)
    return data


def left_out(made: "Drafts") -> str:
    """Names the documents for which the answers have nothing."""
    from agreement_kit import api

    known = {plan.template.id for plan, _ in made}
    names = [template.id for template in api.load_templates() if template.id not in known]
    return f"Not written, because the answers have nothing for it: {', '.join(names)}" if names else ""


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
