"""Parts and relationships → the zip that Word opens, with fixed dates, so that the same parts give the same bytes."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from posixpath import basename, dirname
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from agreement_kit.docx.elements import escaped
from agreement_kit.docx.namespaces import DECLARATION, R

XML = "application/xml"
RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE_LINK = f"{PACKAGE}/relationships/metadata/core-properties"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can hold; no file carries the time at which it was made."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the package: its name from the root, its content type, its bytes."""

    name: str
    kind: str
    blob: bytes


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship: its id, its type, and its target as seen from the folder of the part that has it."""

    id: str
    kind: str
    target: str
    is_external: bool = False


def packed(parts: Iterable[Part], links: Iterable[Link]) -> bytes:
    """The parts as a zip: content types first, then relationships (`links` are those of the main part), then the parts
    in the order given.
    """
    parts = tuple(parts)
    files = [
        ("[Content_Types].xml", content_types(parts)),
        (
            "_rels/.rels",
            relationships(
                [Link("rId1", f"{R}/officeDocument", "word/document.xml"), Link("rId2", CORE_LINK, "docProps/core.xml")]
            ),
        ),
        ("word/_rels/document.xml.rels", relationships(links)),
        *((part.name[1:], part.blob) for part in parts),
    ]
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, blob in files:
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, blob)
    return stream.getvalue()


def content_types(parts: Iterable[Part]) -> bytes:
    named = "".join(
        f'<Override PartName="{part.name}" ContentType="{part.kind}"/>'
        for part in parts
        if part.kind not in (XML, RELATIONSHIPS)
    )
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="{XML}"/>{named}</Types>'
    ).encode()


def relationships(links: Iterable[Link]) -> bytes:
    made = ""
    for link in links:
        mode = ' TargetMode="External"' if link.is_external else ""
        made += f'<Relationship Id="{escaped(link.id)}" Type="{link.kind}" Target="{escaped(link.target)}"{mode}/>'
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'.encode()


def relationships_of(part: str, links: Iterable[Link]) -> Part:
    """The part that keeps the relationships of `part`."""
    return Part(f"{dirname(part)}/_rels/{basename(part)}.rels", RELATIONSHIPS, relationships(links))
