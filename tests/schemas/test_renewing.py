"""An agreement for its next term: what becomes open, what stays, and that comments and layout are kept."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inputs import CHARTER, SAMPLES, cases

from agreement_kit import ProblemsFound, check, generate, load, new
from agreement_kit.schemas.coercing import is_open
from agreement_kit.schemas.renewing import renewed, values
from agreement_kit.sources import Data


@pytest.mark.parametrize(("old", "expected"), cases("renewing.md"))
def test_what_held_for_a_term_becomes_a_question_and_the_rest_stays(old: str, expected: str) -> None:
    text = renewed(load(f"# ours\n{CHARTER}{old}", name="old.yaml"))
    assert text == f"# ours\n{CHARTER}{expected}\n"


def test_the_version_is_asked_for_and_the_status_is_a_draft_s() -> None:
    old = CHARTER.replace("title: Harbour Charter", "title: Harbour Charter\n  status: final\n  version: '1.2'")
    assert "  status: draft\n  version: {tbc: 'Version? It was 1.2'}\n" in renewed(load(old))


def test_lines_end_alike_and_a_mark_at_the_start_goes() -> None:
    raw = b"\xef\xbb\xbf" + (CHARTER + "term: {start: 2027-04-01}\n").replace("\n", "\r\n").encode()
    assert renewed(load(raw)) == renewed(load(CHARTER + "term: {start: 2027-04-01}\n"))


def test_an_agreement_with_errors_is_not_renewed() -> None:
    with pytest.raises(ProblemsFound, match="FIELD-02"):
        renewed(load(CHARTER + "term: {start: 1/4/2027}\n"))
    with pytest.raises(ValueError, match="a mapping has no text"):
        renewed(load(load(CHARTER).data))  # type: ignore[arg-type]


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.yaml")), ids=lambda path: path.name)
def test_a_renewed_sample_generates_and_differs_in_open_items_alone(sample: Path) -> None:
    source = load(sample)
    text = new(old=source, schema="agreement.schema.json")
    assert text.startswith("# yaml-language-server: $schema=agreement.schema.json\n")
    assert [line for line in text.split("\n") if line.lstrip().startswith("#")][1:] == [
        line for line in source.lines if line.lstrip().startswith("#")
    ]
    again = load(text, name="next.yaml")
    assert without_open(again.data, source.data) == source.data
    answers, problems = check(again)
    assert answers is not None, problems
    assert generate(answers).of_kind("clause")
    assert renewed(again) == text  # nothing is left that held for the last term


def without_open(new_data: Data, old: Data) -> Data:
    """The new input with the old values where the new ones are open."""
    if isinstance(new_data, dict) and isinstance(old, dict):
        return {name: without_open(entry, old[name]) for name, entry in new_data.items()}
    if isinstance(new_data, list) and isinstance(old, list):
        return [without_open(entry, before) for entry, before in zip(new_data, old, strict=True)]
    return old if is_open(new_data) else new_data


def test_the_editor_s_line_is_not_written_twice() -> None:
    text = new(schema="agreement.schema.json")
    assert new(old=load(text), schema="other.json").count("yaml-language-server") == 1


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp")), min_size=1, max_size=30))
def test_any_title_in_a_question_comes_out_as_itself(title: str) -> None:
    quoted = "'" + title.replace("'", "''") + "'"
    source = load(f"{CHARTER}plan:\n  phases:\n    - name: {quoted}\n      start: 2027-04-01\n")
    again = load(renewed(source))
    for found in (source, again):
        assert found.data["plan"]["phases"][0]["name"] == title  # type: ignore[call-overload, index]
    question = again.data["plan"]["phases"][0]["start"]["tbc"]  # type: ignore[call-overload, index]
    assert question.startswith("Start of the phase")


def test_values_are_found_in_the_order_of_the_file() -> None:
    from agreement_kit.schemas.agreement import AGREEMENT

    data = load(CHARTER).data
    found = [value.path[0] for value in values(data, {"schema": AGREEMENT, "meta": {"kind": "record"}}, ())]
    assert list(dict.fromkeys(found)) == ["document", "agreement", "parties"]
