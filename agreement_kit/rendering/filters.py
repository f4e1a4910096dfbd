"""The filters of wording: each takes an answer and gives the same answer in other words, with its paths."""

from collections.abc import Callable
from typing import Any

import jinja2

from agreement_kit.answers import Day, Listing, Number, OpenItem, Whole, Words
from agreement_kit.problems import Path


class Unprintable(Exception):
    """Something that has no words of its own was to be printed."""


class Absent(jinja2.Undefined):
    """A field that the schema knows and the input lacks: false, empty, replaced by `default`. Printing it is an
    error."""

    def path(self) -> Path:
        above = self._undefined_obj
        start: Path = above.path() if isinstance(above, Absent) else getattr(above, "path", ())
        name: Any = self._undefined_name
        return (*start, name if isinstance(name, int) else str(name))


class Joined(tuple[Any, ...]):
    """Answers with wording between them: "a, b and c"."""

    __slots__ = ()


def printed_of(value: Any) -> str:
    """What a reader sees of an answer or a literal; "" of what is absent. Raises Unprintable for anything else."""
    if isinstance(value, Words | Whole | Number | Day | OpenItem):
        return value.printed
    if isinstance(value, str | Absent):
        return str(value)
    raise Unprintable("a list, a group of fields or a truth value cannot be printed; name a field of it")


def reworded(value: Any, words: str) -> Any:
    """The same answer in other words; a literal stays a literal, an open item or nothing stays what it is."""
    if isinstance(value, OpenItem | Absent):
        return value
    return words if type(value) is str else Words(words, getattr(value, "paths", ()))


def capital(value: Any) -> Any:
    """With a capital letter: the answer begins a sentence or a cell."""
    if isinstance(value, Joined):
        return Joined((capital(value[0]), *value[1:])) if value else value
    words = printed_of(value)
    return reworded(value, words[:1].upper() + words[1:])


def bare(value: Any) -> Any:
    """Without its final full stop: the sentence goes on."""
    if isinstance(value, Joined):
        return Joined((*value[:-1], bare(value[-1]))) if value else value
    return reworded(value, printed_of(value).rstrip().removesuffix("."))


def listed(values: Any) -> Any:
    """a, b and c. A single answer is a list of one."""
    if isinstance(values, OpenItem | Absent):
        return values
    parts: list[Any] = []
    entries = list(values) if isinstance(values, Listing | list | tuple) else [values]
    for at, value in enumerate(entries):
        if at:
            parts.append(" and " if at == len(entries) - 1 else ", ")
        parts.append(reworded(value, printed_of(value)))
    return Joined(parts)


def measure(value: Any, unit: Any) -> Any:
    """A figure with its unit: 60 days, 90%. A unit that holds figures itself (score 1-5) is left out."""
    if isinstance(value, OpenItem | Absent) or isinstance(unit, Absent):
        return value
    words = printed_of(unit)
    if words in ("percent", "%"):
        return reworded(value, f"{printed_of(value)}%")
    return reworded(value, printed_of(value) if any(map(str.isdigit, words)) else f"{printed_of(value)} {words}")


def count(values: Any) -> int:
    if isinstance(values, Listing | OpenItem | Absent):
        return len(values)
    raise Unprintable("only a list can be counted")


def default(value: Any, other: Any) -> Any:
    return other if isinstance(value, Absent) else value


FILTERS: dict[str, Callable[..., Any]] = {
    "bare": bare,
    "capital": capital,
    "count": count,
    "default": default,
    "list": listed,
    "measure": measure,
}
