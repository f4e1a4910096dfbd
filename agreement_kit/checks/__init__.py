"""Rules over answers that a schema cannot say: one rule a function, registered with its id."""

from collections.abc import Callable, Iterator

from agreement_kit.answers import Answers
from agreement_kit.problems import Problem
from agreement_kit.sources import Source

Rule = Callable[[Answers, Source], Iterator[Problem]]


def run_checks(answers: Answers, source: Source) -> list[Problem]:
    """Every problem that the rules find, in no particular order."""
    from agreement_kit.checks.law import governing_law_is_covered
    from agreement_kit.checks.leftovers import sample_leftovers

    rules: tuple[Rule, ...] = (governing_law_is_covered, sample_leftovers)
    return [problem for rule in rules for problem in rule(answers, source)]
