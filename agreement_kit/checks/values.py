"""The kinds of value that a partnership wants to create, their ranks, and what each of them cannot do without."""

from collections.abc import Iterator

from agreement_kit.answers import Answers, Record, Whole, Words
from agreement_kit.checks.findings import Finding
from agreement_kit.checks.parts import entries, given, is_silent, leaf
from agreement_kit.problems import format_path
from agreement_kit.rules import rule

Needs = tuple[tuple[tuple[tuple[str, ...], ...], str], ...]

NEEDS: dict[str, Needs] = {
    "shared_voice": (
        ((("communications", "joint_position_rule"),), "who must agree before the parties speak with one voice"),
    ),
    "shared_delivery": (
        ((("roles",), ("raci",)), "who does what"),
        ((("resources", "contributions"),), "what each party puts in"),
        ((("plan", "milestones"), ("plan", "phases")), "what happens when"),
        ((("ip",),), "who owns what is created"),
    ),
    "aligned_plans": (
        ((("plan", "calendar"),), "when in the year the parties plan together"),
        ((("scope", "does"),), "what the plans are about"),
    ),
    "shared_learning": (
        (
            (("engagement", "feedback_loops"), ("people", "development"), ("co_creation",), ("review",)),
            "how what one learns reaches the others",
        ),
        ((("publications",),), "who may publish what was learned"),
    ),
}
"""Type of value → what it needs: paths any of which will do, and what they say."""


@rule("VAL-01", "warning")
def values_without_order(answers: Answers) -> Iterator[Finding]:
    """Types of value of the same rank, without a rank, or none of which is first.

    Why: the kind of value decides how the parties collaborate; with two main values they build two things at once.
    Remedy: give each type a rank of its own, beginning with 1.
    """
    types = list(entries(answers, "purpose", "value_types", by="type"))
    seen: dict[int, str] = {}
    for value in types:
        rank, name = leaf(value, "rank", Whole), leaf(value, "type", Words)
        printed = name.printed if name else ""
        if "rank" not in value and len(types) > 1:
            yield Finding(value.path, f"{printed} has no rank; rank the types of value from 1")
        elif rank in seen:
            sentence = f"{seen[rank]} and {printed} both have rank {rank}; say which comes first"
            yield Finding((*value.path, "rank"), sentence)
        elif rank is not None:
            seen[rank] = printed
    if len(types) > 1 and len(seen) == len(types) and 1 not in seen:
        yield Finding(("purpose", "value_types"), f"no type of value has rank 1; the first one has {min(seen)}")


@rule("VAL-02", "warning")
def values_named_twice(answers: Answers) -> Iterator[Finding]:
    """A type of value that is named twice.

    Why: it is printed twice, with two ranks and two explanations.
    Remedy: join them, or choose the type that you meant.
    """
    seen: set[str] = set()
    for value in entries(answers, "purpose", "value_types", by="type"):
        name = leaf(value, "type", Words)
        if name in seen:
            yield Finding((*value.path, "type"), f'"{name}" is named twice under value_types')
        elif name:
            seen.add(name)


@rule("VAL-03", "warning")
def values_lacking_a_field(answers: Answers) -> Iterator[Finding]:
    """A type of value, and the section that should say how it comes about does not: a shared voice without a rule for
    joint positions, aligned plans without a planning calendar, shared delivery without contributions or milestones.

    Why: each kind of value needs its own machinery, and fails in a way of its own without it.
    Remedy: add the field that the message names, or take the type of value out.
    """
    for value, paths, sentence in unmet(answers):
        if any(given(answers, *each[:-1]) for each in paths if len(each) > 1):
            yield Finding(value.path, sentence)


@rule("VAL-04", "info")
def values_lacking_a_section(answers: Answers) -> Iterator[Finding]:
    """A type of value, and the whole section that should say how it comes about is missing.

    Why: a short charter may do without. A longer agreement should not.
    Remedy: add the section that the message names, or take the type of value out.
    """
    for value, paths, sentence in unmet(answers):
        if not any(given(answers, *each[:-1]) for each in paths if len(each) > 1):
            yield Finding(value.path, sentence)


def unmet(answers: Answers) -> Iterator[tuple[Record, tuple[tuple[str, ...], ...], str]]:
    """Each type of value with the paths any of which would do and none of which is there, and the sentence for it."""
    for value in entries(answers, "purpose", "value_types", by="type"):
        name = leaf(value, "type", Words)
        for paths, what in NEEDS.get(str(name), ()):
            if all(is_silent(answers, *path) for path in paths):
                where = " or ".join(map(format_path, paths))
                printed = name.printed if name else ""
                yield value, paths, f'"{printed}" stands under value_types, and nothing says {what} ({where})'


RULES = (values_without_order, values_named_twice, values_lacking_a_field, values_lacking_a_section)
