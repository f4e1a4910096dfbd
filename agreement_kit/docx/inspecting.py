"""Defects of a Word file that Word repairs or shows wrongly, and that Microsoft's own validator does not see."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from agreement_kit.docx.guarding import open_package, parse
from agreement_kit.docx.namespaces import w
from agreement_kit.problems import Place

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STYLE_TAGS = tuple(map(w, ("pStyle", "rStyle", "tblStyle")))
REVISIONS = tuple(map(w, ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "bookmarkStart")))
"""What shares one set of ids."""
REFERRING = ("REF", "PAGEREF", "NOTEREF")
STORIES = ("document", "header", "footer", "footnotes", "endnotes", "comments")
"""The parts that hold text, by the beginning of their names."""


def defects(raw: bytes) -> tuple[str, ...]:
    """A sentence for each defect, in the order of the parts; empty for a sound file.

    Raises CannotBeDone where the file cannot be opened safely.
    """
    parts = open_package(raw, "the file")
    trees = {name: parse(blob, name, Place("the file")) for name, blob in sorted(parts.items()) if is_word_part(name)}
    stories = {name: tree for name, tree in trees.items() if name.split("/")[1].startswith(STORIES)}
    bookmarks = [mark.get(w("name"), "") for tree in stories.values() for mark in tree.iter(w("bookmarkStart"))]
    found = [*numbers(trees), *styles(trees), *twice("bookmark", bookmarks, "stands twice")]
    for name, tree in stories.items():
        found += [f"{name}: {each}" for each in story_defects(tree, set(bookmarks))]
    return tuple(found)


def is_word_part(name: str) -> bool:
    return name.startswith("word/") and name.endswith(".xml")


def story_defects(tree: "Element", bookmarks: set[str]) -> Iterator[str]:
    yield from bookmark_ends(tree)
    for deletion in tree.iter(w("del")):
        if deletion.find(f".//{w('t')}") is not None:
            yield "text inside a deletion is written as if it stood: w:t where w:delText belongs"
    yield from fields(tree, bookmarks)
    for cell in tree.iter(w("tc")):
        if len(cell) == 0 or cell[-1].tag != w("p"):
            yield "a table cell does not end in a paragraph"
    ids = [each.get(w("id"), "") for each in tree.iter(*REVISIONS)]
    yield from twice("id", ids, "is shared by insertions, deletions or bookmarks")


def twice(noun: str, names: Iterable[str], sentence: str) -> Iterator[str]:
    for name, count in Counter(names).items():
        if count > 1:
            yield f'the {noun} "{name}" {sentence}'


def numbers(trees: Mapping[str, "Element"]) -> Iterator[str]:
    """Paragraphs and styles that belong to a list which does not exist. List 0 means: no list."""
    lists = trees.get("word/numbering.xml")
    known = {"0"} | {each.get(w("numId"), "") for each in (lists.iter(w("num")) if lists is not None else ())}
    for name, tree in trees.items():
        used = {each.get(w("val"), "") for each in tree.iter(w("numId"))} if tree is not lists else set()
        for number in sorted(used - known):
            yield f"{name}: the list {number} does not exist"


def styles(trees: Mapping[str, "Element"]) -> Iterator[str]:
    sheet = trees.get("word/styles.xml")
    known = {each.get(w("styleId"), "") for each in (sheet.iter(w("style")) if sheet is not None else ())}
    for name, tree in trees.items():
        for style in sorted({each.get(w("val"), "") for each in tree.iter(*STYLE_TAGS)} - known):
            yield f'{name}: the style "{style}" does not exist'


def bookmark_ends(tree: "Element") -> Iterator[str]:
    """Bookmarks with a beginning and no end after it, or the other way round."""
    begun: dict[str, str] = {}
    for mark in tree.iter(w("bookmarkStart"), w("bookmarkEnd")):
        if mark.tag == w("bookmarkStart"):
            begun[mark.get(w("id"), "")] = mark.get(w("name"), "")
        elif begun.pop(mark.get(w("id"), ""), None) is None:
            yield f"the end of a bookmark (id {mark.get(w('id'))}) has no beginning"
    for name in begun.values():
        yield f'the bookmark "{name}" has no end'


def fields(tree: "Element", bookmarks: set[str]) -> Iterator[str]:
    """Fields whose signs do not pair, and references to bookmarks that do not exist."""
    codes: list[str] = []
    is_shown: list[bool] = []
    for each in tree.iter(w("fldChar"), w("instrText"), w("delInstrText"), w("fldSimple")):
        kind = each.get(w("fldCharType"), "")
        if each.tag == w("fldSimple"):
            yield from target(each.get(w("instr"), ""), bookmarks)
        elif each.tag != w("fldChar"):
            if codes:
                codes[-1] += each.text or ""
        elif kind == "begin":
            codes.append("")
            is_shown.append(False)
        elif not codes or (kind == "separate" and is_shown[-1]):
            yield f'a field has a "{kind}" that belongs to no beginning'
        elif kind == "separate":
            is_shown[-1] = True
        else:
            is_shown.pop()
            yield from target(codes.pop(), bookmarks)
    for code in codes:
        yield f'the field "{code.strip()}" has no end'


def target(code: str, bookmarks: set[str]) -> Iterator[str]:
    steps = code.split()
    if len(steps) > 1 and steps[0] in REFERRING and steps[1] not in bookmarks:
        yield f'a reference aims at the bookmark "{steps[1]}", which does not exist'
