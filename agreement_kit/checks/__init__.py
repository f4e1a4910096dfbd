"""Rules over answers that a schema cannot say: one rule a function, whose docstring is its entry in docs/rules.md."""

from collections.abc import Iterator
from dataclasses import dataclass

from agreement_kit.answers import Accepted, Answers
from agreement_kit.checks.findings import AnswerRule, Finding, read_acceptances
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
        values,
    )

    rooms = (
        *(activities, budget, data, dates, decisions, delegation, depth, disputes),
        *(engagement, execution, governance, ladder, law, leftovers, measures, parties),
        *(payments, plan, pledges, procurement, purpose, scope, values),
    )
    return tuple(sorted((each for room in rooms for each in room.RULES), key=lambda each: each.id))


def run_checks(answers: Answers) -> Report:
    """What every rule finds, in no particular order; apart from it what the input accepts under `checks.accept`."""
    rules = answer_rules()
    reasons = dict(read_acceptances(answers))
    problems: list[Problem] = []
    accepted: list[Accepted] = []
    stops = False
    for rule in rules:
        for finding in rule.find(answers):
            problem = problem_of(finding, rule, answers)
            if rule.id in reasons:
                accepted.append(Accepted(problem, reasons[rule.id]))
            else:
                problems.append(problem)
                stops = stops or rule.stops
    problems += needless_acceptances(answers, reasons, rules, {each.problem.rule for each in accepted})
    return Report(tuple(problems), tuple(accepted), stops)


def problem_of(finding: Finding, rule: AnswerRule, answers: Answers) -> Problem:
    place = answers.key_place(finding.path) if finding.at_name else answers.place(finding.path)
    return Problem(place, rule.id, rule.severity, finding.sentence, finding.hint)


def needless_acceptances(
    answers: Answers, reasons: dict[str, str], rules: tuple[AnswerRule, ...], used: set[str]
) -> Iterator[Problem]:
    """CHECK-01: rules that the input accepts and that have nothing to say, or do not exist."""
    known = {rule.id for rule in rules}
    for rule_id in reasons:
        place = answers.key_place(("checks", "accept", rule_id))
        if rule_id not in known:
            sentence = f'there is no rule "{rule_id}"{did_you_mean(rule_id, known)}'
            yield Problem(place, "CHECK-01", "warning", sentence, "docs/rules.md lists the rules.")
        elif rule_id not in used:
            sentence = f"{rule_id} is accepted and has nothing to say here"
            yield Problem(place, "CHECK-01", "warning", sentence, "Delete it under checks.accept.")
