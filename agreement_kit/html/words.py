"""Inline content → HTML: references and terms as links, open items marked, everything else as the words it is."""

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from agreement_kit.document import (
    Answer,
    Document,
    Inline,
    Open,
    Paragraph,
    Reference,
    Term,
    Text,
    inlines_of,
    plain_text,
)
from agreement_kit.numbering import labels


def text_of(text: str) -> str:
    """Text as it stands between tags; the style sheet keeps its spaces."""
    return escape(text, quote=False).replace("\n", "<br>").replace("\r", "&#13;")


def attribute(name: str, value: str) -> str:
    """` name="value"`, or nothing where there is no value."""
    return f' {name}="{escape(value)}"' if value else ""


def link(target: str, inside: str, kind: str = "") -> str:
    return f'<a{attribute("class", kind)} href="#{quote(target, safe=":")}">{inside}</a>'


class Words:
    """Writes the inline content of one document; remembers which ids are taken and which terms a section linked."""

    def __init__(self, document: Document) -> None:
        self.numbers = labels(document)
        self.anchors = {anchor for section in document.sections for anchor in (section.id, *anchors(section.blocks))}
        self.terms = {inline.name for _, inline in inlines_of(document) if isinstance(inline, Term)}
        self.defined = {
            name
            for section in document.sections
            for block in section.blocks
            if isinstance(block, Paragraph) and (name := self.defined_by(block))
        }
        self.linked: set[str] = set()
        self.taken: set[str] = set()

    def identity(self, name: str) -> str:
        """The id attribute, once: a page in which two things share an id leads to the first of them anyway."""
        if name in self.taken:
            return ""
        self.taken.add(name)
        return attribute("id", name)

    def defined_by(self, paragraph: Paragraph) -> str:
        """The term whose meaning the paragraph gives, or ""."""
        match paragraph.inlines:
            case (Text(text=name, bold=True), Text(text=verb, bold=False), *_) if verb.startswith(" means"):
                return name if name in self.terms else ""
        return ""

    def definition(self, paragraph: Paragraph, name: str) -> str:
        self.linked.add(name)
        return f"<p{self.identity(term_id(name))}><dfn>{text_of(name)}</dfn>{self.inline(paragraph.inlines[1:])}</p>"

    def inline(self, inlines: Iterable[Inline], *, links: bool = True) -> str:
        """The words as HTML. A term is a link to its definition where a section first uses it: a link at each of a
        thousand uses would help nobody who moves by keyboard.
        """
        parts = ((self.one(each, links=links), each.bold) for each in inlines)
        return "".join(f"<b>{part}</b>" if is_bold and part else part for part, is_bold in parts)

    def one(self, inline: Inline, *, links: bool) -> str:
        match inline:
            case Text() | Answer():
                return text_of(inline.text)
            case Open():
                return f"<mark>{text_of(inline.text)}</mark>"
            case Term():
                is_linked = links and inline.name in self.defined - self.linked
                self.linked |= {inline.name} if is_linked else set()
                words = text_of(inline.text)
                return link(term_id(inline.name), words, "term") if is_linked else words
            case Reference():
                words = text_of(self.numbers.targets.get(inline.target, inline.text))
                return link(inline.target, words) if links and words and inline.target in self.anchors else words


def halves(line: Paragraph) -> tuple[str, str]:
    """What stands at the left and at the right of a line of the header; a tab in an answer is no jump."""
    for at, inline in enumerate(line.inlines):
        if isinstance(inline, Text) and "\t" in inline.text:
            left, _, right = inline.text.partition("\t")
            return plain_text(line.inlines[:at]) + left, right + plain_text(line.inlines[at + 1 :])
    return plain_text(line.inlines), ""


def anchors(blocks: Iterable[object]) -> Iterable[str]:
    return (block.anchor for block in blocks if isinstance(block, Paragraph) and block.anchor)


def term_id(name: str) -> str:
    """Anchors of the document hold no colon, so that an id of the page's own never meets one."""
    return f"term:{'-'.join(name.split())}"
