"""Document → .docx bytes: the main part, what the house style gives, and what says where the file came from."""

from collections.abc import Iterable, Iterator

from agreement_kit import __version__
from agreement_kit.document import Document
from agreement_kit.docx import elements
from agreement_kit.docx.body import Body
from agreement_kit.docx.bookmarks import HEADER_MARK
from agreement_kit.docx.house import HouseStyle, load_house_style, shipped_house_style
from agreement_kit.docx.house_pages import WORD, HeldHeader, Layout
from agreement_kit.docx.namespaces import DECLARATION, ROOT_NAMES, R
from agreement_kit.docx.notes import comments
from agreement_kit.docx.origin import PART_NAME, origin_xml
from agreement_kit.docx.packing import RELATIONSHIPS, XML, Link, Part, packed
from agreement_kit.docx.pictures import painted

PNG = "image/png"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_NAMES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def write(document: Document, house_style: bytes | None = None, name: str = "house-style.docx") -> bytes:
    """The document as a Word file in the house style, the kit's own where none is given. `name` is what problems with
    it are reported under.

    Raises CannotBeDone where the house style lacks a style or a list that the draft needs, or cannot be trusted.
    """
    house = load_house_style(shipped_house_style() if house_style is None else house_style, name)
    body = Body(document, house)
    main = f"{DECLARATION}<w:document {ROOT_NAMES}>{body.xml()}</w:document>".encode()
    layouts = (house.pages.upright, *((house.pages.turned,) if body.has_turned else ()))
    parts = [
        Part("/word/document.xml", f"{WORD}.document.main+xml", main),
        Part("/word/numbering.xml", f"{WORD}.numbering+xml", numbering(house, body.restarted)),
        Part("/docProps/core.xml", CORE, core_properties(document)),
        *house.parts,
        *(part for layout in layouts for part in layout_parts(layout, document, body)),
    ]
    links = [*house.links, *(link for layout in layouts for link in layout.links)]
    for at, picture in enumerate(body.pictures, 1):
        parts.append(Part(f"/word/media/picture{at}.png", PNG, painted(picture)))
        links.append(Link(f"rIdPicture{at}", f"{R}/image", f"media/picture{at}.png"))
    if notes := comments(body):
        parts.append(Part("/word/comments.xml", f"{WORD}.comments+xml", notes))
        links.append(Link("rIdComments", f"{R}/comments", "comments.xml"))
    hashed = {part.name: part.blob for part in parts if part.kind != RELATIONSHIPS}
    parts.append(Part(PART_NAME, XML, origin_xml(document, __version__, hashed)))
    return packed(parts, [*links, Link("rIdOrigin", f"{R}/customXml", "../customXml/item1.xml")])


def numbering(house: HouseStyle, restarted: Iterable[int]) -> bytes:
    """The house's lists, and one more for each schedule, which counts from 1 again."""
    before, after = house.numbering
    abstract = house.lists.abstract_of[house.lists.list_of["Schedule1"]]
    return f"{before}{''.join(new_list(each, abstract) for each in restarted)}{after}".encode()


def new_list(number: int, abstract: int) -> str:
    levels = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in range(4)
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{levels}</w:num>'


def layout_parts(layout: Layout, document: Document, body: Body) -> Iterator[Part]:
    """The headers and footers of these pages."""
    turn = "_turned" if layout is body.house.pages.turned else ""  # a bookmark's name stands once in a file
    for at, held in enumerate(layout.headers):
        mark = f"{HEADER_MARK}{turn}" if held.has_own and not at else ""
        yield Part(held.name, f"{WORD}.header+xml", header(held, document, body, mark))
    yield from layout.parts


def header(held: HeldHeader, document: Document, body: Body, mark: str) -> bytes:
    """What the organisation put at the head of its pages, and below it the draft's own lines, with a bookmark called
    `mark` around them where a reader could not tell them from the rest.
    """
    lines = [body.runs(line.inlines) for line in document.header] or [""]
    if mark:
        body.bookmarks += 1
        start, end = elements.bookmark_ends(mark, body.bookmarks)
        lines[0] = start + lines[0]
        lines[-1] += end
    made = [elements.paragraph("Header", line, held.tabs) for line in lines[:-1]]
    # a title of three lines pushes the text down, and must not touch it
    air = '<w:spacing w:after="160"/>' if document.header else ""
    made.append(elements.paragraph("Header", lines[-1], held.tabs + air))
    return f"{held.before}{''.join(made)}{held.after}".encode()


def core_properties(document: Document) -> bytes:
    """Title, author and language; no dates, because the time of writing is no fact about the agreement."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{CORE_NAMES}" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{elements.escaped(document.title)}</dc:title>'
        f"<dc:creator>{elements.escaped(document.author)}</dc:creator><dc:language>{document.language}</dc:language>"
        f"<cp:version>{elements.escaped(document.version)}</cp:version></cp:coreProperties>"
    ).encode()
