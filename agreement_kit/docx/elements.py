"""Builders of WordprocessingML, each a string: the body is one string, parsed by nobody, because that is ten times
faster than adding paragraphs one by one.
"""

import re
from collections.abc import Iterable, Iterator

BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def text_run(text: str, properties: str = "") -> str:
    """A run of text; line breaks and tabs inside become Word's own."""
    inside = "".join(text_parts(text)) if "\n" in text or "\t" in text else text_part(text)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>" if inside else ""


def text_parts(text: str) -> Iterator[str]:
    for part in re.split(r"([\n\t])", text):
        yield BREAKS[part] if part in BREAKS else text_part(part)


def text_part(text: str) -> str:
    if not text:
        return ""
    keep = ' xml:space="preserve"' if text[0] == " " or text[-1] == " " or "  " in text else ""
    return f"<w:t{keep}>{escaped(text)}</w:t>"


def field(instruction: str, result: str, properties: str = "") -> str:
    """A live field whose cached result is already right."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>{text_run(result, properties)}'
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(style: str, inside: str, properties: str = "") -> str:
    """`properties` follow the style, in the schema's order."""
    named = f'<w:pStyle w:val="{style}"/>' if style != "Normal" else ""
    layout = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{layout}{inside}</w:p>"


def ending_section(paragraph: str, section: str) -> str:
    """A paragraph with which a section of these properties ends."""
    if not paragraph.startswith("<w:p><w:pPr>"):
        return f"<w:p><w:pPr>{section}</w:pPr>{paragraph.removeprefix('<w:p>')}"
    layout, _, inside = paragraph.partition("</w:pPr>")
    return f"{layout}{section}</w:pPr>{inside}"


def bookmark_ends(name: str, number: int) -> tuple[str, str]:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'


def bookmarked(name: str, number: int, inside: str) -> str:
    return inside.join(bookmark_ends(name, number))


def commented(numbers: Iterable[int], inside: str) -> str:
    """Words with the comments of these numbers beside them."""
    numbers = tuple(numbers)
    starts = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)
    ends = "".join(
        f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>' for number in numbers
    )
    return f"{starts}{inside}{ends}"


def table(style: str, caption: str, widths: Iterable[int], rows: str, *, has_header: bool) -> str:
    """A grid of fixed column widths in twips. The caption is what a screen reader announces. A table without a header
    row has labels in its first column.
    """
    widths = tuple(widths)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = (
        f'<w:tblLook w:val="{"0020" if has_header else "0080"}" w:firstRow="{int(has_header)}" w:lastRow="0" '
        f'w:firstColumn="{int(not has_header)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    named = f'<w:tblCaption w:val="{escaped(caption)}"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}{named}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def row(cells: str, *, is_header: bool = False, height: int = 0) -> str:
    """A row that never splits across pages; a header row repeats on each page. `height` in twips, at least."""
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    head = "<w:tblHeader/>" if is_header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{head}</w:trPr>{cells}</w:tr>"


def cell(width: int, inside: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{inside}</w:tc>'
