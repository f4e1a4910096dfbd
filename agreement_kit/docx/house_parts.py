"""What a draft takes over of a house style's file, part by part. The file comes from outside: a part keeps what belongs
to the look of a page; what could run, load something from elsewhere or tell of the people who made the file is refused
or left behind.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import relpath, splitext
from typing import TYPE_CHECKING, Any

from agreement_kit.docx.guarding import Parts, links_of, parse, refused, resolved
from agreement_kit.docx.namespaces import DECLARATION, R, W, w
from agreement_kit.docx.packing import Link, Part, relationships_of
from agreement_kit.problems import Place

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FONT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
OUTSIDE = ("http://", "https://", "mailto:")
"""What a link in a header may lead to; a reader has to follow it by hand."""

SETTINGS = frozenset(
    map(
        w,
        (
            *("zoom", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader"),
            *("bordersDoNotSurroundFooter", "gutterAtTop", "embedTrueTypeFonts", "saveSubsetFonts", "defaultTabStop"),
            *("autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps"),
            *("evenAndOddHeaders", "characterSpacingControl", "compat", "themeFontLang", "clrSchemeMapping"),
            *("decimalSymbol", "listSeparator"),
        ),
    )
)
"""Settings that belong to the look. The others tell who edited the file and when, protect it, or name data sources."""

FIELDS = frozenset(
    (
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "TITLE", "SUBJECT", "AUTHOR", "DOCPROPERTY"),
        *("FILENAME", "DATE", "TIME", "HYPERLINK", "SYMBOL", "QUOTE", "IF", "="),
    )
)
"""Fields that fetch and run nothing."""

LEFT_BEHIND = tuple(
    map(w, ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "proofErr"))
)
OBJECTS = tuple(map(w, ("object", "control", "altChunk", "subDoc")))


@dataclass(slots=True)
class Taking:
    """One walk over the file. Each part that is taken gets a name of its own, whatever it was called there."""

    source: Parts
    place: Place
    taken: list[Part] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    """Part in the file → its name in the draft."""

    def root(self, part: str) -> "Element":
        """The root of a part of the file, free of comments, bookmarks and the marks of a spelling checker."""
        root = rooted(parse(self.source[part], part, self.place))
        for each in tuple(root.iter(*LEFT_BEHIND)):
            parent = each.getparent()
            if parent is not None:
                parent.remove(each)
        self.refuse_content(root, part)
        return root

    def take(self, part: str, root: "Element", name: str, kind: str) -> Part:
        """The part under its new name, with its pictures, its links and its fonts."""
        links = self.links(part, root, name)
        made = Part(name, kind, xml(root).encode())
        self.taken += [made, *([relationships_of(name, links)] if links else [])]
        return made

    def links(self, part: str, root: "Element", name: str) -> tuple[Link, ...]:
        """The relationships of a part that are used in it, seen from its new name."""
        folder, _, file = part.rpartition("/")
        relationships = f"{folder}/_rels/{file}.rels"
        used = {str(text) for each in root.iter() for name, text in each.items() if str(name).startswith(f"{{{R}}}")}
        made: list[Link] = []
        blob = self.source.get(relationships)
        for link_id, kind, target, is_external in () if blob is None else named_links(relationships, blob, self.place):
            if link_id not in used:
                continue
            used.discard(link_id)
            what = kind.rpartition("/")[2]
            if is_external and (what != "hyperlink" or not target.lower().startswith(OUTSIDE)):
                raise self.refused(part, f'loads something from elsewhere: "{target}"', "Put the picture itself there.")
            if is_external:
                made.append(Link(link_id, kind, target, is_external=True))
            elif what in ("image", "font"):
                medium = self.medium(resolved(relationships, target), what)
                made.append(Link(link_id, kind, relpath(medium, name.rpartition("/")[0])))
            else:
                raise self.refused(part, f"holds something other than words and pictures ({what})", "Take it out.")
        if used:
            raise self.refused(part, f'shows something that is not in the file ("{min(used)}")', "Insert it anew.")
        return tuple(made)

    def medium(self, source: str, what: str) -> str:
        """The new name of a picture or an embedded font."""
        if source not in self.names:
            kind = content_type(self.source, source)
            if not (kind.startswith("image/") if what == "image" else kind == FONT):
                raise self.refused(source, "is no picture and no font", "Take it out.")
            ending = re.sub(r"[^A-Za-z0-9.]", "", splitext(source)[1])
            number = sum(name.startswith(f"/word/media/{what}") for name in self.names.values()) + 1
            self.names[source] = f"/word/media/{what}{number}{ending}"
            self.taken.append(Part(self.names[source], kind, self.source[source]))
        return self.names[source]

    def refuse_content(self, root: "Element", part: str) -> None:
        for each in root.iter():
            name = str(each.tag).rpartition("}")[2]
            if each.tag in (w("ins"), w("del"), w("moveFrom"), w("moveTo")) or name.endswith("PrChange"):
                raise self.refused(part, "holds tracked changes", "Accept or reject them in Word and save.")
            if each.tag in OBJECTS or name == "OLEObject":
                raise self.refused(part, "holds an object of another program", "Put a picture in its place.")
        for code in field_codes(root):
            match = re.match(r"\s*(=|\w*)", code)
            word = match[1].upper() if match else ""
            if word not in FIELDS:
                raise self.refused(part, f'holds a field that could load or run something: "{word}"', "Take it out.")

    def refused(self, part: str, sentence: str, hint: str) -> Exception:
        return refused(self.place, "STYLE-03", f'the part "{part}" {sentence}', hint)


def named_links(relationships: str, blob: bytes, place: Place) -> Iterator[tuple[str, str, str, bool]]:
    """Id, type, target of each relationship, and whether it leads out of the file."""
    ids = (each.get("Id", "") for each in parse(blob, relationships, place).iter("{*}Relationship"))
    for link_id, (_, kind, target, is_external) in zip(ids, links_of(relationships, blob, place), strict=True):
        yield link_id, kind, target, is_external


def content_type(source: Parts, part: str) -> str:
    """What the file says that a part is."""
    types = parse(source["[Content_Types].xml"], "[Content_Types].xml", Place(part))
    ending = splitext(part)[1].removeprefix(".").lower()
    by_ending = ""
    for each in types:
        if each.get("PartName", "").lower() == f"/{part}".lower():
            return each.get("ContentType", "")
        if each.get("Extension", "").lower() == ending:
            by_ending = each.get("ContentType", "")
    return by_ending


def rooted(root: "Element") -> "Element":
    """The element with the prefixes that the kit itself writes bound at its root."""
    from lxml import etree

    if root.nsmap.get("w", W) != W or root.nsmap.get("r", R) != R:
        raise ValueError("a prefix of WordprocessingML stands for something else")
    names: Any = root.nsmap
    made = etree.Element(root.tag, nsmap={**names, "w": W, "r": R})
    for name, value in root.items():
        made.set(name, value)
    made.text = root.text
    made.extend(list(root))
    return made


def xml(root: "Element") -> str:
    from lxml import etree

    return DECLARATION + etree.tostring(root, encoding="unicode")


def field_codes(root: "Element") -> Iterator[str]:
    """The code of each field, which Word may spread over many runs."""
    codes: list[str] = []
    for each in root.iter(w("fldChar"), w("instrText"), w("fldSimple")):
        kind = each.get(w("fldCharType"), "")
        if each.tag == w("fldSimple"):
            yield each.get(w("instr"), "")
        elif each.tag == w("instrText"):
            if codes:
                codes[-1] += each.text or ""
        elif kind == "begin":
            codes.append("")
        elif kind == "end" and codes:
            yield codes.pop()
    yield from codes


def keep_settings(root: "Element") -> None:
    """Takes away every setting that is no matter of looks."""
    for each in tuple(root):
        if each.tag not in SETTINGS:
            root.remove(each)
