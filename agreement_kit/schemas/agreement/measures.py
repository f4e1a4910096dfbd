"""How the parties see whether it works: measures, dashboard, evaluation."""

from agreement_kit.schemas.agreement.codes import DIRECTIONS, EVALUATIONS, KPI_TYPES, PERIODS, RAG_BASES
from agreement_kit.schemas.agreement.shapes import frequency, records, texts
from agreement_kit.schemas.fields import (
    Rules,
    code,
    day,
    identifier,
    money,
    number,
    party_or_joint,
    record,
    reference,
    text,
    year,
)

RAG_LIMITS: dict[str, Rules] = {
    "basis": code(
        "Basis of the ratings",
        "Whether the two figures are values or, for trajectory, percentages of the line from baseline to target.",
        RAG_BASES,
    ),
    "green": number("Green from", "The figure at which, or better than which, the measure is green.", 70),
    "red": number("Red beyond", "The figure worse than which the measure is red; amber lies between.", 90),
}

KPIS = records(
    "Measures",
    "Measure",
    "The measures that show whether the objectives are reached; a few good ones are enough.",
    {
        "id": identifier("Measure id", "A short code by which others refer to it.", "K1", required=True),
        "name": text("Name of the measure", "What is measured, in a few words.", "Median set-up time", required=True),
        "objective": reference("objectives", "Objective of the measure", "The id of the objective it shows.", "O1"),
        "type": code(
            "Type of measure",
            "What kind of thing it measures, because outputs alone do not show a difference made.",
            KPI_TYPES,
        ),
        "unit": text("Unit", "What the figures count, in the words to print after a number.", "days"),
        "baseline": number("Baseline", "Where you stand today; without it nobody can see a change.", 118, renewed=True),
        "baseline_date": day("Date of the baseline", "The day for which the baseline holds.", "2026-09-30"),
        "no_baseline_reason": text(
            "Reason for having no baseline",
            "If there is no baseline yet, why, and when there will be one.",
            "First measured after three months",
        ),
        "target": number("Target", "The figure you want to reach, ambitious and still believable.", 60, renewed=True),
        "target_date": day("Date of the target", "The day by which you want to reach it.", "2029-03-31"),
        "direction": code("Direction", "Whether a higher or a lower figure is better.", DIRECTIONS),
        "frequency": frequency("Measuring", "How often it is measured, no more often than it can change.", "monthly"),
        "owner": party_or_joint("Owner of the measure", "The party that supplies the figure, or joint.", "trust"),
        "source": text(
            "Source of the figures", "Where they come from, so that all parties trust them.", "study management system"
        ),
        "decision_use": text(
            "Use in decisions",
            "What you would decide by it; if nothing, drop the measure.",
            "where to place contract staff",
        ),
        "rag": record("Ratings", "At which figures the measure turns green or red.", RAG_LIMITS),
    },
)

DASHBOARD = record(
    "Dashboard",
    "Who sees the measures, and how often.",
    {
        "frequency": frequency(
            "Issue of the dashboard", "How often it comes out, so that people learn to expect it.", default="quarterly"
        ),
        "audience": texts(
            "Readers of the dashboard", "Who sees it, because a measure nobody sees changes nothing.", "all JRO staff"
        ),
        "owner": party_or_joint("Owner of the dashboard", "The party that prepares it from the figures of all.", "uni"),
    },
)

BENEFIT: dict[str, Rules] = {
    "name": text(
        "Benefit", "What is gained, so that it can be set against the cost.", "Staff hours saved", required=True
    ),
    "amount": money("Value of the benefit", "What it is worth in money, if that can be said.", 160000),
    "period": code("Period of the benefit", "The period the value is for, so that it is not counted twice.", PERIODS),
    "kpi": reference("kpis", "Measure of the benefit", "The id of the measure that shows it.", "K3"),
}

EVALUATION = record(
    "Evaluation",
    "How the partnership shows that it was worth the effort.",
    {
        "type": code(
            "Type of evaluation", "Who evaluates it, since an outsider is believed more readily.", EVALUATIONS
        ),
        "year": year("Year of the evaluation", "The year in which it takes place.", 2029),
        "roi": record(
            "Return on investment",
            "What goes in against what comes out.",
            {
                "inputs_cost": money("Cost of all inputs", "What the partnership costs over the term.", 2460000),
                "benefits": records("Benefits", "Benefit", "What comes out, in money or by a measure.", BENEFIT),
            },
        ),
    },
)

MEASURES: dict[str, Rules] = {"kpis": KPIS, "dashboard": DASHBOARD, "evaluation": EVALUATION}
