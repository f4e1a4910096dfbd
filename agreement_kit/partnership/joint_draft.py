"""The agreement that all agree on, as YAML: what everybody says alike or only one says stands, everything else is an
open item with the question that is left.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from agreement_kit.checks.likeness import is_near, is_same, stems
from agreement_kit.partnership.differences import agree, key_of
from agreement_kit.partnership.intakes import ORGANISATION, Intake, said_words
from agreement_kit.schemas.agreement import AGREEMENT
from agreement_kit.schemas.fields import Rules
from agreement_kit.sources import Data

ONE_OF = "raci[].accountable"
SAME: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "kpis": lambda entry: str(entry.get("id")),
    "objectives": lambda entry: str(entry.get("id")),
    "resources.contributions": lambda entry: f"{entry.get('party')}/{entry.get('type')}",
    "raci": lambda entry: key_of(str(entry.get("activity", ""))),
    "scope.does": lambda entry: key_of(str(entry.get("text", ""))),
    "scope.does_not": lambda entry: key_of(str(entry.get("text", ""))),
    "purpose.value_types": lambda entry: str(entry.get("type")),
}
"""List → what makes two entries of it the same thing; entries of other lists are all kept."""


def joint_draft(intakes: Sequence[Intake], names: Mapping[str, str], base: Data = None) -> str:
    """The YAML. `base` is an agreement that is there already: its document, parties and whatever no intake speaks of
    stay as they are.
    """
    speakers = [each for each in intakes if each.perspective == ORGANISATION]
    held: dict[str, Data] = dict(base) if isinstance(base, dict) else first_parts(speakers, names)
    for name, rules in AGREEMENT.items():
        given = [(each, each.tree[name]) for each in speakers if name in each.tree]
        if given and name not in ("document", "parties"):
            held[name] = filled(merged(given, rules, name, names), held.get(name), name)
    without_contradictions(held)
    without_strangers(held)
    ordered = {name: held[name] for name in AGREEMENT if name in held}
    head = "# Written from what the partners said. What they do not agree on is an open item, with the question.\n"
    return head + "".join(f"\n{line}" if not line.startswith((" ", "-")) else line for line in lines_of(ordered, 0))


def first_parts(speakers: Sequence[Intake], names: Mapping[str, str]) -> dict[str, Data]:
    parties: list[Data] = [
        {"id": each.party, "name": question(f"What is the full name of {names.get(each.party, each.party)}?"),
         "legal_form": question(f"What is {names.get(each.party, each.party)} in law?")}
        for each in speakers
    ]  # fmt: skip
    return {"document": {"title": question("What is the agreement called?"), "status": "draft"}, "parties": parties}


def question(text: str) -> Data:
    return {"tbc": text}


Given = Sequence[tuple[Intake, Any]]


def merged(given: Given, rules: Rules, path: str, names: Mapping[str, str]) -> Data:
    kind = rules["meta"]["kind"]
    if kind == "record":
        fields = dict.fromkeys(name for _, value in given if isinstance(value, Mapping) for name in value)
        inside = {
            name: [(each, value[name]) for each, value in given if isinstance(value, Mapping) and name in value]
            for name in fields
        }
        return {name: merged(values, rules["schema"][name], f"{path}.{name}", names) for name, values in inside.items()}
    if kind == "list" and path != ONE_OF:  # of those there is one, so two say different things
        return merged_list(given, rules["schema"], path, names)
    values = [value for _, value in given]
    if len(values) == 1 or agree(values, kind):
        return written(values[0])
    if kind == "text" and all(is_same(value, values[0]) for value in values):
        return written(values[0])
    told = "; ".join(f"{names.get(each.party, each.party)} says {said_words(value, kind)}" for each, value in given)
    return question(f"{rules['meta']['label']}? {told}")


def merged_list(given: Given, rules: Rules, path: str, names: Mapping[str, str]) -> list[Data]:
    entries = [(each, entry) for each, value in given if isinstance(value, list) for entry in value]
    key = SAME.get(path)
    if key is None or rules["meta"]["kind"] != "record":
        unique: list[Data] = []
        for _, entry in entries:
            if (plain := written(entry)) not in unique:
                unique.append(plain)
        return unique
    groups: dict[str, list[tuple[Intake, Any]]] = {}
    for each, entry in entries:
        groups.setdefault(key(entry), []).append((each, entry))
    return [merged(group, rules, f"{path}[]", names) for group in groups.values()]


def filled(said: Data, base: Data, path: str) -> Data:
    """What was said, and what the agreement holds already and nobody speaks of."""
    if isinstance(said, dict) and isinstance(base, dict):
        if "tbc" in said:
            return said
        both = {name: filled(value, base.get(name), f"{path}.{name}") for name, value in said.items()}
        return {**both, **{name: value for name, value in base.items() if name not in said}}
    if isinstance(said, list) and isinstance(base, list):
        key = SAME.get(path)
        if key is None:
            return [*said, *(entry for entry in base if entry not in said)]
        held = {key(entry): entry for entry in base if isinstance(entry, dict)}
        ours = {key(entry) for entry in said if isinstance(entry, dict)}
        found = [filled(each, held.get(key(each)), f"{path}[]") if isinstance(each, dict) else each for each in said]
        return [*found, *(entry for name, entry in held.items() if name not in ours)]
    return said


def without_strangers(held: dict[str, Data]) -> None:
    """Who does something instead and is no partner stands under its own name."""
    parties, scope = held.get("parties"), held.get("scope")
    known = [each.get("id") for each in parties if isinstance(each, dict)] if isinstance(parties, list) else []
    limits = scope.get("does_not") if isinstance(scope, dict) else None
    for limit in limits if isinstance(limits, list) else ():
        named = limit.get("stays_with") if isinstance(limit, dict) else None
        if isinstance(limit, dict) and isinstance(named, list):
            strangers = [each for each in named if isinstance(each, str) and each not in known]
            if strangers:
                limit["stays_with_other"] = ", ".join(strangers)
                limit["stays_with"] = [each for each in named if each in known]
                if not limit["stays_with"]:
                    del limit["stays_with"]


def without_contradictions(held: dict[str, Data]) -> None:
    """What one wants in and another out stands once, as an open item among what the partnership does."""
    scope = held.get("scope")
    if not isinstance(scope, dict) or not isinstance(scope.get("does"), list):
        return
    inside, outside = scope.get("does"), scope.get("does_not")
    for entry in inside if isinstance(inside, list) else ():
        if not isinstance(entry, dict) or not isinstance(entry.get("text"), str) or not isinstance(outside, list):
            continue
        text = str(entry["text"])
        against = [each for each in outside if isinstance(each, dict) and near(text, each.get("text"))]
        if against:
            entry["text"] = question(f"{text}: in or out? One of you wants the partnership to do it, another does not")
            entry.pop("lead", None)
            outside[:] = [each for each in outside if each not in against]
    if outside == []:
        del scope["does_not"]


def near(text: str, other: object) -> bool:
    return isinstance(other, str) and is_near(stems(text), stems(other))


def written(value: Any) -> Data:
    """A value as a file holds it: everything is text; an open item keeps its question."""
    from datetime import date

    from agreement_kit.answers import OpenItem

    if isinstance(value, OpenItem):
        return question(value.question)
    if isinstance(value, Mapping):
        return {str(key): written(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [written(entry) for entry in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,()'/£%+-_")


def lines_of(data: Data, depth: int) -> Iterator[str]:
    """YAML, two spaces for each level; text in quotes where it could be misread."""
    indent = "  " * depth
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, dict | list) and value:
                yield f"{indent}{key}:\n"
                yield from lines_of(value, depth + 1)
            else:
                yield f"{indent}{key}: {scalar(value)}\n"
    elif isinstance(data, list):
        for entry in data:
            if isinstance(entry, dict) and entry:
                first, *rest = lines_of(entry, depth + 1)
                yield f"{indent}- {first.lstrip()}"
                yield from rest
            else:
                yield f"{indent}- {scalar(entry)}\n"


def scalar(value: Data) -> str:
    if not isinstance(value, str):
        return "[]" if isinstance(value, list) else "tbc"
    is_plain = value and value[0].isalnum() and value[-1] != " " and set(value) <= PLAIN and value.lower() != "tbc"
    return value if is_plain else json.dumps(value, ensure_ascii=False)
