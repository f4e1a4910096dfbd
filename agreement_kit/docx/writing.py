"""Document → .docx bytes. python-docx's package model holds the parts; the zip is written with fixed dates, so that the
same document gives the same bytes.
"""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from agreement_kit import __version__
from agreement_kit.document import Document
from agreement_kit.docx import elements
from agreement_kit.docx.body import Body
from agreement_kit.docx.house import HeldLink, HeldPart, HouseStyle, load_house_style, shipped_house_style
from agreement_kit.docx.namespaces import DECLARATION, ROOT_NAMES, R
from agreement_kit.docx.origin import PART_NAME, origin_xml
from agreement_kit.docx.pictures import painted

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
XML = "application/xml"
PNG = "image/png"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_NAMES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
CORE_LINK = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
PACKAGE_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can hold; no file carries the time at which it was made."""


def write(document: Document, house_style: bytes | None = None, *, has_pages: bool = False) -> bytes:
    """The document as a Word file in the house style, the kit's own where none is given. `has_pages` gives the contents
    list page numbers, as fields that are empty until a word processor fills them.

    Raises CannotBeDone where the house style lacks a style that the draft needs.
    """
    house = load_house_style(house_style or shipped_house_style())
    body = Body(document, house, has_pages=has_pages)
    main = f"{DECLARATION}<w:document {ROOT_NAMES}>{body.xml()}</w:document>".encode()
    parts: list[HeldPart] = [
        ("/word/document.xml", f"{WORD}.document.main+xml", main),
        ("/word/numbering.xml", f"{WORD}.numbering+xml", numbering(house, body.restarted)),
        ("/docProps/core.xml", CORE, core_properties(document)),
        *((name, kind, header(document, body) if "header" in name else blob) for name, kind, blob in house.parts),
    ]
    media = [(f"/word/media/picture{at}.png", PNG, painted(each)) for at, each in enumerate(body.pictures, 1)]
    parts += media
    origin = origin_xml(document, __version__, {name: blob for name, _, blob in parts})
    links = [(f"rIdPicture{at}", f"{R}/image", name.removeprefix("/word/")) for at, (name, _, _) in enumerate(media, 1)]
    return packed([*parts, (PART_NAME, XML, origin)], [*house.links, *links])


def numbering(house: HouseStyle, restarted: Iterable[int]) -> bytes:
    """The house's lists, and one more for each schedule, which counts from 1 again."""
    start = house.numbering.rfind(b"</w:num>") + len(b"</w:num>")
    abstract = house.abstract_of[house.list_of["Schedule1"]]
    new = "".join(new_list(each, abstract) for each in restarted).encode()
    return house.numbering[:start] + new + house.numbering[start:]


def new_list(number: int, abstract: int) -> str:
    levels = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in range(4)
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{levels}</w:num>'


def header(document: Document, body: Body) -> bytes:
    """The lines at the head of each page."""
    lines = [elements.paragraph("Header", body.runs(line.inlines)) for line in document.header[:-1]]
    air = '<w:spacing w:after="160"/>'  # a title of three lines pushes the text down, and must not touch it
    lines += [elements.paragraph("Header", body.runs(line.inlines), air) for line in document.header[-1:]]
    return f"{DECLARATION}<w:hdr {ROOT_NAMES}>{''.join(lines) or elements.paragraph('Header', '')}</w:hdr>".encode()


def core_properties(document: Document) -> bytes:
    """Title, author and language; no dates, because the time of writing is no fact about the agreement."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{CORE_NAMES}" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{elements.escaped(document.title)}</dc:title>'
        f"<dc:creator>{elements.escaped(document.author)}</dc:creator><dc:language>{document.language}</dc:language>"
        f"<cp:version>{elements.escaped(document.version)}</cp:version></cp:coreProperties>"
    ).encode()


def packed(parts: Iterable[HeldPart], links: Iterable[HeldLink]) -> bytes:
    """The parts as a zip: content types first, then relationships, then the parts by name."""
    parts = tuple(parts)
    links = [*links, ("rIdOrigin", f"{R}/customXml", "../customXml/item1.xml")]
    files = [
        ("[Content_Types].xml", content_types(parts)),
        (
            "_rels/.rels",
            relationships(
                [("rId1", f"{R}/officeDocument", "word/document.xml"), ("rId2", CORE_LINK, "docProps/core.xml")]
            ),
        ),
        ("word/_rels/document.xml.rels", relationships(links)),
        *((name[1:], blob) for name, _, blob in parts),
    ]
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, blob in files:
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, blob)
    return stream.getvalue()


def content_types(parts: Iterable[HeldPart]) -> bytes:
    named = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind, _ in parts if kind != XML)
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="{XML}"/>{named}</Types>'
    ).encode()


def relationships(links: Iterable[tuple[str, str, str]]) -> bytes:
    made = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in links)
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE_LINKS}">{made}</Relationships>'.encode()
