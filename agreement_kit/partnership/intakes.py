"""Intakes: what each partner said, checked against the schema, with the place of every word."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from agreement_kit.answers import OpenItem, format_date, format_money
from agreement_kit.checks.likeness import is_slip
from agreement_kit.problems import Path, Place, Problem, did_you_mean, error, has_errors, warning
from agreement_kit.schemas import inside_lists, read, rules_of
from agreement_kit.schemas.fields import PARTY_WORDS
from agreement_kit.schemas.intake import intake_schema
from agreement_kit.sources import Source

ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Intake:
    """What one partner said from one perspective. `tree` holds plain values: text, numbers, dates, lists, mappings."""

    party: str
    perspective: str
    tree: Mapping[str, Any]
    source: Source = field(repr=False, compare=False)

    def place(self, path: Path) -> Place:
        return self.source.place(path)

    def at(self, *steps: str | int) -> Any:
        """The value at a path; None where this intake does not say, or says that it is open."""
        value: Any = self.tree
        for step in steps:
            if isinstance(value, Mapping) and step in value:
                value = value[step]
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return None if isinstance(value, OpenItem) else value

    def records(self, *steps: str) -> Iterator[tuple[Path, Mapping[str, Any]]]:
        """The records of a list with their paths."""
        found = self.at(*steps)
        for position, entry in enumerate(found) if isinstance(found, list) else ():
            if isinstance(entry, Mapping):
                yield (*steps, position), entry

    def texts(self, *steps: str) -> Iterator[tuple[Path, str]]:
        found = self.at(*steps)
        for position, entry in enumerate(found) if isinstance(found, list) else ():
            if isinstance(entry, str):
                yield (*steps, position), entry


def read_intakes(
    sources: Iterable[Source], parties: Iterable[str] = ()
) -> tuple[tuple[Intake, ...], tuple[Problem, ...]]:
    """The intakes, and every problem in them; none where one has an error. `parties` are the ids that the agreement
    names; without them a partner is whoever speaks in one of the intakes.
    """
    sources = tuple(sources)
    known = tuple(parties) or tuple(dict.fromkeys(name for each in sources if (name := speaker(each))))
    schema = intake_schema(known)
    problems: list[Problem] = []
    found: list[Intake] = []
    for source in sources:
        tree, wrong = read(source, schema)
        problems += wrong
        if tree is not None:
            who = tree["intake"]
            found.append(Intake(who["party"], who.get("perspective", ORGANISATION), tree, source))
            problems += strangers(found[-1], known)
    problems += twice(found)
    return (() if has_errors(problems) else tuple(found)), tuple(problems)


def speaker(source: Source) -> str:
    data = source.data if isinstance(source.data, dict) else {}
    who = data.get("intake")
    name = who.get("party") if isinstance(who, dict) else None
    return name if isinstance(name, str) else ""


def strangers(intake: Intake, known: tuple[str, ...]) -> Iterator[Problem]:
    """A warning for each text that stands where the agreement will want a partner's id, and that is none. Who does
    something instead may be anybody; there only what looks like a slip is named.
    """
    for path, value in leaves_of(intake.tree, ()):
        rules = rules_of(tuple(step for step in path if isinstance(step, str)))
        if rules is None or not isinstance(value, str) or path[0] == "intake":
            continue
        if inside_lists(rules).get("refers_to", {}).get("to") != "parties" or value in (*known, *PARTY_WORDS):
            continue
        if "stays_with" not in path or any(is_slip(value, each) for each in known):
            sentence = f'"{value}" is no partner ({", ".join(known)}){did_you_mean(value, known)}'
            yield warning(intake.place(path), "INTAKE-02", sentence)


def leaves_of(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Every single value of a tree with its path."""
    if isinstance(value, Mapping):
        for key, entry in value.items():
            yield from leaves_of(entry, (*path, key))
    elif isinstance(value, list):
        for position, entry in enumerate(value):
            yield from leaves_of(entry, (*path, position))
    else:
        yield path, value


def twice(intakes: Iterable[Intake]) -> Iterator[Problem]:
    seen: dict[tuple[str, str], Intake] = {}
    for each in intakes:
        key = each.party, each.perspective
        if key in seen:
            sentence = f"{seen[key].source.name} says what {each.party} thinks from that perspective already"
            hint = "Put both into one file, or name another perspective."
            yield error(each.place(("intake",)), "INTAKE-01", sentence, hint)
        seen.setdefault(key, each)


def said_words(value: Any, unit: str = "") -> str:
    """A value as a reader wants it; "" where there is none."""
    from datetime import date
    from decimal import Decimal

    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, Decimal) and unit == "money":
        return format_money(value)
    if isinstance(value, list):
        return ", ".join(map(said_words, value))
    return f"{value:,}" if isinstance(value, int | Decimal) else str(value)
