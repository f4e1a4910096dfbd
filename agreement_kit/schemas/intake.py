"""The schema of an intake: what one partner says before the agreement is drafted, in the agreement's own vocabulary.
Every part is optional; the partners are those whom the agreement, or the other intakes, name.
"""

from collections.abc import Collection
from typing import Any

from agreement_kit.schemas.agreement import AGREEMENT
from agreement_kit.schemas.agreement.shapes import texts
from agreement_kit.schemas.fields import Rules, code, day, record, text

PERSPECTIVES = {
    "organisation": "the organisation",
    "workforce": "the people who work there",
    "service_users": "the people whom it serves",
}


def intake_schema(parties: Collection[str]) -> dict[str, Rules]:
    """The schema for intakes of these partners, by id."""
    who = record(
        "Intake",
        "Who says all this.",
        {
            "party": text("Partner", "The id of the partner that speaks.", "uni", required=True, allowed=list(parties)),
            "perspective": code("Perspective", "Whose view it is.", PERSPECTIVES, default="organisation"),
            "date": day("Date of the intake", "When it was said.", "2026-09-14"),
        },
        required=True,
    )
    worries = texts("Challenges", "What worries this partner, the greatest worry first.", "double handling")
    return {"intake": who, **{name: loosened(rules) for name, rules in AGREEMENT.items()}, "challenges": worries}


def loosened(rules: Rules) -> Rules:
    """The same field, with nothing required, and with any text where the agreement asks for an id."""
    found: dict[str, Any] = {key: value for key, value in rules.items() if key not in ("required", "refers_to")}
    if rules["meta"]["kind"] == "record":
        found["schema"] = {name: loosened(field) for name, field in rules["schema"].items()}
    elif rules["meta"]["kind"] == "list":
        found["schema"] = loosened(rules["schema"])
    return found
