"""Checked values to answers: every leaf learns the path it came from, references learn what they print."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from agreement_kit.answers import Answers, Day, Listing, Number, OpenItem, Paths, Record, Truth, Value, Whole, Words
from agreement_kit.problems import Path
from agreement_kit.schemas.derived import ANSWERS, with_derived
from agreement_kit.schemas.fields import Rules

Bearer = tuple[str, Paths] | OpenItem
"""What a reference to a record prints, and the paths that decide it; or an open item."""

NAME_FIELDS = {"parties": ("short_name", "name", "id"), "governance.bodies": ("name", "id")}
"""The first of these that a record has is what a reference to it prints; records of other lists go by their id."""

FIXED_WORDS = {"joint": "the Parties jointly", "all": "each Party"}


def wrap(tree: dict[str, Any], given: Iterable[Path]) -> Answers:
    """The answers of a tree that the schema has passed."""
    return Answers(Wrapping(with_derived(tree)).root, frozenset(given))


class Wrapping:
    """Wraps one tree; the names that references print are looked up once."""

    def __init__(self, tree: dict[str, Any]) -> None:
        self.tree = tree
        self.bearers: dict[str, dict[str, Bearer]] = {}
        self.root = self.record(tree, ANSWERS, ())

    def value(self, value: Any, rules: Rules, path: Path) -> Value:
        meta = rules["meta"]
        if isinstance(value, OpenItem):
            return self.open_item(value)
        match meta["kind"]:
            case "record":
                return self.record(value, rules["schema"], path)
            case "list":
                entries = (self.value(entry, rules["schema"], (*path, at)) for at, entry in enumerate(value))
                return Listing(tuple(entries), path)
            case "mapping":
                of = rules["valuesrules"]
                return Record({key: self.value(entry, of, (*path, key)) for key, entry in value.items()}, path)
            case "reference":
                return self.reference(value, rules["refers_to"]["to"], path)
            case "code":
                return Words(value, (path,), meta["codes"][value])
            case "date":
                return Day(value, (path,))
            case "money":
                return Number(value, (path,), is_money=True)
            case "number":
                return Number(value, (path,))
            case "whole" | "year":
                return Whole(value, (path,), is_year=meta["kind"] == "year")
            case "truth":
                return Truth(value, (path,))
            case _:
                return Words(value, (path,))

    def record(self, tree: dict[str, Any], schema: dict[str, Rules], path: Path, *, is_given: bool = True) -> Record:
        """The fields that are there, and those of which the schema knows what silence means."""
        fields: dict[str, Value] = {}
        for name, rules in schema.items():
            if name in tree:
                fields[name] = self.value(tree[name], rules, (*path, name))
            elif "default" in rules["meta"]:
                fields[name] = self.value(rules["meta"]["default"], rules, (*path, name))
            elif rules["meta"]["kind"] == "record":
                assumed = self.record({}, rules["schema"], (*path, name), is_given=False)
                if assumed.fields:
                    fields[name] = assumed
        return Record(fields, path, is_given)

    def reference(self, to_id: str, to: str, path: Path) -> Value:
        if to_id in FIXED_WORDS and to == "parties":
            return Words(to_id, (path,), FIXED_WORDS[to_id])
        bearer = self.bearers_of(to).get(to_id, (to_id, ()))  # the list it refers to may be an open item
        if isinstance(bearer, OpenItem):
            return self.open_item(bearer)
        printed, paths = bearer
        return Words(to_id, (path, *paths), printed)

    def bearers_of(self, to: str) -> dict[str, Bearer]:
        if to not in self.bearers:
            self.bearers[to] = self.find_bearers(to)
        return self.bearers[to]

    def find_bearers(self, to: str) -> dict[str, Bearer]:
        records: Any = self.tree
        path: Path = ()
        for step in to.split("."):
            records, path = records.get(step, []) if isinstance(records, dict) else [], (*path, step)
        bearers: dict[str, Bearer] = {}
        if isinstance(records, OpenItem):
            return bearers
        for position, record in enumerate(records):
            if isinstance(record, OpenItem):
                continue
            field = next(name for name in NAME_FIELDS.get(to, ("id",)) if name in record)
            printed = record[field]
            bearers[record["id"]] = printed if isinstance(printed, OpenItem) else (printed, ((*path, position, field),))
        return bearers

    def open_item(self, item: OpenItem) -> OpenItem:
        """The item with its owner's name in place of the owner's id."""
        bearer = self.bearers_of("parties").get(item.owner) if item.owner else None
        if bearer is None:
            return item
        return replace(item, owner=bearer.printed if isinstance(bearer, OpenItem) else bearer[0])
