"""What a file says of itself when its origin part is gone, as after a save in LibreOffice: the hidden bookmarks are
still there, and the ids of clauses can be read back from their names.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from agreement_kit.assembly import slug
from agreement_kit.docx.bookmarks import PREFIX, bookmark_name
from agreement_kit.docx.namespaces import ORIGIN, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAME = re.compile(rf"{PREFIX}(.+)_[0-9a-f]{{8}}")
TITLES = {"Heading3": "clause", "ScheduleHeading": "schedule", "FrontHeading": "front", "Heading2": ""}
"""Style of a section's title → its kind; under "" several share a style, and what follows tells."""
FOLLOWING = {"Party": "parties", "Recital": "recitals", "Signature": "signature"}


def recovered_origin(root: "Element", styles: Mapping[str, str]) -> "Element | None":
    """An origin part without versions, from the bookmarks of the body; None where it holds none of the kit's. `styles`:
    id in this file → id in the house style.
    """
    from lxml import etree

    origin = etree.Element(f"{{{ORIGIN}}}origin", nsmap={None: ORIGIN})  # type: ignore[dict-item]
    body = root.find(w("body"))
    section = add(origin, "section", id="cover", kind="cover")
    for element in () if body is None else body.iterchildren():
        for mark in element.iter(w("bookmarkStart")):
            name = mark.get(w("name"), "")
            if not NAME.fullmatch(name):
                continue
            style = style_of(element, styles)
            anchor = anchor_of(name, "".join(each.text or "" for each in element.iter(w("t"))))
            if style in TITLES:
                section = add(origin, "section", id=anchor, kind=TITLES[style] or kind_of(anchor, element, styles))
            add(section, "anchor", id=anchor, bookmark=name)
    return origin if len(origin) > 1 else None


def add(parent: "Element", name: str, **attributes: str) -> "Element":
    made = parent.makeelement(f"{{{ORIGIN}}}{name}", attributes)
    parent.append(made)
    return made


def anchor_of(name: str, title: str) -> str:
    """The anchor that a bookmark stands for: the one spelling whose hash the name carries, or the id of a group of
    clauses with that title. One too long to be spelt out in the name is called by the name itself.
    """
    match = NAME.fullmatch(name)
    known = (*spellings(match[1]), f"part-{slug(title)}") if match else ()
    return next((each for each in known if bookmark_name(each) == name), name)


def spellings(words: str) -> Iterator[str]:
    """An underscore stands for a hyphen, or once or twice for a full stop."""
    gaps = [at for at, sign in enumerate(words) if sign == "_"]
    plain = words.replace("_", "-")
    for dots in (0, 1, 2):
        for chosen in combinations(gaps, dots):
            yield "".join("." if at in chosen else sign for at, sign in enumerate(plain))


def kind_of(anchor: str, title: "Element", styles: Mapping[str, str]) -> str:
    """Parties, background or signatures, by the style of what stands below the title; else a group of clauses."""
    below = title.getnext()
    for paragraph in () if below is None or anchor.startswith("part-") else below.iter(w("p")):
        style = style_of(paragraph, styles)
        return next((kind for family, kind in FOLLOWING.items() if style.startswith(family)), "part")
    return "part"


def style_of(element: "Element", styles: Mapping[str, str]) -> str:
    named = element.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if named is None else styles.get(named.get(w("val"), ""), "")
