"""A marked Document → the body of word/document.xml with tracked changes.

What holds in Word and LibreOffice: all that is tracked has an id of its own in the whole package; a row that is new or
gone says so of every run and paragraph end in it too, or LibreOffice leaves it empty; the end of a paragraph cannot go
before a table or at the end of the body, so what is new there leaves a gap when it is rejected, and what went joins a
gap. LibreOffice takes the level in a list from the style only where nothing else was said before, so it is said.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import groupby

from agreement_kit.document import (
    Block,
    Cell,
    Contents,
    Document,
    Inline,
    Mark,
    Open,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Section,
    Table,
    Text,
    merged,
)
from agreement_kit.docx import elements
from agreement_kit.docx.body import CONTENTS_BEGIN, CONTENTS_END, TITLE_STYLES, Body
from agreement_kit.docx.bookmarks import Side, anchors_at, anchors_of, bookmark_name
from agreement_kit.docx.house import HouseStyle
from agreement_kit.marks import accepted, rejected
from agreement_kit.numbering import Labels, labels

BOLD = "<w:b/><w:bCs/>"
SPACER_STYLE = '<w:pStyle w:val="TableSpacer"/>'
NO_NUMBER = '<w:numPr><w:numId w:val="0"/></w:numPr>'
END = re.compile(r"<w:rPr><w:(?:ins|del|moveFrom|moveTo) [^>]*/></w:rPr>")
"""In the layout of a paragraph: its end is marked."""
NEW_END = re.compile(rf"(?<!{SPACER_STYLE})<w:rPr><w:(?:ins|moveTo) ([^>]*)/></w:rPr>(?=</w:pPr>)")
ID = re.compile(r'w:id="\d+"')
RUN = re.compile(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?")
GAP = elements.paragraph("TableSpacer", "", "<w:keepNext/>")
TABLE_LOOK = re.compile(r"<w:tblPr>(.*?)</w:tblPr>")
CAPTION = re.compile(r"<w:tblCaption [^>]*/>")
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'


class Redline(Body):
    """Writes one redline. What stands has the numbers of the new draft, what went those of the old one."""

    def __init__(self, document: Document, house: HouseStyle) -> None:
        super().__init__(accepted(document), house)
        self.document = document
        self.old_numbers: Labels = labels(rejected(document))
        self.old_only = {
            anchor for section in document.sections for anchor, side in anchors_of(section) if side == "old"
        }

    def next_id(self) -> int:
        self.bookmarks += 1
        return self.bookmarks

    # marks

    def revision(self, mark: Mark) -> str:
        """The attributes of a tracked change. Bookmarks count with the same ids."""
        date = f' w:date="{stamp(mark.date)}"' if mark.date else ""
        return f'w:id="{self.next_id()}" w:author="{elements.escaped(mark.author)}"{date}'

    def marked(self, mark: Mark, inside: str) -> str:
        """Runs with what is said of them."""
        if not inside:
            return ""
        if mark.kind == "reformatted":
            return RUN.sub(lambda run: self.reformatted(mark, run[1] or ""), inside)
        if mark.move:
            return self.moved(mark, inside)
        if mark.kind == "inserted":
            return f"<w:ins {self.revision(mark)}>{inside}</w:ins>"
        return f"<w:del {self.revision(mark)}>{as_deleted(inside)}</w:del>"

    def moved(self, mark: Mark, inside: str) -> str:
        """Runs moved here or away. Word pairs the two by name."""
        way = "moveTo" if mark.kind == "inserted" else "moveFrom"
        start = self.revision(mark)
        number = self.bookmarks
        return (
            f'<w:{way}RangeStart {start} w:name="{elements.escaped(mark.move)}"/>'
            f'<w:{way} {self.revision(mark)}>{inside}</w:{way}><w:{way}RangeEnd w:id="{number}"/>'
        )

    def reformatted(self, mark: Mark, look: str) -> str:
        """The beginning of a run that was bold where it is not, or the other way round."""
        old = look.replace(BOLD, "") if BOLD in look else bolder(look)
        change = f"<w:rPrChange {self.revision(mark)}><w:rPr>{old}</w:rPr></w:rPrChange>"
        return f"<w:r><w:rPr>{look}{change}</w:rPr>"

    def end_mark(self, mark: Mark | None) -> str:
        """In the layout of a paragraph: its end is new or gone."""
        if mark is None or mark.kind == "reformatted":
            return ""
        is_new = mark.kind == "inserted"
        tag = ("moveTo" if is_new else "moveFrom") if mark.move else "ins" if is_new else "del"
        return f"<w:rPr><w:{tag} {self.revision(mark)}/></w:rPr>"

    def end_of(self, paragraph: Paragraph) -> str:
        return self.end_mark(paragraph.end)

    def mark_of(self, row: Row) -> str:
        if row.mark is None:
            return ""
        return f"<w:{'ins' if row.mark.kind == 'inserted' else 'del'} {self.revision(row.mark)}/>"

    # words

    def runs(self, inlines: tuple[Inline, ...]) -> str:
        made = []
        for mark, group in groupby(inlines, key=lambda inline: inline.mark):
            inside = super().runs(tuple(group))
            made.append(self.marked(mark, inside) if mark else inside)
        return "".join(made)

    def special(self, inline: Reference | Open) -> str:
        if not isinstance(inline, Reference) or inline.mark is None or inline.mark.kind != "deleted":
            return super().special(inline)
        number = self.old_numbers.targets[inline.target]
        name = bookmark_name(inline.target, "old" if inline.target in self.old_only else "")
        return elements.field(f"REF {name} \\w \\h", number, BOLD if inline.bold else "")

    def bookmarked(self, anchors: Iterator[tuple[str, Side]], inside: str) -> str:
        for anchor, side in anchors:
            inside = elements.bookmarked(bookmark_name(anchor, side), self.next_id(), inside)
        return inside

    # blocks

    def parts(self) -> list[str]:
        """The paragraphs and tables, with a gap wherever the end of a paragraph could not go."""
        parts: list[str] = []
        written = [part for part in super().parts() if part]
        for part, following in zip(written, (*written[1:], ""), strict=False):
            is_before_table = not following.startswith("<w:p>")
            if not has_marked_end(part) or not (is_before_table or is_gap(following)):
                parts.append(part)
            elif NEW_END.search(part):
                self.leave_a_gap(parts)
                parts.append(NEW_END.sub(lambda end: was_a_gap(end[1]), part, count=1))
            elif is_gap(part) and "<w:sectPr" not in part:
                parts.append(END.sub("", part, count=1))
            else:
                parts += [part, GAP] if is_before_table else [part]
        return parts

    def leave_a_gap(self, parts: list[str]) -> None:
        """Says of the first of the new paragraphs at the end of `parts` that it was a gap: LibreOffice lets the layout
        of the first one live on where all of them go and nothing stands after them.
        """
        at = len(parts)
        while at and NEW_END.search(parts[at - 1]):
            at -= 1
        if at < len(parts):
            change = NEW_END.search(parts[at])
            attributes = ID.sub(f'w:id="{self.next_id()}"', change[1]) if change else ""
            parts[at] = parts[at].replace("</w:pPr>", f"{was_a_gap(attributes)}</w:pPr>", 1)

    def is_numbered(self, paragraph: Paragraph) -> bool:
        was = paragraph.mark.was if paragraph.mark else None
        return paragraph.numbered or (isinstance(was, Paragraph) and was.numbered)

    def title(self, section: Section, *, starts_page: bool) -> str:
        style = TITLE_STYLES.get(section.kind, "Heading2")
        if not style:
            return ""
        own = anchors_of(replace(section, blocks=()))
        words = self.bookmarked(own, self.runs(section.title)) + self.label(section)
        layout = self.title_layout(section, starts_page=starts_page)
        return elements.paragraph(style, words, layout + self.end_mark(section.mark))

    def label(self, section: Section) -> str:
        mark, label = section.mark, super().label(section)
        if mark is None:
            return label
        if not isinstance(mark.was, Section):
            return self.marked(mark, label)
        if mark.was.label == section.label:
            return label
        old, new = replace(mark, kind="deleted", was=None), replace(mark, kind="inserted", was=None)
        return self.marked(old, super().label(mark.was)) + self.marked(new, label)

    def paragraph(self, section: Section, paragraph: Paragraph, list_id: int, keep: str) -> str:
        inside = self.bookmarked(anchors_at(paragraph), self.runs(paragraph.inlines))
        style, number = self.style(section, paragraph), self.number(paragraph, list_id)
        layout = keep + number + self.end_mark(paragraph.end)
        was = paragraph.mark.was if paragraph.mark else None
        if paragraph.mark and isinstance(was, Paragraph):
            old_style, old_number = self.style(section, was), self.number(was, list_id)
            if (old_style, old_number) != (style, number):
                old = elements.layout(old_style, keep + (old_number or self.number_by_style(old_style)))
                layout += f"<w:pPrChange {self.revision(paragraph.mark)}>{old}</w:pPrChange>"
        return elements.paragraph(style, inside, layout)

    def number_by_style(self, style: str) -> str:
        if style not in self.house.level_of:
            return NO_NUMBER
        level, number = self.house.level_of[style], self.house.list_of[style]
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'

    def block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Table):
            yield from self.table(block)
        elif isinstance(block, Contents):
            yield from self.contents_list(block.mark)
        elif isinstance(block, PageBreak) and block.mark:
            yield elements.paragraph("Normal", self.marked(block.mark, PAGE_BREAK), self.end_mark(block.mark))
        else:
            yield from super().block(block)

    def table(self, table: Table) -> Iterator[str]:
        """The table; where all of its rows are new or gone, the gaps beside it are too."""
        kinds = {row.mark.kind if row.mark else "" for row in table.rows}
        whole = table.rows[0].mark if len(kinds) == 1 else None
        for part in super().block(replace(table, rows=tuple(map(spread, table.rows)))):
            if part.startswith("<w:p>") and whole:
                yield part.replace(SPACER_STYLE, SPACER_STYLE + self.end_mark(whole), 1)
            elif table.mark and isinstance(table.mark.was, Table) and part.startswith("<w:tbl>"):
                yield self.recaptioned(part, table.mark, table.mark.was.caption)
            else:
                yield part

    def recaptioned(self, part: str, mark: Mark, old_caption: str) -> str:
        """A table whose caption was another."""

        def changed(look: re.Match[str]) -> str:
            old = CAPTION.sub(lambda _: elements.caption_of(old_caption), look[1])
            change = f"<w:tblPrChange {self.revision(mark)}><w:tblPr>{old}</w:tblPr></w:tblPrChange>"
            return f"<w:tblPr>{look[1]}{change}</w:tblPr>"

        return TABLE_LOOK.sub(changed, part, count=1)

    # the contents list

    def contents_list(self, whole: Mark | None) -> Iterator[str]:
        """The list with the headings of both drafts. Its numbers are a field's, and right after the next update."""
        other = "inserted" if whole and whole.kind == "deleted" else "deleted" if whole else ""
        listed = [each for each in self.document.in_contents() if each.mark is None or each.mark.kind != other]
        begin, end = (self.marked(whole, sign) if whole else sign for sign in (CONTENTS_BEGIN, CONTENTS_END))
        last_mark = listed[-1].mark if listed and not whole else None
        is_apart = not listed or (last_mark is not None and last_mark.kind != "reformatted")
        for at, section in enumerate(listed):
            last = end if at == len(listed) - 1 and not is_apart else ""
            yield self.entry(section, whole, begin if at == 0 else "", last)
        if is_apart:
            yield elements.paragraph("TOC1", end if listed else begin + end, self.end_mark(whole))

    def entry(self, section: Section, whole: Mark | None, begin: str, end: str) -> str:
        own = section.mark if section.mark and section.mark.kind != "reformatted" else None
        mark = whole or own
        is_old = own is not None and own.kind == "deleted"
        numbers = self.old_numbers if is_old else self.numbers
        number = numbers.sections[section.id]
        words = [self.in_contents(each) for each in section.title]
        if whole:
            words = [each for each in words if each.mark is None or each.mark.kind == whole.kind]
        words = [Text(f"{number}\t" if number else "", mark=mark), *words]
        title = merged(replace(each, mark=mark) if mark else each for each in words)
        anchor = bookmark_name(section.id, "old" if is_old else "")
        link = f'<w:hyperlink w:anchor="{anchor}" w:history="1">{self.runs(title)}</w:hyperlink>'
        plain = "" if number else '<w:ind w:left="0" w:firstLine="0"/>'
        style = "TOC2" if section.kind == "clause" else "TOC1"
        return elements.paragraph(style, begin + link + end, plain + self.end_mark(mark))

    def in_contents(self, inline: Inline) -> Text:
        """The words of a heading as the contents list shows them."""
        mark = inline.mark if inline.mark and inline.mark.kind != "reformatted" else None
        numbers = self.old_numbers if mark and mark.kind == "deleted" else self.numbers
        text = numbers.targets.get(inline.target, "") if isinstance(inline, Reference) else inline.text
        return Text(text, mark=mark)


def was_a_gap(attributes: str) -> str:
    """In the layout of a paragraph: it was a gap before, and is one again when its words are rejected."""
    return f"<w:pPrChange {attributes}><w:pPr>{SPACER_STYLE}{NO_NUMBER}</w:pPr></w:pPrChange>"


def stamp(date: datetime) -> str:
    return f"{date.isoformat(timespec='seconds')}Z"


def as_deleted(runs: str) -> str:
    """Runs as they stand in a deletion, where text and the codes of fields have names of their own."""
    return (
        runs.replace("<w:t>", "<w:delText>")
        .replace("<w:t ", "<w:delText ")
        .replace("</w:t>", "</w:delText>")
        .replace("w:instrText", "w:delInstrText")
    )


def bolder(look: str) -> str:
    """The look of a run in bold: that comes after its style and before its colour."""
    style, found, rest = look.partition("/>") if look.startswith("<w:rStyle") else ("", "", look)
    return f"{style}{found}{BOLD}{rest}"


def has_marked_end(part: str) -> bool:
    return part.startswith("<w:p><w:pPr>") and END.search(part, 0, part.index("</w:pPr>")) is not None


def is_gap(part: str) -> bool:
    return part.startswith(f"<w:p><w:pPr>{SPACER_STYLE}")


def spread(row: Row) -> Row:
    """The row with its mark on all that it holds."""
    mark = row.mark
    if mark is None:
        return row

    def whole(paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, inlines=tuple(replace(each, mark=mark) for each in paragraph.inlines), end=mark)

    return replace(row, cells=tuple(Cell(tuple(map(whole, cell.paragraphs))) for cell in row.cells))
