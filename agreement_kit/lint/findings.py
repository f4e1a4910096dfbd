"""What rules over clauses report: a finding at a letter of a wording, or about a clause as a whole."""

from dataclasses import dataclass

from agreement_kit.library import Clause
from agreement_kit.lint.readings import Passage
from agreement_kit.lint.shelf import Sheet, Shelf
from agreement_kit.problems import Place
from agreement_kit.rules import Rule


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found. `clause` is the one that can silence it, None where no clause is to blame."""

    place: Place
    sentence: str
    hint: str = ""
    clause: Clause | None = None


ClauseRule = Rule[Shelf, Finding]


def found_in(sheet: Sheet, passage: Passage, at: int, sentence: str, hint: str = "") -> Finding:
    """A finding at the letter `at` of a passage."""
    offsets = passage.words.offsets
    return Finding(sheet.place(offsets[min(at, len(offsets) - 1)]), sentence, hint, sheet.clause)


def found_at(sheet: Sheet, sentence: str, hint: str = "", offset: int = 0) -> Finding:
    """A finding about a whole wording, or at an offset of it."""
    return Finding(sheet.place(offset), sentence, hint, sheet.clause)
