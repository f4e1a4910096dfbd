"""Wording → blocks of the document model. Markdown is parsed by markdown-it; this module walks its tokens, refuses what
is no part of the clause format, and puts the answers back where their placeholders stand.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, get_args

from agreement_kit.document import (
    Binding,
    Block,
    Cell,
    Contents,
    Inline,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Reference,
    Row,
    Slot,
    SlotName,
    Table,
    Text,
    plain_text,
)
from agreement_kit.rendering import FIRST, Wording

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

REFUSED = {
    "heading_open": "a heading (write it as a `heading` block)",
    "bullet_list_open": "a bullet list (write `1.`)",
    "blockquote_open": "a quote",
    "code_block": "a line indented by four or more spaces",
    "code_inline": "code",
    "html_block": "HTML",
    "html_inline": "HTML",
    "em_open": "emphasis by single * or _ (bold is **so**)",
    "image": "an image",
    "hr": "a rule (---)",
    "softbreak": "a line break inside a paragraph (one paragraph is one line; leave a blank line before what follows)",
    "hardbreak": "a forced line break",
}
TRAILING_MARKS = re.compile(r"(?:\s+\^[a-z][a-z0-9-]*)+$")
INDENT = 3
DEEPEST = 4
"""Levels of a list: a schedule has four, everything else three."""
TYPED_NUMBER = re.compile(r"\((?:\d+|[A-Za-z]|[ivxIVX]+)\)\s|(?:\d+|[a-z]|[ivx]+)[.)]\s|\d+\.[A-Za-z]")
LEFT_OVER = re.compile(r"\*\*|~~|`|\[\]|\]\(|&#?\w{2,};|(?:^|\s)\^\S*")
"""Markdown that was not understood as such and would be printed."""
PLACEHOLDER = re.compile(f"[{chr(FIRST)}-\U000ffffd]")
PARAGRAPH_BLOCKS = ("heading", "lead", "title", "subtitle", "cover")
TABLE_BLOCKS = ("table", "landscape", "signature")


class Refused(ValueError):
    """Wording that is no part of the clause format; the message says what and why. `line` is the rendered line."""

    def __init__(self, sentence: str, line: str = "") -> None:
        super().__init__(f"{sentence}: \"{PLACEHOLDER.sub('…', line)[:70]}\"" if line else sentence)
        self.line = line


def parse(wording: Wording, section_id: str) -> tuple[Block, ...]:
    """The blocks of rendered wording, with its answers in place. Raises Refused."""
    return tuple(put_back(block, wording.printed) for block in parsed(wording.text, section_id))


@lru_cache(maxsize=2048)
def parsed(text: str, section_id: str) -> tuple[Block, ...]:
    """The blocks with placeholders still in them: equal for all answers that choose the same wording, so remembered."""
    return tuple(Blocks(text, section_id).blocks())


@lru_cache(maxsize=1)
def parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"typographer": True}).enable(["table", "smartquotes"])
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]  # it would percent-encode placeholders
    return markdown


class Blocks:
    """One walk over the tokens of a wording."""

    def __init__(self, text: str, section_id: str) -> None:
        self.lines = text.split("\n")
        self.tokens = parser().parse(text)
        self.section_id = section_id

    def blocks(self, depth: int = 0) -> Iterator[Block]:
        level, is_first = 0, False
        position = 0
        while position < len(self.tokens):
            token = self.tokens[position]
            position += 1
            if token.type in REFUSED:
                raise Refused(f"{REFUSED[token.type]} is no part of a clause: {self.quoted(token)}")
            if token.type == "ordered_list_open":
                level += 1
            elif token.type == "ordered_list_close":
                level -= 1
            elif token.type == "list_item_open":
                is_first = True
                if token.info != "1" or token.markup != ".":
                    raise Refused(f"numbers are never typed: write `1.` for {self.quoted(token)}")
            elif token.type == "list_item_close" and is_first:
                raise Refused("a list item has no text")
            elif token.type == "inline":
                yield self.paragraph(token, level, is_first)
                is_first = False
            elif token.type == "fence":
                yield from self.directive(token, level)
            elif token.type == "table_open":
                raise Refused(f"a table stands in a `table` block with a caption: {self.quoted(token)}")

    def quoted(self, token: "Token") -> str:
        line = self.lines[token.map[0]].strip() if token.map else token.content
        return f'"{PLACEHOLDER.sub("…", line)[:70]}"'

    def paragraph(self, token: "Token", level: int, is_first: bool) -> Paragraph:
        inlines = list(self.inlines(token))
        anchor = ""
        binds: Binding | None = None
        if inlines and isinstance(inlines[-1], Text) and (marks := TRAILING_MARKS.search(inlines[-1].text)):
            inlines[-1] = Text(inlines[-1].text[: marks.start()], inlines[-1].bold)
            for mark in marks[0].replace("^", "").split():
                binds = next((each for each in get_args(Binding) if each == mark), binds)
                anchor = anchor if mark == binds else f"{self.section_id}.{mark}"
        return Paragraph(tuple(inlines), level, is_first and level > 0, anchor=anchor, binds=binds)

    def inlines(self, token: "Token") -> Iterator[Inline]:
        bold, target = False, ""
        for child in token.children or ():
            if child.type in REFUSED:
                raise Refused(f"{REFUSED[child.type]} is no part of a clause: {self.quoted(token)}")
            if child.type == "strong_open":
                bold = True
            elif child.type == "strong_close":
                bold = False
            elif child.type == "link_open":
                target = str(child.attrs.get("href", ""))
                if not re.fullmatch(r"#[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?", target):
                    raise Refused(f"a reference is [](#clause-id): {self.quoted(token)}")
                yield Reference(target[1:], bold)
            elif child.type == "link_close":
                target = ""
            elif target:
                raise Refused(f"a reference has no words of its own, write [](…): {self.quoted(token)}")
            elif child.content:
                yield Text(child.content, bold)

    def directive(self, token: "Token", level: int) -> Iterator[Block]:
        name, _, caption = token.info.strip().partition(" ")
        body = token.content.strip("\n")
        if name in TABLE_BLOCKS:
            yield self.table(name, caption, body)
        elif name in PARAGRAPH_BLOCKS:
            for block in Blocks(body, self.section_id).blocks():
                if not isinstance(block, Paragraph) or block.level:
                    raise Refused(f"a `{name}` block holds paragraphs only")
                yield replace(block, style=style_of(name))
        elif body:
            raise Refused(f'there is no block called "{name}" with a body')
        elif name == "contents":
            yield Contents()
        elif name == "page-break":
            yield PageBreak()
        elif name in get_args(SlotName):
            yield Slot(slot_of(name))
        else:
            raise Refused(f'there is no block called "{name}"')

    def table(self, name: str, caption: str, body: str) -> Table:
        """The one table in a block's body. The header row counts as the first row."""
        inner = Blocks(body, self.section_id)
        for line in inner.lines:
            if not line.strip().startswith("|"):
                raise Refused(f'a `{name}` block holds the lines of one table: "{line.strip()[:70]}"')
        rows: list[Row] = []
        cells: list[Cell] = []
        columns: list[Literal["left", "right"]] = []
        for token in inner.tokens:
            if token.type in ("th_open", "td_open") and not rows:
                columns.append("right" if "right" in str(token.attrs.get("style")) else "left")
            elif token.type == "inline":
                cells.append(Cell((Paragraph(tuple(inner.inlines(token))),)))
            elif token.type == "tr_close":
                rows.append(Row(tuple(cells)))
                cells = []
        if not rows:
            raise Refused(f"a `{name}` block holds no table")
        if not caption:
            raise Refused(f"a `{name}` block needs a caption: ```{name} What the table shows")
        return Table(
            tuple(rows), tuple(columns), caption, "signature" if name == "signature" else "grid", name == "landscape"
        )


def style_of(name: str) -> ParagraphStyle:
    return next(style for style in get_args(ParagraphStyle) if style == name)


def slot_of(name: str) -> SlotName:
    return next(slot for slot in get_args(SlotName) if slot == name)


def put_back(block: Block, printed: tuple[Inline, ...]) -> Block:
    """The block with its answers in the place of their placeholders."""
    if isinstance(block, Paragraph):
        return with_answers(block, printed)
    if isinstance(block, Table):
        rows = (
            Row(tuple(Cell(tuple(with_answers(each, printed) for each in cell.paragraphs)) for cell in row.cells))
            for row in block.rows
        )
        caption = plain_text(answers_in(Text(block.caption), printed))
        return replace(block, rows=tuple(rows), caption=" ".join(caption.split()))
    return block


def with_answers(paragraph: Paragraph, printed: tuple[Inline, ...]) -> Paragraph:
    if not any(isinstance(inline, Text) and PLACEHOLDER.search(inline.text) for inline in paragraph.inlines):
        return paragraph
    inlines: list[Inline] = []
    for inline in paragraph.inlines:
        inlines.extend(answers_in(inline, printed) if isinstance(inline, Text) else (inline,))
    return replace(paragraph, inlines=tuple(inlines))


def answers_in(text: Text, printed: tuple[Inline, ...]) -> Iterator[Inline]:
    start = 0
    for match in PLACEHOLDER.finditer(text.text):
        yield Text(text.text[start : match.start()], text.bold)
        answer = printed[ord(match[0]) - FIRST]
        yield replace(answer, bold=True) if text.bold else answer
        start = match.end()
    yield Text(text.text[start:], text.bold)
