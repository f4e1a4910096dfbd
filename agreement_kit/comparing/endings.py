"""Ends of paragraphs in a redline, put so that every word processor takes them apart again.

Words inserted at the end of a paragraph before a paragraph that is new as a whole are one insertion to LibreOffice, and
rejecting it glues the next paragraph on. So a word that was there comes last: one that went or, where none did, the
last one that stayed, once as inserted and once as deleted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agreement_kit.comparing.words import WORD
from agreement_kit.document import Block, Inline, Mark, Open, Paragraph, Reference, Section
from agreement_kit.marks import is_marked


def with_firm_ends(sections: Sequence[Section], deleted: Mark) -> Iterator[Section]:
    for section, following in zip(sections, (*sections[1:], None), strict=False):
        yield with_firm_end(section, following, deleted) if is_marked(section) else section


def with_firm_end(section: Section, following: Section | None, deleted: Mark) -> Section:
    after: list[Block | Section | None] = [*section.blocks, following]
    title = section.title
    if not section.label and section.kind != "cover" and is_new(after[0]):
        title = firm(title, deleted)
    blocks = tuple(
        replace(block, inlines=firm(block.inlines, deleted))
        if isinstance(block, Paragraph) and block.end is None and ends_new(block.inlines) and is_new(beyond)
        else block
        for block, beyond in zip(section.blocks, after[1:], strict=True)
    )
    return replace(section, title=title, blocks=blocks)


def is_new(piece: Block | Section | None) -> bool:
    """Whether the paragraph or heading is new with its end."""
    mark = piece.end if isinstance(piece, Paragraph) else piece.mark if isinstance(piece, Section) else None
    return mark is not None and mark.kind == "inserted"


def ends_new(inlines: tuple[Inline, ...]) -> bool:
    return bool(inlines) and has_kind(inlines[-1], "inserted")


def has_kind(inline: Inline, kind: str) -> bool:
    return inline.mark is not None and inline.mark.kind == kind


def firm(inlines: tuple[Inline, ...], deleted: Mark) -> tuple[Inline, ...]:
    """The words with one that was there at their end; as they are where none was."""
    start = len(inlines)
    while start and has_kind(inlines[start - 1], "inserted"):
        start -= 1
    added, begin = inlines[start:], start
    while begin and has_kind(inlines[begin - 1], "deleted"):
        begin -= 1
    if begin < start:
        return (*inlines[:begin], *added, *inlines[begin:start])
    if not added or not start or inlines[start - 1].mark is not None:
        return inlines
    head, last = parted(inlines[start - 1])
    new = replace(last, mark=added[0].mark)
    return (*inlines[: start - 1], *head, new, *added, replace(last, mark=deleted))


def parted(inline: Inline) -> tuple[tuple[Inline, ...], Inline]:
    """What stands before the last word, and the last word with what follows it."""
    if isinstance(inline, Reference | Open):
        return (), inline
    at = max((match.start() for match in WORD.finditer(inline.text)), default=0)
    head = (replace(inline, text=inline.text[:at]),) if at else ()
    return head, replace(inline, text=inline.text[at:])
