"""clauses check: what the rules find in the library, and how easily it reads."""

import sys
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from agreement_kit.cli.output import LIBRARY, count_words, reporting, show_problems, table

if TYPE_CHECKING:
    from agreement_kit.lint.ease import Ease, Target

HEADS = ("Clause", "Words", "Average", "Longest", "Flesch", "Target met")


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
    show_problems(problems)
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
