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
    Picture,
    Reference,
    Section,
    Table,
    plain_text,
)
from agreement_kit.docx import elements
from agreement_kit.docx.bookmarks import bookmark_name
from agreement_kit.docx.house import HouseStyle
from agreement_kit.docx.pages import going_on, in_columns, page_column
from agreement_kit.docx.pictures import picture_run
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
TITLE_STYLES = {
    "masthead": "Heading1",
    "clause": "Heading3",
    "schedule": "ScheduleHeading",
    "front": "FrontHeading",
    "cover": "",
}
RUNNING_ON = {
    "masthead": '<w:spacing w:before="0" w:after="120"/>',
    "front": '<w:pageBreakBefore w:val="0"/><w:spacing w:before="360" w:after="60"/>',
    "schedule": '<w:pageBreakBefore w:val="0"/><w:spacing w:before="360" w:after="60"/>',
}
"""Kinds of section whose style starts a page or leaves room above, as they stand where the outline starts none."""

CONTENTS_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\h \\n \\t '
    "&quot;heading 2,1,heading 3,2,Schedule Heading,1&quot; </w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)


class Body:
    """Writes one document; counts bookmarks and the lists that begin anew. `page` is the layout of the page being
    written, which Word wants at its end.
    """

    def __init__(self, document: Document, house: HouseStyle, *, has_pages: bool = False) -> None:
        self.document = document
        self.house = house
        self.has_pages = has_pages
        self.numbers: Labels = labels(document)
        self.bookmarks = 0
        self.pictures: list[Picture] = []
        self.restarted: list[int] = []
        self.page = house.section
        self.first_new_list = max(house.abstract_of, default=0) + 1

    def xml(self) -> str:
        inside = "".join(part for section in self.document.sections for part in self.section(section))
        return f"<w:body>{inside}{self.page}</w:body>"

    def section(self, section: Section) -> Iterator[str]:
        yield self.title(section)
        list_id = 0
        for block, following in zip(section.blocks, (*section.blocks[1:], None), strict=False):
            if isinstance(block, Paragraph):
                if block.numbered and section.kind not in LIST_FAMILIES:
                    list_id = list_id or self.new_list()
                ends = plain_text(block.inlines[-1:]).rstrip()
                leads_on = isinstance(following, Table | Picture) or ends.endswith(":") or section.kind == "signature"
                yield self.paragraph(section, block, list_id, "<w:keepNext/>" if leads_on else "")
            else:
                yield from self.block(block)

    def new_list(self) -> int:
        """The id of a list that counts from 1 again; the package's numbering part gets one for each."""
        self.restarted.append(self.first_new_list + len(self.restarted))
        return self.restarted[-1]

    def title(self, section: Section) -> str:
        style = TITLE_STYLES.get(section.kind, "Heading2")
        if not style:
            return ""
        words = self.bookmark(section.id, self.runs(section.title))
        if section.label:
            words += elements.text_run(f"\t{section.label}", '<w:rStyle w:val="BindingLabel"/>')
        page = "<w:pageBreakBefore/>" if section.new_page else RUNNING_ON.get(section.kind, "")
        return elements.paragraph(style, words, page)

    def block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Table):
            if block.landscape:
                yield elements.paragraph("TableSpacer", "", self.page)
                self.page = self.house.section
            yield from table_xml(block, self.runs, self.house, self.numbers.targets)
        elif isinstance(block, Picture):
            self.pictures.append(block)
            number = len(self.pictures)
            yield elements.paragraph("Normal", picture_run(block, number, f"rIdPicture{number}"))
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
        number = ""
        if paragraph.numbered and list_id:
            number = f'<w:numPr><w:ilvl w:val="{paragraph.level - 1}"/><w:numId w:val="{list_id}"/></w:numPr>'
        is_below_title = paragraph.style == "heading" and section.kind == "cover"
        level = '<w:outlineLvl w:val="1"/>' if is_below_title else ""  # the style's own would skip a level there
        return elements.paragraph(self.style(section, paragraph), inside, keep + number + level)

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
        """A contents field in two columns, filled: linked numbers and titles, right without an update and without page
        numbers. It ends below the columns: LibreOffice shows a list that ends within them in one.

        With page numbers the list is no field but lines that each hold one: LibreOffice fills in only such.
        """
        listed = self.document.in_contents()
        begin = "" if self.has_pages else CONTENTS_BEGIN
        yield elements.paragraph("TableSpacer", "", self.page)
        if not listed:
            yield elements.paragraph("TOC1", begin)
        for at, section in enumerate(listed):
            number = self.numbers.sections[section.id]
            title = plain_text(section.title, self.numbers.targets)
            words = elements.text_run(f"{number}\t{title}" if number else title)
            plain = "" if number else '<w:ind w:left="0" w:firstLine="0"/>'
            style = "TOC2" if section.kind == "clause" else "TOC1"
            if self.has_pages:
                words += "<w:r><w:tab/></w:r>" + elements.field(f"PAGEREF {bookmark_name(section.id)} \\h", "0")
                plain = page_column(self.house, "" if number else style) + plain
            link = f'<w:hyperlink w:anchor="{bookmark_name(section.id)}" w:history="1">{words}</w:hyperlink>'
            yield elements.paragraph(style, ("" if at else begin) + link, plain)
        yield elements.paragraph("TableSpacer", "", in_columns(self.house.section))
        end = "" if self.has_pages else '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        yield elements.paragraph("TableSpacer", end)
        self.page = going_on(self.house.section)
