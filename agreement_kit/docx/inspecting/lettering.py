"""Letters that can be read: their contrast and size, and nothing that is said by looks alone."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from agreement_kit.docx.inspecting.findings import Finding, found_in, quoted
from agreement_kit.docx.inspecting.opened import WordFile
from agreement_kit.docx.inspecting.passages import Passage, Piece
from agreement_kit.docx.inspecting.styles import contrast, ground_of, properties
from agreement_kit.docx.inspecting.tables import own_cells, shown, tables
from agreement_kit.docx.namespaces import w
from agreement_kit.rules import rule

LEAST_CONTRAST = 4.5
LEAST_SIZE, LEAST_TEXT_SIZE = 9, 11
COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
CAPITALS = re.compile(r"[A-Z][A-Z’'\-]{2,}(?:[ ,/&]+(?:[A-Z’'\-]+|\d+)){2,}")
LONG_ITALICS = 25
"""Words of one paragraph in italics from which on they are a block."""


@rule("ACC-31", "error")
def weak_contrast(file: WordFile) -> Iterator[Finding]:
    """Letters whose colour stands out from what is behind them by less than 4.5 to 1, large letters too; styles,
    shading and highlights are followed. A colour that Word chooses by itself is left alone.

    Why: many people, and most printers, cannot make such letters out.
    Remedy: darken the letters or lighten the ground, in the style.
    """
    found: dict[tuple[str, str], list[Passage]] = {}
    for passage, piece in visible(file.passages):
        colours = (piece.look.colour.upper(), (piece.look.ground or "FFFFFF").upper())
        if all(map(COLOUR.fullmatch, colours)) and contrast(*colours) < LEAST_CONTRAST:
            found.setdefault(colours, []).append(passage)
    for (colour, ground), passages in found.items():
        ratio = f"{contrast(colour, ground):.1f} to 1"
        sentence = f"letters of the colour {colour} on {ground} have a contrast of {ratio}"
        yield first_of(passages, sentence)


@rule("ACC-32", "warning")
def small_letters(file: WordFile) -> Iterator[Finding]:
    """Letters below 9 point, or running text most of which is set below 11 point. Running text is that outside tables,
    headings, headers, footers and the contents list.

    Why: many people cannot read it, and it does not survive a copier.
    Remedy: set the size in the style: 11 or 12 for text, 10 for tables, 9 for headers.
    """
    small = [passage for passage, piece in visible(file.passages) if piece.look.size < LEAST_SIZE]
    if small:
        sizes = {piece.look.size for _, piece in visible(small) if piece.look.size < LEAST_SIZE}
        yield first_of(small, f"letters are set in {min(sizes):g} point, below {LEAST_SIZE}")
    running = [each for each in file.body if not (each.in_table or each.outline or each.in_contents)]
    signs: Counter[float] = Counter()
    for _, piece in visible(running):
        signs[piece.look.size] += len(piece.text)
    below = sum(count for size, count in signs.items() if size < LEAST_TEXT_SIZE)
    if below * 2 > signs.total():
        usual = signs.most_common(1)[0][0]
        yield Finding(f"most of the running text is set in {usual:g} point, below {LEAST_TEXT_SIZE}")


@rule("ACC-33", "warning")
def underlined_words(file: WordFile) -> Iterator[Finding]:
    """Underlined words that are no link.

    Why: readers take them for links, and the line runs through the feet of letters.
    Remedy: use bold; for a heading use a heading style.
    """
    hits = [(p, piece) for p, piece in visible(file.passages) if piece.look.underlined and not piece.link]
    for passage, words in joined(hits):
        yield found_in(passage, f"{quoted(words)} is underlined and no link")


@rule("ACC-34", "warning")
def words_in_capitals(file: WordFile) -> Iterator[Finding]:
    """Three words and more in capitals, typed or by the look of a style.

    Why: capitals take away the shape of words, and some screen readers spell them out.
    Remedy: write them as words; for weight use bold.
    """
    for passage in file.passages:
        by_look = "".join(p.text for p in passage.pieces if p.look.capitals and not p.look.hidden)
        typed = CAPITALS.search(passage.text)
        if len(by_look.split()) >= 3:
            yield found_in(passage, f"{quoted(by_look)} is shown in capitals")
        elif typed:
            yield found_in(passage, f"{quoted(typed[0])} is written in capitals")


@rule("ACC-35", "warning")
def meaning_by_colour_alone(file: WordFile) -> Iterator[Finding]:
    """Words that differ from those around them by a colour or highlight set by hand and by nothing else, or a cell with
    a colour and no words. Words in square brackets, bold, italic or underlined ones, and links are left alone.

    Why: who does not see the colour, or prints in black and white, does not learn what it says.
    Remedy: print the word (red, amber, green; open; new) beside the colour.
    """
    for table in tables(file):
        for cell in own_cells(table):
            if not shown(cell).strip() and ground_of(properties((cell,), "tcPr")) not in ("", "FFFFFF"):
                passage = file.passage_of.get(next(cell.iter(w("p")), table))
                if passage:
                    yield found_in(passage, "a cell of a table has a colour and no words")
    for passage in file.passages:
        usual = Counter(tint(piece) for piece in passage.pieces for _ in piece.text).most_common(1)
        for colour, group in groupby(passage.pieces, tint):
            pieces = list(group)
            words = "".join(piece.text for piece in pieces).strip()
            if words and colour and colour != usual[0][0] and not any(map(is_marked, pieces)) and not bracketed(words):
                yield found_in(passage, f"{quoted(words)} differs from the words around it by its colour alone")


def tint(piece: Piece) -> str:
    """The colour and highlight set by hand on a run, "" for none."""
    set_by_hand = piece.look.direct & {"color", "highlight", "shd"}
    return f"{piece.look.colour} on {piece.look.ground}" if set_by_hand and piece.text.strip() else ""


def is_marked(piece: Piece) -> bool:
    look = piece.look
    return bool(look.bold or look.italic or look.underlined or piece.link or look.hidden)


def bracketed(words: str) -> bool:
    return words.startswith("[") and words.endswith("]")


@rule("ACC-36", "warning")
def blocks_of_italics(file: WordFile) -> Iterator[Finding]:
    """A paragraph of 25 words and more that is all in italics.

    Why: slanted letters are hard to read for people with dyslexia, and for all in any length.
    Remedy: set it upright; a note can have a border or a heading instead.
    """
    for passage in file.passages:
        if len(passage.text.split()) >= LONG_ITALICS and all(p.look.italic for p in passage.pieces if p.text.strip()):
            yield found_in(passage, f"{quoted(passage.text)} is all in italics")


@rule("ACC-37", "warning")
def justified_text(file: WordFile) -> Iterator[Finding]:
    """Paragraphs set flush on both sides.

    Why: uneven gaps between words make lines hard to follow for people with dyslexia or little sight.
    Remedy: align them left, in the style.
    """
    flush = []
    for passage in file.passages:
        chain = file.styles.chain(passage.style)
        layers = [*passage.element.iterchildren(w("pPr")), *properties(chain, "pPr")]
        sides = (each.get(w("val")) for layer in layers if (each := layer.find(w("jc"))) is not None)
        if next(sides, "left") in ("both", "distribute") and passage.text.strip():
            flush.append(passage)
    if flush:
        yield first_of(flush, f"{quoted(flush[0].text)} is set flush on both sides")


def visible(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Piece]]:
    for passage in passages:
        for piece in passage.pieces:
            if piece.text.strip() and not piece.look.hidden:
                yield passage, piece


def joined(hits: Iterable[tuple[Passage, Piece]]) -> Iterator[tuple[Passage, str]]:
    """The words of all hits of a paragraph together."""
    for _, group in groupby(hits, key=lambda hit: hit[0].element):
        found = list(group)
        yield found[0][0], "".join(piece.text for _, piece in found)


def first_of(passages: list[Passage], sentence: str) -> Finding:
    """One finding for all of a kind, at the first of them: a style is mended once."""
    others = len({passage.position for passage in passages}) - 1
    more = f", and in {others:,} other paragraph{'' if others == 1 else 's'}" if others else ""
    return found_in(passages[0], sentence + more)


RULES = (
    *(weak_contrast, small_letters, underlined_words, words_in_capitals, meaning_by_colour_alone),
    *(blocks_of_italics, justified_text),
)
