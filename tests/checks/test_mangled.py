"""Half-filled input gives findings or silence, never an exception: parts of the gold sample dropped and mangled."""

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inputs import SAMPLES

from agreement_kit import check, load
from agreement_kit.checks import answer_rules
from agreement_kit.problems import Path
from agreement_kit.schemas import rules_of

DATA: Any = load(SAMPLES / "northmere-jro.agreement.yaml").data
CHANGES = ("drop", "open", "question", "empty", "none", "far", "0", "-1", "1e9", "trust", "2026-13-45", "1900-01-01")


def paths_of(data: Any, path: Path = ()) -> list[Path]:
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [each for step, below in steps for each in ((*path, step), *paths_of(below, (*path, step)))]


def is_optional(path: Path) -> bool:
    """Whether the input is still read without the value: nothing refers to it, and the schema does not ask for it."""
    rules = rules_of(tuple(step for step in path if isinstance(step, str)))
    return (
        path[:2] not in (("parties", 0), ("parties", 1)) and not (rules and rules.get("required")) and path[-1] != "id"
    )


PATHS = paths_of(DATA)
OPTIONAL = [path for path in PATHS if is_optional(path)]


def changed(data: Any, path: Path, change: str) -> None:
    """Changes the value at `path`; nothing where an earlier change took it away."""
    for step in path[:-1]:
        if not (isinstance(data, dict) and step in data) and not (
            isinstance(data, list) and isinstance(step, int) and step < len(data)
        ):
            return
        data = data[step]
    last = path[-1]
    if isinstance(data, dict):
        if change == "drop":
            data.pop(last, None)
        else:
            data[last] = mangled(data.get(last), change)
    elif isinstance(data, list) and isinstance(last, int) and last < len(data):
        if change == "drop":
            data.pop(last)
        else:
            data[last] = mangled(data[last], change)


def mangled(value: Any, change: str) -> Any:
    others = {"open": "tbc", "question": {"tbc": "Who knows?"}, "empty": [], "none": "none", "far": "2199-12-31"}
    return others.get(change, change)


def rules_ran(data: Any) -> bool:
    """Whether the input was so far in order that the rules were asked. Raises what a rule raises."""
    return check(load(data))[0] is not None


@given(st.lists(st.tuples(st.sampled_from(PATHS), st.sampled_from(CHANGES)), min_size=1, max_size=6))
@settings(max_examples=60)
def test_whatever_is_dropped_or_mangled_gives_findings_or_silence(changes: list[tuple[Path, str]]) -> None:
    data = copy.deepcopy(DATA)
    for path, change in changes:
        changed(data, path, change)
    rules_ran(data)


@given(st.lists(st.tuples(st.sampled_from(OPTIONAL), st.sampled_from(CHANGES[:2])), min_size=1, max_size=80))
@settings(max_examples=60)
def test_whatever_is_missing_or_open_gives_findings_or_silence(changes: list[tuple[Path, str]]) -> None:
    data = copy.deepcopy(DATA)
    for path, change in changes:
        changed(data, path, change)
    rules_ran(data)


@given(st.sets(st.sampled_from(sorted(DATA.keys() - {"document", "parties"}))), st.booleans())
@settings(max_examples=60)
def test_any_subset_of_sections_gives_findings_or_silence(left_out: set[str], is_open: bool) -> None:
    data = {key: value for key, value in DATA.items() if key not in left_out}
    rules_ran({**data, **dict.fromkeys(left_out, "tbc")} if is_open else data)


@pytest.mark.parametrize("change", ["open", "drop"])
def test_the_rules_are_asked_of_nearly_all_that_is_half_filled(change: str) -> None:
    """Otherwise the tests above would prove nothing."""
    ran = []
    for path in OPTIONAL[::29]:
        data = copy.deepcopy(DATA)
        changed(data, path, change)
        ran.append(rules_ran(data))
    assert sum(ran) > 0.8 * len(ran)


@pytest.mark.parametrize("section", ["", *DATA])
def test_a_section_that_is_wholly_open_is_silent(section: str) -> None:
    if section in ("", "document", "parties"):
        data = {**dict.fromkeys(DATA, "tbc"), "document": DATA["document"], "parties": DATA["parties"]}
    else:
        data = {**DATA, section: "tbc"}
    answers, problems = check(load(data))
    assert answers is not None
    assert [each for each in problems if each.place.path[:1] == (section,) and each.severity != "info"] == []
    assert len(answer_rules()) > 80
