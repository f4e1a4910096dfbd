"""Silences: a clause may switch a rule off for itself and say why. One that silences nothing is reported."""

from collections.abc import Iterator

from agreement_kit.lint.findings import Finding
from agreement_kit.lint.shelf import Shelf
from agreement_kit.problems import Place, did_you_mean
from agreement_kit.rules import rule


@rule("LINT-01", "warning")
def unused_silences(shelf: Shelf) -> Iterator[Finding]:
    """A rule under `silence` that has nothing to say about the clause, or that does not exist.

    Why: what was silenced for a reason that is gone hides the next mistake.
    Remedy: delete the line under `silence`.
    """
    from agreement_kit.lint import all_rules

    rules = {each.id: each for each in all_rules() if each.id != "LINT-01"}
    wanted = {name for clause in shelf.own_clauses() for name in clause.silence}
    found = {name: {f.clause.id for f in rules[name].find(shelf) if f.clause} for name in wanted & rules.keys()}
    for clause in shelf.own_clauses():
        for name in clause.silence:
            if name not in rules:
                sentence = f'there is no rule "{name}"{did_you_mean(name, rules)}'
            elif clause.id not in found[name]:
                sentence = f"{name} is silenced and has nothing to say here"
            else:
                continue
            yield Finding(Place(clause.file, 1, 1), sentence, "Delete it under `silence`.", clause)


RULES = (unused_silences,)
