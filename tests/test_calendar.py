"""The calendar: every dated duty, once, in order, in a file that calendars take."""

from datetime import date

from inputs import answers

from agreement_kit.api import write_calendar
from agreement_kit.calendar import Duty, calendar_table, duties, moved
from agreement_kit.document import Table, plain_text
from agreement_kit.text.calendar import folded, write

DATES = """\
plan:
  milestones:
    - {id: M1, title: "Director, in post", due: 2027-06-01, owner: uni}
    - {id: M2, title: Later, due: tbc}
review: {first: 2027-10-31, frequency: six_monthly}
term: {start: 2027-04-01, end: 2028-06-30, extensions: [{years: 1, notice_months: 4}]}
exit: {plan_due: 2027-07-01}
"""


def test_every_date_stands_once_in_order_and_reviews_repeat_to_the_end() -> None:
    assert [(str(each.on), each.what, each.who) for each in duties(answers(DATES))] == [
        ("2027-04-01", "The agreement begins", ""),
        ("2027-06-01", "Milestone M1: Director, in post", "the University"),
        ("2027-07-01", "The exit plan is agreed", ""),
        ("2027-10-31", "Health check of the partnership", ""),
        ("2028-02-29", "Last day to ask for an extension", "each Party"),
        ("2028-04-30", "Health check of the partnership", ""),
        ("2028-06-30", "The agreement ends, unless it is extended", ""),
    ]


def test_the_table_says_the_same_and_an_agreement_without_dates_says_so() -> None:
    (table,) = calendar_table(answers(DATES))
    assert isinstance(table, Table)
    assert [plain_text(cell.paragraphs[0].inlines) for cell in table.rows[1].cells] == [
        *("1 April 2027", "The agreement begins", "–"),
    ]
    assert not isinstance(calendar_table(answers())[0], Table)


def test_a_month_later_is_its_last_day_where_it_is_shorter() -> None:
    assert moved(date(2027, 10, 31), 4) == date(2028, 2, 29)
    assert moved(date(2028, 2, 29), -12) == date(2027, 2, 28)
    assert moved(date(2027, 1, 15), 13) == date(2028, 2, 15)


def test_the_file_holds_an_entry_of_one_day_for_each_duty() -> None:
    raw = write_calendar(answers(DATES))
    text = raw.decode()
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == 7
    assert "DTSTART;VALUE=DATE:20270601\r\nDTEND;VALUE=DATE:20270602\r\n" in text
    assert "SUMMARY:Milestone M1: Director\\, in post\r\n" in text
    assert len({line for line in text.split("\r\n") if line.startswith("UID:")}) == 7
    assert raw == write_calendar(answers(DATES))


def test_long_lines_are_folded_without_parting_a_letter() -> None:
    duty = Duty(date(2027, 4, 1), "é" * 200)
    for line in write([duty], title="x", reference="").split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert "".join(piece.removeprefix(" ") for piece in folded("SUMMARY:" + "é" * 200)) == "SUMMARY:" + "é" * 200
