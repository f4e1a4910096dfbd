"""Writes templates/house-style.docx: the slim Word file whose styles, lists, page and footer every draft takes on.

An organisation opens that file in Word and restyles it; the kit's own is made here so that its look can be reviewed as
text. Run `python tools/build_house_style.py`; a test checks that the file is what this script writes.
"""

from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ACCENT, GREY, HEADER_FILL, HAIRLINE = "1F3864", "595959", "E7ECF2", "A6A6A6"
FONT = "Arial"
TEXT_WIDTH = 9412  # twips: A4 less 2.2 cm on each side
AFTER = (80, 40, 30)  # twips of air below a paragraph of the first, second and third level
STEPS = (0, 709, 1276, 1843)  # where text stands at each level: 0, 1.25, 2.25, 3.25 cm

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def font(size: float, *, bold: bool = False, color: str = "") -> str:
    """Run properties; `size` in points."""
    weight = "<w:b/><w:bCs/>" if bold else ""
    shade = f'<w:color w:val="{color}"/>' if color else ""
    return f'<w:rPr>{weight}{shade}<w:sz w:val="{size * 2:g}"/><w:szCs w:val="{size * 2:g}"/></w:rPr>'


def layout(
    *,
    before: int = 0,
    after: int = 120,
    line: int = 0,
    left: int = 0,
    hanging: int = 0,
    keep_next: bool = False,
    keep_lines: bool = False,
    page_break: bool = False,
    number: tuple[int, int] | None = None,
    tabs: str = "",
    outline: int | None = None,
    contextual: bool = False,
) -> str:
    """Paragraph properties in the order that the schema asks for; lengths in twips, `line` in 240ths."""
    parts = [
        "<w:keepNext/>" if keep_next else "",
        "<w:keepLines/>" if keep_lines else "",
        "<w:pageBreakBefore/>" if page_break else "",
        f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else "",
        f"<w:tabs>{tabs}</w:tabs>" if tabs else "",
        f'<w:spacing w:before="{before}" w:after="{after}"'
        + (f' w:line="{line}" w:lineRule="auto"/>' if line else "/>"),
        f'<w:ind w:left="{left}"' + (f' w:hanging="{hanging}"/>' if hanging else "/>") if left or hanging else "",
        "<w:contextualSpacing/>" if contextual else "",
        f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else "",
    ]
    return "<w:pPr>" + "".join(parts) + "</w:pPr>"


def paragraph_style(
    style_id: str, name: str, properties: str, run: str = "", *, based_on: str = "Normal", following: str = ""
) -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    after = f'<w:next w:val="{following}"/>' if following else ""
    custom = "" if name.split()[0] in ("Normal", "heading", "header", "footer", "toc") else ' w:customStyle="1"'
    default = ' w:default="1"' if style_id == "Normal" else ""
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style_id}"><w:name w:val="{name}"/>{base}{after}'
        f"<w:qFormat/>{properties}{run}</w:style>"
    )


def right_tab(position: int = TEXT_WIDTH) -> str:
    return f'<w:tab w:val="right" w:pos="{position}"/>'


def styles() -> str:
    heading = {"keep_next": True, "keep_lines": True}
    made = [
        paragraph_style("Normal", "Normal", layout(after=80, line=276), based_on=""),
        paragraph_style(
            "Heading1",
            "heading 1",
            layout(before=1200, after=240, outline=0, **heading),
            font(26, bold=True, color=ACCENT),
        ),
        paragraph_style(
            "Heading2",
            "heading 2",
            layout(before=320, after=40, line=250, outline=1, **heading),
            font(15, bold=True, color=ACCENT),
        ),
        paragraph_style(
            "Heading3",
            "heading 3",
            layout(
                before=200,
                after=40,
                line=250,
                left=709,
                hanging=709,
                number=(1, 0),
                outline=2,
                tabs=right_tab(),
                **heading,
            ),
            font(12, bold=True, color=ACCENT),
            following="Clause1",
        ),
        paragraph_style(
            "FrontHeading",
            "Front Heading",
            layout(page_break=True, after=160, outline=1, **heading),
            font(18, bold=True, color=ACCENT),
            based_on="Heading2",
        ),
        paragraph_style(
            "Subheading",
            "Subheading",
            layout(before=160, after=60, line=250, outline=2, **heading),
            font(11.5, bold=True, color=ACCENT),
        ),
        paragraph_style(
            "ScheduleHeading",
            "Schedule Heading",
            layout(page_break=True, after=60, line=250, left=1985, hanging=1985, number=(2, 0), outline=1, **heading),
            based_on="Heading2",
        ),
        paragraph_style("ScheduleLead", "Schedule Lead", layout(after=100, keep_next=True), font(10, color=GREY)),
        paragraph_style("CoverSubtitle", "Cover Subtitle", layout(after=240), font(16, color=GREY)),
        paragraph_style("CoverName", "Cover Name", layout(after=360, contextual=True), font(14, bold=True)),
        paragraph_style("CoverLine", "Cover Line", layout(after=60), font(12)),
        *levels("Clause", "Clause", 1, first_level=1),
        *levels("Schedule", "Schedule", 3, first_level=0),
        *levels("Recital", "Recital", 4, first_level=0, count=3),
        *levels("Party", "Party", 5, first_level=0, count=3),
        paragraph_style("TableText", "Table Text", layout(after=0, line=245), font(10)),
        paragraph_style(
            "TableHead",
            "Table Head",
            layout(after=0, keep_next=True, line=245),
            font(10, bold=True),
            based_on="TableText",
        ),
        paragraph_style("TableSpacer", "Table Spacer", layout(after=0, line=160), font(6)),
        paragraph_style(
            "SignatureText", "Signature Text", layout(after=0, keep_next=True), font(10), based_on="TableText"
        ),
        paragraph_style(
            "TOC1",
            "toc 1",
            layout(before=60, after=0, line=245, left=1276, hanging=1276, tabs='<w:tab w:val="left" w:pos="1276"/>'),
            font(10, bold=True),
        ),
        paragraph_style(
            "TOC2",
            "toc 2",
            layout(after=0, line=245, left=567, hanging=567, tabs='<w:tab w:val="left" w:pos="567"/>'),
            font(10),
        ),
        paragraph_style("Header", "header", layout(after=0, tabs=right_tab()), font(9, color=GREY)),
        paragraph_style("Footer", "footer", layout(after=0, tabs=right_tab()), font(9, color=GREY)),
        character_style(
            "OpenItem", "Open Item", '<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FFF2AB"/></w:rPr>'
        ),
        character_style(
            "BindingLabel",
            "Binding Label",
            '<w:rPr><w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>',
        ),
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
        NORMAL_TABLE,
        table_style(),
        signature_style(),
    ]
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    return f'{DECLARATION}<w:styles xmlns:w="{W}">{defaults}{"".join(made)}</w:styles>'


def levels(style_id: str, name: str, list_id: int, *, first_level: int, count: int = 3) -> list[str]:
    """The numbered paragraphs of one list, and the text that goes on at each of its levels."""
    made = []
    for level in range(1, count + 1):
        depth = first_level + level - 1
        indent = indents(list_id)[depth]
        made.append(
            paragraph_style(
                f"{style_id}{level}",
                f"{name} {level}",
                layout(
                    after=AFTER[depth - first_level],
                    left=indent[1],
                    hanging=indent[1] - indent[0],
                    number=(list_id, depth),
                ),
            )
        )
        made.append(
            paragraph_style(
                f"{style_id}Text{level}",
                f"{name} Text {level}",
                layout(after=AFTER[depth - first_level], left=indent[1]),
            )
        )
    return made


def indents(list_id: int) -> list[tuple[int, int]]:
    """Where the number and where the text stands, by list level."""
    steps = list(pairwise(STEPS))
    if list_id == 1:
        return [steps[0], steps[0], *steps[1:]]  # heading and 1.1 share one text edge
    if list_id == 3:
        return [steps[0], steps[0], *steps[1:]]
    return steps


def character_style(style_id: str, name: str, run: str) -> str:
    return f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/><w:qFormat/>{run}</w:style>'


CELL_MARGINS = (
    '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)
NORMAL_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
)


def hairline(side: str) -> str:
    return f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{HAIRLINE}"/>'


def table_style() -> str:
    borders = f"<w:tblBorders>{hairline('top')}{hairline('bottom')}{hairline('insideH')}</w:tblBorders>"
    head = (
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{HEADER_FILL}"/>'
        "</w:tcPr></w:tblStylePr>"
    )
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="AgreementTable"><w:name w:val="Agreement Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>{borders}{CELL_MARGINS}</w:tblPr>{head}</w:style>'
    )


def signature_style() -> str:
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="SignatureTable"><w:name w:val="Signature Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>{CELL_MARGINS}</w:tblPr></w:style>'
    )


def numbering() -> str:
    clause = [
        ("decimal", "%1", "Heading3"),
        ("decimal", "%1.%2", "Clause1"),
        ("lowerLetter", "(%3)", "Clause2"),
        ("lowerRoman", "(%4)", "Clause3"),
    ]
    schedule = [("decimal", "Schedule %1", "ScheduleHeading")]
    paragraph = [
        ("decimal", "%1", "Schedule1"),
        ("decimal", "%1.%2", "Schedule2"),
        ("lowerLetter", "(%3)", "Schedule3"),
        ("lowerRoman", "(%4)", ""),
    ]
    recital = [
        ("upperLetter", "(%1)", "Recital1"),
        ("lowerRoman", "(%2)", "Recital2"),
        ("lowerLetter", "(%3)", "Recital3"),
    ]
    party = [("decimal", "(%1)", "Party1"), ("lowerLetter", "(%2)", "Party2"), ("lowerRoman", "(%3)", "Party3")]
    lists = [clause, schedule, paragraph, recital, party]
    made = "".join(abstract_list(number, levels_) for number, levels_ in enumerate(lists, 1))
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, len(lists) + 1))
    return f'{DECLARATION}<w:numbering xmlns:w="{W}">{made}{nums}</w:numbering>'


def abstract_list(number: int, levels_: list[tuple[str, str, str]]) -> str:
    made = []
    for depth, (form, text, style) in enumerate(levels_):
        left = 1985 if number == 2 else indents(number)[depth][1]
        hanging = 1985 if number == 2 else left - indents(number)[depth][0]
        bound = f'<w:pStyle w:val="{style}"/>' if style else ""
        made.append(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{bound}<w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        )
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{"".join(made)}</w:abstractNum>'


def settings() -> str:
    return (
        f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def field(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def footer() -> str:
    page = f'<w:r><w:tab/><w:t xml:space="preserve">Page </w:t></w:r>{field("PAGE")}<w:r><w:t xml:space="preserve"> of </w:t></w:r>{field("NUMPAGES")}'
    return f'{DECLARATION}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{page}</w:p></w:ftr>'


def header() -> str:
    return f'{DECLARATION}<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p></w:hdr>'


def document() -> str:
    """One line in each style, so that whoever restyles the file sees what each is for."""
    samples = [
        ("Heading1", "Heading 1: the agreement's title"),
        ("CoverSubtitle", "Cover Subtitle"),
        ("CoverName", "Cover Name"),
        ("CoverLine", "Cover Line"),
        ("FrontHeading", "Front Heading: summary, what binds, contents"),
        ("Heading2", "Heading 2: a group of clauses"),
        ("Heading3", "Heading 3: a clause"),
        ("Clause1", "Clause 1"),
        ("ClauseText1", "Clause Text 1: text that goes on"),
        ("Clause2", "Clause 2"),
        ("Clause3", "Clause 3"),
        ("Party1", "Party 1"),
        ("Recital1", "Recital 1"),
        ("Subheading", "Subheading"),
        ("ScheduleHeading", "Schedule Heading"),
        ("ScheduleLead", "Schedule Lead"),
        ("Schedule1", "Schedule 1: a paragraph of a schedule"),
        ("Schedule2", "Schedule 2: a paragraph of a schedule"),
        ("Schedule3", "Schedule 3: a paragraph of a schedule"),
        ("TableHead", "Table Head"),
        ("TableText", "Table Text"),
        ("Normal", "Normal: all other text"),
    ]
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'
        for style, words in samples
    )
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1247" w:right="1247" w:bottom="1077" w:left="1247" w:header="567" w:footer="539" w:gutter="0"/></w:sectPr>'
    )
    return f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{section}</w:body></w:document>'


def core() -> str:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>House style</dc:title><dc:creator>agreement-kit</dc:creator>'
        "<dc:language>en-GB</dc:language></cp:coreProperties>"
    )


PARTS = {
    "word/document.xml": (f"{DOCUMENT_TYPE}.document.main+xml", document),
    "word/styles.xml": (f"{DOCUMENT_TYPE}.styles+xml", styles),
    "word/numbering.xml": (f"{DOCUMENT_TYPE}.numbering+xml", numbering),
    "word/settings.xml": (f"{DOCUMENT_TYPE}.settings+xml", settings),
    "word/header1.xml": (f"{DOCUMENT_TYPE}.header+xml", header),
    "word/footer1.xml": (f"{DOCUMENT_TYPE}.footer+xml", footer),
    "docProps/core.xml": ("application/vnd.openxmlformats-package.core-properties+xml", core),
}


def relationships(targets: list[tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{made}</Relationships>'


def build() -> bytes:
    """The file, the same bytes each time."""
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (kind, _) in PARTS.items())
    types = (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    core_kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    files = {
        "[Content_Types].xml": types,
        "_rels/.rels": relationships([(f"{R}/officeDocument", "word/document.xml"), (core_kind, "docProps/core.xml")]),
        "word/_rels/document.xml.rels": relationships(
            [
                (f"{R}/{kind}", target)
                for kind, target in (
                    ("styles", "styles.xml"),
                    ("numbering", "numbering.xml"),
                    ("settings", "settings.xml"),
                    ("header", "header1.xml"),
                    ("footer", "footer1.xml"),
                )
            ]
        ),
        **{name: make() for name, (_, make) in PARTS.items()},
    }
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, text in files.items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, text)
    return stream.getvalue()


if __name__ == "__main__":
    Path(__file__).parent.parent.joinpath("templates/house-style.docx").write_bytes(build())
