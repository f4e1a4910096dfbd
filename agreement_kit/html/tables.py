"""Tables in HTML: a caption, headers with their scope, and a region that scrolls where a table may be too wide."""

from agreement_kit.document import Alignment, Cell, Row, Table
from agreement_kit.html.words import Words, attribute, text_of

MOST_COLUMNS = 3
"""A table of more columns gets a region that scrolls, on a narrow screen, by keyboard too."""


def table_html(table: Table, words: Words, number: int) -> str:
    caption = f'<caption id="table:{number}">{text_of(table.caption)}</caption>\n' if table.caption else ""
    if table.kind == "signature":
        rows = "\n".join(signature_row(row, words) for row in table.rows)
        return f'<table class="signing">\n{caption}<tbody>\n{rows}\n</tbody>\n</table>'
    head, *rest = (grid_row(row, table.columns, words, is_header=not at) for at, row in enumerate(table.rows))
    body = "\n".join(rest)
    grid = f"<table>\n{caption}<thead>\n{head}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    name = attribute("aria-labelledby", f"table:{number}") if caption else attribute("aria-label", "Table")
    if table.landscape or len(table.columns) > MOST_COLUMNS:
        kind = "grid wide landscape" if table.landscape else "grid wide"
        return f'<div class="{kind}" role="region"{name} tabindex="0">\n{grid}\n</div>'
    return f'<div class="grid">\n{grid}\n</div>'


def grid_row(row: Row, columns: tuple[Alignment, ...], words: Words, *, is_header: bool) -> str:
    cells = ""
    for cell, side in zip(row.cells, columns, strict=True):
        inside = cell_html(cell, words, links=not is_header)
        tag = "th" if is_header and inside else "td"  # an empty header would be announced as a header of nothing
        scope = ' scope="col"' if tag == "th" else ""
        cells += f"<{tag}{scope}{attribute('class', 'right' if side == 'right' else '')}>{inside}</{tag}>"
    return f"<tr>{cells}</tr>"


def signature_row(row: Row, words: Words) -> str:
    """A label, and beside it what is known or a line to write on."""
    label, value = (cell_html(cell, words) for cell in row.cells)
    return f'<tr{attribute("class", "" if value else "blank")}><th scope="row">{label}</th><td>{value}</td></tr>'


def cell_html(cell: Cell, words: Words, *, links: bool = True) -> str:
    parts = [words.inline(paragraph.inlines, links=links) for paragraph in cell.paragraphs]
    return parts[0] if len(parts) == 1 else "".join(f"<p>{part}</p>" for part in parts)
