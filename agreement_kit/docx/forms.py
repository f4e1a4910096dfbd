"""A form that somebody filled in and sent back, by whatever program: the answer beside each number in its tables."""

import re
from typing import TYPE_CHECKING

from agreement_kit.docx.guarding import open_package, parse
from agreement_kit.docx.namespaces import w
from agreement_kit.problems import Place

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NUMBER = re.compile(r"\d{1,2}[a-z]?")
BREAKS = (w("br"), w("cr"))


def read_form(raw: bytes, name: str) -> dict[str, str]:
    """What stands last in each row that begins with a number, by that number; "" where nothing does. Lines are kept,
    deleted text is left out. Raises CannotBeDone where the file cannot be opened safely.
    """
    parts = open_package(raw, name)
    tree = parse(parts["word/document.xml"], "word/document.xml", Place(name))
    found: dict[str, str] = {}
    for row in tree.iter(w("tr")):
        cells = [words_of(cell) for cell in row.iterchildren(w("tc"))]
        if len(cells) > 1 and NUMBER.fullmatch(cells[0]):
            found[cells[0]] = cells[-1]
    return found


def words_of(cell: "Element") -> str:
    """The text of a cell, a line for each paragraph and break."""
    lines = []
    for paragraph in cell.iter(w("p")):
        pieces = []
        for each in paragraph.iter(w("t"), *BREAKS):
            pieces.append("\n" if each.tag in BREAKS else each.text or "")
        lines.append("".join(pieces).strip())
    return "\n".join(lines).strip()
