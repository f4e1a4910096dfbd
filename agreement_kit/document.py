"""The document model: what an agreement says, free of Word, HTML and Markdown. Every writer takes a `Document`, every
reader returns one. Numbers are not stored; `agreement_kit.numbering` computes them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal, Union

from agreement_kit.problems import Path

# marks: what a redline says of a piece; a clean document holds none

MarkKind = Literal["inserted", "deleted", "reformatted"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A tracked change. `move` is shared by what was deleted in one place and inserted, as it stood, in another.

    `was` is how a reformatted piece looked, without its words: the paragraph with its old level, style and anchor, the
    table with its old caption, the section with its old id and label. Words that are reformatted need none: they were
    bold where they are not, and the other way round. A change that is not on the page has neither author nor date.
    """

    kind: MarkKind
    author: str = ""
    date: datetime | None = None
    move: str = ""
    was: Union["Paragraph", "Table", "Section", "Document", None] = None


# inline: what stands in a line


@dataclass(frozen=True, slots=True)
class Text:
    """Wording of the library. A line break inside is `\\n`, a jump to the right margin is `\\t`."""

    text: str
    bold: bool = False
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Words that the user wrote, as printed. `paths` are the places in the input that decided them."""

    text: str
    paths: tuple[Path, ...] = ()
    bold: bool = False
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """An answer that is still to be agreed; printed in square brackets, highlighted. `text` carries the brackets."""

    text: str
    paths: tuple[Path, ...] = ()
    bold: bool = False
    question: str = ""
    owner: str = ""
    by: date | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A use of the defined term `name` in the wording; `text` may be its plural."""

    text: str
    name: str
    bold: bool = False
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A live cross-reference to an anchor: prints the target's number. `text` is filled by `content` alone."""

    target: str
    bold: bool = False
    text: str = ""
    mark: Mark | None = None


Inline = Text | Answer | Open | Term | Reference

# blocks: what stands below one another

ParagraphStyle = Literal["text", "heading", "title", "subtitle", "names", "cover", "lead"]
"""`title`, `subtitle`, `names`, `cover` belong to the cover; `lead` stands under a title and says where it belongs."""

Binding = Literal["binding", "intent", "mixed"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Inline content at a level. Level 0 is text of the section itself; 1, 2, 3 are the levels of its list, numbered
    or, where `numbered` is false, continuing the text of that level. `anchor` is what a reference may aim at.

    `end` marks the paragraph's end: where an end goes, the words go on in the next paragraph and take its level. `mark`
    says that level, style or anchor changed. `is_marked` says whether anything here is marked.
    """

    inlines: tuple[Inline, ...]
    level: int = 0
    numbered: bool = False
    style: ParagraphStyle = "text"
    anchor: str = ""
    binds: Binding | None = None
    end: Mark | None = None
    mark: Mark | None = None
    is_marked: bool = field(init=False, compare=False, repr=False, default=False)

    def __post_init__(self) -> None:
        inlines = merged(self.inlines)
        object.__setattr__(self, "inlines", inlines)
        is_marked = self.end is not None or self.mark is not None or any(inline.mark for inline in inlines)
        object.__setattr__(self, "is_marked", is_marked)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a stream of paragraphs, usually one. The end of the last one never carries a mark."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A mark covers all that the row holds."""

    cells: tuple[Cell, ...]
    mark: Mark | None = None


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
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents list; writers fill it from the sections and their numbers."""

    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""

    mark: Mark | None = None


SlotName = Literal["binding-map", "open-items", "definitions"]


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a list that takes the whole document to know; assembly fills it, a finished document holds none."""

    name: SlotName


Block = Paragraph | Table | Contents | PageBreak | Slot

# sections and the whole

SectionKind = Literal["cover", "front", "parties", "recitals", "part", "clause", "signature", "schedule"]


@dataclass(frozen=True, slots=True)
class Section:
    """A titled piece with its own numbers: a clause, a schedule, the list of parties. `id` is its anchor.
    `part` sections are bare headings that group the clauses after them. `label` is the binding label beside the title.
    A mark is on the heading; the blocks carry their own.
    """

    id: str
    kind: SectionKind
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...] = ()
    label: str = ""
    binds: Binding | None = None
    alternative: str = ""
    version: str = ""
    mark: Mark | None = None

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
    mark: Mark | None = None

    def in_contents(self) -> tuple[Section, ...]:
        """The sections that a contents list names, in order."""
        return self.of_kind("parties", "recitals", "part", "clause", "signature", "schedule")

    def of_kind(self, *kinds: SectionKind) -> tuple[Section, ...]:
        """The sections of these kinds, in order."""
        return tuple(section for section in self.sections if section.kind in kinds)


# reading a document


def merged(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Neighbouring words of one kind, source, format and mark joined, empty wording dropped: equal content is an equal
    value, also after a word in the middle was marked and the mark was taken away again.
    """
    result: list[Inline] = []
    last: Inline | None = None
    for inline in inlines:
        if isinstance(inline, Text) and not inline.text:
            continue
        if last is not None and type(inline) is type(last) and (joined := one_of(last, inline)):
            last = result[-1] = joined
            continue
        result.append(inline)
        last = inline
    return tuple(result)


def one_of(first: Inline, second: Inline) -> Inline | None:
    """Both as one, or None where they differ in more than their words."""
    if first.bold != second.bold or first.mark != second.mark:
        return None
    match first, second:
        case Text(), Text():
            return Text(first.text + second.text, first.bold, first.mark)
        case Answer(), Answer() if first.paths == second.paths:
            return Answer(first.text + second.text, first.paths, first.bold, first.mark)
        case Term(), Term() if first.name == second.name:
            return Term(first.text + second.text, first.name, first.bold, first.mark)
    return None


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
