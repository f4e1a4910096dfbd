"""Two lines of words → one, marked word by word. A line may run over several paragraphs, as in a cell of a table."""

import re
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Set
from dataclasses import dataclass, replace
from itertools import groupby

from agreement_kit.comparing.matching import matches
from agreement_kit.document import Inline, Mark, Open, Paragraph, Reference

WORD = re.compile(r"[£$€]?\d+(?:[.,:]\d+)*%?(?!\w)|\w+(?:['’]\w+)*|[^\w\s]")
"""A number with its separators is one word: nobody wants to see two digits of a sum changed."""

Piece = Inline | Paragraph
"""What stands in a line. A paragraph is its own end here, with the next one after it."""

NO_ANCHORS: Set[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces with their places in the flat text, and its words as (what it says, start, end)."""

    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]
    text: str
    words: tuple[tuple[Hashable, int, int], ...]

    def is_open(self, at: int) -> bool:
        """Whether the sign there belongs to an open item, which looks like no other text."""
        return isinstance(self.pieces[bisect_right(self.starts, at) - 1], Open)

    def cut(self, start: int, stop: int) -> Iterator[tuple[int, int, Piece]]:
        """The pieces from `start` to `stop`, cut where these are, each with its place. Pieces without words belong to
        what stands after them.
        """
        at = max(bisect_right(self.starts, start) - 1, 0)
        while at and self.starts[at - 1] == start:
            at -= 1
        for piece, begin in zip(self.pieces[at:], self.starts[at:], strict=True):
            if begin >= stop:
                return
            end = begin + width(piece)
            if end > start or begin == end >= start:
                first, last = max(begin, start), min(end, stop)
                yield first, last, part(piece, first - begin, last - begin)

    @property
    def empty_at_end(self) -> tuple[Piece, ...]:
        """Pieces without words after the last word."""
        return tuple(
            each for each, at in zip(self.pieces, self.starts, strict=True) if at == len(self.text) and not width(each)
        )


def width(piece: Piece) -> int:
    return 1 if isinstance(piece, Reference | Paragraph) else len(piece.text)


def part(piece: Piece, start: int, stop: int) -> Piece:
    if isinstance(piece, Reference | Paragraph) or (start == 0 and stop == len(piece.text)):
        return piece
    return replace(piece, text=piece.text[start:stop])


def line_of(pieces: Iterable[Piece], side: str, unpaired: Set[str]) -> Line:
    """The line. A reference to one of the `unpaired` anchors is never the same on both sides."""
    pieces = tuple(pieces)
    starts: list[int] = []
    texts: list[str] = []
    words: list[tuple[Hashable, int, int]] = []
    at = 0
    for kind, group in groupby(pieces, kind_of):
        begun = at
        run = tuple(group)
        for piece in run:
            starts.append(at)
            texts.append("\ufffc" if isinstance(piece, Reference | Paragraph) else piece.text)
            at += len(texts[-1])
            if isinstance(piece, Reference):
                words.append((("reference", piece.target, side if piece.target in unpaired else ""), at - 1, at))
            elif isinstance(piece, Paragraph):
                words.append((("end",), at - 1, at))
        if kind == "words":
            text = "".join(texts[len(texts) - len(run) :])
            words += [(match[0], begun + match.start(), begun + match.end()) for match in WORD.finditer(text)]
        elif kind == "open" and at > begun:
            looks = groupby(run, lambda piece: piece.bold if isinstance(piece, Open) else False)
            shown = tuple(
                ("".join(each.text for each in group if isinstance(each, Open)), bold) for bold, group in looks
            )
            words.append((("open", shown), begun, at))
    return Line(pieces, tuple(starts), "".join(texts), tuple(words))


def kind_of(piece: Piece) -> str:
    if isinstance(piece, Open):
        return "open"
    return "sign" if isinstance(piece, Reference | Paragraph) else "words"


Step = tuple[str, int, int, int, int]
"""What became of it ("same", "changed"), and where: from, to in the old text, from, to in the new."""


def steps(old: Line, new: Line) -> Iterator[Step]:
    """The way from the old line to the new one, what stayed in one step as far as it goes."""
    held: Step | None = None
    for step in small_steps(old, new):
        if held and held[0] == step[0] == "same":
            held = ("same", held[1], step[2], held[3], step[4])
            continue
        if held:
            yield held
        held = step
    if held:
        yield held


def small_steps(old: Line, new: Line) -> Iterator[Step]:
    """Word by word. Words decide; equal spaces around what changed stay."""
    i = j = 0
    found = matches([key for key, _, _ in old.words], [key for key, _, _ in new.words])
    ends = [(old.words[a][1], old.words[a][2], new.words[b][1], new.words[b][2]) for a, b in found]
    for old_start, old_stop, new_start, new_stop in (*ends, (len(old.text),) * 2 + (len(new.text),) * 2):
        yield from gap(old, new, (i, old_start, j, new_start))
        if old_stop > old_start:
            yield "same", old_start, old_stop, new_start, new_stop
        i, j = old_stop, new_stop


def gap(old: Line, new: Line, where: tuple[int, int, int, int]) -> Iterator[Step]:
    """What lies between two words that stayed: what changed, without the spaces that are equal on both sides."""
    i, old_stop, j, new_stop = where
    begun = (i, j)
    while i < old_stop and j < new_stop and is_same_space(old, i, new, j):
        i, j = i + 1, j + 1
    if i > begun[0]:
        yield "same", begun[0], i, begun[1], j
    tail = 0
    while tail < min(old_stop - i, new_stop - j) and is_same_space(old, old_stop - 1 - tail, new, new_stop - 1 - tail):
        tail += 1
    if i < old_stop - tail or j < new_stop - tail:
        yield "changed", i, old_stop - tail, j, new_stop - tail
    if tail:
        yield "same", old_stop - tail, old_stop, new_stop - tail, new_stop


def is_same_space(old: Line, i: int, new: Line, j: int) -> bool:
    return old.text[i] == new.text[j] and old.text[i].isspace() and old.is_open(i) == new.is_open(j)


def woven(old: Line, new: Line, marks: tuple[Mark, Mark, Mark]) -> Iterator[Piece]:
    """The pieces of both lines in one, with marks for what was inserted, deleted and made bold or plain."""
    inserted, deleted, reformatted = marks
    for what, i, old_stop, j, new_stop in steps(old, new):
        if what == "changed":
            for _, _, piece in old.cut(i, old_stop):
                if width(piece):
                    yield marked(piece, deleted)
            for _, _, piece in new.cut(j, new_stop):
                yield marked(piece, inserted)
            continue
        before = [(start + j - i, stop + j - i, piece) for start, stop, piece in old.cut(i, old_stop) if width(piece)]
        for start, stop, piece in new.cut(j, new_stop):
            if not width(piece):
                yield piece
            for old_start, old_end, old_piece in before:
                first, last = max(start, old_start), min(stop, old_end)
                if first < last:
                    yield kept(part(piece, first - start, last - start), old_piece, reformatted)
    for piece in new.empty_at_end:
        yield piece


def marked(piece: Piece, mark: Mark) -> Piece:
    return replace(piece, end=mark) if isinstance(piece, Paragraph) else replace(piece, mark=mark)


def kept(piece: Piece, old: Piece, reformatted: Mark) -> Piece:
    if isinstance(piece, Paragraph) or isinstance(old, Paragraph) or piece.bold == old.bold:
        return piece
    return replace(piece, mark=reformatted)
