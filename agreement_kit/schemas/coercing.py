"""Text to values: what each field's text becomes under the schema, with a Problem where it cannot become that.

Cerberus' own coercion is not used: it runs inside its normalisation, which costs more than all the rest of the check.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from agreement_kit.answers import MONTHS, OpenItem
from agreement_kit.problems import Path, Problem, error
from agreement_kit.schemas.fields import Rules
from agreement_kit.slips import mended
from agreement_kit.sources import Data, Source


class Unreadable:
    """Stands where a value could not be read, so that nothing else is said about the same place."""


UNREADABLE = Unreadable()


class Coercion:
    """One pass over the data of a source; collects problems on the way."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.open_items: list[OpenItem] = []
        self.entry_labels: dict[Path, str] = {}

    def value(self, data: Data, rules: Rules, path: Path) -> Any:
        meta = rules["meta"]
        kind = meta["kind"]
        if data is None:
            name = f'"{path[-1]}"' if isinstance(path[-1], str) else "the entry"
            hint = "Write `tbc` if it is still open, or take the line out."
            if self.is_commented(path):
                hint = "What follows # is a comment; a text with # in it needs quotes."
            return self.refuse(path, "FIELD-01", f"{name} has no value", hint)
        if is_open(data):
            return self.open_item(data, rules, path)
        if kind == "record":
            return self.record(data, rules, path)
        if kind == "list":
            return self.listing(data, rules, path)
        if kind == "mapping":
            return self.mapping(data, rules, path)
        if not isinstance(data, str):
            return self.not_text(data, rules, path)
        if kind in ("text", "id", "reference", "code"):
            return data.strip() if kind != "text" or not data.strip() else data.rstrip("\n")
        try:
            return READERS[kind](data.strip())
        except (ValueError, InvalidOperation):
            expected, example = EXPECTED[kind], example_of(rules)
            return self.refuse(
                path, "FIELD-02", f'{path[-1]}: "{shortened(data)}" is not {expected}', f"Write for example: {example}"
            )

    def record(self, data: Data, rules: Rules, path: Path) -> Any:
        if not isinstance(data, dict):
            known = ", ".join(list(rules["schema"])[:4])
            what = "a list" if isinstance(data, list) else f'the text "{shortened(str(data))}"'
            return self.refuse(path, "FIELD-03", f"{named(path)} has fields of its own ({known} …), not {what}")
        fields = rules["schema"]
        return {
            key: self.value(entry, fields[key], (*path, key)) if key in fields else entry for key, entry in data.items()
        }

    def mapping(self, data: Data, rules: Rules, path: Path) -> Any:
        if not isinstance(data, dict):
            return self.refuse(path, "FIELD-03", f"{named(path)} has names of your own, each with its value, below it")
        return {key: self.value(entry, rules["valuesrules"], (*path, key)) for key, entry in data.items()}

    def listing(self, data: Data, rules: Rules, path: Path) -> Any:
        entries = data if isinstance(data, list) else [data]
        of = rules["schema"]
        self.entry_labels[path] = of["meta"]["label"]
        values = [self.value(entry, of, (*path, position)) for position, entry in enumerate(entries)]
        if of["meta"]["kind"] == "record" and "id" in of["schema"]:
            self.refuse_twins(values, path)
        return values

    def refuse_twins(self, values: list[Any], path: Path) -> None:
        seen: dict[str, int] = {}
        for position, value in enumerate(values):
            key = value.get("id") if isinstance(value, dict) else None
            if not isinstance(key, str):
                continue
            if key in seen:
                line = self.source.place((*path, seen[key], "id")).line
                first = f" (first in line {line})" if line else ""
                self.refuse((*path, position, "id"), "FIELD-04", f'the id "{key}" is used twice in {path[-1]}{first}')
            seen.setdefault(key, position)

    def open_item(self, data: Data, rules: Rules, path: Path) -> Any:
        standing = f"{rules['meta']['label']}{self.whose(path)}: to be confirmed"
        is_truth = rules["meta"]["kind"] == "truth"
        if rules["meta"]["kind"] == "id":
            return self.refuse(
                path, "FIELD-05", "an id cannot be open: other fields refer to it", "Any short word will do."
            )
        if not isinstance(data, dict):
            return self.noted(OpenItem(standing, (path,), is_truth=is_truth))
        for key in data.keys() - {"tbc", "owner", "by"}:
            sentence = f'an open item has no field "{key}"; it has tbc, owner and by'
            hint = "" if data[key] else "Put a question with a comma in it in quotes."
            self.refuse((*path, key), "FIELD-06", sentence, hint)
        words = {key: self.words_of(data.get(key), (*path, key)) for key in ("tbc", "owner", "by")}
        due = None
        if words["by"]:
            try:
                due = read_date(words["by"])
            except ValueError:
                sentence = f'by: "{shortened(words["by"])}" is not a date'
                self.refuse((*path, "by"), "FIELD-02", sentence, "Write for example: 2027-04-01")
        return self.noted(OpenItem(words["tbc"] or standing, (path,), words["owner"], due, is_truth))

    def words_of(self, data: Data, path: Path) -> str:
        """What an open item says of itself; "" where that is open too."""
        if isinstance(data, dict | list):
            self.refuse(path, "FIELD-03", f"{named(path)} of an open item is one value", "Put a text in quotes.")
        return data.strip() if isinstance(data, str) and not is_open(data) else ""

    def whose(self, path: Path) -> str:
        """Which of several records an open field belongs to: " (party 2)"."""
        if len(path) < 3 or not any(isinstance(step, int) for step in path[:-1]):
            return ""
        at = max(position for position, step in enumerate(path[:-1]) if isinstance(step, int))
        siblings: Any = self.source.data
        for step in path[:at]:
            siblings = siblings[step]
        entry = self.entry_labels.get(path[:at], "entry").lower()
        return f" ({entry} {int(path[at]) + 1})" if len(siblings) > 1 else ""

    def noted(self, item: OpenItem) -> OpenItem:
        self.open_items.append(item)
        return item

    def not_text(self, data: Data, rules: Rules, path: Path) -> Any:
        hint = ""
        if isinstance(data, dict) and len(data) == 1 and self.source.lines:
            ((key, rest),) = data.items()
            place = self.source.place(path)
            if isinstance(rest, str):
                line = self.source.lines[place.line - 1]
                hint = f"If it is one text, write: {mended(line, place.column - 1, f'{key}: {rest}')}"
        what = "a list" if isinstance(data, list) else "fields of its own"
        return self.refuse(
            path, "FIELD-03", f"{named(path)} is {rules['meta']['label'].lower()}: one value, not {what}", hint
        )

    def is_commented(self, path: Path) -> bool:
        """Whether a comment stands where the value at `path` should."""
        place = self.source.place(path)
        return bool(self.source.lines) and self.source.lines[place.line - 1][place.column - 1 :].lstrip().startswith(
            "#"
        )

    def refuse(self, path: Path, rule: str, sentence: str, hint: str = "") -> Unreadable:
        self.problems.append(error(self.source.place(path), rule, sentence, hint))
        return UNREADABLE


def is_open(data: Data) -> bool:
    return (isinstance(data, str) and data.strip().lower() == "tbc") or (isinstance(data, dict) and "tbc" in data)


def named(path: Path) -> str:
    return (
        f'"{path[-1]}"' if isinstance(path[-1], str) else f'an entry of "{path[-2]}"' if len(path) > 1 else "the entry"
    )


def shortened(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def example_of(rules: Rules) -> str:
    example = rules["meta"]["example"]
    return str(example).lower() if isinstance(example, bool) else str(example)


def read_date(text: str) -> date:
    """2027-04-01 or 1 April 2027, and nothing that the two orders of day and month could be mistaken in."""
    if match := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(r"(\d{1,2}) ([A-Za-z]+) (\d{4})", text):
        months = [name[: len(match[2])].lower() for name in MONTHS]
        if len(match[2]) >= 3 and match[2].lower() in months:
            return date(int(match[3]), months.index(match[2].lower()) + 1, int(match[1]))
    raise ValueError(text)


def read_decimal(text: str) -> Decimal:
    if not re.fullmatch(r"-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?", text) or len(text) > 30:
        raise ValueError(text)
    return Decimal(text.replace(",", ""))


def read_money(text: str) -> Decimal:
    return read_decimal(text.removeprefix("£").removeprefix("GBP").strip())


def read_number(text: str) -> Decimal:
    return read_decimal(text.removesuffix("%").strip())


def read_whole(text: str) -> int:
    number = read_decimal(text)
    if number != number.to_integral_value():
        raise ValueError(text)
    return int(number)


def read_truth(text: str) -> bool:
    words = {"true": True, "yes": True, "false": False, "no": False}
    if text.lower() not in words:
        raise ValueError(text)
    return words[text.lower()]


READERS: dict[str, Callable[[str], Any]] = {
    "date": read_date,
    "money": read_money,
    "whole": read_whole,
    "year": read_whole,
    "number": read_number,
    "truth": read_truth,
}

EXPECTED = {
    "date": "a date",
    "money": "an amount of money",
    "whole": "a whole number",
    "year": "a year",
    "number": "a number",
    "truth": "true or false",
}
