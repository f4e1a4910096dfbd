"""Answers: the checked input as values that remember where they came from, so that a word on the page can be traced to
the line that decided it. Records have fields and no methods; an open item takes the place of any value.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Self, TypeAlias

from agreement_kit.problems import Path, Place, Problem

if TYPE_CHECKING:
    from agreement_kit.sources import Source

Paths = tuple[Path, ...]


class Words(str):
    """Text that knows the paths that decided it. `printed` is what a reader sees: the words of a code, the name of a
    party referred to; the string itself stays the code or the id, so that conditions can compare it.
    """

    __slots__ = ("paths", "printed")
    paths: Paths
    printed: str

    def __new__(cls, text: str, paths: Paths = (), printed: str | None = None) -> Self:
        self = super().__new__(cls, text)
        self.paths = paths
        self.printed = text if printed is None else printed
        return self


class Whole(int):
    """A whole number; also a year, which is printed without thousands."""

    paths: Paths
    printed: str

    def __new__(cls, value: int, paths: Paths = (), *, is_year: bool = False) -> Self:
        self = super().__new__(cls, value)
        self.paths = paths
        self.printed = str(value) if is_year else f"{value:,}"
        return self


class Truth(int):
    """True or false. It decides, and is never printed."""

    paths: Paths

    def __new__(cls, value: bool, paths: Paths = ()) -> Self:
        self = super().__new__(cls, value)
        self.paths = paths
        return self


class Number(Decimal):
    """A decimal number as written, or an amount of money."""

    __slots__ = ("paths", "printed")
    paths: Paths
    printed: str

    def __new__(cls, value: Decimal, paths: Paths = (), *, is_money: bool = False) -> Self:
        self = super().__new__(cls, value)
        self.paths = paths
        self.printed = format_money(value) if is_money else f"{value:,}"
        return self


class Day(date):
    """A date, printed as 1 April 2027."""

    __slots__ = ("paths", "printed")
    paths: Paths
    printed: str

    def __new__(cls, value: date, paths: Paths = ()) -> Self:
        self = super().__new__(cls, value.year, value.month, value.day)
        self.paths = paths
        self.printed = format_date(value)
        return self


@dataclass(frozen=True, slots=True, eq=False)
class OpenItem:
    """Still to be agreed. True in a condition, found once in a loop, itself for any field, unequal to everything. An
    open yes or no is false in a condition: nothing is asserted that nobody has decided.
    """

    question: str
    paths: Paths = ()
    owner: str = ""
    by: date | None = None
    is_truth: bool = False

    def __bool__(self) -> bool:
        return not self.is_truth

    @property
    def printed(self) -> str:
        return f"[{self.question}]"

    def __iter__(self) -> Iterator["OpenItem"]:
        yield self

    def __len__(self) -> int:
        return 1

    def __lt__(self, other: object) -> bool:
        return False

    __le__ = __gt__ = __ge__ = __eq__ = __lt__
    __hash__ = object.__hash__


@dataclass(frozen=True, slots=True)
class Record:
    """Named fields; `path` is where the record stands. One that the input left out may still hold what the kit assumes
    in its place: it is false in a condition, and its fields are there.
    """

    fields: dict[str, "Value"]
    path: Path = ()
    is_given: bool = True

    def __bool__(self) -> bool:
        return self.is_given

    def __getitem__(self, name: str) -> "Value":
        return self.fields[name]

    def __contains__(self, name: str) -> bool:
        return name in self.fields


@dataclass(frozen=True, slots=True)
class Listing:
    """Values in the order of the input."""

    values: tuple["Value", ...]
    path: Path = ()

    def __getitem__(self, position: int) -> "Value":
        return self.values[position]

    def __iter__(self) -> Iterator["Value"]:
        return iter(self.values)

    def __len__(self) -> int:
        return len(self.values)


Leaf: TypeAlias = Words | Whole | Truth | Number | Day
Value: TypeAlias = Leaf | OpenItem | Record | Listing


@dataclass(frozen=True, slots=True)
class Accepted:
    """Something that a check found and that the input accepts, with the reason it gives."""

    problem: Problem
    reason: str


@dataclass(frozen=True, slots=True)
class Answers:
    """The whole checked input. `given` are the paths that the input itself names, unlike what the kit filled in."""

    root: Record
    given: frozenset[Path] = frozenset()
    source: "Source | None" = field(default=None, repr=False, compare=False)
    """Where the input was read from: for problems that only the library can find."""
    problems: tuple[Problem, ...] = field(default=(), repr=False, compare=False)
    """What checks found in it and nobody has settled: errors, warnings and infos, sorted by place."""
    accepted: tuple[Accepted, ...] = field(default=(), repr=False, compare=False)

    def place(self, path: Path) -> Place:
        """Where the value at `path` stands in the input."""
        return self.source.place(path) if self.source else Place("input", path=path)

    def key_place(self, path: Path) -> Place:
        """Where the name of the field at `path` stands."""
        return self.source.key_place(path) if self.source else Place("input", path=path)

    def __getitem__(self, section: str) -> Value:
        return self.root[section]

    def __contains__(self, section: str) -> bool:
        return section in self.root


def find(value: Value, path: Path) -> Value | None:
    """The value at `path`, or None where the input does not say. An open item answers for everything below it."""
    for step in path:
        if isinstance(value, OpenItem):
            return value
        if isinstance(value, Record) and isinstance(step, str) and step in value:
            value = value[step]
        elif isinstance(value, Listing) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def with_value(answers: Answers, path: tuple[str, str], text: str) -> Answers:
    """The answers with one text in the place of another: to ask what they would give if."""
    section, name = path
    above = answers.root.fields.get(section, Record({}))
    fields = above.fields if isinstance(above, Record) else {}
    changed = Record({**fields, name: Words(text)}, (section,))
    return replace(answers, root=replace(answers.root, fields={**answers.root.fields, section: changed}))


def open_leaves(value: Value) -> Iterator[OpenItem]:
    """Every open item of the input, in its order."""
    if isinstance(value, OpenItem):
        yield value
    elif isinstance(value, Record):
        for entry in value.fields.values():
            yield from open_leaves(entry)
    elif isinstance(value, Listing):
        for entry in value:
            yield from open_leaves(entry)


def words_at(answers: Answers, *path: str) -> str:
    """The text of an answer; "" where it is open or not given."""
    value = find(answers.root, path)
    return str(value) if isinstance(value, Words) else ""


def records(value: Value | None) -> Iterator[Record]:
    """The records of a list; none where it is open or not given."""
    if isinstance(value, Listing):
        yield from (entry for entry in value if isinstance(entry, Record))


def find_all(value: Value, steps: tuple[str, ...]) -> Iterator[Value]:
    """Every value that `steps` reach; a step through a list reaches each of its elements."""
    if isinstance(value, Listing):
        for element in value:
            yield from find_all(element, steps)
    elif not steps or isinstance(value, OpenItem):
        yield value
    elif isinstance(value, Record) and steps[0] in value:
        yield from find_all(value[steps[0]], steps[1:])


def leaves(value: Value, path: Path = ()) -> Iterator[tuple[Path, Value]]:
    """Every single value with its path; of an open item the path at which it was written."""
    if isinstance(value, Record):
        for name, entry in value.fields.items():
            yield from leaves(entry, (*path, name))
    elif isinstance(value, Listing):
        for position, entry in enumerate(value):
            yield from leaves(entry, (*path, position))
    else:
        yield (value.paths[0] if isinstance(value, OpenItem) and value.paths else path), value


MONTHS = ("January February March April May June July August September October November December").split()


def format_date(day: date) -> str:
    """1 April 2027; not `strftime`, whose month names follow the machine's locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_money(amount: Decimal) -> str:
    """£410,000, with pence only where there are any."""
    return f"£{amount:,.0f}" if amount == amount.to_integral_value() else f"£{amount:,.2f}"
