"""Measures: what each must say of itself, and whether its figures and dates agree with one another."""

from collections.abc import Iterator

from agreement_kit.answers import Answers, Day, Number, Record, Words
from agreement_kit.checks.findings import Finding
from agreement_kit.checks.parts import entries, given, is_silent, lacks, leaf, quoted
from agreement_kit.rules import rule

UNTIL_WHOLE = 100


@rule("KPI-01", "error")
def targets_without_baseline(answers: Answers) -> Iterator[Finding]:
    """A measure with a target and neither a baseline nor a reason for having none.

    Why: without knowing where you start nobody can see a change, nor whether the target asks for one.
    Remedy: measure it, or say under `no_baseline_reason` when there will be a baseline.
    """
    for kpi in measures(answers):
        if not lacks(kpi, "target") and lacks(kpi, "baseline", "no_baseline_reason"):
            sentence = f"{called(kpi)} has a target and no baseline; say where you stand today"
            yield Finding(kpi.path, sentence, "If you do not know yet, say why under no_baseline_reason.")


@rule("KPI-02", "warning")
def measures_without_objective(answers: Answers) -> Iterator[Finding]:
    """A measure that shows no objective.

    Why: figures that nobody decides by are collected for their own sake.
    Remedy: name the objective that it shows, or drop the measure.
    """
    for kpi in measures(answers):
        if lacks(kpi, "objective"):
            yield Finding(kpi.path, f"{called(kpi)} shows no objective; name one or drop the measure")


@rule("KPI-03", "warning")
def measures_without_owner(answers: Answers) -> Iterator[Finding]:
    """A measure for which no party supplies the figure.

    Why: it will be blank in the first dashboard.
    Remedy: name the party, or joint, under `owner`.
    """
    for kpi in measures(answers):
        if lacks(kpi, "owner"):
            yield Finding(kpi.path, f"nobody supplies the figures of {called(kpi)}; name its owner")


@rule("KPI-04", "warning")
def measures_without_target(answers: Answers) -> Iterator[Finding]:
    """A measure without a target, or with a target and no date for it.

    Why: a figure without a target can be good or bad, and one without a date is never missed.
    Remedy: say what you want to reach and by when, or tbc.
    """
    for kpi in measures(answers):
        if lacks(kpi, "target"):
            yield Finding(kpi.path, f"{called(kpi)} has no target")
        elif lacks(kpi, "target_date"):
            yield Finding(kpi.path, f"{called(kpi)} has a target and no target_date")


@rule("KPI-05", "error")
def targets_the_wrong_way(answers: Answers) -> Iterator[Finding]:
    """A target that lies on the worse side of the baseline.

    Why: the measure would turn green as things get worse.
    Remedy: correct the direction, the baseline or the target.
    """
    for kpi in measures(answers):
        baseline, target, direction = figures(kpi)
        if baseline is None or target is None or target == baseline:
            continue
        side, wrong = ("below", "up") if target < baseline else ("above", "down")
        if direction == wrong:
            sentence = f"{called(kpi)} is to go {wrong}, and its target {target.printed} is {side} its baseline"
            hint = "Correct the direction, the baseline or the target."
            yield Finding((*kpi.path, "direction"), f"{sentence} {baseline.printed}", hint)


@rule("KPI-06", "warning")
def measures_without_direction(answers: Answers) -> Iterator[Finding]:
    """A measure with a target or ratings that does not say whether higher or lower is better.

    Why: a rating cannot be worked out without it, and readers guess differently.
    Remedy: write `direction: up` or `direction: down`.
    """
    for kpi in measures(answers):
        if lacks(kpi, "direction") and not lacks(kpi, "target", "rag"):
            yield Finding(kpi.path, f"{called(kpi)} does not say which way is better; add direction: up or down")


@rule("KPI-07", "error")
def ratings_the_wrong_way(answers: Answers) -> Iterator[Finding]:
    """Ratings of which green is not better than red, given the direction. On the basis of a trajectory higher is always
    better.

    Why: a figure would be green and red at once.
    Remedy: change the two figures about, or correct the direction.
    """
    for kpi in measures(answers):
        rag = kpi.fields.get("rag")
        green, red, direction = leaf(rag, "green", Number), leaf(rag, "red", Number), leaf(kpi, "direction", Words)
        basis = leaf(rag, "basis", Words)
        if green is None or red is None or not isinstance(rag, Record):
            continue
        upward = basis == "trajectory" or direction == "up"
        if (upward and green <= red) or (direction == "down" and basis == "value" and green >= red):
            sentence = (
                f"{called(kpi)} is green from {green.printed} and red beyond {red.printed}, "
                f"though {'higher' if upward else 'lower'} is better"
            )
            yield Finding((*rag.path, "green"), sentence, "Change the two about, or correct the direction.")


@rule("KPI-08", "error")
def targets_before_baselines(answers: Answers) -> Iterator[Finding]:
    """A target that is to be reached on or before the day for which the baseline holds.

    Why: it cannot be.
    Remedy: correct one of the two dates.
    """
    for kpi in measures(answers):
        start, end = leaf(kpi, "baseline_date", Day), leaf(kpi, "target_date", Day)
        if start and end and end <= start:
            sentence = f"{called(kpi)} is to reach its target on {end.printed}, and its baseline is of {start.printed}"
            yield Finding((*kpi.path, "target_date"), sentence)


@rule("KPI-09", "warning")
def percentages_beyond_all(answers: Answers) -> Iterator[Finding]:
    """A measure in percent of which the baseline or target is above 100 or below 0.

    Why: no share is larger than the whole; growth in percent is better said in figures.
    Remedy: correct the figure or the unit.
    """
    for kpi in measures(answers):
        unit = leaf(kpi, "unit", Words)
        for field in (
            ("baseline", "target") if unit is not None and unit.lower() in ("percent", "%", "per cent") else ()
        ):
            value = leaf(kpi, field, Number)
            if value is not None and not 0 <= value <= UNTIL_WHOLE:
                yield Finding((*kpi.path, field), f"the {field} of {called(kpi)} is {value.printed} percent")


@rule("KPI-10", "warning")
def delivering_without_measures(answers: Answers) -> Iterator[Finding]:
    """A partnership that is delivering and has no measures.

    Why: once it delivers, those who pay for it ask what comes out.
    Remedy: add measures under `kpis`, or correct `agreement.stage`.
    """
    stage = given(answers, "agreement", "stage")
    if stage == "delivering" and is_silent(answers, "kpis"):
        yield Finding(("agreement", "stage"), "the partnership is delivering, and nothing is measured; add kpis")


@rule("KPI-11", "warning")
def benefits_that_nothing_shows(answers: Answers) -> Iterator[Finding]:
    """A benefit in the return on investment with neither a value in money nor a measure, or an amount of no period.

    Why: it cannot be set against the cost.
    Remedy: give it an amount and a period, or name the measure that shows it.
    """
    for benefit in entries(answers, "evaluation", "roi", "benefits", by="name"):
        if lacks(benefit, "amount", "kpi"):
            yield Finding(benefit.path, f"nothing shows the {quoted('benefit', benefit, 'name')}; add an amount or kpi")
        elif not lacks(benefit, "amount") and lacks(benefit, "period"):
            yield Finding(benefit.path, f"the amount of the {quoted('benefit', benefit, 'name')} is for no period")


def measures(answers: Answers) -> Iterator[Record]:
    """Each measure that has a name."""
    return entries(answers, "kpis", by="name")


def called(kpi: Record) -> str:
    return f"measure {kpi['id']}" if isinstance(kpi.fields.get("id"), Words) else quoted("measure", kpi, "name")


def figures(kpi: Record) -> tuple[Number | None, Number | None, Words | None]:
    return leaf(kpi, "baseline", Number), leaf(kpi, "target", Number), leaf(kpi, "direction", Words)


RULES = (
    targets_without_baseline,
    measures_without_objective,
    measures_without_owner,
    measures_without_target,
    targets_the_wrong_way,
    measures_without_direction,
    ratings_the_wrong_way,
    targets_before_baselines,
    percentages_beyond_all,
    delivering_without_measures,
    benefits_that_nothing_shows,
)
