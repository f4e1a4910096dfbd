"""Verbs and status: what binds says must, what does not bind says intends to."""

import re
from collections.abc import Iterator

from agreement_kit.checks.phrases import CONTRACT_VERBS, DEED
from agreement_kit.document import Binding
from agreement_kit.lint.findings import Finding, found_in
from agreement_kit.lint.logic import Is, every
from agreement_kit.lint.questions import find_answers
from agreement_kit.lint.readings import Passage
from agreement_kit.lint.shelf import Sheet, Shelf
from agreement_kit.lint.wording import ANSWER
from agreement_kit.rules import rule

INTENTS = re.compile(r"\b(?:intends?|aims?|hopes?|wish(?:es)?) to\b|\bwill work towards\b", re.IGNORECASE)
SUBORDINATE = re.compile(
    r"\b(?:that|who|which|if|where|when|whether|unless|because|what|how)\b[^,.;:]*$", re.IGNORECASE
)
DUTY = re.compile(r"\bmust\b", re.IGNORECASE)
RECIPROCAL = re.compile(r"\b(?:part(?:y|ies)|each|every|both|nobody|no one|everybody|anyone)\b", re.IGNORECASE)
ROLES = re.compile(rf"(?:{ANSWER}|\b(?:host|lead party|lead partner|accountable body|recipient|supplier|provider))$")
NOT_BINDING = Is("agreement.binding", frozenset(("charter", "non_binding")))


def status(sheet: Sheet, passage: Passage) -> Binding | None:
    """Whether a passage binds: as its clause, or in a mixed one as its first-level entry says; None where that says
    nothing.
    """
    if sheet.binds != "mixed":
        return sheet.binds
    if "binding" in passage.owner:
        return "binding"
    return "intent" if "intent" in passage.owner else None


@rule("BIND-01", "error")
def contract_verbs_in_intent(shelf: Shelf) -> Iterator[Finding]:
    """A statement of intent that speaks like a contract: must, indemnifies, warrants, undertakes to, agrees to pay, is
    entitled to, is liable, in consideration of.

    Why: courts look at the words and not at the label. What is not meant to bind must not use verbs that bind.
    Remedy: write "intends to", "aims to" or "will work towards", or mark the clause or sub-clause as binding.
    """
    for sheet in shelf.own(shelf.wordings):
        for passage in sheet.passages:
            if status(sheet, passage) == "intent":
                for match in CONTRACT_VERBS.finditer(passage.text):
                    sentence = f'"{match[0]}" stands in a statement of intent'
                    hint = 'Write "intends to" or "aims to", or mark it as binding.'
                    yield found_in(sheet, passage, match.start(), sentence, hint)


@rule("BIND-02", "warning")
def intents_in_binding(shelf: Shelf) -> Iterator[Finding]:
    """A binding clause that only intends, aims or hopes. What stands in a subordinate clause is left alone: "a Party
    that intends to leave must say so".

    Why: a duty that is worded as an intention can be argued to be none.
    Remedy: write "must" or "may", or mark the clause or sub-clause as a statement of intent.
    """
    for sheet in shelf.own(shelf.wordings):
        for passage in sheet.passages:
            if status(sheet, passage) == "binding":
                for match in INTENTS.finditer(passage.text):
                    if not SUBORDINATE.search(passage.text[: match.start()]):
                        sentence = f'"{match[0]}" stands in binding wording'
                        yield found_in(sheet, passage, match.start(), sentence, 'Write "must" or "may", or ^intent.')


@rule("BIND-03", "error")
def labels_of_mixed_clauses(shelf: Shelf) -> Iterator[Finding]:
    """A first-level entry of a mixed clause without ^binding or ^intent, or such a mark in a clause that is not mixed.

    Why: the table of what binds is made from these marks, and must say what the clause says.
    Remedy: end the entry in ^binding or ^intent, or set `binds: mixed`.
    """
    for sheet in shelf.own(shelf.wordings):
        for passage in sheet.passages:
            is_marked = bool({"binding", "intent"} & set(passage.marks))
            if sheet.binds == "mixed" and passage.is_entry and passage.level == 1 and not is_marked:
                sentence = "this entry of a mixed clause does not say whether it binds"
                yield found_in(sheet, passage, 0, sentence, "End it in ^binding or ^intent.")
            elif sheet.binds != "mixed" and is_marked:
                yield found_in(sheet, passage, 0, f"this entry has a label, and the clause as a whole is {sheet.binds}")


@rule("BIND-04", "error")
def deeds_that_do_not_bind(shelf: Shelf) -> Iterator[Finding]:
    """ "Executed as a deed" in wording that a charter or a memorandum can print.

    Why: a deed binds without consideration, which is what a document without legal force must not say of itself.
    Remedy: ask for agreement.binding before the words, or give the alternative a `when`.
    """
    for sheet in shelf.own(shelf.wordings):
        for piece, guard in sheet.pieces:
            case = every(sheet.stands, guard, NOT_BINDING)
            if (match := DEED.search(piece.text)) and find_answers(case) is not None:
                place = sheet.place(piece.offset + match.start())
                yield Finding(place, f'a document that does not bind can print "{match[0]}"', clause=sheet.clause)


@rule("STY-06", "warning")
def one_way_duties(shelf: Shelf) -> Iterator[Finding]:
    """A binding wording whose every duty falls on one named party or role (an answer outside a loop, the host, the
    supplier), and none on a Party, each Party or the Parties.

    Why: duties run both ways unless the point is that they do not; a reader on the other side will ask.
    Remedy: word the duty for "a Party that …" or "each Party", add what the others owe in return, or silence the rule
    and say why.
    """
    for sheet in shelf.own(shelf.wordings):
        duties = [
            (passage, match.start(), passage.text[: match.start()].rstrip())
            for passage in sheet.passages
            for match in DUTY.finditer(passage.text)
            if status(sheet, passage) == "binding"
        ]
        subjects = [subject.split(". ")[-1] for _, _, subject in duties]
        if duties and all(ROLES.search(each) and not RECIPROCAL.search(each) for each in subjects):
            passage, at, _ = duties[0]
            yield found_in(sheet, passage, at, f'in "{sheet.alternative.id}" only one named party or role has duties')


RULES = (
    *(contract_verbs_in_intent, intents_in_binding, labels_of_mixed_clauses, deeds_that_do_not_bind),
    one_way_duties,
)
