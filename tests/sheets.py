"""Review sheets for tests: made of a small agreement, and read back as plain words."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from inputs import CHARTER, printed

from agreement_kit.answers import Accepted
from agreement_kit.api import check, load, plan, review_sheet
from agreement_kit.document import Document, Paragraph, Table, plain_text
from agreement_kit.numbering import block_label, labels
from agreement_kit.problems import Place, Problem, Severity

TODAY = date(2027, 1, 31)


def sheet(
    extra: str = "",
    *,
    start: str = CHARTER,
    libraries: tuple[Path, ...] = (),
    today: date = TODAY,
    problems: tuple[Problem, ...] = (),
    accepted: tuple[Accepted, ...] = (),
) -> Document:
    """The sheet of the small agreement with further sections, as if checks had found `problems` in it."""
    found, said = check(load((start + extra).encode(), name="x.yaml"), libraries=libraries)
    assert found is not None, printed(said)
    answers = replace(found, problems=problems, accepted=accepted)
    return review_sheet(plan(answers, libraries=libraries), today=today)


def glance(found: Document) -> dict[str, tuple[str, str]]:
    """Point → what the first page says of it, and where to look."""
    numbers = labels(found).targets
    table = next(block for block in found.sections[0].blocks if isinstance(block, Table))
    rows = [[plain_text(cell.paragraphs[0].inlines, numbers) for cell in row.cells] for row in table.rows[1:]]
    return {point: (summary, see) for point, summary, see in rows}


def lines(found: Document, section_id: str) -> list[str]:
    """A section line by line: paragraphs with their numbers, rows with | between cells and / between paragraphs."""
    (section,) = (each for each in found.sections if each.id == section_id)
    numbers = labels(found)
    said = []
    for at, block in enumerate(section.blocks):
        if isinstance(block, Paragraph):
            said.append(f"{block_label(numbers, section, at)} {plain_text(block.inlines)}".strip())
        elif isinstance(block, Table):
            said += [
                " | ".join(" / ".join(plain_text(each.inlines) for each in cell.paragraphs) for cell in row.cells)
                for row in block.rows[1:]
            ]
    return said


def problem(rule: str, sentence: str, *, severity: Severity = "error", line: int = 3, hint: str = "") -> Problem:
    return Problem(Place("x.yaml", line, 1), rule, severity, sentence, hint)
