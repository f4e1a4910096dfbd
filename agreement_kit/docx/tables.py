"""Tables in Word: column widths by content, a header row that repeats, rows that never split."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from agreement_kit.document import Cell, Inline, Row, Table, plain_text
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
WRITING = 9000
"""What a column of blanks asks for, in twips: room to write by hand. One that keeps to the right waits for a figure."""

SIGNING_LINE = '<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="595959"/></w:tcBorders>'

Runs = Callable[[tuple[Inline, ...]], str]


def table_xml(table: Table, runs: Runs, house: HouseStyle, numbers: dict[str, str]) -> Iterator[str]:
    """The table and the constant gap after it; a wide one on a landscape page of its own."""
    if table.landscape:
        yield elements.paragraph("TableSpacer", "", house.section)
    room = house.text_height if table.landscape else house.text_width
    if table.kind == "signature":
        widths: tuple[int, ...] = (room * 2 // 5, room - room * 2 // 5)
        rows = "".join(signature_row(row, widths, runs, is_first=not at) for at, row in enumerate(table.rows))
        yield elements.table("SignatureTable", table.caption, widths, rows, has_header=False)
    else:
        texts = [[words_of(cell, numbers) for cell in row.cells] for row in table.rows]
        blank = blank_columns(table, texts)
        widths = column_widths(texts, room, blank)
        kept = kept_rows(texts)
        rows = "".join(
            grid_row(table, at, row, widths, runs, is_kept=at < kept, height=LINE_HEIGHT if at and blank else 0)
            for at, row in enumerate(table.rows)
        )
        yield elements.table("AgreementTable", table.caption, widths, rows, has_header=True)
    yield elements.paragraph("TableSpacer", "", landscape(house.section) if table.landscape else "")


def kept_rows(texts: list[list[str]]) -> int:
    """How many rows stay on the page of the next: all but the last of a short table, of a long one its first."""
    signs = sum(len(text) for row in texts for text in row)
    is_short = len(texts) <= KEPT_ROWS and signs <= KEPT_SIGNS
    return len(texts) - 1 if is_short else min(2, len(texts) - 1)


def blank_columns(table: Table, texts: list[list[str]]) -> frozenset[int]:
    """The columns to write in by hand: those without a word below their head, that do not wait for a figure."""
    columns = enumerate(zip(*texts, strict=True))
    return frozenset(at for at, (_, *below) in columns if below and not any(below) and table.columns[at] == "left")


def grid_row(
    table: Table, at: int, row: Row, widths: tuple[int, ...], runs: Runs, *, is_kept: bool, height: int
) -> str:
    style = "TableText" if at else "TableHead"
    keep = "<w:keepNext/>" if at and is_kept else ""
    cells = "".join(
        elements.cell(width, cell_text(cell, style, runs, keep, is_right=column == "right"))
        for cell, width, column in zip(row.cells, widths, table.columns, strict=True)
    )
    return elements.row(cells, is_header=not at, height=height)


def cell_text(cell: Cell, style: str, runs: Runs, layout: str = "", *, is_right: bool = False) -> str:
    side = layout + ('<w:jc w:val="right"/>' if is_right else "")
    return "".join(elements.paragraph(style, runs(paragraph.inlines), side) for paragraph in cell.paragraphs)


def signature_row(row: Row, widths: tuple[int, ...], runs: Runs, *, is_first: bool) -> str:
    """A label, and beside it what is known or a line to write on."""
    label, value = row.cells
    is_line = not words_of(value)
    air = '<w:spacing w:before="480" w:after="0"/>' if is_first else ""
    foot = '<w:vAlign w:val="bottom"/>' if is_line else ""
    border = SIGNING_LINE if is_line else ""
    cells = elements.cell(widths[0], cell_text(label, "SignatureText", runs, air), foot)
    cells += elements.cell(widths[1], cell_text(value, "SignatureText", runs, air), border + foot)
    return elements.row(cells, height=LINE_HEIGHT if is_line else 0)


def words_of(cell: Cell, numbers: dict[str, str] | None = None) -> str:
    return " ".join(plain_text(paragraph.inlines, numbers) for paragraph in cell.paragraphs)


def text_width(text: str) -> int:
    """Twips that a text takes on one line."""
    return sum(map(WIDTHS.__getitem__, text))


def column_widths(rows: list[list[str]], room: int, blank: Collection[int] = ()) -> tuple[int, ...]:
    """Widths in twips that sum to `room`: each column at least as wide as its longest word, then as its short texts,
    those first that take least, as long as a fifth is left to share out by how much text a column holds.
    """
    least, unbroken, wanted = [], [], []
    for at, texts in enumerate(zip(*rows, strict=True)):
        least.append(bold_width({word for text in texts for word in text.split()}))
        unbroken.append(max(least[-1], bold_width({text for text in texts if len(text) <= UNBROKEN})))
        widths = [text_width(text) for text in texts]
        wanted.append(WRITING if at in blank else sum(widths) // len(widths) + min(max(widths), 6000))
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
