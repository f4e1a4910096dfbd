"""Words → CommonMark that reads as these words: nothing that a user wrote can become a list, a heading or a table."""

import re
from collections.abc import Iterable

Run = tuple[str, bool]
"""Words, and whether they are bold."""

SPECIAL = re.compile(r"[\\`*_\[\]<|~#]|&(?=[#\w]+;)")
LINE_START = re.compile(r"^([-+=:>])")
LIST_START = re.compile(r"^(\d+)([.)])(?=\s|$)")
PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")

BACKSLASH_BREAK = "\\\n"
TAG_BREAK = "<br>"
"""For cells and headings, which end with their line."""


def marked_up(runs: Iterable[Run], line_break: str = BACKSLASH_BREAK, bold: str = "**") -> str:
    """The runs as the inside of a paragraph, a heading or a cell. Spaces and line breaks at the ends are kept."""
    runs = separated(runs)
    parts = []
    for at, (text, is_bold) in enumerate(runs):
        before = runs[at - 1] if at else None
        after = runs[at + 1] if at + 1 < len(runs) else None
        if is_bold:
            parts.append(bold + escaped(text) + bold)
            continue
        is_first_coded = before is not None and is_blocking(text[0], before[0][-1])
        is_last_coded = (
            after is not None and is_blocking(text[-1], after[0][0]) and not (is_first_coded and len(text) == 1)
        )
        first = coded(text[0]) if is_first_coded else ""
        last = coded(text[-1]) if is_last_coded else ""
        parts.append(first + escaped(text[bool(first) : len(text) - bool(last)]) + last)
    return in_lines("".join(parts), line_break)


def separated(runs: Iterable[Run]) -> list[Run]:
    """Bold and plain in turn, no run empty; white space at the ends of bold words is plain, because CommonMark takes
    `** so**` for asterisks.
    """
    result: list[Run] = []
    for text, is_bold in runs:
        inner = text.strip() if is_bold else ""
        start = text.index(inner) if inner else len(text)
        for part, look in ((text[:start], False), (inner, True), (text[start + len(inner) :], False)):
            if part and result and result[-1][1] == look:
                result[-1] = (result[-1][0] + part, look)
            elif part:
                result.append((part, look))
    return result


def is_blocking(outside: str, inside: str) -> bool:
    """Whether `**` between the two would be printed as asterisks: CommonMark opens and closes emphasis beside
    punctuation only where white space or punctuation stands on its other side too.
    """
    return not (inside.isalnum() or outside.isspace() or outside in PUNCTUATION)


def coded(sign: str) -> str:
    return f"&#{ord(sign)};"


def escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\g<0>", text).replace("\r", "&#13;")


def in_lines(text: str, line_break: str) -> str:
    """Escaped text with what only counts at the ends of a line escaped too."""
    lines = [line_escaped(line) for line in text.split("\n")]
    if len(lines) > 1 and not lines[-1]:
        lines[-2:] = [lines[-2] + coded("\n")]  # a backslash that ends a paragraph would be printed
    return line_break.join(lines)


def line_escaped(line: str) -> str:
    safe = LIST_START.sub(r"\1\\\2", LINE_START.sub(r"\\\1", line))
    if safe and is_stripped(safe[-1]):
        safe = safe[:-1] + coded(safe[-1])
    if safe and is_stripped(safe[0]):
        safe = coded(safe[0]) + safe[1:]
    return safe


def is_stripped(sign: str) -> bool:
    return sign.isspace() or sign == "\ufeff"
