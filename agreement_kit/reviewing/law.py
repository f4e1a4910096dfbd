"""The law behind the chosen clauses: what they rely on, when it was last checked, what is about to change."""

import re
from collections.abc import Iterator
from itertools import groupby

from agreement_kit.answers import Words, format_date
from agreement_kit.document import Block, Paragraph, Text
from agreement_kit.library import Clause
from agreement_kit.pending import PendingLaw
from agreement_kit.reviewing.pieces import (
    Point,
    Review,
    below,
    counted,
    grid,
    listed,
    name_of,
    names_of,
    numbered,
    paragraph,
)

LEGISLATION = re.compile(
    r"(.*?\b(?:Acts?|Regulations|Order|Measure|Bill)\b.*? \d{4}(?: and \d{4})?|SI \d{4}/\d+|UK GDPR|Rome I\b.*)"
    r"(?=[ ,(]|$)"
)
CASE = re.compile(r" v |ex parte ")


def checks_of_the_law(review: Review) -> Point:
    """When somebody last looked, what is due, who approved the wording."""
    due = len(overdue(review))
    summary = f"{counted(due, 'clause')} due for review" if due else "No clause is due for review"
    return Point("law-checks", "When the law was checked", summary, tuple(map(paragraph, dates(review))))


def sources_of_law(review: Review) -> Point:
    """What the chosen clauses rely on, by source."""
    relied: dict[str, list[str]] = {}
    for clause in review.clauses:
        for entry in clause.law:
            relied.setdefault(source_of(entry), []).append(clause.id)
    groups: dict[str, list[str]] = {"Legislation": [], "Cases": [], "Codes, guidance and common law": []}
    for source in sorted(relied, key=str.lower):
        groups[kind_of(source)].append(source)
    blocks = tuple(
        grid(
            title, (title, "Where the draft relies on it"), [(each, names_of(review, relied[each])) for each in sources]
        )
        for title, sources in groups.items()
        if sources
    )
    summary = counted(len(relied), "statute, case or code", "statutes, cases and codes") if relied else "None relied on"
    return Point("law-sources", "Law that the draft relies on", summary, blocks, "schedule")


def source_of(entry: str) -> str:
    """The statute or case of an entry of `law`, without sections and remarks."""
    entry = entry.removeprefix("The ")
    match = LEGISLATION.match(entry)
    if match and not CASE.search(entry):
        return match[1]
    return re.split(r" \((?![A-Z0-9])(?!\d{4}\))", entry)[0]


def kind_of(source: str) -> str:
    if CASE.search(source):
        return "Cases"
    return "Legislation" if LEGISLATION.match(source) else "Codes, guidance and common law"


def overdue(review: Review) -> list[Clause]:
    """The chosen clauses whose law was to be checked again by a day that has passed."""
    return [clause for clause in review.clauses if clause.review_by < review.today]


def dates(review: Review) -> Iterator[str]:
    """When the law was last checked, which clauses are due, who approved the wording."""
    if not review.clauses:
        return
    oldest = min(clause.law_checked_on for clause in review.clauses)
    of_that_day = [clause.id for clause in review.clauses if clause.law_checked_on == oldest]
    which = "all clauses" if len(of_that_day) == len(review.clauses) else names_of(review, of_that_day)
    yield f"Oldest check of the law: {format_date(oldest)} ({which})."
    if due := overdue(review):
        said = [f"{name_of(review, clause.id)} (by {format_date(clause.review_by)})" for clause in due]
        yield f"To be checked again by now, {format_date(review.today)}: {listed(said)}."
    else:
        first = min(clause.review_by for clause in review.clauses)
        yield f"No clause is due for review on {format_date(review.today)}; the first is due by {format_date(first)}."
    by_approver = sorted(review.clauses, key=lambda clause: clause.approved_by)
    for approver, group in groupby(by_approver, key=lambda clause: clause.approved_by):
        yield f"Approval of the wording: {approver} ({counted(len([*group]), 'clause or part', 'clauses and parts')})."


def pending_laws(review: Review) -> Point:
    """Those that touch a chosen clause or a party."""
    title = "Laws about to change"
    blocks: list[Block] = []
    count = 0
    for law in review.pending:
        clauses = [clause.id for clause in review.clauses if law.touches(clause)]
        parties = [name for each in law.parties(review.answers.root) if isinstance(name := each["name"], Words)]
        if clauses or parties:
            count += 1
            blocks += pending_blocks(law, touched_words(review, clauses, [str(each) for each in parties]))
    if not count:
        return Point("pending", title, "None known that touches this draft")
    lead = paragraph("What follows is as of the day given, and may have moved on since: confirm each at its source.")
    return Point("pending", title, f"{counted(count, 'change')} to confirm", (lead, *blocks))


def pending_blocks(law: PendingLaw, touched: str) -> Iterator[Paragraph]:
    yield numbered((Text(f"{law.title}. ", bold=True), Text(law.what)))
    said = {f"Status on {format_date(law.checked_on)}": law.status, "Touches": f"{touched}.", "Confirm": law.confirm}
    for name, words in said.items():
        yield below((Text(f"{name}: ", bold=True), Text(words)))


def touched_words(review: Review, clauses: list[str], parties: list[str]) -> str:
    words = [names_of(review, clauses)] if clauses else []
    words += [f"{'parties' if len(parties) > 1 else 'party'} {listed(parties)}"] if parties else []
    return "; ".join(words)
