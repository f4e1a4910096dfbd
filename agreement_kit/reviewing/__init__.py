"""The legal review sheet: all that the lawyer who reviews a draft has to know of how it came about, as a Document. It
is internal: it holds positions, reasons and notes, and never goes to the other side.
"""

from agreement_kit.answers import format_date, words_at
from agreement_kit.document import Block, Document, Paragraph, Reference, Section, Table, Text
from agreement_kit.reviewing.defaults import defaults_taken
from agreement_kit.reviewing.departures import departures, silences
from agreement_kit.reviewing.findings import accepted_findings, notes, unresolved_findings
from agreement_kit.reviewing.law import checks_of_the_law, pending_laws, sources_of_law
from agreement_kit.reviewing.pieces import Point, Review, grid, paragraph
from agreement_kit.reviewing.remains import drafting_notes, open_points, unprinted_parts
from agreement_kit.reviewing.standing import facts_relied_on, what_it_is
from agreement_kit.reviewing.wordings import other_wordings, standard_wordings

NOT_REVIEWED = "No solicitor has reviewed this."
POINTS = (
    what_it_is,
    unresolved_findings,
    accepted_findings,
    notes,
    facts_relied_on,
    defaults_taken,
    other_wordings,
    departures,
    silences,
    pending_laws,
    checks_of_the_law,
    open_points,
    unprinted_parts,
    standard_wordings,
    sources_of_law,
    drafting_notes,
)
"""What the sheet says, in the order in which a lawyer asks; the last three to look things up."""


def review_sheet(review: Review) -> Document:
    """The sheet of one draft. A point with nothing to say has no section; the table on the first page says so."""
    points = [make(review) for make in POINTS]
    title = review.draft.title
    reference = words_at(review.answers, "document", "reference")
    version = words_at(review.answers, "document", "version")
    which = f"{reference + ', ' if reference else ''}version {version or 'open'}; sheet of {format_date(review.today)}"
    header = (
        Paragraph((Text(f"INTERNAL: legal review sheet\t{NOT_REVIEWED}"),)),
        Paragraph((Text(f"{reference or title}, version {version or 'open'}\tSheet of {format_date(review.today)}"),)),
    )
    sections = (section(each) for each in points if each.blocks)
    return Document(
        f"Legal review sheet (internal): {title}",
        (cover(points, title, which), *sections),
        header=header,
        reference=reference,
        version=version,
        status="internal",
    )


def section(point: Point) -> Section:
    return Section(point.id, point.kind, (Text(point.title),), point.blocks)


def cover(points: list[Point], title: str, which: str) -> Section:
    """The first page: what this is, and what awaits the reader where."""
    blocks: tuple[Block, ...] = (
        Paragraph((Text(NOT_REVIEWED, bold=True),), style="cover"),
        Paragraph((Text("Legal review sheet"),), style="title"),
        Paragraph((Text(title),), style="subtitle"),
        Paragraph((Text(f"{which[:1].upper()}{which[1:]}."),), style="cover"),
        Paragraph(
            (Text("INTERNAL: for your own side and its lawyer. Do not send it to the other side."),), style="cover"
        ),
        paragraph(
            "How the draft of this version came about, and what to look into before anybody signs. Clause numbers are "
            "those of the draft, lines those of the form."
        ),
        glance(points),
    )
    return Section("cover", "cover", (Text("Cover"),), blocks)


def glance(points: list[Point]) -> Table:
    """Each point in a line: what there is, and the section that has it."""
    rows = [(each.title, each.summary, (Reference(each.id) if each.blocks else Text("–"),)) for each in points]
    return grid("At a glance", ("Point", "What there is", "See"), rows)


__all__ = ["Review", "review_sheet"]
