"""Duties in law, risk and what happens when something goes wrong, from compliance to conflicts of interest."""

from agreement_kit.schemas.agreement.codes import (
    DISPUTES_FINAL,
    INDEMNITIES,
    LIABILITY_CAPS,
    PROCUREMENT_EXEMPTIONS,
)
from agreement_kit.schemas.agreement.shapes import percent, records, texts
from agreement_kit.schemas.fields import (
    Rules,
    code,
    identifier,
    listing,
    money,
    number,
    party,
    party_or_joint,
    record,
    reference,
    text,
    truth,
    whole,
)

COMPLIANCE = record(
    "Compliance",
    "Rules that this partnership must keep beyond those that every clause set names.",
    {"extra": texts("Further rules", "A law, code or policy that matters here.", "Human Tissue Act 2004")},
)

SAFEGUARDING = record(
    "Safeguarding",
    "How children and adults at risk are protected if the work touches them.",
    {
        "children": truth("Work with children", "Whether the work brings anyone into contact with children."),
        "adults": truth("Work with adults at risk", "Whether it brings anyone into contact with adults at risk."),
        "leads": records(
            "Safeguarding leads",
            "Safeguarding lead",
            "Whom to tell in each party if somebody may be in danger.",
            {
                "party": party(
                    "Party of the lead", "The party the lead belongs to; each party needs one.", required=True
                ),
                "name": text(
                    "Name of the lead",
                    "The person or post that staff can reach at once.",
                    "Named Nurse for Safeguarding",
                    identity=True,
                ),
                "email": text(
                    "Email of the lead",
                    "Where a concern is sent, read every working day.",
                    "safe@nuh.example",
                    identity=True,
                ),
            },
        ),
        "incident_protocol": text(
            "Protocol for incidents",
            "How you look into an incident together.",
            "the Trust's patient safety incident response plan",
        ),
    },
)

PROCUREMENT = record(
    "Procurement",
    "Why no tender is needed between the parties, if money is paid for services.",
    {
        "exemption": code(
            "Procurement exemption", "The exemption relied on; have a lawyer confirm it.", PROCUREMENT_EXEMPTIONS
        ),
        "outside_percent": percent(
            "Percentage of outside activities",
            "Share of the activities outside the public functions; 20 is the limit for a horizontal arrangement.",
            10,
            renewed=True,
            check_only=True,
        ),
    },
)

SUBSIDY = record(
    "Subsidy control",
    "Whether public money gives one party an advantage over its competitors.",
    {
        "assessment": text(
            "Subsidy assessment",
            "The outcome of the assessment and its date.",
            "No subsidy: no party acts as an enterprise (assessed 12 October 2026)",
        )
    },
)

COMPETITION = record(
    "Competition",
    "How parties that also compete avoid sharing what they must not share.",
    {
        "barriers": text(
            "Information barriers", "What is kept apart, and from whom.", "bid prices are not shared between bid teams"
        )
    },
)

RESEARCH = record(
    "Research",
    "What holds if the partnership does or supports research.",
    {
        "active": truth("Research activity", "Whether the partnership does or supports research."),
        "security": text(
            "Research security",
            "Which checks are made on partners abroad, exports and sensitive technology.",
            "export control and ATAS checks before any visit",
        ),
    },
)

INSURANCE = records(
    "Insurance",
    "Cover",
    "Who is insured or indemnified against what.",
    {
        "party": party(
            "Insured party", "The party that is covered, since each party looks after its own cover.", required=True
        ),
        "type": text(
            "Type of cover",
            "Against what it is covered, because a gap is paid from its own pocket.",
            "public and professional liability",
        ),
        "limit": money("Limit of the cover", "The most that is paid for one claim.", 20000000),
        "scheme": text(
            "Scheme or insurer",
            "Who covers it, because NHS schemes and insurers differ in what they pay.",
            "NHS Resolution schemes",
        ),
    },
)

LIABILITY = record(
    "Liability",
    "Who pays when something goes wrong, and up to how much; some liability can never be limited.",
    {
        "cap_basis": code(
            "Basis of the cap", "How the highest sum is worked out.", LIABILITY_CAPS, default="greater_of"
        ),
        "cap_amount": money("Amount of the cap", "The fixed sum; not below what insurance covers.", 1000000),
        "cap_percent_of_annual_contribution": number(
            "Cap as a percentage of the annual contribution",
            "For instance 125 for one and a quarter times.",
            125,
            min=0,
        ),
        "data_cap": money(
            "Cap for data protection claims", "A higher sum for breaches of data protection law.", 2000000
        ),
        "indemnities": listing(
            "Indemnities",
            "Claims for which each party makes good the others' loss in full.",
            code("Indemnity", "A kind of claim for which each party makes good the others' loss.", INDEMNITIES),
        ),
    },
)

RISKS = records(
    "Risks",
    "Risk",
    "What could go wrong, how likely and how bad, and who looks after it.",
    {
        "id": identifier("Risk id", "A short code for the risk by which minutes can refer to it.", "R1", required=True),
        "title": text("Risk", "What could happen, in a few words.", "System access delays", required=True),
        "cause": text("Cause of the risk", "Why it could happen, because that is where you can act.", "two HR systems"),
        "effect": text(
            "Effect of the risk", "What it would lead to, so that its impact can be judged.", "studies start late"
        ),
        "likelihood": whole("Likelihood (1 to 5)", "From 1, very unlikely, to 5, almost certain.", 4, min=1, max=5),
        "impact": whole("Impact (1 to 5)", "From 1, hardly felt, to 5, the partnership fails.", 3, min=1, max=5),
        "owner": party_or_joint("Owner of the risk", "The party that looks after it, or joint."),
        "mitigation": text(
            "Mitigation", "What is done about it, and not only that it is watched.", "15-day pledge, monthly log"
        ),
    },
)

RUNG: dict[str, Rules] = {
    "who": text("People on this rung", "Who tries to settle it, if not a body.", "operational leads", starter=True),
    "body": reference("governance.bodies", "Body on this rung", "The id of the body that tries to settle it.", "board"),
    "working_days": whole("Working days on this rung", "Working days before it goes one rung up.", 10, starter=True),
}

ARBITRATION: dict[str, Rules] = {
    "institution": text(
        "Arbitration institution",
        "Whose rules apply and who appoints, because without it you may have to ask a court.",
        "LCIA",
    ),
    "seat": text(
        "Seat of the arbitration", "The legal home of the arbitration, because its law governs how it runs.", "London"
    ),
    "arbitrators": whole("Number of arbitrators", "One is cheaper, three are usual for large sums.", 1, min=1),
    "law": text(
        "Law of the arbitration agreement",
        "The law that governs the agreement to arbitrate; say it, because it may differ.",
        "the law of England and Wales",
    ),
}

DISPUTES = record(
    "Disputes",
    "The ladder that a disagreement climbs, and what stands at its top.",
    {
        "ladder": records(
            "Ladder", "Rung", "Who tries to settle it, one rung at a time, the lowest first.", RUNG, starter=True
        ),
        "mediation": record(
            "Mediation",
            "Help from a neutral person before anyone goes to court.",
            {
                "provider": text("Mediation provider", "Who appoints the mediator if you cannot agree on one.", "CEDR"),
                "start_within_working_days": whole(
                    "Working days until mediation starts", "Working days from the notice to the start.", 30
                ),
            },
        ),
        "expert": record(
            "Expert",
            "A specialist who decides questions of fact that need no court.",
            {
                "topics": texts(
                    "Questions for the expert",
                    "What the expert decides, kept to facts and figures.",
                    "cost calculation",
                ),
                "appointer": text(
                    "Appointer of the expert", "Who names one if you cannot agree.", "the President of the ICAEW"
                ),
            },
        ),
        "arbitration": record(
            "Arbitration", "How arbitration works, if it takes the place of the courts.", ARBITRATION
        ),
        "final": code(
            "Last step",
            "Who decides in the end; between two health service bodies it is not the courts.",
            DISPUTES_FINAL,
        ),
        "urgent_relief": truth(
            "Urgent relief", "Whether a party may go to court at once if it cannot wait.", default=True
        ),
    },
    starter=True,
)

CONFLICTS = record(
    "Conflicts of interest",
    "How interests that could sway a decision are declared.",
    {
        "register_owner": text(
            "Keeper of the register", "The post that keeps it, so that everyone knows where to declare.", "JRO Director"
        ),
        "policy": text(
            "Policy on conflicts", "The policy that applies, if not each party's own.", "the Trust's policy"
        ),
    },
)

DUTIES: dict[str, Rules] = {
    "compliance": COMPLIANCE,
    "safeguarding": SAFEGUARDING,
    "procurement": PROCUREMENT,
    "subsidy": SUBSIDY,
    "competition": COMPETITION,
    "research": RESEARCH,
}

RISK_AND_DISPUTES: dict[str, Rules] = {
    "insurance": INSURANCE,
    "liability": LIABILITY,
    "risks": RISKS,
    "disputes": DISPUTES,
    "conflicts": CONFLICTS,
}
