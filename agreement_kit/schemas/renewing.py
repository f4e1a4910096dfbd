"""An agreement's file for its next term: what held for the last one becomes open, everything else stays as it is
written, comments and all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from agreement_kit.answers import format_date
from agreement_kit.problems import Path, ProblemsFound
from agreement_kit.schemas import read_answers
from agreement_kit.schemas.agreement import AGREEMENT
from agreement_kit.schemas.coercing import is_open, read_date, read_truth, shortened
from agreement_kit.schemas.fields import Rules
from agreement_kit.sources import Data, Source

OF_A_TERM = ("date", "year")
"""Kinds that hold for one term, unless the field's `renewed` says otherwise."""

NAMING = ("id", "name", "title", "activity", "text")
"""The first of these that an entry of a list has says in a question which one is meant. An id is shortest, and a draft
prints it beside the name.
"""

STATUS = ("document", "status")


@dataclass(frozen=True, slots=True)
class Given:
    """A single value of the input. `which` is the entry of a list that it belongs to, "" outside lists."""

    path: Path
    rules: Rules
    text: str
    which: str


def renewed(source: Source) -> str:
    """The text of the file with its dates, its version and its last known figures as open items that say the old value,
    and with the status of a draft. Raises ProblemsFound where the schema finds errors in it.
    """
    answers, problems = read_answers(source)
    if answers is None:
        raise ProblemsFound(problems)
    if not source.lines:
        raise ValueError("a mapping has no text to renew")
    text = "\n".join(source.lines)
    starts = [0, *accumulate(len(line) + 1 for line in source.lines)]
    pieces, done = [], 0
    for value in values(source.data, {"schema": AGREEMENT, "meta": {"kind": "record"}}, ()):
        if new := renewal(value):
            line, column = source.places[value.path]
            start = starts[line - 1] + column - 1
            pieces += [text[done:start], new]
            done = start + len(written(text, start, value.text))
    return "".join([*pieces, text[done:]])


def values(data: Data, rules: Rules, path: Path, which: str = "") -> Iterator[Given]:
    """Every single value that is not open already, in the order of the file."""
    if data is None or is_open(data):
        return
    kind = rules["meta"]["kind"]
    if kind == "record" and isinstance(data, dict):
        for name, entry in data.items():
            yield from values(entry, rules["schema"][name], (*path, name), which)
    elif kind == "list" and isinstance(data, list):
        for at, entry in enumerate(data):
            label = f"{rules['schema']['meta']['label'].lower()} {at + 1}"
            yield from values(entry, rules["schema"], (*path, at), name_of(entry) or label)
    elif kind == "list":
        yield from values(data, rules["schema"], path, name_of(data))
    elif isinstance(data, str):
        yield Given(path, rules, data, which)


def name_of(entry: Data) -> str:
    given = (entry.get(name) for name in NAMING) if isinstance(entry, dict) else ()
    return next((shortened(each) for each in given if isinstance(each, str) and not is_open(each)), "")


def renewal(value: Given) -> str:
    """What stands in a value's place, "" where it stays."""
    meta = value.rules["meta"]
    if value.path == STATUS:
        return "draft"
    if not meta.get("renewed", meta["kind"] in OF_A_TERM):
        return ""
    which = f" ({value.which})" if value.which else ""
    question = f"{meta['label']}{which}? It was {in_words(value.text.strip(), meta['kind'])}"
    return "{tbc: '" + question.replace("'", "''") + "'}"


def in_words(text: str, kind: str) -> str:
    if kind == "truth":
        return "yes" if read_truth(text) else "no"
    return format_date(read_date(text)) if kind == "date" else text


def written(text: str, start: int, value: str) -> str:
    """A value as it stands in the text: with its quotes, or with its sign | or > and the lines below it."""
    words = r"\s+".join(map(re.escape, value.split()))
    quoted = r"'(?:[^']|'')*'" if text[start] == "'" else r'"(?:[^"\\]|\\.)*"' if text[start] == '"' else ""
    match = re.compile(quoted or rf"(?:[|>][^\n]*\n\s*)?{words}", re.DOTALL).match(text, start)
    if match is None:
        raise ValueError(f"the value at {start} is not what was read")
    return match[0]
