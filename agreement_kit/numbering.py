"""The numbers of a document, computed from its structure as Word computes them, and what a reader of the page sees."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from agreement_kit.document import (
    Alignment,
    Block,
    Cell,
    Document,
    Inline,
    Mark,
    Open,
    Paragraph,
    Reference,
    Row,
    Section,
    SectionKind,
    Table,
    Text,
    merged,
)
from agreement_kit.marks import accepted, has_marks, rejected


@dataclass(frozen=True, slots=True)
class Labels:
    """`sections`: section id → the number beside its title ("7", "Schedule 2", "" where it has none).
    `blocks`: (section id, position of the block) → the number beside a paragraph, as printed: "7.2", "(a)".
    `targets`: anchor → what a reference prints, in full: "7.2(a)".
    """

    sections: dict[str, str]
    blocks: dict[tuple[str, int], str]
    targets: dict[str, str]


def letters(count: int) -> str:
    """a … z, then aa, bb, … as Word counts."""
    turns, index = divmod(count - 1, 26)
    return chr(ord("a") + index) * (turns + 1)


def capitals(count: int) -> str:
    return letters(count).upper()


ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def roman(count: int) -> str:
    """i, ii, iii, iv …"""
    words = ""
    for value, sign in ROMAN:
        turns, count = divmod(count, value)
        words += sign * turns
    return words


LevelFormat = tuple[Callable[[int], str], str]
"""How a level counts, and where its count stands: beside the section's number, or that of the level above."""

LEVEL_FORMATS: dict[SectionKind, tuple[LevelFormat, ...]] = {
    "clause": ((str, "{section}.{count}"), (letters, "({count})"), (roman, "({count})")),
    "recitals": ((capitals, "({count})"), (roman, "({count})"), (letters, "({count})")),
    "parties": ((str, "({count})"), (letters, "({count})"), (roman, "({count})")),
}
"""How each level of a section's list looks. Every kind that is not named here numbers like a schedule."""

SCHEDULE_FORMATS: tuple[LevelFormat, ...] = (
    (str, "{count}"),
    (str, "{above}.{count}"),
    (letters, "({count})"),
    (roman, "({count})"),
)


def labels(document: Document) -> Labels:
    """All numbers of the document. Lists continue within a section and begin again in the next, as in Word."""
    result = Labels({}, {}, {})
    clauses = schedules = 0
    for section in document.sections:
        number = ""
        if section.kind == "clause":
            clauses += 1
            number = str(clauses)
        elif section.kind == "schedule":
            schedules += 1
            number = f"Schedule {schedules}"
        result.sections[section.id] = number
        if number:
            result.targets[section.id] = number
        for position, paragraph, label, full in numbered(section, number):
            result.blocks[section.id, position] = label
            if paragraph.anchor:
                result.targets[paragraph.anchor] = full
    return result


def numbered(section: Section, section_number: str) -> Iterator[tuple[int, Paragraph, str, str]]:
    """Position, paragraph, its number as printed and in full, for each numbered paragraph of the section."""
    formats = LEVEL_FORMATS.get(section.kind, SCHEDULE_FORMATS)
    counts = [0] * len(formats)
    printed = [""] * len(formats)
    for position, block in enumerate(section.blocks):
        if not isinstance(block, Paragraph) or not block.numbered:
            continue
        level = block.level - 1
        counts[level] += 1
        counts[level + 1 :] = [0] * (len(formats) - level - 1)
        for index in range(level + 1):
            if index == level or not counts[index]:  # Word counts a level that was skipped as its first
                counts[index] = counts[index] or 1
                count, form = formats[index]
                above = printed[index - 1]
                printed[index] = form.format(count=count(counts[index]), section=section_number, above=above)
        yield position, block, printed[level], full_number(printed[: level + 1])


def full_number(printed: list[str]) -> str:
    """What Word's REF \\w prints: each level's number once ("7.2(a)"), from the last one that repeats its parents."""
    full = ""
    for number in printed:
        full = number if number[0] != "(" else full + number
    return full


def content(document: Document) -> Document:
    """What a reader of the page sees: answers and terms as words, references as numbers (their targets stay), nothing
    of paths, clause versions, owners of open items, the title of a cover. Two documents that look alike have equal
    content: text of a clause itself stands where text that goes on at level 1 stands, and is taken for it. Marks stay;
    a deleted reference shows the number that it had.
    """
    targets = labels(accepted(document)).targets
    old_targets = labels(rejected(document)).targets if has_marks(document) else targets

    def number(reference: Reference) -> str:
        is_old = reference.mark is not None and reference.mark.kind == "deleted"
        return (old_targets if is_old else targets).get(reference.target, "")

    return replace(
        document,
        sections=tuple(seen_section(section, number) for section in document.sections),
        header=tuple(seen_paragraph(line, number) for line in document.header),
        status="",
        mark=seen_facts(document),
    )


def seen_facts(document: Document) -> Mark | None:
    """What the title, the author and other facts about the whole were, where they were others."""
    if document.mark is None or not isinstance(document.mark.was, Document):
        return None
    was = replace(document.mark.was, status="")
    own = replace(document, sections=(), header=(), status="", mark=None)
    return None if was == own else Mark("reformatted", was=was)


Number = Callable[[Reference], str]
"""What a reference prints."""


def seen(inline: Inline, number: Number) -> Inline:
    if isinstance(inline, Open):
        return Open(inline.text, bold=inline.bold, mark=inline.mark)
    if isinstance(inline, Reference):
        return Reference(inline.target, inline.bold, number(inline), inline.mark)
    return Text(inline.text, inline.bold, inline.mark)


def seen_paragraph(paragraph: Paragraph, number: Number, kind: SectionKind = "cover") -> Paragraph:
    """The paragraph in a section of that kind, as a reader sees it. A change of what a reference may aim at is not on
    the page and has no author.
    """
    inlines = joined([seen(inline, number) for inline in paragraph.inlines])
    is_text = kind == "clause" and paragraph.style == "text" and not paragraph.level
    made = replace(paragraph, inlines=inlines, binds=None, level=1 if is_text else paragraph.level, mark=None)
    if paragraph.mark is None or not isinstance(paragraph.mark.was, Paragraph):
        return made
    was = seen_paragraph(paragraph.mark.was, number, kind)
    own = replace(made, inlines=(), end=None)
    if was == replace(own, anchor=was.anchor):
        return made if was == own else replace(made, mark=Mark("reformatted", was=was))
    return replace(made, mark=replace(paragraph.mark, was=was))


def seen_block(block: Block, kind: SectionKind, number: Number) -> Block:
    if isinstance(block, Paragraph):
        return seen_paragraph(block, number, kind)
    if not isinstance(block, Table):
        return block
    rows = (
        Row(
            tuple(Cell(tuple(seen_paragraph(each, number) for each in cell.paragraphs)) for cell in row.cells), row.mark
        )
        for row in block.rows
    )
    made = seen_frame(replace(block, rows=tuple(rows), mark=None))
    if block.mark is None or not isinstance(block.mark.was, Table):
        return made
    was = seen_frame(block.mark.was)
    return made if was == replace(made, rows=()) else replace(made, mark=replace(block.mark, was=was))


def seen_frame(table: Table) -> Table:
    """A signature block has no sides."""
    sides: list[Alignment] = ["left"] * len(table.columns)
    return replace(table, columns=tuple(sides)) if table.kind == "signature" else table


def seen_section(section: Section, number: Number) -> Section:
    """The section as a reader sees it. What became of its id alone is not on the page and has no author, and so it is
    with all that became of a cover, which has no heading.
    """
    is_cover = section.kind == "cover"
    title = () if is_cover else joined([seen(inline, number) for inline in section.title])
    blocks = tuple(seen_block(block, section.kind, number) for block in section.blocks)
    made = Section(section.id, section.kind, title, blocks, "" if is_cover else section.label)
    if section.mark is None or not isinstance(section.mark.was, Section):
        return replace(made, mark=Mark(section.mark.kind) if is_cover else section.mark) if section.mark else made
    was = seen_section(section.mark.was, number)
    if was.label == made.label:
        return made if was.id == made.id else replace(made, mark=Mark("reformatted", was=was))
    return replace(made, mark=replace(section.mark, was=was))


def joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Wording merged, and neighbouring open items of one look joined, as they are on the page."""
    result: list[Inline] = []
    for inline in merged(inlines):
        last = result[-1] if result else None
        is_one = isinstance(last, Open) and last.bold == inline.bold and last.mark == inline.mark
        if isinstance(inline, Open) and isinstance(last, Open) and is_one:
            result[-1] = replace(last, text=last.text + inline.text)
        elif not isinstance(inline, Open) or inline.text:
            result.append(inline)
    return tuple(result)


def block_label(numbers: Labels, section: Section, position: int) -> str:
    """The number beside a block, or "" where it has none."""
    return numbers.blocks.get((section.id, position), "")
