"""Agreements with two and with eight parties in every depth and state: the answers of a sample, with more of everything
that makes pages long or wide.
"""

from copy import deepcopy
from functools import cache
from typing import Any

from inputs import SAMPLES, printed

from agreement_kit import check, load
from agreement_kit.answers import Answers

TIERS = ("bronze", "silver", "gold")
STATES = ("internal", "draft", "agreed", "final")
SIZES = (2, 8)

MORE = (
    ("llandeilo", "The Llandeilo-Upon-Northmere Community Interest Partnership for Rural Health and Wellbeing", "cic"),
    (
        "borough",
        "The Mayor and Burgesses of the Royal Borough of Northmere and Saltmarsh",
        "local_authority",
    ),
    ("college", "Northmere and District College of Further and Higher Education Corporation", "fe_corporation"),
    ("hospice", "The Hospice of Saint Werburgh and Saint Osyth, Northmere (Charitable Company)", "charitable_company"),
    ("board", "NHS Northmere, Saltmarsh and the Eastern Estuary Integrated Care Board", "integrated_care_board"),
    ("society", "Northmere Neighbourhood Carers' Registered Society Limited", "registered_society"),
)
"""Id, name and legal form of the six parties that join the two of the sample."""


@cache
def answers_of(tier: str, size: int, state: str) -> Answers:
    """The checked answers of an agreement of that depth, so many parties and that state."""
    found, problems = check(load(agreement(tier, size, state), name="x.yaml"))
    assert found is not None, printed(problems)
    return found


def agreement(tier: str, size: int, state: str) -> dict[str, Any]:
    data: Any = deepcopy(load(SAMPLES / "northmere-jro.agreement.yaml").data)
    data["document"]["status"] = state
    data["agreement"]["tier"] = tier
    if size == 8:
        add_parties(data)
    if state in ("internal", "draft"):
        data["purpose"]["vision"] = {"tbc": "One front door?", "owner": "trust", "by": "2027-02-12"}
    if state != "final":
        data["parties"][0]["signatory"]["name"] = "tbc"
        data["term"]["end"] = "tbc"
    return dict(data)


def add_parties(data: dict[str, Any]) -> None:
    """Six more parties, each with pledges and parts in activities, and lists three times as long."""
    for at, (key, name, form) in enumerate(MORE, 3):
        contact = {"role": "operational_lead", "name": f"Alexandrina Featherstonehaugh-Cholmondeley {at}"}
        contact |= {"title": "Director of Partnerships and Place", "email": f"partnerships{at}@example.org"}
        party = {"id": key, "name": name, "short_name": f"the {key.capitalize()}", "legal_form": form}
        party |= {"address": f"{at} Long Quay, Northmere, NX{at} 1AB", "nation": "england", "contacts": [contact]}
        data["parties"].append({**party, "signatory": {"name": f"Signatory {at}", "title": "Chief Executive"}})
        text = "Lend a member of staff with experience of community research for two days in each week of the year."
        data["pledges"].append({"by": key, "to": "all", "text": text, "evidence": "Rota", "review": "annual"})
        for row in data["raci"]:
            row.setdefault("informed" if at % 2 else "consulted", []).append(key)
    data["scope"]["does"] += [{"text": f"Run work stream {at} on studies in the community"} for at in range(4, 24)]
