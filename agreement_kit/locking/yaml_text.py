"""Data → strict YAML that `sources` reads back as the same data: two spaces deeper each level, text in blocks."""

import re
from json.encoder import encode_basestring

from agreement_kit.sources import Data

PLAIN = re.compile(r"[a-z][a-z0-9_-]*|[0-9a-f]{64}|[0-9]+(?:\.[0-9]+)*")
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.\[\]-]*")
LINE = "\n"
EMPTY = ("null",)
UNFIT = re.compile("[\r\x85\u2028\u2029\ufeff]")
"""What YAML would take for the end of a line, or drop, in a block."""

LONG = 90
"""Text of more characters stands in a block of its own."""


def yaml_text(data: dict[str, Data]) -> str:
    """A mapping as YAML; `None` as nothing at all, as the reader gives it."""
    parts: list[str] = []
    add_mapping(data, "\n", parts)
    return "".join(parts)[1:] + "\n"


def entry_text(entry: Data) -> str:
    """An entry of a list that stands in the outermost mapping."""
    parts = [f"{LINE}  -"]
    add_entry(entry, f"{LINE}  ", parts)
    return "".join(parts)[1:] + LINE


def add_mapping(data: dict[str, Data], start: str, parts: list[str]) -> None:
    """`start` is what begins each line: a line break and the indent. So parts are never cut into lines again."""
    for key, value in data.items():
        parts += (start, key if KEY.fullmatch(key) and key not in EMPTY else quoted(key), ":")
        add_value(value, start, parts)


def add_value(value: Data, start: str, parts: list[str]) -> None:
    if isinstance(value, str):
        parts.append(" ")
        parts.append(scalar(value, start))
    elif isinstance(value, dict):
        if not value:
            parts.append(" {}")
        add_mapping(value, f"{start}  ", parts)
    elif value is not None:
        if not value:
            parts.append(" []")
        for entry in value:
            parts.append(f"{start}  -")
            add_entry(entry, f"{start}  ", parts)


def add_entry(entry: Data, start: str, parts: list[str]) -> None:
    """An entry behind its dash. A mapping begins on the same line, where the dash takes the place of its indent."""
    if isinstance(entry, dict) and entry:
        at = len(parts)
        add_mapping(entry, f"{start}  ", parts)
        parts[at] = " "
    else:
        add_value(entry, start, parts)


def scalar(text: str, start: str) -> str:
    if ("\n" in text or len(text) > LONG) and text.strip() and not UNFIT.search(text):
        return f"|2{chomping(text)}{block(text.removesuffix(LINE), f'{start}  ')}"
    return text if PLAIN.fullmatch(text) and text not in EMPTY else quoted(text)


def block(text: str, start: str) -> str:
    """The lines of a text, each behind `start`; empty ones stay empty."""
    lines = start + text.replace(LINE, start)
    empty = f"{start}{LINE}"
    while empty in lines:
        lines = lines.replace(empty, LINE * 2)
    return lines


def chomping(text: str) -> str:
    """What says how many line breaks end the text: none, one or more."""
    return "-" if not text.endswith("\n") else "+" if text.endswith("\n\n") else ""


def quoted(text: str) -> str:
    return UNFIT.sub(lambda sign: f"\\u{ord(sign[0]):04x}", encode_basestring(text))
