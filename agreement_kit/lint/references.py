"""References: to something that is there, whatever the answers, and by its right title."""

import re
from collections.abc import Iterator

from agreement_kit.lint.findings import Finding
from agreement_kit.lint.logic import Formula, every, negated, some
from agreement_kit.lint.questions import case_words, find_answers
from agreement_kit.lint.readings import LINK
from agreement_kit.lint.shelf import Sheet, Shelf
from agreement_kit.problems import did_you_mean
from agreement_kit.rules import rule

NAMED = re.compile(rf"{LINK.pattern} \(([A-Z][^()]*)\)")
NUMBERED = ("clause", "schedule")
ANCHOR = re.compile(r"\s\^([a-z][a-z0-9-]*)(?=\s|$)")


@rule("XREF-01", "error")
def dangling_references(shelf: Shelf) -> Iterator[Finding]:
    """A reference to a clause, schedule or sub-clause that some answers leave out of the document, while the wording
    that refers to it stands. It is worked out from the outlines' conditions and tiers, the alternatives' `when` and the
    conditions in the wording; the message names answers for which the reference leads nowhere. Where a clause of yours
    replaces one of the kit's, what the kit's other clauses refer to is looked at too.

    Why: such a draft cannot be made.
    Remedy: ask first: `{% if 'liability' in chosen %}`; or name the sub-clause in every alternative.
    """
    anchors = anchors_of(shelf)
    own = {clause.id for clause in shelf.own_clauses()}
    for sheet in shelf.sheets:
        reported: set[str] = set()
        for piece, guard in sheet.pieces:
            for match in LINK.finditer(piece.text):
                target = match[1]
                if target in reported or not own & {sheet.clause.id, target.split(".")[0]}:
                    continue
                gap = every(sheet.stands, guard, negated(anchors.get(target, False)))
                if (case := find_answers(gap)) is not None:
                    reported.add(target)
                    yield dangling(shelf, sheet, piece.offset + match.start(), target, case, anchors)


def dangling(
    shelf: Shelf, sheet: Sheet, offset: int, target: str, case: dict[str, str], anchors: dict[str, Formula]
) -> Finding:
    place = sheet.place(offset)
    if target not in anchors:
        sentence = f'there is no clause, schedule or sub-clause "{target}"{did_you_mean(target, anchors)}'
        return Finding(place, sentence, clause=sheet.clause)
    of = target.split(".")[0]
    is_whole = find_answers(every(sheet.stands, negated(shelf.chosen(of)))) is not None
    hint = f"Ask first: {{% if '{of}' in chosen %}}" if is_whole and of != sheet.clause.id else ""
    where = case_words(case, anchors[target])
    return Finding(place, f'"{target}" is not in the document {where}', hint, sheet.clause)


def anchors_of(shelf: Shelf) -> dict[str, Formula]:
    """Everything that can be referred to, with the condition under which it stands."""
    found: dict[str, Formula] = {
        name: shelf.chosen(name) for name in shelf.clauses if shelf.kinds.get(name, "clause") in NUMBERED
    }
    for sheet in shelf.wordings:
        for piece, guard in sheet.pieces:
            for match in ANCHOR.finditer(piece.text):
                name = f"{sheet.clause.id}.{match[1]}"
                found[name] = some(found.get(name, False), every(sheet.stands, guard))
    return found


@rule("XREF-02", "warning")
def wrong_titles(shelf: Shelf) -> Iterator[Finding]:
    """A title in brackets after a reference that is not the title of what the reference leads to. A bracket that begins
    with a small letter is a description and left alone.

    Why: a title changes and those who quote it are forgotten; the reader then doubts the number too.
    Remedy: write the title as it stands in the front matter.
    """
    for sheet in shelf.own(shelf.wordings):
        for piece, _ in sheet.pieces:
            for match in NAMED.finditer(piece.text):
                target = shelf.clauses.get(match[1].split(".")[0])
                if target and match[2] != target.title:
                    sentence = f'"{match[1]}" is called "{target.title}", not "{match[2]}"'
                    yield Finding(sheet.place(piece.offset + match.start()), sentence, clause=sheet.clause)


RULES = (dangling_references, wrong_titles)
