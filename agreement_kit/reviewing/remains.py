"""What is left to do: open items, parts of the form that nothing prints, and the drafting notes to read."""

from dataclasses import replace
from datetime import date

from agreement_kit.answers import format_date
from agreement_kit.document import Block, Document, Inline, Table, Text
from agreement_kit.overviews import OPEN_LIST
from agreement_kit.overviews import open_points as all_open
from agreement_kit.rendering.filters import capital
from agreement_kit.reviewing.pieces import Point, Review, counted, grid, label_of, name_of, paragraph


def open_points(review: Review) -> Point:
    """Every open item with who settles it and by when: the dated ones first."""
    found = sorted(all_open(without_list(review.draft), review.answers), key=lambda each: each[1].by or date.max)
    if not found:
        return Point("open", "Open items", "None: nothing is open")
    rows = [
        (
            (item,),
            name_of(review, section.id) if section else "Not printed",
            str(capital(item.owner)) or "Nobody named",
            format_date(item.by) if item.by else "No date",
        )
        for section, item in found
    ]
    ownerless = sum(not item.owner for _, item in found)
    summary = counted(len(found), "open item") + (f", {ownerless} with nobody to settle it" if ownerless else "")
    table = grid("Open items", ("Still to be agreed", "Where", "Who settles it", "By when"), rows)
    return Point("open", "Open items", summary, (table,))


def without_list(draft: Document) -> Document:
    """The draft without the list on its cover, which names what is open and printed nowhere, and errors too."""

    def kept(block: Block) -> bool:
        return not (isinstance(block, Table) and block.caption == OPEN_LIST)

    sections = (replace(each, blocks=tuple(filter(kept, each.blocks))) for each in draft.sections)
    return replace(draft, sections=tuple(sections))


def unprinted_parts(review: Review) -> Point:
    """What was answered and reaches no page: perhaps needless, perhaps missing from the draft."""
    title = "Answers that nothing prints"
    if not review.unprinted:
        return Point("unprinted", title, "None: every answer is used")
    rows = [(label_of(tuple(path.replace("[]", "").split("."))), path) for path in review.unprinted]
    blocks = (
        paragraph("The form answers these, and no clause of this draft prints them. Confirm that nothing is missing."),
        grid("Answered and not printed", ("Field", "Path in the form"), rows),
    )
    return Point("unprinted", title, counted(len(rows), "part"), blocks)


def drafting_notes(review: Review) -> Point:
    """The notes of all chosen clauses, in the order of the draft."""
    rows: list[tuple[str, tuple[Inline, ...]]] = [
        (name_of(review, clause.id), (Text(clause.drafting_note),)) for clause in review.clauses
    ]
    if not rows:
        return Point("drafting-notes", "Drafting notes", "None")
    table = grid("Drafting notes of the chosen clauses", ("Clause", "What the drafter says to the lawyer"), rows)
    return Point("drafting-notes", "Drafting notes", counted(len(rows), "note"), (table,), "schedule")
