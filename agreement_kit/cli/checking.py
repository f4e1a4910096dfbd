"""check and clauses check: what the rules find in answers and in clauses, and what a rule means."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

import click

from agreement_kit.cli.commands import load_argument
from agreement_kit.cli.output import (
    LIBRARY,
    by_severity,
    count_words,
    problem_counts,
    reporting,
    show_problems,
    table,
    terminal_width,
)

if TYPE_CHECKING:
    from agreement_kit.api import Checked
    from agreement_kit.lint.ease import Ease, Target

HEADS = ("Clause", "Words", "Average", "Longest", "Flesch", "Target met")


def explain_if_asked(context: click.Context, option: click.Parameter, rule_id: str | None) -> None:
    if rule_id:
        explain_rule(rule_id)
        context.exit()


@reporting
def explain_rule(rule_id: str) -> None:
    from agreement_kit import api
    from agreement_kit.text.pages import page_text

    head, *rest = page_text(api.explain_rule(rule_id), terminal_width()).split("\n")
    click.secho(head, bold=True)
    click.echo("\n".join(rest))


@click.command(
    short_help="Say everything that is wrong, with its line.",
    epilog="Example: agreement-kit check my.agreement.yaml --format json",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--explain",
    metavar="RULE",
    is_eager=True,
    expose_value=False,
    callback=explain_if_asked,
    help="Say what a rule means and how to satisfy it, in place of checking.",
)
@LIBRARY
@reporting
def check(files: tuple[str, ...], form: str, library: tuple[str, ...]) -> None:
    """Say everything that is wrong with the answers in each FILE, with its line (- reads standard input)."""
    from agreement_kit import api

    found = [api.check_file(file, partial(load_argument, file), library) for file in files]
    if form == "json":
        import json

        click.echo(json.dumps(api.check_record(found), indent=2, ensure_ascii=False))
    else:
        show_report(found)
    if not all(each.is_read for each in found):
        sys.exit(2)
    sys.exit(1 if any(api.has_errors(each.problems) for each in found) else 0)


def show_report(found: "Sequence[Checked]") -> None:
    """The findings of each file, errors before warnings, and a last line with counts."""
    for each in found:
        if len(found) > 1:
            click.secho(f"{each.file}: {problem_counts(each.problems)}", bold=True)
        for group in by_severity(each.problems):
            show_problems(group, err=not each.is_read)
            click.echo()
    problems = [problem for each in found for problem in each.problems]
    if groups := by_severity(problems):
        click.secho(f"What a rule means: agreement-kit check --explain {groups[0][0].rule}", dim=True)
    accepted = sum(len(each.accepted) for each in found)
    also = f" {count_words(accepted, 'finding')} accepted with a reason." if accepted else ""
    click.echo(f"{count_words(len(found), 'file')} checked: {problem_counts(problems)}.{also}")


@click.command("check", epilog="Example: agreement-kit clauses check our-clauses --today 2027-01-31")
@click.argument("path", required=False)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day to hold review dates against, if not today.")
@click.option("--readability", is_flag=True, help="Print how easily each clause reads.")
@LIBRARY
@reporting
def check_clauses(path: str | None, today: datetime | None, readability: bool, library: tuple[str, ...]) -> None:
    """Say everything that is wrong with the clauses in PATH, by default with the kit's own (rules: docs/rules.md)."""
    from agreement_kit import api

    day = today.date() if today else date.today()
    problems = api.check_clauses(path, libraries=library, today=day)
    show_problems(problems, err=False)
    if readability:
        click.echo(ease_table(api.reading_ease([*library, *([path] if path else [])])))
    errors = sum(problem.severity == "error" for problem in problems)
    click.echo(f"{count_words(errors, 'error')}, {count_words(len(problems) - errors, 'warning')}.")
    sys.exit(1 if errors else 0)


def ease_table(found: "Mapping[str, tuple[Ease, Target | None]]") -> str:
    """A line for each clause, each group of topics and everything."""
    rows = []
    for name, (ease, target) in found.items():
        met = "" if target is None else "yes" if ease.meets(target) else "no"
        rows.append((name, f"{ease.words:,}", f"{ease.average:.1f}", str(ease.longest), f"{ease.flesch:.0f}", met))
    return table(rows, HEADS)
