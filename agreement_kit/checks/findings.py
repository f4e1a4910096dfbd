"""What rules over answers report, and what the input accepts of it with a reason."""

from collections.abc import Iterator
from dataclasses import dataclass

from agreement_kit.answers import Answers, OpenItem, Record, find
from agreement_kit.problems import Path, Problem
from agreement_kit.rules import Rule


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found, at a path of the input. A missing field is reported at the record that lacks it;
    `at_name` points at the name of the field at `path` in place of its value.
    """

    path: Path
    sentence: str
    hint: str = ""
    at_name: bool = False


def needless(answers: Answers, rule_id: str) -> Problem:
    """CHECK-01: the input accepts what a rule says, and it says nothing."""
    return useless(answers, rule_id, "is accepted and has nothing to say here")


def unacceptable(answers: Answers, rule_id: str) -> Problem:
    """CHECK-01: the input accepts what cannot be accepted."""
    return useless(answers, rule_id, "cannot be accepted")


def useless(answers: Answers, rule_id: str, sentence: str) -> Problem:
    place = answers.key_place(("checks", "accept", rule_id))
    return Problem(place, "CHECK-01", "warning", f"{rule_id} {sentence}", "Delete it under checks.accept.")


AnswerRule = Rule[Answers, Finding]


def read_acceptances(answers: Answers) -> Iterator[tuple[str, str]]:
    """Rule id and reason for each rule whose findings the input accepts. One that is open accepts nothing yet."""
    entries = find(answers.root, ("checks", "accept"))
    for rule_id, entry in entries.fields.items() if isinstance(entries, Record) else ():
        reason = entry.fields.get("reason") if isinstance(entry, Record) else None
        if reason is not None and not isinstance(reason, OpenItem):
            yield rule_id, str(reason)
