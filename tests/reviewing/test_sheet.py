"""The sheet as a whole: what it says first, what it leaves out, that every writer takes it."""

from datetime import date
from pathlib import Path

import pytest
from inputs import SAMPLES
from sheets import TODAY, glance, problem, sheet

from agreement_kit.answers import Accepted
from agreement_kit.api import check, load, new, plan, review_sheet, write_docx, write_html, write_markdown
from agreement_kit.document import Document, Reference, inlines_of, plain_text
from agreement_kit.docx.reading import read
from agreement_kit.numbering import content, labels
from agreement_kit.reviewing import POINTS

FILES = sorted(SAMPLES.glob("*.agreement.yaml"))


def sheet_of(source: Path | str) -> Document:
    found, problems = check(load(source))
    assert found is not None, problems
    return review_sheet(plan(found), today=TODAY)


def test_its_first_line_says_that_no_solicitor_has_reviewed_it() -> None:
    found = sheet()
    assert write_markdown(found).decode().split("\n")[0] == "**No solicitor has reviewed this.**"
    assert plain_text(found.header[0].inlines) == "INTERNAL: legal review sheet\tNo solicitor has reviewed this."


def test_each_page_names_the_draft_and_the_day() -> None:
    found = sheet("", start=SMALL_START)
    assert plain_text(found.header[1].inlines) == "HARB-1, version 0.2\tSheet of 31 January 2027"


SMALL_START = """\
document:
  title: Harbour Charter
  reference: HARB-1
  version: '0.2'
agreement:
  binding: charter
parties:
  - id: uni
    name: Quayside University
    legal_form: university_chartered
  - id: trust
    name: Saltmarsh Trust
    legal_form: nhs_trust
"""


def test_a_point_with_nothing_to_say_has_no_section_and_one_line_on_the_first_page() -> None:
    found = sheet()
    said = glance(found)
    assert len(said) == len(POINTS)
    assert said["Errors and warnings"] == ("None found", "–")
    assert said["Departures from the kit"] == ("None: the kit's clauses, chosen by the answers", "–")
    assert said["Open items"] == ("None: nothing is open", "–")
    numbers = {see for _, see in said.values()} - {"–"}
    assert numbers == {labels(found).sections[each.id] for each in found.sections[1:]}


def test_the_memo_comes_first_and_what_is_looked_up_after_it() -> None:
    kinds = [section.kind for section in sheet_of(FILES[-1]).sections]
    assert kinds == ["cover", *["clause"] * kinds.count("clause"), *["schedule"] * 3]


@pytest.mark.parametrize(
    "source", [*FILES, new("bronze"), new("silver"), new("gold")], ids=lambda each: str(each)[-25:-5]
)
def test_every_writer_takes_the_sheet_of_any_input_and_word_gives_it_back(source: Path | str) -> None:
    found = sheet_of(source)
    targets = labels(found).targets
    assert all(targets[each.target] for _, each in inlines_of(found) if isinstance(each, Reference))
    back, lost = read(write_docx(found))
    assert (content(back), lost) == (content(found), ())
    assert write_html(found).startswith(b"<!DOCTYPE html>")
    assert b"compliant" not in write_html(found)


def test_the_same_input_and_day_give_the_same_bytes() -> None:
    assert write_docx(sheet_of(FILES[0])) == write_docx(sheet_of(FILES[0]))
    assert write_docx(sheet(today=date(2027, 2, 1))) != write_docx(sheet(today=TODAY))


def test_answers_are_never_markup() -> None:
    found = sheet(accepted=(Accepted(problem("ZZZ-01", "the boat leaks"), "**x** {{ y }} <b>"),))
    assert b"{{ y }}" in write_html(found)
    assert b"**x**" in write_html(found)
    assert b"&lt;b&gt;" in write_html(found)
