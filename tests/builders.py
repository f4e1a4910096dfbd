"""Small documents for tests, and Hypothesis strategies for all that a document can hold."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TypeVar, get_args
from zipfile import ZIP_DEFLATED, ZipFile

from hypothesis import strategies as st

from agreement_kit.document import (
    Answer,
    Block,
    Cell,
    Contents,
    Document,
    Inline,
    Open,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Reference,
    Row,
    Section,
    SectionKind,
    Table,
    Term,
    Text,
    map_paragraphs,
)

T = TypeVar("T")
Edit = Callable[[T], st.SearchStrategy[T]]

# small pieces


def inlines(*words: str | Inline) -> tuple[Inline, ...]:
    """Words as wording, anything else as it is."""
    return tuple(Text(word) if isinstance(word, str) else word for word in words)


def text(*words: str | Inline, level: int = 0, anchor: str = "") -> Paragraph:
    return Paragraph(inlines(*words), level, anchor=anchor)


def item(*words: str | Inline, level: int = 1, anchor: str = "") -> Paragraph:
    """A numbered paragraph."""
    return Paragraph(inlines(*words), level, numbered=True, anchor=anchor)


def section(kind: SectionKind, name: str, *blocks: Block, title: str = "", label: str = "") -> Section:
    return Section(name, kind, inlines(title or name.capitalize()), blocks, label)


def clause(name: str, *blocks: Block, title: str = "", label: str = "") -> Section:
    return section("clause", name, *blocks, title=title, label=label)


def schedule(name: str, *blocks: Block, title: str = "") -> Section:
    return section("schedule", name, *blocks, title=title)


def document(*sections: Section, title: str = "Harbour Agreement") -> Document:
    return Document(title, sections)


def row(*cells: str | Inline) -> Row:
    return Row(tuple(Cell((Paragraph(inlines(cell)),)) for cell in cells))


def table(*rows: Row, caption: str = "Who does what", landscape: bool = False) -> Table:
    return Table(rows, ("left",) * len(rows[0].cells), caption, landscape=landscape)


# Word files as zips


def parts_of(raw: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(raw)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, blob in parts.items():
            package.writestr(name, blob)
    return stream.getvalue()


def edited(raw: bytes, old: str, new: str, part: str = "word/document.xml") -> bytes:
    """The package with words in one part replaced, which must be there."""
    parts = parts_of(raw)
    before = parts[part].decode()
    assert old in before
    return packed({**parts, part: before.replace(old, new).encode()})


# a document with everything


def full_document() -> Document:
    """Each kind of section, paragraph, inline and block, with references to all that has a number."""
    grid = Table(
        (row("Party", "Amount"), row(Answer("The Trust"), "£1"), row(Open("[to be agreed]"), Reference("payment"))),
        ("left", "right"),
        'Who pays "what" & when',
    )
    signature = Table((row("Signed for", Answer("the Trust")), row("Name", ""), row("Date", "")), ("left",) * 2, "Sign")
    return Document(
        title="Harbour <Agreement> & more",
        sections=(
            section(
                "cover",
                "cover",
                Paragraph(inlines("Harbour Agreement"), style="title"),
                Paragraph(inlines("between two"), style="subtitle"),
                Paragraph(inlines("The Trust and the University"), style="names"),
                Paragraph(inlines("Version 2\nDraft"), style="cover"),
            ),
            section("front", "summary", text("On one page."), PageBreak(), grid, title="Agreement on a page"),
            section("front", "contents", Contents()),
            section("parties", "parties", item("The Trust"), item("The University"), text("Each is a Party.")),
            section(
                "recitals", "background", item("We met."), item("in a harbour", level=2, anchor="background.harbour")
            ),
            section("part", "part-money", title="Money"),
            clause(
                "payment",
                item("You pay ", Text("at once", bold=True), ":", anchor="payment.once"),
                item("in pounds; and", level=2, anchor="payment.pounds"),
                item("in full:", level=2),
                item("by post; or", level=3, anchor="payment.post"),
                item("by hand.", level=3),
                text("This goes on.", level=1),
                item("See ", Reference("payment.post"), ", ", Reference("plan"), " and ", Reference("plan.step", True)),
                label="Binding",
            ),
            clause(
                "ending", text("Words of the clause itself."), item("Ends on ", Open("[date]", by=date(2027, 1, 1)))
            ),
            section("signature", "signatures", replace(signature, kind="signature")),
            schedule(
                "plan",
                Paragraph(inlines("Clauses ", Reference("payment"), " and ", Reference("ending")), style="lead"),
                Paragraph(inlines("Steps"), style="heading"),
                item("Begin"),
                item("slowly", level=2, anchor="plan.step"),
                item("then faster", level=3, anchor="plan.faster"),
                item("as in recital ", Reference("background.harbour"), " and paragraph ", Reference("plan.faster")),
                replace(grid, landscape=True),
            ),
            schedule("second", item("Counts from one again"), item("and on"), text("at the second level", level=2)),
        ),
        header=(text("Harbour Agreement\tDraft"), text("REF 1, version 2")),
        author="The Trust; the University",
        reference="REF 1",
        version="2",
        status="draft",
    )


# anything a document can hold

NASTY = (
    *("é", "“quoted”", '"', "'", "<b>", "&", "&amp;", "]]>", "{{ x }}", "**", "|", "\\", "£1,000", "plain words", "x"),
    *(" ", "  ", "\n", "\t", "\u00a0", "\u2011", "\u200f", "👩‍🔬", "e\u0301", "漢字", ":", "[", "_ak_x", "REF x"),
)

texts = st.lists(st.sampled_from(NASTY), max_size=4).map("".join) | st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=6
)
one_line = texts.map(lambda words: " ".join(words.split()))


def inline_lists(targets: tuple[str, ...]) -> st.SearchStrategy[tuple[Inline, ...]]:
    """Inline content that may refer to any of `targets`."""
    bold = st.booleans()
    kinds: list[st.SearchStrategy[Inline]] = [
        st.builds(Text, texts, bold),
        st.builds(Answer, texts, st.just((("parties", 0, "name"),)), bold),
        st.builds(Open, texts.map(lambda words: f"[{words}]") | st.just(""), bold=bold, owner=texts),
        st.builds(Term, texts, st.just("Term"), bold),
    ]
    if targets:
        kinds.append(st.builds(Reference, st.sampled_from(targets), bold))
    return st.lists(st.one_of(kinds), max_size=4).map(tuple)


def paragraphs_of(words: st.SearchStrategy[tuple[Inline, ...]]) -> st.SearchStrategy[Paragraph]:
    """Paragraphs without an anchor: at a level, numbered or not, or in a style of their own."""
    styles = st.sampled_from([style for style in get_args(ParagraphStyle) if style != "text"])
    return st.one_of(
        st.builds(Paragraph, words, st.integers(1, 3), st.booleans()),
        st.builds(Paragraph, words),
        st.builds(Paragraph, words, style=styles),
    )


@st.composite
def tables(draw: st.DrawFn, words: st.SearchStrategy[tuple[Inline, ...]]) -> Table:
    kind = draw(st.sampled_from(("grid", "signature")))
    width = 2 if kind == "signature" else draw(st.integers(1, 4))
    sides = draw(st.lists(st.sampled_from(("left", "right")), min_size=width, max_size=width))
    cells = st.lists(st.builds(Paragraph, words), min_size=1, max_size=2).map(lambda made: Cell(tuple(made)))
    rows = st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=3)
    made = tuple(Row(tuple(each)) for each in draw(rows))
    return Table(made, tuple(sides), draw(one_line), kind, draw(st.booleans()))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any document that the kit writes: a cover stands first, and what is referred to has a number."""
    kinds: list[SectionKind] = draw(
        st.lists(
            st.sampled_from(("clause", "schedule", "front", "parties", "recitals", "part", "signature")), max_size=5
        )
    )
    names = [f"{kind}-{at}" for at, kind in enumerate(kinds)]
    anchored = {name: draw(st.integers(0, 2)) for name in names}
    targets = [name for name in names if name.startswith(("clause", "schedule"))]
    targets += [f"{name}.sub-{at}" for name, count in anchored.items() for at in range(count)]
    words = inline_lists(tuple(targets))
    blocks = st.one_of(paragraphs_of(words), tables(words), st.just(Contents()), st.just(PageBreak()))

    def filled(kind: SectionKind, name: str) -> Section:
        held: list[Block] = draw(st.lists(blocks, max_size=4))
        for at in range(anchored.get(name, 0)):
            numbered = Paragraph(draw(words), draw(st.integers(1, 3)), numbered=True, anchor=f"{name}.sub-{at}")
            held.insert(draw(st.integers(0, len(held))), numbered)
        if draw(st.booleans()):
            held.append(Paragraph(draw(words), anchor=f"{name}.unnumbered"))
        return Section(name, kind, draw(words), tuple(held), draw(texts), "binding", "standard", "1.0.0")

    sections = [filled("cover", "cover")] if draw(st.booleans()) else []
    sections += [filled(kind, name) for kind, name in zip(kinds, names, strict=True)]
    return Document(
        title=draw(texts),
        sections=tuple(sections),
        header=tuple(draw(st.lists(words.map(lambda line: Paragraph((Text("w"), *line))), max_size=2))),
        author=draw(texts),
        language=draw(st.sampled_from(("en-GB", "cy-GB"))),
        reference=draw(texts),
        version=draw(texts),
        status=draw(texts),
    )


# a later draft of a document


@st.composite
def edited_documents(draw: st.DrawFn, before: Document) -> Document:
    """The document after some edits: words, levels, anchors, blocks, rows, titles and sections changed, added, taken
    away, moved. References to what went are taken away too.
    """
    after = before
    for _ in range(draw(st.integers(1, 8))):
        after = draw(edited_once(after))
    known = {section.id for section in after.of_kind("clause", "schedule")}
    known |= {
        block.anchor
        for section in after.sections
        for block in section.blocks
        if isinstance(block, Paragraph) and block.numbered
    }

    def living(words: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(each for each in words if not isinstance(each, Reference) or each.target in known)

    def repaired(paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, inlines=living(paragraph.inlines))

    sections = (replace(map_paragraphs(each, repaired), title=living(each.title)) for each in after.sections)
    header = (replace(line, inlines=(Text("w"), *living(line.inlines))) for line in after.header)
    return replace(after, sections=tuple(sections), header=tuple(header))


@st.composite
def edited_once(draw: st.DrawFn, before: Document) -> Document:
    what = draw(st.sampled_from(("block", "block", "block", "block", "section", "title", "header", "facts")))
    if what == "facts":
        return replace(before, title=draw(texts), version=draw(texts))
    if what == "header":
        return replace(before, header=draw(edited_list(before.header, st.builds(text, texts), edited_paragraphs)))
    if what == "section" or not before.sections:
        name = f"new-{draw(st.integers(0, 99))}"
        added = st.builds(
            lambda words, blocks: clause(name, *blocks, title=words), texts, st.lists(st.builds(item, texts))
        )
        is_free = all(section.id != name for section in before.sections)
        cover, rest = before.of_kind("cover"), tuple(each for each in before.sections if each.kind != "cover")
        rest = draw(edited_list(rest, added if is_free else st.nothing(), renamed_sections))
        return replace(before, sections=(*cover, *rest))
    at = draw(st.integers(0, len(before.sections) - 1))
    section = before.sections[at]
    if what == "title":
        section = replace(section, title=draw(edited_words(section.title)), label=draw(st.just(section.label) | texts))
    else:
        added = st.one_of(
            st.builds(item, texts, level=st.integers(1, 3)), tables(inline_lists(())), st.just(PageBreak())
        )
        section = replace(section, blocks=draw(edited_list(section.blocks, added, edited_blocks)))
    return replace(before, sections=(*before.sections[:at], section, *before.sections[at + 1 :]))


@st.composite
def edited_list(draw: st.DrawFn, before: tuple[T, ...], added: st.SearchStrategy[T], edited: Edit[T]) -> tuple[T, ...]:
    """The list with one entry added, taken away, moved or edited."""
    items = list(before)
    what = draw(st.sampled_from(("edit", "edit", "add", "take", "move") if items else ("add",)))
    at = draw(st.integers(0, max(len(items) - 1, 0)))
    if what == "add":
        if not added.is_empty:
            items.insert(draw(st.integers(0, len(items))), draw(added))
    elif what == "edit":
        items[at] = draw(edited(items[at]))
    else:
        taken = items.pop(at)
        if what == "move":
            items.insert(draw(st.integers(0, len(items))), taken)
    return tuple(items)


@st.composite
def edited_words(draw: st.DrawFn, before: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Words replaced in the middle of an inline, or an inline added, taken away, moved or made bold."""
    words = [at for at, each in enumerate(before) if isinstance(each, Text | Answer | Term)]
    if words and draw(st.booleans()):
        at = draw(st.sampled_from(words))
        cut = draw(st.integers(0, len(before[at].text)))
        changed = before[at].text[:cut] + draw(texts) + before[at].text[cut + draw(st.integers(0, 3)) :]
        return (*before[:at], replace(before[at], text=changed), *before[at + 1 :])
    new = st.builds(Text, texts, st.booleans()) | st.builds(Open, texts.map(lambda each: f"[{each}]"))
    return draw(edited_list(before, new, lambda each: st.just(replace(each, bold=not each.bold))))


@st.composite
def edited_paragraphs(draw: st.DrawFn, before: Paragraph) -> Paragraph:
    return replace(before, inlines=draw(edited_words(before.inlines)))


@st.composite
def edited_blocks(draw: st.DrawFn, before: Block) -> Block:
    if isinstance(before, Paragraph):
        if draw(st.booleans()):
            return draw(edited_paragraphs(before))
        if before.style != "text":
            return replace(before, style=draw(st.sampled_from(("heading", "lead"))))
        return replace(before, level=draw(st.integers(1, 3)), numbered=draw(st.booleans()) or bool(before.anchor))
    if not isinstance(before, Table):
        return before
    if draw(st.integers(0, 4)) == 0:
        return replace(before, caption=draw(one_line))
    new_row = st.just(Row(tuple(Cell((text("new"),)) for _ in before.columns)))
    return replace(before, rows=draw(edited_list(before.rows, new_row, edited_rows)) or before.rows)


@st.composite
def edited_rows(draw: st.DrawFn, before: Row) -> Row:
    at = draw(st.integers(0, len(before.cells) - 1))
    stream = draw(edited_list(before.cells[at].paragraphs, st.builds(text, texts), edited_paragraphs))
    return Row((*before.cells[:at], Cell(stream or (text(),)), *before.cells[at + 1 :]))


def renamed_sections(before: Section) -> st.SearchStrategy[Section]:
    return st.just(replace(before, id=f"{before.id}-x"))


drafts = documents().flatmap(lambda before: st.tuples(st.just(before), edited_documents(before)))
"""Two drafts of one document."""

strangers = st.tuples(documents(), documents())
"""Two documents that share nothing but ids."""
