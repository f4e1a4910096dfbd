"""The dashboard as a document: what needs attention, each measure with its line, objectives, milestones, the return."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from agreement_kit.answers import Answers, Day, Number, Record, find, format_date, format_money, records
from agreement_kit.document import Block, Document, Picture, Section
from agreement_kit.drawing import ACCENT, GREY, LINE, PAPER, WIDEST, Disc, Label, Shape, Stroke
from agreement_kit.partnership.measures import (
    WORST_FIRST,
    Measure,
    code,
    expected,
    is_late,
    printed,
    rating,
    trend,
    worst,
)
from agreement_kit.partnership.reports import grid, items, paragraph, report, section
from agreement_kit.rendering.filters import capital

SOON = 30
"""Days before a milestone is due in which it stands among what needs attention."""


def dashboard(measures: Sequence[Measure], answers: Answers, today: date) -> Document:
    """The report on measures that hold their figures, as of today."""
    ordered = sorted(measures, key=lambda each: WORST_FIRST.index(rating(each)))
    return report(
        "Dashboard",
        answers,
        today,
        section("attention", "What needs attention", *attention(ordered, answers, today)),
        section("measures", "The measures at a glance", *glance(ordered)),
        *measure_sections(ordered),
        section("objectives", "The objectives", *objective_blocks(measures, answers)),
        section("milestones", "The milestones", *milestone_blocks(answers, today)),
        section("return", "What it costs and what it brings", *return_blocks(measures, answers)),
    )


def attention(measures: Sequence[Measure], answers: Answers, today: date) -> Iterator[Block]:
    found = [
        f"{each.id} {each.name} is red: {value_words(each)}{aim_words(each)}{owner_words(each.owner)}."
        for each in measures
        if rating(each) == "Red"
    ]
    found += [
        f"Milestone {printed(each, 'id')} ({printed(each, 'title')}) {state}{owner_words(printed(each, 'owner'))}."
        for each, state in milestone_states(answers, today)
        if state.startswith(("was due", "is due in"))
    ]
    late = (each for each in measures if is_late(each, today))
    found += [f"{each.id} {each.name} has no new figure although one is due." for each in late]
    found += [f"{each.id} {each.name} has no figure yet." for each in measures if rating(each) == "No figure"]
    if found:
        yield from items(found)
    else:
        yield paragraph("Nothing: no measure is red or late, and no milestone is overdue.")


def owner_words(owner: str) -> str:
    return f" ({owner})" if owner else ""


def value_words(measure: Measure) -> str:
    latest = measure.latest
    return f"{with_unit(latest.value, measure.unit)} on {format_date(latest.on)}" if latest else "no figure"


def aim_words(measure: Measure) -> str:
    target = measure.target
    return f", {with_unit(target.value, measure.unit)} wanted by {format_date(target.on)}" if target else ""


def with_unit(value: Decimal, unit: str) -> str:
    """90%, 60 days, 3.4 score 1-5; without zeros that say nothing."""
    figure = f"{value.normalize():,f}" if value != value.to_integral_value() else f"{value:,.0f}"
    return f"{figure}%" if unit == "percent" else f"{figure} {unit}".rstrip()


def glance(measures: Sequence[Measure]) -> Iterator[Block]:
    rows = [
        (
            f"{each.id} {each.name}",
            with_unit(each.baseline.value, each.unit) if each.baseline else "–",
            value_words(each) if each.latest else "–",
            with_unit(each.target.value, each.unit) if each.target else "–",
            rating(each),
            trend(each) or "–",
        )
        for each in measures
    ]
    heads = ("Measure", "Baseline", "Latest", "Target", "Rating", "Against the figure before")
    yield grid("The measures, the worst first", heads, rows) if rows else paragraph("The agreement has no measures.")


def measure_sections(measures: Sequence[Measure]) -> Iterator[Section]:
    for each in measures:
        points = each.points
        blocks: list[Block] = [paragraph(f"{rating(each)}. {capital(value_words(each))}{aim_words(each)}.")]
        if len(points) > 1:
            blocks.append(line_chart(each))
        if points:
            rows = [
                (format_date(found.on), with_unit(found.value, each.unit), should_words(each, found.on))
                for found in points
            ]
            blocks.append(grid(f"Figures of {each.id}", ("Date", "Figure", "On the way to the target"), rows, (1, 2)))
        yield section(f"measure-{each.id.lower()}", f"{each.id} {each.name}", *blocks)


def should_words(measure: Measure, on: date) -> str:
    value = expected(measure, on)
    return "–" if value is None else with_unit(value.quantize(Decimal("0.1")), measure.unit)


TOP, BOTTOM, LEFT, RIGHT, HEIGHT = 14.0, 84.0, 40.0, WIDEST - 46.0, 104


def line_chart(measure: Measure) -> Picture:
    """The figures as a line, the way from baseline to target as a straight one."""
    points = measure.points
    aims = [each for each in (measure.baseline, measure.target) if each]
    days = [each.on for each in (*points, *aims)]
    values = [each.value for each in (*points, *aims)]
    low, high, first, last = min(values), max(values), min(days), max(days)

    def x(on: date) -> float:
        return LEFT + (on - first).days / max((last - first).days, 1) * (RIGHT - LEFT)

    def y(value: Decimal) -> float:
        return BOTTOM - float((value - low) / (high - low if high > low else 1)) * (BOTTOM - TOP)

    shapes: list[Shape] = [Stroke(LEFT, BOTTOM + 6, RIGHT, BOTTOM + 6, LINE)]
    shapes += [
        Label(LEFT, HEIGHT - 3, format_date(first), 7.5, colour=GREY),
        Label(RIGHT, HEIGHT - 3, format_date(last), 7.5, "end", colour=GREY),
    ]
    if len(aims) == 2:
        start, end = aims
        shapes.append(Stroke(x(start.on), y(start.value), x(end.on), y(end.value), LINE, 1.5))
        shapes.append(Disc(x(end.on), y(end.value), 3.5, PAPER, ACCENT))
        shapes.append(Label(x(end.on) + 6, y(end.value) + 3, with_unit(end.value, ""), 8, bold=True))
    for one, two in pairwise(points):
        shapes.append(Stroke(x(one.on), y(one.value), x(two.on), y(two.value), ACCENT, 2))
    shapes += [Disc(x(each.on), y(each.value), 3) for each in points]
    begin, latest = points[0], points[-1]
    shapes.append(Label(x(begin.on) - 5, y(begin.value) + 3, with_unit(begin.value, ""), 8, "end"))
    shapes.append(Label(x(latest.on), y(latest.value) - 7, with_unit(latest.value, ""), 8, "middle", bold=True))
    told = "; ".join(f"{format_date(each.on)} {with_unit(each.value, measure.unit)}" for each in points)
    words = f"The line of figures: {told}.{' The ring is the target.' if len(aims) == 2 else ''}"
    return Picture(f"{measure.id} {measure.name}", words, WIDEST, HEIGHT, tuple(shapes))


def objective_blocks(measures: Sequence[Measure], answers: Answers) -> Iterator[Block]:
    rows = []
    for each in records(find(answers.root, ("objectives",))):
        own = [measure for measure in measures if measure.objective == str(each["id"])]
        named = ", ".join(f"{measure.id} {rating(measure).lower()}" for measure in own)
        state = worst(map(rating, own)) if own else "No measure"
        rows.append(
            (f"{each['id']} {printed(each, 'text')}", capital(printed(each, "lead")) or "–", state, named or "–")
        )
    heads = ("Objective", "Led by", "Rating", "Because of")
    yield (
        grid("The objectives, each as good as its worst measure", heads, rows)
        if rows
        else paragraph("The agreement has no objectives.")
    )


def milestone_states(answers: Answers, today: date) -> Iterator[tuple[Record, str]]:
    """Each milestone that has a date, and how it stands today."""
    for each in records(find(answers.root, ("plan", "milestones"))):
        due, done = each.fields.get("due"), each.fields.get("done")
        if isinstance(done, Day) and done <= today:
            yield each, f"was reached on {format_date(done)}"
        elif isinstance(due, Day):
            days = due.toordinal() - today.toordinal()
            if days < 0:
                yield each, f"was due on {format_date(due)}, {-days} {'day' if days == -1 else 'days'} ago"
            elif days <= SOON:
                yield each, "is due today" if not days else f"is due in {days} {'day' if days == 1 else 'days'}"
            else:
                yield each, f"is due on {format_date(due)}"


def milestone_blocks(answers: Answers, today: date) -> Iterator[Block]:
    rows = [
        (
            f"{printed(each, 'id')} {printed(each, 'title')}",
            capital(printed(each, "owner")) or "–",
            capital(state),
        )
        for each, state in milestone_states(answers, today)
    ]
    if rows:
        yield grid("The milestones against today", ("Milestone", "Owner", "State"), rows)
        yield paragraph("A milestone counts as reached once its day stands under plan.milestones[].done.")
    else:
        yield paragraph("The plan has no milestones with dates.")


def return_blocks(measures: Sequence[Measure], answers: Answers) -> Iterator[Block]:
    """Cost against benefits over the term; what is no money is shown by its measure."""
    cost = find(answers.root, ("evaluation", "roi", "inputs_cost"))
    years = years_of(answers)
    rows, total = [], Decimal(0)
    for each in records(find(answers.root, ("evaluation", "roi", "benefits"))):
        value, period = each.fields.get("amount"), code(each, "period")
        if isinstance(value, Number):
            over = value * times(period, years)
            total += over
            stated = f"{value.printed} {printed(each, 'period')}".rstrip()
            rows.append((printed(each, "name"), stated, format_money(over)))
        else:
            measure = next((found for found in measures if found.id == code(each, "kpi")), None)
            rows.append((printed(each, "name"), "–", gain_words(measure) if measure else "–"))
    if not rows and not isinstance(cost, Number):
        yield paragraph("The agreement does not say what it costs or what it brings (evaluation.roi).")
        return
    if isinstance(cost, Number):
        yield paragraph(f"It costs {cost.printed} over the whole term.")
        if total:
            share = (total / cost).quantize(Decimal("0.01")) if cost else Decimal(0)
            yield paragraph(f"What can be put in money brings {format_money(total)}: £{share} for each pound put in.")
    if rows:
        yield grid("What the partnership brings", ("Benefit", "As stated", "Over the term"), rows, (2,))
    yield paragraph("These are the figures that the agreement states. An evaluation tests them.")


def gain_words(measure: Measure) -> str:
    if not measure.latest or not measure.baseline:
        return "–"
    change = measure.latest.value - measure.baseline.value
    return f"{'+' if change > 0 else ''}{with_unit(change, measure.unit)} since the baseline"


def years_of(answers: Answers) -> Decimal:
    """The length of the term in years, to a tenth; one where it has no dates."""
    start, end = find(answers.root, ("term", "start")), find(answers.root, ("term", "end"))
    if isinstance(start, Day) and isinstance(end, Day) and end > start:
        return (Decimal((end - start).days + 1) / Decimal("365.25")).quantize(Decimal("0.1"))
    return Decimal(1)


def times(period: str, years: Decimal) -> Decimal:
    """How often a sum of that period comes in the whole term."""
    return {"year": years, "quarter": years * 4, "month": years * 12}.get(period, Decimal(1))
