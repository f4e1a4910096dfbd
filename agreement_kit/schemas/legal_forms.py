"""What follows from a party's legal form: how the parties clause describes it, how it signs, which information law it
is under, whether it is a health service body (NHS Act 2006 s.9); and how two parties stand to each other. Source: the
statutes named in the descriptions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Execution = Literal["signatory", "seal", "company", "trustees", "secretary_of_state", "scots", "partners"]
FoiRegime = Literal["foia", "foisa", "none"]
Standing = Literal["nhs_contract", "crown", "ordinary"]
"""How two parties stand to each other: what one provides to the other is an NHS contract; no contract is possible
between them; or an ordinary contract.
"""


@dataclass(frozen=True, slots=True)
class LegalForm:
    """`description` completes "X is …". `execution` is how it usually signs a simple contract or a deed. `nation` is
    the one in which alone there are such bodies, "" where there are several.
    """

    description: str
    execution: Execution
    foi: FoiRegime
    contracting_authority: bool
    health_service_body: bool = False
    crown: bool = False
    personality: bool = True
    nation: str = ""


def public(description: str, execution: Execution = "seal", foi: FoiRegime = "foia", **facts: Any) -> LegalForm:
    return LegalForm(description, execution, foi, True, **facts)


def private(description: str, execution: Execution = "company", **facts: Any) -> LegalForm:
    return LegalForm(description, execution, "none", False, **facts)


LEGAL_FORMS: dict[str, LegalForm] = {
    "nhs_trust": public(
        "an NHS trust established under section 25 of the National Health Service Act 2006",
        health_service_body=True,
        nation="england",
    ),
    "nhs_foundation_trust": public(
        "a public benefit corporation authorised under section 30 of the National Health Service Act 2006",
        nation="england",
    ),
    "integrated_care_board": public(
        "an integrated care board established under section 14Z25 of the National Health Service Act 2006",
        health_service_body=True,
        nation="england",
    ),
    "nhs_england": public(
        "a body corporate under the National Health Service Act 2006",
        "signatory",
        health_service_body=True,
        nation="england",
    ),
    "special_health_authority": public(
        "a special health authority established by order", "signatory", health_service_body=True
    ),
    "local_health_board": public(
        "a local health board established under the National Health Service (Wales) Act 2006",
        health_service_body=True,
        nation="wales",
    ),
    "nhs_trust_wales": public(
        "an NHS trust established under the National Health Service (Wales) Act 2006",
        health_service_body=True,
        nation="wales",
    ),
    "health_board_scotland": public(
        "a health board constituted under section 2 of the National Health Service (Scotland) Act 1978",
        "scots",
        "foisa",
        health_service_body=True,
        nation="scotland",
    ),
    "hsc_trust_ni": public(
        "a health and social care trust in Northern Ireland",
        "signatory",
        health_service_body=True,
        nation="northern_ireland",
    ),
    "gp_partnership": LegalForm("a partnership of general practitioners", "partners", "foia", False, personality=False),
    "primary_care_network": LegalForm(
        "a primary care network, acting through its member practices", "partners", "foia", False, personality=False
    ),
    "local_authority": public("a local authority and body corporate"),
    "combined_authority": public("a combined authority and body corporate"),
    "university_chartered": public("a university incorporated by Royal Charter"),
    "university_hec": public("a higher education corporation under the Education Reform Act 1988"),
    "university_clg": public("a university that is a company limited by guarantee", "company"),
    "fe_corporation": public("a further education corporation under the Further and Higher Education Act 1992"),
    "academy_trust": public("an academy trust, a charitable company limited by guarantee", "company"),
    "company_ltd": private("a private company limited by shares"),
    "company_plc": private("a public limited company"),
    "company_clg": private("a company limited by guarantee"),
    "cic": private("a community interest company"),
    "charitable_company": private("a charitable company limited by guarantee"),
    "cio": private("a charitable incorporated organisation", "trustees"),
    "scio": private("a Scottish charitable incorporated organisation", "scots", nation="scotland"),
    "registered_society": private(
        "a society registered under the Co-operative and Community Benefit Societies Act 2014", "signatory"
    ),
    "unincorporated_charity": private(
        "an unincorporated charity, acting by its trustees", "trustees", personality=False
    ),
    "unincorporated_association": private(
        "an unincorporated association, acting by its officers", "trustees", personality=False
    ),
    "trust": private("a trust, acting by its trustees", "trustees", personality=False),
    "government_department": public("a department of the Government", "secretary_of_state", crown=True),
    "executive_agency": public(
        "an executive agency of a department of the Government", "secretary_of_state", crown=True, personality=False
    ),
    "ndpb_statutory": public("a public body established by statute"),
    "overseas": private("an organisation established outside the United Kingdom", "signatory"),
}


def derived_for_party(party: dict[str, object], number: int) -> dict[str, object]:
    """The fields of a party that follow from its legal form; none where the form is still open."""
    form = LEGAL_FORMS.get(str(party.get("legal_form")))
    derived: dict[str, object] = {"number": number}
    if form:
        derived |= {
            "description": form.description,
            "execution": form.execution,
            "foi_regime": form.foi,
            "health_service_body": form.health_service_body,
            "contracting_authority": form.contracting_authority,
            "crown": form.crown,
            "personality": form.personality,
        }
        if form.nation:
            derived["nation"] = form.nation
    return derived


def standing(one: Mapping[str, object], two: Mapping[str, object]) -> Standing:
    """How two parties, as `derived_for_party` fills them, stand to each other. What is open decides nothing."""
    if one.get("health_service_body") and two.get("health_service_body"):
        return "nhs_contract"
    return "crown" if one.get("crown") and two.get("crown") else "ordinary"
