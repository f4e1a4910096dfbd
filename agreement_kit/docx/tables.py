"""Tables in Word: column widths by content, a header row that repeats, rows that never split."""

import re
from collections.abc import Callable, Iterator

from agreement_kit.document import Cell, Inline, Row, Table, plain_text
from agreement_kit.docx import elements
from agreement_kit.docx.house import HouseStyle

TWIPS_PER_SIGN = 112
"""Of 10 pt Arial, on the safe side of its average."""
PADDING = 190
LINE_HEIGHT = 680
"""1.2 cm, room to sign."""

SIGNING_LINE = '<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="595959"/></w:tcBorders>'

Runs = Callable[[tuple[Inline, ...]], str]


def table_xml(table: Table, runs: Runs, house: HouseStyle) -> Iterator[str]:
    """The table and the constant gap after it; a wide one on a landscape page of its own."""
    if table.landscape:
        yield elements.paragraph("TableSpacer", "", house.section)
    room = house.text_height if table.landscape else house.text_width
    if table.kind == "signature":
        widths: tuple[int, ...] = (room * 2 // 5, room - room * 2 // 5)
        rows = "".join(signature_row(row, widths, runs) for row in table.rows)
        yield elements.table("SignatureTable", table.caption, widths, rows, has_header=False)
    else:
        widths = column_widths(table, room)
        rows = "".join(grid_row(table, at, row, widths, runs) for at, row in enumerate(table.rows))
        yield elements.table("AgreementTable", table.caption, widths, rows, has_header=True)
    yield elements.paragraph("TableSpacer", "", landscape(house.section) if table.landscape else "")


def grid_row(table: Table, at: int, row: Row, widths: tuple[int, ...], runs: Runs) -> str:
    style = "TableText" if at else "TableHead"
    cells = "".join(
        elements.cell(width, cell_text(cell, style, runs, is_right=column == "right"))
        for cell, width, column in zip(row.cells, widths, table.columns, strict=True)
    )
    return elements.row(cells, is_header=not at)


def cell_text(cell: Cell, style: str, runs: Runs, *, is_right: bool = False) -> str:
    side = '<w:jc w:val="right"/>' if is_right else ""
    return "".join(elements.paragraph(style, runs(paragraph.inlines), side) for paragraph in cell.paragraphs)


def signature_row(row: Row, widths: tuple[int, ...], runs: Runs) -> str:
    """A label, and beside it what is known or a line to write on."""
    label, value = row.cells
    is_line = not words_of(value)
    cells = elements.cell(widths[0], cell_text(label, "SignatureText", runs), '<w:vAlign w:val="bottom"/>')
    border = SIGNING_LINE if is_line else ""
    cells += elements.cell(widths[1], cell_text(value, "SignatureText", runs), f'{border}<w:vAlign w:val="bottom"/>')
    return elements.row(cells, height=LINE_HEIGHT if is_line else 0)


def words_of(cell: Cell) -> str:
    return " ".join(plain_text(paragraph.inlines) for paragraph in cell.paragraphs)


def column_widths(table: Table, room: int) -> tuple[int, ...]:
    """Widths in twips that sum to `room`: each column at least as wide as its longest word, the rest shared out by how
    much text a column holds.
    """
    columns = range(len(table.columns))
    texts = [[words_of(row.cells[at]) for row in table.rows] for at in columns]
    longest = [max(len(word) for words in texts[at] for word in (words.split() or ("",))) for at in columns]
    least = [length * TWIPS_PER_SIGN + PADDING for length in longest]
    if sum(least) >= room:
        return shared(room, [float(width) for width in least])
    wanted = [min(max(map(len, texts[at])), 60) + sum(map(len, texts[at])) / len(texts[at]) for at in columns]
    missing = [max(want * TWIPS_PER_SIGN - width, 1) for want, width in zip(wanted, least, strict=True)]
    spare = shared(room - sum(least), missing)
    return tuple(width + extra for width, extra in zip(least, spare, strict=True))


def shared(room: int, weights: list[float]) -> tuple[int, ...]:
    """`room` split by weight into whole twips; the last part takes what rounding leaves."""
    parts = [int(room * weight / sum(weights)) for weight in weights]
    return (*parts[:-1], room - sum(parts[:-1]))


def landscape(section: str) -> str:
    """The page turned: its sides change places."""
    match = re.search(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"[^>]*/>', section)
    if not match:
        return section
    turned = f'<w:pgSz w:w="{match[2]}" w:h="{match[1]}" w:orient="landscape"/>'
    return section.replace(match[0], turned)
