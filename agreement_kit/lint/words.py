"""Words that wording does without: legalese, gendered words, Latin, and promises that mean nothing."""

import re
from collections.abc import Iterator, Mapping

from agreement_kit.lint.findings import Finding, found_in
from agreement_kit.lint.shelf import Shelf
from agreement_kit.rules import rule

LEGALESE = {
    "shall": "must, or will for what is only in the future",
    "hereby": "nothing",
    "herein": "in this Agreement, or name the clause",
    "hereinafter": "nothing",
    "hereof": "of this Agreement",
    "hereto": "to this Agreement",
    "hereunder": "under this Agreement",
    "herewith": "with this",
    "thereof": "of it",
    "therein": "in it",
    "thereto": "to it",
    "thereafter": "after that",
    "thereunder": "under it",
    "whereas": "the background, in plain sentences",
    "aforesaid": "the thing itself",
    "aforementioned": "the thing itself",
    "notwithstanding": "despite",
    "pursuant to": "under",
    "prior to": "before",
    "subsequent to": "after",
    "forthwith": "immediately, or a number of days",
    "in the event that": "if",
    "in the event of": "if there is",
    "provided that": "but, if, or a new sentence",
    "and/or": "or; or name both and say which",
    "best endeavours": "reasonable or all reasonable steps, and say which",
    "best efforts": "reasonable or all reasonable steps, and say which",
    "in respect of": "about, for",
    "save for": "except for",
    "deemed to": "taken to",
    "inter se": "between them",
    "for the avoidance of doubt": "nothing",
    "without prejudice to": "this does not affect",
}
GENDERED = {
    "he": "they, or the noun again",
    "she": "they, or the noun again",
    "him": "them, or the noun again",
    "his": "their, or the noun again",
    "her": "their, or the noun again",
    "hers": "theirs",
    "himself": "themselves",
    "herself": "themselves",
    "chairman": "chair",
    "chairwoman": "chair",
    "spokesman": "spokesperson",
    "manpower": "staff",
    "man-hours": "hours",
    "manned": "staffed",
    "workmen": "workers",
}
LATIN = {
    "inter alia": "among other things",
    "mutatis mutandis": "with the changes that are needed",
    "pro rata": "in proportion",
    "bona fide": "genuine",
    "prima facie": "at first sight",
    "per annum": "a year",
    "ex officio": "because of the office held",
    "ultra vires": "beyond its powers",
    "vice versa": "the other way round",
    "ad hoc": "for the purpose",
    "de facto": "in fact",
    "ipso facto": "by that fact",
    "pari passu": "equally",
    "per se": "in itself",
    "sine die": "without a date",
    "via": "through, by",
    "e.g.": "for example",
    "i.e.": "that is",
    "etc": "and so on, or the rest of the list",
    "viz": "namely",
    "sic": "nothing",
    "versus": "against",
}


def words_found(shelf: Shelf, banned: Mapping[str, str], what: str) -> Iterator[Finding]:
    """Each banned word in a wording or a meaning, with what to write instead."""
    words = "|".join(map(re.escape, sorted(banned, key=len, reverse=True)))
    pattern = re.compile(rf"(?<![\w.])(?:{words})(?!\w)", re.IGNORECASE)
    for sheet in shelf.own(shelf.sheets):
        for passage in sheet.passages:
            for match in pattern.finditer(passage.text):
                sentence = f'"{match[0]}" is {what}'
                yield found_in(sheet, passage, match.start(), sentence, f"Write: {banned[match[0].lower()]}.")


@rule("STY-01", "error")
def legalese(shelf: Shelf) -> Iterator[Finding]:
    """A word of old contracts: shall, hereby, herein, notwithstanding, pursuant to, prior to, provided that, and/or,
    best endeavours and their like.

    Why: they say nothing that plain words do not say, some are read in more than one way (shall, and/or), and some
    promise more than is meant (best endeavours).
    Remedy: write the word that the message gives; "nothing" means that the sentence stands without it.
    """
    return words_found(shelf, LEGALESE, "a word of old contracts")


@rule("STY-02", "error")
def gendered_words(shelf: Shelf) -> Iterator[Finding]:
    """A word that gives a person a gender: he, her, chairman, manpower.

    Why: the holder of an office may be anybody, and public bodies draft in neutral words.
    Remedy: write the noun again, "they", or the name of the role.
    """
    return words_found(shelf, GENDERED, "a gendered word")


@rule("STY-03", "warning")
def latin(shelf: Shelf) -> Iterator[Finding]:
    """Latin: inter alia, pro rata, e.g., etc.

    Why: half of those who must keep the agreement do not read it.
    Remedy: write the English words that the message gives.
    """
    return words_found(shelf, LATIN, "Latin")


@rule("STY-04", "error")
def compliant(shelf: Shelf) -> Iterator[Finding]:
    """Anything called compliant, or said to comply fully or legally.

    Why: no draft can promise that something is lawful, and a reader may rely on it.
    Remedy: say what must be done, and under which law: "must comply with", "as … requires".
    """
    pattern = re.compile(r"\b\w*compliant\b|\b(?:fully|legally) compl(?:y|ies|ied)\b|\blegally sound\b", re.IGNORECASE)
    for sheet in shelf.own(shelf.sheets):
        for passage in sheet.passages:
            for match in pattern.finditer(passage.text):
                yield found_in(sheet, passage, match.start(), f'"{match[0]}" promises that something is lawful')


@rule("STY-07", "warning")
def empty_promises(shelf: Shelf) -> Iterator[Finding]:
    """Good faith that stands alone, or an agreement to agree, in binding wording or in a statement of intent.

    Why: courts read a duty of good faith narrowly (Compass v Mid Essex Hospital), and an agreement to agree or to
    negotiate does not bind at all (Walford v Miles).
    Remedy: name the acts and the days: who tells whom what, by when, and what happens otherwise.
    """
    faith = re.compile(r"\b(?:utmost )?good faith\b", re.IGNORECASE)
    agreeing = re.compile(
        r"\bagree(?:s|ment)? to (?:agree|negotiate)\b|\bnegotiate in good faith\b|\bto be agreed\b", re.IGNORECASE
    )
    for sheet in shelf.own(shelf.wordings):
        for passage in sheet.passages:
            for pattern, what in (
                (faith, "says nothing that can be kept or broken"),
                (agreeing, "does not bind anybody"),
            ):
                for match in pattern.finditer(passage.text):
                    yield found_in(sheet, passage, match.start(), f'"{match[0]}" {what}', "Name the acts and the days.")


RULES = (legalese, gendered_words, latin, compliant, empty_promises)
