"""How far the measures have come: rows of figures and the answers → ratings. Red, amber and green are words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from agreement_kit.answers import Answers, Day, Number, Record, Whole, Words, find, records
from agreement_kit.partnership.spreadsheets import Cell, Sheet, day, number, unknown
from agreement_kit.problems import Problem, warning

Rating = Literal["Red", "Amber", "Green", "No figure", "Not rated"]
WORST_FIRST: tuple[Rating, ...] = ("Red", "Amber", "No figure", "Not rated", "Green")

DAYS_BETWEEN = {
    "weekly": 7,
    "fortnightly": 14,
    "monthly": 31,
    "every_two_months": 62,
    "quarterly": 92,
    "six_monthly": 184,
    "annual": 366,
}
"""Frequency → the days after which the next figure is due; half as many again are allowed for collecting it."""


@dataclass(frozen=True, slots=True)
class Figure:
    on: date
    value: Decimal


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of the agreement with its figures up to a day. Fields that the input leaves open are None or empty."""

    id: str
    name: str
    objective: str
    unit: str
    owner: str
    frequency: str
    direction: str
    baseline: Figure | None
    target: Figure | None
    basis: str
    green: Decimal | None
    red: Decimal | None
    figures: tuple[Figure, ...] = ()

    @property
    def latest(self) -> Figure | None:
        return self.figures[-1] if self.figures else None

    @property
    def points(self) -> tuple[Figure, ...]:
        """The figures, after the baseline where they do not repeat it."""
        first = self.baseline
        if first is None or any(each.on == first.on for each in self.figures):
            return self.figures
        return tuple(sorted((first, *self.figures), key=lambda each: each.on))


def measures_of(answers: Answers) -> tuple[Measure, ...]:
    """The measures of the agreement, without figures yet."""
    return tuple(map(measure_of, records(find(answers.root, ("kpis",)))))


def measure_of(kpi: Record) -> Measure:
    rag = kpi.fields.get("rag")
    marks = rag.fields if isinstance(rag, Record) else {}
    return Measure(
        id=str(kpi["id"]),
        name=printed(kpi, "name"),
        objective=code(kpi, "objective"),
        unit=printed(kpi, "unit"),
        owner=printed(kpi, "owner"),
        frequency=code(kpi, "frequency"),
        direction=code(kpi, "direction") or "up",
        baseline=figure(kpi, "baseline_date", "baseline"),
        target=figure(kpi, "target_date", "target"),
        basis=code(Record(marks), "basis") or "value",
        green=amount(marks.get("green")),
        red=amount(marks.get("red")),
    )


def printed(record: Record, name: str) -> str:
    return getattr(record.fields.get(name), "printed", "")


def code(record: Record, name: str) -> str:
    value = record.fields.get(name)
    return str(value) if isinstance(value, Words) else ""


def amount(value: object) -> Decimal | None:
    return Decimal(value) if isinstance(value, Number | Whole) else None


def figure(record: Record, on: str, name: str) -> Figure | None:
    moment, value = record.fields.get(on), amount(record.fields.get(name))
    return Figure(moment, value) if isinstance(moment, Day) and value is not None else None


def read_figures(sheet: Sheet, known: Iterable[str]) -> tuple[dict[str, tuple[Figure, ...]], tuple[Problem, ...]]:
    """Measure id → its figures in the order of their days; and a warning for each row that is left out or out of order.
    Raises ProblemsFound where a column is missing.
    """
    by_name = {each.lower(): each for each in known}
    which, when, what = (
        sheet.needed("kpi", "measure", "id"),
        sheet.needed("date", "day"),
        sheet.needed("value", "figure"),
    )
    problems = list(sheet.problems)
    found: dict[str, dict[date, Figure]] = {}
    for row in sheet.rows:
        named, moment, value = row[which], day(row[when].text), number(row[what].text)
        if named.text.lower() not in by_name:
            problems.append(unknown(named, "MEAS-01", "measure", by_name.values()))
        elif moment is None:
            problems.append(left_out(row[when], "MEAS-02", "is no date", "Write 2027-09-30 or 30/09/2027."))
        elif value is None:
            problems.append(left_out(row[what], "MEAS-03", "is no number"))
        else:
            series = found.setdefault(by_name[named.text.lower()], {})
            if moment in series:
                problems.append(left_out(row[when], "MEAS-04", f"stands twice for {named.text}"))
                continue
            if series and moment < max(series):
                sentence = f"{row[when].text} comes after a later date of {named.text}; the figures are put in order"
                problems.append(warning(row[when].place, "MEAS-05", sentence))
            series[moment] = Figure(moment, value)
    ordered = {key: tuple(sorted(series.values(), key=lambda each: each.on)) for key, series in found.items()}
    return ordered, tuple(problems)


def left_out(cell: Cell, rule: str, what: str, hint: str = "") -> Problem:
    return warning(cell.place, rule, f'"{cell.text}" {what}; the row is left out', hint)


def with_figures(
    measures: Iterable[Measure], figures: Mapping[str, tuple[Figure, ...]], today: date
) -> tuple[Measure, ...]:
    """The measures with their figures up to today."""
    from dataclasses import replace

    return tuple(
        replace(each, figures=tuple(found for found in figures.get(each.id, ()) if found.on <= today))
        for each in measures
    )


def expected(measure: Measure, on: date) -> Decimal | None:
    """The value on the straight line from baseline to target; the target's after its day. None without both."""
    start, end = measure.baseline, measure.target
    if start is None or end is None or end.on <= start.on:
        return None
    share = Decimal(min(max((on - start.on).days, 0), (end.on - start.on).days)) / (end.on - start.on).days
    return start.value + (end.value - start.value) * share


def rating(measure: Measure) -> Rating:
    """Green where the latest figure is at or better than the first mark, red where it is worse than the second. On the
    basis of the trajectory both are read as a percentage of the way that should have been made by then.
    """
    latest = measure.latest
    if latest is None:
        return "No figure"
    value = reached(measure, latest) if measure.basis == "trajectory" else latest.value
    if value is None or measure.green is None or measure.red is None:
        return "Not rated"
    sign = -1 if measure.direction == "down" and measure.basis != "trajectory" else 1
    if sign * value >= sign * measure.green:
        return "Green"
    return "Red" if sign * value < sign * measure.red else "Amber"


def reached(measure: Measure, latest: Figure) -> Decimal | None:
    """How much of the way that should have been made by then has been made, in percent."""
    should = expected(measure, latest.on)
    start = measure.baseline
    if should is None or start is None or should == start.value:
        return None
    return (latest.value - start.value) / (should - start.value) * 100


def trend(measure: Measure) -> str:
    """Better, worse or level with the figure before; "" where there is none."""
    if len(measure.points) < 2:
        return ""
    before, last = measure.points[-2].value, measure.points[-1].value
    if before == last:
        return "Level"
    return "Better" if (last > before) == (measure.direction != "down") else "Worse"


def is_late(measure: Measure, today: date) -> bool:
    """Whether a new figure should have come by now."""
    days = DAYS_BETWEEN.get(measure.frequency)
    latest = measure.points[-1] if measure.points else None
    return bool(days and latest and (today - latest.on).days > days * 3 // 2)


def worst(ratings: Iterable[Rating]) -> Rating:
    """What a group of measures is called: the rating of its worst."""
    return min(ratings, key=WORST_FIRST.index, default="No figure")
