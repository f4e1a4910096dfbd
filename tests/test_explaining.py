"""What `explain` says of fields, and which clauses it names as their readers."""

import pytest
from inputs import clause
from linting import template

from agreement_kit import CannotBeDone
from agreement_kit.api import explain as explain_shipped
from agreement_kit.explaining import Field, explain
from agreement_kit.library import Library
from agreement_kit.outlines import Entry, Template
from agreement_kit.schemas.agreement import AGREEMENT
from agreement_kit.text.fields import KINDS, field_text

TWO = """\
  fixed:
    position: standard
    when: {term.basis: [fixed]}
    use: Always.
    approver: Head of legal
  open:
    position: fallback 1
    use: Always.
    approver: Head of legal
"""
ENDING = clause(
    "## fixed\n\n1. It ends on {{ term.end }}.\n\n## open\n\n1. It goes on{% if term.end %} and on{% endif %}.\n",
    name="ending",
    alternatives=TWO,
)
PART = clause("1. {{ parties[0].name }} signs as {% if parties[0].crown %}the Crown{% endif %}.", name="signing")
LIBRARY = Library({"ending": ENDING})
DOCUMENT = template(Entry("clause", "ending", when={"term": ("true",)}), parts=[PART])


def explained(path: str, *templates: Template) -> Field:
    return explain(path, LIBRARY, templates or (DOCUMENT,))


@pytest.mark.parametrize("path", ["parties.legal_form", "parties[].legal_form", "parties[0].legal_form"])
def test_a_path_is_understood_with_and_without_positions(path: str) -> None:
    field = explained(path)
    assert (field.path, field.label, field.kind) == ("parties[].legal_form", "Legal form", "code")
    assert field.choices["cic"] == "community interest company"
    assert (field.example, field.default, field.is_required) == ("university_chartered", "", True)


def test_a_part_lists_its_fields_and_no_path_lists_the_parts() -> None:
    assert list(explained("").fields) == list(AGREEMENT)
    assert explained("term").fields["start"] == "Start"
    assert "draft_words" not in explained("document").fields  # follows from others


def test_a_name_of_the_writer_s_own_stands_in_the_path() -> None:
    assert explained("checks.accept.RACI-01.reason").label == "Reason"
    assert list(explained("clauses.choose").fields) == ["alternative", "reason"]


def test_readers_print_ask_are_worded_and_stand_by_a_field() -> None:
    (printing,) = explained("term.end").readings
    assert (printing.clause, printing.uses) == ("ending", {"prints": ("fixed",), "asks": ("open",)})
    (worded,) = explained("term.basis").readings
    assert worded.uses == {"chosen": ("fixed",)}
    (standing,) = explained("term").readings
    assert standing.uses == {"prints": ("fixed",), "chosen": ("fixed",), "asks": ("open",), "stands": ()}


def test_what_follows_from_a_field_is_read_too_and_a_part_names_its_document() -> None:
    (reading,) = explained("parties.legal_form").readings
    assert (reading.clause, reading.part_of, reading.uses) == ("signing", "agreement", {"follows": ()})


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("parites.legal_form", 'there is no field "parites.legal_form"; did you mean "parties.legal_form"?'),
        ("legal_form", 'did you mean "parties.legal_form"?'),
        ("trem", 'did you mean "term"?'),
        ("term.start.day", 'there is no field "term.start.day"'),
        ("zzzzzz", 'there is no field "zzzzzz"'),
    ],
)
def test_a_field_that_there_is_not_gets_the_nearest_one(path: str, expected: str) -> None:
    with pytest.raises(CannotBeDone) as found:
        explained(path)
    assert expected in str(found.value)
    assert "FIELD-07" in str(found.value)


def test_every_field_of_the_schema_can_be_explained() -> None:
    waiting = list(AGREEMENT)
    count = 0
    while waiting:
        path = waiting.pop()
        field = explained(path)
        count += 1
        assert field.entry in KINDS
        text = field_text(field, 80)
        assert text.startswith(f"{field.path}: {field.label}")
        assert field.help.split()[0] in text
        waiting += [f"{path}.{'RACI-01.' if field.kind == 'mapping' else ''}{name}" for name in field.fields]
    assert count > 300


def test_a_field_as_text() -> None:
    assert field_text(explained("term.basis"), 100) == (
        "term.basis: Basis of the term\n"
        "\n"
        "Whether the end is a date, the end of the work or open.\n"
        "\n"
        "Write: one of the words below; or tbc.\n"
        "Example: basis: fixed\n"
        "Where it is left out: fixed\n"
        "\n"
        "Choices, with the words that are printed:\n"
        "  fixed             for a fixed term\n"
        "  until_completion  until the work is complete\n"
        "  open_ended        until it is ended by notice\n"
        "\n"
        "Read by:\n"
        "  ending  Ending: is worded by it in fixed"
    )


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("raci.responsible", "Write: a list, each entry an id from parties; or tbc."),
        ("plan.milestones", "Write: a list, each entry with the fields below; or tbc."),
        ("pledges.by", "Write: an id from parties, or joint or all; or tbc."),
        (
            "parties.id",
            "Write: a short word by which other fields refer to the entry: a letter, then letters, digits, - or _.",
        ),
        ("parties.crown", "It follows from other answers and is not written in the file."),
        ("agreement.budget", "It is for the checks: no clause prints it."),
    ],
)
def test_a_text_says_what_may_stand_there(path: str, line: str) -> None:
    assert line in field_text(explained(path), 200).splitlines()


def test_the_kit_s_own_clauses_are_named() -> None:
    readers = {reading.clause: reading for reading in explain_shipped("liability.cap_basis").readings}
    assert readers["liability"].uses["chosen"] == ("no-cap",)
