"""What the parties put in, the plan, and who shapes it."""

from agreement_kit.schemas.agreement.codes import (
    CONTRIBUTIONS,
    INVOLVEMENT_STAGES,
    PERIODS,
)
from agreement_kit.schemas.agreement.finance import FINANCE
from agreement_kit.schemas.agreement.shapes import records
from agreement_kit.schemas.fields import (
    Rules,
    code,
    day,
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
)

CONTRIBUTION: dict[str, Rules] = {
    "party": party(
        "Contributing party",
        "The party that gives it, since each contribution is a promise of one party.",
        required=True,
    ),
    "type": code(
        "Type of contribution",
        "What it gives, because money, staff and things are counted separately.",
        CONTRIBUTIONS,
        required=True,
    ),
    "description": text(
        "Description of the contribution", "What exactly it gives, if not money.", "two desks at the hub"
    ),
    "amount": money("Amount of the contribution", "The sum, without VAT, for the period named.", 410000),
    "period": code("Period of the contribution", "Whether the sum is given each year, once or over the term.", PERIODS),
    "fte": number(
        "Staff contributed (FTE)",
        "How many full-time posts it gives, so that it can be compared with its capacity.",
        12.0,
        min=0,
    ),
    "basis": text(
        "Basis of the contribution",
        "How it is given or valued, so that nobody argues later what it was worth.",
        "own payroll",
    ),
    "committed": truth("Committed contribution", "Whether it has been approved and not only hoped for.", renewed=True),
}

RESOURCES = record(
    "Resources",
    "What each party puts in.",
    {
        "contributions": records(
            "Contributions",
            "Contribution",
            "Money, people and things, one entry for each, so that gaps show.",
            CONTRIBUTION,
        ),
        "assets": records(
            "Assets",
            "Asset",
            "Equipment and systems that the partnership uses, because title must be clear when it ends.",
            {
                "name": text(
                    "Name of the asset",
                    "What it is, so exactly that it can be found and handed back.",
                    "Trial management system",
                    required=True,
                ),
                "owner": party(
                    "Owner of the asset", "The party it belongs to, during the agreement and after it.", "trust"
                ),
                "use": text("Use of the asset", "Who may use it and for what.", "by office staff, for joint studies"),
            },
        ),
        "premises": records(
            "Premises",
            "Place",
            "Rooms that one party lets the others use, so that no lease arises by accident.",
            {
                "address": text(
                    "Address of the premises",
                    "Where they are, and which rooms if not all.",
                    "Quay Road, Northmere",
                    required=True,
                ),
                "provider": party(
                    "Provider of the premises", "The party that provides them and stays in control of them."
                ),
                "terms": text(
                    "Terms of use",
                    "On what terms they are used, because a rent can make it a lease.",
                    "licence to occupy, free of charge",
                ),
            },
        ),
    },
)

PHASE: dict[str, Rules] = {
    "name": text(
        "Name of the phase",
        "What happens in this phase, as a heading in the plan.",
        "Set up and relationships",
        required=True,
    ),
    "start": day("Start of the phase", "Its first day, so that phases follow on from each other.", "2027-04-01"),
    "end": day("End of the phase", "Its last day, when you look at whether to go on.", "2027-09-30"),
}

MILESTONE: dict[str, Rules] = {
    "id": identifier("Milestone id", "A short code by which others refer to it.", "M1", required=True),
    "title": text("Milestone", "What will be there on that day.", "Single costing tool live", required=True),
    "due": day("Date for the milestone", "The day by which it is reached.", "2027-11-30"),
    "done": day("Reached on", "When it was reached; leave it out until then.", "2027-05-28", check_only=True),
    "owner": party_or_joint("Owner of the milestone", "The party that answers for it, or joint."),
    "objective": reference("objectives", "Objective of the milestone", "The id of the objective it serves.", "O1"),
    "evidence": text(
        "Evidence for the milestone",
        "What shows that it was reached, so that nobody can argue about it.",
        "Catalogue on both websites",
    ),
    "depends_on": listing(
        "Earlier milestones",
        "The ids of the milestones that must come first.",
        reference("plan.milestones", "Earlier milestone", "The id of a milestone that must come first.", "M2"),
    ),
}

PLAN = record(
    "Plan",
    "The implementation plan: what happens when and what it costs.",
    {
        "cost": record(
            "Cost of the plan",
            "What the plan costs in all, so that it can be compared with what is put in.",
            {
                "amount": money("Amount of the cost", "The sum, without VAT, for the period named.", 2460000),
                "period": code(
                    "Period of the cost", "The period the sum is for, usually the whole term.", PERIODS, example="term"
                ),
            },
        ),
        "phases": records(
            "Phases", "Phase", "The stages of the work; leave time at first to build relationships.", PHASE
        ),
        "milestones": records(
            "Milestones", "Milestone", "What must be there on which day, and who answers for it.", MILESTONE
        ),
        "calendar": text(
            "Planning calendar",
            "When in the year the parties plan together, so that their plans fit.",
            "Draft plans are exchanged each October and agreed each January.",
        ),
    },
)

CO_CREATION = records(
    "Co-creation",
    "Piece of co-creation",
    "Who shapes what, and at which stage, so that those concerned are asked before it is settled.",
    {
        "what": text(
            "What is shaped together",
            "The thing that is shaped, named as in the plan.",
            "Service catalogue",
            required=True,
        ),
        "who": text("Who shapes it", "The people who take part, if possible those concerned.", "six researchers"),
        "stage": code(
            "Stage of involvement",
            "How early they are involved; the earlier, the more they can change.",
            INVOLVEMENT_STAGES,
            example="design",
        ),
        "method": text(
            "Method of involvement",
            "How they take part, so that they can say whether it suits them.",
            "Three workshops",
        ),
        "paid": truth("Paid involvement", "Whether members of the public are paid for their time."),
        "payment_policy": text(
            "Payment policy",
            "By which rules they are paid, so that it is the same for everyone.",
            "NIHR payment guidance",
        ),
    },
)

DELIVERY: dict[str, Rules] = {
    "resources": RESOURCES,
    "finance": FINANCE,
    "plan": PLAN,
    "co_creation": CO_CREATION,
}
