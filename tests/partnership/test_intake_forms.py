"""A form that was filled in comes back as an intake."""

from pathlib import Path

import pytest
from inputs import SAMPLES, answers, printed

from agreement_kit import CannotBeDone, check, generate, load, write_docx
from agreement_kit.api import intake, mismatch
from agreement_kit.document import Cell, Document, Paragraph, Row, Table, Text, plain_text
from agreement_kit.partnership.intake_forms import entries

SAID = {
    "1": "Two offices: nobody knows whom to ask.",
    "2": "Each holds half.",
    "3a": "",
    "3b": "1",
    "3c": "rank 2",
    "4": "One door.",
    "5": "60 days instead of 118\n- happier staff",
    "6": "1. Cost studies\n2) Train people",
    "7": "Own property",
    "8": "12 staff",
    "9": "Desks",
    "10": "Ring back within a day",
    "11": "The board decides; the Vice-Chancellor signs",
    "12a": "double handling",
    "12b": "No progress in a year",
}


def filled_in(document: Document, said: dict[str, str]) -> Document:
    """The form with answers in its last column."""
    from dataclasses import replace

    def row_of(row: Row) -> Row:
        number = plain_text(row.cells[0].paragraphs[0].inlines)
        lines = said.get(number, "").split("\n")
        cell = Cell(tuple(Paragraph((Text(line),)) for line in lines))
        return Row((*row.cells[:-1], cell)) if number in said else row

    sections = tuple(
        replace(
            each,
            blocks=tuple(
                replace(block, rows=tuple(map(row_of, block.rows))) if isinstance(block, Table) else block
                for block in each.blocks
            ),
        )
        for each in document.sections
    )
    return replace(document, sections=sections)


def form(tmp_path: Path, said: dict[str, str], name: str = "intake-form") -> Path:
    file = tmp_path / "form.docx"
    file.write_bytes(write_docx(filled_in(generate(answers(), document=name), said)))
    return file


def test_every_answer_comes_back_in_its_field(tmp_path: Path) -> None:
    text = intake(form(tmp_path, SAID), party="uni")
    differences, problems = mismatch([load(text, name="uni.intake.yaml")])
    assert printed(problems) == ""
    assert differences is not None
    (found,) = differences.comparison.intakes
    assert found.at("purpose", "problem") == SAID["1"]
    assert [(each["type"], each["rank"]) for _, each in found.records("purpose", "value_types")] == [
        *(("shared_delivery", 1), ("aligned_plans", 2)),
    ]
    assert [text for _, text in found.texts("purpose", "success")] == ["60 days instead of 118", "happier staff"]
    assert [each["text"] for _, each in found.records("scope", "does")] == ["Cost studies", "Train people"]
    assert [each["text"] for _, each in found.records("pledges")] == ["Ring back within a day"]
    assert [text for _, text in found.texts("challenges")] == ["double handling"]
    assert "# How they decide, and who can sign: The board decides; the Vice-Chancellor signs" in text


def test_staff_answer_a_form_of_their_own(tmp_path: Path) -> None:
    text = intake(form(tmp_path, {"1": "Two queues"}, "workforce-intake-form"), party="uni", perspective="workforce")
    assert "perspective: workforce" in text
    assert "problem: Two queues" in text


def test_an_empty_form_and_another_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotBeDone, match="no answer stands beside a number"):
        intake(form(tmp_path, {}), party="uni")
    other = tmp_path / "other.docx"
    given, _ = check(load(SAMPLES / "marram-coast-charter.agreement.yaml"))
    assert given is not None
    other.write_bytes(write_docx(generate(given, document="key-messages")))
    with pytest.raises(CannotBeDone, match="INTAKE-03"):
        intake(other, party="uni")
    other.write_bytes(b"not a Word file")
    with pytest.raises(CannotBeDone):
        intake(other, party="uni")


def test_the_signs_of_lists_are_left_out() -> None:
    assert entries("- one\n* two\n(3) three\n4. four\n\n• five") == ("one", "two", "three", "four", "five")
