"""Measures and the dashboard: what is red, what is late, what it costs and brings."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from inputs import SAMPLES, answers, printed

from agreement_kit import check, load, write_docx, write_html
from agreement_kit.api import dashboard
from agreement_kit.document import Document, Picture, paragraphs, plain_text
from agreement_kit.docx.inspecting import defects
from agreement_kit.partnership.dashboard import with_unit
from agreement_kit.partnership.measures import (
    Figure,
    Measure,
    expected,
    is_late,
    rating,
    read_figures,
    trend,
    with_figures,
    worst,
)
from agreement_kit.partnership.spreadsheets import read_sheet

UP = Measure(
    *("K1", "Costings in time", "O1", "percent", "the University", "monthly", "up"),
    baseline=Figure(date(2026, 1, 1), Decimal(40)),
    target=Figure(date(2028, 1, 1), Decimal(80)),
    basis="value",
    green=Decimal(75),
    red=Decimal(60),
)
DOWN = replace(
    UP,
    direction="down",
    baseline=Figure(date(2026, 1, 1), Decimal(100)),
    target=Figure(date(2028, 1, 1), Decimal(60)),
    green=Decimal(70),
    red=Decimal(90),
)


def at(measure: Measure, *values: float | str) -> Measure:
    figures = tuple(Figure(date(2027, 1, number), Decimal(str(value))) for number, value in enumerate(values, 1))
    return replace(measure, figures=figures)


@pytest.mark.parametrize(
    ("measure", "value", "expected_rating"),
    [
        (UP, 75, "Green"),
        (UP, 74, "Amber"),
        (UP, 60, "Amber"),
        (UP, 59, "Red"),
        (DOWN, 70, "Green"),
        (DOWN, 71, "Amber"),
        (DOWN, 90, "Amber"),
        (DOWN, 91, "Red"),
    ],
)
def test_a_value_is_rated_by_its_marks(measure: Measure, value: int, expected_rating: str) -> None:
    assert rating(at(measure, value)) == expected_rating


@pytest.mark.parametrize("measure", [UP, DOWN])
def test_a_trajectory_is_rated_by_the_share_of_the_way(measure: Measure) -> None:
    by_way = replace(measure, basis="trajectory", green=Decimal(95), red=Decimal(85))
    start, way = (40, 20) if measure is UP else (100, -20)
    assert rating(at(by_way, start + way)) == "Green"
    assert rating(at(by_way, start + way * 0.9)) == "Amber"
    assert rating(at(by_way, start + way * 0.5)) == "Red"


def test_without_figures_or_marks_nothing_is_rated() -> None:
    assert rating(UP) == "No figure"
    assert rating(at(replace(UP, green=None), 75)) == "Not rated"
    assert rating(at(replace(UP, basis="trajectory", target=None), 75)) == "Not rated"


def test_the_way_is_a_straight_line_and_ends_at_the_target() -> None:
    assert expected(UP, date(2027, 1, 1)) == 60
    assert expected(UP, date(2025, 1, 1)) == 40
    assert expected(UP, date(2030, 1, 1)) == 80
    assert expected(replace(UP, baseline=None), date(2027, 1, 1)) is None


def test_better_is_up_or_down_as_the_measure_says() -> None:
    assert (trend(at(UP, 50)), trend(at(DOWN, 105)), trend(at(UP, 50, 50)), trend(replace(UP, baseline=None))) == (
        *("Better", "Worse", "Level", ""),
    )


def test_a_measure_is_late_when_half_as_long_again_has_passed() -> None:
    assert is_late(at(UP, 50), date(2027, 3, 1))
    assert not is_late(at(UP, 50), date(2027, 2, 10))
    assert not is_late(replace(at(UP, 50), frequency=""), date(2030, 1, 1))


def test_a_group_is_as_good_as_its_worst() -> None:
    assert worst(["Green", "Red", "Amber"]) == "Red"
    assert worst(["Green", "No figure"]) == "No figure"
    assert worst([]) == "No figure"


def test_figures_after_today_are_left_for_later() -> None:
    (measure,) = with_figures([UP], {"K1": at(UP, 50, 60).figures}, date(2027, 1, 1))
    assert [each.value for each in measure.figures] == [50]


def test_rows_that_cannot_be_used_are_named_and_the_rest_is_used() -> None:
    raw = b"""kpi,date,value
K1,2027-01-31,50
K9,2027-01-31,50
K1,soon,50
K1,2027-02-28,many
K1,2027-01-31,51
K1,2026-12-31,"48,5"
"""
    found, problems = read_figures(read_sheet(raw, "x.csv"), ["K1"])
    assert [(str(each.on), str(each.value)) for each in found["K1"]] == [("2026-12-31", "48.5"), ("2027-01-31", "50")]
    assert printed(problems) == (
        'x.csv:3:1: warning MEAS-01: "K9" is no measure (K1); the row is left out\n'
        'x.csv:4:4: warning MEAS-02: "soon" is no date; the row is left out\n  Write 2027-09-30 or 30/09/2027.\n'
        'x.csv:5:15: warning MEAS-03: "many" is no number; the row is left out\n'
        'x.csv:6:4: warning MEAS-04: "2027-01-31" stands twice for K1; the row is left out\n'
        "x.csv:7:4: warning MEAS-05: 2026-12-31 comes after a later date of K1; the figures are put in order"
    )


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("90", "percent", "90%"),
        ("3.40", "score 1-5", "3.4 score 1-5"),
        ("5010", "people", "5,010 people"),
        ("100", "", "100"),
    ],
)
def test_figures_with_their_unit(value: str, unit: str, words: str) -> None:
    assert with_unit(Decimal(value), unit) == words


def words_of(document: Document) -> list[str]:
    return [plain_text(each.inlines) for section in document.sections for each in paragraphs(section.blocks)]


def test_the_dashboard_of_a_sample_says_what_needs_attention_first(tmp_path) -> None:  # type: ignore[no-untyped-def]
    given, _ = check(load(SAMPLES / "northmere-jro.agreement.yaml"))
    assert given is not None
    file = tmp_path / "measures.csv"
    file.write_text("kpi,date,value\nK1,2026-09-30,118\nK1,2028-06-30,95\nK2,2028-06-30,91\n")
    made, problems = dashboard(given, file, today=date(2028, 7, 10))
    assert problems == ()
    assert [section.id for section in made.sections][:3] == ["masthead", "attention", "measures"]
    text = words_of(made)
    assert "K1 Median set-up time is red: 95 days on 30 June 2028, 60 days wanted by 31 March 2029 (the Trust)." in text
    assert "Milestone M1 (JRO Director in post) was due on 1 June 2027, 405 days ago (the University)." in text
    assert "K3 Participants recruited in the year has no figure yet." in text
    assert "What can be put in money brings £1,740,000: £0.71 for each pound put in." in text
    pictures = [block for section in made.sections for block in section.blocks if isinstance(block, Picture)]
    assert [picture.title for picture in pictures] == ["K1 Median set-up time", "K2 Costings within 10 working days"]
    raw = write_docx(made)
    assert defects(raw) == ()
    assert raw == write_docx(made)
    assert write_html(made).count(b"<svg") == 2


def test_a_dashboard_of_an_agreement_without_measures_says_so(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "measures.csv"
    file.write_text("kpi,date,value\n")
    made, _ = dashboard(answers(), file, today=date(2028, 7, 10))
    text = words_of(made)
    assert "The agreement has no measures." in text
    assert "Nothing: no measure is red or late, and no milestone is overdue." in text


def test_a_milestone_that_was_reached_needs_no_attention(tmp_path) -> None:  # type: ignore[no-untyped-def]
    plan = "plan: {milestones: [{id: M1, title: Director, due: 2027-06-01, done: 2027-05-28}]}\n"
    file = tmp_path / "measures.csv"
    file.write_text("kpi,date,value\n")
    made, _ = dashboard(answers(plan), file, today=date(2028, 7, 10))
    assert "Was reached on 28 May 2027" in words_of(made)
