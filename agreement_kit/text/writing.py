"""Document → Markdown: numbers as text, answers escaped so that they read as they were written."""

from collections.abc import Iterable, Iterator

from agreement_kit.document import (
    Block,
    Contents,
    Document,
    Inline,
    Note,
    Open,
    Paragraph,
    Picture,
    Reference,
    Row,
    Section,
    Table,
)
from agreement_kit.numbering import Labels, block_label, labels
from agreement_kit.text.escaping import BACKSLASH_BREAK, TAG_BREAK, Run, marked_up


def write(document: Document) -> bytes:
    """The document as CommonMark with tables, in UTF-8. Sub-clauses are paragraphs with their number, what stands
    below them is a bullet list whose items begin with theirs.
    """
    return (joined(Page(document).blocks()) + "\n").encode()


def joined(blocks: Iterable[str]) -> str:
    """The blocks with a blank line between them, except between the items of a list."""
    text = ""
    was_bullet = False
    for block in blocks:
        is_bullet = block.lstrip().startswith("- ")
        text += ("\n" if is_bullet and was_bullet else "\n\n") * bool(text) + block
        was_bullet = is_bullet
    return text


class Page:
    """Writes one document; remembers how deep the list is nested."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.numbers: Labels = labels(document)
        self.lists: list[int] = []

    def blocks(self) -> Iterator[str]:
        if not self.document.of_kind("cover", "masthead"):
            yield f"# {marked_up([(self.document.title, False)], TAG_BREAK)}"
            yield from (self.inline(line.inlines) for line in self.document.header)
        has_part = False
        for section in self.document.sections:
            has_part = has_part or section.kind == "part"
            level = 1 if section.kind in ("cover", "masthead") else 3 if section.kind == "clause" and has_part else 2
            if section.kind != "cover":
                yield self.heading(section, level)
            self.lists = []
            yield from map(self.note, section.notes)
            for at, block in enumerate(section.blocks):
                yield from self.block(section, at, block, level)

    def heading(self, section: Section, level: int) -> str:
        number = self.numbers.sections[section.id]
        title = self.inline(section.title, TAG_BREAK)
        sign = ":" if section.kind == "schedule" else "."
        label = f" ({section.label})" if section.label else ""
        return f"{'#' * level} {f'{number}{sign} ' if number else ''}{title}{label}"

    def note(self, note: Note) -> str:
        """A note of an internal draft as a quotation."""
        lines = (self.inline(paragraph.inlines, TAG_BREAK) for paragraph in note.paragraphs)
        return "\n>\n".join(f"> {line}" for line in ("**Internal note**", *lines))

    def block(self, section: Section, at: int, block: Block, level: int) -> Iterator[str]:
        if isinstance(block, Paragraph):
            yield from self.paragraph(block, block_label(self.numbers, section, at), level)
        elif isinstance(block, Table):
            self.lists = self.lists[:1]
            yield from self.table(block)
        elif isinstance(block, Picture):
            self.lists = self.lists[:1]
            yield marked_up([(f"{block.title}. ", True), (block.description, False)], TAG_BREAK)
        elif isinstance(block, Contents):
            self.lists = []
            yield from self.contents()

    def paragraph(self, paragraph: Paragraph, label: str, level: int) -> Iterator[str]:
        while self.lists and self.lists[-1] > paragraph.level:
            self.lists.pop()
        if paragraph.style in ("title", "heading"):
            depth = 1 if paragraph.style == "title" else level + 1
            yield f"{'#' * depth} {self.inline(paragraph.inlines, TAG_BREAK)}"
            return
        if paragraph.numbered and self.lists[-1:] != [paragraph.level]:
            self.lists.append(paragraph.level)
        words = self.inline(paragraph.inlines, before=f"{label} " if label else "")
        if not words:
            return
        depth = max(len(self.lists) - 1, 0) if paragraph.level else 0
        lines = words.split("\n")
        first = "  " * (depth - 1) + "- " if depth and paragraph.numbered else "  " * depth
        yield "\n".join([first + lines[0], *("  " * depth + line for line in lines[1:])])

    def table(self, table: Table) -> Iterator[str]:
        if table.caption:
            yield marked_up([(table.caption, True)], TAG_BREAK, bold="*")
        head, *rows = table.rows
        rule = " | ".join("---:" if column == "right" else "---" for column in table.columns)
        yield "\n".join([self.row(head), f"| {rule} |", *map(self.row, rows)])

    def row(self, row: Row) -> str:
        cells = (TAG_BREAK.join(self.inline(each.inlines, TAG_BREAK) for each in cell.paragraphs) for cell in row.cells)
        return f"| {' | '.join(cells)} |"

    def contents(self) -> Iterator[str]:
        has_part = False
        for section in self.document.in_contents():
            has_part = section.kind == "part" or (has_part and section.kind == "clause")
            number = self.numbers.sections[section.id]
            sign = ":" if section.kind == "schedule" else ""
            title = self.inline(section.title, TAG_BREAK, before=f"{number}{sign} " if number else "")
            yield ("  - " if has_part and section.kind == "clause" else "- ") + title

    def inline(self, inlines: tuple[Inline, ...], line_break: str = BACKSLASH_BREAK, before: str = "") -> str:
        return marked_up([(before, False), *map(self.run, inlines)], line_break)

    def run(self, inline: Inline) -> Run:
        if isinstance(inline, Reference):
            return self.numbers.targets.get(inline.target, inline.text), inline.bold
        return inline.text, inline.bold or isinstance(inline, Open)
