"""Which blocks stand on a turned page: a table too wide for an upright one, and the words that belong to it."""

from collections.abc import Callable

from agreement_kit.document import Paragraph, Section, Table, plain_text

SHORT = 400
"""Signs of text that follow a table to the end of its section and stay with it, rather than alone on a page."""


def turned_units(section: Section, is_wide: Callable[[Table], bool]) -> tuple[bool, ...]:
    """For the title, then for each block of the section, whether it stands on a turned page."""
    turned = [False] * (len(section.blocks) + 1)
    for at, block in enumerate(section.blocks, 1):
        if isinstance(block, Table) and is_wide(block):
            turned[first_of(section, at) : at + 1] = [True] * (at + 1 - first_of(section, at))
            if is_short_rest(section, at):
                turned[at:] = [True] * (len(turned) - at)
    return tuple(turned)


def first_of(section: Section, at: int) -> int:
    """Where that begins which leads to the table at this position: the paragraph before it, the headings above that,
    the title, which is 0, where nothing stands between.
    """
    first = at
    while first > 1 and isinstance(block := section.blocks[first - 2], Paragraph):
        if first < at and block.style not in ("heading", "lead"):
            break
        first -= 1
    return 0 if first == 1 and section.kind != "cover" else first


def is_short_rest(section: Section, at: int) -> bool:
    """Whether nothing follows but a short key to the table."""
    rest = section.blocks[at:]
    signs = sum(len(plain_text(block.inlines)) for block in rest if isinstance(block, Paragraph))
    return signs <= SHORT and all(isinstance(block, Paragraph) and not block.numbered for block in rest)
