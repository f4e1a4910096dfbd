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
            for group in by_severity(failure.problems):
                show_problems(group)
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


def colours_wanted() -> bool | None:
    """What the user's environment says of colours (no-color.org, force-color.org); None leaves it to the terminal."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return True if os.environ.get("FORCE_COLOR", "0") not in ("", "0", "false") else None


def show_problems(problems: "Iterable[Problem]", *, err: bool = True) -> None:
    """One line for each problem, a second one with its remedy; coloured where the terminal can. On stderr, where they
    are not what the command was asked for.
    """
    for problem in problems:
        line, *hint = str(problem).split("\n")
        coloured = click.style(problem.severity, fg=COLOURS[problem.severity], bold=True)
        click.echo(line.replace(f": {problem.severity} ", f": {coloured} ", 1), err=err)
        if hint:
            click.echo("\n".join(hint), err=err)


def by_severity(problems: "Iterable[Problem]") -> "list[list[Problem]]":
    """Errors, then warnings, without what is empty; infos are for the legal review sheet alone."""
    problems = tuple(problems)
    groups = [[each for each in problems if each.severity == severity] for severity in ("error", "warning")]
    return [group for group in groups if group]


def problem_counts(problems: "Iterable[Problem]") -> str:
    """2 errors, 1 warning, 3 notes for the legal review sheet; "nothing found" where there are none."""
    severities: list[str] = [problem.severity for problem in problems]
    nouns = {"error": "error", "warning": "warning", "info": "note"}
    counts = [count_words(number, noun) for severity, noun in nouns.items() if (number := severities.count(severity))]
    notes = " for the legal review sheet" if "info" in severities else ""
    return f"{', '.join(counts)}{notes}" if counts else "nothing found"


def answers_of(checked: "tuple[Answers | None, Sequence[Problem]]") -> "Answers":
    """The answers of a checked input; where there are none, shows what is wrong and ends the command."""
    answers, problems = checked
    if answers is None:
        show_problems(problems)
        sys.exit(1)
    return answers


def count_words(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def terminal_width() -> int:
    """Columns for running text: no more than can be read well."""
    import shutil

    return min(shutil.get_terminal_size((100, 24)).columns, 100)


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
