"""Wording → blocks of the document model. Markdown is parsed by markdown-it; this module walks its tokens, refuses what
is no part of the clause format, and puts the answers back where their placeholders stand.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, get_args

from agreement_kit.document import (
    Alignment,
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
    merged,
    plain_text,
)
from agreement_kit.remembering import remembered
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
REFERENCE = re.compile(r"#[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?")
COLUMN_EDGE = re.compile(r"(?<!\\)\|")
TRAILING_MARKS = re.compile(r"(?:\s+\^[a-z][a-z0-9-]*)+$")
INDENT = 3
DEEPEST = 4
"""Levels of a list: a schedule has four, everything else three."""
TYPED_NUMBER = re.compile(r"\((?:\d+|[A-Za-z]|[ivxIVX]+)\)\s|(?:\d+|[a-z]|[ivx]+)[.)]\s|\d+\.[A-Za-z]")
LEFT_OVER = re.compile(r"\*\*|~~|`|\[\]|\]\(|&#?\w{2,};|(?:^|\s)\^\S*")
"""Markdown that was not understood as such and would be printed."""
PLACEHOLDER = re.compile(f"[{chr(FIRST)}-\U000ffffd]")
PARAGRAPH_BLOCKS = ("heading", "lead", "title", "subtitle", "names", "cover")
TABLE_BLOCKS = ("table", "landscape", "signature")


class Refused(ValueError):
    """Wording that is no part of the clause format. `line` is where, as rendered, with … for each answer."""

    def __init__(self, sentence: str, line: str = "") -> None:
        super().__init__(f'{sentence}: "{PLACEHOLDER.sub("…", line)[:70]}"' if line else sentence)
        self.line = PLACEHOLDER.sub("…", line)


def parse(wording: Wording, section_id: str) -> tuple[Block, ...]:
    """The blocks of rendered wording, with its answers in place. Raises Refused."""
    blocks = remembered(("blocks", section_id, wording.text), lambda: parsed(wording.text, section_id))
    return tuple(put_back(block, wording.printed) for block in blocks)


def parsed(text: str, section_id: str) -> tuple[Block, ...]:
    """The blocks with placeholders still in them: equal for all answers that choose the same wording, so remembered."""
    blocks = tuple(Blocks(text, section_id).blocks())
    anchors = [block.anchor for block in blocks if isinstance(block, Paragraph) and block.anchor]
    if twice := next((anchor for anchor in anchors if anchors.count(anchor) > 1), ""):
        raise Refused(f'two sub-clauses are called "{twice}"; in a loop only one of them may have the name')
    return blocks


@lru_cache(maxsize=1)
def parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"typographer": True}).enable(["table", "smartquotes"])
    markdown.disable(["reference", "entity"])  # the one vanishes from the page, the other can spell a placeholder
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]  # it would percent-encode placeholders
    return markdown


class Blocks:
    """One walk over the tokens of a wording."""

    def __init__(self, text: str, section_id: str) -> None:
        self.lines = text.split("\n")
        self.tokens = parser().parse(text)
        self.section_id = section_id

    def blocks(self) -> Iterator[Block]:
        level, is_first = 0, False
        for token in self.tokens:
            if token.type in REFUSED:
                raise self.refused(f"{REFUSED[token.type]} is no part of a clause", token)
            if token.type == "ordered_list_open":
                level += 1
            elif token.type == "ordered_list_close":
                level -= 1
            elif token.type == "list_item_open":
                self.check_number(token, level)
                is_first = True
            elif token.type == "list_item_close" and is_first:
                raise Refused("a list item has no text")
            elif token.type == "inline":
                if not is_first:
                    self.check_indent(token, level)
                yield self.paragraph(token, level, is_first)
                is_first = False
            elif token.type == "fence":
                self.check_indent(token, level)
                yield from self.directive(token)
            elif token.type == "table_open":
                raise self.refused("a table stands in a `table` block with a caption", token)

    def line(self, token: "Token") -> str:
        return self.lines[token.map[0]] if token.map else token.content

    def refused(self, sentence: str, token: "Token") -> Refused:
        return Refused(sentence, self.line(token).strip())

    def check_number(self, token: "Token", level: int) -> None:
        """Markdown takes any number, drops an entry without text, and lifts one that is indented by two spaces."""
        if self.line(token).strip() == "1.":
            raise Refused("a list item has no text", "1.")
        if token.info != "1" or token.markup != "." or not self.line(token).lstrip(" ").startswith("1. "):
            raise self.refused("numbers are never typed: write `1.` and a space", token)
        if level > DEEPEST:
            raise self.refused(f"lists have at most {DEEPEST} levels", token)
        self.check_indent(token, level - 1)

    def check_indent(self, token: "Token", level: int) -> None:
        line = self.line(token)
        if len(line) - len(line.lstrip()) != INDENT * level:
            raise self.refused(f"each level is indented by {INDENT} spaces more", token)

    def paragraph(self, token: "Token", level: int, is_first: bool) -> Paragraph:
        inlines = list(merged(self.inlines(token)))
        names: list[str] = []
        if inlines and isinstance(inlines[-1], Text) and (marks := TRAILING_MARKS.search(inlines[-1].text)):
            inlines[-1] = Text(inlines[-1].text[: marks.start()], inlines[-1].bold)
            names = marks[0].replace("^", "").split()
        binds = next((each for each in get_args(Binding) if each in names), None)
        ids = [name for name in names if name != binds]
        if len(ids) > 1 or (ids and not (is_first and level)):
            raise self.refused("one name (^id) goes to one numbered sub-clause", token)
        if inlines and isinstance(inlines[0], Text) and TYPED_NUMBER.match(inlines[0].text):
            raise self.refused("numbers are never typed: write `1.` and a space", token)
        self.check_left_over(inlines, token)
        anchor = f"{self.section_id}.{ids[0]}" if ids else ""
        return Paragraph(tuple(inlines), level, is_first and level > 0, anchor=anchor, binds=binds)

    def check_left_over(self, inlines: Iterable[Inline], token: "Token") -> None:
        for inline in inlines:
            if isinstance(inline, Text) and (left := LEFT_OVER.search(inline.text)):
                raise self.refused(f'"{left[0].strip()}" would be printed as it stands', token)

    def inlines(self, token: "Token") -> Iterator[Inline]:
        bold, target = False, ""
        for child in token.children or ():
            if child.type in REFUSED:
                raise self.refused(f"{REFUSED[child.type]} is no part of a clause", token)
            if child.type == "strong_open":
                bold = True
            elif child.type == "strong_close":
                bold = False
            elif child.type == "link_open":
                target = str(child.attrs.get("href", ""))
                if not REFERENCE.fullmatch(target) or "title" in child.attrs:
                    raise self.refused("a reference is [](#clause-id)", token)
                yield Reference(target[1:], bold)
            elif child.type == "link_close":
                target = ""
            elif target:
                raise self.refused("a reference has no words of its own, write [](…)", token)
            elif child.content:
                yield Text(child.content, bold)

    def directive(self, token: "Token") -> Iterator[Block]:
        name, _, caption = token.info.strip().partition(" ")
        body = token.content.strip("\n")
        if not token.map or self.lines[token.map[1] - 1].strip() != token.markup:
            raise self.refused(f"this block is not closed by {token.markup}", token)
        if name in TABLE_BLOCKS and not caption:
            raise self.refused(f"a `{name}` block needs a caption: ```{name} What the table shows", token)
        if name in TABLE_BLOCKS:
            yield self.table(name, caption, body)
        elif caption:
            raise self.refused("only tables have a caption", token)
        elif name in PARAGRAPH_BLOCKS:
            for block in Blocks(body, self.section_id).blocks():
                if not isinstance(block, Paragraph) or block.level:
                    raise self.refused(f"a `{name}` block holds paragraphs only", token)
                yield replace(block, style=style_of(name))
        elif body:
            raise self.refused(f'there is no block called "{name}" with a body', token)
        elif name == "contents":
            yield Contents()
        elif name == "page-break":
            yield PageBreak()
        elif name in get_args(SlotName):
            yield Slot(slot_of(name))
        else:
            raise self.refused(f'there is no block called "{name}"', token)

    def table(self, name: str, caption: str, body: str) -> Table:
        """The one table in a block's body. The header row counts as the first row."""
        inner = Blocks(body, self.section_id)
        for line in inner.lines:
            if not line.strip().startswith("|"):
                raise Refused(f"a `{name}` block holds the lines of one table", line.strip() or "(an empty line)")
            if len(COLUMN_EDGE.findall(line)) != len(COLUMN_EDGE.findall(inner.lines[0])):
                raise Refused("a row has more or fewer cells than the first row", line.strip())
        rows: list[Row] = []
        cells: list[Cell] = []
        columns: list[Alignment] = []
        for token in inner.tokens:
            if token.type in ("th_open", "td_open") and not rows:
                columns.append(alignment_of(str(token.attrs.get("style", "left"))))
            elif token.type == "inline":
                inlines = merged(inner.inlines(token))
                inner.check_left_over(inlines, token)
                cells.append(Cell((Paragraph(inlines),)))
            elif token.type == "tr_close":
                rows.append(Row(tuple(cells)))
                cells = []
        if not rows:
            raise Refused(f"a `{name}` block holds no table", inner.lines[0].strip())
        if name == "signature" and len(columns) != 2:
            raise Refused("a `signature` block has two columns: what is asked, and room to write it")
        return Table(
            tuple(rows), tuple(columns), caption, "signature" if name == "signature" else "grid", name == "landscape"
        )


def alignment_of(style: str) -> Alignment:
    if "center" in style:
        raise Refused("columns of a table are left (---) or right (---:)")
    return "right" if "right" in style else "left"


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
