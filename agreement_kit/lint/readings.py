"""Wording → readings: what it says under one set of answers, with answers left blank, and where each letter stands."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from agreement_kit.lint.logic import DENIED, Formula, holds
from agreement_kit.lint.wording import Choice, Node, Piece

REFERENCE = "\ue002"
"""What stands for a reference."""

LINK = re.compile(r"\[\]\(#([a-z][a-z0-9.-]*)\)")
MARKS = re.compile(r"(?:\s+\^[a-z][a-z0-9-]*)+\s*$")
ITEM = re.compile(r"( *)1\. ")
TURN = re.compile(r"turn loop\.(first|last)|whether loop\.(revindex|index|length) (==|<=|>|>=|<) (\d+)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text, and for each letter its offset in the wording."""

    text: str
    offsets: tuple[int, ...]

    def part(self, start: int, end: int | None = None) -> "Stretch":
        return Stretch(self.text[start:end], self.offsets[start:end])

    def replaced(self, pattern: re.Pattern[str], other: str) -> "Stretch":
        """With `other` (at most one letter) in the place of each match."""
        text, offsets, at = "", [], 0
        for match in pattern.finditer(self.text):
            text += self.text[at : match.start()] + other
            offsets += [*self.offsets[at : match.start()], *self.offsets[match.start() : match.start() + len(other)]]
            at = match.end()
        return Stretch(text + self.text[at:], (*offsets, *self.offsets[at:]))

    def stripped(self) -> "Stretch":
        start = len(self.text) - len(self.text.lstrip())
        return self.part(start, len(self.text.rstrip()))


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, an entry of a list or a cell. `level` is 0 outside lists; `block` names the fence around it, "" for
    none. `marks` are its `^names`; `owner` are those of the first-level entry it belongs to.
    """

    words: Stretch
    level: int = 0
    is_entry: bool = False
    block: str = ""
    marks: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return self.words.text


def read_under(nodes: tuple[Node, ...], answer_of: Callable[[str], str], turns: int = 1) -> Stretch:
    """What the wording says under these answers, every loop gone through `turns` times."""
    pieces = tuple(chosen_pieces(nodes, answer_of, turns))
    text = "".join(piece.text for piece in pieces)
    return Stretch(text, tuple(piece.offset + at for piece in pieces for at in range(len(piece.text))))


def chosen_pieces(nodes: tuple[Node, ...], answer_of: Callable[[str], str], turns: int) -> Iterator[Piece]:
    for node in nodes:
        if isinstance(node, Piece):
            yield node
            continue
        option = next((each for each in node.options if holds(each.test, answer_of)), None)
        if option is None:
            continue
        for turn in range(1, (turns if is_repeated(node, option.test) else 1) + 1):
            yield from chosen_pieces(
                option.body, answer_of_turn(answer_of, turn, turns) if node.is_loop else answer_of, turns
            )


def is_repeated(node: Choice, test: Formula) -> bool:
    return node.is_loop and test is node.options[0].test


def answer_of_turn(answer_of: Callable[[str], str], turn: int, turns: int) -> Callable[[str], str]:
    """The answers in one turn of a loop. What asks for a later turn than there are is answered as if there were one.
    Where some entries of a list are to be so and some not, the one in the second turn is not.
    """

    def answer(question: str) -> str:
        match = TURN.fullmatch(question)
        if not match:
            is_other = turn == 2 and "[]" in question and answer_of(f"{DENIED}{question}") == "true"
            return "false" if is_other else answer_of(question)
        end, which, sign, figure = match.groups()
        place = {"first": turn, "index": turn, "length": turns}.get(end or which, turns - turn + 1)
        if end:
            return str(place == 1).lower()
        if int(figure) > turns:
            return answer_of(question)
        fits = {"==": place == int(figure), "<=": place <= int(figure), ">=": place >= int(figure)}
        fits |= {"<": place < int(figure), ">": place > int(figure)}
        return str(fits[sign]).lower()

    return answer


def passages(reading: Stretch) -> Iterator[Passage]:
    """The paragraphs, entries and cells of a reading, without Markdown's signs."""
    block, at = "", 0
    owner: tuple[str, ...] = ()
    for line in reading.text.splitlines(keepends=True):
        words = reading.part(at, at + len(line.rstrip("\n")))
        at += len(line)
        if line.startswith("```"):
            name, _, caption = line[3:].strip().partition(" ")
            if caption:
                yield plain(words.part(words.text.index(caption)), block="caption")
            block = "" if block else name
        elif line.lstrip().startswith("|"):
            if not re.fullmatch(r"[|\s:-]+", words.text):
                yield from cells(words, block, owner)
        elif line.strip():
            passage = plain(words, block=block)
            if passage.is_entry and passage.level == 1:
                owner = passage.marks
            yield replace(passage, owner=owner)


def cells(row: Stretch, block: str, owner: tuple[str, ...]) -> Iterator[Passage]:
    edges = [match.start() for match in re.finditer(r"(?<!\\)\|", row.text)]
    for start, end in pairwise(edges):
        yield replace(plain(row.part(start + 1, end).stripped(), block=block), owner=owner)


def plain(words: Stretch, *, block: str) -> Passage:
    entry = ITEM.match(words.text)
    indent = len(words.text) - len(words.text.lstrip(" "))
    marks: tuple[str, ...] = ()
    if found := MARKS.search(words.text):
        marks = tuple(found[0].replace("^", "").split())
        words = words.part(0, found.start())
    words = words.part(entry.end() if entry else indent)
    words = words.replaced(LINK, REFERENCE).replaced(re.compile(r"\*\*"), "")
    return Passage(words, indent // 3 + bool(entry), bool(entry), block, marks)
