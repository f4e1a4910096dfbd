"""The tier that is worked out where the input names none."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from agreement_kit.answers import OpenItem
from agreement_kit.schemas.tiers import suggest_tier

TODAY = {"date": date(2026, 11, 20)}
FIVE_MONTHS = {"start": date(2027, 4, 1), "end": date(2027, 8, 31)}


def agreement(binding: str = "hybrid", **fields: Any) -> dict[str, Any]:
    return {"agreement": {"binding": binding, **fields}, "document": TODAY, "parties": [{}, {}]}


NOTHING = "nothing in budget, term or parties asks for less or more"


@pytest.mark.parametrize(
    ("tree", "tier", "why"),
    [
        (agreement(), "silver", NOTHING),
        (agreement("charter", budget=Decimal(900_000)), "bronze", "a charter does not bind and is best short"),
        (agreement("non_binding"), "bronze", "a memorandum does not bind and is best short"),
        (agreement(budget=Decimal(49_999)), "bronze", "the budget is below £50,000"),
        (agreement(budget=Decimal(50_000)), "silver", NOTHING),
        (agreement() | {"term": FIVE_MONTHS}, "bronze", "the term is shorter than six months"),
        (agreement() | {"parties": [{}, {}, {}]}, "gold", "there are 3 parties"),
        (agreement() | {"finance": {"pool": {"model": "pooled"}}}, "gold", "money is pooled"),
        (agreement() | {"people": {"tupe": "expected"}}, "gold", "staff are to transfer"),
        (agreement() | {"research": {"active": True}, "ip": {}}, "gold", "research will have results to own"),
        (agreement() | {"ip": {}}, "silver", NOTHING),
        (
            agreement(budget=Decimal(10_000)) | {"parties": [{}, {}, {}]},
            "silver",
            "the budget is below £50,000 and there are 3 parties",
        ),
        (
            agreement(deadline=date(2026, 12, 20)),
            "bronze",
            f"{NOTHING}, and 30 days until the deadline leave no time for more",
        ),
        (agreement(deadline=date(2027, 3, 31)), "silver", NOTHING),
    ],
)
def test_budget_term_deadline_and_what_is_carried_decide(tree: dict[str, Any], tier: str, why: str) -> None:
    assert suggest_tier(tree) == (tier, why)


def test_what_is_open_decides_nothing() -> None:
    item = OpenItem("?")
    tree = {"agreement": {"binding": item, "budget": item}, "parties": item, "term": item, "document": item}
    assert suggest_tier(tree)[0] == "silver"
    assert suggest_tier({})[0] == "silver"
