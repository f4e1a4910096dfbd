"""What the checks found: unresolved, accepted with a reason, and noted for the lawyer."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from agreement_kit.document import Block, Inline, Text
from agreement_kit.manual import chapters
from agreement_kit.problems import Problem
from agreement_kit.rendering.filters import capital
from agreement_kit.reviewing.pieces import Point, Review, below, counted, grid, heading, listed, numbered, place_words


def unresolved_findings(review: Review) -> Point:
    errors, warnings = (tuple(of_severity(review, each)) for each in ("error", "warning"))
    if not errors and not warnings:
        return Point("findings", "Errors and warnings", "None found")
    blocks: list[Block] = []
    for title, found in (("Errors", errors), ("Warnings", warnings)):
        if found:
            blocks.append(heading(f"{title} ({len(found)})"))
            blocks += by_rule(review, found)
    counts = [counted(len(found), noun) for found, noun in ((errors, "error"), (warnings, "warning")) if found]
    summary = f"{listed(counts)} to settle"
    return Point("findings", "Errors and warnings", summary, tuple(blocks))


def notes(review: Review) -> Point:
    """What a rule wants the lawyer to know, though nothing is wrong."""
    found = tuple(of_severity(review, "info"))
    if not found:
        return Point("notes", "Notes of the checks", "None")
    return Point("notes", "Notes of the checks", counted(len(found), "note"), tuple(by_rule(review, found)))


def of_severity(review: Review, severity: str) -> Iterator[Problem]:
    return (each for each in review.answers.problems if each.severity == severity)


def by_rule(review: Review, problems: Iterable[Problem]) -> Iterator[Block]:
    """Each rule with what it says why, once, and below it what it found with the line."""
    pages = {page.id: page for chapter in chapters().values() for page in chapter}
    ordered = sorted(problems, key=lambda each: each.rule)
    for rule_id, group in groupby(ordered, key=lambda each: each.rule):
        found, page = [*group], pages.get(rule_id)
        head: tuple[Inline, ...] = (Text(f"{rule_id}. ", bold=True),)
        if len(found) == 1:
            yield numbered((*head, Text(finding_words(review, found[0]))))
        else:
            yield numbered((*head, Text(page.what if page else f"{counted(len(found), 'finding')} of this kind:")))
            for each in found:
                yield numbered(finding_words(review, each), 2)
        if page and page.why:
            yield below(f"Why: {page.why}")


def finding_words(review: Review, problem: Problem) -> str:
    """The sentence, its place, and what to do."""
    hint = f" {problem.hint}" if problem.hint else ""
    return f"{capital(problem.sentence).rstrip('.')} ({place_words(review, problem.place)}).{hint}"


def accepted_findings(review: Review) -> Point:
    accepted = review.answers.accepted
    title = "Findings accepted"
    if not accepted:
        return Point("accepted", title, "None accepted")
    rows = [
        (each.problem.rule, finding_words(review, each.problem), each.reason)
        for each in sorted(accepted, key=lambda each: each.problem.rule)
    ]
    table = grid("Findings accepted, with the reason given", ("Rule", "What was found", "Why it may stand"), rows)
    return Point("accepted", title, f"{counted(len(accepted), 'finding')} accepted with a reason", (table,))
