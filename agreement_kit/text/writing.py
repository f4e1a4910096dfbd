"""Document → Markdown: numbers as text, answers escaped so that they read as they were written."""

import re

from agreement_kit.document import (
    Block,
    Contents,
    Document,
    Inline,
    Open,
    Paragraph,
    Reference,
    Row,
    Section,
    Table,
)
from agreement_kit.numbering import Labels, block_label, labels

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!+$^:@-])")
LINE_START = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)


def write(document: Document) -> bytes:
    """The document as CommonMark with tables, in UTF-8."""
    numbers = labels(document)
    parts = [section_text(document, section, numbers) for section in document.sections]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def section_text(document: Document, section: Section, numbers: Labels) -> str:
    title = inline_text(section.title, numbers)
    number = numbers.sections[section.id]
    heading = {"cover": "", "part": f"## {title}", "clause": f"### {number}. {title}"}.get(section.kind, f"## {title}")
    if section.kind == "schedule":
        heading = f"## {number}: {title}"
    if section.label:
        heading += f" ({section.label})"
    blocks = [block_text(document, section, at, block, numbers) for at, block in enumerate(section.blocks)]
    return "\n\n".join(part for part in (heading, *blocks) if part)


def block_text(document: Document, section: Section, at: int, block: Block, numbers: Labels) -> str:
    if isinstance(block, Paragraph):
        words = inline_text(block.inlines, numbers)
        if block.style in ("title", "heading"):
            return f"{'#' if block.style == 'title' else '####'} {words}"
        label = block_label(numbers, section, at)
        return f"{escaped(label)} {words}" if label else words
    if isinstance(block, Table):
        return table_text(block, numbers)
    if isinstance(block, Contents):
        return contents_text(document, numbers)
    return ""


def table_text(table: Table, numbers: Labels) -> str:
    head, *rows = table.rows
    rule = "|".join("---:" if column == "right" else "---" for column in table.columns)
    lines = [row_text(head, numbers), f"|{rule}|", *(row_text(row, numbers) for row in rows)]
    return f"*{escaped(table.caption)}*\n\n" + "\n".join(lines)


def row_text(row: Row, numbers: Labels) -> str:
    cells = ("<br>".join(inline_text(each.inlines, numbers, "<br>") for each in cell.paragraphs) for cell in row.cells)
    return "| " + " | ".join(cells) + " |"


def contents_text(document: Document, numbers: Labels) -> str:
    lines = []
    for section in document.of_kind("part", "clause", "schedule"):
        number = numbers.sections[section.id]
        lines.append("- " + f"{number} {inline_text(section.title, numbers)}".strip())
    return "\n".join(lines)


def inline_text(inlines: tuple[Inline, ...], numbers: Labels, line_break: str = "\\\n") -> str:
    words = ""
    for inline in inlines:
        plain = numbers.targets.get(inline.target, "") if isinstance(inline, Reference) else inline.text
        text = escaped(plain, line_break)
        bold = inline.bold or isinstance(inline, Open)
        words += f"**{text}**" if bold and text.strip() else text
    return words


def escaped(text: str, line_break: str = "\\\n") -> str:
    """Text that CommonMark reads as itself, a list or a heading at its start included."""
    safe = LINE_START.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", text.strip("\n")))
    return line_break.join(safe.split("\n")).replace("\t", " ")
