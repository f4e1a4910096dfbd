"""Runs and fields of one Word paragraph → inline content. What has no place in the model is counted, never dropped in
silence.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from agreement_kit.document import Inline, Mark, Open, Reference, Text
from agreement_kit.docx.bookmarks import Side
from agreement_kit.docx.namespaces import XML, w
from agreement_kit.docx.reading_marks import RANGE_ENDS, RANGES, TRACKED, mark_of
from agreement_kit.numbering import joined

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
WRAPPERS = {"sdt": "control", "hyperlink": "link"} | dict.fromkeys(("sdtContent", "smartTag", "customXml"), "")
"""Elements whose content is read as if they were not there → what is counted for them."""

NOT_READ = {
    **dict.fromkeys(("oMath", "oMathPara"), "equation"),
    **dict.fromkeys(("footnoteReference", "endnoteReference"), "footnote"),
    **dict.fromkeys(("drawing", "pict", "object", "AlternateContent"), "picture"),
    "commentReference": "comment",
    "tbl": "inner table",
    "br": "page break",
}
"""Elements with content that is left out → what is counted for them."""

SILENT = {
    *("pPr", "rPr", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "sdtPr", "sdtEndPr"),
    *("commentRangeStart", "commentRangeEnd", *RANGES, *RANGE_ENDS),
    *("permStart", "permEnd", "annotationRef", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr"),
}
"""Elements of which nothing is on the page, or that are read elsewhere."""

RUN_LOOK = {"b", "bCs", "rStyle", "lang", "noProof", "webHidden", "rPrChange"}
WORDS = {"t", "delText"}
CODES = {"instrText", "delInstrText"}
REF = re.compile(r"\s*REF\s+(\S+)")


@dataclass(slots=True)
class Field:
    """A field that is being read: its code, and what it shows."""

    code: str = ""
    bold: bool = False
    shown: list[Inline] | None = None
    mark: Mark | None = None


@dataclass(slots=True)
class Runs:
    """Reads runs. `styles`: id in this file → id that the kit knows it by; `anchors`: bookmark → anchor and its side;
    `lost` counts by kind what was not understood.
    """

    styles: Mapping[str, str]
    anchors: Mapping[str, tuple[str, Side]]
    lost: Counter[str] = field(default_factory=Counter)
    moves: dict[str, str] = field(default_factory=dict)
    """The moves whose range has begun: id → name."""
    last_move: str = ""

    def inlines(self, paragraph: "Element", *, skip: str = "") -> tuple[Inline, ...]:
        """The words of a paragraph, without runs of the style `skip`. Neighbouring runs of an open item are one: Word
        splits runs as it pleases.
        """
        found: list[Inline] = []
        fields: list[Field] = []
        for run, mark in self.runs(paragraph):
            if skip and self.run_style(run.find(w("rPr"))) == skip:
                continue
            if local(run) == "fldSimple":
                shown = [inline if mark is None else replace(inline, mark=mark) for inline in self.inlines(run)]
                is_bold = any(inline.bold for inline in shown)
                found += self.closed(Field(run.get(w("instr"), ""), is_bold, shown, mark))
                continue
            for inline in self.run(run, fields, mark):
                showing = next((each.shown for each in reversed(fields) if each.shown is not None), None)
                (found if showing is None else showing).append(inline)
        for unfinished in fields:
            self.count("field")
            found += unfinished.shown or []
        return joined(found)

    def runs(self, parent: "Element", mark: Mark | None = None) -> Iterator[tuple["Element", Mark | None]]:
        """The runs and simple fields in a paragraph, those inside links, tracked changes and content controls too, each
        with what is tracked of it. What came and went again stands in neither draft.
        """
        for child in parent:
            name = local(child)
            if name in ("r", "fldSimple"):
                yield child, mark
            elif name in TRACKED:
                own = mark_of(child, self.last_move if name.startswith("move") else "")
                if mark is None:
                    yield from self.runs(child, own)
                else:
                    self.count("undone")
            elif name in WRAPPERS:
                self.count(WRAPPERS[name])
                yield from self.runs(child, mark)
            else:
                self.see_move(child, name)
                self.pass_over(child)

    def see_move(self, element: "Element", name: str) -> None:
        """Remembers the name by which words moved away are found where they went."""
        if name in RANGES:
            self.moves[element.get(w("id"), "")] = self.last_move = element.get(w("name"), "")
        elif name in RANGE_ENDS:
            self.moves.pop(element.get(w("id"), ""), None)

    def run(self, run: "Element", fields: list[Field], mark: Mark | None = None) -> Iterator[Inline]:
        look = run.find(w("rPr"))
        style, bold = self.look(look)
        mark = mark or self.reformatted(look, bold=bold)
        for child in run:
            name = local(child)
            if name == "fldChar":
                yield from self.field_sign(child.get(w("fldCharType"), ""), fields, bold, mark)
            elif name in CODES:
                if fields:
                    fields[-1].code += child.text or ""
            elif fields and fields[-1].shown is None and name != "rPr":
                continue  # the code of a field is no text
            elif name in WORDS or (name in BREAKS and child.get(w("type"), "") in ("", "textWrapping")):
                text = words(child) if name in WORDS else BREAKS[name]
                yield Open(text, bold=bold, mark=mark) if style == "OpenItem" else Text(text, bold, mark)
            else:
                self.pass_over(child)

    def look(self, look: "Element | None") -> tuple[str, bool]:
        """The character style of a run and whether it is bold."""
        if look is None:
            return "", False
        style = self.run_style(look)
        known = RUN_LOOK | {"highlight"} if style == "OpenItem" else RUN_LOOK
        self.lost["formatting"] += sum(local(each) not in known for each in look)
        if look.find(w("rStyle")) is not None and style not in ("OpenItem", "BindingLabel"):
            self.count("style")
        return style, is_bold(look)

    def run_style(self, look: "Element | None") -> str:
        named = None if look is None else look.find(w("rStyle"))
        return "" if named is None else self.styles.get(named.get(w("val"), ""), "")

    def reformatted(self, look: "Element | None", *, bold: bool) -> Mark | None:
        """What is tracked of a run that was bold where it is not, or the other way round."""
        change = None if look is None else look.find(w("rPrChange"))
        if change is None:
            return None
        if is_bold(change.find(w("rPr"))) == bold:
            self.count("formatting")
            return None
        return mark_of(change)

    def field_sign(self, kind: str, fields: list[Field], bold: bool, mark: Mark | None) -> Iterator[Inline]:
        if kind == "begin":
            fields.append(Field(bold=bold, mark=mark))
        elif kind == "separate" and fields:
            fields[-1].shown = []
        elif kind == "end" and fields:
            yield from self.closed(fields.pop())
        else:
            self.count("field")

    def closed(self, done: Field) -> Iterator[Inline]:
        """A reference where the field is one to an anchor that the kit knows, else the words that it shows."""
        match = REF.match(done.code)
        if match and match[1] in self.anchors:
            text = "".join(inline.text for inline in done.shown or ())
            yield Reference(self.anchors[match[1]][0], done.bold, text, done.mark)
        else:
            self.count("field")
            yield from done.shown or ()

    def pass_over(self, element: "Element") -> None:
        """Counts an element that is not read, unless nothing of it is on the page."""
        name = local(element)
        if name not in SILENT:
            self.count(NOT_READ.get(name, "other"))

    def count(self, kind: str) -> None:
        if kind:
            self.lost[kind] += 1


def local(element: "Element") -> str:
    """The name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def is_bold(look: "Element | None") -> bool:
    bold = None if look is None else look.find(w("b"))
    return bold is not None and bold.get(w("val"), "1") not in ("0", "false", "off")


def words(element: "Element") -> str:
    """The text of a `w:t` as Word shows it: without `xml:space` it drops the spaces at both ends."""
    text = element.text or ""
    return text if element.get(f"{{{XML}}}space") == "preserve" else text.strip(" \t\r\n")
