"""The parts of the answers that rules ask for. What is still open is passed over: it is listed as open already."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeVar

from agreement_kit.answers import Answers, Day, Listing, OpenItem, Record, Value, Words, find, find_all
from agreement_kit.problems import Path

Leaf = TypeVar("Leaf")

JOINTLY = frozenset(("all", "joint"))
"""What a field that names a party may say in place of one."""

DAYS_OF_A_MONTH = 365.25 / 12


def given(answers: Answers, *steps: str) -> Value | None:
    """What the input says at a path; None where that is open, empty, assumed by the kit or not there."""
    value = find(answers.root, steps)
    return None if isinstance(value, OpenItem) or (isinstance(value, Record | Listing) and not value) else value


def is_silent(answers: Answers, *steps: str) -> bool:
    """Whether the input says nothing at a path, not even that it is open."""
    return given(answers, *steps) is None and not isinstance(find(answers.root, steps), OpenItem)


def entries(answers: Answers, *steps: str, by: str = "") -> Iterator[Record]:
    """The records that `steps` reach; with `by` only those whose text in that field is settled."""
    for value in find_all(answers.root, steps):
        if isinstance(value, Record) and value and (not by or isinstance(value.fields.get(by), Words)):
            yield value


def leaf(record: Value | None, field: str, kind: type[Leaf]) -> Leaf | None:
    """The value of a field, or None where it is open, of another kind or not there."""
    value = record.fields.get(field) if isinstance(record, Record) else None
    return value if isinstance(value, kind) else None


def has(record: Value | None, field: str) -> bool:
    """Whether the field holds a settled text or code."""
    return leaf(record, field, Words) is not None


def lacks(record: Record, *fields: str) -> bool:
    """Whether the record says nothing in any of the fields, not even that it is open."""
    return not any(
        name in record and not (isinstance(record[name], Record | Listing) and not record[name]) for name in fields
    )


def texts(record: Record, field: str) -> Iterator[tuple[Path, Words]]:
    """The settled texts of a list, each with its path."""
    values = record.fields.get(field)
    for position, value in enumerate(values) if isinstance(values, Listing) else ():
        if isinstance(value, Words):
            yield (*record.path, field, position), value


def quoted(noun: str, record: Record, field: str) -> str:
    """milestone "Single costing tool live", cut where it is long."""
    text = str(record[field])
    return f'{noun} "{text if len(text) <= 60 else text[:59] + "…"}"'


def named(party: Record) -> str:
    """What a sentence calls a party: the Trust."""
    return next(str(words) for field in ("short_name", "name", "id") if (words := leaf(party, field, Words)))


def ids_at(answers: Answers, *steps: str) -> frozenset[str] | None:
    """The ids that the input names at `steps`; None where one of them is open, or none is there."""
    found = list(find_all(answers.root, steps))
    return frozenset(map(str, found)) if found and all(isinstance(each, Words) for each in found) else None


def parties_missing(answers: Answers, *steps: str) -> Iterator[Record]:
    """The parties that nothing at `steps` names, although it names others."""
    ids = ids_at(answers, *steps)
    if ids is not None and not ids & JOINTLY:
        yield from (party for party in entries(answers, "parties", by="id") if party["id"] not in ids)


def term_of(answers: Answers) -> tuple[Day | None, Day | None]:
    """The first and the last day, as far as they are settled."""
    term = find(answers.root, ("term",))
    return leaf(term, "start", Day), leaf(term, "end", Day)


def months_of(answers: Answers) -> int | None:
    """How many months the agreement runs, to the nearest; None where start or end is not settled, or in disorder."""
    start, end = term_of(answers)
    if start is None or end is None or end < start:
        return None
    return round((end.toordinal() - start.toordinal() + 1) / DAYS_OF_A_MONTH)


def figure(number: Decimal) -> str:
    """12.5 or 1,000, without zeros that say nothing."""
    return f"{number.normalize():,f}"


def in_words(words: list[str], last: str = "and") -> str:
    """one, two and three"""
    return f" {last} ".join((*([", ".join(words[:-1])] if words[1:] else []), *words[-1:]))
