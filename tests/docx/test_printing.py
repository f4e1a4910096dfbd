"""PDF through LibreOffice, and what is said where that cannot be."""

import re
import stat
import subprocess
import time
from functools import cache
from pathlib import Path

import pytest
from builders import clause, document, full_document, item, section
from inputs import SAMPLES

from agreement_kit.api import check, generate, load
from agreement_kit.document import Contents, PageBreak
from agreement_kit.docx.bookmarks import bookmark_name
from agreement_kit.docx.inspecting import inspect
from agreement_kit.docx.printing import find_libreoffice, print_pdf, timeless
from agreement_kit.docx.writing import write
from agreement_kit.problems import CannotBeDone
from tools import find_tool, needs, present

SOFFICE = find_libreoffice()
PDFTOTEXT, PDFINFO = find_tool("pdftotext"), find_tool("pdfinfo")
needs_libreoffice = needs(SOFFICE, "LibreOffice")
needs_poppler = needs(SOFFICE and PDFTOTEXT and PDFINFO, "LibreOffice or poppler-utils")


@cache
def printed(name: str) -> bytes:
    answers, _ = check(load(SAMPLES / f"{name}.agreement.yaml"))
    assert answers
    return print_pdf(write(generate(answers), has_pages=True), program=present(SOFFICE, "LibreOffice"))


def asked(command: list[str], pdf: bytes, folder: Path) -> str:
    file = folder / "draft.pdf"
    file.write_bytes(pdf)
    return subprocess.run([*command, str(file), "-"] if "pdftotext" in command[0] else [*command, str(file)],
                          check=True, capture_output=True, timeout=60, encoding="utf-8").stdout  # fmt: skip


def program(folder: Path, lines: str) -> str:
    """A program that stands in for LibreOffice."""
    file = folder / "soffice"
    file.write_text(f"#!/bin/sh\n{lines}\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return str(file)


@needs_libreoffice
def test_a_pdf_is_tagged_and_has_a_language_a_title_and_bookmarks() -> None:
    pdf = printed("marram-coast-charter")
    assert pdf.startswith(b"%PDF-")
    for sign in (
        b"/Marked true",
        b"/StructTreeRoot",
        b"/Outlines",
        b"/Lang(en-GB)",
        b"DisplayDocTitle true",
        b"pdfuaid",
    ):
        assert sign in pdf


@needs_libreoffice
def test_a_pdf_does_not_say_when_it_was_made_and_is_the_same_bytes_again() -> None:
    raw = write(document(clause("a", item("x"))))
    first, second = (print_pdf(raw, program=present(SOFFICE, "LibreOffice")) for _ in range(2))
    assert b"CreationDate" not in first
    assert b"CreateDate" not in first
    assert first == second


@needs_poppler
def test_the_contents_list_has_the_page_of_each_section(tmp_path: Path) -> None:
    pages = asked([present(PDFTOTEXT, "pdftotext"), "-layout"], printed("northmere-jro"), tmp_path).split("\f")
    (contents,) = (page for page in pages if re.search(r"^Contents", page, re.MULTILINE))
    for title, number in (("Legal status", 1), ("Governing law", 61)):
        named = re.search(rf"{number}\s+{title}\.+\s*(\d+)", contents)
        assert named
        assert re.search(rf"^\s*{number}\s+{title}", pages[int(named[1]) - 1], re.MULTILINE)
    assert not re.search(r"\.\.\s*0\b", contents)


@needs_poppler
def test_headings_lists_and_table_headers_are_tagged(tmp_path: Path) -> None:
    tags = asked([present(PDFINFO, "pdfinfo"), "-struct"], printed("northmere-jro"), tmp_path)
    for tag in ("H1", "H2", "H3", "Table", "TH", "LI", "Link"):
        assert re.search(rf"^\s+{tag}\b", tags, re.MULTILINE), tag


def test_without_libreoffice_it_says_what_to_do() -> None:
    with pytest.raises(
        CannotBeDone, match=r"PDF-01: a PDF is made by LibreOffice, which is not installed here\n.*save it as PDF"
    ):
        print_pdf(b"", program="")


def test_a_program_that_takes_too_long_is_stopped_with_what_it_started(tmp_path: Path) -> None:
    slow = program(tmp_path, f"(sleep 3; touch {tmp_path}/still-running) & wait")
    begun = time.monotonic()
    with pytest.raises(CannotBeDone, match=r"PDF-02: LibreOffice had not finished the PDF after 1 seconds"):
        print_pdf(b"", program=slow, seconds=1)
    assert time.monotonic() - begun < 3
    time.sleep(3)
    assert not (tmp_path / "still-running").exists()


@pytest.mark.parametrize("lines", ["exit 1", "exit 0"])
def test_a_program_that_makes_nothing_is_reported(lines: str, tmp_path: Path) -> None:
    with pytest.raises(CannotBeDone, match="PDF-03: LibreOffice made no PDF of the draft"):
        print_pdf(b"", program=program(tmp_path, lines))


def test_a_program_that_cannot_be_started_is_reported(tmp_path: Path) -> None:
    with pytest.raises(CannotBeDone, match="PDF-03: LibreOffice cannot be started"):
        print_pdf(b"", program=str(tmp_path / "nowhere"))


def test_the_moment_and_the_ids_change_nothing_and_lengths_stay() -> None:
    def made(moment: str, name: str) -> bytes:
        return f"/CreationDate(D:{moment})>> <xmp:CreateDate>{moment}</xmp:CreateDate> /ID [ <{name}>\n<{name}> ]\n/DocChecksum /{name}".encode()  # noqa: E501

    one, other = made("20261125141958Z", "1" * 32), made("20271125141958Z", "F" * 32)
    assert timeless(one) == timeless(other)
    assert len(timeless(one)) == len(one)


def test_only_the_printed_variant_has_page_numbers_in_its_contents() -> None:
    for has_pages in (False, True):
        from builders import parts_of

        xml = parts_of(write(full_document(), has_pages=has_pages))["word/document.xml"].decode()
        assert (f"PAGEREF {bookmark_name('payment')} " in xml) is has_pages
        assert (" TOC " in xml) is not has_pages
    assert inspect(write(full_document(), has_pages=True), "x.docx").provenance


def test_an_empty_contents_list_is_written_in_both_variants() -> None:
    lone = document(section("front", "contents", Contents(), PageBreak()))
    assert write(lone, has_pages=True) != write(lone)
