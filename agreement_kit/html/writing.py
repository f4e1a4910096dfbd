"""Document → one HTML page that needs nothing else: no script, no font, no picture, nothing from elsewhere."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape

from agreement_kit.document import (
    Block,
    Contents,
    Document,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Section,
    Table,
    plain_text,
)
from agreement_kit.html.pictures import picture_html
from agreement_kit.html.style import style_of
from agreement_kit.html.tables import table_html
from agreement_kit.html.words import Words, attribute, halves, link, text_of
from agreement_kit.numbering import block_label

MAIN = "page:main"


def write(document: Document) -> bytes:
    """The document as one page of HTML in UTF-8, the same bytes each time.

    Numbers are text, so that they are copied with the words. The contents stand beside the text on a wide screen.
    """
    return Page(document).html().encode()


class Page:
    """Writes one document; remembers which lists are open and how many tables there are."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = Words(document)
        self.lists: list[int] = []
        self.tables = self.pictures = 0
        self.has_title = False

    def html(self) -> str:
        has_contents = any(has_contents_list(section) for section in self.document.sections)
        body = "\n".join(self.sections())
        title = "" if self.has_title else f"<h1>{text_of(self.document.title)}</h1>\n"
        return (
            f"<!DOCTYPE html>\n<html{attribute('lang', self.document.language)}>\n{self.head()}\n<body>\n"
            f"{link(MAIN, 'Skip to the document', 'skip')}\n{self.running_lines()}"
            f'<main id="{MAIN}"{attribute("class", "aside" if has_contents else "")}>\n{title}{body}\n</main>\n'
            "</body>\n</html>\n"
        )

    def head(self) -> str:
        style = style_of(self.document)
        allowed = b64encode(sha256(style.encode()).digest()).decode()
        policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
        author = f'<meta name="author"{attribute("content", self.document.author)}>\n' if self.document.author else ""
        return (
            '<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{escape(self.document.title, quote=False)}</title>\n{author}<style>{style}</style>\n</head>"
        )

    def running_lines(self) -> str:
        """What heads each page in Word: title and draft words, reference and version."""
        lines = ""
        for line in self.document.header:
            parts = (f"<span>{text_of(part)}</span>" for part in halves(line) if part)
            lines += f"<p>{' '.join(parts)}</p>\n"
        return f'<header class="running">\n{lines}</header>\n' if lines else ""

    def sections(self) -> Iterator[str]:
        has_part = False
        for section in self.document.sections:
            has_part = has_part or section.kind == "part"
            level = 1 if section.kind in ("cover", "masthead") else 3 if section.kind == "clause" and has_part else 2
            kind = f"{section.kind} contents" if has_contents_list(section) else section.kind
            yield f'<section class="{kind}"{self.words.identity(section.id)}>'
            if section.kind != "cover":
                yield self.heading(section, level)
            yield from map(self.note, section.notes)
            self.words.linked = set()
            for at, block in enumerate(section.blocks):
                yield from self.block(block, block_label(self.words.numbers, section, at), level)
            yield from self.closed(0)
            yield "</section>"

    def heading(self, section: Section, level: int) -> str:
        number = number_html(self.words.numbers.sections[section.id])
        heading = f"<h{level}>{number}{self.words.inline(section.title, links=False)}</h{level}>"
        return f'<div class="head">{heading}<p>{text_of(section.label)}</p></div>' if section.label else heading

    def note(self, note: Note) -> str:
        """A note of an internal draft, folded so that the text can be read on; nothing of it is printed."""
        lines = "".join(f"<p>{self.words.inline(each.inlines, links=False)}</p>" for each in note.paragraphs)
        return f'<details class="note"><summary>Internal note</summary>{lines}</details>'

    def block(self, block: Block, label: str, level: int) -> Iterator[str]:
        if isinstance(block, Paragraph):
            yield from self.closed(block.level)
            yield self.paragraph(block, label, level)
        elif isinstance(block, Table):
            yield from self.closed(min(self.lists, default=0))
            self.tables += 1
            yield table_html(block, self.words, self.tables)
        elif isinstance(block, Picture):
            yield from self.closed(min(self.lists, default=0))
            self.pictures += 1
            yield picture_html(block, self.pictures)
        elif isinstance(block, Contents):
            yield from self.closed(0)
            yield from self.contents()
        elif isinstance(block, PageBreak):
            yield from self.closed(0)
            yield '<div class="page-break"></div>'

    def closed(self, level: int) -> Iterator[str]:
        """Ends the lists that are deeper than the level."""
        while self.lists and self.lists[-1] > level:
            self.lists.pop()
            yield "</li>\n</ol>"

    def paragraph(self, paragraph: Paragraph, label: str, level: int) -> str:
        if name := self.words.defined_by(paragraph):
            return self.words.definition(paragraph, name)
        identity = self.words.identity(paragraph.anchor) if paragraph.anchor else ""
        if paragraph.style in ("title", "heading"):
            return self.title(paragraph, identity, level)
        inside = number_html(label) + self.words.inline(paragraph.inlines)
        if not paragraph.numbered:
            return f"<p{identity}{attribute('class', look(paragraph))}>{inside}</p>"
        start = "</li>"
        if self.lists[-1:] != [paragraph.level]:
            self.lists.append(paragraph.level)
            start = '<ol role="list">'  # Safari takes a list without bullets for no list, unless told
        return f"{start}\n<li{identity}><p>{inside}</p>"

    def title(self, paragraph: Paragraph, identity: str, level: int) -> str:
        words = self.words.inline(paragraph.inlines, links=False)
        if paragraph.style == "heading":
            return f"<h{level + 1}{identity}>{words}</h{level + 1}>"
        if level > 1 or self.has_title:
            return f'<p{identity} class="title">{words}</p>'
        self.has_title = True
        return f"<h1{identity}>{words}</h1>"

    def contents(self) -> Iterator[str]:
        """Links to clauses below those to their parts."""
        yield '<nav aria-label="Contents">\n<ol role="list">'
        has_item = is_nested = has_part = False
        for section in self.document.in_contents():
            has_part = section.kind == "part" or (has_part and section.kind == "clause")
            belongs_to_part = has_part and section.kind == "clause"
            if belongs_to_part and not is_nested:
                yield '<ol role="list">'
            elif is_nested and not belongs_to_part:
                yield "</li>\n</ol>\n</li>"
            elif has_item:
                yield "</li>"
            has_item, is_nested = True, belongs_to_part
            number = number_html(self.words.numbers.sections[section.id])
            title = text_of(plain_text(section.title, self.words.numbers.targets))
            yield f'<li class="{section.kind}">{link(section.id, f"{number}<span>{title}</span>")}'
        yield ("</li>\n</ol>\n" if is_nested else "") + ("</li>\n" if has_item else "") + "</ol>\n</nav>"


def number_html(number: str) -> str:
    return f'<span class="number">{number} </span>' if number else ""


def look(paragraph: Paragraph) -> str:
    """The class of a paragraph: its style; plain text has none."""
    return "" if paragraph.style == "text" else paragraph.style


def has_contents_list(section: Section) -> bool:
    return any(isinstance(block, Contents) for block in section.blocks)
