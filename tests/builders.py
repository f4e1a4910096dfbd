"""Small documents for tests, and Hypothesis strategies for all that a document can hold."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import get_args
from zipfile import ZIP_DEFLATED, ZipFile

from hypothesis import strategies as st

from agreement_kit.document import (
    Answer,
    Block,
    Cell,
    Contents,
    Document,
    Inline,
    Note,
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
)

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


def noted(noted_section: Section, *lines: str) -> Section:
    """The section with a note of these lines, each after a bold word."""
    made = Note(tuple(Paragraph((Text("Note: ", bold=True), Text(line))) for line in lines))
    return replace(noted_section, notes=(*noted_section.notes, made))


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
        has_place = kind != "cover" or any(isinstance(block, Paragraph) for block in held)
        plain = st.lists(st.builds(Text, texts, st.booleans()), max_size=3).map(lambda made: Paragraph(tuple(made)))
        note = st.builds(Note, st.lists(plain, min_size=1, max_size=3).map(tuple))
        notes = tuple(draw(st.lists(note, max_size=2))) if has_place else ()
        return Section(name, kind, draw(words), tuple(held), draw(texts), "binding", "standard", "1.0.0", notes=notes)

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
