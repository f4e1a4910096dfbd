"""What fields, their values and declarative conditions are called, for people who know the form and not its paths."""

from collections.abc import Mapping, Sequence

from agreement_kit.conditions import Conditions, steps_of
from agreement_kit.schemas import inside_lists, rules_of


def when_words(when: Conditions) -> str:
    """A declarative condition in words, line by line; "" where there is none."""
    return "; and ".join(f"{label_of(steps_of(path))} {holds_words(path, values)}" for path, values in when.items())


def holds_words(path: str, values: Sequence[str]) -> str:
    rules = rules_of(steps_of(path))
    is_truth = rules is not None and inside_lists(rules)["meta"]["kind"] == "truth"
    fixed = {"true": "yes", "false": "no or not given"} if is_truth else {"true": "given", "false": "not given"}
    return f"is {' or '.join(fixed.get(value) or value_words(value, steps_of(path)) for value in values)}"


def label_of(steps: tuple[str, ...]) -> str:
    """The label of a field in quotes: what the person who fills in the form sees."""
    rules = rules_of(steps)
    return f"“{rules['meta']['label'] if rules else '.'.join(steps)}”"


def value_words(value: object, steps: tuple[str, ...]) -> str:
    """A value that a condition names: the words of a code, yes or no, or itself."""
    rules = rules_of(steps)
    codes: Mapping[str, str] = inside_lists(rules)["meta"].get("codes", {}) if rules else {}
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"‘{codes.get(str(value), value)}’"
