from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inputs import answers

from agreement_kit.answers import (
    Listing,
    Number,
    OpenItem,
    Record,
    Whole,
    Words,
    find,
    find_all,
    format_date,
    format_money,
    leaves,
    records,
    words_at,
)

INPUT = """\
host: {party: trust}
term: {start: 2027-04-01}
objectives:
  - {id: O1, text: Cut the wait, lead: joint, priority: 1}
  - {id: O2, text: tbc, lead: uni}
plan: tbc
"""


def test_a_value_knows_the_path_that_decided_it() -> None:
    found = find(answers(INPUT).root, ("objectives", 0, "text"))
    assert isinstance(found, Words)
    assert (found, found.paths) == ("Cut the wait", (("objectives", 0, "text"),))


def test_a_reference_is_its_id_and_prints_the_name_and_knows_both_places() -> None:
    found = find(answers(INPUT).root, ("host", "party"))
    assert isinstance(found, Words)
    assert (found, found.printed) == ("trust", "the Trust")
    assert found.paths == (("host", "party"), ("parties", 1, "short_name"))


@pytest.mark.parametrize(("lead", "printed"), [("joint", "the Parties jointly"), ("all", "each Party")])
def test_all_parties_together_have_words_of_their_own(lead: str, printed: str) -> None:
    found = find(answers(INPUT.replace("joint", lead)).root, ("objectives", 0, "lead"))
    assert isinstance(found, Words)
    assert (found, found.printed) == (lead, printed)


def test_a_party_whose_name_is_open_is_open_wherever_it_is_referred_to() -> None:
    start = (
        "document: {title: Harbour Charter}\nparties:\n"
        "  - {id: uni, name: Quayside University, legal_form: university_chartered}\n"
        "  - {id: trust, name: {tbc: What are you called?, owner: uni}, legal_form: nhs_trust}\n"
    )
    found = find(answers("host: {party: trust}\n", start=start).root, ("host", "party"))
    assert isinstance(found, OpenItem)
    assert (found.printed, found.paths, found.owner) == (
        *("[What are you called?]", (("parties", 1, "name"),), "Quayside University"),
    )


def test_an_open_item_answers_for_everything_below_it() -> None:
    found = find(answers(INPUT).root, ("plan", "cost", "amount"))
    assert isinstance(found, OpenItem)
    assert found.paths == (("plan",),)


def test_an_open_item_is_there_once_and_equals_nothing() -> None:
    item = OpenItem("How many?")
    assert (bool(item), len(item), list(item) == [item]) == (True, 1, True)
    assert (item == item, item < 5, item >= 5, item == "x") == (False, False, False, False)


def test_what_the_input_does_not_say_is_none() -> None:
    root = answers(INPUT).root
    assert find(root, ("term", "end")) is None
    assert find(root, ("objectives", 7)) is None
    assert find(root, ("host", "party", "name")) is None


def test_a_step_through_a_list_reaches_each_entry() -> None:
    root = answers(INPUT).root
    assert [str(each) for each in find_all(root, ("objectives", "lead"))] == ["joint", "uni"]
    assert [str(each) for each in find_all(root, ("objectives", "priority"))] == ["1"]
    assert list(find_all(root, ("exit", "costs"))) == []
    assert len(list(find_all(root, ("plan", "phases", "name")))) == 1


def test_records_and_words_where_they_are_open_or_not_given() -> None:
    found = answers(INPUT)
    assert [str(each["id"]) for each in records(find(found.root, ("objectives",)))] == ["O1", "O2"]
    assert list(records(find(found.root, ("plan",)))) == []
    assert list(records(None)) == []
    assert words_at(found, "document", "title") == "Harbour Charter"
    assert words_at(found, "plan", "cost") == words_at(found, "document", "reference") == ""


def test_leaves_are_all_single_values_each_with_its_path() -> None:
    root = Record({"a": Listing((Words("x"), OpenItem("?", (("a", 1),)))), "b": Record({"c": Whole(5)})})
    assert [path for path, _ in leaves(root)] == [("a", 0), ("a", 1), ("b", "c")]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [("410000", "£410,000"), ("0.5", "£0.50"), ("1234567.89", "£1,234,567.89"), ("5.00", "£5"), ("0", "£0")],
)
def test_money_has_pence_only_where_there_are_any(amount: str, expected: str) -> None:
    assert format_money(Decimal(amount)) == expected


@given(st.dates())
@settings(deadline=None)
def test_a_date_is_printed_with_its_month_in_words(day: date) -> None:
    written = format_date(day).split()
    assert (int(written[0]), int(written[2])) == (day.day, day.year)
    assert written[1] in ("January February March April May June July August September October November December")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
@settings(deadline=None)
def test_a_number_is_printed_as_exactly_as_it_was_written(value: Decimal) -> None:
    assert Decimal(Number(value).printed.replace(",", "")) == value
