"""A scored health check, or a leader's reflection, as a document: what to talk about first, a chart and its tables."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction

from agreement_kit.answers import Answers
from agreement_kit.document import Block, Document, Picture
from agreement_kit.drawing import BAND, GREY, LINE, WIDEST, Disc, Label, Shape, Stroke
from agreement_kit.partnership.health import (
    FEWEST,
    WIDE,
    Check,
    Result,
    Score,
    Statement,
    differences,
    mean_of,
    score,
    shown,
    strengths,
    to_discuss,
    warning_signs,
)
from agreement_kit.partnership.reports import grid, items, paragraph, report, section
from agreement_kit.partnership.responses import Response

NOT_SHOWN = "–"


def health_report(
    check: Check, answers: Answers, names: Mapping[str, str], on: date | None, *, left_out: int
) -> Document:
    """`names` maps the ids of partners to how they are called; `left_out` counts answers that could not be read."""
    groups = [group for group in names if any(group in result.groups for result in check.results)]
    return report(
        "Health check results",
        answers,
        on,
        section("first", "What to talk about first", *first_blocks(check)),
        section("answered", "Who answered", *answered_blocks(check, names, left_out)),
        section("sections", "The four parts at a glance", section_table(check, groups, names)),
        section("statements", "Every statement", chart(check, groups, names), statement_table(check, groups, names)),
        section("comments", "What people wrote", *comment_blocks(check)),
        section("actions", "What we do now", action_table()),
    )


def first_blocks(check: Check) -> Iterator[Block]:
    apart, strong, signs = differences(check), strengths(check), warning_signs(check)
    if not any(each.overall for each in check.results):
        yield paragraph(f"Fewer than {FEWEST} people answered, so no result can be shown.")
        return
    if apart:
        yield paragraph(
            "Here people differ most. Talk about these before anything else: a wide spread says more than a mean."
        )
        yield grid("Where people differ most", ("No.", "Statement", "Mean", "Spread"), map(short_row, apart), (0, 2, 3))
    else:
        yield paragraph(f"No statement has a spread of {WIDE} or more: people see the partnership alike.")
    yield paragraph("These are our strengths.")
    yield grid("The three strengths", ("No.", "Statement", "Mean", "Spread"), map(short_row, strong), (0, 2, 3))
    if signs:
        yield paragraph("These are warning signs.")
        yield from items(signs)
    else:
        yield paragraph("There are no warning signs: no low mean, no fall, nothing that many cannot answer.")


def short_row(result: Result) -> tuple[str, ...]:
    return (
        str(result.statement.number),
        result.statement.text,
        mean_words(result.overall),
        spread_words(result.overall),
    )


def mean_words(found: Score | None) -> str:
    return shown(found.mean) if found else NOT_SHOWN


def spread_words(found: Score | None) -> str:
    return str(found.spread) if found else NOT_SHOWN


def answered_blocks(check: Check, names: Mapping[str, str], left_out: int) -> Iterator[Block]:
    people = "1 person" if check.people == 1 else f"{check.people} people"
    yield paragraph(f"{people} answered. Each answered alone, from 1 (not at all) to 5 (fully).")
    if check.hidden:
        whose = ", ".join(names.get(each, each) for each in check.hidden)
        yield paragraph(f"Fewer than {FEWEST} people answered for {whose}, so their answers are not shown apart.")
    yield paragraph(
        f"A result of fewer than {FEWEST} answers is never shown, nor one from which it could be worked out; "
        f'"{NOT_SHOWN}" stands in its place.'
    )
    if left_out:
        what = "1 answer or row" if left_out == 1 else f"{left_out} answers or rows"
        yield paragraph(f"{what} could not be read and were left out; the command that made this report names them.")


def section_table(check: Check, groups: list[str], names: Mapping[str, str]) -> Block:
    rows = []
    for title, results in check.sections.items():
        spreads = [result.overall.spread for result in results if result.overall]
        changes = [result.change for result in results if result.change is not None]
        rows.append(
            (
                title,
                fraction_words(mean_of(result.overall for result in results)),
                str(max(spreads)) if spreads else NOT_SHOWN,
                *(fraction_words(mean_of(result.groups.get(group) for result in results)) for group in groups),
                trend_words(sum(changes, Fraction(0)) / len(changes) if changes else None),
            )
        )
    heads = ("Part", "Mean", "Widest spread", *(names[group] for group in groups), "Since the last round")
    return grid("Means of the four parts of the health check", heads, rows, range(1, len(heads) - 1))


def fraction_words(value: Fraction | None) -> str:
    return NOT_SHOWN if value is None else shown(value)


def trend_words(change: Fraction | None) -> str:
    """Up by 0.4, down by 0.2, no change; a dash where there is nothing to compare with."""
    if change is None:
        return NOT_SHOWN
    words = shown(abs(change))
    return "No change" if words == "0.0" else f"{'Up' if change > 0 else 'Down'} by {words}"


def statement_table(check: Check, groups: list[str], names: Mapping[str, str]) -> Block:
    rows = [
        (
            str(each.statement.number),
            each.statement.text,
            mean_words(each.overall),
            spread_words(each.overall),
            *(mean_words(each.groups.get(group)) for group in groups),
            str(each.unknown),
            trend_words(each.change),
        )
        for each in (*to_discuss(check), *(each for each in check.results if not each.overall))
    ]
    heads = ("No.", "Statement", "Mean", "Spread", *(names[each] for each in groups), "Don't know", "Since last round")
    sides = (0, *range(2, len(heads) - 1))
    return grid("Every statement, those with a wide spread first, then the lowest means", heads, rows, sides)


def comment_blocks(check: Check) -> Iterator[Block]:
    if not check.comments:
        yield paragraph("Nobody wrote a comment that can be shown.")
        return
    yield paragraph("Comments stand as they were written. Take out what points to a person before you pass this on.")
    rows = [(str(number), comment) for number, comment in check.comments]
    yield grid("Comments by statement", ("No.", "Comment"), rows, (0,))


def action_table() -> Block:
    return grid("What we do now, who does it, and by when", ("Action", "Owner", "By when"), [("", "", "")] * 3)


ROW, TOP, LEFT, RIGHT = 15.0, 30.0, 42.0, WIDEST - 14.0
LETTERS = "ABCDEFGHIJKL"


def chart(check: Check, groups: list[str], names: Mapping[str, str]) -> Picture:
    """For each statement a line from 1 to 5 with the mean of all, and beside it a lettered mark for each group."""
    known = [each for each in check.results if each.overall]
    height = TOP + ROW * len(known) + 10 + 12 * len(groups)
    shapes: list[Shape] = [*scale(TOP + ROW * len(known))]
    for at, each in enumerate(known):
        assert each.overall
        y = TOP + ROW * (at + 0.5)
        shapes.append(Label(LEFT - 14, y + 3, str(each.statement.number), 8.5, "end"))
        shapes.append(Stroke(LEFT, y, RIGHT, y, BAND))
        for letter, group in zip(LETTERS, groups, strict=False):
            if group in each.groups:
                x = across(each.groups[group].mean)
                shapes.append(Label(x, y - 2.5 if letter in "ACEGIK" else y + 7.5, letter, 7, "middle", bold=True))
        shapes.append(Disc(across(each.overall.mean), y, 3.2))
    for at, (letter, group) in enumerate(zip(LETTERS, groups, strict=False)):
        shapes.append(Label(LEFT, TOP + ROW * len(known) + 14 + 12 * at, f"{letter}  {names[group]}", 8))
    told = "; ".join(f"statement {each.statement.number} {mean_words(each.overall)}" for each in known)
    return Picture(
        "Mean of each statement, from 1 to 5",
        f"Means: {told or 'none can be shown'}.",
        WIDEST,
        round(height),
        tuple(shapes),
    )


def across(value: Fraction) -> float:
    return LEFT + float(value - 1) / 4 * (RIGHT - LEFT)


def scale(bottom: float) -> Iterator[Shape]:
    for value in range(1, 6):
        x = across(Fraction(value))
        yield Stroke(x, TOP - 6, x, bottom, LINE, 0.7)
        yield Label(x, TOP - 10, str(value), 8.5, "middle", colour=GREY)
    yield Label(LEFT - 36, TOP - 10, "No.", 8, colour=GREY)
    yield Disc(RIGHT - 92, 8, 3.2)
    yield Label(RIGHT - 85, 11, "Mean of all who answered", 7.5, colour=GREY)


# the leader's reflection

PILLARS_AT = {
    "conceiving": ("Convene", "Balance"),
    "forming": ("Balance", "Adapt"),
    "delivering": ("Focus",),
    "renewing": ("Envision", "Convene"),
}
"""Stage of the partnership → the pillars that count most in it."""


def reflection_report(
    responses: Iterable[Response], statements: tuple[Statement, ...], answers: Answers, stage: str, on: date | None
) -> Document:
    """How leaders see themselves against how others see them. Others are shown where three or more answered."""
    responses = tuple(responses)
    rows, gaps = [], []
    for each in statements:
        own = [r.score for r in responses if r.statement == each.number and r.group == "self" and r.score is not None]
        others = score(r.score for r in responses if r.statement == each.number and r.group == "other")
        mine = Fraction(sum(own), len(own)) if own else None
        gap = mine - others.mean if mine is not None and others else None
        rows.append((each, mine, others, gap))
        if gap is not None and abs(gap) >= 1:
            gaps.append((abs(gap), each, gap))
    weighty = PILLARS_AT.get(stage, ())
    first = [
        f"{each.section}: {each.text} You see yourself {shown(abs(gap))} "
        f"{'above' if gap > 0 else 'below'} how others do."
        for _, each, gap in sorted(
            gaps, key=lambda found: (found[1].section not in weighty, -found[0], found[1].number)
        )
    ]
    table = grid(
        "Each statement: the leader and the others",
        ("Pillar", "Statement", "Self", "Others", "Difference"),
        [
            (
                each.section,
                each.text,
                fraction_words(mine),
                mean_words(others),
                NOT_SHOWN if gap is None else shown(gap),
            )
            for each, mine, others, gap in rows
        ],
        (2, 3, 4),
    )
    opening = [paragraph(f"At this stage {' and '.join(weighty)} count most.")] if weighty else []
    none = paragraph("No difference of 1 or more can be shown.")
    return report(
        "Leader reflection results",
        answers,
        on,
        section("first", "What to talk about first", *opening, *(items(first) or (none,))),
        section("pillars", "The five pillars", pillar_table(rows)),
        section("statements", "Every statement", table),
        section("actions", "What I change", action_table()),
    )


def pillar_table(rows: list[tuple[Statement, Fraction | None, Score | None, Fraction | None]]) -> Block:
    found = []
    for pillar in dict.fromkeys(each.section for each, *_ in rows):
        mine = [own for each, own, _, _ in rows if each.section == pillar and own is not None]
        others = mean_of(other for each, _, other, _ in rows if each.section == pillar)
        own = sum(mine, Fraction(0)) / len(mine) if mine else None
        found.append((pillar, fraction_words(own), fraction_words(others)))
    return grid("The five pillars: the leader and the others", ("Pillar", "Self", "Others"), found, (1, 2))
