"""Word files from outside that could do harm or be misread: each is refused with its own sentence."""

import random
import struct
import warnings
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from builders import document, edited, full_document, packed, parts_of
from hypothesis import given, settings
from hypothesis import strategies as st

from agreement_kit.docx.guarding import MAIN, linked_parts, open_package, parse
from agreement_kit.docx.origin import is_edited
from agreement_kit.docx.reading import read
from agreement_kit.docx.writing import write
from agreement_kit.problems import CannotBeDone, Place

SOUND = write(full_document())
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
LINKS = "word/_rels/document.xml.rels"
SETTINGS_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
    'Target="https://example.org/t.dotm" TargetMode="External"/></Relationships>'
)


def with_part(name: str, blob: bytes) -> bytes:
    return packed({**parts_of(SOUND), name: blob})


def without_part(name: str) -> bytes:
    return packed({key: blob for key, blob in parts_of(SOUND).items() if key != name})


def twice(name: str, again: str) -> bytes:
    stream = BytesIO(SOUND)
    with warnings.catch_warnings(), ZipFile(stream, "a") as package:
        warnings.simplefilter("ignore")
        package.writestr(again, package.read(name))
    return stream.getvalue()


def flagged_as_encrypted() -> bytes:
    """The zip's own encryption: a flag in the directory and before each entry."""
    raw = bytearray(packed({MAIN: b"<x/>"}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


def damaged() -> bytes:
    """One byte of packed text is another."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as package:
        package.writestr(MAIN, b"<words/>")
    return stream.getvalue().replace(b"<words/>", b"<wordz/>", 1)


def understated() -> bytes:
    """A zip that claims to unpack to ten bytes."""
    raw = bytearray(packed({MAIN: b" " * 100_000}))
    for header, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", raw, raw.index(header) + offset, 10)
    return bytes(raw)


def unpacking_to(size: int, *, noise: int = 0) -> bytes:
    return with_part("word/media/image1.bmp", bytes(size) + random.Random(1).randbytes(noise))


def with_doctype(encoding: str) -> bytes:
    xml = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]><document/>'
    return with_part(MAIN, f'<?xml version="1.0" encoding="{encoding}"?>{xml}'.encode(encoding))


def crowded() -> bytes:
    stream = BytesIO(SOUND)
    with ZipFile(stream, "a", ZIP_DEFLATED) as package:
        for number in range(2_000):
            package.writestr(f"word/media/{number}.png", b"")
    return stream.getvalue()


REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "encrypted": (
        lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
        "DOCX-01",
        "the file is protected by a password",
    ),
    "encrypted as a zip": (flagged_as_encrypted, "DOCX-01", "the file is protected by a password"),
    "an old .doc": (lambda: OLE, "DOCX-02", "this is a file of Word 97–2003 (.doc)"),
    "no zip": (lambda: b"%PDF-1.7", "DOCX-03", "this is not a Word file (.docx)"),
    "empty": (lambda: b"", "DOCX-03", "this is not a Word file (.docx)"),
    "truncated": (lambda: SOUND[: len(SOUND) // 2], "DOCX-04", "the file is cut short or damaged"),
    "damaged": (damaged, "DOCX-04", "the file is cut short or damaged"),
    "understated sizes": (understated, "DOCX-04", "the file is cut short or damaged"),
    "too large unpacked": (
        lambda: unpacking_to(101_000_000, noise=1_000_000),
        "DOCX-05",
        "the file unpacks to 102 MB; at most 100 MB are opened",
    ),
    "an expansion bomb": (lambda: unpacking_to(50_000_000), "DOCX-05", "the file unpacks to 8"),
    "too many parts": (crowded, "DOCX-05", "the file holds 2,013 parts; at most 2,000 are opened"),
    "too many paragraphs": (
        lambda: edited(SOUND, "</w:body>", "<w:p/>" * 200_001 + "</w:body>"),
        "DOCX-05",
        "the file holds 200,0",
    ),
    "a name that leads out": (
        lambda: with_part("word/../../evil.xml", b"<x/>"),
        "DOCX-06",
        'the file holds a part whose name leads out of it: "word/../../evil.xml"',
    ),
    "an absolute name": (
        lambda: with_part("/etc/passwd", b""),
        "DOCX-06",
        'the file holds a part whose name leads out of it: "/etc/passwd"',
    ),
    "a name with a drive": (
        lambda: with_part("C:evil.xml", b"<x/>"),
        "DOCX-06",
        'the file holds a part whose name leads out of it: "C:evil.xml"',
    ),
    "a name for Windows": (
        lambda: with_part("word\\..\\..\\evil.xml", b"<x/>"),
        "DOCX-06",
        'the file holds a part whose name leads out of it: "word',
    ),
    "two parts of one name": (
        lambda: twice(MAIN, MAIN),
        "DOCX-07",
        'the file holds two parts called "word/document.xml"',
    ),
    "two parts of one name but for case": (
        lambda: twice(MAIN, "word/Document.xml"),
        "DOCX-07",
        'the file holds two parts called "word/document.xml"',
    ),
    "no main part": (
        lambda: without_part(MAIN),
        "DOCX-08",
        "the file holds no word/document.xml: it is a zip file, but not a Word document",
    ),
    "macros": (lambda: with_part("word/vbaProject.bin", b""), "DOCX-09", "the file holds macros, which are programs"),
    "macros under another name": (
        lambda: edited(SOUND, ".document.main+xml", ".document.macroEnabled.main+xml", "[Content_Types].xml"),
        "DOCX-09",
        "the file holds macros, which are programs",
    ),
    "macros in a part of an innocent name": (
        lambda: edited(
            SOUND,
            "</Types>",
            '<Override PartName="/word/notes.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
            "[Content_Types].xml",
        ),
        "DOCX-09",
        "the file holds macros, which are programs",
    ),
    "a template from elsewhere": (
        lambda: with_part("word/_rels/settings.xml.rels", SETTINGS_LINKS.encode()),
        "DOCX-10",
        'the file loads a template from elsewhere: "https://example.org/t.dotm"',
    ),
    "a document type": (lambda: with_doctype("UTF-8"), "DOCX-11", 'the part "word/document.xml" declares a document'),
    "a document type in UTF-16": (
        lambda: with_doctype("UTF-16"),
        "DOCX-11",
        'the part "word/document.xml" declares a document',
    ),
    "a document type in a part that nobody reads": (
        lambda: with_part("customXml/item9.xml", b"<!DOCTYPE x><x/>"),
        "DOCX-11",
        'the part "customXml/item9.xml" declares a document',
    ),
    "relationships that are no XML": (
        lambda: with_part(LINKS, b"<Relationships>"),
        "DOCX-12",
        'the part "word/_rels/document.xml.rels" is damaged: it is not well-formed XML',
    ),
    "a dangling relationship": (
        lambda: without_part("word/styles.xml"),
        "DOCX-13",
        '"word/_rels/document.xml.rels" points to "styles.xml", which the file does not hold',
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_with_its_own_sentence(case: str) -> None:
    make, rule, sentence = REFUSED[case]
    with pytest.raises(CannotBeDone) as refusal:
        open_package(make(), "theirs.docx")
    (problem,) = refusal.value.problems
    assert (problem.place.file, problem.rule) == ("theirs.docx", rule)
    assert problem.sentence.startswith(sentence)


def test_a_sound_file_is_opened_whole() -> None:
    assert open_package(SOUND, "ours.docx") == parts_of(SOUND)


def test_a_long_table_is_no_expansion_bomb() -> None:
    rows = b"<w:tr><w:tc><w:p><w:r><w:t>the same words in each row</w:t></w:r></w:p></w:tc></w:tr>" * 30_000
    xml = parts_of(SOUND)[MAIN].replace(b"</w:body>", b"<w:tbl>" + rows + b"</w:tbl></w:body>")
    assert MAIN in open_package(with_part(MAIN, xml), "long.docx")


def test_a_link_to_a_web_page_or_to_a_bookmark_does_not_dangle() -> None:
    web = '<Relationship Id="rId8" Type="x/hyperlink" Target="https://example.org" TargetMode="External"/>'
    inside = '<Relationship Id="rId9" Type="x/hyperlink" Target="#_ak_x"/>'
    raw = edited(SOUND, "</Relationships>", f"{web}{inside}</Relationships>", LINKS)
    assert "rId8" not in linked_parts(open_package(raw, "linked.docx"), MAIN)


def test_a_relationship_may_name_its_target_from_the_root_of_the_package() -> None:
    raw = edited(SOUND, 'Target="styles.xml"', 'Target="/word/styles.xml"', LINKS)
    assert "word/styles.xml" in linked_parts(open_package(raw, "rooted.docx"), MAIN).values()


def test_a_target_may_differ_in_case_and_be_spelt_as_an_address() -> None:
    raw = edited(SOUND, 'Target="styles.xml"', 'Target="%73Tyles.xml"', LINKS)
    assert MAIN in open_package(raw, "spelt.docx")


def test_an_encoding_that_hides_a_document_type_from_a_search_is_refused_when_the_part_is_read() -> None:
    start, entity, end = (
        b"+ADwAIQ-DOCTYPE x +AFs-",
        b"+ADwAIQ-ENTITY a +ACI-b+ACIAPgBdAD4",
        b"APA-x+AD4AJg-a+ADsAPA-/x+AD4-",
    )
    with pytest.raises(CannotBeDone, match="DOCX-11"):
        parse(b'<?xml version="1.0" encoding="UTF-7"?>' + start + entity + end, MAIN, Place("theirs.docx"))


def test_a_file_from_outside_is_guarded_before_it_is_read() -> None:
    with pytest.raises(CannotBeDone, match="DOCX-09"):
        read(with_part("word/vbaProject.bin", b""))


def test_strict_open_xml_is_refused_and_the_way_out_is_named() -> None:
    raw = edited(SOUND, "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml")
    with pytest.raises(CannotBeDone, match=r"DOCX-08.*\n.*Save it in Word as a Word document"):
        read(raw)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.dictionaries(st.integers(0, len(SOUND) - 1), st.integers(0, 255), min_size=1, max_size=3))
def test_a_file_with_other_bytes_is_read_or_refused_and_never_crashes(changes: dict[int, int]) -> None:
    raw = bytearray(SOUND)
    for at, byte in changes.items():
        raw[at] = byte
    is_edited(bytes(raw))
    try:
        assert read(bytes(raw))[0].sections
    except CannotBeDone as refusal:
        assert {problem.rule[:5] for problem in refusal.problems} == {"DOCX-"}  # noqa: PT017


def test_a_draft_without_sections_is_a_sound_file() -> None:
    assert MAIN in open_package(write(document()), "empty.docx")
