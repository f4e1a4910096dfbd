"""What every report has: a masthead, tables from rows of words, the words of a date."""

from collections.abc import Iterable, Sequence
from datetime import date

from agreement_kit.answers import Answers, format_date, words_at
from agreement_kit.document import Alignment, Block, Document, Paragraph, Row, Section, Table, Text
from agreement_kit.overviews import cell, header_row


def paragraph(text: str, *, bold: bool = False) -> Paragraph:
    return Paragraph((Text(text, bold),))


def items(texts: Iterable[str]) -> tuple[Paragraph, ...]:
    """A numbered list."""
    return tuple(Paragraph((Text(text),), level=1, numbered=True) for text in texts)


def grid(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> Table:
    """A table of words; the columns at the positions `right` keep to the right."""
    sides: list[Alignment] = ["right" if at in set(right) else "left" for at in range(len(heads))]
    body = (Row(tuple(cell(Text(text)) for text in row)) for row in rows)
    return Table((header_row(*heads), *body), tuple(sides), caption)


def section(key: str, title: str, *blocks: Block) -> Section:
    return Section(key, "front", (Text(title),), blocks)


def report(title: str, answers: Answers | None, on: date | None, *sections: Section) -> Document:
    """A document that reports on the agreement, where there is one already, as of a day."""
    agreement, reference, version = (
        words_at(answers, "document", name) if answers else "" for name in ("title", "reference", "version")
    )
    when = format_date(on) if on else ""
    named = f"{title}: {agreement}" if agreement else title
    lines = [Paragraph((Text(agreement),), style="subtitle")] if agreement else []
    if when:
        lines.append(Paragraph((Text(f"As of {when}."),), style="cover"))
    masthead = Section("masthead", "masthead", (Text(title),), tuple(lines))
    header = (Paragraph((Text(f"{named}\t{when}"),)), Paragraph((Text(reference or " "),)))
    return Document(
        title=named,
        sections=(masthead, *sections),
        header=header,
        reference=reference,
        version=version,
        status="draft",
    )
