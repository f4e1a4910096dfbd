"""Defined terms: used and defined once each, with their capital, and in no circle."""

import re
from collections.abc import Iterable, Iterator

from agreement_kit.lint.findings import Finding, found_at, found_in
from agreement_kit.lint.logic import every, negated, some
from agreement_kit.lint.names import NAMES, STATUTE
from agreement_kit.lint.questions import case_words, find_answers
from agreement_kit.lint.readings import REFERENCE, Passage
from agreement_kit.lint.shelf import Sheet, Shelf, whole_words
from agreement_kit.rules import rule

_CAPITAL = r"[A-Z][a-z]+(?:[’'-][A-Za-z]+)*"
CAPITALISED = re.compile(rf"(?<![\w’'-]){_CAPITAL}(?:(?: (?:of|for|and|the|to|on|in))* {_CAPITAL})*(?![\w’'-])")
STARTS = re.compile(r"""(?:^\s*|[.?!:]["”’)]?\s+|[–(/"“]\s*)["“(]*$""")
QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
TITLE = re.compile(rf"{REFERENCE} \([^()]*\)")
UNMISTAKABLE = {
    "Agreement": r"\bthis agreement\b",
    "Party": r"\b(?:each|another|every|no|the other) part(?:y|ies)\b|\bthe parties\b",
    "Partnership": r"\bthe partnership\b",
}
"""Terms of one word that plain words can be told from."""


@rule("DEF-01", "warning")
def unused_terms(shelf: Shelf) -> Iterator[Finding]:
    """A defined term that no wording uses, directly or through the meaning of a term that is used.

    Why: a definition nobody needs is never printed, and goes stale unnoticed.
    Remedy: delete it, or use it.
    """
    if not shelf.own(shelf.meanings):
        return
    uses = {sheet.definition.term: terms_in(sheet, shelf) for sheet in shelf.meanings if sheet.definition}
    used: set[str] = set().union(*(terms_in(sheet, shelf) for sheet in shelf.wordings))
    while more := {term for each in used for term in uses.get(each, ())} - used:
        used |= more
    for sheet in shelf.own(shelf.meanings):
        if sheet.definition and sheet.definition.term not in used:
            yield found_at(sheet, f'no wording uses the term "{sheet.definition.term}"')


def terms_in(sheet: Sheet, shelf: Shelf) -> set[str]:
    """The terms that a wording or a meaning uses."""
    texts = (blanked(passage.text, STATUTE, NAMES) for passage in sheet.passages)
    return {shelf.forms[match[0]] for text in texts for match in shelf.term_pattern.finditer(text)}


def defining(shelf: Shelf, sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """The sheets asked about that stand in documents with defined terms: what goes with an agreement has none."""
    return (sheet for sheet in shelf.own(sheets) if sheet.clause.id not in shelf.companions)


@rule("DEF-02", "error")
def undefined_terms(shelf: Shelf) -> Iterator[Finding]:
    """Words with a capital inside a sentence that look like a defined term and are none. Known names (bodies, places,
    laws) and words in quotation marks are left alone.

    Why: a reader looks such a word up, finds nothing, and may argue that it means something else.
    Remedy: write it small, define it under `defines`, or, if it is a name, add it to `lint/names.py`.
    """
    for sheet in defining(shelf, shelf.sheets):
        for passage in sheet.passages:
            text = blanked(passage.text, STATUTE, NAMES, QUOTED, TITLE, shelf.term_pattern)
            for match in CAPITALISED.finditer(text):
                words = match[0].strip()
                start = match.start()
                if is_sentence_start(passage, start):  # its first word has its capital from the sentence
                    _, _, words = words.partition(" ")
                    start += len(match[0].strip()) - len(words)
                    words = words.removeprefix("of ").removeprefix("the ")
                if words and re.search(r"[A-Z]", words):
                    yield found_in(sheet, passage, start, f'"{words}" has a capital and is no defined term')


def blanked(text: str, *patterns: re.Pattern[str]) -> str:
    """The text, equally long, with every match blanked out."""
    for pattern in patterns:
        text = pattern.sub(lambda match: "\x00" * len(match[0]), text)
    return text


def is_sentence_start(passage: Passage, at: int) -> bool:
    return bool(STARTS.search(passage.text[:at].replace("\x00", "x")))


@rule("DEF-03", "warning")
def terms_defined_twice(shelf: Shelf) -> Iterator[Finding]:
    """A term that two clauses define, or that one alternative defines twice, or a plural that is another term.

    Why: only the first definition is printed, and which one that is depends on the order of the document.
    Remedy: leave it to the clause to which it belongs.
    """
    homes: dict[str, Sheet] = {}
    for sheet in shelf.meanings:
        if not sheet.definition:
            continue
        for form in dict.fromkeys(filter(None, (sheet.definition.term, sheet.definition.plural))):
            first = homes.setdefault(form, sheet)
            is_other = first.definition and first.definition.term != sheet.definition.term
            is_twice = first.alternative is sheet.alternative and first is not sheet
            if shelf.own([sheet]) and (is_other or is_twice or first.clause.id != sheet.clause.id):
                yield found_at(sheet, f'"{form}" is defined in "{first.clause.id}" too (line {first.line})')


@rule("DEF-04", "warning")
def circular_terms(shelf: Shelf) -> Iterator[Finding]:
    """A term whose meaning needs the term itself, directly or through other terms.

    Why: such a definition explains nothing.
    Remedy: say one of the terms of the circle in ordinary words.
    """
    uses: dict[str, set[str]] = {}
    for sheet in shelf.meanings:
        if sheet.definition:
            uses.setdefault(sheet.definition.term, set()).update(terms_in(sheet, shelf))
    for sheet in shelf.own(shelf.meanings):
        if sheet.definition and (circle := circle_of(sheet.definition.term, uses)):
            yield found_at(sheet, f"these terms explain one another: {', '.join(circle)}")


def circle_of(term: str, uses: dict[str, set[str]]) -> list[str]:
    """The shortest way from a term through meanings back to it; empty where there is none."""
    ways = [[term, each] for each in sorted(uses.get(term, ()))]
    seen: set[str] = set()
    for way in ways:
        if way[-1] == term:
            return way
        if way[-1] not in seen:
            seen.add(way[-1])
            ways += [[*way, each] for each in sorted(uses.get(way[-1], ()))]
    return []


@rule("DEF-05", "error")
def terms_without_definition(shelf: Shelf) -> Iterator[Finding]:
    """A term used where, for some answers, no clause in the document and no alternative that is always at hand defines
    it. The kit falls back on the definitions of alternatives without `when`.

    Why: that draft would print a capital that means nothing.
    Remedy: define the term in the alternative without `when` too, ask `{% if 'id' in chosen %}`, or use plain words.
    """
    defined = {
        term: some(*(sheet.stands for sheet in shelf.meanings if sheet.definition and sheet.definition.term == term))
        for term in set(shelf.forms.values())
    }
    in_library = {
        id(each) for clause in shelf.library.clauses.values() for each in clause.alternatives if not each.when
    }
    at_hand = {s.definition.term for s in shelf.meanings if s.definition and id(s.alternative) in in_library}
    for sheet in shelf.own(shelf.sheets):
        reported: set[str] = set()
        for piece, guard in sheet.pieces:
            for match in shelf.term_pattern.finditer(piece.text):
                term = shelf.forms[match[0]]
                if term in at_hand or term in reported:
                    continue
                gap = every(sheet.stands, guard, negated(defined[term]))
                if (case := find_answers(gap)) is not None:
                    reported.add(term)
                    sentence = f'nothing defines "{term}" {case_words(case, defined[term])}'
                    yield found_at(sheet, sentence, offset=piece.offset + match.start())


@rule("DEF-06", "warning")
def terms_without_capital(shelf: Shelf) -> Iterator[Finding]:
    """A term written small in wording that also writes it with its capital. Only terms of several words and the
    unmistakable ones (this agreement, the parties) are looked at.

    Why: one word in two forms reads like two meanings.
    Remedy: give it its capital, or choose other words where the ordinary meaning is meant.
    """
    for sheet in defining(shelf, shelf.wordings):
        for term in sorted(terms_in(sheet, shelf) | (UNMISTAKABLE.keys() & shelf.forms.keys())):
            forms = [form for form, each in shelf.forms.items() if each == term]
            pattern = whole_words(form.lower() for form in forms) if " " in term else None
            if term in UNMISTAKABLE:
                pattern = re.compile(UNMISTAKABLE[term])
            for passage in sheet.passages if pattern else ():
                for match in pattern.finditer(passage.text) if pattern else ():
                    sentence = f'"{match[0]}" stands here without the capital of the term "{term}"'
                    yield found_in(sheet, passage, match.start(), sentence)


@rule("DEF-07", "warning")
def meanings_that_do_more(shelf: Shelf) -> Iterator[Finding]:
    """A meaning that holds a duty (must, may not) or refers to a clause.

    Why: a duty in a definition is overlooked, and a reference may lead nowhere, because a definition is printed
    wherever its term is used.
    Remedy: put the duty into a clause; describe what the clause does instead of naming it.
    """
    for sheet in shelf.own(shelf.meanings):
        for passage in sheet.passages:
            if match := re.search(rf"\b(?:must|shall|may not)\b|{REFERENCE}", passage.text):
                what = "refers to a clause" if match[0] == REFERENCE else f'holds a duty ("{match[0]}")'
                yield found_at(sheet, f"this meaning {what}")


RULES = (
    *(unused_terms, undefined_terms, terms_defined_twice, circular_terms, terms_without_definition),
    *(terms_without_capital, meanings_that_do_more),
)
