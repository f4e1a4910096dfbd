"""Tables that can be read cell by cell, pictures that can be read aloud, and nothing that floats."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from agreement_kit.docx.guarding import MAIN
from agreement_kit.docx.inspecting.findings import Finding, quoted
from agreement_kit.docx.inspecting.opened import WordFile, story_of
from agreement_kit.docx.inspecting.styles import NONE, hexadecimal
from agreement_kit.docx.namespaces import w
from agreement_kit.docx.reading_runs import local
from agreement_kit.rules import rule

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MERGES = (w("gridSpan"), w("vMerge"), w("hMerge"))
DRAWINGS = {"drawing", "pict", "object"}
DASHES = ("-", "–", "—")
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"


@rule("ACC-11", "error")
def tables_without_header(file: WordFile) -> Iterator[Finding]:
    """A table whose first row is not marked as its header. A table of one row or one column is left alone, and so is
    one of two columns whose first is marked as holding the labels (Table Design, First Column).

    Why: a screen reader repeats the header of the column with each cell, and Word prints it again on the next page.
    Remedy: put the cursor in the first row and choose Layout, Repeat Header Rows.
    """
    for table in tables(file):
        rows = list(table.iterchildren(w("tr")))
        columns = len(list(rows[0].iterchildren(w("tc")))) if rows else 0
        is_plain = len(rows) < 2 or columns < 2 or (columns == 2 and has_labels(table))
        if not is_plain and not is_set(rows[0], "tblHeader"):
            yield found_at(file, table, f"the table that begins {first_words(table)} has no header row")


@rule("ACC-12", "warning")
def merged_cells(file: WordFile) -> Iterator[Finding]:
    """A table with merged cells.

    Why: a screen reader loses count of rows and columns where cells are merged.
    Remedy: split the cells and write what they hold into each of them, or make two tables.
    """
    for table in tables(file):
        if any(cell.find(f"{w('tcPr')}/{name}") is not None for cell in own_cells(table) for name in MERGES):
            yield found_at(file, table, f"the table that begins {first_words(table)} has merged cells")


@rule("ACC-13", "warning")
def tables_inside_tables(file: WordFile) -> Iterator[Finding]:
    """A table inside a cell of another.

    Why: it cannot be read in order, and it breaks on a narrow screen.
    Remedy: make it a table of its own, or write it as paragraphs.
    """
    for table in tables(file):
        if next(table.iterancestors(w("tc")), None) is not None:
            yield found_at(file, table, f"the table that begins {first_words(table)} stands inside another table")


@rule("ACC-14", "warning")
def blank_cells(file: WordFile) -> Iterator[Finding]:
    """A table with cells that hold nothing. What is there to be written in is left alone: a cell with a line of its own
    at its foot, and a column that holds nothing but its header, and dashes.

    Why: nobody can tell whether there is nothing to say or something was forgotten.
    Remedy: write "none", "not yet known" or a dash.
    """
    for table in tables(file):
        rows = [list(row.iterchildren(w("tc"))) for row in table.iterchildren(w("tr"))]
        to_fill_in = {
            at
            for at, head in enumerate(rows[0] if len(rows) > 1 else ())
            if not is_blank(head)
            and all(at < len(row) and (is_blank(row[at]) or shown(row[at]) in DASHES) for row in rows[1:])
        }
        blank = sum(is_blank(cell) for row in rows for at, cell in enumerate(row) if at not in to_fill_in)
        if blank:
            cells = "a cell that is" if blank == 1 else f"{blank:,} cells that are"
            yield found_at(file, table, f"the table that begins {first_words(table)} has {cells} blank")


@rule("ACC-15", "warning")
def rows_that_split(file: WordFile) -> Iterator[Finding]:
    """A table whose rows may break over two pages.

    Why: half a row cannot be read, aloud or by eye.
    Remedy: select the table, choose Table Properties, Row, and clear "Allow row to break across pages".
    """
    for table in tables(file):
        rows = list(table.iterchildren(w("tr")))
        if loose := sum(not is_set(row, "cantSplit") for row in rows):
            which = "1 row" if loose == 1 else f"{loose:,} rows"
            yield found_at(file, table, f"of the table that begins {first_words(table)} {which} may split over pages")


@rule("ACC-16", "warning")
def tables_without_a_name(file: WordFile) -> Iterator[Finding]:
    """A table without a title or description among its properties.

    Why: a screen reader announces it, so that a reader can decide whether to go in.
    Remedy: choose Table Properties, Alt Text, and say in a few words what the table shows.
    """
    for table in tables(file):
        named = (table.find(f"{w('tblPr')}/{w(name)}") for name in ("tblCaption", "tblDescription"))
        if not any(each is not None and each.get(w("val"), "").strip() for each in named):
            yield found_at(file, table, f"the table that begins {first_words(table)} has no title or description")


@rule("ACC-21", "error")
def pictures_without_words(file: WordFile) -> Iterator[Finding]:
    """A picture, shape or chart without alternative text that is not marked as decorative.

    Why: who cannot see it is told that there is a picture, and no more.
    Remedy: choose View Alt Text and say what the picture tells, or mark it as decorative.
    """
    for drawing in drawings(file):
        if not is_described(drawing):
            yield found_at(file, drawing, "a picture has no alternative text")


@rule("ACC-22", "warning")
def floating_pictures(file: WordFile) -> Iterator[Finding]:
    """A picture or shape that floats beside the text. What is marked as decorative, or stands in a header or footer, is
    left alone.

    Why: its place in the order of reading is anybody's guess, and it moves when text is put in.
    Remedy: choose Wrap Text, In Line with Text.
    """
    for drawing in drawings(file):
        is_page = any(drawing.getroottree().getroot().tag == w(name) for name in ("hdr", "ftr"))
        if not is_page and any(local(each) == "anchor" for each in drawing.iter()) and not is_decorative(drawing):
            yield found_at(file, drawing, "a picture floats beside the text")


@rule("ACC-23", "warning")
def text_boxes(file: WordFile) -> Iterator[Finding]:
    """Words in a text box, beside the text and not in it.

    Why: screen readers read it at the wrong place or not at all, and tracked changes inside are easily missed.
    Remedy: move its words into the text, into a table of one cell or a paragraph with a border.
    """
    for tree in file.stories.values():
        for box in tree.iter("{*}txbxContent"):
            if not any(local(above) == "Fallback" for above in box.iterancestors()):
                yield found_at(file, box, f"a text box holds {quoted(shown(box))}")


def tables(file: WordFile) -> Iterator["Element"]:
    for name, tree in file.stories.items():
        if story_of(name) != "comments":
            yield from tree.iter(w("tbl"))


def drawings(file: WordFile) -> Iterator["Element"]:
    """Every picture, each once: Word holds some in two ways."""
    for tree in file.stories.values():
        for each in tree.iter(*map(w, DRAWINGS)):
            if not any(local(above) in ("Fallback", *DRAWINGS) for above in each.iterancestors()):
                yield each


def own_cells(table: "Element") -> Iterator["Element"]:
    for row in table.iterchildren(w("tr")):
        yield from row.iterchildren(w("tc"))


def is_set(row: "Element", name: str) -> bool:
    found = row.find(f"{w('trPr')}/{w(name)}")
    return found is not None and found.get(w("val"), "1") not in NONE


def has_labels(table: "Element") -> bool:
    look = table.find(f"{w('tblPr')}/{w('tblLook')}")
    if look is None:
        return False
    named = look.get(w("firstColumn"))
    return named not in NONE if named is not None else bool(hexadecimal(look.get(w("val"), "")) & 0x80)


def is_blank(cell: "Element") -> bool:
    if shown(cell).strip() or next(cell.iter(w("tbl"), *map(w, DRAWINGS), w("fldChar")), None) is not None:
        return False
    foot = cell.find(f"{w('tcPr')}/{w('tcBorders')}/{w('bottom')}")
    return foot is None or foot.get(w("val")) in ("nil", "none")


def is_described(drawing: "Element") -> bool:
    """Whether the alternative text stands where Word keeps it: beside a drawing, or on the shape of an old one."""
    named = [each for each in drawing.iter() if local(each) in ("docPr", "shape", "rect", "group", "oval")]
    outer = named[:1] if named and local(named[0]) == "docPr" else named
    texts = (each.get(name, "") for each in outer for name in ("descr", "title", "alt"))
    return any(text.strip() for text in texts) or is_decorative(drawing)


def is_decorative(drawing: "Element") -> bool:
    return any(each.get("val", "1") not in NONE for each in drawing.iter(f"{{{DECORATIVE}}}decorative"))


def shown(element: "Element") -> str:
    return " ".join(each.text or "" for each in element.iter(w("t")))


def first_words(table: "Element") -> str:
    return quoted(shown(table)) if shown(table).strip() else "with nothing"


def found_at(file: WordFile, element: "Element", sentence: str) -> Finding:
    """A finding at the paragraph that the element stands in, holds or follows."""
    inside = next(element.iterancestors(w("p")), None)
    paragraph = inside if inside is not None else next(element.iter(w("p")), None)
    passage = file.passage_of.get(paragraph) if paragraph is not None else None
    return Finding(sentence, passage.where if passage else MAIN, passage.position if passage else 0)


RULES = (
    *(tables_without_header, merged_cells, tables_inside_tables, blank_cells, rows_that_split, tables_without_a_name),
    *(pictures_without_words, floating_pictures, text_boxes),
)
