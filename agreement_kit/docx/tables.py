"""Tables in Word: column widths by content, a header row that repeats, rows that never split."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from agreement_kit.document import Cell, Inline, Paragraph, Row, Table, plain_text
from agreement_kit.docx import elements
from agreement_kit.docx.house import HouseStyle


class SignWidths(dict[str, int]):
    """Twips that a sign takes in 10 pt Arial, on the safe side; worked out when first asked for."""

    def __missing__(self, sign: str) -> int:
        self[sign] = (
            62 if sign in "fijlrtI.,:;'|!()[]- " else 178 if sign in "mwMW%@—" else 140 if sign.isupper() else 113
        )
        return self[sign]


WIDTHS = SignWidths()
PADDING = 200
"""Twips beside the text of a cell, left and right together, and a little air."""
UNBROKEN = 17
"""Signs up to which a text ("30 September 2027") stays on one line while there is room."""
KEPT_ROWS, KEPT_SIGNS = 8, 250
"""Up to so many rows, the header's included, and signs of text, a table is not split over two pages."""
LINE_HEIGHT = 680
"""1.2 cm, room to sign."""

SIGNING_LINE = '<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="595959"/></w:tcBorders>'


class Pen(Protocol):
    """Writes what stands in cells; where the document is a redline, with its marks."""

    def runs(self, inlines: tuple[Inline, ...]) -> str: ...

    def end_of(self, paragraph: Paragraph) -> str:
        """What the layout of a paragraph says of its end."""

    def mark_of(self, row: Row) -> str:
        """What the layout of a row says of its being new or gone."""


def table_xml(table: Table, pen: Pen, house: HouseStyle, numbers: dict[str, str]) -> Iterator[str]:
    """The table and the constant gap after it; a wide one on a landscape page of its own."""
    if table.landscape:
        yield elements.paragraph("TableSpacer", "", house.section)
    room = house.text_height if table.landscape else house.text_width
    if table.kind == "signature":
        widths: tuple[int, ...] = (room * 2 // 5, room - room * 2 // 5)
        rows = "".join(signature_row(row, widths, pen, is_first=not at) for at, row in enumerate(table.rows))
        yield elements.table("SignatureTable", table.caption, widths, rows, has_header=False)
    else:
        texts = [[words_of(cell, numbers) for cell in row.cells] for row in table.rows]
        widths = column_widths(texts, room)
        kept = kept_rows(texts)
        rows = "".join(grid_row(table, at, row, widths, pen, is_kept=at < kept) for at, row in enumerate(table.rows))
        yield elements.table("AgreementTable", table.caption, widths, rows, has_header=True)
    yield elements.paragraph("TableSpacer", "", landscape(house.section) if table.landscape else "")


def kept_rows(texts: list[list[str]]) -> int:
    """How many rows stay on the page of the next: all but the last of a short table, of a long one its first."""
    signs = sum(len(text) for row in texts for text in row)
    is_short = len(texts) <= KEPT_ROWS and signs <= KEPT_SIGNS
    return len(texts) - 1 if is_short else min(2, len(texts) - 1)


def grid_row(table: Table, at: int, row: Row, widths: tuple[int, ...], pen: Pen, *, is_kept: bool) -> str:
    style = "TableText" if at else "TableHead"
    keep = "<w:keepNext/>" if at and is_kept else ""
    cells = "".join(
        elements.cell(width, cell_text(cell, style, pen, keep, is_right=column == "right"))
        for cell, width, column in zip(row.cells, widths, table.columns, strict=True)
    )
    return elements.row(cells, pen.mark_of(row), is_header=not at)


def cell_text(cell: Cell, style: str, pen: Pen, layout: str = "", *, is_right: bool = False) -> str:
    side = layout + ('<w:jc w:val="right"/>' if is_right else "")
    return "".join(
        elements.paragraph(style, pen.runs(paragraph.inlines), side + pen.end_of(paragraph))
        for paragraph in cell.paragraphs
    )


def signature_row(row: Row, widths: tuple[int, ...], pen: Pen, *, is_first: bool) -> str:
    """A label, and beside it what is known or a line to write on."""
    label, value = row.cells
    is_line = not words_of(value)
    air = '<w:spacing w:before="480" w:after="0"/>' if is_first else ""
    foot = '<w:vAlign w:val="bottom"/>' if is_line else ""
    border = SIGNING_LINE if is_line else ""
    cells = elements.cell(widths[0], cell_text(label, "SignatureText", pen, air), foot)
    cells += elements.cell(widths[1], cell_text(value, "SignatureText", pen, air), border + foot)
    return elements.row(cells, pen.mark_of(row), height=LINE_HEIGHT if is_line else 0)


def words_of(cell: Cell, numbers: dict[str, str] | None = None) -> str:
    return " ".join(plain_text(paragraph.inlines, numbers) for paragraph in cell.paragraphs)


def text_width(text: str) -> int:
    """Twips that a text takes on one line."""
    return sum(map(WIDTHS.__getitem__, text))


def column_widths(rows: list[list[str]], room: int) -> tuple[int, ...]:
    """Widths in twips that sum to `room`: each column at least as wide as its longest word, then as its short texts,
    those first that take least, as long as a fifth is left to share out by how much text a column holds.
    """
    least, unbroken, wanted = [], [], []
    for texts in zip(*rows, strict=True):
        least.append(bold_width({word for text in texts for word in text.split()}))
        unbroken.append(max(least[-1], bold_width({text for text in texts if len(text) <= UNBROKEN})))
        widths = [text_width(text) for text in texts]
        wanted.append(sum(widths) // len(widths) + min(max(widths), 6000))
    if sum(least) >= room:
        return shared(room, least)
    start = list(least)
    for at in sorted(range(len(least)), key=lambda column: unbroken[column] - least[column]):
        if sum(start) - least[at] + unbroken[at] <= room * 4 // 5:
            start[at] = unbroken[at]
    spare = shared(room - sum(start), [max(want - width, 1) for want, width in zip(wanted, start, strict=True)])
    return tuple(width + extra for width, extra in zip(start, spare, strict=True))


def bold_width(texts: Iterable[str]) -> int:
    """The room that the widest of the texts needs in a cell, in bold."""
    return max(map(text_width, texts), default=0) * 107 // 100 + PADDING


def shared(room: int, weights: Sequence[int]) -> tuple[int, ...]:
    """`room` split by weight into whole twips; the last part takes what rounding leaves."""
    parts = [room * weight // sum(weights) for weight in weights]
    return (*parts[:-1], room - sum(parts[:-1]))


def landscape(section: str) -> str:
    """The page turned: its sides change places."""
    match = re.search(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"[^>]*/>', section)
    if not match:
        return section
    turned = f'<w:pgSz w:w="{match[2]}" w:h="{match[1]}" w:orient="landscape"/>'
    return section.replace(match[0], turned)
