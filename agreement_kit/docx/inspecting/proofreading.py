"""What a proofreader marks: references that broke or were typed, terms that do not add up, brackets, numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agreement_kit.docx.inspecting.findings import Finding, found_in, quoted
from agreement_kit.docx.inspecting.headings import typed_list_entries, typed_number
from agreement_kit.docx.inspecting.opened import WordFile
from agreement_kit.docx.inspecting.passages import Passage, Piece
from agreement_kit.docx.namespaces import w
from agreement_kit.lint.layout import TYPED, unmatched
from agreement_kit.lint.names import STATUTE
from agreement_kit.lint.shelf import whole_words
from agreement_kit.lint.terms import blanked
from agreement_kit.rules import rule

BROKEN = re.compile(r"Error! [A-Z][^.!]*[.!]|Error: Reference source not found|#REF!", re.IGNORECASE)
CALLED = re.compile(r"""^\s*["“](?P<term>[^"”]{2,60})["”]\s*(?:,[^,]*,\s*)?(?:means|has the meaning|includes)\b""")
MEANS = re.compile(r"\s*(?:,[^,]*,\s*)?(?:means|has the meaning|includes)\b|\s*:")
OF_A_LAW = re.compile(rf"(?:{STATUTE.pattern})(?:,? (?:and )?(?:Schedule|Part|section|regulation|paragraph)s? \d\w*)+")
"""A law and what is named of it: "Data Protection Act 2018, Schedule 1"."""
REFERENCE_CODE = re.compile(r'\d+:REF\s+"?(?P<target>[^\s"]+)"?(?P<switches>.*)', re.IGNORECASE | re.DOTALL)


@rule("PROOF-01", "error")
def broken_references(file: WordFile) -> Iterator[Finding]:
    """A reference that shows an error: "Error! Reference source not found."

    Why: what it referred to was deleted, and nobody can tell what it was.
    Remedy: find what was meant in an earlier version, and insert the cross-reference anew or delete the words.
    """
    for passage in file.passages:
        for match in BROKEN.finditer(passage.text):
            yield found_in(passage, f"a reference is broken: {quoted(passage.text, match.start())}")


@rule("PROOF-02", "warning")
def typed_references(file: WordFile) -> Iterator[Finding]:
    """A number of a clause, paragraph or schedule that is typed and no live reference: "clause 7", "Schedule 2".
    "Schedule 1 to the Data Protection Act 2018" and "Procurement Act 2023, Schedule 2" are left alone, and so is a file
    without numbered paragraphs.

    Why: when a clause is put in or taken out, a typed number points somewhere else.
    Remedy: in Word, choose References, Cross-reference, Numbered item.
    """
    if not file.numbers:
        return
    for passage in file.passages:
        for match in () if passage.in_contents else TYPED.finditer(blanked(passage.typed, OF_A_LAW)):
            yield found_in(passage, f'"{match[0]}" is typed by hand')


@rule("PROOF-03", "warning")
def stale_references(file: WordFile) -> Iterator[Finding]:
    """A live reference that prints another number than the paragraph it refers to has now.

    Why: somebody put in or moved a clause and did not update the fields; whoever prints the file now sends the old one.
    Remedy: in Word, select all (Ctrl+A) and press F9.
    """
    numbers = {
        mark.get(w("name"), ""): file.numbers.get(paragraph)
        for passage in file.body
        for paragraph in (passage.element,)
        for mark in paragraph.iter(w("bookmarkStart"))
    }
    for passage in file.passages:
        for shown, code in fields_of(passage.pieces):
            match = REFERENCE_CODE.match(code)
            number = numbers.get(match["target"]) if match else None
            if not match or not number or not number.label or "\\" not in match["switches"]:
                continue
            switches = match["switches"].lower()
            full, label = number.full, number.label.rstrip(".")
            is_right = (
                shown == full
                if "\\w" in switches
                else shown == label
                if "\\n" in switches
                else full.endswith(shown)
                if "\\r" in switches
                else True
            )
            if not is_right:
                sentence = f"a reference prints {quoted(shown)}, and what it refers to has the number {full}"
                yield found_in(passage, sentence)


def fields_of(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, str]]:
    """What each field of a paragraph shows, and its code."""
    found: dict[str, str] = {}
    for piece in pieces:
        if piece.code:
            found[piece.code] = found.get(piece.code, "") + piece.text
    for code, shown in found.items():
        yield shown.strip().rstrip("."), code


@dataclass(frozen=True, slots=True)
class Defined:
    """A term where its meaning stands."""

    term: str
    passage: Passage


def definitions(file: WordFile) -> Iterator[Defined]:
    """Each paragraph that begins with a term in bold or in quotation marks and goes on "means" or "includes"."""
    for passage in file.body:
        if match := CALLED.match(passage.text):
            yield Defined(match["term"].strip(), passage)
            continue
        term = ""
        for at, piece in enumerate(passage.pieces):
            if not piece.look.bold:
                rest = "".join(each.text for each in passage.pieces[at:])
                name = term.strip(' "“”')
                if len(name) > 1 and MEANS.match(rest) and not passage.outline and "means" in rest[:60]:
                    yield Defined(name, passage)
                break
            term += piece.text


@rule("PROOF-04", "error")
def terms_defined_twice(file: WordFile) -> Iterator[Finding]:
    """A term that is given a meaning in two places.

    Why: each side will rely on the meaning that suits it.
    Remedy: delete one of them.
    """
    first: dict[str, Passage] = {}
    for each in definitions(file):
        earlier = first.setdefault(each.term, each.passage)
        if earlier is not each.passage:
            yield found_in(each.passage, f'"{each.term}" is defined here and in {earlier.where}')


@rule("PROOF-05", "warning")
def terms_never_used(file: WordFile) -> Iterator[Finding]:
    """A term that is given a meaning and stands nowhere else in the file.

    Why: a definition nobody needs makes readers look for what they have missed.
    Remedy: delete it, or use it.
    """
    for each in definitions(file):
        used = whole_words((each.term, f"{each.term}s", f"{each.term[:-1]}ies"))
        if not any(used.search(other.text) for other in file.passages if other is not each.passage):
            yield found_in(each.passage, f'"{each.term}" is defined and never used')


@rule("PROOF-06", "warning")
def unmatched_signs(file: WordFile) -> Iterator[Finding]:
    """A bracket or a quotation mark without its other half in the same paragraph.

    Why: the reader cannot tell where the aside or the quotation ends.
    Remedy: add the other half, or delete the one.
    """
    for passage in file.passages:
        sign = typed_number(passage)
        skipped = passage.text.find(sign) + len(sign) if sign.endswith(")") and "(" not in sign else 0
        at = None if passage.in_contents else unmatched(straight(passage.text[skipped:]))
        if at is not None:
            found = passage.text[skipped + at]
            yield found_in(passage, f"{found} has no other half here: {quoted(passage.text, skipped + at)}")


def straight(text: str) -> str:
    """The text, equally long, with curly double quotes as straight ones."""
    return text.replace("“", '"').replace("”", '"')


@rule("PROOF-07", "warning")
def numbers_out_of_order(file: WordFile) -> Iterator[Finding]:
    """A typed number that does not follow the one before it (1.1, 1.3), or a counted paragraph below a level that was
    never counted, such as (i) with no (a) above it.

    Why: the reader looks for what stands between, and a reference to it leads nowhere.
    Remedy: let Word count: give the paragraphs a list style of the right level.
    """
    for passage in file.body:
        if passage.number and passage.number.is_skipped and passage.number.label:
            sentence = f"{quoted(passage.text)} is numbered {passage.number.label} below a level that has no number"
            yield found_in(passage, sentence)
    last: dict[tuple[int, ...], tuple[int, str]] = {}
    for passage in typed_list_entries(file):
        sign = typed_number(passage).rstrip(".)").lstrip("(")
        if not re.fullmatch(r"\d+(?:\.\d+)*", sign):
            continue
        *above, count = map(int, sign.split("."))
        key = tuple(above)
        before, shown = last.get(key, (0, ""))
        if count not in (1, before + 1):
            follows = f'follows "{shown}"' if shown else "is the first of its kind"
            yield found_in(passage, f'"{sign}", which {follows}, is out of order')
        last[key] = (count, sign)


RULES = (
    *(broken_references, typed_references, stale_references, terms_defined_twice, terms_never_used),
    *(unmatched_signs, numbers_out_of_order),
)
