"""Files that mean harm or make no sense: refused with a sentence of their own, or inspected; never a crash."""

import re

import pytest
from builders import full_document, packed, parts_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wordfiles import word_file

from agreement_kit.docx.inspecting import inspect
from agreement_kit.docx.writing import write
from agreement_kit.problems import CannotBeDone

SOUND = write(full_document())
PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "docProps/core.xml", "customXml/item1.xml")
GARBAGE = ("", "0", "-1", "99999999999", "²", "x" * 300, "FFFFFFF", "none", "true", "_ak_", "Heading1", "REF x")


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PARTS), st.sampled_from(GARBAGE), st.integers(0, 10_000))
def test_no_value_of_an_attribute_makes_it_crash(part: str, value: str, at: int) -> None:
    parts = parts_of(SOUND)
    xml = parts[part].decode()
    spans = [match.span(1) for match in re.finditer(r'(?:w:\w+|id|kind|bookmark|hash)="([^"]*)"', xml)]
    if spans:
        start, end = spans[at % len(spans)]
        parts[part] = (xml[:start] + value + xml[end:]).encode()
    try:
        inspect(packed(parts), "theirs.docx")
    except CannotBeDone as refusal:
        assert {problem.rule[:5] for problem in refusal.problems} == {"DOCX-"}  # noqa: PT017


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_no_element_that_is_missing_or_out_of_place_makes_it_crash(first: int, second: int) -> None:
    parts = parts_of(SOUND)
    xml = parts["word/document.xml"].decode()
    single = [match.span() for match in re.finditer(r"<w:\w+[^<>]*/>", xml)]
    (start, end), (other, _) = single[first % len(single)], single[second % len(single)]
    moved = xml[start:end]
    changed = xml[:other] + moved + xml[other:]
    for made in (xml[:start] + xml[end:], changed):
        inspect(packed({**parts, "word/document.xml": made.encode()}), "theirs.docx")


@pytest.mark.parametrize("number", ["32767", "99999999999"])
def test_a_list_that_starts_beyond_reason_costs_neither_time_nor_memory(number: str) -> None:
    raw = word_file("Clause2 | We pay.")
    parts = parts_of(raw)
    lists = parts["word/numbering.xml"].replace(b'<w:start w:val="1"/>', f'<w:start w:val="{number}"/>'.encode())
    assert inspect(packed({**parts, "word/numbering.xml": lists}), "theirs.docx").provenance is None


def test_styles_that_are_based_on_one_another_are_followed_once() -> None:
    parts = parts_of(word_file("Clause1 | We pay."))
    sheet = (
        parts["word/styles.xml"]
        .decode()
        .replace('<w:name w:val="Clause 1"/>', '<w:name w:val="Clause 1"/><w:basedOn w:val="Clause1"/>')
    )
    assert inspect(packed({**parts, "word/styles.xml": sheet.encode()}), "theirs.docx").problems == ()
