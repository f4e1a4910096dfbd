"""Where a file came from: a custom XML part with clause ids, alternatives, versions, and hashes by which an edit shows.

It never holds answers, notes or positions: the file goes to the other side.
"""

import hashlib
from collections.abc import Mapping

from agreement_kit.document import Document, Section, paragraphs, plain_text
from agreement_kit.docx.bookmarks import PREFIX, anchors_of, bookmark_name
from agreement_kit.docx.elements import escaped
from agreement_kit.docx.namespaces import DECLARATION, ORIGIN

PART_NAME = "/customXml/item1.xml"


def origin_xml(document: Document, kit_version: str, parts: Mapping[str, bytes]) -> bytes:
    """The part, with a hash over all other parts of the package. Reference and version are on the page anyway; of a
    redline it also says which side an anchor belongs to, and what the properties of the old draft were.
    """
    sections = "".join(map(section_xml, document.sections))
    if document.mark is not None and isinstance(document.mark.was, Document):
        sections = was_xml(document.mark.was) + sections
    text = (
        f'{DECLARATION}<origin xmlns="{ORIGIN}" kit="{kit_version}" language="{attribute(document.language)}" '
        f'reference="{attribute(document.reference)}" version="{attribute(document.version)}" '
        f'status="{attribute(document.status)}" hash="{hash_of(parts)}">{sections}</origin>'
    )
    return text.encode()


def attribute(text: str) -> str:
    """Text in an attribute, where XML would read a line break or a tab as a space."""
    return escaped(text).replace("\n", "&#10;").replace("\t", "&#9;")


FACTS = ("title", "author", "language", "reference", "version", "status")
"""What a document says of itself as a whole."""


def was_xml(old: Document) -> str:
    return f"<was {' '.join(f'{name}={chr(34)}{attribute(getattr(old, name))}{chr(34)}' for name in FACTS)}/>"


def section_xml(section: Section) -> str:
    named = ""
    for anchor, side in anchors_of(section):
        apart = f' side="{side}"' if side else ""
        named += f'<anchor id="{escaped(anchor)}" bookmark="{bookmark_name(anchor, side)}"{apart}/>'
    text = "\n".join(plain_text(paragraph.inlines) for paragraph in paragraphs(section.blocks))
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    was = section.mark.was if section.mark else None
    old = f' was="{escaped(was.id)}"' if isinstance(was, Section) and was.id != section.id else ""
    return (
        f'<section id="{escaped(section.id)}"{old} kind="{section.kind}" alternative="{escaped(section.alternative)}" '
        f'version="{escaped(section.version)}" text="{digest}">{named}</section>'
    )


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
