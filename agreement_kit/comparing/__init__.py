"""Two Documents → what changed, and the newer one with its changes marked. What the marks say is proved before it is
returned: all accepted they give the new document, all rejected the old one.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from agreement_kit.comparing.aligning import Pair, aligned_sections, paired_blocks
from agreement_kit.comparing.changes import Aligned, Change, changes_of
from agreement_kit.comparing.endings import with_firm_ends
from agreement_kit.comparing.marking import Marker
from agreement_kit.comparing.moving import with_moves
from agreement_kit.document import Block, Document, Mark, Paragraph, Section
from agreement_kit.marks import Gone, accepted, is_marked, rejected, settled_blocks, settled_section
from agreement_kit.numbering import content, seen_section

Coarseness = Literal["paragraphs", "section"]
"""How a section is marked that cannot be marked word by word: its changed paragraphs as wholes, or all of itself."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """`document` is the new one with the changes marked, itself where there are none. `sections` pairs what was with
    what is, in the order of `document`. `coarse` names the sections whose marks are coarser than words.
    """

    document: Document
    changes: tuple[Change, ...]
    sections: tuple[Pair[Section], ...]
    coarse: Mapping[str, Coarseness]

    @property
    def is_equal(self) -> bool:
        return not self.changes


def compare(
    old: Document, new: Document, *, author: str = "", date: datetime | None = None, moves: bool = False
) -> Comparison:
    """What changed from `old` to `new`, both without marks. A number that changed because something came before it is
    no change. Sections are told by id, those whose id is on one side only by their wording.

    With `moves`, headings and paragraphs that stand elsewhere as they were are marked as moved; without, as deleted and
    inserted, which every word processor handles well.
    """
    coarse: dict[str, Coarseness] = {}
    while True:
        parts = [
            Aligned(pair, blocks_of(pair, coarse))
            for pair in aligned_sections(
                old.sections, new.sections, {key for key in coarse if coarse[key] == "section"}
            )
        ]
        marker = Marker(author, date, unpaired(old, new, parts))
        sections = list(with_firm_ends([marked(part, marker) for part in parts], marker.mark(is_new=False)))
        failed = [
            part.pair.new.id
            for part, section in zip(parts, sections, strict=True)
            if part.pair.old and part.pair.new and not is_proved(section, part.pair.old, part.pair.new)
        ]
        if not failed:
            break
        coarse |= {key: "section" if key in coarse else "paragraphs" for key in failed}
    if moves:
        sections = with_moves(sections)
    made = replace(new, sections=tuple(sections), header=header_of(old, new, marker), mark=facts_of(old, new))
    changes = tuple(changes_of(old, new, made, parts))
    return Comparison(made if changes else new, changes, tuple(part.pair for part in parts), coarse)


def blocks_of(pair: Pair[Section], coarse: Mapping[str, Coarseness]) -> list[Pair[Block]]:
    if pair.old is None or pair.new is None:
        return []
    return paired_blocks(pair.old, pair.new, is_coarse=pair.new.id in coarse)


def unpaired(old: Document, new: Document, parts: list[Aligned]) -> Set[str]:
    """The anchors that stand on both sides, but not in the same place."""
    same: set[str] = set()
    for part in parts:
        if part.pair.old and part.pair.new and part.pair.old.id == part.pair.new.id:
            same.add(part.pair.new.id)
        for each in part.blocks:
            if (
                isinstance(each.old, Paragraph)
                and isinstance(each.new, Paragraph)
                and each.old.anchor == each.new.anchor
            ):
                same.add(each.new.anchor)
    return (set(anchors(old)) & set(anchors(new))) - same


def anchors(document: Document) -> Iterator[str]:
    for section in document.sections:
        yield section.id
        for block in section.blocks:
            if isinstance(block, Paragraph) and block.anchor:
                yield block.anchor


def marked(part: Aligned, marker: Marker) -> Section:
    old, new = part.pair.old, part.pair.new
    if new is None and old is not None:
        return marker.whole_section(old, is_new=False)
    if old is None and new is not None:
        return marker.whole_section(new, is_new=True)
    if old is None or new is None:
        raise ValueError("a pair has two sections or one")
    section = marker.section(old, new, [marker.block(pair, new.kind) for pair in part.blocks])
    return section if is_marked(section) else new


def header_of(old: Document, new: Document, marker: Marker) -> tuple[Paragraph, ...]:
    """The lines at the head of each page, word by word where that is proved."""
    if old.header == new.header:
        return new.header
    for is_coarse in (False, True):
        header = marker.stream(old.header, new.header, is_coarse=is_coarse)
        if is_proved_header(header, old, new):
            break
    return header if any(line.is_marked for line in header) else new.header


def is_proved_header(header: tuple[Paragraph, ...], old: Document, new: Document) -> bool:
    made = Document("", (), header)
    return (
        accepted(made).header == new.header
        and content(rejected(made)).header == content(Document("", (), old.header)).header
    )


def facts_of(old: Document, new: Document) -> Mark | None:
    """Title, author and what else is said of the whole, where it changed; it is not on the page."""
    was = replace(old, sections=(), header=(), mark=None)
    is_same = replace(was, status="") == replace(new, sections=(), header=(), status="", mark=None)
    return None if is_same else Mark("reformatted", was=was)


def is_proved(section: Section, old: Section, new: Section) -> bool:
    """Whether the marked section gives the new one when accepted, and the old one when rejected."""
    if not is_marked(section):
        return True
    back = seen_section(settled_one(section, "inserted"), lambda _: "")
    return settled_one(section, "deleted") == new and back == seen_section(old, lambda _: "")


def settled_one(section: Section, gone: Gone) -> Section:
    return settled_section(section, tuple(settled_blocks(section.blocks, gone)), gone)
