"""Two texts, word by word: what stayed, what went and what came."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

PART = re.compile(r"\n|[^\S\n]+|{[{%].*?[%}]}|[£$€]?\d+(?:[.,:]\d+)*%?(?!\w)|\w+(?:['’-]\w+)*|[^\w\s]", re.DOTALL)
"""A word, a number with its separators, a tag of the template, a sign, spaces, the end of a line."""

Kind = Literal["same", "deleted", "inserted"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stayed, went or came."""

    kind: Kind
    text: str


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces in order. Those that stayed and went are the old text, those that stayed and came the new one; what
    went stands before what came in its place.
    """
    ours, theirs = PART.findall(old), PART.findall(new)
    return tuple(merged(bridged(list(steps(ours, theirs)))))


def steps(old: list[str], new: list[str]) -> Iterator[Piece]:
    for kind, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(old[i:i_end]))
            continue
        if i_end > i:
            yield Piece("deleted", "".join(old[i:i_end]))
        if j_end > j:
            yield Piece("inserted", "".join(new[j:j_end]))


def bridged(pieces: list[Piece]) -> Iterator[Piece]:
    """A space between two changes is part of both: else every word of a new sentence would be a change of its own."""
    for at, piece in enumerate(pieces):
        inside = 0 < at < len(pieces) - 1
        if inside and piece.kind == "same" and not piece.text.strip() and "\n" not in piece.text:
            yield Piece("deleted", piece.text)
            yield Piece("inserted", piece.text)
        else:
            yield piece


def merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind as one, and in each change what went before what came."""
    for is_same, group in groupby(pieces, lambda piece: piece.kind == "same"):
        texts: dict[Kind, str] = {"same": "", "deleted": "", "inserted": ""}
        for piece in group:
            texts[piece.kind] += piece.text
        for kind in ("same",) if is_same else ("deleted", "inserted"):
            if texts[kind]:  # type: ignore[index]
                yield Piece(kind, texts[kind])  # type: ignore[arg-type,index]


def is_changed(line: Iterable[Piece]) -> bool:
    return any(piece.kind != "same" and piece.text.strip() for piece in line)


def lines_of(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """The pieces line by line. A line break that went or came ends the line as one that stayed does."""
    line: list[Piece] = []
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        line += [Piece(piece.kind, first)] if first else []
        for text in rest:
            yield tuple(line)
            line = [Piece(piece.kind, text)] if text else []
    if line:
        yield tuple(line)
