"""The ladder that a disagreement climbs: whether somebody stands on each rung, it goes up, and leads somewhere."""

from collections.abc import Iterator

from agreement_kit.answers import Answers, Listing, Record, Words, find, records
from agreement_kit.checks.findings import Finding
from agreement_kit.checks.governance import chain
from agreement_kit.checks.likeness import is_same, stems
from agreement_kit.checks.parts import entries, given, lacks, leaf
from agreement_kit.rules import rule

AT_THE_TOP = stems("chief executive executives vice-chancellor principal secretary")
AT_THE_BOTTOM = stems("operational lead leads manager managers team teams")


@rule("LADDER-01", "warning")
def ladders_that_go_down(answers: Answers) -> Iterator[Finding]:
    """A rung below the one before it: a body that reports, directly or through others, to the body on an earlier rung;
    operational leads or managers after chief executives or vice-chancellors.

    Why: whoever works for the people who could not settle it will not settle it.
    Remedy: put the lowest first.
    """
    above = {
        str(each["id"]): str(each.fields.get("reports_to", "")) for each in entries(answers, "governance", "bodies")
    }
    passed: list[str] = []
    chiefs: Words | None = None
    for rung in rungs(answers):
        body, who = leaf(rung, "body", Words), leaf(rung, "who", Words)
        if body is not None:
            if higher := chain(str(body), above) & set(passed):
                yield Finding((*rung.path, "body"), f"{body} comes after {higher.pop()}, to which it reports")
            passed.append(str(body))
        elif who is not None and chiefs is not None and stems(who) & AT_THE_BOTTOM and not stems(who) & AT_THE_TOP:
            yield Finding((*rung.path, "who"), f'the ladder goes down: "{who}" after "{chiefs}"')
        if who is not None and is_chief(who):
            chiefs = who


@rule("LADDER-02", "warning")
def ladders_without_end(answers: Answers) -> Iterator[Finding]:
    """A ladder in an agreement that binds, with nothing that comes after its last rung. In a charter or memorandum the
    last rung is the end.

    Why: without a last step the courts are open to anybody at any time, which may not be what the parties meant.
    Remedy: say under `final` who decides in the end: courts, arbitration, nhs or none.
    """
    disputes = given(answers, "disputes")
    binding = given(answers, "agreement", "binding")
    has_rungs = binding in ("hybrid", "binding") and any(True for _ in rungs(answers))
    if has_rungs and isinstance(disputes, Record) and lacks(disputes, "final"):
        yield Finding(disputes.path, "nothing says who decides after the last rung of the ladder; add final")


@rule("LADDER-03", "warning")
def rungs_with_nobody(answers: Answers) -> Iterator[Finding]:
    """A rung on which nobody stands, or both people and a body.

    Why: a disagreement stops where nobody knows whose turn it is.
    Remedy: name people under `who`, or a body under `body`, not both.
    """
    for rung in records(find(answers.root, ("disputes", "ladder"))):
        if lacks(rung, "who", "body"):
            yield Finding(rung.path, "nobody stands on this rung of the ladder; name who or body")
        elif leaf(rung, "who", Words) and (body := leaf(rung, "body", Words)):
            sentence = f'this rung has both who ("{rung["who"]}") and body ({body}); name one'
            yield Finding((*rung.path, "body"), sentence)


@rule("LADDER-04", "warning")
def rungs_that_come_twice(answers: Answers) -> Iterator[Finding]:
    """A rung on which the same people or the same body stand as on an earlier one.

    Why: those who have just argued rarely settle their own argument.
    Remedy: name others, or leave the rung out.
    """
    seen: list[str] = []
    for rung in rungs(answers):
        for field in ("body", "who"):
            words = leaf(rung, field, Words)
            if words is not None and any(is_same(words, other) for other in seen):
                yield Finding((*rung.path, field), f'two rungs of the ladder are the same: "{words.printed}"')
            seen += [str(words)] if words is not None else []


@rule("LADDER-05", "warning")
def ends_that_are_not_reached(answers: Answers) -> Iterator[Finding]:
    """Arbitration that is described although the ladder ends elsewhere, or courts at the end of a charter.

    Why: what is described and never reached confuses, and no court decides on a charter or a memorandum.
    Remedy: correct `final`, or delete what it does not lead to.
    """
    final, binding = given(answers, "disputes", "final"), given(answers, "agreement", "binding")
    path = ("disputes", "final")
    if isinstance(final, Words) and final != "arbitration" and given(answers, "disputes", "arbitration"):
        yield Finding(path, f"arbitration is described, and the ladder ends with {final.printed}")
    if final in ("courts", "arbitration") and binding in ("charter", "non_binding"):
        sentence = f"the ladder ends with {final.printed if isinstance(final, Words) else ''}, and agreement.binding is"
        yield Finding(path, f"{sentence} {binding}", "Write final: none.")


def rungs(answers: Answers) -> Iterator[Record]:
    """Each rung on which somebody stands; none if one of them is still open, so that their order is not settled."""
    ladder = find(answers.root, ("disputes", "ladder"))
    found = list(records(ladder))
    if isinstance(ladder, Listing) and len(found) == len(ladder):
        yield from (each for each in found if leaf(each, "who", Words) or leaf(each, "body", Words))


def is_chief(who: str) -> bool:
    return bool(stems(who) & AT_THE_TOP) and not stems(who) & AT_THE_BOTTOM


RULES = (
    ladders_that_go_down,
    ladders_without_end,
    rungs_with_nobody,
    rungs_that_come_twice,
    ends_that_are_not_reached,
)
