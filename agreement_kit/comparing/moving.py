"""What was deleted in one place and inserted, as it stood, in another: a move. Rows of tables do not move, they come and
go.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from agreement_kit.comparing.aligning import key_of_paragraph, key_of_words
from agreement_kit.comparing.marking import words_marked
from agreement_kit.comparing.words import WORD
from agreement_kit.document import Mark, Paragraph, Section, plain_text

FEWEST_WORDS = 4
"""A shorter paragraph stands in many places by chance."""

Spot = tuple[int, int]
"""Position of a section, and of a block in it; -1 is the heading."""


def with_moves(sections: Sequence[Section]) -> list[Section]:
    """The sections with one name on both ends of each move."""
    gone: dict[Hashable, list[Spot]] = defaultdict(list)
    come: dict[Hashable, list[Spot]] = defaultdict(list)
    for key, spot, mark in whole_pieces(sections):
        (gone if mark.kind == "deleted" else come)[key].append(spot)
    pairs = [pair for key, spots in gone.items() for pair in zip(spots, come[key], strict=False)]
    names: dict[Spot, str] = {}
    for number, (old, new) in enumerate(sorted(pairs), start=1):
        names[old] = names[new] = f"move{number}"
    return [renamed(section, at, names) for at, section in enumerate(sections)] if names else list(sections)


def whole_pieces(sections: Sequence[Section]) -> Iterator[tuple[Hashable, Spot, Mark]]:
    """The headings and paragraphs that are new or gone as a whole: by what they say, where, and how they are marked."""
    for at, section in enumerate(sections):
        if section.mark is not None and section.mark.kind != "reformatted" and section.kind != "cover":
            key = (section.id, section.kind, section.label, key_of_words(section.title))
            yield key, (at, -1), section.mark
        for position, block in enumerate(section.blocks):
            if isinstance(block, Paragraph) and block.end is not None and is_wordy(block):
                marks = {inline.mark for inline in block.inlines}
                if marks == {block.end}:
                    yield (section.kind, key_of_paragraph(block)), (at, position), block.end


def is_wordy(paragraph: Paragraph) -> bool:
    return len(WORD.findall(plain_text(paragraph.inlines))) >= FEWEST_WORDS


def renamed(section: Section, at: int, names: dict[Spot, str]) -> Section:
    blocks = list(section.blocks)
    for position, block in enumerate(blocks):
        if (at, position) in names and isinstance(block, Paragraph) and block.end:
            mark = replace(block.end, move=names[at, position])
            blocks[position] = replace(block, inlines=words_marked(block.inlines, mark), end=mark)
    made = replace(section, blocks=tuple(blocks))
    if (at, -1) in names and section.mark:
        mark = replace(section.mark, move=names[at, -1])
        made = replace(made, title=words_marked(section.title, mark), mark=mark)
    return made
