"""Anchors as hidden Word bookmarks: the target of live references, and what a returned file is aligned by."""

import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from agreement_kit.document import Mark, Paragraph, Section

PREFIX = "_ak_"
OLD_PREFIX = "_ak_old_"
LONGEST = 40

Side = Literal["", "old", "new"]
"""Whether an anchor of a redline belongs to one of the two drafts only."""


@lru_cache(maxsize=65536)
def bookmark_name(anchor: str, side: Side = "") -> str:
    """A name that Word accepts: hidden by its first sign, readable, unique by a hash, at most 40 characters. One anchor
    may stand on both sides of a redline: what only the old draft has is named apart.
    """
    prefix = OLD_PREFIX if side == "old" else PREFIX
    digest = hashlib.sha256(anchor.encode()).hexdigest()[:8]
    room = LONGEST - len(prefix) - len(digest) - 1
    return f"{prefix}{re.sub('[^A-Za-z0-9]+', '_', anchor)[:room]}_{digest}"


def anchors_of(section: Section) -> Iterator[tuple[str, Side]]:
    """What references may aim at in the section: itself first, then its paragraphs."""
    yield from sided(section.id, section.mark, section.mark.was if section.mark else None)
    for block in section.blocks:
        if isinstance(block, Paragraph):
            yield from anchors_at(block)


def anchors_at(paragraph: Paragraph) -> Iterator[tuple[str, Side]]:
    whole = paragraph.end if is_whole(paragraph) else None
    was = paragraph.mark.was if paragraph.mark else None
    yield from (each for each in sided(paragraph.anchor, whole, was) if each[0])


def sided(anchor: str, whole: Mark | None, was: object) -> Iterator[tuple[str, Side]]:
    old = was.id if isinstance(was, Section) else was.anchor if isinstance(was, Paragraph) else anchor
    if whole is not None and whole.kind in ("inserted", "deleted"):
        yield anchor, "new" if whole.kind == "inserted" else "old"
    elif old == anchor:
        yield anchor, ""
    else:
        yield anchor, "new"
        yield old, "old"


def is_whole(paragraph: Paragraph) -> bool:
    """Whether the paragraph is new or gone as a whole: its end, and all of its words alike."""
    if paragraph.end is None:
        return False
    return all(each.mark is not None and each.mark.kind == paragraph.end.kind for each in paragraph.inlines)
