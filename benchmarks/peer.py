"""docxtpl filling an equally long document: the same paragraphs in the same styles, the same table rows.

Its template is one loop over all blocks, the shortest that there can be. Its paragraphs have one run each, and neither
bookmarks nor live references, so it has less to write than the kit does.
"""

import json
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOUSE_STYLE = Path(__file__).parents[1] / "templates" / "house-style.docx"

Context = dict[str, list[dict[str, Any]]]

FILL_COLD = """
import json, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as file:
    context = json.load(file)
template.render(context, autoescape=True)
template.save(sys.argv[3])
"""
"""What a process of its own runs: template, context as JSON, and where to save."""


def fill(template: Path, context: Context) -> bytes:
    """The filled document. The template is opened anew, because docxtpl fills each opened template once."""
    from docxtpl import DocxTemplate

    opened = DocxTemplate(template)
    opened.render(context, autoescape=True)
    stream = BytesIO()
    opened.save(stream)
    return stream.getvalue()


def context_of(docx: bytes) -> Context:
    """Header lines and blocks of a Word file, as its reader sees them: numbers that Word counts are not in the text."""
    lines = [{"text": text_of(each)} for each in root_of(docx, "word/header1.xml").iter(f"{W}p")]
    blocks = [block_of(each) for each in root_of(docx, "word/document.xml")[0] if each.tag != f"{W}sectPr"]
    return {"lines": lines, "blocks": blocks}


def block_of(element: Any) -> dict[str, Any]:
    if element.tag == f"{W}p":
        style = element.find(f"{W}pPr/{W}pStyle")
        return {"style": "Normal" if style is None else style.get(f"{W}val"), "text": text_of(element)}
    rows = [
        ["\n".join(map(text_of, cell.iter(f"{W}p"))) for cell in row.iter(f"{W}tc")] for row in element.iter(f"{W}tr")
    ]
    style = element.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val")
    return {"style": f"{style}{len(rows[0])}", "head": rows[0], "body": rows[1:]}


def text_of(paragraph: Any) -> str:
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(
        part.text or "" if part.tag == f"{W}t" else signs[part.tag]
        for part in paragraph.iterfind(f".//{W}r/*")
        if part.tag == f"{W}t" or (part.tag in signs and not part.attrib)
    )


def root_of(docx: bytes, part: str) -> Any:
    with ZipFile(BytesIO(docx)) as package:
        return etree.fromstring(package.read(part))


def words_in(docx: bytes) -> int:
    """How many words stand in the body, table cells included."""
    return sum(len(text_of(paragraph).split()) for paragraph in root_of(docx, "word/document.xml").iter(f"{W}p"))


def make_template(context: Context, folder: Path) -> tuple[Path, Path]:
    """A template in the house style for such a context, and the context as JSON; both in `folder`."""
    import docx

    document = docx.Document(str(HOUSE_STYLE))
    body = document.element.body
    for element in body[:-1]:
        body.remove(element)
    styles = {style.style_id: style for style in document.styles}
    head = document.sections[0].header
    for paragraph in head.paragraphs:
        paragraph._p.getparent().remove(paragraph._p)
    for line in ("{%p for line in lines %}", "{{ line.text }}", "{%p endfor %}"):
        head.add_paragraph(line, styles["Header"])
    document.add_paragraph("{%p for block in blocks %}")
    for key in dict.fromkeys(block["style"] for block in context["blocks"]):
        document.add_paragraph(f'{{%p if block.style == "{key}" %}}')
        if key in styles:
            document.add_paragraph("{{ block.text }}", styles[key])
        else:
            add_table(document, int(key[-1]), styles[key[:-1]])
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    template, answers = folder / "template.docx", folder / "context.json"
    document.save(str(template))
    answers.write_text(json.dumps(context, ensure_ascii=False), encoding="utf-8")
    return template, answers


def add_table(document: Any, columns: int, style: Any) -> None:
    """A table whose first row is the block's head, and one row for each row of its body."""
    table = document.add_table(4, columns, style)
    set_row(table.rows[0], (f"{{{{ block.head[{at}] }}}}" for at in range(columns)))
    table.rows[1].cells[0].text = "{%tr for row in block.body %}"
    set_row(table.rows[2], (f"{{{{ row[{at}] }}}}" for at in range(columns)))
    table.rows[3].cells[0].text = "{%tr endfor %}"


def set_row(row: Any, texts: Iterable[str]) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        cell.text = text
