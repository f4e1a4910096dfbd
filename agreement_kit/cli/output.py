"""What commands print, and the exit codes: 0 fine, 1 ran and found problems, 2 could not be done."""

import functools
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from agreement_kit.answers import Answers
    from agreement_kit.problems import Problem


COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}

Command = Callable[..., Any]

LIBRARY = click.option(
    "--library", multiple=True, help="A folder of clauses of your own; may be repeated, a later wins."
)


def reporting(command: Command) -> Command:
    """The command, with every problem printed in the user's words in place of a traceback."""

    @functools.wraps(command)
    def run(*arguments: Any, **options: Any) -> Any:
        from agreement_kit.problems import AgreementKitError, CannotBeDone
        from agreement_kit.remembering import between_runs

        try:
            with between_runs():
                return command(*arguments, **options)
        except AgreementKitError as failure:
            show_problems(failure.problems)
            sys.exit(2 if isinstance(failure, CannotBeDone) else 1)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click says these itself
        except Exception as mistake:
            if os.environ.get("AGREEMENT_KIT_DEBUG"):
                raise
            click.echo(f"agreement-kit made a mistake ({type(mistake).__name__}: {mistake}).", err=True)
            click.echo("  Please report it; AGREEMENT_KIT_DEBUG=1 shows where it happened.", err=True)
            sys.exit(2)

    return run


def show_problems(problems: "Iterable[Problem]") -> None:
    """One line for each error and warning on stderr, a second one with its remedy; coloured where the terminal can."""
    for problem in problems:
        if problem.severity == "info":
            continue
        line, *hint = str(problem).split("\n")
        coloured = click.style(problem.severity, fg=COLOURS[problem.severity], bold=True)
        click.echo(line.replace(f": {problem.severity} ", f": {coloured} ", 1), err=True)
        if hint:
            click.echo("\n".join(hint), err=True)


def answers_of(checked: "tuple[Answers | None, Sequence[Problem]]") -> "Answers":
    """The answers of a checked input; where there are none, shows what is wrong and ends the command."""
    answers, problems = checked
    if answers is None:
        show_problems(problems)
        sys.exit(1)
    return answers


def count_words(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def table(rows: Sequence[Sequence[str]], heads: Sequence[str]) -> str:
    """Columns as wide as their longest entry; the last one wraps at the terminal's width."""
    import shutil
    import textwrap

    widths = [max(len(row[at]) for row in (heads, *rows)) for at in range(len(heads) - 1)]
    room = max(shutil.get_terminal_size((100, 24)).columns - sum(widths) - 2 * len(widths), 30)
    lines = []
    for row in (heads, *rows):
        first = "  ".join(entry.ljust(width) for entry, width in zip(row, widths, strict=False))
        wrapped = textwrap.wrap(row[-1], room) or [""]
        lines += [f"{first}  {wrapped[0]}", *(f"{' ' * len(first)}  {more}" for more in wrapped[1:])]
    return "\n".join(line.rstrip() for line in lines)
