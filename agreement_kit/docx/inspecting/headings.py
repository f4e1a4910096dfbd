"""What a screen reader needs before the first word: language, title, headings, real lists, links that say where to."""

import re
from collections.abc import Iterator

from agreement_kit.docx.inspecting.findings import Finding, found_in, quoted
from agreement_kit.docx.inspecting.opened import WordFile
from agreement_kit.docx.inspecting.passages import Passage, Piece
from agreement_kit.docx.inspecting.styles import properties
from agreement_kit.docx.namespaces import w
from agreement_kit.lint.readings import REFERENCE
from agreement_kit.rules import rule

TYPED_NUMBER = re.compile(
    r"\s*(?:(\d{1,3}(?:\.\d{1,3})*[.)]|\((?:[a-z]{1,2}|[A-Z]|[ivx]{1,5}|\d{1,2})\)|[a-z]\))[\s\u00a0]+\S"
    r"|(\d{1,3}(?:\.\d{1,3})+)(?:\t|[ \u00a0]+(?=[\"“A-Z]))|([•▪◦·*–-])[\s\u00a0]+\S)"
)
"""A number or a bullet at the head of a paragraph: "1.", "(a)", "a)", "1.1 The", "- "."""
SAYING_NOTHING = re.compile(
    r"(?:click |see )?(?:here|this|this link|this page|link|more|read more|learn more)\.?", re.IGNORECASE
)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
LONGEST_HEADING = 80
BODY_STYLES = ("normal", "body text", "no spacing", "list paragraph", "default paragraph style", "text body")
"""Word's and LibreOffice's names of what a paragraph has that nobody gave a style."""


@rule("ACC-01", "error")
def missing_language(file: WordFile) -> Iterator[Finding]:
    """A file that does not say in which language it is.

    Why: a screen reader then reads it in the voice of whatever language it is set to.
    Remedy: in Word, select all, choose Review, Language, Set Proofing Language and English (United Kingdom), Default.
    """
    base = [] if file.styles.run_defaults is None else [file.styles.run_defaults]
    chain = file.styles.chain(file.styles.defaults.get("paragraph", ""))
    if not any(each.find(w("lang")) is not None for each in [*base, *properties(chain, "rPr")]):
        yield Finding("the file does not say in which language it is")


@rule("ACC-02", "error")
def missing_title(file: WordFile) -> Iterator[Finding]:
    """A file without a title among its properties.

    Why: a screen reader announces the title; without one it reads the name of the file.
    Remedy: in Word, choose File, Info and fill in Title.
    """
    if not file.core.get("title", "").strip():
        yield Finding("the file has no title among its properties")


@rule("ACC-03", "warning")
def title_not_on_the_page(file: WordFile) -> Iterator[Finding]:
    """A title among the properties that the text does not show; of a title with a colon each side may stand alone.

    Why: it was often left there by the file from which this one was made, and is what a screen reader announces.
    Remedy: in Word, choose File, Info and write the title as it stands on the page.
    """
    title = squeezed(file.core.get("title", ""))
    shown = [squeezed(passage.text) for passage in file.body]
    if not all(any(part in text for text in shown) for part in ([title] if title in shown else title.split(": "))):
        yield Finding(f"the title among the properties, {quoted(title)}, stands nowhere in the text")


def squeezed(text: str) -> str:
    return " ".join(text.split())


@rule("ACC-04", "error")
def heading_order(file: WordFile) -> Iterator[Finding]:
    """Headings that begin below the first level, or that skip a level on the way down.

    Why: who cannot see the page finds the way by headings; a missing level looks like a missing part.
    Remedy: give the heading the style of the next level below the one above it.
    """
    above = 0
    for passage in file.body:
        if not passage.outline or passage.in_contents:
            continue
        if passage.outline > above + 1:
            before = f"after one of level {above}" if above else "and none stands before it"
            yield found_in(passage, f"{quoted(passage.text)} is a heading of level {passage.outline} {before}")
        above = passage.outline


@rule("ACC-05", "warning")
def headings_by_looks_alone(file: WordFile) -> Iterator[Finding]:
    """A short paragraph of body text, all in bold by hand, that has no heading style. Tables are left alone.

    Why: it looks like a heading and is none for a screen reader, the contents list and the bookmarks of a PDF.
    Remedy: give it a heading style; change how the style looks, not the paragraph.
    """
    for passage in file.body:
        words = [piece for piece in passage.pieces if piece.text.strip()]
        is_bold = words and all(piece.look.bold and "b" in piece.look.direct for piece in words)
        is_short = len(passage.text) <= LONGEST_HEADING and not passage.text.rstrip().endswith(
            (".", ";", ",", ":", "…")
        )
        is_body = file.styles.name(passage.style).lower() in BODY_STYLES or not passage.style
        if is_bold and is_short and is_body and not (passage.outline or passage.in_table or passage.in_contents):
            yield found_in(passage, f"{quoted(passage.text)} looks like a heading and has no heading style")


@rule("ACC-06", "warning")
def typed_list_numbers(file: WordFile) -> Iterator[Finding]:
    """A paragraph that begins with a number or a bullet typed by hand: "1.", "1.1", "(a)", "-". Tables and the contents
    list are left alone.

    Why: a screen reader announces no list, and a typed number stays as it is when a clause is put in before it.
    Remedy: delete what was typed and give the paragraph a list style.
    """
    for passage in typed_list_entries(file):
        sign = typed_number(passage)
        yield found_in(passage, f'{quoted(passage.text)} begins with "{sign}", typed by hand')


def typed_list_entries(file: WordFile) -> Iterator[Passage]:
    return (each for each in file.body if not (each.in_table or each.in_contents) and typed_number(each))


def typed_number(passage: Passage) -> str:
    """The number or bullet typed at the head of a paragraph, "" where there is none."""
    match = TYPED_NUMBER.match(passage.typed) if not passage.number or not passage.number.label else None
    return "" if match is None else match[1] or match[2] or match[3]


@rule("ACC-07", "warning")
def links_that_say_nothing(file: WordFile) -> Iterator[Finding]:
    """A link whose words do not say where it leads: "here", "read more", or a bare web address.

    Why: a screen reader lists the links of a page without what stands around them.
    Remedy: let the link's words name what is there; where the address must be printed, put it in brackets behind them.
    """
    for passage in file.passages:
        for words, target in links(passage.pieces):
            if target.startswith("#") or passage.in_contents:
                continue
            if SAYING_NOTHING.fullmatch(words) or ADDRESS.fullmatch(words):
                yield found_in(passage, f"the words of the link {quoted(words)} do not say where it leads")


def links(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, str]]:
    """The words and the target of each link of a paragraph."""
    words, target = "", ""
    for piece in (*pieces, None):
        if piece is None or piece.link != target:
            if target and words.strip():
                yield words.strip(), target
            words, target = "", piece.link if piece else ""
        words += piece.text.replace(REFERENCE, "") if piece else ""


@rule("ACC-08", "warning")
def empty_paragraphs(file: WordFile) -> Iterator[Finding]:
    """An empty paragraph between others. One that follows a table, which Word needs to part the two, one that holds a
    break of page or section or a picture, and those in tables are left alone.

    Why: a screen reader says "blank" at each, and on another page size the gap stands at the wrong place.
    Remedy: delete it, and set the space before or after in the style.
    """
    for passage in file.body:
        if not passage.in_table and is_empty(passage):
            above = passage.element.getprevious()
            if above is None or above.tag != w("tbl"):
                yield found_in(passage, "an empty paragraph stands where a style should make the space")


def is_empty(passage: Passage) -> bool:
    held = passage.element.iter(*map(w, ("br", "sectPr", "drawing", "pict", "object", "fldChar", "sym", "footnoteRef")))
    return not passage.text.strip() and next(held, None) is None


RULES = (
    *(missing_language, missing_title, title_not_on_the_page, heading_order, headings_by_looks_alone),
    *(typed_list_numbers, links_that_say_nothing, empty_paragraphs),
)
