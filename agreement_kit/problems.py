"""Problems: what is wrong, where, and what to do about it. Everything a user can get wrong ends up here as a value.

Nothing in this module prints; the command line decides how problems are shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Path = tuple[str | int, ...]
"""Where a value stands in the input: ("parties", 0, "name")."""

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file. `line` and `column` count from 1; 0 means that the input had no lines (a mapping)."""

    file: str
    line: int = 0
    column: int = 0
    path: Path = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `rule` is stable and can be looked up; `hint` is empty when there is nothing to do."""

    place: Place
    rule: str
    severity: Severity
    sentence: str
    hint: str = ""

    def __str__(self) -> str:
        return format_problem(self)


class AgreementKitError(Exception):
    """The one exception family: carries every problem found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sort_problems(problems)
        super().__init__("\n".join(map(format_problem, self.problems)))


class ProblemsFound(AgreementKitError):
    """The input was read and has errors (exit code 1)."""


class CannotBeDone(AgreementKitError):
    """The work could not be started or finished: no such file, no permission, output exists (exit code 2)."""


def error(place: Place, rule: str, sentence: str, hint: str = "") -> Problem:
    return Problem(place, rule, "error", sentence, hint)


def warning(place: Place, rule: str, sentence: str, hint: str = "") -> Problem:
    return Problem(place, rule, "warning", sentence, hint)


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file, then line and column, then rule; each problem once."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (p.place.file, p.place.line, p.place.column, p.rule, p.sentence)))


def format_path(path: Path) -> str:
    """`parties[0].name`, as a user would point at it; list positions count from 0, as in JSON."""
    words = ""
    for step in path:
        words += f"[{step}]" if isinstance(step, int) else f".{step}" if words else step
    return words


def format_place(place: Place) -> str:
    """`file:line:column`, or `file` followed by the path where the input had no lines."""
    if place.line:
        return f"{place.file}:{place.line}:{place.column}"
    return f"{place.file}:{format_path(place.path)}" if place.path else place.file


def format_problem(problem: Problem) -> str:
    """One line, and a second one with the remedy where there is one."""
    line = f"{format_place(problem.place)}: {problem.severity} {problem.rule}: {problem.sentence}"
    return f"{line}\n  {problem.hint}" if problem.hint else line


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean "trust"?` for the nearest known word, or nothing. Case does not count."""
    from difflib import get_close_matches

    by_lower = {name.lower(): name for name in known}
    nearest = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return f'; did you mean "{by_lower[nearest[0]]}"?' if nearest else ""
