"""What the conditions of a library ask about, and answers that give any of it: what `coverage` builds from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import count
from typing import Any

from agreement_kit.answers import Answers
from agreement_kit.checks import run_checks
from agreement_kit.conditions import Conditions, steps_of
from agreement_kit.problems import Problem
from agreement_kit.schemas import inside_lists, read_answers, rules_of
from agreement_kit.schemas.agreement import AGREEMENT
from agreement_kit.schemas.fields import Rules
from agreement_kit.schemas.legal_forms import derived_for_party
from agreement_kit.schemas.validating import ids_at
from agreement_kit.sources import Data, load

ABSENT, GIVEN, OPEN = "not given", "given", "tbc"
"""Beside codes, true and false: what a field can be."""

NOT_LAST = " (all but one)"
"""Ends a value that every entry of a list has save the last, which keeps its own."""

Settings = Mapping[str, str]
"""Input path, without [] for lists → what stands there."""

WHOLE: Rules = {"schema": AGREEMENT, "meta": {"kind": "record"}}

REFERRED_TO = ("parties", "governance", "objectives", "plan", "kpis")
"""The sections whose records others refer to."""

ALWAYS = ("agreement.tier", "agreement.binding")
"""Asked about whether or not a condition names them: by tiers, and by labels and verbs."""

FOLLOWS_FORM = frozenset(derived_for_party({"legal_form": "nhs_trust"}, 1))
"""Fields of a party that follow from its legal form; the input gives them only where that is wrong."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A field that conditions ask about, and what it can be. `parent` is the choice that it stands below, "" where
    there is none; `is_required` where it stands whenever that does.
    """

    path: str
    values: tuple[str, ...]
    parent: str = ""
    is_required: bool = False


def asked(path: str) -> str:
    """The field of the input that decides what a condition on `path` finds, without [] for lists."""
    path = ".".join(steps_of(path))
    if path.startswith("parties.") and path.removeprefix("parties.") in FOLLOWS_FORM:
        return "parties.legal_form"
    return "document.status" if path == "document.draft_words" else path


def choices(conditions: Iterable[Conditions]) -> tuple[Choice, ...]:
    """The choices behind these conditions, parents first."""
    paths = sorted({*ALWAYS, *(asked(path) for when in conditions for path in when)})
    return tuple(
        choice(path, max((each for each in paths if is_above(each, path)), key=len, default="")) for path in paths
    )


def is_above(path: str, other: str) -> bool:
    return other.startswith(f"{path}.")


def is_in_list(path: str) -> bool:
    steps = steps_of(path)
    above = (rules_of(steps[:length]) for length in range(1, len(steps)))
    return any(rules and rules["meta"]["kind"] == "list" for rules in above)


def choice(path: str, parent: str) -> Choice:
    rules = rules_of(steps_of(path))
    if rules is None:
        raise ValueError(f"no field is called {path}")
    meta = inside_lists(rules)["meta"]
    codes = ("true", "false") if meta["kind"] == "truth" else tuple(meta.get("codes", ())) or (GIVEN,)
    is_required = bool(rules.get("required"))
    mixed = tuple(f"{code}{NOT_LAST}" for code in codes if code != GIVEN) if is_in_list(path) else ()
    can_be_open = () if meta["kind"] == "record" else (OPEN,)
    can_be_absent = () if path in ALWAYS or (is_required and not parent) else (ABSENT,)
    return Choice(path, (*codes, *can_be_open, *can_be_absent, *mixed), parent, is_required)


# answers


def full_input(base: Data) -> dict[str, Data]:
    """The input with everything that the schema knows and it lacks, from the schema's own examples; with a third party,
    so that two can be alike and one not.
    """
    data = filled(copied(base), WHOLE, "")
    assert isinstance(data, dict)
    parties = data["parties"]
    if isinstance(parties, list) and len(parties) == 2 and isinstance(parties[0], dict):
        parties.insert(1, {**parties[0], "id": "third", "name": "Third Party", "short_name": "the Third Party"})
    return data


def filled(data: Data, rules: Rules, path: str) -> Data:
    if rules["meta"]["kind"] == "list" and isinstance(data, list):
        return [filled(entry, rules["schema"], path) for entry in data]
    if rules["meta"]["kind"] == "record" and isinstance(data, dict):
        for name, field in rules["schema"].items():
            below = f"{path}.{name}" if path else name
            if name in data:
                data[name] = filled(data[name], field, below)
            elif (example := example_of(field, below)) is not None:
                data[name] = example
    return data


def example_of(rules: Rules, path: str) -> Data:
    """A value of the field as its schema shows it; None of what the input gives only in exceptions."""
    meta = rules["meta"]
    if meta["kind"] == "mapping" or (path.startswith("parties.") and path.removeprefix("parties.") in FOLLOWS_FORM):
        return None
    if meta["kind"] == "record":
        fields = ((name, example_of(field, f"{path}.{name}")) for name, field in rules["schema"].items())
        return {name: example for name, example in fields if example is not None}
    if meta["kind"] == "list":
        return [example_of(rules["schema"], path)]
    return str(meta["example"]).lower() if isinstance(meta["example"], bool) else str(meta["example"])


def copied(data: Data) -> Data:
    if isinstance(data, dict):
        return {key: copied(entry) for key, entry in data.items()}
    return [copied(entry) for entry in data] if isinstance(data, list) else data


def with_settings(full: Data, settings: Settings, coins: Iterator[bool] | None = None) -> Data:
    """A copy of the input in which each field is what the settings say, in every entry of the lists above it. Where
    there are coins, they decide which optional fields, beyond those, are left out.
    """
    data = copied(full)
    for path, value in settings.items():
        put(data, steps_of(path), value)
    if coins:
        thin(data, WHOLE, frozenset(settings), coins)
    while drop_loose_ends(data, WHOLE, data):
        pass
    return data


def alone(full: Mapping[str, Data], choice: Choice, value: str) -> Data:
    """An input with little more than the section of one choice: enough to see which conditions hold."""
    kept = {*REFERRED_TO, "document", "agreement", choice.path.split(".")[0]}
    settings = {choice.parent: ABSENT} if choice.is_required and value == ABSENT else {choice.path: value}
    return with_settings({name: data for name, data in full.items() if name in kept}, settings)


def tossed(seed: str) -> Iterator[bool]:
    """Coins that fall the same way on every machine, one in four on the side that leaves a field out."""
    for turn in count():
        yield from (byte < 64 for byte in blake2b(f"{seed}:{turn}".encode()).digest())


def put(data: Data, steps: Sequence[str], value: str) -> None:
    if isinstance(data, list):
        for entry in data[:-1] if value.endswith(NOT_LAST) else data:
            put(entry, steps, value)
    elif isinstance(data, dict) and len(steps) > 1:
        put(data.get(steps[0]), steps[1:], value)
    elif isinstance(data, dict) and value == ABSENT:
        data.pop(steps[0], None)
    elif isinstance(data, dict) and value != GIVEN:
        data[steps[0]] = value.removesuffix(NOT_LAST)


def drop_loose_ends(data: Data, rules: Rules, root: Data) -> bool:
    """Takes out every reference to a record that is not there, and the records that cannot be without it."""
    dropped = False
    kind = rules["meta"]["kind"]
    if kind == "record" and isinstance(data, dict):
        for name in [name for name in data if name in rules["schema"]]:
            field = rules["schema"][name]
            dropped |= drop_loose_ends(data[name], field, root)
            if is_loose(data[name], field, root) or data[name] == []:
                del data[name]
                dropped = True
    elif kind == "list" and isinstance(data, list):
        for entry in data:
            dropped |= drop_loose_ends(entry, rules["schema"], root)
        kept = [
            entry for entry in data if not is_loose(entry, rules["schema"], root) and is_whole(entry, rules["schema"])
        ]
        dropped |= len(kept) < len(data)
        data[:] = kept
    return dropped


def is_loose(value: Data, rules: Rules, root: Data) -> bool:
    if rules["meta"]["kind"] != "reference" or not isinstance(value, str) or value == OPEN:
        return False
    known = ids_at(root, rules["refers_to"]["to"].split("."))
    return known is not None and value not in (*known, *rules["refers_to"]["words"])


def is_whole(entry: Data, rules: Rules) -> bool:
    fields: Mapping[str, Any] = rules["schema"] if rules["meta"]["kind"] == "record" else {}
    return not isinstance(entry, dict) or all(name in entry for name, field in fields.items() if field.get("required"))


def thin(data: Data, rules: Rules, kept: frozenset[str], coins: Iterator[bool], path: str = "") -> None:
    """Takes optional fields out where the coins say so, save those that are `kept` and what stands above these."""
    if isinstance(data, list):
        for entry in data:
            thin(entry, rules["schema"], kept, coins, path)
    elif isinstance(data, dict) and rules["meta"]["kind"] == "record":
        for name in [name for name in data if name in rules["schema"]]:
            field, below = rules["schema"][name], f"{path}.{name}" if path else name
            is_kept = field.get("required") or any(each == below or is_above(below, each) for each in kept)
            if not is_kept and next(coins):
                del data[name]
            else:
                thin(data[name], field, kept, coins, below)


def read(data: Data) -> tuple[Answers | None, list[Problem]]:
    """The answers of an input, or None where no user could have it."""
    assert isinstance(data, dict)
    answers, problems = read_answers(load(data))
    if answers is None:
        return None, problems
    report = run_checks(answers)
    return (None if report.stops else answers), [*problems, *report.problems]
