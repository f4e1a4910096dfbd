"""Where a file came from: a custom XML part with clause ids, alternatives, versions, and hashes by which an edit shows.

It never holds answers, notes or positions: the file goes to the other side.
"""

import hashlib
from collections.abc import Mapping

from agreement_kit.document import Document, Paragraph, Reference, Section, paragraphs
from agreement_kit.docx.bookmarks import PREFIX, bookmark_name
from agreement_kit.docx.elements import escaped
from agreement_kit.docx.namespaces import DECLARATION, ORIGIN

PART_NAME = "/customXml/item1.xml"


def origin_xml(document: Document, kit_version: str, parts: Mapping[str, bytes]) -> bytes:
    """The part, with a hash over all other parts of the package. Reference and version are on the page anyway."""
    sections = "".join(map(section_xml, document.sections))
    text = (
        f'{DECLARATION}<origin xmlns="{ORIGIN}" kit="{kit_version}" language="{attribute(document.language)}" '
        f'reference="{attribute(document.reference)}" version="{attribute(document.version)}" '
        f'status="{attribute(document.status)}" hash="{hash_of(parts)}">{sections}</origin>'
    )
    return text.encode()


def attribute(text: str) -> str:
    """Text in an attribute, where XML would read a line break or a tab as a space."""
    return escaped(text).replace("\n", "&#10;").replace("\t", "&#9;")


def section_xml(section: Section) -> str:
    anchors = [section.id, *(block.anchor for block in section.blocks if isinstance(block, Paragraph) and block.anchor)]
    named = "".join(f'<anchor id="{escaped(each)}" bookmark="{bookmark_name(each)}"/>' for each in anchors)
    return (
        f'<section id="{escaped(section.id)}" kind="{section.kind}" alternative="{escaped(section.alternative)}" '
        f'version="{escaped(section.version)}" text="{text_hash(section)}">{named}</section>'
    )


def text_hash(section: Section) -> str:
    """A hash of the words of a section, without the numbers that references print: another clause changes those."""
    lines = (
        "".join("" if isinstance(each, Reference) else each.text for each in p.inlines)
        for p in paragraphs(section.blocks)
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def hash_of(parts: Mapping[str, bytes]) -> str:
    """One hash over the names and bytes of the parts, in the order of their names."""
    digest = hashlib.sha256()
    for name in sorted(parts):
        digest.update(f"{name}\0{len(parts[name])}\0".encode())
        digest.update(parts[name])
    return digest.hexdigest()


def is_edited(raw: bytes) -> bool | None:
    """Whether a Word file was saved by anybody since the kit wrote it; None where the kit did not write it. LibreOffice
    drops the part and Word may rename it, but both keep the bookmarks: those alone say that somebody saved the file.
    """
    from io import BytesIO
    from zipfile import ZipFile

    from agreement_kit.docx.guarding import UNREADABLE

    try:
        with ZipFile(BytesIO(raw)) as package:
            files = {name: package.read(name) for name in package.namelist()}
    except UNREADABLE:
        return None
    stored = files.get(PART_NAME[1:], b"")
    if ORIGIN.encode() in stored:
        hashed = {f"/{name}": blob for name, blob in files.items() if is_hashed(name)}
        return f'hash="{hash_of(hashed)}"'.encode() not in stored
    return True if f'w:name="{PREFIX}'.encode() in files.get("word/document.xml", b"") else None


def is_hashed(name: str) -> bool:
    return f"/{name}" != PART_NAME and not name.endswith(".rels") and name != "[Content_Types].xml"
