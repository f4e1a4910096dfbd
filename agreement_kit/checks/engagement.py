"""The hub and its groups: who links them, how, how often, and whether anybody is listened to."""

from collections.abc import Iterator

from agreement_kit.answers import Answers, Listing, OpenItem, Record, Whole, Words, records
from agreement_kit.checks.findings import Finding
from agreement_kit.checks.likeness import is_same
from agreement_kit.checks.parts import entries, given, lacks, leaf, quoted
from agreement_kit.rules import rule

TOO_RARE = "annual"
"""The one frequency that is named and longer than six months."""


@rule("ENG-01", "error")
def groups_without_person(answers: Answers) -> Iterator[Finding]:
    """A group without a person who links it to the hub.

    Why: a group is reached by a person or not at all.
    Remedy: name the person under `links`, or tbc.
    """
    for node in nodes(answers):
        if lacks(node, "links"):
            yield Finding(node.path, f"nobody links {called(node)} to the hub; name a person under links")


@rule("ENG-02", "warning")
def groups_only_informed(answers: Answers) -> Iterator[Finding]:
    """A group that is only informed: none of its mechanisms tests, refines or decides anything.

    Why: people who are only told something do not make it theirs.
    Remedy: add a mechanism by which the group can change something.
    """
    for node in nodes(answers):
        if all_are(node, "type", "inform"):
            yield Finding((*node.path, "mechanisms"), f"{called(node)} is only informed; let it test, refine or decide")


@rule("ENG-03", "warning")
def groups_only_online(answers: Answers) -> Iterator[Finding]:
    """A group with which nobody ever meets in person.

    Why: people need to feel part of it, and that is not possible on a screen alone.
    Remedy: meet once a year where the group is at home.
    """
    for node in nodes(answers):
        if all_are(node, "mode", "digital"):
            yield Finding((*node.path, "mechanisms"), f"{called(node)} is only met online; meet it in person as well")


@rule("ENG-04", "warning")
def groups_rarely_met(answers: Answers) -> Iterator[Finding]:
    """A group that hears from the hub less often than every six months.

    Why: contact that fades must be built anew, with less trust than the first time.
    Remedy: see the group, or write to it, at least twice a year.
    """
    for node in nodes(answers):
        if leaf(node, "frequency", Words) == TOO_RARE:
            yield Finding((*node.path, "frequency"), f"{called(node)} hears from the hub once a year; make it twice")
        elif lacks(node, "frequency") and all_are(node, "frequency", TOO_RARE):
            yield Finding((*node.path, "mechanisms"), f"{called(node)} hears from the hub once a year; make it twice")


@rule("ENG-05", "warning")
def groups_without_mechanism(answers: Answers) -> Iterator[Finding]:
    """A group to which no mechanism leads.

    Why: a name on a map is no engagement.
    Remedy: say under `mechanisms` what takes place, how often and in which mode.
    """
    for node in nodes(answers):
        if lacks(node, "mechanisms"):
            yield Finding(node.path, f"nothing takes place with {called(node)}; add mechanisms")


@rule("ENG-06", "warning")
def engagement_without_owner(answers: Answers) -> Iterator[Finding]:
    """An engagement model that nobody keeps up to date.

    Why: people change posts, and a map of last year sends you to somebody who has left.
    Remedy: name the post under `owner`.
    """
    engagement = given(answers, "engagement")
    if isinstance(engagement, Record) and lacks(engagement, "owner"):
        yield Finding(engagement.path, "nobody keeps the engagement model up to date; name its owner")


@rule("ENG-07", "warning")
def no_visits(answers: Answers) -> Iterator[Finding]:
    """No visit in a partner's own place in the year.

    Why: going where the others work is the quickest way to learn how they think and why.
    Remedy: plan some under `site_visits_per_year`; moving meetings around counts.
    """
    path = ("engagement", "site_visits_per_year")
    visits = given(answers, *path)
    if isinstance(visits, Whole) and visits == 0:
        yield Finding(path, "nobody ever visits a partner's own place; plan some visits")


@rule("ENG-08", "warning")
def counterparts_of_oneself(answers: Answers) -> Iterator[Finding]:
    """A pair of counterparts that are the same, or a group that feeds back to itself.

    Why: it is a slip, and the map draws a line from a point to itself.
    Remedy: name the other one.
    """
    for steps, one, other in (("relationship_pairs", "a", "b"), ("feedback_loops", "from", "to")):
        for pair in entries(answers, "engagement", steps, by=one):
            words = leaf(pair, other, Words)
            if words is not None and is_same(str(pair[one]), words):
                yield Finding((*pair.path, other), f'"{words}" stands on both sides; name the other one')


@rule("ENG-09", "info")
def no_public_group(answers: Answers) -> Iterator[Finding]:
    """An engagement model without a group of the public or of experts by experience.

    Why: those whom the work is for are forgotten most easily by those who do it.
    Remedy: add the group, or be able to say why it is right without one.
    """
    groups = [node.fields.get("group") for node in entries(answers, "engagement", "nodes")]
    if groups and not any(each in ("public", "experts_by_experience") or is_open(each) for each in groups):
        yield Finding(("engagement", "nodes"), "no group is of the public or of experts by experience")


def nodes(answers: Answers) -> Iterator[Record]:
    """Each group that has a name."""
    return entries(answers, "engagement", "nodes", by="name")


def called(node: Record) -> str:
    return quoted("the group", node, "name")


def all_are(node: Record, field: str, code: str) -> bool:
    """Whether the group has mechanisms, and every one of them has this code."""
    mechanisms = node.fields.get("mechanisms")
    found = [each.fields.get(field) for each in records(mechanisms)]
    settled = isinstance(mechanisms, Listing) and len(found) == len(mechanisms)
    return settled and bool(found) and all(each == code for each in found)


def is_open(value: object) -> bool:
    return value is None or isinstance(value, OpenItem)


RULES = (
    groups_without_person,
    groups_only_informed,
    groups_only_online,
    groups_rarely_met,
    groups_without_mechanism,
    engagement_without_owner,
    no_visits,
    counterparts_of_oneself,
    no_public_group,
)
