"""health-check, dashboard: what is computed around the agreement."""

import sys
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from agreement_kit.cli.commands import WRITERS, ending, load_argument
from agreement_kit.cli.output import answers_of, count_words, reporting, show_problems, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agreement_kit.document import Document
    from agreement_kit.problems import Problem

OUT = click.option("-o", "--out", help="Where to write: a name that ends in .html, .docx or .md.")
FORCE = click.option("--force", is_flag=True, help="Replace a file that exists.")
TODAY = click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day of the report, if not today.")


@click.command(
    "health-check",
    short_help="Score the answers to a health check.",
    epilog="Example: agreement-kit health-check samples/northmere-jro.agreement.yaml answers.csv -o results.html",
)
@click.argument("file")
@click.argument("responses", metavar="RESPONSES.csv")
@click.option("--previous", metavar="CSV", help="The answers of the round before, to compare with.")
@OUT
@TODAY
@FORCE
@reporting
def health_check(
    file: str, responses: str, previous: str | None, out: str | None, today: datetime | None, force: bool
) -> None:
    """Score a health check of the agreement in FILE, or a leader's reflection (see docs/partnership.md)."""
    from agreement_kit import api

    answers = answers_of(api.check(load_argument(file)))
    day = today.date() if today else date.today()
    made, problems = api.health_check(answers, responses, previous=previous, on=day)
    write_report(made, problems, out or "health-check.html", force=force)


@click.command(
    short_help="Show how far the measures have come.",
    epilog="Example: agreement-kit dashboard samples/northmere-jro.agreement.yaml measures.csv --today 2028-07-01",
)
@click.argument("file")
@click.argument("measures", metavar="MEASURES.csv")
@OUT
@TODAY
@FORCE
@reporting
def dashboard(file: str, measures: str, out: str | None, today: datetime | None, force: bool) -> None:
    """Show measures, objectives and milestones of the agreement in FILE against their targets, as of a day."""
    from agreement_kit import api

    answers = answers_of(api.check(load_argument(file)))
    made, problems = api.dashboard(answers, measures, today=today.date() if today else date.today())
    write_report(made, problems, out or "dashboard.html", force=force)


@click.command(
    short_help="Show where partners agree and differ before they sign.",
    epilog="Example: agreement-kit mismatch uni.intake.yaml trust.intake.yaml --draft joint.agreement.yaml",
)
@click.argument("intakes", nargs=-1, required=True, metavar="INTAKE...")
@click.option("--agreement", metavar="FILE", help="The agreement, if there is one: it names the partners.")
@click.option("--previous", metavar="JSON", help="The report of the round before: shows what was settled since.")
@click.option("--draft", metavar="OUT", help="Also write the agreement that all agree on, with the rest open.")
@OUT
@FORCE
@reporting
def mismatch(
    intakes: tuple[str, ...], agreement: str | None, previous: str | None, draft: str | None, **options: Any
) -> None:
    """Compare what partners said in each INTAKE: common ground, blockers, what to talk about, and bridges."""
    from agreement_kit import api

    sources = [load_argument(each) for each in intakes]
    named = load_argument(agreement) if agreement else None
    found, problems = api.mismatch(sources, agreement=named, previous=api.load_record(previous) if previous else None)
    show_problems(problems)
    if found is None:
        sys.exit(1)
    out = options.pop("out") or "mismatch.html"
    for target, data in api.mismatch_files(found, out, draft):
        api.save(data, target, **options)
    click.echo(f"{out}: {mismatch_words(found.record)}")


@click.command(
    short_help="Read a completed intake form.",
    epilog="Example: agreement-kit intake trust-form.docx --party trust -o trust.intake.yaml",
)
@click.argument("form", metavar="FORM.docx")
@click.option("--party", required=True, help="The id of the partner that speaks.")
@click.option(
    "--perspective", type=click.Choice(["organisation", "workforce", "service_users"]), default="organisation"
)
@click.option("-o", "--out", help="Where to write; by default PARTY.intake.yaml.")
@FORCE
@reporting
def intake(form: str, party: str, perspective: str, out: str | None, force: bool) -> None:
    """Read a Word intake form that a partner filled in into an intake file for `mismatch`."""
    from agreement_kit import api

    target = out or f"{party}.intake.yaml"
    api.save(api.intake(form, party=party, perspective=perspective).encode(), target, force=force)
    click.echo(f"{target}: look it through, then run: agreement-kit mismatch {target} ...")


@click.command(
    short_help="Say whether to collaborate, and how deep.",
    epilog="Example: agreement-kit recommend samples/northmere-jro.agreement.yaml",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE|INTAKE...")
@OUT
@FORCE
@reporting
def recommend(files: tuple[str, ...], out: str | None, force: bool) -> None:
    """Recommend tier, binding mode, wordings and documents for an agreement, or for what partners said in intakes."""
    from agreement_kit import api

    sources = [load_argument(each) for each in files]
    answers = answers_of(api.check(api.joint_source(sources)))
    found = api.recommend(answers)
    if out:
        write_report(api.recommendation_report(found, answers), (), out, force=force)
    for doubt in found.doubts:
        click.echo(f"Doubt: {doubt}")
    click.echo(table([(each.about, each.choice, each.reason) for each in found.advice], ("About", "What suits", "Why")))
    click.echo(f"{found.verdict}. Rules of thumb, no advice; no solicitor has reviewed this.")


def mismatch_words(record: "Mapping[str, Any]") -> str:
    """3 blockers, 6 differences to discuss, 4 things agreed."""
    blockers = sum(each["severity"] == "blocker" for each in record["mismatches"])
    return (
        f"{count_words(blockers, 'blocker')}, {count_words(len(record['mismatches']) - blockers, 'difference')} to "
        f"discuss, {count_words(len(record['agreed']), 'thing')} agreed."
    )


def write_report(made: "Document", problems: "tuple[Problem, ...]", out: str, *, force: bool) -> None:
    """Writes the report and says what was left out of it."""
    from agreement_kit import api

    show_problems(problems)
    api.save(getattr(api, WRITERS[ending(out) or "html"])(made), out, force=force)
    left = f" {count_words(len(problems), 'warning')}: what could not be read was left out." if problems else ""
    click.echo(f"{out}: {made.title}.{left}")
