"""The document model: what an agreement says, free of Word, HTML and Markdown. Every writer takes a `Document`, every
reader returns one. Numbers are not stored; `agreement_kit.numbering` computes them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from agreement_kit.drawing import Shape
from agreement_kit.problems import Path

# inline: what stands in a line


@dataclass(frozen=True, slots=True)
class Text:
    """Wording of the library. A line break inside is `\\n`, a jump to the right margin is `\\t`."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """Words that the user wrote, as printed. `paths` are the places in the input that decided them."""

    text: str
    paths: tuple[Path, ...] = ()
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """An answer that is still to be agreed; printed in square brackets, highlighted. `text` carries the brackets."""

    text: str
    paths: tuple[Path, ...] = ()
    bold: bool = False
    question: str = ""
    owner: str = ""
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A use of the defined term `name` in the wording; `text` may be its plural."""

    text: str
    name: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A live cross-reference to an anchor: prints the target's number. `text` is filled by `content` alone."""

    target: str
    bold: bool = False
    text: str = ""


Inline = Text | Answer | Open | Term | Reference

# blocks: what stands below one another

ParagraphStyle = Literal["text", "heading", "title", "subtitle", "names", "cover", "lead"]
"""`title`, `subtitle`, `names`, `cover` belong to the cover; `lead` stands under a title and says where it belongs."""

Binding = Literal["binding", "intent", "mixed"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Inline content at a level. Level 0 is text of the section itself; 1, 2, 3 are the levels of its list, numbered
    or, where `numbered` is false, continuing the text of that level. `anchor` is what a reference may aim at.
    """

    inlines: tuple[Inline, ...]
    level: int = 0
    numbered: bool = False
    style: ParagraphStyle = "text"
    anchor: str = ""
    binds: Binding | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "inlines", merged(self.inlines))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a stream of paragraphs, usually one."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]


Alignment = Literal["left", "right"]
TableKind = Literal["grid", "signature"]


@dataclass(frozen=True, slots=True)
class Table:
    """A plain grid without merged cells. The first row of a `grid` is its header; a `signature` table has labels in
    its first column and lines to write on in its second. `caption` is what a screen reader announces.
    """

    rows: tuple[Row, ...]
    columns: tuple[Alignment, ...]
    caption: str = ""
    kind: TableKind = "grid"
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents list; writers fill it from the sections and their numbers."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, `width` by `height` points. `title` and `description` say in words all that it shows; who reads the
    page back from Word has these alone.
    """

    title: str
    description: str
    width: int
    height: int
    shapes: tuple[Shape, ...] = ()


SlotName = Literal["binding-map", "open-items", "definitions", "timeline", "engagement-map", "calendar"]


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a list or picture that the kit makes; assembly fills it, a finished document holds none."""

    name: SlotName


Block = Paragraph | Table | Picture | Contents | PageBreak | Slot

# sections and the whole


@dataclass(frozen=True, slots=True)
class Note:
    """What an internal draft says beside the title of a section, for its own side alone: a comment in Word. No other
    draft holds any. Its paragraphs are words, plain or bold.
    """

    paragraphs: tuple[Paragraph, ...]
    author: str = "agreement-kit"


SectionKind = Literal["cover", "masthead", "front", "parties", "recitals", "part", "clause", "signature", "schedule"]


@dataclass(frozen=True, slots=True)
class Section:
    """A titled piece with its own numbers: a clause, a schedule, the list of parties. `id` is its anchor.
    `part` sections are bare headings that group the clauses after them; a `masthead` heads a document too short for a
    cover. `label` is the binding label beside the title, `new_page` whether the section starts a page in Word.
    """

    id: str
    kind: SectionKind
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...] = ()
    label: str = ""
    binds: Binding | None = None
    alternative: str = ""
    version: str = ""
    new_page: bool = False
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", merged(self.title))


@dataclass(frozen=True, slots=True)
class Document:
    """A whole draft. `header` is one line per paragraph, with a tab before what stands at the right margin."""

    title: str
    sections: tuple[Section, ...]
    header: tuple[Paragraph, ...] = ()
    author: str = ""
    language: str = "en-GB"
    reference: str = ""
    version: str = ""
    status: str = ""

    def in_contents(self) -> tuple[Section, ...]:
        """The sections that a contents list names, in order."""
        return self.of_kind("parties", "recitals", "part", "clause", "signature", "schedule")

    def of_kind(self, *kinds: SectionKind) -> tuple[Section, ...]:
        """The sections of these kinds, in order."""
        return tuple(section for section in self.sections if section.kind in kinds)


# reading a document


def merged(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Neighbouring wording of one format joined, empty wording dropped: equal content is an equal value."""
    result: list[Inline] = []
    for inline in inlines:
        last = result[-1] if result else None
        if isinstance(inline, Text):
            if not inline.text:
                continue
            if isinstance(last, Text) and last.bold == inline.bold:
                result[-1] = Text(last.text + inline.text, inline.bold)
                continue
        result.append(inline)
    return tuple(result)


def plain_text(inlines: Iterable[Inline], numbers: dict[str, str] | None = None) -> str:
    """The words as a reader sees them; references through `numbers` (anchor → number) where given."""
    return "".join(
        (numbers or {}).get(inline.target, inline.text) if isinstance(inline, Reference) else inline.text
        for inline in inlines
    )


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Every paragraph, those in table cells too, in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.paragraphs


def inlines_of(document: Document) -> Iterator[tuple[Section, Inline]]:
    """Every inline with the section it stands in, titles first."""
    for section in document.sections:
        for inline in section.title:
            yield section, inline
        for paragraph in paragraphs(section.blocks):
            for inline in paragraph.inlines:
                yield section, inline


def open_items(document: Document) -> tuple[tuple[Section, Open], ...]:
    """Open items in reading order, each place of the input once, with the first clause or schedule that prints it, or
    else the first section that does.
    """
    found: dict[tuple[Path, ...] | str, tuple[Section, Open]] = {}
    for section, inline in inlines_of(document):
        if isinstance(inline, Open):
            key = inline.paths or inline.text
            if key not in found or (is_numbered(section) and not is_numbered(found[key][0])):
                found[key] = (section, inline)
    return tuple(found.values())


def is_numbered(section: Section) -> bool:
    """Whether a reference can aim at the section as a whole."""
    return section.kind in ("clause", "schedule")


def map_paragraphs(section: Section, change: Callable[[Paragraph], Paragraph]) -> Section:
    """The section with `change` applied to each paragraph, in cells too."""

    def changed(block: Block) -> Block:
        if isinstance(block, Paragraph):
            return change(block)
        if isinstance(block, Table):
            rows = (Row(tuple(Cell(tuple(map(change, cell.paragraphs))) for cell in row.cells)) for row in block.rows)
            return replace(block, rows=tuple(rows))
        return block

    return replace(section, blocks=tuple(map(changed, section.blocks)))
