"""Defects of a Word file that Word repairs or shows wrongly, and that Microsoft's own validator does not see."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from agreement_kit.docx.inspecting.findings import Finding
from agreement_kit.docx.inspecting.opened import WordFile
from agreement_kit.docx.namespaces import w
from agreement_kit.rules import rule

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STYLE_TAGS = tuple(map(w, ("pStyle", "rStyle", "tblStyle")))
REVISIONS = tuple(map(w, ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "bookmarkStart")))
"""What shares one set of ids."""
REFERRING = ("REF", "PAGEREF", "NOTEREF")


@rule("DOCX-21", "error")
def missing_lists(file: WordFile) -> Iterator[Finding]:
    """A paragraph or style that counts in a list which the file does not hold.

    Why: Word shows such a paragraph without its number, and references to it print "0".
    Remedy: give the paragraph its list style again, or undo the change that removed the list.
    """
    lists = file.trees.get("word/numbering.xml")
    known = {"0"} | {each.get(w("numId"), "") for each in (lists.iter(w("num")) if lists is not None else ())}
    for name, tree in file.trees.items():
        used = {each.get(w("val"), "") for each in tree.iter(w("numId"))} if tree is not lists else set()
        for number in sorted(used - known):  # list 0 means: no list
            yield Finding(f"the list {number} does not exist", name)


@rule("DOCX-22", "error")
def missing_styles(file: WordFile) -> Iterator[Finding]:
    """A style that is used and that the file does not hold.

    Why: Word falls back on its own Normal style in silence.
    Remedy: apply a style that exists, or copy the missing one from the template (Manage Styles, Import/Export).
    """
    known = set(file.styles.known)
    for name, tree in file.trees.items():
        for style in sorted({each.get(w("val"), "") for each in tree.iter(*STYLE_TAGS)} - known):
            yield Finding(f'the style "{style}" does not exist', name)


@rule("DOCX-23", "error")
def bookmarks_twice(file: WordFile) -> Iterator[Finding]:
    """Two bookmarks of one name.

    Why: Word drops one of them when it opens the file, and references follow whichever is left.
    Remedy: delete one; it is often the copy of a clause that was pasted from the same file.
    """
    names = (mark.get(w("name"), "") for tree in file.stories.values() for mark in tree.iter(w("bookmarkStart")))
    for sentence in twice("bookmark", names, "stands twice"):
        yield Finding(sentence)


@rule("DOCX-24", "error")
def bookmarks_without_an_end(file: WordFile) -> Iterator[Finding]:
    """A bookmark that begins and does not end, or ends and did not begin.

    Why: Word drops it, and every reference to it breaks at the next update of fields.
    Remedy: set the bookmark anew (Insert, Bookmark).
    """
    for name, tree in file.stories.items():
        for sentence in bookmark_ends(tree):
            yield Finding(sentence, name)


@rule("DOCX-25", "error")
def standing_text_in_deletions(file: WordFile) -> Iterator[Finding]:
    """Words inside a tracked deletion that are written as words that stand.

    Why: Word reports unreadable content, or shows what was deleted.
    Remedy: have the program that made the redline mended; accept or reject the deletion in Word.
    """
    for name, tree in file.stories.items():
        for deletion in tree.iter(w("del")):
            if deletion.find(f".//{w('t')}") is not None:
                sentence = "text inside a deletion is written as if it stood: w:t where w:delText belongs"
                yield Finding(sentence, name)


@rule("DOCX-26", "error")
def unbalanced_fields(file: WordFile) -> Iterator[Finding]:
    """A field (a reference, a page number, the contents list) without its beginning, its middle or its end.

    Why: Word may swallow all text up to the next field.
    Remedy: delete what is left of the field and insert it anew.
    """
    for name, tree in file.stories.items():
        for sentence, _ in field_faults(tree):
            if sentence:
                yield Finding(sentence, name)


@rule("DOCX-27", "error")
def references_to_nothing(file: WordFile) -> Iterator[Finding]:
    """A reference to a bookmark that the file does not hold.

    Why: at the next update of fields Word prints "Error! Reference source not found."
    Remedy: insert the cross-reference anew, or take it out with the clause that is gone.
    """
    known = {mark.get(w("name"), "") for tree in file.stories.values() for mark in tree.iter(w("bookmarkStart"))}
    for name, tree in file.stories.items():
        for _, code in field_faults(tree):
            steps = code.split()
            if len(steps) > 1 and steps[0] in REFERRING and steps[1] not in known:
                yield Finding(f'a reference aims at the bookmark "{steps[1]}", which does not exist', name)


@rule("DOCX-28", "error")
def cells_without_a_paragraph(file: WordFile) -> Iterator[Finding]:
    """A table cell that does not end in a paragraph.

    Why: Word calls the file damaged.
    Remedy: open the file in LibreOffice and save it as .docx, or have the program that made it mended.
    """
    for name, tree in file.stories.items():
        for cell in tree.iter(w("tc")):
            if len(cell) == 0 or cell[-1].tag != w("p"):
                yield Finding("a table cell does not end in a paragraph", name)


@rule("DOCX-29", "error")
def shared_ids(file: WordFile) -> Iterator[Finding]:
    """One id for two of the insertions, deletions and bookmarks of a part.

    Why: Word may repair the file and lose one of them.
    Remedy: open the file in Word, let it repair, save, and compare with the original.
    """
    for name, tree in file.stories.items():
        ids = [each.get(w("id"), "") for each in tree.iter(*REVISIONS)]
        for sentence in twice("id", ids, "is shared by insertions, deletions or bookmarks"):
            yield Finding(sentence, name)


def twice(noun: str, names: Iterable[str], sentence: str) -> Iterator[str]:
    for name, count in Counter(names).items():
        if count > 1:
            yield f'the {noun} "{name}" {sentence}'


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


def field_faults(tree: "Element") -> Iterator[tuple[str, str]]:
    """For each field a sentence if its signs do not pair, else "", and its code."""
    codes: list[str] = []
    is_shown: list[bool] = []
    for each in tree.iter(w("fldChar"), w("instrText"), w("delInstrText"), w("fldSimple")):
        kind = each.get(w("fldCharType"), "")
        if each.tag == w("fldSimple"):
            yield "", each.get(w("instr"), "")
        elif each.tag != w("fldChar"):
            if codes:
                codes[-1] += each.text or ""
        elif kind == "begin":
            codes.append("")
            is_shown.append(False)
        elif not codes or (kind == "separate" and is_shown[-1]):
            yield f'a field has a "{kind}" that belongs to no beginning', ""
        elif kind == "separate":
            is_shown[-1] = True
        else:
            is_shown.pop()
            yield "", codes.pop()
    for code in codes:
        yield f'the field "{code.strip()}" has no end', ""


RULES = (
    *(missing_lists, missing_styles, bookmarks_twice, bookmarks_without_an_end, standing_text_in_deletions),
    *(unbalanced_fields, references_to_nothing, cells_without_a_paragraph, shared_ids),
)
