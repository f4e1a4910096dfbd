"""What a rule is: a function that finds, with an id, a severity and a docstring that is its manual page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from agreement_kit.library import Clause
from agreement_kit.lint.readings import Passage
from agreement_kit.lint.shelf import Sheet, Shelf
from agreement_kit.problems import Place, Problem, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found. `clause` is the one that can silence it, None where no clause is to blame."""

    place: Place
    sentence: str
    hint: str = ""
    clause: Clause | None = None


Find = Callable[[Shelf], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """`manual` says what the rule finds, then why, then what to do, as paragraphs that begin "Why:" and "Remedy:"."""

    id: str
    severity: Severity
    find: Find

    @property
    def manual(self) -> str:
        return self.find.__doc__ or ""

    def problem(self, finding: Finding) -> Problem:
        return Problem(finding.place, self.id, self.severity, finding.sentence, finding.hint)


def rule(rule_id: str, severity: Severity) -> Callable[[Find], Rule]:
    return lambda find: Rule(rule_id, severity, find)


def found_in(sheet: Sheet, passage: Passage, at: int, sentence: str, hint: str = "") -> Finding:
    """A finding at the letter `at` of a passage."""
    offsets = passage.words.offsets
    return Finding(sheet.place(offsets[min(at, len(offsets) - 1)]), sentence, hint, sheet.clause)


def found_at(sheet: Sheet, sentence: str, hint: str = "", offset: int = 0) -> Finding:
    """A finding about a whole wording, or at an offset of it."""
    return Finding(sheet.place(offset), sentence, hint, sheet.clause)
