"""What the rules say of a few clauses, as printed."""

from collections.abc import Iterable
from datetime import date

from inputs import clause, printed

from agreement_kit.library import Clause, Library
from agreement_kit.lint import lint_library
from agreement_kit.lint.shelf import Shelf
from agreement_kit.outlines import Entry, Template

NOTES = {
    "guidance": "Name two or three steps, each with a person and a number of days.",
    "drafting_note": "Confirm that the ladder suits each pair of parties to it.",
}
TERMS = """\
  only:
    position: standard
    use: Always.
    approver: Head of legal
    defines:
      - {term: Agreement, meaning: this document}
      - {term: Party, plural: Parties, meaning: a body named at the front}
      - {term: Business Day, plural: Business Days, meaning: a day on which banks are open}
"""
USING_TERMS = "## only\n\n1. A Party must keep this Agreement on each Business Day.\n"


def noted(wording: str, *, name: str = "disputes", alternatives: str = "", **front: str) -> Clause:
    """A clause with notes that say enough."""
    return clause(wording, name=name, alternatives=alternatives, **{**NOTES, **front})


TERM_CLAUSE = noted(USING_TERMS, name="terms", alternatives=TERMS)


def template(*entries: Entry, parts: Iterable[Clause] = ()) -> Template:
    return Template("agreement", "Agreement", "All of it.", entries, {part.id: part for part in parts})


def shelf(*clauses: Clause, templates: Iterable[Template] = ()) -> Shelf:
    return Shelf(Library({each.id: each for each in (TERM_CLAUSE, *clauses)}), tuple(templates))


def lint(*clauses: Clause, templates: Iterable[Template] = (), today: date | None = None) -> str:
    """What the rules say of these clauses, beside one that defines Agreement, Party and Business Day."""
    library = Library({each.id: each for each in (TERM_CLAUSE, *clauses)})
    problems = lint_library(library, templates, today=today, files={each.file for each in clauses})
    return printed(problems)
