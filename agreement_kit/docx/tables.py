"""Tables in Word: column widths by content, a header row that repeats, rows that never split."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from agreement_kit.document import Cell, Inline, Row, Table, plain_text
from agreement_kit.docx import elements


class SignWidths(dict[str, int]):
    """Twips that a sign takes in 10 pt Arial, on the safe side; worked out when first asked for."""

    def __missing__(self, sign: str) -> int:
        self[sign] = (
            62 if sign in "fijlrtI.,:;'|!()[]- " else 178 if sign in "mwMW%@—" else 140 if sign.isupper() else 111
        )
        return self[sign]


WIDTHS = SignWidths()
PADDING = 200
"""Twips beside the text of a cell, left and right together, and a little air."""
UNBROKEN = 24
"""Signs up to which a text ("The Parties jointly") stays on one line while there is room."""
MEASURED_ROWS, STEPS = 40, 16
"""Rows that decide how wide columns are, and the steps in which the room is given out."""
RAGGED = 340
"""Twips that stay empty at the end of a line, because a word did not fit."""
KEPT_ROWS, KEPT_SIGNS = 5, 250
"""Up to so many rows, the header's included, and signs of text, a table is not split over two pages."""
LINE_HEIGHT = 520
"""0.9 cm, room to sign with the empty row's own padding."""
WRITING = 9000
"""What a column of blanks asks for, in twips: room to write by hand. One that keeps to the right waits for a figure."""

SIGNING_LINE = '<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="595959"/></w:tcBorders>'

Runs = Callable[[tuple[Inline, ...]], str]


def table_xml(table: Table, runs: Runs, room: int, numbers: dict[str, str]) -> Iterator[str]:
    """The table, as wide as there is room, and the constant gap after it."""
    if table.kind == "signature":
        widths: tuple[int, ...] = (room * 9 // 20, room - room * 9 // 20)
        rows = "".join(signature_row(row, widths, runs, is_first=not at) for at, row in enumerate(table.rows))
        yield elements.table("SignatureTable", table.caption, widths, rows, has_header=False)
    else:
        texts = [[words_of(cell, numbers) for cell in row.cells] for row in table.rows]
        blank = blank_columns(table, texts)
        widths = column_widths(texts, room, blank)
        kept = kept_rows(texts)
        rows = "".join(
            grid_row(table, at, row, widths, runs, is_kept=at in kept, height=LINE_HEIGHT if at and blank else 0)
            for at, row in enumerate(table.rows)
        )
        yield elements.table("AgreementTable", table.caption, widths, rows, has_header=True)
    yield elements.paragraph("TableSpacer", "")


def is_too_wide(table: Table, room: int, numbers: dict[str, str]) -> bool:
    """Whether the columns of a grid do not fit side by side: some word would have to be broken."""
    if table.kind == "signature":
        return False
    texts = [[words_of(cell, numbers) for cell in row.cells] for row in table.rows]
    return sum(least_widths(texts)) > room


def kept_rows(texts: list[list[str]]) -> Collection[int]:
    """The rows that stay on the page of the next: all of a short table, of a long one the first and the last but one,
    so that no row stands alone.
    """
    signs = sum(len(text) for row in texts for text in row)
    count = len(texts)
    is_short = count <= KEPT_ROWS and signs <= KEPT_SIGNS
    return range(count - 1) if is_short else {0, 1, count - 2} - {count - 1}


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
    air = '<w:spacing w:before="160" w:after="0"/>' if is_first else ""
    foot = '<w:vAlign w:val="bottom"/>' if is_line else ""
    border = SIGNING_LINE if is_line else ""
    cells = elements.cell(widths[0], cell_text(label, "SignatureText", runs, air), foot)
    cells += elements.cell(widths[1], cell_text(value, "SignatureText", runs, air), border + foot)
    return elements.row(cells, is_header=is_first and not is_line, height=LINE_HEIGHT if is_line else 0)


def words_of(cell: Cell, numbers: dict[str, str] | None = None) -> str:
    return " ".join(plain_text(paragraph.inlines, numbers) for paragraph in cell.paragraphs)


def text_width(text: str) -> int:
    """Twips that a text takes on one line."""
    return sum(map(WIDTHS.__getitem__, text))


def column_widths(rows: list[list[str]], room: int, blank: Collection[int] = ()) -> tuple[int, ...]:
    """Widths in twips that sum to `room`: each column at least as wide as its longest word, then as its short texts,
    those first that take least, as long as a quarter is left. What is left goes, bit by bit, to the column that makes
    rows tall, and at last to all by how much text they hold.
    """
    least, unbroken, wanted = least_widths(rows), [], []
    for at, (head, *texts) in enumerate(zip(*rows, strict=True)):
        short = {text for text in texts if len(text) <= UNBROKEN}
        unbroken.append(max(least[at], room // 4 if at in blank else full_width(short)))
        widths = [text_width(text) for text in (head, *texts)]
        wanted.append(WRITING if at in blank else sum(widths) // len(widths) + min(max(widths), 6000))
    if sum(least) >= room:
        return shared(room, least)
    start = list(least)
    for at in sorted(range(len(least)), key=lambda column: unbroken[column] - least[column]):
        if sum(start) - least[at] + unbroken[at] <= room * 3 // 4:
            start[at] = unbroken[at]
    shorten_rows(start, [[text_width(text) for text in row] for row in rows[:MEASURED_ROWS]], room)
    spare = shared(room - sum(start), [max(want - width, 1) for want, width in zip(wanted, start, strict=True)])
    return tuple(width + extra for width, extra in zip(start, spare, strict=True))


def least_widths(rows: list[list[str]]) -> list[int]:
    """The width of each column's longest word."""
    least = []
    for head, *texts in zip(*rows, strict=True):
        least.append(max(bold_width(head.split()), full_width({word for text in texts for word in text.split()})))
    return least


def shorten_rows(widths: list[int], rows: list[list[int]], room: int) -> None:
    """Widens the column that makes rows tall, in steps, until no row has two lines or the room is used up."""
    step = max((room - sum(widths)) // STEPS, 1)
    for _ in range(min(STEPS, room - sum(widths))):
        fits = [width - PADDING for width in widths]
        filled = [max(width - RAGGED, RAGGED) for width in fits]
        lines = [0.0] * len(widths)
        for row in rows:
            tall, tallest = 0.0, 0
            for at, text in enumerate(row):
                if text > fits[at] and text / filled[at] > tall:
                    tall, tallest = text / filled[at], at
            lines[tallest] += tall
        if not any(lines):
            return
        widths[lines.index(max(lines))] += step


def bold_width(words: Iterable[str]) -> int:
    """The room that the widest of the words needs in a cell, in bold."""
    return max(map(text_width, words), default=0) * 107 // 100 + PADDING


def full_width(texts: Iterable[str]) -> int:
    """The room that the widest of the texts needs in a cell."""
    return max(map(text_width, texts), default=0) + PADDING


def shared(room: int, weights: Sequence[int]) -> tuple[int, ...]:
    """`room` split by weight into whole twips; the last part takes what rounding leaves."""
    parts = [room * weight // sum(weights) for weight in weights]
    return (*parts[:-1], room - sum(parts[:-1]))
