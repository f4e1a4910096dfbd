"""Reading ease: sentences, words and syllables of each clause, and the targets for its kind."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agreement_kit.library import Clause, Library
from agreement_kit.lint.findings import Finding, found_in
from agreement_kit.lint.readings import REFERENCE, Passage, passages
from agreement_kit.lint.shelf import Sheet, Shelf
from agreement_kit.lint.wording import ANSWER, TURN_ANSWER
from agreement_kit.outlines import Template
from agreement_kit.problems import Place
from agreement_kit.rules import rule

BLANKS = str.maketrans({ANSWER: "answer", TURN_ANSWER: "answer", REFERENCE: "seven"})
WORD = re.compile(r"[A-Za-z0-9£%][\w’'.,-]*")
SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.?!][\"”)]?(?=\s|$)|;(?: and| or| and then)?\s*$|[;:](?=\s|$)|$")
VOWELS = re.compile(r"[aeiouy]+")
PLAIN = ("A2", "C2", "D1", "D2")
RELATIONSHIP = "ABCHJ"
NO_PROSE = ("cover", "masthead", "parties", "signature")
"""Kinds of section that hold names and lines to fill in."""


@dataclass(frozen=True, slots=True)
class Target:
    """The most words of an average and of the longest sentence, and the least Flesch reading ease."""

    average: int
    longest: int
    flesch: int


PAGE, WARM, LEGAL, DATA = Target(15, 25, 60), Target(20, 35, 50), Target(25, 45, 40), Target(28, 50, 35)


@dataclass(frozen=True, slots=True)
class Ease:
    """How a text reads. A text of tables and answers alone has no sentences; it meets every target."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    longest: int = 0

    def __add__(self, other: "Ease") -> "Ease":
        sums = (self.words + other.words, self.sentences + other.sentences, self.syllables + other.syllables)
        return Ease(*sums, max(self.longest, other.longest))

    @property
    def average(self) -> float:
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def flesch(self) -> float:
        """Flesch reading ease: 206.835 - 1.015 words a sentence - 84.6 syllables a word."""
        if not self.words:
            return 100.0
        return 206.835 - 1.015 * self.average - 84.6 * self.syllables / self.words

    def meets(self, target: Target) -> bool:
        return self.average <= target.average and self.longest <= target.longest and self.flesch >= target.flesch


def target_of(clause: Clause, kind: str = "clause") -> Target:
    """Summary, pledges and scope read most easily; then what is about the relationship; then law; then the schedules on
    data and ideas.
    """
    if clause.topic in PLAIN:
        return PAGE
    if kind == "schedule" and clause.topic[0] in "LM":
        return DATA
    return WARM if clause.topic[0] in RELATIONSHIP else LEGAL


def syllables(word: str) -> int:
    """A guess without a dictionary: groups of vowels, a silent final e (not after l and a consonant), -es and -ed left
    out, at least one. It is right for nine words in ten and counts figures and abbreviations as one.
    """
    small = re.sub(r"[^a-z]", "", word.lower())
    count = len(VOWELS.findall(small))
    if re.search(r"[^aeiouyl]e$|[aeiouy]le$|[^aeiouytd]ed$|[^aeiouysxzhcg]es$", small) and count > 1:
        count -= 1
    count += len(re.findall(r"[^aeiou]ia|io(?!n|us)|[^aeiou]uou|ism$|[^q]ua[lt]", small)) - len(
        re.findall(r"cial|tial", small)
    )
    return max(count, 1)


def ease_of(text: str) -> Ease:
    """The ease of one sentence."""
    words = WORD.findall(text.translate(BLANKS))
    return Ease(len(words), 1, sum(map(syllables, words)), len(words)) if words else Ease()


def sentences(passage: Passage) -> Iterator[tuple[int, str]]:
    """The sentences of a passage, with where each begins. The words before a list and each of its entries count as
    sentences of their own, for the reader pauses there. Of a table only cells that end like a sentence count.
    """
    is_cell = passage.block in ("table", "landscape", "signature")
    if passage.block in ("caption", "heading", "title", "subtitle", "names", "cover") or (
        is_cell and not passage.text.rstrip().endswith((".", "?", "!"))
    ):
        return
    start = 0
    for match in SENTENCE_END.finditer(passage.text):
        if text := passage.text[start : match.end()].strip():
            yield start, text
        start = match.end()


def ease_of_sheets(sheets: Iterable[Sheet]) -> Ease:
    """The ease of what the fullest reading of each alternative says."""
    total = Ease()
    for sheet in sheets:
        for passage in passages(sheet.reading(sheet.cases[0], 1)):
            for _, text in sentences(passage):
                total += ease_of(text)
    return total


def sheets_by_clause(shelf: Shelf) -> dict[str, list[Sheet]]:
    found: dict[str, list[Sheet]] = {}
    prose = (sheet for sheet in shelf.own(shelf.wordings) if sheet.kind not in NO_PROSE)
    for sheet in sorted(prose, key=lambda each: (each.clause.topic, each.clause.id)):
        found.setdefault(sheet.clause.id, []).append(sheet)
    return found


def reading_ease(library: Library, templates: Iterable[Template] = ()) -> dict[str, tuple[Ease, Target | None]]:
    """The ease of each clause and part, in the order of topics, with its target; then that of each group, "group A"
    for the clauses of topics A1, A2 and so on, and of everything, without one.
    """
    shelf = Shelf(library, tuple(templates))
    found: dict[str, tuple[Ease, Target | None]] = {}
    groups: dict[str, Ease] = {}
    for name, sheets in sheets_by_clause(shelf).items():
        ease = ease_of_sheets(sheets)
        found[name] = ease, target_of(sheets[0].clause, sheets[0].kind)
        for group in (f"group {sheets[0].clause.topic[0]}", "everything"):
            groups[group] = groups.get(group, Ease()) + ease
    rest = {
        group: (ease, None)
        for group, ease in sorted(groups.items(), key=lambda each: (each[0] == "everything", each[0]))
    }
    return found | rest


@rule("READ-01", "warning")
def long_average(shelf: Shelf) -> Iterator[Finding]:
    """A clause whose sentences are on average longer than its target: 15 words in the summary, the pledges and the
    scope, 20 in what is about the relationship (topics A to C, H, J), 25 in legal clauses, 28 in schedules on data and
    ideas.

    Why: a sentence that must be read twice is one that will be read in two ways.
    Remedy: one idea a sentence; make a list of what is one.
    """
    for sheets in sheets_by_clause(shelf).values():
        ease, target = ease_of_sheets(sheets), target_of(sheets[0].clause, sheets[0].kind)
        if ease.average > target.average:
            sentence = f"its sentences have {ease.average:.1f} words on average, and {target.average} are the most"
            yield Finding(Place(sheets[0].clause.file, 1, 1), sentence, clause=sheets[0].clause)


@rule("READ-02", "warning")
def long_sentences(shelf: Shelf) -> Iterator[Finding]:
    """A sentence longer than the longest of its kind of clause: 25 words in the summary, the pledges and the scope, 35
    in what is about the relationship, 45 in legal clauses, 50 in schedules on data and ideas. The words before a
    list and each of its entries count by themselves; an answer counts as one word.

    Why: nobody holds so many words in mind.
    Remedy: cut it in two, or make a list.
    """
    for sheet in (each for sheets in sheets_by_clause(shelf).values() for each in sheets):
        target = target_of(sheet.clause, sheet.kind)
        longest: dict[int, tuple[int, Passage, int]] = {}
        for passage in sheet.single_passages:
            for at, text in sentences(passage):
                count, offset = ease_of(text).words, passage.words.offsets[at]
                if count > max(target.longest, longest.get(offset, (0,))[0]):
                    longest[offset] = count, passage, at
        for count, passage, at in longest.values():
            start = at + len(passage.text[at:]) - len(passage.text[at:].lstrip())
            sentence = f"a sentence of {count} words, and {target.longest} are the most here"
            yield found_in(sheet, passage, start, sentence)


@rule("READ-03", "warning")
def hard_reading(shelf: Shelf) -> Iterator[Finding]:
    """A clause whose Flesch reading ease is below its target: 60 in the summary, the pledges and the scope, 50 in what
    is about the relationship, 40 in legal clauses, 35 in schedules on data and ideas. Syllables are counted by a rule
    of thumb without a dictionary, so the figure is right to a few points.

    Why: those who must keep an agreement are not those who wrote it.
    Remedy: shorter sentences, verbs for nouns, everyday words.
    """
    for sheets in sheets_by_clause(shelf).values():
        ease, target = ease_of_sheets(sheets), target_of(sheets[0].clause, sheets[0].kind)
        if ease.flesch < target.flesch:
            sentence = f"its Flesch reading ease is {ease.flesch:.0f}, and {target.flesch} is the least"
            yield Finding(Place(sheets[0].clause.file, 1, 1), sentence, clause=sheets[0].clause)


RULES = (long_average, long_sentences, hard_reading)
