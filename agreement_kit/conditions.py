"""`when`: the declarative conditions by which answers choose alternatives and sections. No expressions, so that every
combination can be listed and built.
"""

from collections.abc import Mapping, Sequence

from agreement_kit.answers import Record, Value, Words, find_all

Conditions = Mapping[str, Sequence[str]]
"""Input path → the values any of which matches. In a path `[]` means any element of a list."""


def steps_of(path: str) -> tuple[str, ...]:
    return tuple(path.replace("[]", "").split("."))


def matches(when: Conditions, root: Record) -> bool:
    """Whether every line of `when` holds."""
    return all(holds(path, wanted, root) for path, wanted in when.items())


def holds(path: str, wanted: Sequence[str], root: Record) -> bool:
    found = list(find_all(root, steps_of(path)))
    return any(says(value, word) for word in wanted for value in found) or ("false" in wanted and not any(found))


def says(value: Value, word: str) -> bool:
    """Whether a value is what the condition names; `true` also means "given". An open item is only ever given."""
    if word == "true":
        return bool(value)
    return isinstance(value, Words) and value == word
