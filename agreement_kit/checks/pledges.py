"""What the parties promise one another, and the people who stand behind it: signatories, contacts, sponsors."""

from collections.abc import Iterator

from agreement_kit.answers import Answers, Listing, OpenItem, Record, Words
from agreement_kit.checks.findings import Finding
from agreement_kit.checks.parts import JOINTLY, entries, given, ids_at, is_silent, lacks, leaf, named, quoted
from agreement_kit.rules import rule

SPONSORING = "senior_responsible_owner"
"""The role of a contact who answers for the partnership at the top, as a sponsor does."""


@rule("PLEDGE-01", "warning")
def parties_without_pledge(answers: Answers) -> Iterator[Finding]:
    """A party that makes no pledge of its own, although others do. Where every pledge is joint, nothing is said.

    Why: pledges bind because they are mutual. A partner that promises nothing is a customer.
    Remedy: ask it what it will do that the others can see.
    """
    own = (ids_at(answers, "pledges", "by") or frozenset()) - JOINTLY
    for party in entries(answers, "parties", by="id") if own else ():
        if party["id"] not in own:
            yield Finding(party.path, f"{named(party)} pledges nothing of its own", "Give it an entry under pledges.")


@rule("PLEDGE-02", "warning")
def pledges_to_oneself(answers: Answers) -> Iterator[Finding]:
    """A pledge that a party makes to itself.

    Why: it is a plan and no promise, and usually a slip for another party's id.
    Remedy: name the party to which it is made, or the people under `to_people`.
    """
    for pledge in entries(answers, "pledges", by="by"):
        to = leaf(pledge, "to", Words)
        if to is not None and to == pledge["by"] and to not in JOINTLY:
            yield Finding((*pledge.path, "to"), f"{to.printed} makes this pledge to itself; name who receives it")


@rule("PLEDGE-03", "warning")
def pledges_without_evidence(answers: Answers) -> Iterator[Finding]:
    """A pledge that does not say what shows whether it is kept.

    Why: a promise that nobody can check is kept or broken by opinion, and costs the trust that it should build.
    Remedy: name a thing that exists if the pledge is kept: a rota, a log, minutes, a survey.
    """
    for pledge in entries(answers, "pledges", by="text"):
        if lacks(pledge, "evidence"):
            yield Finding(pledge.path, f"nothing shows whether the {quoted('pledge', pledge, 'text')} is kept")


@rule("PLEDGE-04", "info")
def expectations_without_pledge(answers: Answers) -> Iterator[Finding]:
    """An expectation of a party that makes no pledge to the one that expects it.

    Why: what one side expects and the other never promised is the first disappointment.
    Remedy: talk about it; turn it into a pledge, or drop it.
    """
    pledges = list(entries(answers, "pledges"))
    made = {(leaf(each, "by", Words), leaf(each, "to", Words)) for each in pledges}
    if not pledges or any(isinstance(each.fields.get("to"), OpenItem) for each in pledges):
        return
    for expectation in entries(answers, "expectations", by="by"):
        by, of = leaf(expectation, "by", Words), leaf(expectation, "of", Words)
        if by and of and not {by, of} & JOINTLY and not made & {(of, by), (of, "all"), (of, None)}:
            yield Finding(expectation.path, f"{by.printed} expects this of {of.printed}, which pledges it nothing")


@rule("PARTNER-01", "warning")
def parties_without_signatory(answers: Answers) -> Iterator[Finding]:
    """A party without a signatory, although another has one.

    Why: who may sign decides whether the agreement binds, and is often found out in the week of signing.
    Remedy: name the person and the post under `signatory`, or tbc.
    """
    yield from without(answers, "signatory", "has nobody who signs for it")


@rule("PARTNER-02", "warning")
def parties_without_contact(answers: Answers) -> Iterator[Finding]:
    """A party without a contact, although another has one.

    Why: when something goes wrong the others must know whom to ring.
    Remedy: name at least who answers for the partnership and who runs it day to day, under `contacts`.
    """
    yield from without(answers, "contacts", "has no contact")


@rule("LEAD-01", "warning")
def parties_without_sponsor(answers: Answers) -> Iterator[Finding]:
    """A party without a sponsor, where there is a part on leadership or contacts are named. A contact who is the senior
    responsible owner counts as one.

    Why: without somebody at the top who opens doors, a partnership stops at the first closed one.
    Remedy: name an executive under `leadership.sponsors`.
    """
    parties = list(entries(answers, "parties", by="id"))
    sponsors = ids_at(answers, "leadership", "sponsors", "party")
    if sponsors is None and not is_silent(answers, "leadership", "sponsors"):
        return
    if is_silent(answers, "leadership") and all(lacks(party, "contacts") for party in parties):
        return
    for party in parties:
        if party["id"] not in (sponsors or ()) and not has_owner(party):
            sentence = f"nobody at the top of {named(party)} stands behind the partnership"
            yield Finding(party.path, sentence, "Name its sponsor under leadership.sponsors.")


@rule("LEAD-02", "warning")
def no_route_for_staff(answers: Answers) -> Iterator[Finding]:
    """Leadership that names sponsors and no route by which staff can raise something.

    Why: leaders give direction, and those who do the work know first where it fails.
    Remedy: say under `staff_voice` whom anybody may tell and when they get an answer.
    """
    leadership = given(answers, "leadership")
    if isinstance(leadership, Record) and lacks(leadership, "staff_voice"):
        yield Finding(leadership.path, "leadership says nothing about how staff can raise something; add staff_voice")


def without(answers: Answers, field: str, what: str) -> Iterator[Finding]:
    """A finding for each party that lacks the field, if another has it."""
    parties = list(entries(answers, "parties", by="id"))
    if any(not lacks(party, field) for party in parties):
        for party in parties:
            if lacks(party, field):
                yield Finding(party.path, f"{named(party)} {what}", f"Add {field}, or tbc.")


def has_owner(party: Record) -> bool:
    """Whether somebody answers for the partnership at the top of the party, or may: contacts or roles are open."""
    contacts = party.fields.get("contacts")
    if not isinstance(contacts, Listing):
        return isinstance(contacts, OpenItem)
    return any(
        isinstance(each, OpenItem)
        or (isinstance(each, Record) and isinstance(each.fields.get("role"), OpenItem))
        or leaf(each, "role", Words) == SPONSORING
        for each in contacts
    )


RULES = (
    parties_without_pledge,
    pledges_to_oneself,
    pledges_without_evidence,
    expectations_without_pledge,
    parties_without_signatory,
    parties_without_contact,
    parties_without_sponsor,
    no_route_for_staff,
)
