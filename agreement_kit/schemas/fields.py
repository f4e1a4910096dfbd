"""The words that schemas are written in: each function gives Cerberus' rules for one kind of field.

Every field carries, under Cerberus' `meta` rule, its `kind` (what text becomes), a `label`, a `help` sentence and an
`example`. Options of all leaf kinds: `required`, `default` (used when the input is silent), `starter` (stands in the
file that `new` writes), `check_only` (read by checks, printed nowhere), `identity` (says who somebody is: warned about
when left over from a sample), `renewed` (whether it holds for one term and is asked again for the next; dates are).
"""

from typing import Any, Literal

Rules = dict[str, Any]
Kind = Literal[
    "text", "id", "reference", "code", "date", "money", "whole", "number", "year", "truth", "record", "list", "mapping"
]

META_OPTIONS = ("default", "starter", "check_only", "identity", "renewed", "derived")


def _field(kind: Kind, label: str, help_: str, example: object, options: Rules, **rules: Any) -> Rules:
    meta = {"kind": kind, "label": label, "help": help_, "example": example}
    for option in META_OPTIONS:
        if option in options:
            meta[option] = options.pop(option)
    return {**rules, **options, "meta": meta}


def text(label: str, help_: str, example: str, **options: Any) -> Rules:
    """Words, printed as they are."""
    return _field("text", label, help_, example, options, type="string", empty=False)


def identifier(label: str, help_: str, example: str, **options: Any) -> Rules:
    """An id by which other fields refer to this record: a letter, then letters, digits, - or _."""
    return _field("id", label, help_, example, options, type="string", regex=r"[A-Za-z][A-Za-z0-9_-]*")


def reference(to: str, label: str, help_: str, example: str, *, words: tuple[str, ...] = (), **options: Any) -> Rules:
    """The id of a record in the list at path `to` ("parties", "governance.bodies"), or one of the fixed `words`."""
    return _field("reference", label, help_, example, options, type="string", refers_to={"to": to, "words": words})


def code(label: str, help_: str, codes: dict[str, str], **options: Any) -> Rules:
    """One of a fixed set. `codes` maps the code to the words printed for it; the first one is the example."""
    example = options.pop("example", next(iter(codes)))
    rules = _field("code", label, help_, example, options, type="string", allowed=list(codes))
    rules["meta"]["codes"] = codes
    return rules


def day(label: str, help_: str, example: str, **options: Any) -> Rules:
    """A date: 2027-04-01 or 1 April 2027."""
    return _field("date", label, help_, example, options, type="date")


def money(label: str, help_: str, example: int, **options: Any) -> Rules:
    """An amount in the agreement's currency, not negative: 410000 or £410,000."""
    return _field("money", label, help_, example, options, type="decimal", min=0)


def whole(label: str, help_: str, example: int, **options: Any) -> Rules:
    """A whole number, not negative unless `min` says so. The unit belongs into the label."""
    return _field("whole", label, help_, example, options, type="integer", min=options.pop("min", 0))


def year(label: str, help_: str, example: int, **options: Any) -> Rules:
    return _field("year", label, help_, example, options, type="integer", min=1900, max=2200)


def number(label: str, help_: str, example: float, **options: Any) -> Rules:
    """A number with or without decimals, kept exactly as written."""
    return _field("number", label, help_, example, options, type="decimal")


def truth(label: str, help_: str, *, example: bool = True, **options: Any) -> Rules:
    """true or false; yes and no are understood. Never printed."""
    return _field("truth", label, help_, example, options, type="boolean")


def record(label: str, help_: str, fields: dict[str, Rules], **options: Any) -> Rules:
    """A group of named fields."""
    return _field("record", label, help_, None, options, type="dict", schema=fields)


def listing(label: str, help_: str, of: Rules, **options: Any) -> Rules:
    """A list; one value where a list is asked for is a list of one."""
    return _field("list", label, help_, None, options, type="list", schema=of)


PARTY_WORDS = ("joint", "all")


def party(label: str, help_: str, example: str = "uni", **options: Any) -> Rules:
    """The id of one party."""
    return reference("parties", label, help_, example, **options)


def party_or_joint(label: str, help_: str, example: str = "joint", **options: Any) -> Rules:
    """The id of one party; `joint` (all parties acting together) or `all` (each of them)."""
    return reference("parties", label, help_, example, words=PARTY_WORDS, **options)


def parties(label: str, help_: str, example: str = "uni", **options: Any) -> Rules:
    """The ids of several parties."""
    return listing(label, help_, party(label, help_, example), **options)


def mapping(label: str, help_: str, of: Rules, **options: Any) -> Rules:
    """Names that the writer chooses, each with a value of one kind."""
    return _field("mapping", label, help_, None, options, type="dict", valuesrules=of)
