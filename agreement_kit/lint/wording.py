"""Wording as it stands in a clause file → pieces of text, choices between them, and the condition of each piece."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from agreement_kit.lint.logic import Formula, Is, denied, every, negated, yes
from agreement_kit.lint.questions import Chosen, Scope, is_many, steps_to, test_formula
from agreement_kit.rendering import only_tags

ANSWER, TURN_ANSWER = "\ue000", "\ue001"
"""What stands for an answer in the text of a reading: outside loops, and in one."""

TOKEN = re.compile(r"\{%[+-]?\s*(?P<tag>.*?)\s*[+-]?%\}|\{\{[+-]?(?P<print>.*?)[+-]?\}\}|\{#.*?#\}", re.DOTALL)
LOOP = re.compile(r"for\s+(\w+)\s+in\s+(\S+)(?:\s+if\s+(.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that stands as a whole or not at all. `offset` is where it begins in the wording."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Option:
    """What stands if the test holds and none before it did."""

    test: Formula
    body: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Choice:
    """The options of an `if`, or a loop: its body, and what stands where there is nothing to go through. `is_sure` of a
    loop that goes over one list: in a loop within a loop each turn has a list of its own.
    """

    options: tuple[Option, ...]
    is_loop: bool = False
    is_sure: bool = False


Node = Piece | Choice


class Token(NamedTuple):
    """Text, the inside of a tag, or the inside of a print; and its offset."""

    kind: str
    text: str
    offset: int


def parse_wording(source: str, chosen: Chosen) -> tuple[Node, ...]:
    """The nodes of a wording whose tags are known to be in order."""
    nodes, _ = nodes_until(tokens(source), {}, chosen, is_looped=False)
    return nodes


def tokens(source: str) -> Iterator[Token]:
    """Line by line: of a line that holds tags alone only the tags are left, as Jinja does it here."""
    offset = 0
    for line in source.splitlines(keepends=True):
        bare = bool(line.strip()) and only_tags(line.rstrip("\n"))
        at = 0
        for match in TOKEN.finditer(line):
            if not bare and match.start() > at:
                yield Token("text", line[at : match.start()], offset + at)
            for kind in ("tag", "print"):
                if match[kind] is not None:
                    yield Token(kind, match[kind], offset + match.start(kind))
            at = match.end()
        if not bare and at < len(line):
            yield Token("text", line[at:], offset + at)
        offset += len(line)


def nodes_until(
    stream: Iterator[Token], scope: Scope, chosen: Chosen, *, is_looped: bool
) -> tuple[tuple[Node, ...], str]:
    """The nodes up to the tag that ends or continues the block they stand in, and that tag."""
    nodes: list[Node] = []
    for kind, text, offset in stream:
        if kind == "text":
            nodes.append(Piece(text, offset))
        elif kind == "print":
            nodes.extend(printed_nodes(text, offset, scope, chosen, is_looped=is_looped))
        elif text.startswith("if "):
            nodes.append(if_choice(text[3:], stream, scope, chosen, is_looped=is_looped))
        elif loop := LOOP.fullmatch(text):
            nodes.append(loop_choice(loop, stream, scope, chosen, is_looped=is_looped))
        else:
            return tuple(nodes), text
    return tuple(nodes), ""


def if_choice(test: str, stream: Iterator[Token], scope: Scope, chosen: Chosen, *, is_looped: bool) -> Choice:
    options: list[Option] = []
    formula: Formula = test_formula(test, scope, chosen)
    while True:
        body, tag = nodes_until(stream, scope, chosen, is_looped=is_looped)
        options.append(Option(formula, body))
        if tag.startswith("elif "):
            formula = test_formula(tag[5:], scope, chosen)
        elif tag == "else":
            formula = True
        else:
            if options[-1].test is not True:
                options.append(Option(True, (Piece("", 0),)))  # to be read without it is a reading too
            return Choice(tuple(options))


def loop_choice(
    loop: re.Match[str], stream: Iterator[Token], scope: Scope, chosen: Chosen, *, is_looped: bool
) -> Choice:
    name, over, test = loop.groups()
    steps = steps_to(ast.parse(re.sub(r"\[\d+\]", "", over), mode="eval").body, scope) or ()
    inner = {**scope, name: steps}
    formula = every(test_formula(over, scope, chosen), test_formula(test, inner, chosen) if test else True)
    body, tag = nodes_until(stream, inner, chosen, is_looped=True)
    options = [Option(formula, body)]
    if tag == "else":
        otherwise, _ = nodes_until(stream, scope, chosen, is_looped=is_looped)
        options.append(Option(True, otherwise))
    return Choice(tuple(options), is_loop=True, is_sure=not is_many(steps))


def printed_nodes(text: str, offset: int, scope: Scope, chosen: Chosen, *, is_looped: bool) -> Iterator[Node]:
    """What a print can show: an answer, and the words that stand in its place, which are wording too."""
    answer = Piece(TURN_ANSWER if is_looped else ANSWER, offset)
    source = text.strip()
    start = offset + len(text) - len(text.lstrip())
    try:
        node = ast.parse(source, mode="eval").body
    except SyntaxError:
        yield answer
        return

    def place(part: ast.expr) -> int:
        return start + len(source.encode()[: part.col_offset].decode()) + 1

    def shown(part: ast.expr) -> tuple[Node, ...]:
        match part:
            case ast.Constant(value=str(words)):
                return (Piece(words, place(part)),) if words else ()
            case ast.IfExp(test=test, body=body, orelse=orelse):
                asked = test_formula(ast.unparse(test), scope, chosen)
                return (Choice((Option(asked, shown(body)), Option(True, shown(orelse)))),)
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                if isinstance(right, ast.Call) and isinstance(right.func, ast.Name) and right.func.id == "default":
                    asked = yes(f"whether {ast.unparse(left)} is answered")  # a fallback is no dead wording
                    return (Choice((Option(asked, shown(left)), Option(True, shown(right.args[0])))),)
                return shown(left)
        return (answer,)

    yield from shown(node)


def guarded(nodes: tuple[Node, ...], guard: Formula = True) -> Iterator[tuple[Piece, Formula]]:
    """Every piece with the condition under which it stands. What stands in the first or the last turn of a loop stands
    whenever the loop has any.
    """
    for node in nodes:
        if isinstance(node, Piece):
            yield node, guard
            continue
        before: Formula = guard
        for option in node.options:
            is_each = isinstance(option.test, Is) and option.test.question in ("turn loop.first", "turn loop.last")
            yield from guarded(option.body, before if is_each else every(before, option.test))
            before = every(before, (negated if node.is_sure else denied)(option.test))
