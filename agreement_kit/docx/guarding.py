"""Opens a Word file that came from outside. What could harm whoever opens it, or would be read wrongly in silence, is
refused here, each with its own sentence, before any other module of the room sees a part of it.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile, ZipInfo

from agreement_kit.docx.namespaces import w
from agreement_kit.problems import CannotBeDone, Place, error

if TYPE_CHECKING:
    from lxml import etree

MAIN = "word/document.xml"
OLE_HEADER = bytes.fromhex("D0CF11E0A1B11AE1")
"""Opens every file of the container that Word used until 2003, and uses still for files with a password."""

MAX_PARTS = 2_000
MAX_UNPACKED = 100_000_000
MAX_RATIO = 300
"""Unpacked to packed. A long table packs 40 to 1, one of 50,000 equal rows 220; beyond 1,030 no zip can go."""
MAX_PARAGRAPHS = 200_000

UNREADABLE = (BadZipFile, EOFError, OSError, RuntimeError, ValueError, zlib.error)
"""What Python raises for a zip that is damaged, encrypted, or packed in a way it does not know."""

Parts = dict[str, bytes]
"""Name in the package, without a leading slash, → bytes."""


def open_package(raw: bytes, name: str) -> Parts:
    """The parts of a Word file. Raises CannotBeDone, naming the file, where it is not safe or not possible to read."""
    place = Place(name)
    if raw.startswith(OLE_HEADER):
        raise refused_container(raw, place)
    if not raw.startswith(b"PK"):
        raise refused(place, "DOCX-03", "this is not a Word file (.docx)")
    try:
        with ZipFile(BytesIO(raw)) as package:
            check_entries(package.infolist(), place)
            parts = {entry.filename: package.read(entry) for entry in package.infolist() if not entry.is_dir()}
    except UNREADABLE:
        sentence = "the file is cut short or damaged"
        raise refused(place, "DOCX-04", sentence, "Fetch or send it again; Word may be able to repair it.") from None
    if MAIN not in parts:
        raise refused(place, "DOCX-08", f"the file holds no {MAIN}: it is a zip file, but not a Word document")
    check_parts(parts, place)
    return parts


def refused(place: Place, rule: str, sentence: str, hint: str = "") -> CannotBeDone:
    return CannotBeDone([error(place, rule, sentence, hint)])


def refused_container(raw: bytes, place: Place) -> CannotBeDone:
    if "EncryptedPackage".encode("utf-16-le") in raw:
        sentence, hint = "the file is protected by a password", "Open it in Word and save it without a password."
        return refused(place, "DOCX-01", sentence, hint)
    sentence = "this is a file of Word 97–2003 (.doc)"
    return refused(place, "DOCX-02", sentence, "Open it in Word and save it as a Word document (.docx).")


def check_entries(entries: Iterable[ZipInfo], place: Place) -> None:
    """Refuses by what the zip says of itself, before anything is unpacked. A zip that understates its sizes does not
    unpack: Python stops at the size stated, and the checksum fails.
    """
    entries = tuple(entries)
    if any(entry.flag_bits & 1 for entry in entries):
        raise refused(place, "DOCX-01", "the file is protected by a password", "Save it without a password.")
    unpacked, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if len(entries) > MAX_PARTS:
        raise refused(place, "DOCX-05", f"the file holds {len(entries):,} parts; at most {MAX_PARTS:,} are opened")
    if unpacked > MAX_UNPACKED:
        limit = f"at most {MAX_UNPACKED / 1e6:,.0f} MB are opened"
        raise refused(place, "DOCX-05", f"the file unpacks to {unpacked / 1e6:,.0f} MB; {limit}")
    if unpacked > MAX_RATIO * packed:
        raise refused(place, "DOCX-05", f"the file unpacks to {unpacked // max(packed, 1):,} times its size")
    names = [entry.filename for entry in entries]
    if outside := next((each for each in names if is_outside(each)), ""):
        raise refused(place, "DOCX-06", f'the file holds a part whose name leads out of it: "{outside}"')
    # Word takes the first of two parts of one name, Python the last: each side would read another agreement.
    twice = [each for each, count in Counter(map(str.lower, names)).items() if count > 1]
    if twice:
        raise refused(place, "DOCX-07", f'the file holds two parts called "{twice[0]}"')


def is_outside(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")


def check_parts(parts: Mapping[str, bytes], place: Place) -> None:
    for name, blob in parts.items():
        if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in blob.replace(b"\0", b""):  # no byte order hides it
            raise refused_doctype(name, place)
    links = [link for name in sorted(parts) if name.endswith(".rels") for link in links_of(name, parts[name], place)]
    types = parts.get("[Content_Types].xml", b"")
    if b"macroEnabled" in types or b"vbaProject" in types or any("vbaproject" in name.lower() for name in parts):
        sentence = "the file holds macros, which are programs"
        raise refused(place, "DOCX-09", sentence, "Save it in Word as a Word document (.docx), which holds none.")
    for _, kind, target, is_external in links:
        if kind.endswith("/attachedTemplate") and is_external:
            sentence = f'the file loads a template from elsewhere: "{target}"'
            hint = "In Word, choose Developer, Document Template, take the path away and save."
            raise refused(place, "DOCX-10", sentence, hint)
    known = {name.lower() for name in parts}
    for source, _, target, is_external in links:
        if not is_external and not target.startswith("#") and resolved(source, target).lower() not in known:
            raise refused(place, "DOCX-13", f'"{source}" points to "{target}", which the file does not hold')
    paragraphs = len(re.findall(rb"<(?:\w+:)?p[ />]", parts[MAIN]))
    if paragraphs > MAX_PARAGRAPHS:
        sentence = f"the file holds {paragraphs:,} paragraphs; at most {MAX_PARAGRAPHS:,} are read"
        raise refused(place, "DOCX-05", sentence)


def refused_doctype(part: str, place: Place) -> CannotBeDone:
    sentence = f'the part "{part}" declares a document type, by which text can be hidden or brought in from elsewhere'
    return refused(place, "DOCX-11", sentence)


def links_of(part: str, blob: bytes, place: Place) -> list[tuple[str, str, str, bool]]:
    """Of each relationship: the part it is kept in, its type, its target, whether that lies outside the file."""
    root = parse(blob, part, place)
    return [
        (part, each.get("Type", ""), each.get("Target", ""), each.get("TargetMode", "") == "External")
        for each in root.iter("{*}Relationship")
    ]


def resolved(relationships: str, target: str) -> str:
    """The part that a target names, seen from where its relationships are kept: `word/_rels/document.xml.rels`."""
    path = unquote(target.split("#")[0])
    return path.lstrip("/") if path.startswith("/") else normpath(join(dirname(dirname(relationships)), path))


def linked_parts(parts: Mapping[str, bytes], source: str) -> dict[str, str]:
    """Relationship id → name of the part, for what lies inside the file."""
    folder, _, name = source.rpartition("/")
    relationships = f"{folder}/_rels/{name}.rels"
    if relationships not in parts:
        return {}
    return {
        each.get("Id", ""): resolved(relationships, each.get("Target", ""))
        for each in parse(parts[relationships], relationships, Place(source)).iter("{*}Relationship")
        if each.get("TargetMode", "") != "External"
    }


def parse(blob: bytes, part: str, place: Place) -> "etree._Element":
    """The root of an XML part. No entity is resolved, nothing is fetched, and depth and text sizes are limited."""
    from lxml import etree

    strict: Any = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root: etree._Element = etree.fromstring(blob, strict)
    except etree.XMLSyntaxError:
        raise refused(place, "DOCX-12", f'the part "{part}" is damaged: it is not well-formed XML') from None
    if root.getroottree().docinfo.internalDTD is not None:  # an encoding that the byte search cannot see through
        raise refused_doctype(part, place)
    return root


def parse_main(parts: Mapping[str, bytes], place: Place) -> "etree._Element":
    """The root of the main part. Raises CannotBeDone where it is not what Word writes by default."""
    root = parse(parts[MAIN], MAIN, place)
    if root.tag != w("document"):
        sentence = "the file is a Word document of another kind (Strict Open XML, or no text at all)"
        raise refused(place, "DOCX-08", sentence, "Save it in Word as a Word document (.docx).")
    return root
