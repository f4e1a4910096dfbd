"""Tracked changes of a Word file → marks of the document model."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from agreement_kit.document import Mark, MarkKind
from agreement_kit.docx.namespaces import w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TRACKED: dict[str, MarkKind] = {
    "ins": "inserted",
    "moveTo": "inserted",
    "del": "deleted",
    "moveFrom": "deleted",
    **dict.fromkeys(("rPrChange", "pPrChange", "tblPrChange"), "reformatted"),
}
"""Elements that say what was tracked."""

RANGES = {"moveFromRangeStart", "moveToRangeStart"}
RANGE_ENDS = {"moveFromRangeEnd", "moveToRangeEnd"}


def mark_of(element: "Element", move: str = "") -> Mark:
    """What a tracking element says. A date that cannot be read is none."""
    kind = TRACKED[str(element.tag).rpartition("}")[2]]
    return Mark(kind, element.get(w("author"), ""), date_of(element.get(w("date"), "")), move)


def date_of(text: str) -> datetime | None:
    """The time in UTC, without saying so: what Word writes as UTC is often the local time of whoever wrote it."""
    try:
        date = datetime.fromisoformat(text)
    except ValueError:
        return None
    return date.astimezone(UTC).replace(tzinfo=None) if date.tzinfo else date


def end_mark_of(layout: "Element | None", move: str = "") -> tuple[Mark | None, bool]:
    """What the layout of a paragraph says of its end; and whether that end came and went again, and is in neither."""
    look = None if layout is None else layout.find(w("rPr"))
    if look is None:
        return None, False
    found = [
        mark_of(each, move if str(each.tag).rpartition("}")[2].startswith("move") else "")
        for each in look
        if TRACKED.get(str(each.tag).rpartition("}")[2]) in ("inserted", "deleted")
    ]
    kinds = {mark.kind for mark in found}
    return (found[-1] if found else None), len(kinds) > 1


def old_caption(table: "Element") -> tuple[Mark, str] | None:
    """What was said of a table before, and the mark that says so."""
    change = table.find(f"{w('tblPr')}/{w('tblPrChange')}")
    if change is None:
        return None
    caption = change.find(f"{w('tblPr')}/{w('tblCaption')}")
    return mark_of(change), "" if caption is None else caption.get(w("val"), "")
