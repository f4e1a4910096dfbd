"""Which section, paragraph and row of the new document was which in the old one: by id first, then by wording."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Generic, TypeVar

from agreement_kit.comparing.matching import matches
from agreement_kit.comparing.words import WORD
from agreement_kit.document import Block, Inline, Open, Paragraph, Reference, Row, Section, Table, paragraphs

T = TypeVar("T")

LIKE = 0.25
"""From here on two paragraphs are versions of one: stricter, and words that stayed are shown as changed."""
LIKE_SECTION = 0.5
"""Clauses of different ids are taken for one only where half of their words agree."""
SAME_ANCHOR = 1.0
"""What one anchor adds: nobody's wording is more alike than a paragraph is to itself."""
BAND = 30
"""Of many changed paragraphs in a row each is held against so many others on either side of its place."""


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    """An old and a new piece that are one, or the only one there is. `is_equal` where they look alike."""

    old: T | None
    new: T | None
    is_equal: bool = False


def aligned(
    old: Sequence[T], new: Sequence[T], keys: tuple[list[Hashable], list[Hashable]], likeness: Callable[[T, T], float]
) -> Iterator[Pair[T]]:
    """All pieces in order, what went before what came in its place. Those of one key look alike; `likeness` is 0 where
    two can never be one.
    """
    i = j = 0
    for a, b in (*matches(*keys), (len(old), len(new))):
        if i < a or j < b:
            yield from paired(old[i:a], new[j:b], likeness)
        if a < len(old):
            yield Pair(old[a], new[b], is_equal=True)
        i, j = a + 1, b + 1


def paired(old: Sequence[T], new: Sequence[T], likeness: Callable[[T, T], float]) -> Iterator[Pair[T]]:
    """The pairs, in order, that are together most alike; the rest alone."""
    best: dict[tuple[int, int], float] = {}
    likes: dict[tuple[int, int], float] = {}
    for i in range(len(old) - 1, -1, -1):
        for j in band(i, len(old), len(new)):
            alike = likes[i, j] = likeness(old[i], new[j])
            together = alike + best.get((i + 1, j + 1), 0.0) if alike else 0.0
            best[i, j] = max(together, best.get((i + 1, j), 0.0), best.get((i, j + 1), 0.0))
    i = j = 0
    gone: list[Pair[T]] = []
    come: list[Pair[T]] = []
    while i < len(old) or j < len(new):
        alike = likes.get((i, j), 0.0)
        if alike and best[i, j] <= alike + best.get((i + 1, j + 1), 0.0):
            yield from (*gone, *come, Pair(old[i], new[j]))
            gone, come = [], []
            i, j = i + 1, j + 1
        elif j >= len(new) or (i < len(old) and best.get((i + 1, j), 0.0) >= best.get((i, j + 1), 0.0)):
            gone.append(Pair(old[i], None))
            i += 1
        else:
            come.append(Pair(None, new[j]))
            j += 1
    yield from (*gone, *come)


def band(i: int, height: int, width: int) -> Iterator[int]:
    """The places that the old piece at `i` may have in the new sequence, last first."""
    middle = i * width // height
    yield from range(min(width, middle + BAND) - 1, max(0, middle - BAND) - 1, -1)


def key_of_words(inlines: Sequence[Inline]) -> str:
    """Equal for words that look alike, however they are put together; as cheap as can be."""
    parts: list[str] = []
    is_bold = False
    for inline in inlines:
        if type(inline) is Reference:
            parts.append(f"\1{inline.target}\1{inline.bold}\1")
            continue
        if inline.bold != is_bold and inline.text:
            is_bold = inline.bold
            parts.append("\2")
        parts.append(f"\3{inline.text}\3" if type(inline) is Open and inline.text else inline.text)
    return "".join(parts)


def key_of_paragraph(paragraph: Paragraph) -> str:
    frame = f"{paragraph.style} {paragraph.level} {paragraph.numbered} {paragraph.anchor}\n"
    return frame + key_of_words(paragraph.inlines)


def key_of_block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return key_of_paragraph(block)
    if isinstance(block, Table):
        rows = "\4".join(map(key_of_row, block.rows))
        return f"\5{frame_of(block)} {block.columns} {block.caption}\n{rows}"
    return f"\5{type(block).__name__}"


def key_of_row(row: Row) -> str:
    return "\6".join("\5".join(map(key_of_paragraph, cell.paragraphs)) for cell in row.cells)


def frame_of(table: Table) -> tuple[object, ...]:
    """What Word cannot change as a tracked change. Sides of a signature block are not on the page."""
    return table.kind, len(table.columns), table.landscape, table.columns if table.kind == "grid" else ()


Piece = Paragraph | Table | Row | Section

Words = tuple[Counter[str], int]
"""How often each word stands there, and how many signs they all have: long words say more than short ones."""


class Likeness:
    """How much of two pieces is the same words, from 0 to 1 and a little more; remembers the words that it counted."""

    def __init__(self) -> None:
        self.counted: dict[int, tuple[Piece, Words]] = {}

    def words(self, piece: Piece) -> Words:
        if id(piece) not in self.counted:
            words = Counter(word for inline in inlines_in(piece) for word in words_of(inline))
            self.counted[id(piece)] = piece, (words, sum(len(word) * count for word, count in words.items()))
        return self.counted[id(piece)][1]

    def shared(self, old: Piece, new: Piece) -> float:
        (few, old_size), (many, new_size) = self.words(old), self.words(new)
        if not old_size or not new_size:
            return float(old_size == new_size)
        if len(few) > len(many):
            few, many = many, few
        both = sum(len(word) * min(count, many[word]) for word, count in few.items() if word in many)
        return 2 * both / (old_size + new_size)

    def blocks(self, old: Block, new: Block) -> float:
        if isinstance(old, Paragraph) and isinstance(new, Paragraph):
            is_same = old.anchor == new.anchor != ""
        elif isinstance(old, Table) and isinstance(new, Table) and frame_of(old) == frame_of(new):
            is_same = old.caption == new.caption
        else:
            return 0.0
        alike = self.shared(old, new)
        return alike + SAME_ANCHOR if is_same else alike if alike >= LIKE else 0.0

    def rows(self, old: Row, new: Row) -> float:
        """Rows of one table: what stands in the first column tells most."""
        alike = self.shared(old, new)
        is_same = key_of_row(Row(old.cells[:1])) == key_of_row(Row(new.cells[:1]))
        return alike + SAME_ANCHOR / 2 if is_same else alike if alike >= LIKE else 0.0

    def sections(self, old: Section, new: Section) -> float:
        alike = self.shared(old, new) if old.kind == new.kind else 0.0
        return alike if alike >= LIKE_SECTION else 0.0


def words_of(inline: Inline) -> list[str]:
    return [f"→{inline.target}"] if isinstance(inline, Reference) else WORD.findall(inline.text)


def inlines_in(piece: Piece | Block) -> Iterator[Inline]:
    if isinstance(piece, Section):
        yield from piece.title
    blocks = (
        piece.blocks if isinstance(piece, Section) else (Table((piece,), ()),) if isinstance(piece, Row) else (piece,)
    )
    for paragraph in paragraphs(blocks):
        yield from paragraph.inlines


def paired_rows(old: Table, new: Table) -> list[Pair[Row]]:
    keys: tuple[list[Hashable], list[Hashable]] = (list(map(key_of_row, old.rows)), list(map(key_of_row, new.rows)))
    return list(aligned(old.rows, new.rows, keys, Likeness().rows))


def paired_blocks(old: Section, new: Section, *, is_coarse: bool) -> list[Pair[Block]]:
    """The blocks of a section that is one. Where `is_coarse` none is marked word by word."""
    keys: tuple[list[Hashable], list[Hashable]] = (
        list(map(key_of_block, old.blocks)),
        list(map(key_of_block, new.blocks)),
    )
    return list(aligned(old.blocks, new.blocks, keys, no_likeness if is_coarse else Likeness().blocks))


def no_likeness(old: Block, new: Block) -> float:
    return 0.0


def aligned_sections(old: Sequence[Section], new: Sequence[Section], apart: Set[str]) -> list[Pair[Section]]:
    """The sections of both documents. Those of one id and kind are one wherever their order stayed; of the others in
    the same gap those whose wording agrees. Sections whose ids are in `apart` are never one with any.
    """
    taken = ({section.id for section in old} & {section.id for section in new}) | apart
    likeness = Likeness()

    def alike(first: Section, second: Section) -> float:
        return 0.0 if first.id in taken or second.id in taken else likeness.sections(first, second)

    def keys(sections: Sequence[Section], side: str) -> list[Hashable]:
        return [(each.id, each.kind, side if each.id in apart else "") for each in sections]

    return list(aligned(old, new, (keys(old, "old"), keys(new, "new")), alike))
