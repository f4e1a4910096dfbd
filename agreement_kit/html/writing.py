"""Document → one HTML page that needs nothing else: no script, no font, no picture, nothing from elsewhere."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256

from agreement_kit.document import (
    Block,
    Contents,
    Document,
    Inline,
    PageBreak,
    Paragraph,
    Section,
    SectionKind,
    Table,
    Term,
    inlines_of,
    plain_text,
)
from agreement_kit.html.elements import Words, attribute, definition_id, element, text_of
from agreement_kit.html.style import style_of
from agreement_kit.html.tables import table_html
from agreement_kit.numbering import Labels, block_label, labels

IN_CONTENTS: tuple[SectionKind, ...] = ("parties", "recitals", "part", "clause", "signature", "schedule")
MAIN = "page:main"
"""Anchors of the document hold no colon, so an id of the page's own never meets one."""

CLASSES: dict[SectionKind, str] = {"signature": "signature-page"}
