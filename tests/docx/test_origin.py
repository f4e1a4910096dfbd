"""The part that says where a file came from: it holds nothing of the answers, and an edit shows."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from builders import clause, document, full_document, item, packed, parts_of, row, table, text

from agreement_kit.document import Answer, Open
from agreement_kit.docx.origin import is_edited
from agreement_kit.docx.writing import write

BODY = "word/document.xml"


def test_the_origin_part_holds_no_answer_and_no_wording() -> None:
    secret = Answer("Zanzibar", (("parties", 0, "name"),))
    blocks = (item("Wording ", secret, Open("[Zanzibar]", question="Zanzibar?", owner="Zanzibar")), table(row(secret)))
    written = replace(document(clause("payment", *blocks), title="Zanzibar"), author="Zanzibar", header=(text(secret),))
    origin = parts_of(write(written))["customXml/item1.xml"].decode()
    assert "payment" in origin
    assert "Zanzibar" not in origin
    assert "Wording" not in origin
    assert "parties" not in origin


def test_a_file_as_written_is_not_edited() -> None:
    assert is_edited(write(full_document())) is False


def test_a_file_that_was_packed_anew_is_not_edited() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as package:
        for name, blob in reversed(parts_of(write(full_document())).items()):
            package.writestr(name, blob)
    assert is_edited(stream.getvalue()) is False


@pytest.mark.parametrize("part", [BODY, "word/styles.xml", "word/header1.xml", "docProps/core.xml"])
def test_a_file_with_one_byte_changed_is_edited(part: str) -> None:
    parts = parts_of(write(full_document()))
    assert is_edited(packed({**parts, part: parts[part].replace(b">", b"> ", 1)})) is True


def test_a_file_with_a_part_more_or_less_is_edited() -> None:
    parts = parts_of(write(full_document()))
    assert is_edited(packed({**parts, "word/comments.xml": b"<x/>"})) is True
    del parts["docProps/core.xml"]
    assert is_edited(packed(parts)) is True


def test_a_file_saved_by_libreoffice_which_drops_the_origin_part_is_edited() -> None:
    parts = parts_of(write(full_document()))
    del parts["customXml/item1.xml"]
    assert is_edited(packed(parts)) is True


@pytest.mark.parametrize("raw", [b"", b"%PDF", packed({"x": b""}), packed({BODY: b"<w:document/>"})])
def test_of_a_file_that_the_kit_did_not_write_nothing_is_said(raw: bytes) -> None:
    assert is_edited(raw) is None
