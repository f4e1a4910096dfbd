"""Rules over answers that a schema cannot say: one rule a function, whose docstring is its entry in docs/rules.md."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from agreement_kit.answers import Accepted, Answers
from agreement_kit.checks.findings import AnswerRule, Finding, needless, read_acceptances, unacceptable
from agreement_kit.problems import Problem, did_you_mean


@dataclass(frozen=True, slots=True)
class Report:
    """What the rules found. `stops` says that no draft can be made while it stands."""

    problems: tuple[Problem, ...]
    accepted: tuple[Accepted, ...]
    stops: bool


def answer_rules() -> tuple[AnswerRule, ...]:
    """Every rule over answers, in the order of ids."""
    from agreement_kit.checks import (
        activities,
        budget,
        data,
        dates,
        decisions,
        delegation,
        depth,
        disputes,
        engagement,
        execution,
        governance,
        ladder,
        law,
        leftovers,
        measures,
        parties,
        payments,
        plan,
        pledges,
        procurement,
        purpose,
        scope,
        states,
        values,
    )

    rooms = (
        *(activities, budget, data, dates, decisions, delegation, depth, disputes),
        *(engagement, execution, governance, ladder, law, leftovers, measures, parties),
        *(payments, plan, pledges, procurement, purpose, scope, states, values),
    )
    return tuple(sorted((each for room in rooms for each in room.RULES), key=lambda each: each.id))


def run_checks(answers: Answers, known_elsewhere: Callable[[], Iterable[str]] = tuple) -> Report:
    """What every rule finds, in no particular order; apart from it what the input accepts under `checks.accept`.
    `known_elsewhere` gives the ids of rules that can be accepted too and speak later; it is asked only if need be.
    """
    rules = answer_rules()
    reasons = dict(read_acceptances(answers))
    problems: list[Problem] = []
    accepted: list[Accepted] = []
    stops = False
    for rule in rules:
        for finding in rule.find(answers):
            problem = problem_of(finding, rule, answers)
            if rule.id in reasons and not rule.strict:
                accepted.append(Accepted(problem, reasons[rule.id]))
            else:
                problems.append(problem)
                stops = stops or rule.stops
    ids = {rule.id for rule in rules if not rule.strict}
    strict = {rule.id for rule in rules if rule.strict}
    used = {each.problem.rule for each in accepted}
    problems += (needless(answers, each) for each in reasons if each in ids and each not in used)
    problems += (unacceptable(answers, each) for each in reasons if each in strict)
    if strange := [each for each in reasons if each not in ids | strict]:
        problems += unknown_acceptances(answers, strange, ids.union(known_elsewhere()))
    return Report(tuple(problems), tuple(accepted), stops)


def problem_of(finding: Finding, rule: AnswerRule, answers: Answers) -> Problem:
    place = answers.key_place(finding.path) if finding.at_name else answers.place(finding.path)
    return Problem(place, rule.id, rule.severity, finding.sentence, finding.hint)


def unknown_acceptances(answers: Answers, accepted: Iterable[str], known: Collection[str]) -> Iterator[Problem]:
    """CHECK-01: the input accepts what a rule says that does not exist."""
    for rule_id in accepted:
        if rule_id not in known:
            place = answers.key_place(("checks", "accept", rule_id))
            sentence = f'there is no rule "{rule_id}"{did_you_mean(rule_id, known)}'
            yield Problem(place, "CHECK-01", "warning", sentence, "docs/rules.md lists the rules.")
