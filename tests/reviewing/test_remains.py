from inputs import CHARTER
from sheets import glance, lines, problem, sheet

from agreement_kit.api import load_library

OPEN = "term:\n  start: {tbc: When do we start?, owner: trust, by: 2027-03-01}\n  end: tbc\n"


def test_open_items_stand_with_who_settles_them_the_first_due_first() -> None:
    found = sheet(OPEN)
    assert glance(found)["Open items"][0] == "2 open items, 1 with nobody to settle it"
    due, undated = lines(found, "open")
    assert due.startswith("[When do we start?] | ")
    assert due.endswith(" | The Trust | 1 March 2027")
    assert undated.endswith(" | Nobody named | No date")


def test_an_open_item_that_nothing_prints_says_so() -> None:
    found = sheet("risks:\n  - {id: R1, title: tbc, likelihood: 1, impact: 1}\n")
    assert lines(found, "open") == ["[Risk: to be confirmed] | Not printed | Nobody named | No date"]


def test_an_error_is_no_open_item_although_the_cover_lists_both() -> None:
    found = sheet(problems=(problem("ZZZ-01", "the boat leaks"),))
    assert glance(found)["Errors and warnings"][0] == "1 error to settle"
    assert glance(found)["Open items"] == ("None: nothing is open", "–")


def test_answers_that_nothing_prints_stand_with_their_label() -> None:
    found = lines(sheet("risks:\n  - {id: R1, title: Rain, likelihood: 1, impact: 1}\n"), "unprinted")
    assert "“Risks” | risks" in found


def test_the_drafting_notes_of_all_chosen_clauses_stand_in_the_order_of_the_draft() -> None:
    found = sheet()
    notes = [line.split(" | ")[1] for line in lines(found, "drafting-notes")]
    library = load_library()
    assert library.find("legal-status").drafting_note in notes
    assert library.find("payment").drafting_note not in notes
    assert notes.index(library.find("legal-status").drafting_note) < notes.index(library.find("term").drafting_note)
    assert len(notes) == int(glance(found)["Drafting notes"][0].split()[0])


def test_a_draft_without_open_items_says_so() -> None:
    assert glance(sheet(start=CHARTER))["Open items"] == ("None: nothing is open", "–")
