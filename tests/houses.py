"""A second house style, made from the kit's own as an organisation's Word would save it: another font, colour and page,
a logo, a header and footer of its own, new ids for styles, lists and parts, and what Word leaves in a file besides.
"""

import re
import struct
import zlib
from functools import cache

from builders import packed, parts_of

from agreement_kit.docx.house import shipped_house_style

FONT, COLOUR = "Times New Roman", "5B2333"
ALTERNATIVE_TEXT = "Harbour Alliance: a wave under a sun"
SECRET = "Zanzibar"
"""Stands in every part of the file that tells of the people who made it."""

GERMAN = {"Heading1": "berschrift1", "Heading3": "berschrift3", "Header": "Kopfzeile", "TOC1": "Verzeichnis1"}
"""Ids that Word gives when somebody saves the file in German; the names stay."""

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def picture(width: int = 120, height: int = 60) -> bytes:
    """A PNG: a sun over a wave."""

    def colour(x: int, y: int) -> bytes:
        sun = (x - 90) ** 2 + (y - 20) ** 2 < 140
        wave = y > 38 + 4 * ((x // 12) % 2)
        return b"\xe0\xa0\x30" if sun else b"\x5b\x23\x33" if wave else b"\xff\xff\xff"

    rows = b"".join(b"\0" + b"".join(colour(x, y) for x in range(width)) for y in range(height))

    def chunk(kind: bytes, blob: bytes) -> bytes:
        return struct.pack(">I", len(blob)) + kind + blob + struct.pack(">I", zlib.crc32(kind + blob))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


DRAWING = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1080000" cy="540000"/>'
    f'<wp:docPr id="1" name="Logo" descr="{ALTERNATIVE_TEXT}"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    f'<pic:nvPicPr><pic:cNvPr id="1" name="logo.png" descr="{ALTERNATIVE_TEXT}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1080000" cy="540000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)


def paragraph(style: str, inside: str) -> str:
    return f'<w:p w:rsidR="00AB12CD"><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def number(kind: str) -> str:
    return f'<w:fldSimple w:instr=" {kind} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


FIRST = f"<w:hdr {NAMES}>{paragraph('Kopfzeile', DRAWING)}{paragraph('Kopfzeile', '')}</w:hdr>"
HEADER = (
    f'<w:hdr {NAMES}><w:p><w:pPr><w:pStyle w:val="Kopfzeile"/></w:pPr><w:bookmarkStart w:id="0" w:name="logo"/>'
    f'{run("Harbour Alliance")}<w:bookmarkEnd w:id="0"/></w:p></w:hdr>'
)
FOOTER = (
    f"<w:ftr {NAMES}>"
    + paragraph("Footer", f"{run('Harbour Alliance, 1 Quay Street')}<w:r><w:tab/></w:r>{run('Page ')}{number('PAGE')}")
    + "</w:ftr>"
)
SECTION = (
    '<w:sectPr w:rsidR="00AB12CD"><w:headerReference w:type="default" r:id="rId8"/>'
    '<w:headerReference w:type="first" r:id="rId9"/><w:footerReference w:type="default" r:id="rId10"/>'
    '<w:footerReference w:type="first" r:id="rId10"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1701" w:right="1134" w:bottom="1418" w:left="1985" w:header="709" w:footer="709" w:gutter="0"/>'
    '<w:pgNumType w:start="1"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>'
)
SETTINGS = (
    f'<w:settings {NAMES}><w:zoom w:percent="100"/><w:documentProtection w:edit="forms"/>'
    '<w:defaultTabStop w:val="709"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    f'<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids><w:docVars><w:docVar w:name="x" w:val="{SECRET}"/></w:docVars>'
    '<w:themeFontLang w:val="de-DE"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Harbour"><a:themeElements>'
    '<a:clrScheme name="x">'
    + "".join(
        f'<a:{name}><a:srgbClr val="{COLOUR}"/></a:{name}>'
        for name in ("dk1", "lt1", "dk2", "lt2", *(f"accent{at}" for at in range(1, 7)), "hlink", "folHlink")
    )
    + '</a:clrScheme><a:fontScheme name="x">'
    + "".join(
        f'<a:{name}><a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/></a:{name}>'
        for name in ("majorFont", "minorFont")
    )
    + '</a:fontScheme><a:fmtScheme name="x">'
    + "".join(
        f"<a:{name}>{each * 3}</a:{name}>"
        for name, each in (
            ("fillStyleLst", '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'),
            ("lnStyleLst", "<a:ln/>"),
            ("effectStyleLst", "<a:effectStyle><a:effectLst/></a:effectStyle>"),
            ("bgFillStyleLst", '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'),
        )
    )
    + "</a:fmtScheme></a:themeElements></a:theme>"
)
COMMENTS = f'<w:comments {NAMES}><w:comment w:id="0" w:author="{SECRET}"><w:p/></w:comment></w:comments>'
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{SECRET}</dc:creator></cp:coreProperties>'
)


def renumbered(xml: str, *elements: str) -> str:
    """Lists and patterns under other ids, as Word gives them."""
    for name in elements:
        xml = re.sub(rf'({name})="(\d+)"', lambda match: f'{match[1]}="{int(match[2]) * 7 + 3}"', xml)
    return xml


@cache
def second_house_style() -> bytes:
    """The file."""
    kit = {name: blob.decode() for name, blob in parts_of(shipped_house_style()).items()}
    styles = renumbered(kit["word/styles.xml"], "w:numId w:val").replace('w:val="1F3864"', f'w:val="{COLOUR}"')
    styles = styles.replace('"Arial"', f'"{FONT}"').replace('w:val="en-GB"', 'w:val="de-DE"')
    numbering = renumbered(kit["word/numbering.xml"], "w:numId", "w:abstractNumId", "w:abstractNumId w:val")
    numbering = numbering.replace("</w:numbering>", '<w:numIdMacAtCleanup w:val="9"/></w:numbering>')
    body = kit["word/document.xml"]
    body = body[: body.index("<w:sectPr>")] + SECTION + body[body.index("</w:sectPr>") + len("</w:sectPr>") :]
    body = body.replace("<w:t>Subheading</w:t>", f"<w:t>{SECRET}</w:t>")
    for old, new in GERMAN.items():
        styles = styles.replace(f'w:styleId="{old}"', f'w:styleId="{new}"').replace(
            f'w:basedOn w:val="{old}"', f'w:basedOn w:val="{new}"'
        )
        numbering = numbering.replace(f'w:pStyle w:val="{old}"', f'w:pStyle w:val="{new}"')
        body = body.replace(f'w:pStyle w:val="{old}"', f'w:pStyle w:val="{new}"')
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": kit["_rels/.rels"],
        "word/document.xml": body,
        "word/_rels/document.xml.rels": LINKS,
        "word/styles.xml": styles,
        "word/numbering.xml": numbering,
        "word/settings.xml": SETTINGS,
        "word/header4.xml": HEADER,
        "word/header7.xml": FIRST,
        "word/_rels/header7.xml.rels": links(("rId1", "image", "media/image3.PNG")),
        "word/footer2.xml": FOOTER,
        "word/theme/theme1.xml": THEME,
        "word/comments.xml": COMMENTS,
        "customXml/item1.xml": f"<x>{SECRET}</x>",
        "docProps/core.xml": CORE,
    }
    return packed({**{name: xml.encode() for name, xml in parts.items()}, "word/media/image3.PNG": picture()})


def links(*made: tuple[str, str, str]) -> str:
    inside = "".join(f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"/>' for key, kind, target in made)
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


LINKS = links(
    ("rId1", "customXml", "../customXml/item1.xml"),
    ("rId2", "styles", "styles.xml"),
    ("rId3", "numbering", "numbering.xml"),
    ("rId4", "settings", "settings.xml"),
    ("rId5", "theme", "theme/theme1.xml"),
    ("rId6", "comments", "comments.xml"),
    ("rId8", "header", "header4.xml"),
    ("rId9", "header", "header7.xml"),
    ("rId10", "footer", "footer2.xml"),
)
KINDS = {
    "word/document.xml": f"{WORD}.document.main+xml",
    "word/styles.xml": f"{WORD}.styles+xml",
    "word/numbering.xml": f"{WORD}.numbering+xml",
    "word/settings.xml": f"{WORD}.settings+xml",
    "word/header4.xml": f"{WORD}.header+xml",
    "word/header7.xml": f"{WORD}.header+xml",
    "word/footer2.xml": f"{WORD}.footer+xml",
    "word/comments.xml": f"{WORD}.comments+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in KINDS.items())
    + "</Types>"
)
