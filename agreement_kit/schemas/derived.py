"""Answers that follow from others where the input does not give them: from the legal form, the status, the binding; and
the tier that suits them.
"""

from itertools import combinations
from typing import Any

from agreement_kit.schemas.agreement import AGREEMENT
from agreement_kit.schemas.agreement.shapes import records
from agreement_kit.schemas.fields import Rules, code, party, text, truth, whole
from agreement_kit.schemas.legal_forms import derived_for_party, standing
from agreement_kit.schemas.tiers import suggest_tier

EXECUTIONS = {
    "signatory": "signed by an authorised signatory",
    "seal": "signed by an authorised signatory, or sealed where it must be",
    "company": "signed by a director or an authorised signatory",
    "trustees": "signed by its trustees or officers",
    "secretary_of_state": "signed on behalf of the Secretary of State",
    "scots": "signed as Scots law asks",
    "partners": "signed by its partners",
}

PARTY_DERIVED: dict[str, Rules] = {
    "number": whole("Number of the party", "Its place in the list of parties.", 1, derived=True),
    "description": text("Description", "What the body is in law.", "a local authority", derived=True),
    "execution": code("Way of signing", "How this legal form signs.", EXECUTIONS, derived=True),
    "crown": truth("Crown body", "Whether it is part of the Crown.", derived=True),
    "personality": truth("Legal personality", "Whether it can contract in its own name.", derived=True),
}
STANDINGS = {
    "nhs_contract": "NHS contract, so far as one provides the other with goods or services; not enforceable as a "
    "contract, and disputes go to determination",
    "crown": "statement of intent, since the Crown cannot contract with itself",
    "ordinary": "ordinary contract",
}
PAIR: dict[str, Rules] = {
    "one": party("First of the pair", "The party that the file names first.", derived=True),
    "two": party("Second of the pair", "The party that the file names later.", "trust", derived=True),
    "standing": code("Standing of the pair", "How the two stand to each other in law.", STANDINGS, derived=True),
}
DOCUMENT_DERIVED: dict[str, Rules] = {
    "draft_words": text("Draft words", "What each page says of a draft.", "Draft: subject to contract", derived=True),
    "for_party": party("Reader", "The party for which a summary is made.", derived=True),
}
AGREEMENT_DERIVED: dict[str, Rules] = {
    "tier_reason": text(
        "Reason for the tier",
        "Why the kit chose this tier, where the input names none.",
        "money is pooled",
        derived=True,
        check_only=True,
    ),
}


def extended(rules: Rules, extra: dict[str, Rules]) -> Rules:
    return {**rules, "schema": {**rules["schema"], **extra}}


ANSWERS: dict[str, Rules] = {
    **AGREEMENT,
    "document": extended(AGREEMENT["document"], DOCUMENT_DERIVED),
    "agreement": extended(AGREEMENT["agreement"], AGREEMENT_DERIVED),
    "parties": {**AGREEMENT["parties"], "schema": extended(AGREEMENT["parties"]["schema"], PARTY_DERIVED)},
    "pairs": records("Pairs of parties", "Pair", "How each two parties stand to each other.", PAIR, derived=True),
}
"""What wording may ask for: the schema of the input and what is derived from it."""


def with_derived(tree: dict[str, Any]) -> dict[str, Any]:
    """A checked tree with the derived answers filled in where the input does not overrule them."""
    document, agreement, parties = tree.get("document", {}), tree.get("agreement", {}), tree["parties"]
    binding = agreement.get("binding", "hybrid") if isinstance(agreement, dict) else "hybrid"
    derived = dict(tree)
    if isinstance(agreement, dict) and "tier" not in agreement:
        tier, reason = suggest_tier(tree)
        derived["agreement"] = {**agreement, "tier": tier, "tier_reason": reason}
    if isinstance(document, dict) and (words := draft_words(document.get("status", "draft"), binding)):
        derived["document"] = {**document, "draft_words": words}
    if isinstance(parties, list):
        derived["parties"] = [
            {**derived_for_party(party, number), **party} if isinstance(party, dict) else party
            for number, party in enumerate(parties, 1)
        ]
        known = [party for party in derived["parties"] if isinstance(party, dict)]
        derived["pairs"] = [
            {"one": one["id"], "two": two["id"], "standing": standing(one, two)} for one, two in combinations(known, 2)
        ]
    return derived


def is_intent(binding: object) -> bool:
    """Whether the document as a whole is meant not to bind."""
    return binding in ("charter", "non_binding")


def draft_words(status: object, binding: object) -> str:
    """What stands on each page of everything that is not final."""
    if status == "final":
        return ""
    kind = "INTERNAL draft" if status == "internal" else "Final draft" if status == "agreed" else "Draft"
    return f"{kind} for discussion" if is_intent(binding) else f"{kind}: subject to contract"
