"""The tier that suits an agreement which names none: from its budget, term and deadline, and what it has to carry."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

SMALL_BUDGET = Decimal(50_000)
SHORT_TERM = 183
"""Days: half a year."""
LITTLE_TIME = 42
"""Days from this version to the deadline in which a longer text cannot be agreed."""

TIERS = ("bronze", "silver", "gold")

RESEARCH = ("joint_research_office", "research_collaboration")
WORDS = {"charter": "a charter does not bind", "non_binding": "a memorandum does not bind"}


def suggest_tier(tree: dict[str, Any]) -> tuple[str, str]:
    """The tier for a checked tree, and why. The date of the version is its today; what is open decides nothing."""
    binding = at(tree, "agreement", "binding")
    if binding in WORDS:
        return "bronze", f"{WORDS[binding]} and is best short"
    light, heavy = list(reasons_for_less(tree)), list(reasons_for_more(tree))
    place = 1 - bool(light) + bool(heavy)
    why = " and ".join([*light, *heavy]) or "nothing in budget, term or parties asks for less or more"
    left = days_between(at(tree, "document", "date"), at(tree, "agreement", "deadline"))
    if place and left is not None and left <= LITTLE_TIME:
        place, why = place - 1, f"{why}, and {days_words(left)} until the deadline leave no time for more"
    return TIERS[place], why


def reasons_for_less(tree: dict[str, Any]) -> Iterator[str]:
    budget = at(tree, "agreement", "budget")
    if isinstance(budget, Decimal) and budget < SMALL_BUDGET:
        yield "the budget is below £50,000"
    days = days_between(at(tree, "term", "start"), at(tree, "term", "end"))
    if days is not None and days < SHORT_TERM:
        yield "the term is shorter than six months"


def reasons_for_more(tree: dict[str, Any]) -> Iterator[str]:
    parties = tree.get("parties")
    if isinstance(parties, list) and len(parties) > 2:
        yield f"there are {len(parties)} parties"
    if at(tree, "finance", "pool", "model") == "pooled":
        yield "money is pooled"
    if at(tree, "people", "tupe") == "expected":
        yield "staff are to transfer"
    researches = at(tree, "research", "active") is True or at(tree, "agreement", "kind") in RESEARCH
    if researches and at(tree, "ip") is not None:
        yield "research will have results to own"


def at(tree: Any, *steps: str) -> Any:
    """What stands at a path; None where that is nothing, or below something open."""
    for step in steps:
        tree = tree.get(step) if isinstance(tree, dict) else None
    return tree


def days_between(first: object, last: object) -> int | None:
    return (last - first).days if isinstance(first, date) and isinstance(last, date) else None


def days_words(days: int) -> str:
    return "no days" if days <= 0 else "1 day" if days == 1 else f"{days} days"
