"""The people around and in the partnership: engagement, communications, staff."""

from agreement_kit.schemas.agreement.codes import (
    DEVELOPMENT_KINDS,
    DEVELOPMENT_LEVELS,
    FLOWS,
    MECHANISMS,
    MODES,
    NODE_GROUPS,
    STAFF_MODELS,
    TUPE,
)
from agreement_kit.schemas.agreement.shapes import frequency, records, texts
from agreement_kit.schemas.fields import Rules, code, party, party_or_joint, record, text, truth, whole

LINK: dict[str, Rules] = {
    "person": text(
        "Person who links", "Who keeps up the contact; a group is reached by a person.", "Leila Corran", required=True
    ),
    "role": text("Role of the person", "What the person is in their organisation.", "Involvement lead"),
    "org": party("Party of the person", "The party the person belongs to, so that links are shared fairly.", "trust"),
    "org_other": text(
        "Organisation of the person", "Where the person belongs, if that is no party.", "Northmere Healthwatch"
    ),
}

MECHANISM: dict[str, Rules] = {
    "name": text(
        "Name of the mechanism", "What takes place, by the name people know it by.", "Research panel", required=True
    ),
    "type": code("Type of mechanism", "Whether people are only told or can test, refine or decide.", MECHANISMS),
    "frequency": frequency("Frequency of the mechanism", "How often it takes place, so that contact does not fade."),
    "mode": code("Mode of the mechanism", "Whether people meet; online alone wins few hearts.", MODES),
    "direction": code("Direction of the mechanism", "Which way information goes; both ways is best.", FLOWS),
}

NODE: dict[str, Rules] = {
    "name": text(
        "Name of the group", "A group that the partnership depends on or serves.", "Patients and public", required=True
    ),
    "group": code("Kind of group", "Where the group stands, so that none of the four is forgotten.", NODE_GROUPS),
    "interest": text(
        "Interest of the group",
        "What it wants from the partnership, as it would say it itself.",
        "Studies close to home",
    ),
    "links": records("Links", "Link", "The people who link the group to the hub; at least one.", LINK),
    "mechanisms": records("Mechanisms", "Mechanism", "How information goes between hub and group.", MECHANISM),
    "frequency": frequency("Contact with the group", "How often it hears from the hub, at least every six months."),
    "influences": texts(
        "Influence of the group", "What it can change, so that it knows why it should take part.", "Service catalogue"
    ),
    "second_order": texts("Wider network", "Whom the hub reaches through this group.", "Community champions"),
}

ENGAGEMENT = record(
    "Engagement",
    "The hub, the groups linked to it, and the people who link them.",
    {
        "hub": text("Hub", "What stands in the middle of the network.", "Joint Research Office"),
        "owner": text("Owner of engagement", "The post that keeps the map up to date.", "JRO Director"),
        "site_visits_per_year": whole(
            "Site visits each year", "How often people work in a partner's own place, to learn its culture.", 6
        ),
        "nodes": records("Groups", "Group", "The groups linked to the hub.", NODE),
        "relationship_pairs": records(
            "Counterparts",
            "Pair of counterparts",
            "People of two parties who keep in touch because they do the same job.",
            {
                "a": text(
                    "First counterpart",
                    "A person or post of one party.",
                    "Director of Finance, University",
                    required=True,
                ),
                "b": text(
                    "Second counterpart",
                    "Their counterpart in another party, who does the same job there.",
                    "Director of Finance, Trust",
                    required=True,
                ),
            },
        ),
        "feedback_loops": records(
            "Feedback loops",
            "Feedback loop",
            "How what people say comes back to them as an answer.",
            {
                "from": text(
                    "Source of feedback",
                    "Who gives it, so that they can be told what came of it.",
                    "office staff",
                    required=True,
                ),
                "to": text(
                    "Receiver of feedback",
                    "Who answers it, because feedback without an answer dries up.",
                    "JRO Management Group",
                    required=True,
                ),
                "frequency": frequency("Frequency of feedback", "How often people hear what became of it.", "monthly"),
            },
        ),
    },
)

COMMUNICATIONS = record(
    "Communications",
    "What is said in public, by whom, in the same words.",
    {
        "approval_working_days": whole(
            "Working days for approval",
            "Working days a party has to approve the use of its name; silence is no approval.",
            5,
            default=5,
        ),
        "spokespeople": texts("Spokespeople", "The posts that speak for the partnership.", "JRO Director"),
        "key_messages": texts(
            "Key messages", "Sentences that everybody uses, so that all say the same.", "Ask once, get one answer"
        ),
        "cadence": frequency("Rhythm of messages", "How often the partnership is heard from.", "monthly"),
        "channels": texts(
            "Channels", "Where messages appear, so that people know where to look.", "shared intranet page"
        ),
        "brand_rules": text(
            "Rules for names and logos",
            "How names and logos may be used.",
            "both logos at equal size; each party's brand guide applies",
        ),
        "joint_position_rule": text(
            "Rule for joint positions",
            "Who must agree before you say something with one voice.",
            "Both senior responsible owners agree the words before a joint position is published.",
        ),
    },
)

SECONDMENT: dict[str, Rules] = {
    "post": text(
        "Seconded post",
        "The post that is seconded, because each needs its own secondment agreement.",
        "JRO Director",
        required=True,
    ),
    "employer": party("Employer of the post", "The party that stays the employer and pays the salary."),
    "to": party_or_joint("Place of secondment", "The party the person works for, or joint."),
}

DEVELOPMENT: dict[str, Rules] = {
    "level": code(
        "Level of development",
        "Who is developed; do something for single people and for the team.",
        DEVELOPMENT_LEVELS,
        example="team",
    ),
    "kind": code(
        "Kind of development", "Whether it is a skill, a mindset or a process that is developed.", DEVELOPMENT_KINDS
    ),
    "text": text(
        "Development",
        "What takes place and when, so that time is set aside.",
        "Two joint development days a year",
        required=True,
    ),
    "tool": text("Tool for development", "A named method or questionnaire, if you use one.", "strengths profile"),
    "provider": text(
        "Provider of development",
        "Who runs or facilitates it, since an outsider can say what insiders cannot.",
        "an external facilitator",
    ),
}

PEOPLE = record(
    "People",
    "Staff, secondments and development.",
    {
        "model": code(
            "Staffing model",
            "Who employs the people who do the work.",
            STAFF_MODELS,
            default="stay_with_employer",
        ),
        "honorary": truth(
            "Honorary contracts", "Whether staff need honorary contracts or research passports to work on site."
        ),
        "tupe": code(
            "Transfer of employment",
            "Whether jobs may move to another employer by law; ask a lawyer if work moves between parties.",
            TUPE,
            default="not_expected",
        ),
        "secondments": records("Secondments", "Secondment", "Posts that are lent from one party.", SECONDMENT),
        "conduct": record(
            "Conduct",
            "How staff of several employers behave in one place, and where they can speak up.",
            {
                "code": text("Code of conduct", "The joint code, if there is one.", "the office's code of conduct"),
                "speak_up_contact": text(
                    "Contact for speaking up", "Whom staff can turn to in confidence.", "Freedom to Speak Up Guardian"
                ),
            },
        ),
        "development": records(
            "Development", "Piece of development", "How people learn to work together.", DEVELOPMENT
        ),
    },
)

RELATIONS: dict[str, Rules] = {"engagement": ENGAGEMENT, "communications": COMMUNICATIONS, "people": PEOPLE}
