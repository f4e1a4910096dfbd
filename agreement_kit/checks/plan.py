"""The plan: its milestones and phases, and who shapes the work."""

from collections.abc import Iterator
from itertools import pairwise

from agreement_kit.answers import Answers, Day, Record, Words
from agreement_kit.checks.findings import Finding
from agreement_kit.checks.parts import entries, is_silent, lacks, leaf, quoted, term_of, texts
from agreement_kit.rules import rule

SETTLING_IN = 30
"""Days that people who have not worked together need at least before something can be due."""


@rule("PLAN-01", "warning")
def no_time_to_settle_in(answers: Answers) -> Iterator[Finding]:
    """A first milestone within 30 days of the start. Those before the start are another matter (TERM-02).

    Why: relationships need time, and a first date that is missed sets the tone.
    Remedy: let the first phase be for getting to know each other, and set the first date later.
    """
    start, _ = term_of(answers)
    dated = [(due, each) for each in milestones(answers) if (due := leaf(each, "due", Day))]
    due, first = min(dated, key=lambda pair: pair[0], default=(None, None))
    if start and due and first and 0 <= (days := (due - start).days) < SETTLING_IN:
        sentence = f"{called(first)} is due {days} days after the start, {start.printed}; leave time for relationships"
        yield Finding((*first.path, "due"), sentence)


@rule("PLAN-02", "warning")
def milestones_without_owner(answers: Answers) -> Iterator[Finding]:
    """A milestone for which no party answers.

    Why: on the day, everybody looks at somebody else.
    Remedy: name the party, or joint, under `owner`.
    """
    for milestone in milestones(answers):
        if lacks(milestone, "owner"):
            yield Finding(milestone.path, f"nobody answers for {called(milestone)}; name its owner")


@rule("PLAN-03", "warning")
def milestones_without_objective(answers: Answers) -> Iterator[Finding]:
    """A milestone that serves no objective, where there are objectives.

    Why: it is work without a purpose, or an objective is missing.
    Remedy: name the objective, or ask why the milestone is there.
    """
    if is_silent(answers, "objectives"):
        return
    for milestone in milestones(answers):
        if lacks(milestone, "objective"):
            yield Finding(milestone.path, f"{called(milestone)} serves no objective")


@rule("PLAN-04", "warning")
def milestones_without_date(answers: Answers) -> Iterator[Finding]:
    """A milestone without a date.

    Why: it cannot be late, so it will not be early.
    Remedy: give the day, or tbc.
    """
    for milestone in milestones(answers):
        if lacks(milestone, "due"):
            yield Finding(milestone.path, f"{called(milestone)} has no date; add due")


@rule("PLAN-05", "error")
def milestones_before_what_they_need(answers: Answers) -> Iterator[Finding]:
    """A milestone that is due before one on which it depends.

    Why: it cannot be reached in time.
    Remedy: change one of the dates, or the dependency.
    """
    by_id = {str(each["id"]): each for each in milestones(answers) if isinstance(each.fields.get("id"), Words)}
    for milestone in by_id.values():
        due = leaf(milestone, "due", Day)
        for _, needed in texts(milestone, "depends_on"):
            before = leaf(by_id.get(needed), "due", Day)
            if due and before and due < before:
                sentence = f"{called(milestone)} is due on {due.printed}, before {needed} on which it depends"
                yield Finding((*milestone.path, "due"), f"{sentence} ({before.printed})")


@rule("PLAN-06", "error")
def milestones_in_a_circle(answers: Answers) -> Iterator[Finding]:
    """A milestone that depends on itself, directly or through others.

    Why: none of them can come first.
    Remedy: take out one dependency.
    """
    needs = {
        str(each["id"]): [str(words) for _, words in texts(each, "depends_on")]
        for each in milestones(answers)
        if isinstance(each.fields.get("id"), Words)
    }
    for milestone in milestones(answers):
        if is_reached(str(milestone.fields.get("id", "")), needs):
            yield Finding((*milestone.path, "depends_on"), f"{called(milestone)} depends on itself in the end")


@rule("PLAN-07", "error")
def phases_that_end_before_they_start(answers: Answers) -> Iterator[Finding]:
    """A phase whose end comes before its start.

    Why: it cannot be.
    Remedy: correct one of the two dates.
    """
    for phase in entries(answers, "plan", "phases", by="name"):
        start, end = leaf(phase, "start", Day), leaf(phase, "end", Day)
        if start and end and end < start:
            sentence = f"the {quoted('phase', phase, 'name')} ends on {end.printed} and starts on {start.printed}"
            yield Finding((*phase.path, "end"), sentence)


@rule("PLAN-08", "warning")
def phases_that_do_not_meet(answers: Answers) -> Iterator[Finding]:
    """A phase that starts before the one before it has ended, or leaves days between.

    Why: phases are read as following on from each other, with a look back at each end.
    Remedy: start it on the day after; phases that run side by side on purpose can be accepted.
    """
    phases = list(entries(answers, "plan", "phases", by="name"))
    for earlier, later in pairwise(phases):
        end, start = leaf(earlier, "end", Day), leaf(later, "start", Day)
        if end is None or start is None or (days := (start - end).days) == 1:
            continue
        how = f"{days - 1} days after" if days > 1 else "before"
        ends = f"the {quoted('phase', earlier, 'name')} has ended ({end.printed})"
        sentence = f"the {quoted('phase', later, 'name')} starts on {start.printed}, {how} {ends}"
        yield Finding((*later.path, "start"), sentence)


@rule("CREATE-01", "warning")
def paid_by_no_rule(answers: Answers) -> Iterator[Finding]:
    """Involvement that is paid, without the policy by which.

    Why: people who are paid differently for the same evening find out, and payment can touch benefits and tax.
    Remedy: name the policy under `payment_policy`.
    """
    for piece in entries(answers, "co_creation", by="what"):
        if piece.fields.get("paid") == 1 and lacks(piece, "payment_policy"):
            sentence = f"people are paid for {quoted('shaping', piece, 'what')}, and nothing says by which rules"
            yield Finding(piece.path, sentence, "Name the payment_policy.")


def milestones(answers: Answers) -> Iterator[Record]:
    """Each milestone that has a title."""
    return entries(answers, "plan", "milestones", by="title")


def called(milestone: Record) -> str:
    has_id = isinstance(milestone.fields.get("id"), Words)
    return f"milestone {milestone['id']}" if has_id else quoted("milestone", milestone, "title")


def is_reached(start: str, needs: dict[str, list[str]]) -> bool:
    """Whether a walk along what is needed comes back to where it started."""
    seen: set[str] = set()
    waiting = list(needs.get(start, ()))
    while waiting:
        step = waiting.pop()
        if step == start:
            return True
        if step not in seen:
            seen.add(step)
            waiting += needs.get(step, ())
    return False


RULES = (
    no_time_to_settle_in,
    milestones_without_owner,
    milestones_without_objective,
    milestones_without_date,
    milestones_before_what_they_need,
    milestones_in_a_circle,
    phases_that_end_before_they_start,
    phases_that_do_not_meet,
    paid_by_no_rule,
)
