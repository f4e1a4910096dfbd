"""Small Word files for tests: a body of a few lines over sound styles and lists."""

from builders import packed

from agreement_kit.docx.namespaces import DECLARATION, ROOT_NAMES, R, W

TITLE = "Harbour Agreement"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
NAVY_HEAD = '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr>'
LANGUAGE = '<w:lang w:val="en-GB"/>'


def style(key: str, name: str, inside: str = "", kind: str = "paragraph") -> str:
    default = ' w:default="1"' if key in ("Normal", "TableNormal") else ""
    return f'<w:style w:type="{kind}"{default} w:styleId="{key}"><w:name w:val="{name}"/>{inside}</w:style>'


def numbered(level: int) -> str:
    return f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'


STYLES = "".join(
    (
        style("Normal", "Normal"),
        *(style(f"Heading{level}", f"heading {level}") for level in (1, 2, 3, 4)),
        style("Clause1", "Clause 1", numbered(0)),
        style("Clause2", "Clause 2", numbered(1)),
        style("Clause3", "Clause 3", numbered(2)),
        style("TOC1", "toc 1"),
        style("Pale", "Pale", '<w:rPr><w:color w:val="AAAAAA"/></w:rPr>'),
        style("Loud", "Loud", "<w:rPr><w:caps/></w:rPr>"),
        style("Band", "Band", NAVY_HEAD, "table"),
    )
)
LEVELS = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1">'
    + "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(LEVELS)
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def paragraph(line: str) -> str:
    """A line "Style | words" as a paragraph; one that begins with "<" is XML already."""
    if line.startswith("<"):
        return line
    named, _, words = line.partition(" | ")
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{named}"/></w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
        if words
        else "<w:p/>"
    )


def word_file(
    *lines: str, title: str = TITLE, language: str = LANGUAGE, size: int = 22, header: str = "", links: str = ""
) -> bytes:
    """A Word file that shows its title, then these lines."""
    body = "".join(map(paragraph, (f"Heading1 | {TITLE}", *lines)))
    kinds = {"document": "document.main", "styles": "styles", "numbering": "numbering", "header1": "header"}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{KIND}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    office = "".join(
        f'<Relationship Id="rId{at}" Type="{R}/{kind}" Target="{name}.xml"/>'
        for at, (name, kind) in enumerate((("styles", "styles"), ("numbering", "numbering"), ("header1", "header")), 1)
    )
    relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="application/xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{relationships}"><Relationship Id="rId1" Type="{R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{relationships}">{office}{links}</Relationships>',
        "word/document.xml": f"<w:document {ROOT_NAMES} {DRAWING}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="{size}"/>'
        f"{language}</w:rPr></w:rPrDefault></w:docDefaults>{STYLES}</w:styles>",
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{NUMBERING}</w:numbering>',
        "word/header1.xml": f'<w:hdr xmlns:w="{W}">{header or "<w:p/>"}</w:hdr>',
        "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-'
        f'properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>',
    }
    return packed({name: (DECLARATION + xml).encode() for name, xml in parts.items()})


# pieces of XML


def run(words: str, look: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{words}</w:t></w:r>'


def field(code: str, shown: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {code} </w:instrText>'
        f'</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(words) if words else ''}</w:p></w:tc>"


def row(*cells: str, properties: str = "<w:cantSplit/>") -> str:
    made = (each if each.startswith("<") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


HEAD = "<w:cantSplit/><w:tblHeader/>"


def table(*rows: str, caption: str = "Who pays", properties: str = "") -> str:
    named = f'<w:tblCaption w:val="{caption}"/>' if caption else ""
    return f"<w:tbl><w:tblPr>{properties}{named}</w:tblPr>{''.join(rows)}</w:tbl>"
