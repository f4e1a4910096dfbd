"""Who decides, who leads, who hosts, and who is responsible for what."""

from agreement_kit.schemas.agreement.codes import (
    BODY_TYPES,
    DECISION_RULES,
    DELEGATION_MODELS,
    MODES,
    PUBLISH,
    VOICES,
    VOTING,
)
from agreement_kit.schemas.agreement.shapes import frequency, percent, records, texts
from agreement_kit.schemas.fields import (
    Rules,
    code,
    identifier,
    parties,
    party,
    party_or_joint,
    record,
    reference,
    text,
    truth,
    whole,
)

MEMBER: dict[str, Rules] = {
    "role": text("Member", "The post that sits on the body, not the person.", "Chief Medical Officer", required=True),
    "party": party("Party of the member", "The party that the member comes from; leave it out if none.", "trust"),
    "voice": code("Voice", "Whose view the member brings, so that staff and public are not forgotten.", VOICES),
}

QUORUM: dict[str, Rules] = {
    "members": whole("Members for a quorum", "How many members must be present before the body may decide.", 4, min=1),
    "per_party": whole("Members of each party for a quorum", "How many of them must come from each party.", 1),
    "share": percent("Percentage of members for a quorum", "The share of members that must be present.", 50),
}

WEIGHT: dict[str, Rules] = {
    "party": party(
        "Party with these votes", "The party whose votes these are; every party needs an entry.", required=True
    ),
    "votes": whole("Number of votes", "How many votes it has, in proportion to what it brings or bears.", 2, min=1),
}

BODY: dict[str, Rules] = {
    "id": identifier("Body id", "A short word by which the rest of the file refers to it.", "board", required=True),
    "name": text(
        "Name of the body",
        "Its name as people use it, because the clauses call it by that name.",
        "JRO Strategic Board",
        required=True,
    ),
    "type": code("Type of body", "What kind of body it is; only some may take decisions for the parties.", BODY_TYPES),
    "purpose": text(
        "Purpose of the body", "What it is there to decide or do, in a few words.", "Direction, money, risk"
    ),
    "chair": text("Chair", "Who chairs it and how that changes.", "rotates yearly, University first"),
    "members": records("Members", "Member", "Who sits on it, with a balance of parties and voices.", MEMBER),
    "quorum": record("Quorum", "Who must be present before it may decide.", QUORUM),
    "frequency": frequency("Meetings of the body", "How often it meets, so that nobody waits too long for a decision."),
    "voting": code("Voting", "How votes are counted if it votes.", VOTING),
    "weights": records("Weighted votes", "Weight", "How many votes each party has if votes are weighted.", WEIGHT),
    "casting_vote": truth(
        "Casting vote", "Whether the chair decides a tie; usually not.", example=False, default=False
    ),
    "reports_to": reference("governance.bodies", "Body above it", "The id of the body it reports to.", "board"),
    "reports_to_other": text(
        "Others above it", "Who it reports to outside the partnership.", "University Executive; Trust Board"
    ),
}

DELEGATION: dict[str, Rules] = {
    "model": code(
        "Model of delegation",
        "Whether any party hands functions over; usually none, because that needs a basis in statute.",
        DELEGATION_MODELS,
        default="none",
    ),
    "legal_basis": text(
        "Legal basis of decisions",
        "The rule under which representatives decide, because they cannot bind a party without one.",
        "Representatives act within their own organisation's scheme of delegation",
    ),
    "approvals": texts(
        "Approvals for delegation",
        "Who must approve the delegation first, since without it decisions are void.",
        "Cabinet approval by the Council",
    ),
}

MEETINGS: dict[str, Rules] = {
    "minutes_within_working_days": whole(
        "Working days for minutes", "How many working days after a meeting its minutes are sent.", 10, default=10
    ),
    "papers_working_days": whole(
        "Working days for papers", "How many working days before a meeting its papers are sent.", 5, default=5
    ),
    "publish": code(
        "Publication of minutes", "What is published; councils may have to publish more.", PUBLISH, default="summary"
    ),
    "in_person_per_year": whole(
        "Meetings in person each year", "How often you meet face to face, because trust needs it.", 4
    ),
    "mode": code("Mode of meetings", "How meetings are usually held; some in person are worth the travel.", MODES),
    "fallback": text(
        "Fallback for meetings",
        "What happens if people cannot meet as planned.",
        "Meetings move online if travel is not possible.",
    ),
    "secretariat": party_or_joint("Secretariat", "The party that arranges meetings and keeps the records."),
}

GOVERNANCE = record(
    "Governance",
    "Who decides what, where, and how often they meet.",
    {
        "decision_rule": code(
            "Decision rule",
            "How decisions are made when the parties do not all agree at once.",
            DECISION_RULES,
            default="consensus_then_escalate",
        ),
        "reserved_matters": texts(
            "Reserved matters", "What needs the agreement of every party, such as money and scope.", "annual budget"
        ),
        "bodies": records("Bodies", "Body", "The boards and groups of the partnership, the highest first.", BODY),
        "delegation": record("Delegation", "Whether and how statutory functions are handed over.", DELEGATION),
        "meetings": record("Meetings", "How meetings are held and recorded.", MEETINGS),
    },
)

PILLARS: dict[str, Rules] = {
    "convene": text(
        "Bringing together",
        "How leaders bring the group together, as something one can see them do.",
        "Every new member meets both leads.",
    ),
    "balance": text("Balancing", "How leaders balance the views in the group.", "The quietest partner speaks first."),
    "adapt": text("Adapting", "How leaders adapt to what the group needs.", "Chairs ask for feedback twice a year."),
    "focus": text("Focusing", "How leaders keep the group to its task.", "Each agenda opens with the vision."),
    "envision": text(
        "Looking ahead", "How leaders take the group towards the vision.", "Leaders tell one shared story."
    ),
}

LEADERSHIP = record(
    "Leadership",
    "Sponsorship from the top, the route for staff voices and what leaders commit themselves to.",
    {
        "sponsors": records(
            "Sponsors",
            "Sponsor",
            "One executive of each party who opens doors for the partnership.",
            {
                "party": party(
                    "Party of the sponsor",
                    "The party the sponsor comes from; each party should have one.",
                    required=True,
                ),
                "role": text(
                    "Post of the sponsor",
                    "The sponsor's post, senior enough to remove obstacles.",
                    "Chief Medical Officer",
                ),
            },
        ),
        "staff_voice": text(
            "Route for staff voices",
            "How any member of staff can raise something, and when they get an answer.",
            "Any member of staff may bring a matter to the Staff Design Group, which answers within one month.",
        ),
        "mindset": records(
            "Shifts of mindset",
            "Shift of mindset",
            "How people are to think differently, as a pair of before and after.",
            {
                "from": text(
                    "Mindset before",
                    "How people think today, in the words they use themselves.",
                    "my office",
                    required=True,
                ),
                "to": text(
                    "Mindset after",
                    "How they are to think, in words that fit beside those of today.",
                    "our service",
                    required=True,
                ),
            },
        ),
        "style_commitments": texts(
            "Commitments of leaders", "What leaders promise about how they lead.", "Ask before deciding"
        ),
        "pillars": record("Pillars of leadership", "What leaders do for the group, one sentence each.", PILLARS),
    },
)

HOST = record(
    "Host",
    "The party that employs people or holds money for the partnership, if one does.",
    {
        "party": party("Host party", "The id of the party that hosts.", required=True),
        "functions": texts(
            "Functions of the host",
            "What the host does for all, each beginning with a verb, so that its limits are clear.",
            "employs the JRO Director",
        ),
        "fee": text(
            "Fee of the host", "What the host is paid for hosting, if anything.", "2% of annual cash contributions"
        ),
        "liability_share": text(
            "Sharing of the host's risks",
            "How the others share what it costs the host if something goes wrong.",
            "in proportion to annual contributions",
        ),
        "rotation": text(
            "Rotation of the host",
            "Whether and when the host changes, so that no party carries it for ever.",
            "reviewed every three years",
        ),
    },
)

ROLES = records(
    "Roles",
    "Role",
    "What each party is responsible for.",
    {
        "party": party(
            "Responsible party", "The party whose responsibilities these are; give each party one entry.", required=True
        ),
        "responsibilities": texts(
            "Responsibilities", "What it must do, each beginning with a verb.", "provide the office at Quay Road"
        ),
        "binding": truth("Binding responsibilities", "Whether these responsibilities are to bind in law."),
    },
)

RACI = records(
    "Responsibility matrix",
    "Activity",
    "For each activity, who does it and who answers for it; exactly one party is accountable.",
    {
        "activity": text("Name of the activity", "One activity that could be argued over.", "Costing", required=True),
        "responsible": parties("Responsible parties", "The parties that do the work, at least one for each activity."),
        "accountable": parties("Accountable party", "The one party that answers for it; two would mean nobody does."),
        "consulted": parties(
            "Consulted parties",
            "The parties that are asked before, because the work depends on what they know.",
            "trust",
        ),
        "informed": parties(
            "Informed parties", "The parties that are told after, so that they are not surprised.", "trust"
        ),
    },
)

DECISIONS_AND_ROLES: dict[str, Rules] = {
    "governance": GOVERNANCE,
    "leadership": LEADERSHIP,
    "host": HOST,
    "roles": ROLES,
    "raci": RACI,
}
