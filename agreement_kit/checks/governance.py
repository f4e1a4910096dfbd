"""The bodies: who sits on them, whether they can meet and decide, and to whom they report."""

from collections.abc import Iterator

from agreement_kit.answers import Answers, Listing, OpenItem, Record, Whole, Words, find_all, records
from agreement_kit.checks.findings import Finding
from agreement_kit.checks.parts import entries, given, ids_at, is_silent, lacks, leaf, named
from agreement_kit.rules import rule

FROM_THE_GROUND = ("staff", "public")
DECIDING = ("board", "committees_in_common", "joint_committee")
COUNTS = "one two three four five six seven eight nine ten eleven twelve".split()


@rule("GOV-01", "warning")
def no_voice_from_the_ground(answers: Answers) -> Iterator[Finding]:
    """Bodies on which neither staff nor the public has a voice.

    Why: leaders set the direction; those who do the work, and those it is for, know what it is like.
    Remedy: give one body a member with `voice: staff` or `voice: public`.
    """
    voices = list(find_all(answers.root, ("governance", "bodies", "members", "voice")))
    members = list(find_all(answers.root, ("governance", "bodies", "members")))
    if members and not any(isinstance(each, OpenItem) or each in FROM_THE_GROUND for each in (*voices, *members)):
        yield Finding(("governance", "bodies"), "no body has a member with voice: staff or voice: public")


@rule("GOV-02", "error")
def quorums_that_cannot_be_met(answers: Answers) -> Iterator[Finding]:
    """A quorum of more members than the body has, or than it has of one of the parties. "Two members of the panel"
    counts as two; where an entry does not say how many it stands for, nothing is said.

    Why: the body could never decide anything.
    Remedy: lower the quorum, or add members.
    """
    for body in bodies(answers):
        quorum = body.fields.get("quorum")
        members = list(records(body.fields.get("members")))
        if not isinstance(quorum, Record) or not members or len(members) < seats(body):
            continue
        whole, needed = leaf(quorum, "members", Whole), leaf(quorum, "per_party", Whole)
        if (there := count(members)) is not None and whole is not None and whole > there:
            sentence = f"{called(body)} needs {members_words(whole)} for a quorum and has {there}"
            yield Finding((*quorum.path, "members"), sentence)
        if needed and all(isinstance(each.fields.get("party", Words("")), Words) for each in members):
            for party in entries(answers, "parties", by="id"):
                own = count([each for each in members if leaf(each, "party", Words) == party["id"]])
                if own is not None and own < needed:
                    sentence = (
                        f"{called(body)} needs {members_words(needed)} of each party and has {own} of {named(party)}"
                    )
                    yield Finding((*quorum.path, "per_party"), sentence)


@rule("GOV-03", "warning")
def boards_without_quorum(answers: Answers) -> Iterator[Finding]:
    """A board, committee or body with the power to change something that has no quorum.

    Why: two people in a room could decide for all, or say that they did.
    Remedy: say under `quorum` who must be present.
    """
    changing = ids_at(answers, "change", "authority", "body") or frozenset()
    for body in bodies(answers):
        if lacks(body, "quorum") and (leaf(body, "type", Words) in DECIDING or body["id"] in changing):
            yield Finding(body.path, f"nothing says who must be present before {called(body)} decides; add quorum")


@rule("GOV-04", "warning")
def bodies_without_members(answers: Answers) -> Iterator[Finding]:
    """A body that does not say who sits on it.

    Why: the first meeting would be about who belongs there.
    Remedy: name the posts under `members`.
    """
    for body in bodies(answers):
        if lacks(body, "members"):
            yield Finding(body.path, f"nobody sits on {called(body)}; add members")


@rule("GOV-06", "error")
def reporting_in_a_circle(answers: Answers) -> Iterator[Finding]:
    """A body that reports to itself, directly or through others.

    Why: a matter that is escalated would come back and never be decided.
    Remedy: let the highest body report to nobody, or to somebody outside under `reports_to_other`.
    """
    above = {str(each["id"]): str(each.fields.get("reports_to", "")) for each in bodies(answers)}
    for body in bodies(answers):
        if str(body["id"]) in chain(str(body["id"]), above):
            yield Finding((*body.path, "reports_to"), f"{called(body)} reports to itself in the end")


@rule("GOV-07", "warning")
def never_face_to_face(answers: Answers) -> Iterator[Finding]:
    """No meeting in person in the year, or meetings that are online only although some are said to be in person.

    Why: nothing replaces meeting face to face; people need to feel part of it, and cannot do so on a screen alone.
    Remedy: meet at least twice a year, in each other's places.
    """
    path = ("governance", "meetings", "in_person_per_year")
    number, mode = given(answers, *path), given(answers, *path[:-1], "mode")
    if isinstance(number, Whole) and number == 0:
        yield Finding(path, "the parties never meet in person; nothing replaces it")
    elif isinstance(number, Whole) and mode == "digital":
        sentence = f"meetings are online, and in_person_per_year says {number}"
        yield Finding((*path[:-1], "mode"), sentence, "Write mode: hybrid.")
    elif number is None and mode == "digital" and is_silent(answers, *path):
        yield Finding((*path[:-1], "mode"), "the parties only meet online; say how often in person each year")


def bodies(answers: Answers) -> Iterator[Record]:
    """Each body that has a name."""
    return entries(answers, "governance", "bodies", by="name")


def called(body: Record) -> str:
    return f"the {str(body['name']).removeprefix('the ')}"


def seats(body: Record) -> int:
    """How many entries the list of members has, open ones among them."""
    members = body.fields.get("members")
    return len(members) if isinstance(members, Listing) else 0


def members_words(number: int) -> str:
    return f"{number} member{'' if number == 1 else 's'}"


def count(members: list[Record]) -> int | None:
    """How many people these entries stand for; None where one of them does not say."""
    numbers = [people(str(each.fields.get("role", ""))) for each in members]
    return None if None in numbers else sum(number or 0 for number in numbers)


def people(role: str) -> int | None:
    """How many people an entry stands for: "Eight staff" 8, "Chief Nurse" 1, "Heads of function" None."""
    words = role.lower().replace("(", ",").split()
    for word in words:
        if word.strip(",").isdigit() or word in COUNTS:
            return COUNTS.index(word) + 1 if word in COUNTS else int(word.strip(","))
    head = role.replace("(", ",").split(",")[0].split(" of ")[0].split(" for ")[0].split()
    last = head[-1].lower() if head else ""
    return None if (last.endswith("s") and not last.endswith("ss")) or last in ("staff", "people") else 1


def chain(start: str, above: dict[str, str]) -> set[str]:
    """The bodies above one, itself among them if they come back to it."""
    seen: set[str] = set()
    step = above.get(start, "")
    while step and step not in seen:
        seen.add(step)
        step = above.get(step, "")
    return seen


RULES = (
    no_voice_from_the_ground,
    quorums_that_cannot_be_met,
    boards_without_quorum,
    bodies_without_members,
    reporting_in_a_circle,
    never_face_to_face,
)
