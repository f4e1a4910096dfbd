"""Personal data, confidentiality, requests for information, security, intellectual property, publications."""

from agreement_kit.schemas.agreement.codes import (
    CONFIDENCE_BASES,
    CONFIDENTIALITY_TESTS,
    DATA_ROLES,
    IP_MODELS,
    OPEN_ACCESS,
)
from agreement_kit.schemas.agreement.shapes import frequency, records, shares, texts
from agreement_kit.schemas.fields import (
    Rules,
    code,
    day,
    identifier,
    party,
    record,
    text,
    truth,
    whole,
)

FLOW_ENDS: dict[str, Rules] = {
    "id": identifier("Flow id", "A short code for this flow of data.", "F1", required=True),
    "from": party(
        "Party that sends the data", "The party the data comes from, because it answers for passing it on.", "trust"
    ),
    "from_other": text("Others who send the data", "Where it comes from, if that is no party.", "NHS England"),
    "to": party(
        "Party that receives the data", "The party the data goes to, because it answers for what it does with it."
    ),
    "to_other": text(
        "Others who receive the data", "Where it goes, if that is no party.", "a regional data environment"
    ),
    "roles": code(
        "Roles under data protection law",
        "Who decides why and how this data is used; decide it for each flow, with your data protection lead.",
        DATA_ROLES,
    ),
    "purpose": text(
        "Purpose of the flow",
        "What the data is needed for, because it may be used for nothing else.",
        "Study management",
    ),
    "necessity": text(
        "Necessity of the flow", "Why it cannot be done with less data.", "sites must know who is trained"
    ),
    "subjects": texts("People the data is about", "Whose data it is, because they have rights in it.", "study staff"),
    "items": texts("Data shared", "The fields that are shared, and no more than needed.", "training dates"),
    "frequency": frequency(
        "Frequency of the flow", "How often data is sent, no more often than it is needed.", "monthly"
    ),
}

FLOW_LAW: dict[str, Rules] = {
    "special": truth("Special category data", "Whether it tells of health, race, belief and the like.", example=False),
    "health": truth("Health data", "Whether it is about the health or care of people.", example=False),
    "criminal": truth("Criminal offence data", "Whether it is about offences or allegations.", example=False),
    "lawful_basis": text(
        "Lawful basis",
        "The basis in data protection law, without which nothing may be shared.",
        "Art 6(1)(e) public task",
    ),
    "art9": text(
        "Condition for special category data",
        "The condition in Article 9 that allows it.",
        "Art 9(2)(j) research in the public interest",
    ),
    "duty_of_confidence": code(
        "Basis in the law of confidence", "Why confidential patient data may be shared.", CONFIDENCE_BASES
    ),
    "transparency": text(
        "Information for people",
        "How those concerned learn of it, because sharing must not surprise them.",
        "privacy notices of both parties",
    ),
    "rights_route": text(
        "Route for people's rights",
        "Who answers requests about this data, so that no one is sent to and fro.",
        "the party that receives them",
    ),
    "contact_point": text(
        "Contact point of joint controllers",
        "Where people can turn if you are joint controllers.",
        "dpo@northmere.example",
    ),
}

FLOW_CARE: dict[str, Rules] = {
    "retention": text("Retention", "How long it is kept, no longer than it is needed.", "6 years"),
    "security": text("Security of the flow", "How it is kept safe on its way and after.", "trial management system"),
    "processors": texts("Processors", "Firms that handle it for a party.", "Lantern Hosting Ltd"),
    "transfers": text("Transfers abroad", "Where it leaves the UK and under which safeguard.", "none"),
    "dpia": day("Date of the impact assessment", "The day on which the assessment is or was signed.", "2027-02-28"),
    "review": day("Review of the flow", "The day on which you look at it again.", "2028-02-28"),
}

DATA = record(
    "Personal data",
    "Which personal data is shared, why, and who answers for it.",
    {
        "personal_data": truth(
            "Use of personal data", "Whether any personal data is shared; if so, describe each flow."
        ),
        "flows": records(
            "Data flows", "Data flow", "One entry for each flow of data.", {**FLOW_ENDS, **FLOW_LAW, **FLOW_CARE}
        ),
        "complaints_handlers": records(
            "Handlers of complaints",
            "Handler of complaints",
            "Who deals with complaints about personal data, since the law asks for a way to complain.",
            {
                "party": party(
                    "Party of the handler", "The party the person works for; each party needs one.", required=True
                ),
                "name": text(
                    "Name of the handler",
                    "The person or post, so that a complaint is not passed around.",
                    "Iris Pemberton",
                    identity=True,
                ),
                "email": text(
                    "Email of the handler",
                    "Where complaints go, because they must be acknowledged within 30 days.",
                    "dpo@northmere.example",
                    identity=True,
                ),
            },
        ),
        "breach_notice_hours": whole(
            "Hours for telling of a breach",
            "Hours within which a party tells the others of a data breach.",
            24,
            default=24,
        ),
        "sharing_agreement": text(
            "Separate data sharing agreement",
            "Its title and date, if the flows are described there and not here.",
            "Data sharing agreement of 1 March 2027",
        ),
    },
)

CONFIDENTIALITY = record(
    "Confidentiality",
    "What the parties keep to themselves, and for how long.",
    {
        "years": whole("Years of confidentiality", "Years after the end during which secrets are kept.", 5, default=5),
        "test": code(
            "Test of confidentiality",
            "What counts as confidential: only what is marked, or also what anyone would see to be.",
            CONFIDENTIALITY_TESTS,
            default="reasonable_person",
        ),
    },
)

FOI = record(
    "Requests for information",
    "How the parties help each other when somebody asks for their records.",
    {
        "consult_working_days": whole(
            "Working days for consultation",
            "Working days within which the holder of a request asks the others.",
            5,
            default=5,
        ),
        "contacts": records(
            "Contacts for requests",
            "Contact for requests",
            "Who deals with requests for information in each party.",
            {
                "party": party(
                    "Party asked", "The party the contact belongs to; each public party needs one.", required=True
                ),
                "name": text(
                    "Name for requests",
                    "The person or post, because answers are due within 20 working days.",
                    "Information Requests Team",
                    identity=True,
                ),
                "email": text(
                    "Email for requests",
                    "Where requests are sent on to, so that no days are lost.",
                    "foi@northmere.example",
                    identity=True,
                ),
            },
        ),
    },
)

SECURITY = record(
    "Information security",
    "How information is kept safe, and what holds for artificial intelligence.",
    {
        "standards": texts(
            "Security standards",
            "Standards that each party meets and can prove that it meets.",
            "NHS Data Security and Protection Toolkit",
        ),
        "records_host": party("Keeper of the records", "The party that keeps the partnership's records."),
        "ai_policy": text(
            "Rule for AI tools",
            "What may be put into AI tools, and who approves one.",
            "AI tools are used with shared information only after both data protection leads approve.",
        ),
    },
)

EXCLUDED: dict[str, Rules] = {
    "party": party(
        "Owner of the excluded background", "The party it belongs to, which keeps it to itself.", required=True
    ),
    "text": text(
        "Excluded background",
        "What the others may not use, so exactly that it cannot be mistaken.",
        "costing software of 2024",
        required=True,
    ),
}

RESULTS: dict[str, Rules] = {
    "model": code(
        "Ownership of results",
        "Who owns what is created, agreed before it turns out to be worth something.",
        IP_MODELS,
        default="creator_owns_with_licence",
    ),
    "owner": party("Owner of results", "The party that owns them, if one does."),
    "licence_scope": text(
        "Scope of the licence",
        "For what the others may use them.",
        "non-commercial research, teaching and patient care",
    ),
    "open_licence": text("Open licence", "The licence, if results are released to all.", "CC BY 4.0"),
    "shares": shares("Shares in results", "Each party's share, if results are owned jointly."),
}

IP = record(
    "Intellectual property",
    "Who owns what was brought in and what is created.",
    {
        "background": text(
            "Background intellectual property", "What holds for what each party brings in.", "stays with owner"
        ),
        "background_excluded": records(
            "Excluded background",
            "Piece of excluded background",
            "What a party brings in but does not share.",
            EXCLUDED,
        ),
        "results": record("Results", "What holds for what is created.", RESULTS),
        "commercial": text(
            "Commercial use",
            "How results are brought to market, or which policy says so.",
            "existing University-Trust IP policy prevails",
        ),
        "option_months": whole("Months of the option", "Months in which a party may ask for a commercial licence.", 6),
        "revenue": text(
            "Share of revenue", "How income from commercial use is split.", "in proportion to contribution"
        ),
    },
)

PUBLICATIONS = record(
    "Publications",
    "How results are published.",
    {
        "notice_days": whole(
            "Days of notice", "Days before submission on which the others see a draft.", 30, default=30
        ),
        "max_delay_months": whole(
            "Longest delay in months",
            "Months by which a party may delay it, for instance to file a patent.",
            3,
            default=3,
        ),
        "authorship": text("Rule for authorship", "The standard that decides who is an author.", "ICMJE"),
        "open_access": code("Open access", "When everybody can read it free of charge.", OPEN_ACCESS),
        "acknowledgement": text(
            "Acknowledgement",
            "Whom each publication thanks, because funders ask for their own words.",
            "supported by NIHR Northmere",
        ),
    },
)

INFORMATION: dict[str, Rules] = {
    "data": DATA,
    "confidentiality": CONFIDENTIALITY,
    "foi": FOI,
    "security": SECURITY,
    "ip": IP,
    "publications": PUBLICATIONS,
}
