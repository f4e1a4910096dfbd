"""The life of the agreement: change, review, joining and leaving, term, end, signature."""

from agreement_kit.schemas.agreement.codes import (
    ACCESSION_RULES,
    CHANGE_FORMS,
    REMOVAL_RULES,
    REVIEW_METHODS,
    SIGNATURE_METHODS,
    TERM_BASES,
)
from agreement_kit.schemas.agreement.shapes import frequency, records, texts
from agreement_kit.schemas.fields import Rules, code, day, record, reference, text, truth, whole

CHANGE = record(
    "Change",
    "Which body may change which part, and how all else is changed.",
    {
        "authority": records(
            "Authority to change",
            "Authority",
            "What a body may change without a signed variation.",
            {
                "body": reference(
                    "governance.bodies",
                    "Body that may change",
                    "The id of the body, which must have a quorum to do so.",
                    "board",
                    required=True,
                ),
                "may_change": texts(
                    "Parts it may change",
                    "Schedules or documents, not money, so that the plan can follow events.",
                    "plan",
                    required=True,
                ),
            },
        ),
        "form": code(
            "Form of a variation",
            "How everything else is changed; a deed can only be changed by deed.",
            CHANGE_FORMS,
            default="signed",
        ),
    },
)

REVIEW = record(
    "Review",
    "The health check of the partnership.",
    {
        "first": day("First review", "The day by which you first look at how you work together.", "2027-10-31"),
        "frequency": frequency(
            "Reviews", "How often you look again at how well you work together.", "annual", default="annual"
        ),
        "baseline_at_start": truth("Review at the start", "Whether you also score yourselves when you begin."),
        "triggers": texts("Triggers of a review", "Events that call for one at once.", "change of Director"),
        "method": code(
            "Method of review",
            "How it is done; a workshop gets people talking, a survey hears everyone.",
            REVIEW_METHODS,
        ),
        "owner": text("Owner of the review", "The post that sees that it happens.", "JRO Director"),
    },
)

ACCESSION: dict[str, Rules] = {
    "rule": code("Rule for joining", "Who must agree before a new party joins.", ACCESSION_RULES),
    "form": truth("Accession form", "Whether a new party signs a form that stands in a schedule."),
}

MEMBERSHIP = record(
    "Membership",
    "How a party joins and leaves.",
    {
        "accession": record("Joining", "How a new party joins.", ACCESSION),
        "criteria": texts(
            "Criteria for joining", "What a new party must bring, so that you can say no kindly.", "adds a skill"
        ),
        "withdrawal_months": whole(
            "Months of notice to leave", "Months of notice before a party may leave; six where you say nothing.", 6
        ),
        "withdrawal_at_year_end": truth(
            "Leaving at the end of a financial year", "Whether a party may leave only on 31 March.", example=False
        ),
        "removal_rule": code("Rule for removal", "How the others may remove a party.", REMOVAL_RULES),
        "removal_grounds": texts(
            "Grounds for removal",
            "What a party must have done, so that removal cannot be arbitrary.",
            "a serious breach not put right",
        ),
    },
)

EXTENSION: dict[str, Rules] = {
    "years": whole("Years of the extension", "By how many years it may be extended.", 2, min=1, required=True),
    "notice_months": whole("Months of notice to extend", "How long before the end you must say so.", 6),
}

TERM = record(
    "Term",
    "When the agreement begins and ends.",
    {
        "basis": code(
            "Basis of the term", "Whether the end is a date, the end of the work or open.", TERM_BASES, default="fixed"
        ),
        "start": day("Start", "The day on which it takes effect.", "2027-04-01", starter=True),
        "end": day("End", "The last day, unless it is extended.", "2030-03-31", starter=True),
        "extensions": records(
            "Extensions", "Extension", "By how long it may be extended, one entry for each.", EXTENSION
        ),
        "conditions": texts("Conditions", "What must happen before it takes effect.", "approval by University Council"),
    },
    starter=True,
)

TERMINATION = record(
    "Termination",
    "How the agreement can end early.",
    {
        "convenience_months": whole(
            "Months of notice to end",
            "Months of notice with which it can be ended without a reason; six where you say nothing.",
            6,
        ),
        "remedy_days": whole(
            "Days to put a breach right", "Days a party has to put a serious breach right.", 30, default=30
        ),
        "insolvency": truth(
            "End on insolvency", "Whether it can be ended if a party cannot pay its debts.", default=True
        ),
        "change_in_law": truth(
            "End on a change in law", "Whether it can be ended if the law no longer allows it.", default=True
        ),
        "loss_of_funding": truth("End on loss of funding", "Whether it can be ended if the money stops."),
        "step_down": truth("Step down", "Whether the parties may go down to a non-binding memorandum instead."),
    },
)

EXIT = record(
    "Exit",
    "How the parties part in good order.",
    {
        "plan_due": day(
            "Date for the exit plan", "The day by which there is a plan; early, while all are friends.", "2027-07-01"
        ),
        "run_off_months": whole("Months of run-off", "Months in which work under way is finished.", 6, default=6),
        "costs": text(
            "Costs of the exit", "Who bears them, agreed while nobody knows who will leave.", "shared equally"
        ),
        "data": text(
            "Data on exit",
            "What happens to shared data, because nobody may keep it without a reason.",
            "return or delete within 60 days",
        ),
        "records": text(
            "Records on exit",
            "Who keeps the records, because auditors may ask years later.",
            "the host keeps them for six years",
        ),
        "staff": text(
            "Staff on exit",
            "What happens to people, because they will ask first.",
            "secondments end and staff return to their employers",
        ),
        "sustainability": text(
            "Legacy", "How what was learned lives on when the partnership does not.", "Annual transfer of know-how"
        ),
    },
)

BOILERPLATE = record(
    "General provisions",
    "Figures in the usual closing clauses.",
    {
        "force_majeure_days": whole(
            "Days of force majeure", "Days of events beyond control after which a party may end it.", 90, default=90
        )
    },
)

SIGNATURE = record(
    "Signature",
    "How the agreement is signed.",
    {
        "method": code(
            "Method of signature",
            "A simple signature is usual; a deed doubles the time for claims and needs witnesses.",
            SIGNATURE_METHODS,
            default="simple",
            starter=True,
        ),
        "electronic": truth(
            "Electronic signature",
            "Whether it may be signed electronically; for deeds ask a lawyer first.",
            default=True,
        ),
        "counterparts": truth("Counterparts", "Whether each party may sign its own copy.", default=True),
    },
    starter=True,
)

LIFETIME: dict[str, Rules] = {
    "change": CHANGE,
    "review": REVIEW,
    "membership": MEMBERSHIP,
    "term": TERM,
    "termination": TERMINATION,
    "exit": EXIT,
    "boilerplate": BOILERPLATE,
    "signature": SIGNATURE,
}
