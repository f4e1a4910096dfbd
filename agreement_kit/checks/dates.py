"""Dates and periods: whether they come in order, lie inside the term and leave time for what they are for."""

from collections.abc import Iterator

from agreement_kit.answers import Answers, Day, Record, Whole, Words, find
from agreement_kit.checks.findings import Finding
from agreement_kit.checks.parts import entries, given, is_silent, lacks, leaf, months_of, quoted, term_of
from agreement_kit.rules import rule

DATED = (
    (("plan", "milestones"), "due", "milestone", "title"),
    (("plan", "phases"), "start", "start of phase", "name"),
    (("plan", "phases"), "end", "end of phase", "name"),
    (("objectives",), "due", "objective", "text"),
    (("kpis",), "target_date", "target of", "name"),
    (("review",), "first", "first review", ""),
    (("exit",), "plan_due", "exit plan", ""),
)
"""Where dates stand that belong inside the term: record, field, what it is, and the field that names it."""

TOLD = (("membership", "withdrawal_months"), ("termination", "convenience_months"))


@rule("TERM-01", "error")
def term_ends_before_it_starts(answers: Answers) -> Iterator[Finding]:
    """A term whose end comes before its start.

    Why: there would be no day on which the agreement holds.
    Remedy: correct one of the two dates.
    """
    start, end = term_of(answers)
    if start and end and end < start:
        yield Finding(("term", "end"), f"the term ends on {end.printed} and starts on {start.printed}")


@rule("TERM-02", "warning")
def dates_outside_the_term(answers: Answers) -> Iterator[Finding]:
    """A milestone, phase, objective, target, first review or exit plan that is due before the term starts or after it
    ends, or an evaluation more than a year after it.

    Why: nobody is bound to do it then. Work before the start is work under a draft.
    Remedy: change the date or the term; if it is right as it is, accept the finding.
    """
    start, end = term_of(answers)
    if start and end and end < start:
        return
    for steps, field, what, name in DATED:
        for record in entries(answers, *steps, by=name):
            day = leaf(record, field, Day)
            side = None if day is None else side_of(day, start, end)
            if side and day:
                label = quoted(what, record, name) if name else what
                yield Finding((*record.path, field), f"{label}: {day.printed} is {side}")
    year = given(answers, "evaluation", "year")
    if isinstance(year, Whole) and ((start and year < start.year) or (end and year > end.year + 1)):
        side = "before the term starts" if start and year < start.year else "more than a year after the term ends"
        yield Finding(("evaluation", "year"), f"the evaluation takes place in {year.printed}, {side}")


@rule("TERM-03", "warning")
def ends_that_do_not_fit(answers: Answers) -> Iterator[Finding]:
    """A fixed term without an end, or an end where the term is open-ended.

    Why: the wording follows the basis, so a date that does not fit it is not printed, or an end is missing.
    Remedy: add or delete `term.end`, or correct `term.basis`.
    """
    term = given(answers, "term")
    basis = leaf(term, "basis", Words)
    if isinstance(term, Record) and basis == "fixed" and lacks(term, "end"):
        yield Finding(term.path, "the term is fixed and has no end; add end, or say basis: open_ended")
    elif isinstance(term, Record) and basis == "open_ended" and (end := leaf(term, "end", Day)):
        yield Finding((*term.path, "end"), f"the term is open-ended and ends on {end.printed}; keep one of the two")


@rule("TERM-04", "warning")
def notice_longer_than_the_term(answers: Answers) -> Iterator[Finding]:
    """A period of notice, to leave or to end, as long as the whole term.

    Why: nobody could use it.
    Remedy: shorten the notice.
    """
    months = months_of(answers)
    for path in TOLD:
        notice = find(answers.root, path)
        if months and path in answers.given and isinstance(notice, Whole) and notice >= months:
            yield Finding(path, f"{notice.printed} months of notice in a term of {months} months; nobody could use it")


@rule("TERM-05", "warning")
def two_ways_to_leave(answers: Answers) -> Iterator[Finding]:
    """An agreement of two parties with one period of notice to leave and another to end.

    Why: where there are two parties, one that leaves ends the agreement, so that only the shorter period counts.
    Remedy: make both the same.
    """
    leave, end = (find(answers.root, path) for path in TOLD)
    if len(list(entries(answers, "parties"))) != 2 or any(path not in answers.given for path in TOLD):
        return
    if isinstance(leave, Whole) and isinstance(end, Whole) and leave != end:
        sentence = f"a party may leave with {leave} months of notice, and termination.convenience_months says {end}"
        yield Finding(TOLD[0], sentence, "Of two parties, one that leaves ends the agreement: make both the same.")


@rule("DEADLINE-01", "warning")
def deadlines_out_of_order(answers: Answers) -> Iterator[Finding]:
    """A deadline for signing that had passed when this version was made, or that comes after the start.

    Why: until all have signed nobody is bound, and what starts earlier starts without an agreement.
    Remedy: correct the deadline, or move the start.
    """
    deadline, today = given(answers, "agreement", "deadline"), given(answers, "document", "date")
    start, _ = term_of(answers)
    if not isinstance(deadline, Day):
        return
    if isinstance(today, Day) and deadline < today:
        sentence = f"it was to be signed by {deadline.printed}, and document.date says {today.printed}"
        yield Finding(("agreement", "deadline"), sentence)
    if start and deadline > start:
        sentence = f"it is to be signed by {deadline.printed}, after term.start ({start.printed})"
        yield Finding(("agreement", "deadline"), sentence)


@rule("EXISTING-01", "warning")
def existing_agreements_half_named(answers: Answers) -> Iterator[Finding]:
    """An existing agreement without its date, or without saying whether it prevails, stands beside or is replaced.

    Why: parties often have several agreements of one name, and two that both claim to prevail are a dispute.
    Remedy: look at the signed copy, and write the date and the relationship.
    """
    for existing in entries(answers, "existing_agreements", by="title"):
        for field, what in (("date", "has no date"), ("relationship", "says nothing about which one wins")):
            if lacks(existing, field):
                yield Finding(existing.path, f"the {quoted('agreement', existing, 'title')} {what}; add {field}")


@rule("EXISTING-02", "warning")
def existing_agreements_of_the_future(answers: Answers) -> Iterator[Finding]:
    """An existing agreement that is dated after this version of the document.

    Why: it does not exist yet, so nothing can prevail or be replaced.
    Remedy: correct the date, or describe it among the conditions of the term.
    """
    today = given(answers, "document", "date")
    for existing in entries(answers, "existing_agreements", by="title"):
        date = leaf(existing, "date", Day)
        if date and isinstance(today, Day) and date > today:
            sentence = f"the {quoted('agreement', existing, 'title')} is dated {date.printed}, after document.date"
            yield Finding((*existing.path, "date"), f"{sentence} ({today.printed})")


@rule("REVIEW-01", "warning")
def late_first_reviews(answers: Answers) -> Iterator[Finding]:
    """A first review more than a year after the start, or none while the review has other fields.

    Why: habits settle in the first months; a health check that comes later finds them settled.
    Remedy: look at how you work together after six months.
    """
    review, (start, _) = given(answers, "review"), term_of(answers)
    first = leaf(review, "first", Day)
    if first and start and (months := round((first - start).days / 30.44)) > 12:
        sentence = f"the first review is {months} months after the start; look earlier, after six"
        yield Finding(("review", "first"), sentence)
    elif isinstance(review, Record) and lacks(review, "first") and not is_silent(answers, "term", "start"):
        yield Finding(review.path, "nothing says when the first review is; add first")


def side_of(day: Day, start: Day | None, end: Day | None) -> str:
    """On which side of the term a day lies; "" inside it."""
    if start and day < start:
        return f"before term.start ({start.printed})"
    return f"after term.end ({end.printed})" if end and day > end else ""


RULES = (
    term_ends_before_it_starts,
    dates_outside_the_term,
    ends_that_do_not_fit,
    notice_longer_than_the_term,
    two_ways_to_leave,
    deadlines_out_of_order,
    existing_agreements_half_named,
    existing_agreements_of_the_future,
    late_first_reviews,
)
