"""Duties → an iCalendar file (RFC 5545) that Outlook and other calendars take: one day-long entry for each."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date

from agreement_kit.calendar import Duty

WIDEST = 75
"""Bytes in a line; longer ones go on in the next, after a space."""


def write(duties: Iterable[Duty], *, title: str, reference: str) -> bytes:
    """The same bytes each time: an entry is stamped with its own day, not with the time of writing."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//agreement-kit//EN", f"X-WR-CALNAME:{escaped(title)}"]
    for duty in duties:
        lines += event(duty, reference or title)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line)).encode()


def event(duty: Duty, reference: str) -> Iterator[str]:
    key = hashlib.sha256(f"{reference}\0{duty.what}\0{duty.on}\0{duty.paths}".encode()).hexdigest()[:32]
    yield "BEGIN:VEVENT"
    yield f"UID:{key}@agreement-kit"
    yield f"DTSTAMP:{stamp(duty.on)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{stamp(duty.on)}"
    yield f"DTEND;VALUE=DATE:{stamp(date.fromordinal(duty.on.toordinal() + 1))}"
    yield f"SUMMARY:{escaped(duty.what)}"
    if duty.who:
        yield f"DESCRIPTION:{escaped(f'Answers for it: {duty.who}')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def stamp(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def escaped(text: str) -> str:
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, written)
    return text


def folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 bytes, none of which parts a letter."""
    piece = ""
    for sign in line:
        if len((piece + sign).encode()) > WIDEST:
            yield piece
            piece = " "
        piece += sign
    yield piece
