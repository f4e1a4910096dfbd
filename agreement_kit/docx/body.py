"""Document → the body of word/document.xml, as one string."""

from collections.abc import Iterator

from agreement_kit.document import (
    Block,
    Contents,
    Document,
    Inline,
    Note,
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
from agreement_kit.docx.house_pages import Layout
from agreement_kit.docx.house_styles import right_tab
from agreement_kit.docx.pages import going_on, in_columns
from agreement_kit.docx.pictures import picture_run
from agreement_kit.docx.tables import is_too_wide, table_xml
from agreement_kit.docx.turning import turned_units
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
    "masthead": ("", '<w:spacing w:before="0" w:after="120"/>'),
    **dict.fromkeys(
        ("front", "schedule"), ('<w:pageBreakBefore w:val="0"/>', '<w:spacing w:before="360" w:after="60"/>')
    ),
}
"""Kinds of section whose style starts a page or leaves room above, as they stand where the outline starts none."""


class Body:
    """Writes one document; counts bookmarks and the lists that begin anew, gathers notes. `page` is the layout of what
    is being written: Word wants it where that ends.
    """

    def __init__(self, document: Document, house: HouseStyle) -> None:
        self.document = document
        self.house = house
        self.numbers: Labels = labels(document)
        self.bookmarks = 0
        self.pictures: list[Picture] = []
        self.restarted: list[int] = []
        self.first_new_list = max(house.lists.abstract_of, default=0) + 1
        self.notes: list[Note] = []
        self.parts: list[str] = []
        self.page = house.pages.opening
        self.is_turned = self.has_turned = False

    def xml(self) -> str:
        for section in self.document.sections:
            for part in self.section(section):
                self.parts += [part] if part else []
        return f"<w:body>{''.join(self.parts)}{self.page}</w:body>"

    def section(self, section: Section) -> Iterator[str]:
        title_turned, *turned = turned_units(section, self.is_wide)
        self.turn(title_turned)
        yield self.title(section)
        list_id = 0
        for at, (block, following) in enumerate(zip(section.blocks, (*section.blocks[1:], None), strict=False)):
            self.turn(turned[at])
            if isinstance(block, Paragraph):
                if block.numbered and section.kind not in LIST_FAMILIES:
                    list_id = list_id or self.new_list()
                ends = plain_text(block.inlines[-1:]).rstrip()
                leads_on = isinstance(following, Table | Picture) or ends.endswith(":") or section.kind == "signature"
                notes = section.notes if section.kind == "cover" and at == first_paragraph(section) else ()
                yield self.paragraph(section, block, list_id, "<w:keepNext/>" if leads_on else "", notes)
            else:
                yield from self.block(block)

    def is_wide(self, table: Table) -> bool:
        """Whether a table stands on a turned page, where there is more room."""
        pages = self.house.pages
        return pages.turned.width > pages.upright.width and (
            table.landscape or is_too_wide(table, pages.upright.width, self.numbers.targets)
        )

    def turn(self, turned: bool) -> None:
        """Goes on on a page that is turned, or upright again; what was written last ends the section before."""
        if turned == self.is_turned:
            return
        if self.parts:
            self.parts[-1] = elements.ending_section(self.parts[-1], self.page)
        self.page = self.layout(turned).section
        self.is_turned, self.has_turned = turned, self.has_turned or turned

    def layout(self, turned: bool) -> Layout:
        return self.house.pages.turned if turned else self.house.pages.upright

    def new_list(self) -> int:
        """The id of a list that counts from 1 again; the package's numbering part gets one for each."""
        self.restarted.append(self.first_new_list + len(self.restarted))
        return self.restarted[-1]

    def title(self, section: Section) -> str:
        style = TITLE_STYLES.get(section.kind, "Heading2")
        if not style:
            return ""
        words = self.noted(section.notes, self.bookmark(section.id, self.runs(section.title)))
        tabs = ""
        if section.label:
            tabs = right_tab(self.house.label_stops, self.layout(self.is_turned).width)
            words += elements.text_run(f"\t{section.label}", '<w:rStyle w:val="BindingLabel"/>')
        page, air = RUNNING_ON.get(section.kind, ("", ""))
        if section.new_page:
            page, air = "<w:pageBreakBefore/>", ""
        return elements.paragraph(style, words, f"{page}{tabs}{air}")

    def noted(self, notes: tuple[Note, ...], inside: str) -> str:
        """Words with notes beside them; the package's comments part gets one for each."""
        first = len(self.notes)
        self.notes += notes
        return elements.commented(range(first, len(self.notes)), inside)

    def block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Table):
            yield from table_xml(block, self.runs, self.layout(self.is_turned).width, self.numbers.targets)
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

    def paragraph(
        self, section: Section, paragraph: Paragraph, list_id: int, keep: str, notes: tuple[Note, ...]
    ) -> str:
        inside = self.runs(paragraph.inlines)
        if paragraph.anchor:
            inside = self.bookmark(paragraph.anchor, inside)
        number = ""
        if paragraph.numbered and list_id:
            number = f'<w:numPr><w:ilvl w:val="{paragraph.level - 1}"/><w:numId w:val="{list_id}"/></w:numPr>'
        is_below_title = paragraph.style == "heading" and section.kind == "cover"
        level = '<w:outlineLvl w:val="1"/>' if is_below_title else ""  # the style's own would skip a level there
        return elements.paragraph(self.style(section, paragraph), self.noted(notes, inside), keep + number + level)

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
        """
        listed = self.document.in_contents()
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\h \\n \\t '
            "&quot;heading 2,1,heading 3,2,Schedule Heading,1&quot; </w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        yield elements.paragraph("TableSpacer", "", self.page)
        if not listed:
            yield elements.paragraph("TOC1", begin)
        for at, section in enumerate(listed):
            number = self.numbers.sections[section.id]
            title = plain_text(section.title, self.numbers.targets)
            words = elements.text_run(f"{number}\t{title}" if number else title)
            link = f'<w:hyperlink w:anchor="{bookmark_name(section.id)}" w:history="1">{words}</w:hyperlink>'
            plain = "" if number else '<w:ind w:left="0" w:firstLine="0"/>'
            style = "TOC2" if section.kind == "clause" else "TOC1"
            yield elements.paragraph(style, ("" if at else begin) + link, plain)
        upright = self.house.pages.upright.section
        yield elements.paragraph("TableSpacer", "", in_columns(upright))
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        yield elements.paragraph("TableSpacer", end)
        self.page = going_on(upright)


def first_paragraph(section: Section) -> int:
    """The position of the first paragraph, beside which the notes on a cover stand; -1 where there is none."""
    return next((at for at, block in enumerate(section.blocks) if isinstance(block, Paragraph)), -1)
