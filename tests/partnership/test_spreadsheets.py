"""CSV as people export it: what is read, what is named with its place, what is refused."""

from datetime import date
from decimal import Decimal

import pytest
from inputs import printed

from agreement_kit import CannotBeDone, ProblemsFound
from agreement_kit.partnership.spreadsheets import day, number, read_sheet


def texts(raw: bytes) -> list[list[str]]:
    sheet = read_sheet(raw, "x.csv")
    return [[cell.text for cell in row] for row in (sheet.heads, *sheet.rows)]


@pytest.mark.parametrize(
    "raw",
    [
        b"kpi,value\nK1,3.5\n",
        b"\xef\xbb\xbfkpi,value\r\nK1,3.5\r\n",
        b"kpi;value\nK1;3.5\n",
        b"kpi\tvalue\nK1\t3.5\n",
        b"\n\nkpi,value\n\n,\nK1,3.5\n\n",
        "kpi,value\nK1,3.5\n".encode("utf-16"),
        b'"kpi", value \n"K1" , 3.5\n',
    ],
)
def test_the_quirks_of_spreadsheets_are_read_as_what_they_mean(raw: bytes) -> None:
    assert texts(raw) == [["kpi", "value"], ["K1", "3.5"]]


def test_a_cell_knows_its_line_and_column() -> None:
    sheet = read_sheet(b'kpi,note,value\n\nK1,"one, two",3\n', "x.csv")
    assert [(cell.place.line, cell.place.column) for cell in sheet.rows[0]] == [(3, 1), (3, 4), (3, 15)]


def test_a_cell_of_two_lines_begins_on_its_first() -> None:
    sheet = read_sheet(b'kpi,note\nK1,"one\ntwo"\nK2,x\n', "x.csv")
    assert [row[0].place.line for row in sheet.rows] == [2, 4]


def test_a_row_that_is_too_long_or_too_short_is_read_as_far_as_it_goes() -> None:
    sheet = read_sheet(b"kpi,value\nK1,3,extra\nK2\n", "x.csv")
    assert [[cell.text for cell in row] for row in sheet.rows] == [["K1", "3"], ["K2", ""]]
    assert printed(sheet.problems) == (
        "x.csv:2:6: warning CSV-03: this row has 3 cells, and the first row has 2; the rest is left out"
    )


def test_the_code_page_of_windows_is_read_with_a_warning() -> None:
    sheet = read_sheet("respondent\nZoë\n".encode("cp1252"), "x.csv")
    assert sheet.rows[0][0].text == "Zoë"
    assert [problem.rule for problem in sheet.problems] == ["CSV-04"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "the file holds no rows"),
        (b"\n ,\n", "the file holds no rows"),
        (b"PK\x03\x04rest", "this is a spreadsheet, not CSV"),
        (b"\xd0\xcf\x11\xe0rest", "this is a spreadsheet, not CSV"),
        (b"\x00\xff\x81rest", "the file is not text"),
    ],
)
def test_what_is_no_csv_is_refused_in_a_sentence(raw: bytes, words: str) -> None:
    with pytest.raises(CannotBeDone, match=words):
        read_sheet(raw, "x.csv")


def test_a_column_that_is_missing_is_named_with_the_nearest() -> None:
    with pytest.raises(ProblemsFound) as found:
        read_sheet(b"kpi,valeu\n", "x.csv").needed("value")
    assert str(found.value) == (
        'x.csv:1:1: error CSV-01: there is no column "value"; did you mean "valeu"?\n  The first row has: kpi, valeu.'
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", "3"),
        ("3.5", "3.5"),
        ("3,5", "3.5"),
        ("1,234", "1234"),
        ("1,234,567.8", "1234567.8"),
        ("90%", "90"),
        ("£410,000", "410000"),
        ("-2", "-2"),
        (" 1 234 ", "1234"),
    ],
)
def test_numbers_as_people_write_them(text: str, value: str) -> None:
    assert number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "three", "1.2.3", "nan", "inf", "1,23,4", "--1"])
def test_what_is_no_number(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(
    "text", ["2027-09-30", "2027-9-30", "30/09/2027", "30.9.2027", "30 September 2027", "30 Sep 2027"]
)
def test_dates_as_people_write_them(text: str) -> None:
    assert day(text) == date(2027, 9, 30)


@pytest.mark.parametrize("text", ["", "2027-13-01", "31/02/2027", "September 2027", "30 Foo 2027", "soon"])
def test_what_is_no_date(text: str) -> None:
    assert day(text) is None
