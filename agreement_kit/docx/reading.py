"""A Word file that the kit wrote, perhaps edited since → the Document it shows, and what was not understood."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from agreement_kit.document import Block, Document, Note, Paragraph, Section, SectionKind
from agreement_kit.docx.bookmarks import HEADER_MARK
from agreement_kit.docx.guarding import MAIN, Parts, linked_parts, open_package, parse, parse_main, refused
from agreement_kit.docx.house_styles import NEEDED_STYLES
from agreement_kit.docx.namespaces import ORIGIN, R, w
from agreement_kit.docx.reading_blocks import Blocks, Title
from agreement_kit.docx.recovering import recovered_origin
from agreement_kit.problems import Place

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

AUTHOR = Note(()).author
STYLE_IDS = {style.lower(): style for style in (*NEEDED_STYLES, "Normal")}
"""Name of a style without spaces and capitals → its id in the house style."""

SENTENCES = {
    "insertion": ("1 tracked insertion was read as accepted", "{} tracked insertions were read as accepted"),
    "deletion": ("1 tracked deletion was read as accepted", "{} tracked deletions were read as accepted"),
    "comment": ("1 comment was left out", "{} comments were left out"),
    "footnote": ("1 footnote was left out", "{} footnotes were left out"),
    "picture": ("1 picture or text box was left out", "{} pictures or text boxes were left out"),
    "equation": ("1 equation was left out", "{} equations were left out"),
    "link": ("1 link was read as plain words", "{} links were read as plain words"),
    "control": ("1 content control was read as plain words", "{} content controls were read as plain words"),
    "field": ("1 field was read as the words it shows", "{} fields were read as the words they show"),
    "formatting": ("1 piece of direct formatting was left out", "{} pieces of direct formatting were left out"),
    "style": ("1 use of an unknown style was left out", "{} uses of unknown styles were left out"),
    "page break": ("1 break inside a paragraph was left out", "{} breaks inside paragraphs were left out"),
    "merged cell": ("1 merged or missing cell was read as plain", "{} merged or missing cells were read as plain"),
    "inner table": ("1 table inside a table was left out", "{} tables inside tables were left out"),
    "anchor": ("1 target of references was joined to another", "{} targets of references were joined to others"),
    "stray": ("1 block before the first section was left out", "{} blocks before the first section were left out"),
    "header": ("1 block in the header was left out", "{} blocks in the header were left out"),
    "other": ("1 element of an unknown kind was left out", "{} elements of unknown kinds were left out"),
}
"""Kind of loss → what is said of one and of many."""

NO_ORIGIN = (
    "the file no longer says in which wording and version each clause was written: whoever saved it removed that"
)


def read(raw: bytes, name: str = "draft.docx") -> tuple[Document, tuple[str, ...]]:
    """The document in a Word file, and a sentence for each kind of thing in it that the model cannot hold.

    Sections and anchors are found by the bookmarks and the origin part. Tracked changes count as accepted, comments
    but the kit's own notes are left out. Of the values behind the words (paths, terms, who owns an open item) nothing
    is in the file.
    Raises CannotBeDone where the file is not safe to read or does not say which section is which.
    """
    place = Place(name)
    parts = open_package(raw, name)
    root, origin = parse_main(parts, place), origin_of(parts, place)
    known = {each.get("id", ""): each for each in origin.iter(f"{{{ORIGIN}}}section")}
    blocks = Blocks(
        styles_of(parts, place),
        {each.get("bookmark", ""): each.get("id", "") for each in origin.iter(f"{{{ORIGIN}}}anchor")},
        sections=known.keys(),
    )
    blocks.notes = dict(notes_of(parts, blocks, place))
    sections = tuple(sections_of(root, known, blocks))
    header = tuple(header_of(parts, root, blocks, place))
    missing = [key for key in known if key not in {section.id for section in sections}]
    core = core_properties(parts, place)
    document = Document(
        title=core.get("title", ""),
        sections=sections,
        header=header,
        author=core.get("creator", ""),
        language=origin.get("language", "") or core.get("language", ""),
        reference=origin.get("reference", ""),
        version=origin.get("version", "") or core.get("version", ""),
        status=origin.get("status", ""),
    )
    unknown = [] if origin.get("hash") else [NO_ORIGIN]
    gone = (f'the section "{key}" was not found' for key in missing)
    return document, (*unknown, *gone, *sentences(blocks.lost))


def sentences(lost: Counter[str]) -> Iterator[str]:
    for kind, (one, many) in SENTENCES.items():
        if lost[kind]:
            yield one if lost[kind] == 1 else many.format(f"{lost[kind]:,}")


def origin_of(parts: Parts, place: Place) -> "Element":
    """The origin part; where LibreOffice or Google Docs dropped it, what the bookmarks alone say. Word numbers custom
    XML parts anew when it saves, so the name tells nothing.
    """
    for part, blob in parts.items():
        if part.startswith("customXml/") and part.endswith(".xml") and ORIGIN.encode() in blob:
            root = parse(blob, part, place)
            if root.tag == f"{{{ORIGIN}}}origin":
                return root
    if (found := recovered_origin(parse_main(parts, place), styles_of(parts, place))) is not None:
        return found
    sentence = "the file does not say which clause is which: the kit did not write it, or what it noted was removed"
    raise refused(place, "DOCX-14", sentence, "Ask for a file that was saved in Word or LibreOffice.")


def styles_of(parts: Parts, place: Place) -> dict[str, str]:
    """Id in this file → id in the house style. Word makes ids anew from the names of styles when it saves, in the
    language of whoever saves; the names of its own styles stay English.
    """
    part = next((name for name in linked_parts(parts, MAIN).values() if name.endswith("/styles.xml")), "")
    if part not in parts:
        return {style: style for style in STYLE_IDS.values()}
    found = {}
    for style in parse(parts[part], part, place).iter(w("style")):
        named = style.find(w("name"))
        key = "" if named is None else named.get(w("val"), "").replace(" ", "").lower()
        found[style.get(w("styleId"), "")] = STYLE_IDS.get(key, "")
    return found


def sections_of(root: "Element", known: Mapping[str, "Element"], blocks: Blocks) -> Iterator[Section]:
    """The sections in the order of the page. A cover has no heading: it holds what stands before the first one."""
    body = root.find(w("body"))
    section = next((section_of(each) for each in known.values() if each.get("kind") == "cover"), None)
    held: list[Block] = []
    for each in blocks.blocks(body) if body is not None else ():
        if isinstance(each, Title):
            if section:
                yield replace(section, blocks=tuple(held), notes=(*section.notes, *blocks.taken_notes()))
            held = []
            section = section_of(known[each.section_id])
            section = replace(section, title=each.inlines, label=each.label, notes=each.notes)
        elif section:
            held.append(each)
        else:
            blocks.count("stray")
    if section:
        yield replace(section, blocks=tuple(held), notes=(*section.notes, *blocks.taken_notes()))


def section_of(origin: "Element") -> Section:
    """The section as the origin part knows it, without its words."""
    kind: SectionKind = next((each for each in get_args(SectionKind) if each == origin.get("kind")), "clause")
    alternative, version = origin.get("alternative", ""), origin.get("version", "")
    return Section(origin.get("id", ""), kind, (), alternative=alternative, version=version)


def header_of(parts: Parts, root: "Element", blocks: Blocks, place: Place) -> Iterator[Paragraph]:
    """The lines at the head of the pages, those of the first page's layout; none where there is but an empty line."""
    links = linked_parts(parts, MAIN)
    named = (each.get(f"{{{R}}}id", "") for each in root.iter(w("headerReference")) if each.get(w("type")) == "default")
    part = next((links[key] for key in named if key in links), "")
    if part not in parts:
        return
    lines = own_lines(parse(parts[part], part, place))
    if len(lines) == 1 and not any(lines[0].itertext()):
        return
    for each in blocks.blocks(lines):
        if isinstance(each, Paragraph):
            yield each
        else:
            blocks.count("header")


def own_lines(header: "Element") -> list["Element"]:
    """The draft's own lines in a header: those that the kit marked among an organisation's, or else all."""
    starts = header.iter(w("bookmarkStart"))
    marks = {each.get(w("id")) for each in starts if each.get(w("name"), "").startswith(HEADER_MARK)}
    ends = [
        at
        for at, line in enumerate(header)
        if any(each.get(w("id")) in marks for each in line.iter(w("bookmarkStart"), w("bookmarkEnd")))
    ]
    return list(header)[ends[0] : ends[-1] + 1] if ends else list(header)


def notes_of(parts: Parts, blocks: Blocks, place: Place) -> Iterator[tuple[str, Note]]:
    """The notes that the kit wrote, by the id of the comment. Comments of others are no part of the document."""
    part = next((name for name in linked_parts(parts, MAIN).values() if name.endswith("/comments.xml")), "")
    if part not in parts:
        return
    for each in parse(parts[part], part, place).iter(w("comment")):
        if each.get(w("author")) == AUTHOR:
            yield (
                each.get(w("id"), ""),
                Note(tuple(Paragraph(blocks.inlines(line)) for line in each.iterchildren(w("p")))),
            )


def core_properties(parts: Parts, place: Place) -> dict[str, str]:
    """The document properties by name."""
    part = "docProps/core.xml"
    if part not in parts:
        return {}
    return {str(each.tag).rpartition("}")[2]: each.text or "" for each in parse(parts[part], part, place)}
