"""Tables of answers and figures as people export them: CSV bytes → rows with their places. Commas or semicolons, a byte
order mark, blank lines, decimal commas and the code page of an older Excel are read as what they mean.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from agreement_kit.problems import CannotBeDone, Place, Problem, ProblemsFound, did_you_mean, error, warning

MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of one cell, without spaces around it, and where it begins."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: the names in its first row, and its rows, each as long as that. `problems` are warnings about how the
    file is written.
    """

    name: str
    heads: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    problems: tuple[Problem, ...] = ()

    def column(self, *names: str) -> int | None:
        """The position of the first column with one of these names; case and spaces do not count."""
        return next((at for at, head in enumerate(self.heads) if plain(head.text) in names), None)

    def needed(self, *names: str) -> int:
        """The same; ProblemsFound with the nearest name where there is no such column."""
        at = self.column(*names)
        if at is None:
            heads = [head.text for head in self.heads if head.text]
            sentence = f'there is no column "{names[0]}"{did_you_mean(names[0], heads)}'
            hint = f"The first row has: {', '.join(heads) or 'nothing'}."
            raise ProblemsFound([error(Place(self.name, 1, 1), "CSV-01", sentence, hint)])
        return at


def plain(text: str) -> str:
    return " ".join(text.lower().replace("_", " ").split())


def read_sheet(raw: bytes, name: str) -> Sheet:
    """The table in a CSV file. Raises CannotBeDone where it is none."""
    text, problems = decoded(raw, name)
    lines = text.splitlines()
    delimiter = delimiter_of(next((line for line in lines if line.strip()), ""))
    reader = csv.reader(lines, delimiter=delimiter)
    rows: list[tuple[Cell, ...]] = []
    begun = 1
    try:
        for values in reader:
            if any(value.strip() for value in values):
                columns = starts(lines[begun - 1], delimiter, len(values))
                places = (Place(name, begun, column) for column in columns)
                rows.append(tuple(Cell(value.strip(), place) for value, place in zip(values, places, strict=True)))
            begun = reader.line_num + 1
    except csv.Error as failure:
        raise CannotBeDone([error(Place(name, begun, 1), "CSV-02", f"this is not CSV: {failure}")]) from None
    if not rows:
        raise CannotBeDone([error(Place(name), "CSV-02", "the file holds no rows")])
    width = len(rows[0])
    for row in rows[1:]:
        if any(cell.text for cell in row[width:]):
            sentence = f"this row has {len(row)} cells, and the first row has {width}; the rest is left out"
            problems.append(warning(row[width].place, "CSV-03", sentence))
    return Sheet(name, rows[0], tuple(padded(row, width, name) for row in rows[1:]), tuple(problems))


def decoded(raw: bytes, name: str) -> tuple[str, list[Problem]]:
    place = Place(name, 1, 1)
    if len(raw) > MAX_BYTES:
        raise CannotBeDone([error(place, "CSV-02", f"the file is larger than {MAX_BYTES // 1_000_000} MB")])
    if raw[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        hint = "Open it there and choose Save as, CSV UTF-8."
        raise CannotBeDone([error(place, "CSV-02", "this is a spreadsheet, not CSV", hint)])
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace"), []
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        if b"\0" in raw:
            raise CannotBeDone([error(place, "CSV-02", "the file is not text")]) from None
        sentence = "the file is not in UTF-8 and was read as Windows text; look at names with accents"
        return raw.decode("cp1252", "replace"), [warning(place, "CSV-04", sentence)]


def delimiter_of(line: str) -> str:
    outside = re.sub(r'"[^"]*"', "", line)
    return max(",;\t", key=outside.count)


def starts(line: str, delimiter: str, count: int) -> list[int]:
    """The columns, counted from 1, at which the cells of a line begin; those of its further lines are at 1."""
    found, inside = [1], False
    for at, sign in enumerate(line):
        if sign == '"':
            inside = not inside
        elif sign == delimiter and not inside:
            found.append(at + 2)
    return (found + [1] * count)[:count]


def padded(row: Sequence[Cell], width: int, name: str) -> tuple[Cell, ...]:
    missing = width - len(row)
    return (*row[:width], *[Cell("", Place(name, row[-1].place.line, row[-1].place.column))] * max(missing, 0))


def number(text: str) -> Decimal | None:
    """A number with a decimal point or comma, with or without a percent sign or £; None for anything else."""
    bare = text.strip().removeprefix("£").removesuffix("%").replace("\u00a0", "").replace(" ", "")
    if re.fullmatch(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?", bare):
        bare = bare.replace(",", "")
    elif re.fullmatch(r"[-+]?\d+,\d+", bare):
        bare = bare.replace(",", ".")
    try:
        found = Decimal(bare)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def day(text: str) -> date | None:
    """2027-04-01, 1 April 2027 or 01/04/2027 (day first); None for anything else."""
    from agreement_kit.answers import MONTHS

    if match := re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)(?:[ T].*)?", text):
        parts = int(match[1]), int(match[2]), int(match[3])
    elif match := re.fullmatch(r"(\d\d?)[/.](\d\d?)[/.](\d{4})", text):
        parts = int(match[3]), int(match[2]), int(match[1])
    elif match := re.fullmatch(r"(\d\d?) ([A-Za-z]+) (\d{4})", text):
        month = next((at for at, name in enumerate(MONTHS, 1) if name.lower().startswith(match[2].lower()[:3])), 0)
        parts = int(match[3]), month, int(match[1])
    else:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def unknown(cell: Cell, rule: str, noun: str, known: Iterable[str]) -> Problem:
    """A warning that the cell names nothing that is known."""
    names = list(known)
    nearest = did_you_mean(cell.text, names) if len(names) > 1 else ""
    sentence = f'"{cell.text}" is no {noun} ({", ".join(names)}){nearest}; the row is left out'
    return warning(cell.place, rule, sentence)


def repeated(cells: Iterable[tuple[object, Cell]], rule: str, noun: str) -> Iterator[tuple[object, Problem]]:
    """The keys that stand a second time, with a warning for each; the first one counts."""
    seen: dict[object, Cell] = {}
    for key, cell in cells:
        if key in seen:
            sentence = f"{noun} stands in line {seen[key].place.line} already; this one is left out"
            yield key, warning(cell.place, rule, sentence)
        seen.setdefault(key, cell)
