"""Document → the body of word/document.xml, as one string."""

from collections.abc import Iterator

from agreement_kit.document import (
    Block,
    Contents,
    Document,
    Inline,
    Open,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Section,
    Table,
    plain_text,
)
from agreement_kit.docx import elements
from agreement_kit.docx.bookmarks import bookmark_name
from agreement_kit.docx.house import HouseStyle
from agreement_kit.docx.tables import table_xml
from agreement_kit.numbering import Labels, labels

LIST_FAMILIES = {"clause": "Clause", "recitals": "Recital", "parties": "Party"}
"""Section kind → the family of styles its list uses; all others use the schedules' family."""

OWN_STYLES = {
    "title": "Heading1",
    "subtitle": "CoverSubtitle",
    "names": "CoverName",
    "cover": "CoverLine",
    "heading": "Subheading",
    "lead": "ScheduleLead",
}
TITLE_STYLES = {"clause": "Heading3", "schedule": "ScheduleHeading", "front": "FrontHeading", "cover": ""}
NEW_PAGE = ("parties", "signature")
"""Kinds of section that start a page in a document long enough for a contents list; in a shorter one schedules, whose
style says so, run on.
"""


RUNNING_ON = '<w:pageBreakBefore w:val="0"/><w:spacing w:before="720" w:after="160"/>'
CONTENTS_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\h \\n \\t '
    "&quot;heading 2,1,heading 3,2,Schedule Heading,1&quot; </w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
CONTENTS_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
LABEL_LOOK = '<w:rStyle w:val="BindingLabel"/>'


class Body:
    """Writes one document; counts bookmarks and the lists that begin anew."""

    def __init__(self, document: Document, house: HouseStyle) -> None:
        self.document = document
        self.house = house
        self.numbers: Labels = labels(document)
        self.bookmarks = 0
        self.restarted: list[int] = []
        self.is_long = any(isinstance(block, Contents) for section in document.sections for block in section.blocks)
        self.first_new_list = max(house.abstract_of, default=0) + 1

    def xml(self) -> str:
        return f"<w:body>{''.join(self.parts())}{self.house.section}</w:body>"

    def parts(self) -> list[str]:
        """The paragraphs and tables."""
        parts: list[str] = []
        above = None
        for section in self.document.sections:
            starts_page = above == "cover" or (self.is_long and section.kind in NEW_PAGE)
            parts.extend(self.section(section, starts_page=starts_page))
            above = section.kind
        return parts

    def section(self, section: Section, *, starts_page: bool) -> Iterator[str]:
        yield self.title(section, starts_page=starts_page)
        list_id = 0
        for block, following in zip(section.blocks, (*section.blocks[1:], None), strict=False):
            if isinstance(block, Paragraph):
                if section.kind not in LIST_FAMILIES and self.is_numbered(block):
                    list_id = list_id or self.new_list()
                ends = plain_text(block.inlines[-1:]).rstrip()
                leads_on = isinstance(following, Table) or ends.endswith(":") or section.kind == "signature"
                yield self.paragraph(section, block, list_id, "<w:keepNext/>" if leads_on else "")
            else:
                yield from self.block(block)

    def is_numbered(self, paragraph: Paragraph) -> bool:
        return paragraph.numbered

    def new_list(self) -> int:
        """The id of a list that counts from 1 again; the package's numbering part gets one for each."""
        self.restarted.append(self.first_new_list + len(self.restarted))
        return self.restarted[-1]

    def title(self, section: Section, *, starts_page: bool) -> str:
        style = TITLE_STYLES.get(section.kind, "Heading2")
        if not style:
            return ""
        words = self.bookmark(section.id, self.runs(section.title)) + self.label(section)
        return elements.paragraph(style, words, self.title_layout(section, starts_page=starts_page))

    def title_layout(self, section: Section, *, starts_page: bool) -> str:
        runs_on = RUNNING_ON if section.kind == "schedule" and not self.is_long else ""
        return "<w:pageBreakBefore/>" if starts_page else runs_on

    def label(self, section: Section) -> str:
        """The binding label at the right of a heading."""
        return elements.text_run(f"\t{section.label}", LABEL_LOOK) if section.label else ""

    def block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Table):
            yield from table_xml(block, self, self.house, self.numbers.targets)
        elif isinstance(block, Contents):
            yield from self.contents()
        elif isinstance(block, PageBreak):
            yield elements.paragraph("Normal", '<w:r><w:br w:type="page"/></w:r>')
        else:
            raise ValueError(f"a finished document holds no {block}")

    def paragraph(self, section: Section, paragraph: Paragraph, list_id: int, keep: str) -> str:
        inside = self.runs(paragraph.inlines)
        if paragraph.anchor:
            inside = self.bookmark(paragraph.anchor, inside)
        return elements.paragraph(self.style(section, paragraph), inside, keep + self.number(paragraph, list_id))

    def number(self, paragraph: Paragraph, list_id: int) -> str:
        """The list of its own that a schedule's paragraph counts in; all other lists come with the style."""
        if not paragraph.numbered or not list_id:
            return ""
        return f'<w:numPr><w:ilvl w:val="{paragraph.level - 1}"/><w:numId w:val="{list_id}"/></w:numPr>'

    def end_of(self, paragraph: Paragraph) -> str:
        """What is said of the end of a paragraph in a cell or the header: nothing but in a redline."""
        return ""

    def mark_of(self, row: Row) -> str:
        return ""

    def style(self, section: Section, paragraph: Paragraph) -> str:
        if paragraph.style in OWN_STYLES:
            return OWN_STYLES[paragraph.style]
        family = LIST_FAMILIES.get(section.kind, "Schedule")
        if paragraph.level:
            return f"{family}{'' if paragraph.numbered else 'Text'}{min(paragraph.level, 3)}"
        return "ClauseText1" if section.kind == "clause" else "Normal"

    def bookmark(self, anchor: str, inside: str) -> str:
        self.bookmarks += 1
        return elements.bookmarked(bookmark_name(anchor), self.bookmarks, inside)

    def runs(self, inlines: tuple[Inline, ...]) -> str:
        """Neighbouring words of one look share a run: fewer runs make smaller files and cleaner comparisons in Word."""
        made: list[str] = []
        words, look = "", ""
        for inline in inlines:
            if isinstance(inline, Reference | Open):
                made += [elements.text_run(words, look), self.special(inline)]
                words = ""
                continue
            this_look = "<w:b/><w:bCs/>" if inline.bold else ""
            if this_look != look:
                made.append(elements.text_run(words, look))
                words, look = "", this_look
            words += inline.text
        return "".join([*made, elements.text_run(words, look)])

    def special(self, inline: Reference | Open) -> str:
        bold = "<w:b/><w:bCs/>" if inline.bold else ""
        if isinstance(inline, Open):
            return elements.text_run(inline.text, f'<w:rStyle w:val="OpenItem"/>{bold}<w:highlight w:val="yellow"/>')
        number = self.numbers.targets[inline.target]
        return elements.field(f"REF {bookmark_name(inline.target)} \\w \\h", number, bold)

    def contents(self) -> Iterator[str]:
        """A contents field, filled: linked numbers and titles, right without an update and without page numbers."""
        listed = self.document.in_contents()
        begin, end = CONTENTS_BEGIN, CONTENTS_END
        if not listed:
            yield elements.paragraph("TOC1", begin + end)
        for at, section in enumerate(listed):
            number = self.numbers.sections[section.id]
            title = plain_text(section.title, self.numbers.targets)
            words = elements.text_run(f"{number}\t{title}" if number else title)
            link = f'<w:hyperlink w:anchor="{bookmark_name(section.id)}" w:history="1">{words}</w:hyperlink>'
            inside = (begin if at == 0 else "") + link + (end if at == len(listed) - 1 else "")
            plain = "" if number else '<w:ind w:left="0" w:firstLine="0"/>'
            yield elements.paragraph("TOC2" if section.kind == "clause" else "TOC1", inside, plain)
