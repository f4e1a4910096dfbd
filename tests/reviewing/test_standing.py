from inputs import CHARTER
from sheets import glance, lines, sheet

from agreement_kit import __version__

TRUST = "legal_form: nhs_trust"


def test_it_says_what_the_agreement_is_and_where_the_form_says_so() -> None:
    assert lines(sheet(), "what-it-is") == [
        "Parties | Quayside University: chartered university / Saltmarsh Trust: NHS trust",
        "Binding effect | A charter, which is not legally binding (line 4)",
        "Tier | Bronze (the form does not say; a charter does not bind and is best short)",
        "Law and courts | The law of England and Wales (the form does not say) / "
        "Exclusive jurisdiction (the form does not say)",
        "Status | Draft (the form does not say)",
        "Reference | Not given",
        "Version and its date | 0.1 (the form does not say) / Not given",
        "Last checked by a lawyer | Not given",
        f"Made from | x.yaml, with version {__version__} of the kit",
    ]


def test_it_says_why_the_tier_is_what_it_is() -> None:
    given = CHARTER.replace("binding: charter", "binding: hybrid\n  budget: 9000\n  deadline: 2027-03-31")
    assert (
        "Tier | Bronze (the form does not say; the budget is below £50,000); budget £9,000 (line 5); "
        "to be signed by 31 March 2027 (line 6)"
    ) in lines(sheet(start=given), "what-it-is")
    stated = CHARTER.replace("binding: charter", "binding: charter\n  tier: tbc")
    assert "Tier | [Tier: to be confirmed] (line 5)" in lines(sheet(start=stated), "what-it-is")


def test_it_says_what_follows_from_each_legal_form() -> None:
    said = lines(sheet(), "facts")
    assert said[2] == (
        "Saltmarsh Trust / NHS trust | Can contract in its own name / "
        "A health service body (NHS Act 2006, section 9) / "
        "A contracting authority (Procurement Act 2023) / Not part of the Crown / "
        "Under the Freedom of Information Act 2000 / Signed by an authorised signatory, or sealed where it must be"
    )
    assert said[3] == "NHS contracts: none, since no two parties are health service bodies (NHS Act 2006, section 9)."


def test_what_the_form_states_against_the_legal_form_is_named_with_its_line_and_reason() -> None:
    stated = f"{TRUST}\n    health_service_body: false\n    status_reason: It became a company"
    found = sheet(start=CHARTER.replace(TRUST, stated))
    assert glance(found)["Facts relied on"][0] == "2 parties, 1 fact stated against the legal form"
    assert "Not a health service body (NHS Act 2006, section 9) (stated in line 14)" in lines(found, "facts")[2]
    assert lines(found, "facts")[2].endswith(" / Reason given: It became a company")


def test_two_health_service_bodies_make_an_nhs_contract() -> None:
    found = sheet(start=CHARTER.replace("university_chartered", "integrated_care_board"))
    assert "an NHS contract between the University and the Trust." in lines(found, "facts")[3]


def test_two_crown_bodies_cannot_contract() -> None:
    start = CHARTER.replace("university_chartered", "government_department").replace(
        "nhs_trust", "government_department"
    )
    found = lines(sheet(start=start), "facts")
    assert found[-1].startswith("The Crown cannot contract with itself: between the University and the Trust")


def test_nothing_follows_from_a_legal_form_that_is_open() -> None:
    assert "Saltmarsh Trust / [Legal form (party 2): to be confirmed] | Nothing: the legal form is open" in lines(
        sheet(start=CHARTER.replace(TRUST, "legal_form: tbc")), "facts"
    )
