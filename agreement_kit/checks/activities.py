"""Who answers for what: activities, roles, strengths and risks, and the parties that carry them."""

from collections.abc import Iterator

from agreement_kit.answers import Answers, Listing, Record, Whole, Words, find
from agreement_kit.checks.findings import Finding
from agreement_kit.checks.likeness import stems
from agreement_kit.checks.parts import entries, given, in_words, is_silent, lacks, leaf, named, parties_missing, texts
from agreement_kit.problems import Path
from agreement_kit.rules import rule

HIGH_RISK = 12
"""Likelihood times impact from which a risk needs more than being watched."""


@rule("RACI-01", "error")
def not_one_accountable(answers: Answers) -> Iterator[Finding]:
    """An activity for which no party, or more than one, is accountable.

    Why: where two answer for the same thing neither does, and where nobody does it is found out too late.
    Remedy: name exactly one party under `accountable`; whoever does the work stands under `responsible`.
    """
    for path, activity in activities(answers):
        accountable = activity.fields.get("accountable")
        if accountable is None:
            yield Finding(path, f"{called(activity)} has no accountable party; name exactly one")
        elif isinstance(accountable, Listing) and len(accountable) > 1:
            who = ", ".join(str(each) for each in accountable if isinstance(each, Words))
            sentence = f"{called(activity)} has {len(accountable)} accountable parties ({who}); name exactly one"
            yield Finding((*path, "accountable"), sentence)


@rule("RACI-02", "error")
def nobody_responsible(answers: Answers) -> Iterator[Finding]:
    """An activity for which no party is responsible.

    Why: a party that answers for work which nobody does answers for nothing.
    Remedy: name under `responsible` every party that does the work; it may be the accountable one.
    """
    for path, activity in activities(answers):
        if lacks(activity, "responsible"):
            yield Finding(path, f"{called(activity)} has no responsible party; name whoever does the work")


@rule("RACI-03", "warning")
def parties_in_two_columns(answers: Answers) -> Iterator[Finding]:
    """A party that is consulted or informed about work which it does, answers for or is consulted on anyway.

    Why: a matrix is read cell by cell, and two letters in one cell make people ask which of them holds.
    Remedy: keep the stronger one: accountable or responsible before consulted, consulted before informed.
    """
    stronger = {"consulted": ("accountable", "responsible"), "informed": ("accountable", "responsible", "consulted")}
    for _, activity in activities(answers):
        for weaker, columns in stronger.items():
            for path, party in texts(activity, weaker):
                held = [column for column in columns if party in {words for _, words in texts(activity, column)}]
                if held:
                    sentence = f"{party.printed} is {in_words(held)} for {called(activity)} and {weaker} as well"
                    yield Finding(path, sentence, f"Delete it under {weaker}.")


@rule("ROLE-01", "warning")
def parties_without_role(answers: Answers) -> Iterator[Finding]:
    """A party that has no entry under `roles`, although others have one.

    Why: whoever has no part in the work will not put work into it, and the others will ask why.
    Remedy: say what it is responsible for, or ask whether it should be a party.
    """
    for party in parties_missing(answers, "roles", "party"):
        sentence = f"nothing under roles says what {named(party)} is responsible for"
        yield Finding(party.path, sentence, "Give it an entry under roles.")


@rule("ROLE-02", "warning")
def unused_strengths(answers: Answers) -> Iterator[Finding]:
    """A strength of a party that no role, function, activity or objective uses. Words are compared by their stems; one
    in common is enough.

    Why: partners are chosen for what they are good at. A strength that nothing draws on is a reason to collaborate that
    was forgotten, or praise.
    Remedy: give the party a role or a function in which it uses the strength, or leave the strength out.
    """
    if is_silent(answers, "roles") and is_silent(answers, "scope", "does"):
        return
    used = stems(" ".join(uses(answers)))
    for party in entries(answers, "parties", by="id") if used else ():
        for path, strength in texts(party, "strengths"):
            if not stems(strength) & used:
                sentence = f'no role and no function uses what {named(party)} is good at: "{strength}"'
                yield Finding(path, sentence, "Use it under roles or scope.does, or leave it out.")


@rule("RISK-01", "warning")
def risks_without_owner(answers: Answers) -> Iterator[Finding]:
    """A risk that no party looks after.

    Why: a risk without an owner is watched by everybody and handled by nobody.
    Remedy: name the party, or joint, under `owner`.
    """
    for risk in entries(answers, "risks", by="title"):
        if lacks(risk, "owner"):
            yield Finding(risk.path, f'nobody looks after the risk "{risk["title"]}"; name its owner')


@rule("RISK-02", "warning")
def high_risks_only_watched(answers: Answers) -> Iterator[Finding]:
    """A risk of which likelihood times impact is 12 or more, without a mitigation.

    Why: what is likely and grave needs somebody to act before it happens.
    Remedy: say under `mitigation` what is done about it, or rate it lower.
    """
    for risk in entries(answers, "risks", by="title"):
        likelihood, impact = leaf(risk, "likelihood", Whole), leaf(risk, "impact", Whole)
        if likelihood and impact and likelihood * impact >= HIGH_RISK and lacks(risk, "mitigation"):
            sentence = f'the risk "{risk["title"]}" scores {likelihood * impact} of 25 and nothing is done about it'
            yield Finding(risk.path, sentence, "Say what is done under mitigation.")


def activities(answers: Answers) -> Iterator[tuple[Path, Record]]:
    """Each activity with its path."""
    entries = find(answers.root, ("raci",))
    for position, entry in enumerate(entries) if isinstance(entries, Listing) else ():
        if isinstance(entry, Record):
            yield ("raci", position), entry


def called(activity: Record) -> str:
    name = leaf(activity, "activity", Words)
    return f'activity "{name.printed}"' if name else "this activity"


def uses(answers: Answers) -> Iterator[str]:
    """Every text that says what is done, or is to be achieved."""
    for role in entries(answers, "roles"):
        yield from (words for _, words in texts(role, "responsibilities"))
    for *steps, field in (("scope", "does", "text"), ("raci", "activity"), ("objectives", "text")):
        yield from (str(entry[field]) for entry in entries(answers, *steps, by=field))
    if isinstance(host := given(answers, "host"), Record):
        yield from (words for _, words in texts(host, "functions"))


RULES = (
    not_one_accountable,
    nobody_responsible,
    parties_in_two_columns,
    parties_without_role,
    unused_strengths,
    risks_without_owner,
    high_risks_only_watched,
)
