"""What stands beside the wording: guidance, drafting note, the day of the next review."""

from collections.abc import Iterator

from agreement_kit.answers import format_date
from agreement_kit.lint.findings import Finding
from agreement_kit.lint.shelf import Shelf
from agreement_kit.problems import Place
from agreement_kit.rules import rule

FEWEST = 8
"""Words of a note that can help anybody."""


@rule("NOTE-01", "warning")
def short_notes(shelf: Shelf) -> Iterator[Finding]:
    """Guidance or a drafting note of fewer than eight words.

    Why: the person who fills in the form, and the lawyer who reads the draft, get nothing from it.
    Remedy: say what to write and what makes it good; say what was chosen, what it risks and what to confirm.
    """
    for clause in shelf.own_clauses():
        for name, note in (("guidance", clause.guidance), ("drafting_note", clause.drafting_note)):
            if len(note.split()) < FEWEST:
                yield Finding(Place(clause.file, 1, 1), f'{name} says too little: "{note}"', clause=clause)


@rule("NOTE-02", "warning")
def overdue_reviews(shelf: Shelf) -> Iterator[Finding]:
    """A clause whose law was to be checked again by a day that has passed.

    Why: law changes, and the front matter promises that somebody looked.
    Remedy: check what stands under `law`, then set law_checked_on and review_by.
    """
    for clause in shelf.own_clauses() if shelf.today else ():
        if shelf.today and clause.review_by < shelf.today:
            sentence = f"its law was to be checked again by {format_date(clause.review_by)}"
            yield Finding(Place(clause.file, 1, 1), sentence, clause=clause)


RULES = (short_notes, overdue_reviews)
