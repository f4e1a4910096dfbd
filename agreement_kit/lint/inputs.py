"""What answers and wording have to do with each other: fields that nothing reads, wordings that no answer reaches."""

from collections.abc import Iterator
from typing import Any

from agreement_kit.conditions import steps_of
from agreement_kit.lint.findings import Finding, found_at
from agreement_kit.lint.logic import every
from agreement_kit.lint.questions import find_answers
from agreement_kit.lint.shelf import Shelf
from agreement_kit.problems import Place
from agreement_kit.rendering import reads_of
from agreement_kit.rules import rule
from agreement_kit.schemas.agreement import AGREEMENT
from agreement_kit.tracing import named

Steps = tuple[str, ...]

READ_BY_THE_KIT = {
    *((("document", name)) for name in ("title", "reference", "version", "status", "author")),
    *(("agreement", "definitions", name) for name in ("term", "meaning")),
    *(("parties", name) for name in ("name", "short_name", "legal_form")),
}
"""Fields that reach the page or decide it without any clause: header, properties, definitions, names of parties."""


@rule("INPUT-01", "warning")
def unread_inputs(shelf: Shelf) -> Iterator[Finding]:
    """A field of the input that no wording, no meaning and no condition of an alternative or an outline reads, and that
    is not marked as read by checks alone.

    Why: somebody fills it in and it changes nothing.
    Remedy: print it, or set `check_only=True` in the schema.
    """
    if shelf.files is not None:
        return  # what a few clauses do not read the others may
    read = reads(shelf) | READ_BY_THE_KIT
    known = read | {steps[:length] for steps in read for length in range(1, len(steps))}
    for steps in unread(AGREEMENT, (), read, known):
        yield Finding(Place("input", path=(named(steps),)), f"no clause reads {named(steps)}")


def reads(shelf: Shelf) -> set[Steps]:
    found: set[Steps] = set()
    for sheet in shelf.sheets:
        found |= {read.steps for read in reads_of(sheet.source, sheet.clause.file, sheet.line)}
        found |= {steps_of(path) for path in sheet.alternative.when}
    for template in shelf.templates:
        found |= {steps_of(path) for entry in template.entries for path in entry.when}
    return found


def unread(fields: dict[str, Any], above: Steps, read: set[Steps], known: set[Steps]) -> Iterator[Steps]:
    """The fields that nothing reads; of a group that is wholly unread, the group."""
    for name, rules in fields.items():
        steps = (*above, name)
        inner = rules
        while inner["meta"]["kind"] == "list":
            inner = inner["schema"]
        is_quiet = rules["meta"].get("check_only") or inner["meta"].get("check_only") or inner["meta"]["kind"] == "id"
        if is_quiet or is_only_for_checks(inner):
            continue
        if inner["meta"]["kind"] == "record" and steps in known:
            yield from unread(inner["schema"], steps, read, known)
        elif steps not in known:
            yield steps


def is_only_for_checks(rules: dict[str, Any]) -> bool:
    """Whether every field of a group is read by checks alone."""
    if rules["meta"]["kind"] != "record":
        return bool(rules["meta"].get("check_only"))
    return all(is_only_for_checks(each) for each in rules["schema"].values())


@rule("ALT-01", "error")
def unreachable_alternatives(shelf: Shelf) -> Iterator[Finding]:
    """An alternative that no answers select: an earlier one matches whenever it would, or its `when` contradicts the
    outline's condition or the clause's tiers.

    Why: it looks like a choice and is none.
    Remedy: put it before the alternative that hides it, give that one a stricter `when`, or delete it.
    """
    for sheet in shelf.own(shelf.wordings):
        if find_answers(shelf.selected(sheet.clause, sheet.alternative)) is None:
            yield found_at(sheet, f'no answers select "{sheet.alternative.id}": an earlier alternative matches first')
        elif find_answers(sheet.stands) is None:
            sentence = f'no answers select "{sheet.alternative.id}" where its clause stands in a document'
            yield found_at(sheet, sentence, "Look at the outline's `when` and at the tiers.")


@rule("ALT-02", "warning")
def unreachable_wording(shelf: Shelf) -> Iterator[Finding]:
    """Wording that no answers print: its condition contradicts the outline's or another condition around it. That the
    input can choose an alternative or omit a clause by name is reckoned with.

    Why: nobody will ever read it, nor notice when it goes wrong.
    Remedy: delete it with its condition.
    """
    for sheet in shelf.own(shelf.sheets):
        stands = shelf.chosen(sheet.clause.id)
        reported: set[int] = set()
        for piece, guard in sheet.pieces:
            words = " ".join(piece.text.split())
            line = sheet.place(piece.offset).line
            if guard is True or line in reported or not any(map(str.isalnum, words)):
                continue
            if find_answers(every(stands, guard), with_omissions=True) is None:
                reported.add(line)
                offset = piece.offset + len(piece.text) - len(piece.text.lstrip())
                yield found_at(sheet, f'no answers print "{words[:50]}"', offset=offset)


RULES = (unread_inputs, unreachable_alternatives, unreachable_wording)
