"""Runs and fields of one Word paragraph → inline content. What has no place in the model is counted, never dropped in
silence.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agreement_kit.document import Inline, Note, Open, Reference, Text
from agreement_kit.docx.namespaces import XML, w
from agreement_kit.numbering import joined

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
WRAPPERS = {"ins": "insertion", "moveTo": "insertion", "sdt": "control", "hyperlink": "link"} | dict.fromkeys(
    ("sdtContent", "smartTag", "customXml"), ""
)
"""Elements whose content is read as if they were not there → what is counted for them."""

NOT_READ = {
    **dict.fromkeys(("del", "moveFrom"), "deletion"),
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
    *("commentRangeStart", "commentRangeEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart"),
    *("moveToRangeEnd", "permStart", "permEnd", "annotationRef", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr"),
}
"""Elements of which nothing is on the page, or that are read elsewhere."""

RUN_LOOK = {"b", "bCs", "rStyle", "lang", "noProof", "webHidden"}
REF = re.compile(r"\s*REF\s+(\S+)")


@dataclass(slots=True)
class Field:
    """A field that is being read: its code, and what it shows."""

    code: str = ""
    bold: bool = False
    shown: list[Inline] | None = None


@dataclass(slots=True)
class Runs:
    """Reads runs. `styles`: id in this file → id that the kit knows it by; `anchors`: bookmark → anchor; `lost` counts
    by kind what was not understood.
    """

    styles: Mapping[str, str]
    anchors: Mapping[str, str]
    lost: Counter[str] = field(default_factory=Counter)
    notes: Mapping[str, Note] = field(default_factory=dict)
    """The kit's own notes, by the id of the comment: read with the section that they stand in."""

    def inlines(self, paragraph: "Element", *, skip: str = "") -> tuple[Inline, ...]:
        """The words of a paragraph, without runs of the style `skip`. Neighbouring runs of an open item are one: Word
        splits runs as it pleases.
        """
        found: list[Inline] = []
        fields: list[Field] = []
        for run in self.runs(paragraph):
            if skip and self.run_style(run.find(w("rPr"))) == skip:
                continue
            if local(run) == "fldSimple":
                simple = Field(run.get(w("instr"), ""), shown=list(self.inlines(run)))
                simple.bold = any(inline.bold for inline in simple.shown or ())
                found += self.closed(simple)
                continue
            for inline in self.run(run, fields):
                showing = next((each.shown for each in reversed(fields) if each.shown is not None), None)
                (found if showing is None else showing).append(inline)
        for unfinished in fields:
            self.count("field")
            found += unfinished.shown or []
        return joined(found)

    def runs(self, parent: "Element") -> Iterator["Element"]:
        """The runs and simple fields in a paragraph, those inside links, insertions and content controls too."""
        for child in parent:
            name = local(child)
            if name in ("r", "fldSimple"):
                yield child
            elif name in WRAPPERS:
                self.count(WRAPPERS[name])
                yield from self.runs(child)
            else:
                self.pass_over(child)

    def run(self, run: "Element", fields: list[Field]) -> Iterator[Inline]:
        style, bold = self.look(run.find(w("rPr")))
        for child in run:
            name = local(child)
            if name == "fldChar":
                yield from self.field_sign(child.get(w("fldCharType"), ""), fields, bold=bold)
            elif name == "instrText":
                if fields:
                    fields[-1].code += child.text or ""
            elif fields and fields[-1].shown is None and name != "rPr":
                continue  # the code of a field is no text
            elif name == "t" or (name in BREAKS and child.get(w("type"), "") in ("", "textWrapping")):
                text = words(child) if name == "t" else BREAKS[name]
                yield Open(text, bold=bold) if style == "OpenItem" else Text(text, bold)
            else:
                self.pass_over(child)

    def look(self, look: "Element | None") -> tuple[str, bool]:
        """The character style of a run and whether it is bold."""
        if look is None:
            return "", False
        style, bold = self.run_style(look), look.find(w("b"))
        known = RUN_LOOK | {"highlight"} if style == "OpenItem" else RUN_LOOK
        self.lost["formatting"] += sum(local(each) not in known for each in look)
        if look.find(w("rStyle")) is not None and style not in ("OpenItem", "BindingLabel"):
            self.count("style")
        return style, bold is not None and bold.get(w("val"), "1") not in ("0", "false", "off")

    def run_style(self, look: "Element | None") -> str:
        named = None if look is None else look.find(w("rStyle"))
        return "" if named is None else self.styles.get(named.get(w("val"), ""), "")

    def field_sign(self, kind: str, fields: list[Field], *, bold: bool) -> Iterator[Inline]:
        if kind == "begin":
            fields.append(Field(bold=bold))
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
            yield Reference(self.anchors[match[1]], done.bold, text)
        else:
            self.count("field")
            yield from done.shown or ()

    def pass_over(self, element: "Element") -> None:
        """Counts an element that is not read, unless nothing of it is on the page."""
        name = local(element)
        if name == "commentReference" and element.get(w("id"), "") in self.notes:
            return
        if name not in SILENT:
            self.count(NOT_READ.get(name, "other"))

    def count(self, kind: str) -> None:
        if kind:
            self.lost[kind] += 1


def local(element: "Element") -> str:
    """The name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def words(element: "Element") -> str:
    """The text of a `w:t` as Word shows it: without `xml:space` it drops the spaces at both ends."""
    text = element.text or ""
    return text if element.get(f"{{{XML}}}space") == "preserve" else text.strip(" \t\r\n")
