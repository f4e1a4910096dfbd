"""A Word file as its reader goes through it: by paragraphs, each with its number, its heading and its words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agreement_kit.docx.inspecting.counting import Number
from agreement_kit.docx.inspecting.styles import Look, Styles, digits, look_of, properties, surroundings_of
from agreement_kit.docx.namespaces import R, w
from agreement_kit.docx.reading_runs import BREAKS, local, words
from agreement_kit.lint.readings import REFERENCE

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

UNSEEN = {"del", "moveFrom", "delText", "instrText", "Fallback", "pPr", "rPr", "sectPr", "p", "tbl", "txbxContent"}
"""What holds no words of the paragraph itself: what was deleted, codes, another way to show a drawing, inner text."""

LAST_POSITION = 1_000_000


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one run. `field` is the kind of the field whose result they are ("REF"), `code` the whole of it;
    `link` is where a click leads, "#name" inside the file.
    """

    text: str
    look: Look
    field: str = ""
    code: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph. `where` tells a reader where it stands; `position` counts paragraphs; `outline` is its level as a
    heading, 0 for none; `story` is "" for the body.
    """

    element: "Element"
    pieces: tuple[Piece, ...]
    style: str
    story: str
    where: str
    position: int
    number: Number | None
    outline: int
    in_table: bool
    in_contents: bool

    @property
    def text(self) -> str:
        """The words as shown."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def typed(self) -> str:
        """The words that somebody typed, with one sign in the place of each field."""
        made, last = "", ""
        for piece in self.pieces:
            if not piece.field:
                made += piece.text
            elif piece.code != last:
                made += REFERENCE
            last = piece.code
        return made


@dataclass(slots=True)
class Walk:
    """One walk through one story; fields may reach over paragraphs."""

    styles: Styles
    links: Mapping[str, str]
    fields: list[list[str]] = field(default_factory=list)
    """Of each open field its code, and "shown" once its result has begun."""
    count: int = 0

    def pieces(self, parent: "Element", look: "Lookup", link: str = "") -> Iterator[Piece]:
        for child in parent:
            name = local(child)
            if name in UNSEEN:
                continue
            if name == "r":
                yield from self.run(child, look, link)
            elif name == "fldSimple":
                code = child.get(w("instr"), "")
                text = "".join(piece.text for piece in self.pieces(child, look, link))
                run = next(child.iter(w("r")), None)
                if run is not None:
                    yield Piece(text, look(run), kind_of(code), self.numbered(code), link)
            elif name == "hyperlink":
                anchor = child.get(w("anchor"))
                target = f"#{anchor}" if anchor else self.links.get(child.get(f"{{{R}}}id", ""), "")
                yield from self.pieces(child, look, target or link)
            else:
                yield from self.pieces(child, look, link)

    def run(self, run: "Element", look: "Lookup", link: str) -> Iterator[Piece]:
        text = ""
        for child in run:
            name = local(child)
            if name == "fldChar":
                if text:
                    yield self.piece(text, run, look, link)
                    text = ""
                self.sign(child.get(w("fldCharType"), ""))
            elif name == "instrText" and self.fields:
                self.fields[-1][0] += child.text or ""
            elif name == "t":
                text += words(child)
            elif name in BREAKS:
                text += BREAKS[name] if child.get(w("type"), "textWrapping") == "textWrapping" else ""
        if text:
            yield self.piece(text, run, look, link)

    def piece(self, text: str, run: "Element", look: "Lookup", link: str) -> Piece:
        code = self.fields[-1][0] if self.fields else ""
        return Piece(text, look(run), kind_of(code), self.numbered(code) if code else "", link or target_of(code))

    def numbered(self, code: str) -> str:
        """The code with a number before it, so that two equal fields side by side are two."""
        return f"{self.count}:{code.strip()}"

    def sign(self, kind: str) -> None:
        if kind == "begin":
            self.count += 1
            self.fields.append([""])
        elif kind == "end" and self.fields:
            self.fields.pop()

    @property
    def in_contents(self) -> bool:
        return any(kind_of(each[0]) == "TOC" for each in self.fields)


@dataclass(frozen=True, slots=True)
class Lookup:
    """The look of the runs of one paragraph, worked out once for those of one format."""

    paragraph: "Element"
    styles: Styles
    known: dict[bytes, Look] = field(default_factory=dict)

    def __call__(self, run: "Element") -> Look:
        from lxml import etree

        own = run.find(w("rPr"))
        key = b"" if own is None else etree.tostring(own)
        if key not in self.known:
            self.known[key] = look_of(run, surroundings_of(self.paragraph, self.styles), self.styles)
        return self.known[key]


def kind_of(code: str) -> str:
    return code.split()[0].upper() if code.split() else ""


def target_of(code: str) -> str:
    steps = code.split()
    return steps[1].strip('"') if kind_of(code) == "HYPERLINK" and len(steps) > 1 else ""


def story_passages(
    story: str, root: "Element", styles: Styles, links: Mapping[str, str], numbers: "Mapping[Element, Number]"
) -> Iterator[Passage]:
    """Every paragraph of a story, those in cells and text boxes too."""
    walk = Walk(styles, links)
    heading = ""
    for position, paragraph in enumerate(paragraphs_in(root), 1):
        was_in_contents = walk.in_contents
        pieces = tuple(walk.pieces(paragraph, Lookup(paragraph, styles)))
        style = styles.of(paragraph, "paragraph")
        is_listed = was_in_contents or walk.in_contents or is_entry(style, styles)
        is_listed = is_listed or any(kind_of(each.code.partition(":")[2]) == "TOC" for each in pieces)
        outline = 0 if story else outline_level(paragraph, style, styles)
        number = numbers.get(paragraph)
        text = " ".join("".join(piece.text for piece in pieces).split())
        label = number.full if number else ""
        if outline and text:
            heading = f"{label} {text}".strip()[:60]
        where = where_words(story, position, "" if outline else label, heading)
        yield Passage(
            paragraph,
            pieces,
            style,
            story,
            where,
            position if not story else LAST_POSITION + position,
            number,
            outline if text else 0,
            next(paragraph.iterancestors(w("tc")), None) is not None,
            is_listed,
        )


def is_entry(style: str, styles: Styles) -> bool:
    """Whether the style is one of those that Word and LibreOffice keep for the contents list."""
    return styles.name(style).lower().startswith(("toc ", "contents "))


def paragraphs_in(root: "Element") -> Iterator["Element"]:
    """The paragraphs in the order of the page, each once: a drawing may be held in two ways."""
    for each in root.iter(w("p")):
        if not any(local(above) == "Fallback" for above in each.iterancestors()):
            yield each


def where_words(story: str, position: int, label: str, heading: str) -> str:
    """paragraph 31, 7 Money; or header, paragraph 1."""
    if story:
        return f"{story}, paragraph {position}"
    here = f"paragraph {position}" + (f" numbered {label}" if label else "")
    return f'{here}, under "{heading}"' if heading else here


def outline_level(paragraph: "Element", style: str, styles: Styles) -> int:
    """1 to 9 for a heading, 0 for other text. A paragraph of Word's style Title is a heading of the first level."""
    chain = styles.chain(style)
    for layer in [*paragraph.iterchildren(w("pPr")), *properties(chain, "pPr")]:
        found = layer.find(w("outlineLvl"))
        if found is not None:
            level = digits(found.get(w("val"), ""), 9)
            return level + 1 if level < 9 else 0
    names = [styles.name(each.get(w("styleId"), "")).lower() for each in chain]
    named = next((name for name in names if name == "title" or name.startswith("heading ")), "")
    return 1 if named == "title" else digits(named[8:])
