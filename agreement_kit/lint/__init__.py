"""Rules over clauses: each is a function with an id whose docstring is its page in docs/rules.md."""

from collections.abc import Collection, Iterable
from datetime import date

from agreement_kit.library import Library
from agreement_kit.lint.findings import ClauseRule
from agreement_kit.lint.shelf import Shelf
from agreement_kit.outlines import Template
from agreement_kit.problems import Problem, ProblemsFound, sort_problems


def all_rules() -> tuple[ClauseRule, ...]:
    """Every rule, in the order of ids."""
    from agreement_kit.lint import binding, ease, inputs, layout, notes, references, silences, terms, words

    rooms = (binding, ease, inputs, layout, notes, references, silences, terms, words)
    return tuple(sorted((each for room in rooms for each in room.RULES), key=lambda each: each.id))


def lint_library(
    library: Library,
    templates: Iterable[Template] = (),
    *,
    today: date | None = None,
    files: Collection[str] | None = None,
) -> tuple[Problem, ...]:
    """Everything that the rules find in the clauses of a library and the parts of the templates, sorted by place. A
    clause silences a rule for itself under `silence`, with a reason.

    `today` is the day against which review dates are held; without it they are not looked at. `files` limits what is
    reported to these clause files and to what refers to them; the rest of the library is still what they refer to.
    """
    shelf = Shelf(library, tuple(templates), today, files)
    return sort_problems(unreadable(shelf) or rule_problems(shelf))


def unreadable(shelf: Shelf) -> list[Problem]:
    """What keeps a wording from being read at all: no rule can say anything until that is mended."""
    from agreement_kit.rendering import reads_of

    problems: list[Problem] = []
    for clause in shelf.clauses.values():
        for alternative in clause.alternatives:
            sources = [(alternative.wording, alternative.line), *((d.meaning, d.line) for d in alternative.defines)]
            for source, line in sources:
                try:
                    reads_of(source, clause.file, line)
                except ProblemsFound as found:
                    problems.extend(found.problems)
    return problems


def rule_problems(shelf: Shelf) -> list[Problem]:
    """What the rules find and no clause has silenced."""
    return [
        Problem(finding.place, rule.id, rule.severity, finding.sentence, finding.hint)
        for rule in all_rules()
        for finding in rule.find(shelf)
        if not (finding.clause and rule.id in finding.clause.silence)
    ]
