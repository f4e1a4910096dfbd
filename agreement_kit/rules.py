"""What a rule is: a function that finds, with an id, a severity and a docstring that is its manual page. Rules over
answers stand in `checks`, rules over clauses and drafts in `lint`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from agreement_kit.problems import Severity

Case = TypeVar("Case")
"""What the rule looks at: answers, a shelf of clauses, a draft."""

Found = TypeVar("Found")
"""What it reports."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Case, Found]):
    """`manual` says what the rule finds, then why, then what to do, as paragraphs that begin "Why:" and "Remedy:".
    What a rule that `stops` finds keeps a draft from being made at all; any other error stands on the cover of a draft
    and stops only an agreed or final version. What a `strict` rule finds cannot be accepted.
    """

    id: str
    severity: Severity
    find: Callable[[Case], Iterator[Found]]
    stops: bool = False
    strict: bool = False

    @property
    def title(self) -> str:
        """What the rule looks for, from the name of its function: unused terms."""
        return self.find.__name__.replace("_", " ")

    @property
    def manual(self) -> str:
        return self.find.__doc__ or ""


def rule(
    rule_id: str, severity: Severity, *, stops: bool = False, strict: bool = False
) -> Callable[[Callable[[Case], Iterator[Found]]], Rule[Case, Found]]:
    """Makes a function a rule."""
    return lambda find: Rule(rule_id, severity, find, stops, strict)
