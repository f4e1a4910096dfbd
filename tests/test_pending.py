import re

import pytest
from inputs import CHARTER, answers, clause

from agreement_kit import ProblemsFound
from agreement_kit.api import load_library, load_templates
from agreement_kit.library import shipped_folder
from agreement_kit.pending import PendingLaw, load_pending, read_pending
from agreement_kit.sources import load

ENTRY = """\
pending:
  - id: harbour-bill
    title: Harbour Bill
    what: It abolishes the quay.
    status: before Parliament.
    checked_on: 2026-06-30
    confirm: the Bill's page.
    law: [Harbours Act 1964]
    clauses: [moorings]
    when:
      parties[].legal_form: [nhs_trust]
"""


def read(text: str) -> PendingLaw:
    (law,) = read_pending(load(text.encode(), name="pending-law.yaml"))
    return law


def problems(text: str) -> str:
    with pytest.raises(ProblemsFound) as found:
        read(text)
    return str(found.value)


def test_a_law_touches_the_clauses_that_it_names_and_those_that_rely_on_it() -> None:
    law = read(ENTRY)
    assert law.touches(clause("1. Moor.", name="moorings"))
    assert law.touches(clause("1. Moor.", name="quay", law="[Harbours Act 1964 s.14]"))
    assert not law.touches(clause("1. Moor.", name="quay", law="[The Harbours Act 1964 is repealed]"))
    assert not law.touches(clause("1. Moor.", name="quay"))


def test_a_law_touches_the_parties_for_whom_all_its_conditions_hold() -> None:
    law = read(ENTRY + "      parties[].nation: [england]\n")
    root = answers(start=CHARTER.replace("legal_form: nhs_trust", "legal_form: nhs_trust\n    nation: england")).root
    assert [str(each["id"]) for each in law.parties(root)] == ["trust"]
    elsewhere = answers(start=CHARTER.replace("legal_form: nhs_trust", "legal_form: nhs_trust\n    nation: wales")).root
    assert law.parties(elsewhere) == ()


def test_a_law_without_conditions_touches_no_party() -> None:
    assert read(ENTRY.split("    when:")[0]).parties(answers().root) == ()


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("status: before", "stats: before", 'pending-law.yaml:5:5: error FIELD-07: there is no field "stats"'),
        ("checked_on: 2026-06-30", "checked_on: June 2026", 'FIELD-02: checked_on: "June 2026" is not a date'),
        ("confirm: the Bill's page.", "confirm: tbc", "FIELD-12: nothing can be open in a file of the library"),
        ("[].legal_form", "[].legal_from", "LIB-07: no field of the input is called parties[].legal_from"),
        ("[nhs_trust]", "[nhs_trsut]", 'LIB-07: parties[].legal_form is never "nhs_trsut"; did you mean "nhs_trust"?'),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_line(old: str, new: str, sentence: str) -> None:
    assert old in ENTRY
    assert sentence in problems(ENTRY.replace(old, new))


def test_no_two_laws_share_an_id() -> None:
    again = ENTRY.removeprefix("pending:\n")
    assert 'FIELD-04: the id "harbour-bill" is used twice in pending' in problems(ENTRY + again)


def test_every_law_that_the_kit_lists_touches_something_that_exists() -> None:
    clauses = {**load_library().clauses, **{key: each for one in load_templates() for key, each in one.parts.items()}}
    for law in load_pending(shipped_folder()):
        assert set(law.clauses) <= clauses.keys()
        assert law.when or any(law.touches(each) for each in clauses.values())
        for start in law.law:
            assert any(entry.startswith(start) for each in clauses.values() for entry in each.law), start


def test_the_kit_lists_what_its_drafting_notes_call_pending() -> None:
    """A bill, or a date to come, in a clause's law stands in the list too."""
    laws = load_pending(shipped_folder())
    for each in load_library().clauses.values():
        for entry in each.law:
            if re.search(r"\bBill\b|from October 2026", entry):
                assert any(law.touches(each) for law in laws), entry
