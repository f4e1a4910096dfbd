"""Who is agreeing: what each party is, who speaks and signs for it, and the facts that the law asks about."""

from agreement_kit.schemas.agreement.codes import (
    CHARITY,
    CONTACT_ROLES,
    FOI_REGIMES,
    LEGAL_FORMS,
    NATIONS,
    VAT_STATUSES,
)
from agreement_kit.schemas.agreement.shapes import records, texts
from agreement_kit.schemas.fields import Rules, code, identifier, money, number, record, text, truth, whole

NAMES: dict[str, Rules] = {
    "id": identifier(
        "Party id",
        "A short word by which the rest of the file refers to this party; it is never printed.",
        "uni",
        required=True,
        starter=True,
    ),
    "name": text(
        "Full legal name",
        "The name as registered, because a contract binds the body it names.",
        "University of Northmere",
        required=True,
        starter=True,
        identity=True,
    ),
    "short_name": text(
        "Short name", "What the clauses call this party, with its article.", "the University", starter=True
    ),
    "legal_form": code(
        "Legal form",
        "What this body is in law; it decides how it is described, how it signs and which laws apply to it.",
        LEGAL_FORMS,
        required=True,
        starter=True,
        example="university_chartered",
    ),
    "registration": text(
        "Registration",
        "The company, charity, charter or ODS number that tells this body from all others.",
        "Royal Charter number RC000000",
        identity=True,
    ),
    "charity": code(
        "Charity status", "Whether it is a charity, because charities may act only for their objects.", CHARITY
    ),
    "charity_number": text(
        "Charity number",
        "The number in the charity register, because a charity must state it.",
        "1000000",
        identity=True,
    ),
    "address": text(
        "Address",
        "The registered or main office, on one line.",
        "Founders Building, Quay Road, Northmere, NX1 4QD",
        starter=True,
        identity=True,
    ),
    "nation": code(
        "Nation", "The UK nation in which it is based, because their laws differ.", NATIONS, check_only=True
    ),
    "acting_for": text(
        "Body on whose behalf it signs",
        "For an agency or office without legal personality, the body that is bound.",
        "the Secretary of State for Health and Social Care",
    ),
    "contracting_persons": texts(
        "Persons who contract",
        "The trustees, partners or officers who are bound themselves because the body has no legal personality.",
        "Ruth Adeyemi, trustee",
        identity=True,
    ),
    "service_address": text(
        "Address for service in the UK",
        "For an overseas party, a UK address at which court papers can be served on it.",
        "c/o Lantern LLP, 1 Quay Road, Northmere, NX1 4QA",
        identity=True,
    ),
}

STATUS: dict[str, Rules] = {
    "vat_status": code(
        "VAT status",
        "How it stands towards VAT, because recharges between parties may be taxed.",
        VAT_STATUSES,
        check_only=True,
    ),
    "contracting_authority": truth(
        "Contracting authority",
        "Say it only if the legal form's usual answer is wrong: whether procurement law binds this party.",
        check_only=True,
    ),
    "health_service_body": truth(
        "Health service body",
        "Say it only if the legal form's usual answer is wrong; a foundation trust is not one.",
        example=False,
    ),
    "foi_regime": code(
        "Freedom of information regime",
        "Say it only if the legal form's usual answer is wrong: the law under which people may ask for its records.",
        FOI_REGIMES,
    ),
    "status_reason": text(
        "Reason for a different status",
        "Why this party differs from what is usual for its legal form; a lawyer will ask.",
        "Named as a health service body in its establishment order",
        check_only=True,
    ),
    "large_organisation": truth(
        "Large organisation",
        "Whether it passes two of: 250 staff, £36m turnover, £18m assets; fraud law then asks more of it.",
        check_only=True,
    ),
    "modern_slavery_statement": truth(
        "Modern slavery statement",
        "Whether the law obliges it to publish one, as with a turnover of £36m or more.",
        check_only=True,
    ),
    "seal_threshold": money(
        "Value above which it must seal",
        "For a council, the contract value above which its constitution asks for the common seal.",
        250000,
        check_only=True,
    ),
}

CHARACTER: dict[str, Rules] = {
    "culture": text(
        "Culture",
        "How this organisation works, in a sentence its own staff would recognise, so that others can adjust.",
        "Academic freedom, peer review, committee-led decisions, long horizons.",
    ),
    "strengths": texts(
        "Strengths",
        "What it does better than the others, so that the right party leads.",
        "Grant pre-award and costing",
    ),
    "capacity": record(
        "Capacity",
        "What it can give, so that promises can be checked against it.",
        {
            "fte": number("Staff available (FTE)", "Full-time posts it can give in all.", 21.0, min=0, check_only=True),
            "other_partnerships": whole(
                "Other partnerships", "How many other partnerships draw on the same people.", 14, check_only=True
            ),
        },
    ),
}

CONTACT: dict[str, Rules] = {
    "role": code(
        "Role of the contact", "What this person answers for in the partnership.", CONTACT_ROLES, required=True
    ),
    "name": text(
        "Name of the contact",
        "First name and surname, so that people know whom to ask for.",
        "Professor Amara Whitlock",
        identity=True,
    ),
    "title": text("Post of the contact", "The job title in their own organisation.", "Pro-Vice-Chancellor (Research)"),
    "email": text(
        "Email of the contact",
        "A work address that is read, because questions go there first.",
        "a.whitlock@northmere.example",
        identity=True,
    ),
    "phone": text(
        "Telephone of the contact",
        "A work number with area code, for what cannot wait for an email.",
        "01632 960101",
        identity=True,
    ),
}

PEOPLE: dict[str, Rules] = {
    "contacts": records(
        "Contacts",
        "Contact",
        "Who to turn to for what; a data protection lead and an operational lead at least.",
        CONTACT,
    ),
    "signatory": record(
        "Signatory",
        "Who signs for this party and has the authority to do so.",
        {
            "name": text(
                "Name of the signatory",
                "First name and surname, as they are printed under the signature line.",
                "Professor Helena Marsh",
                starter=True,
                identity=True,
            ),
            "title": text(
                "Post of the signatory",
                "The office that carries the authority to sign.",
                "Vice-Chancellor",
                starter=True,
            ),
        },
        starter=True,
    ),
    "notices": record(
        "Address for notices",
        "Where formal notices go if not to the address above; a notice to the wrong place may not count.",
        {
            "address": text(
                "Postal address for notices",
                "Where letters go, with a post rather than a name at the top.",
                "The Secretary, Quay Road, Northmere, NX1 4QD",
                identity=True,
            ),
            "email": text(
                "Email for notices",
                "A mailbox that outlasts its owner, because notices may come years later.",
                "notices@northmere.example",
                identity=True,
            ),
        },
    ),
}

PARTIES = records(
    "Parties",
    "Party",
    "Who is agreeing, at least two; everything else in the file refers to a party by its id.",
    {**NAMES, **STATUS, **CHARACTER, **PEOPLE},
    required=True,
    minlength=2,
    starter=True,
)
