"""The notes of an internal draft as Word comments, without a date, because the kit asks no clock."""

from agreement_kit.document import Note
from agreement_kit.docx import elements
from agreement_kit.docx.body import Body
from agreement_kit.docx.namespaces import DECLARATION, ROOT_NAMES

MARK = "<w:r><w:annotationRef/></w:r>"


def comments(body: Body) -> bytes:
    """The comments part of a body that was written; empty where the document has no note."""
    if not body.notes:
        return b""
    made = "".join(comment(number, note, body) for number, note in enumerate(body.notes))
    return f"{DECLARATION}<w:comments {ROOT_NAMES}>{made}</w:comments>".encode()


def comment(number: int, note: Note, body: Body) -> str:
    paragraphs = "".join(
        elements.paragraph("Normal", ("" if at else MARK) + body.runs(paragraph.inlines))
        for at, paragraph in enumerate(note.paragraphs)
    )
    author = elements.escaped(note.author)
    initials = elements.escaped("".join(word[0] for word in note.author.replace("-", " ").split())[:3])
    return f'<w:comment w:id="{number}" w:author="{author}" w:initials="{initials}">{paragraphs}</w:comment>'
