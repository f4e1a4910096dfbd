"""What slips into any text: brackets and quotes, spaces, the ends of list entries, numbers typed by hand."""

import re
from collections.abc import Iterator

from agreement_kit.lint.findings import Finding, found_in
from agreement_kit.lint.readings import REFERENCE, Passage
from agreement_kit.lint.shelf import Shelf
from agreement_kit.lint.wording import ANSWER, TURN_ANSWER
from agreement_kit.rules import rule

BRACKETS = {")": "(", "]": "["}
SPACES = re.compile(r"(?<=\S) {2,}(?=\S)| +(?=[,;:.?!)](?:\s|$))|(?<=\() +|,,|;;|(?<!\.)\.\.(?!\.)|\.;|;\.|,\.|:\.|\.,")
TYPED = re.compile(
    r"\b(?:clause|paragraph|sub-clause|schedule|annex|appendix)s? \d+(?:\.\d+)*\b(?! (?:to|of) )", re.IGNORECASE
)


@rule("STY-05", "error")
def typed_numbers(shelf: Shelf) -> Iterator[Finding]:
    """A number of a clause, paragraph or schedule of the document, typed by hand: "clause 7", "Schedule 2". "Schedule 1
    to the Data Protection Act 2018" is left alone.

    Why: numbers are worked out for each draft, and a typed one points somewhere else in the next.
    Remedy: write the noun and a reference, `clause [](#its-id)`.
    """
    for sheet in shelf.own(shelf.sheets):
        for passage in sheet.passages:
            for match in TYPED.finditer(passage.text):
                hint = "Write clause [](#its-id)."
                yield found_in(sheet, passage, match.start(), f'"{match[0]}" is a number typed by hand', hint)


@rule("STY-08", "error")
def unmatched_signs(shelf: Shelf) -> Iterator[Finding]:
    """A bracket or a quotation mark without its other half in the same paragraph.

    Why: the reader cannot tell where the aside or the quotation ends.
    Remedy: add the other half, or delete the one. In wording with conditions look at each way of reading it.
    """
    for sheet in shelf.own(shelf.sheets):
        for passage in sheet.passages:
            if (at := unmatched(passage.text)) is not None:
                yield found_in(sheet, passage, at, f"{passage.text[at]} has no other half here")


def unmatched(text: str) -> int | None:
    """Where the first sign without its other half stands; None where there is none."""
    waiting: list[int] = []
    quote: int | None = None
    for at, sign in enumerate(text):
        if sign in BRACKETS.values():
            waiting.append(at)
        elif sign in BRACKETS:
            if not waiting or text[waiting.pop()] != BRACKETS[sign]:
                return at
        elif sign == '"':
            quote = at if quote is None else None
    return waiting[0] if waiting else quote


@rule("STY-09", "warning")
def uneven_lists(shelf: Shelf) -> Iterator[Finding]:
    """An entry of a list that ends unlike its neighbours. A list ends its entries either all in full stops, or in ";",
    the last but one in "; and" or "; or", the last in a full stop. Entries that end in an answer, and first-level
    entries, which are sub-clauses, are left alone.

    Why: "and" or "or" decides whether all or any of the entries count, and it must stand in one place only.
    Remedy: end the entry as the message says. In a loop end it in
    `{{ '.' if loop.last else '; and' if loop.revindex == 2 else ';' }}`.
    """
    for sheet in shelf.own(shelf.wordings):
        for reading in sheet.readings:
            for entries in lists(reading):
                for passage, expected in uneven(entries):
                    ending = passage.text.rstrip()[-5:]
                    sentence = f'this entry ends in "…{ending}", and its neighbours ask for {expected}'
                    yield found_in(sheet, passage, len(passage.text.rstrip()) - 1, sentence)


def lists(reading: tuple[Passage, ...]) -> Iterator[list[Passage]]:
    """The entries of each list below the first level, in order."""
    waiting: dict[int, list[Passage]] = {}
    for passage in reading:
        if passage.block:
            continue
        for level in [each for each in waiting if each > passage.level]:
            yield waiting.pop(level)
        if passage.is_entry and passage.level > 1:
            waiting.setdefault(passage.level, []).append(passage)
    yield from waiting.values()


def uneven(entries: list[Passage]) -> Iterator[tuple[Passage, str]]:
    """The entries that end unlike the others, and how they are to end."""
    texts = [entry.text.rstrip() for entry in entries]
    if any(text.endswith((ANSWER, TURN_ANSWER)) or not text for text in texts):
        return
    are_sentences = sum(text.endswith((".", "?", "!")) for text in texts[:-1]) * 2 > len(texts) - 1
    for at, (entry, text) in enumerate(zip(entries, texts, strict=True)):
        if text.endswith(":"):
            continue  # a list of its own follows
        if at == len(texts) - 1 or are_sentences:
            is_right, expected = text.endswith((".", "?", "!")), "a full stop"
        elif at == len(texts) - 2:
            is_right, expected = text.endswith(("; and", "; or", "; and then")), '"; and" or "; or"'
        else:
            is_right, expected = text.endswith(";"), '";"'
        if not is_right:
            yield entry, expected


@rule("STY-10", "warning")
def stray_spaces(shelf: Shelf) -> Iterator[Finding]:
    """Two spaces in a row, a space before a comma or full stop, or a doubled sign such as ";." or ",,".

    Why: it shows in print, and it makes a comparison of two drafts longer than it is.
    Remedy: delete what is too much; where two ways of reading meet, put the space inside the condition.
    """
    for sheet in shelf.own(shelf.sheets):
        for passage in sheet.passages:
            for match in SPACES.finditer(passage.text.replace(REFERENCE, "7")):
                what = "a space too many" if " " in match[0] else f'"{match[0]}" is one sign too many'
                yield found_in(sheet, passage, match.start(), f'{what}: "{around(passage.text, match.start())}"')


def around(text: str, at: int) -> str:
    """A few words on both sides of a place, with … for answers."""
    shown = text[max(at - 20, 0) : at + 20]
    return re.sub(rf"[{ANSWER}{TURN_ANSWER}{REFERENCE}]", "…", shown)


RULES = (typed_numbers, unmatched_signs, uneven_lists, stray_spaces)
