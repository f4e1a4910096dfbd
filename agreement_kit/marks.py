"""A redline → the document with all of its changes accepted, or with all of them rejected."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from agreement_kit.document import Block, Cell, Document, Inline, Paragraph, Row, Section, Slot, Table, paragraphs

Gone = Literal["deleted", "inserted"]
"""What a reader no longer sees: of an accepted document what was deleted, of a rejected one what was inserted."""


def accepted(document: Document) -> Document:
    """The document as it stands once every change is accepted; itself where nothing is marked."""
    return settled(document, "deleted")


def rejected(document: Document) -> Document:
    """The document as it stood before its changes; itself where nothing is marked."""
    return settled(document, "inserted")


def has_marks(document: Document) -> bool:
    lines = any(line.is_marked for line in document.header)
    return lines or document.mark is not None or any(map(is_marked, document.sections))


def is_marked(section: Section) -> bool:
    if section.mark is not None or any(inline.mark for inline in section.title):
        return True
    return any(is_marked_block(block) for block in section.blocks)


def is_marked_block(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return block.is_marked
    if isinstance(block, Table):
        rows = block.mark is not None or any(row.mark for row in block.rows)
        return rows or any(each.is_marked for each in paragraphs((block,)))
    return not isinstance(block, Slot) and block.mark is not None


def settled(document: Document, gone: Gone) -> Document:
    """One pass over the document. Blocks that outlive their heading go on in the section before."""
    if not has_marks(document):
        return document
    sections: list[Section] = []
    for section in document.sections:
        if not is_marked(section):
            sections.append(section)
            continue
        blocks = tuple(settled_blocks(section.blocks, gone))
        if section.mark is None or section.mark.kind != gone:
            sections.append(settled_section(section, blocks, gone))
        elif blocks and sections:
            sections[-1] = replace(sections[-1], blocks=sections[-1].blocks + blocks)
    base = document
    if gone == "inserted" and document.mark and isinstance(document.mark.was, Document):
        base = document.mark.was
    header = document.header
    if any(line.is_marked for line in header):
        header = settled_stream(header, gone)
        header = () if len(header) == 1 and not header[0].inlines else header
    return replace(base, sections=tuple(sections), header=header, mark=None)


def settled_section(section: Section, blocks: tuple[Block, ...], gone: Gone) -> Section:
    """The section with its heading settled and these blocks."""
    base = section
    if gone == "inserted" and section.mark and isinstance(section.mark.was, Section):
        base = section.mark.was
    return replace(base, title=settled_inlines(section.title, gone), blocks=blocks, mark=None)


def settled_blocks(blocks: Iterable[Block], gone: Gone) -> Iterator[Block]:
    held: Paragraph | None = None
    for block in blocks:
        if isinstance(block, Paragraph):
            if held is None and not block.is_marked:
                yield block
                continue
            block, held = after(held, settled_paragraph(block, gone)), None
            if block.end is None:
                yield block
            elif block.inlines:
                held = block
            continue
        if held:
            yield replace(held, end=None)
            held = None
        if isinstance(block, Table):
            table = settled_table(block, gone) if is_marked_block(block) else block
            if table.rows:
                yield table
        elif isinstance(block, Slot) or block.mark is None:
            yield block
        elif block.mark.kind != gone:
            yield replace(block, mark=None)
    if held:
        yield replace(held, end=None)


def settled_paragraph(paragraph: Paragraph, gone: Gone) -> Paragraph:
    """The paragraph with its words settled. Its end keeps its mark where it goes."""
    base = paragraph
    if gone == "inserted" and paragraph.mark and isinstance(paragraph.mark.was, Paragraph):
        base = paragraph.mark.was
    end = paragraph.end if paragraph.end and paragraph.end.kind == gone else None
    return replace(base, inlines=settled_inlines(paragraph.inlines, gone), end=end, mark=None)


def after(held: Paragraph | None, paragraph: Paragraph) -> Paragraph:
    """The paragraph with the words of the one before it, whose end is gone, in front of its own."""
    if held is None:
        return paragraph
    return replace(paragraph, inlines=held.inlines + paragraph.inlines, anchor=paragraph.anchor or held.anchor)


def settled_inlines(inlines: Iterable[Inline], gone: Gone) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for inline in inlines:
        if inline.mark is None:
            found.append(inline)
        elif inline.mark.kind == "reformatted" and gone == "inserted":
            found.append(replace(inline, bold=not inline.bold, mark=None))
        elif inline.mark.kind != gone:
            found.append(replace(inline, mark=None))
    return tuple(found)


def settled_table(table: Table, gone: Gone) -> Table:
    """The table; without rows where all of them went."""
    base = table
    if gone == "inserted" and table.mark and isinstance(table.mark.was, Table):
        base = table.mark.was
    rows = (
        Row(tuple(Cell(settled_stream(cell.paragraphs, gone)) for cell in row.cells))
        for row in table.rows
        if row.mark is None or row.mark.kind != gone
    )
    return replace(base, rows=tuple(rows), mark=None)


def settled_stream(stream: tuple[Paragraph, ...], gone: Gone) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell or a header."""
    if not any(paragraph.is_marked for paragraph in stream):
        return stream
    return tuple(block for block in settled_blocks(stream, gone) if isinstance(block, Paragraph))
