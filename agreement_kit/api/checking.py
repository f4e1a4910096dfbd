"""What `check` says of files: for people and for programs (docs/json.md), and what a rule means."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agreement_kit.api.clauses import AnyPath
from agreement_kit.api.drafting import check
from agreement_kit.problems import CannotBeDone, Problem, ProblemsFound, format_path
from agreement_kit.sources import Source

if TYPE_CHECKING:
    from agreement_kit.answers import Accepted
    from agreement_kit.manual import Page

SCHEMA_VERSION = 1
"""Raised when a program that reads the record would have to change; new fields alone do not raise it."""

Record = dict[str, object]


@dataclass(frozen=True, slots=True)
class Checked:
    """What is said of one file. `is_read` is False where it could not be opened. What the input accepts is known only
    where a draft can be made.
    """

    file: str
    problems: tuple[Problem, ...]
    accepted: "tuple[Accepted, ...]" = ()
    is_read: bool = True


def check_file(file: str, load_source: Callable[[], Source], libraries: Iterable[AnyPath] = ()) -> Checked:
    """Everything that is said of a file, that it is not there or is no YAML included."""
    try:
        answers, problems = check(load_source(), libraries=libraries)
    except ProblemsFound as failure:
        return Checked(file, failure.problems)
    except CannotBeDone as failure:
        return Checked(file, failure.problems, is_read=False)
    return Checked(file, problems, answers.accepted if answers else ())


def check_record(found: Iterable[Checked]) -> Record:
    """The same for programs: docs/json.md says what stands where."""
    from agreement_kit import __version__

    return {
        "schema_version": SCHEMA_VERSION,
        "kit_version": __version__,
        "files": [
            {
                "file": each.file,
                "is_read": each.is_read,
                "problems": [problem_record(problem) for problem in each.problems],
                "accepted": [{**problem_record(one.problem), "reason": one.reason} for one in each.accepted],
            }
            for each in found
        ],
    }


def problem_record(problem: Problem) -> Record:
    place = problem.place
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "path": format_path(place.path),
        "rule": problem.rule,
        "severity": problem.severity,
        "sentence": problem.sentence,
        "hint": problem.hint,
    }


def explain_rule(rule_id: str) -> "Page":
    """What a rule means, why, and what to do. Raises CannotBeDone with the nearest id where there is none.

    >>> explain_rule("RACI-01").title
    'not one accountable'
    """
    from agreement_kit.manual import find_page

    return find_page(rule_id)
