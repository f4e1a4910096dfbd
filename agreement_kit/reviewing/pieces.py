"""What every part of the review sheet is made of: the review, a point of it, tables and lists, names and places."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from agreement_kit.answers import Answers, Listing, Record, Truth, Value, find
from agreement_kit.document import (
    Alignment,
    Block,
    Cell,
    Document,
    Inline,
    Paragraph,
    Row,
    SectionKind,
    Table,
    Text,
    plain_text,
)
from agreement_kit.library import Clause, Library
from agreement_kit.numbering import Labels
from agreement_kit.outlines import Pick, Template
from agreement_kit.overviews import header_row
from agreement_kit.pending import PendingLaw
from agreement_kit.problems import Path, Place, format_path, format_place
from agreement_kit.rendering import inline_of
from agreement_kit.rendering.filters import capital
from agreement_kit.schemas import inside_lists, rules_of


@dataclass(frozen=True, slots=True)
class Review:
    """A draft with all that went into it. `labels` are the draft's numbers, `kit` the kit's own clauses by id, against
    which those of own libraries are held; `unprinted` the paths of the input that no clause prints.
    """

    answers: Answers
    template: Template
    library: Library
    picks: tuple[Pick, ...]
    draft: Document
    labels: Labels
    kit: Mapping[str, Clause]
    pending: tuple[PendingLaw, ...]
    unprinted: tuple[str, ...]
    today: date

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses and parts that stand in the draft, in its order."""
        return tuple(pick.clause for pick in self.standing if pick.clause)

    @property
    def standing(self) -> tuple[Pick, ...]:
        """The picks that became sections of the draft; a schedule may have come out empty."""
        there = {section.id for section in self.draft.sections}
        return tuple(pick for pick in self.picks if pick.clause and pick.clause.id in there)


@dataclass(frozen=True, slots=True)
class Point:
    """One part of the sheet: `summary` stands on the first page; without blocks there is nothing more to say."""

    id: str
    title: str
    summary: str
    blocks: tuple[Block, ...] = ()
    kind: SectionKind = "clause"


# blocks

Content = str | tuple[Inline, ...]
"""Words, or what stands in a line."""


def inlines(content: Content) -> tuple[Inline, ...]:
    return (Text(content),) if isinstance(content, str) else content


def paragraph(content: Content) -> Paragraph:
    return Paragraph(inlines(content))


def heading(words: str) -> Paragraph:
    return Paragraph((Text(words),), style="heading")


def numbered(content: Content, level: int = 1) -> Paragraph:
    return Paragraph(inlines(content), level, numbered=True)


def below(content: Content) -> Paragraph:
    """Text that goes on under a numbered paragraph."""
    return Paragraph(inlines(content), 1)


def grid(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Content | list[Paragraph]]]) -> Table:
    """A table; a cell is words, or paragraphs below one another."""
    sides: list[Alignment] = ["left"] * len(heads)
    body = (Row(tuple(map(table_cell, row))) for row in rows)
    return Table((header_row(*heads), *body), tuple(sides), caption)


def table_cell(content: Content | list[Paragraph]) -> Cell:
    return Cell(tuple(content) if isinstance(content, list) else (paragraph(content),))


def counted(count: int, noun: str, nouns: str = "") -> str:
    return f"{count:,} {noun if count == 1 else nouns or f'{noun}s'}"


def listed(words: Iterable[str]) -> str:
    """a, b and c; each once, in the order given."""
    *first, last = dict.fromkeys(words)
    return f"{', '.join(first)} and {last}" if first else last


# names and places

EVERYWHERE = 6
"""An answer that decides more clauses than this is the whole draft's, and named once."""
FEW = 4
"""Lines named one by one; of more the rest is counted."""


def name_of(review: Review, clause_id: str) -> str:
    """12 Liability; Schedule 7 Data flows; Parties."""
    number = review.labels.sections.get(clause_id, "")
    titles = (plain_text(each.title) for each in review.draft.sections if each.id == clause_id)
    return f"{number} {next(titles, clause_id)}".strip()


def names_of(review: Review, ids: Iterable[str]) -> str:
    """clauses 1, 14 and 60, Schedule 7, and the part “Parties”."""
    ids = tuple(dict.fromkeys(ids))
    numbers = {each: review.labels.sections.get(each, "") for each in ids}
    clauses = [number for number in numbers.values() if number.isdigit()]
    words = [f"clause{'s' if len(clauses) > 1 else ''} {listed(clauses)}"] if clauses else []
    words += [number for number in numbers.values() if number and not number.isdigit()]
    return "; ".join([*words, *(f"“{name_of(review, each)}”" for each in ids if not numbers[each])])


def lines_of(review: Review, paths: Iterable[Path]) -> str:
    """lines 98, 99 and 100."""
    words = list(dict.fromkeys(line_of(review, path) for path in paths))
    numbers = [each.removeprefix("line ") for each in words]
    if len(words) == 1 or not all(each.isdigit() for each in numbers):
        return listed(words)
    shown = numbers if len(numbers) <= FEW else [*numbers[: FEW - 1], f"{len(numbers) - FEW + 1} more"]
    return f"lines {listed(shown)}"


def place_words(review: Review, place: Place) -> str:
    """line 214, where the place is in the form; else file and line."""
    source = review.answers.source
    if source and place.file == source.name:
        return f"line {place.line}" if place.line else format_path(place.path) or "the form as a whole"
    return format_place(place)


def line_of(review: Review, path: Path) -> str:
    return place_words(review, review.answers.place(path))


def value_inlines(value: Value) -> tuple[Inline, ...]:
    """A single answer as printed; yes or no of a truth value."""
    if isinstance(value, Truth):
        return (Text("yes" if value else "no"),)
    return (inline_of(value),)


def capitalised(value: Value) -> tuple[Inline, ...]:
    """The same at the beginning of a cell."""
    return value_inlines(value if isinstance(value, Truth) else capital(value))


def origin_words(review: Review, paths: Sequence[Path]) -> str:
    """Where values come from: their lines, or what they follow from where the form does not give them."""
    if given := [path for path in paths if path in review.answers.given]:
        return lines_of(review, given)
    return "the form does not say" if is_default(paths[0]) else "follows from other answers"


def path_of(value: Value) -> Path:
    """Where a value stands in the form."""
    return value.path if isinstance(value, Record | Listing) else value.paths[0] if value.paths else ()


def stated(review: Review, *path: str | int) -> Iterator[Inline]:
    """The answer at a path with where it comes from: Gold (line 14)."""
    value = find(review.answers.root, path)
    if value is None or isinstance(value, Record):
        yield Text("Not given")
        return
    yield from capitalised(value)
    yield Text(f" ({origin_words(review, [path_of(value)])})")


def steps_of(path: Path) -> tuple[str, ...]:
    """The path without list positions."""
    return tuple(step for step in path if isinstance(step, str))


def is_default(path: Path) -> bool:
    """Whether the schema says what silence at a path means."""
    rules = rules_of(steps_of(path))
    return rules is not None and "default" in rules["meta"]


def label_of(steps: tuple[str, ...]) -> str:
    """“Meetings: Working days for papers”."""
    found = [rules_of(steps[:length]) for length in range(1, len(steps) + 1)]
    above = [inside_lists(rules)["meta"]["label"] for rules in found[:-1] if rules]
    own = found[-1]["meta"]["label"] if found[-1] else ".".join(steps)
    return f"“{': '.join([*above[-1:], own])}”"
