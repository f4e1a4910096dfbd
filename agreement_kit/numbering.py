"""The numbers of a document, computed from its structure as Word computes them, and what a reader of the page sees."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from agreement_kit.document import (
    Alignment,
    Block,
    Document,
    Inline,
    Open,
    Paragraph,
    Picture,
    Reference,
    Section,
    SectionKind,
    Table,
    Text,
    map_paragraphs,
    merged,
)


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
    of paths, clause versions, owners of open items, the title of a cover, the way a page is turned. Two documents that
    look alike have equal content: text of a clause itself stands where text that goes on at level 1 stands, and is
    taken for it.
    """
    targets = labels(document).targets

    def seen(inline: Inline) -> Inline:
        if isinstance(inline, Open):
            return Open(inline.text, bold=inline.bold)
        if isinstance(inline, Reference):
            return Reference(inline.target, inline.bold, targets.get(inline.target, ""))
        return Text(inline.text, inline.bold)

    def seen_paragraph(paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, inlines=joined(map(seen, paragraph.inlines)), binds=None)

    def seen_block(block: Block, kind: SectionKind) -> Block:
        if isinstance(block, Table):
            sides: list[Alignment] = ["left"] * len(block.columns)
            return replace(block, columns=tuple(sides) if block.kind == "signature" else block.columns, landscape=False)
        if isinstance(block, Picture):
            return replace(block, shapes=())
        if isinstance(block, Paragraph) and kind == "clause" and block.style == "text" and not block.level:
            return replace(block, level=1)
        return block

    def seen_section(section: Section) -> Section:
        is_cover = section.kind == "cover"
        title = () if is_cover else joined(map(seen, section.title))
        blocks = tuple(seen_block(block, section.kind) for block in map_paragraphs(section, seen_paragraph).blocks)
        label = "" if is_cover else section.label
        notes = (replace(each, paragraphs=tuple(map(seen_paragraph, each.paragraphs))) for each in section.notes)
        return Section(section.id, section.kind, title, blocks, label, notes=tuple(notes))

    return replace(
        document,
        sections=tuple(map(seen_section, document.sections)),
        header=tuple(map(seen_paragraph, document.header)),
        status="",
    )


def joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Wording merged, and neighbouring open items of one look joined, as they are on the page."""
    result: list[Inline] = []
    for inline in merged(inlines):
        last = result[-1] if result else None
        if isinstance(inline, Open) and isinstance(last, Open) and last.bold == inline.bold:
            result[-1] = replace(last, text=last.text + inline.text)
        elif not isinstance(inline, Open) or inline.text:
            result.append(inline)
    return tuple(result)


def block_label(numbers: Labels, section: Section, position: int) -> str:
    """The number beside a block, or "" where it has none."""
    return numbers.blocks.get((section.id, position), "")
