"""Why the parties collaborate, what they promise each other, and what the partnership does and does not do."""

from agreement_kit.schemas.agreement.codes import EXCLUSIVITY, OBJECTIVE_KINDS, SCOPE_CATEGORIES, VALUE_TYPES
from agreement_kit.schemas.agreement.shapes import frequency, records, texts
from agreement_kit.schemas.fields import (
    Rules,
    code,
    day,
    identifier,
    parties,
    party_or_joint,
    record,
    text,
    whole,
)

BELIEF: dict[str, Rules] = {
    "stronger": text(
        "Belief: stronger",
        "One sentence on why you are stronger together, to come back to in hard times.",
        "Funders see one office and one standard.",
    ),
    "better": text(
        "Belief: better",
        "One sentence on why the work itself gets better together.",
        "Costing and clinical knowledge meet early.",
    ),
    "coherent": text(
        "Belief: more coherent", "Why things fit together better for those you serve.", "A researcher has one contact."
    ),
    "outcomes": text(
        "Belief: better outcomes", "Why people are better off for it.", "Patients are offered studies months sooner."
    ),
}

VALUE: dict[str, Rules] = {
    "type": code(
        "Type of value",
        "What you gain by working together; the type decides which clauses you need.",
        VALUE_TYPES,
        required=True,
    ),
    "rank": whole(
        "Rank", "1 for the main value, then 2, 3 and 4; the main one decides which clauses matter.", 1, min=1
    ),
    "how": text(
        "How it is created",
        "What you do together that creates this value.",
        "A single team runs costing, contracts, sponsorship and assurance.",
    ),
}

PURPOSE = record(
    "Purpose",
    "Why you collaborate at all, and what would make you stop.",
    {
        "problem": text(
            "Problem",
            "What goes wrong today and for whom, with a figure if you have one.",
            "Researchers deal with two offices; median set-up is 118 days.",
            starter=True,
        ),
        "vision": text(
            "Vision",
            "One sentence of at most 30 words on what will be different, naming those who benefit.",
            "One front door for health research in Northmere, so that patients are offered the right study sooner.",
            starter=True,
        ),
        "success": texts(
            "Signs of success", "Three statements of what success looks like.", "Set-up within national targets"
        ),
        "only_together": text(
            "Why only together",
            "Why no party could do it alone; if you cannot say, do not start.",
            "Neither organisation can remove double handling alone because each controls half the pathway.",
            starter=True,
        ),
        "stop_if": text(
            "Reason to stop",
            "What would make you end the partnership, and when you would look.",
            "If set-up time has not fallen by a quarter after 24 months, the Board reviews whether to separate.",
        ),
        "belief": record("Belief", "Why the parties believe that they do better together, in four sentences.", BELIEF),
        "value_types": records(
            "Types of value",
            "Type of value",
            "The kinds of value you want to create, ranked, the main one first.",
            VALUE,
        ),
        "aims": texts(
            "Aims", "One to three broad aims; the objectives make them measurable.", "Grow fair access to research"
        ),
        "context": text(
            "Wider system",
            "The larger plans or systems this partnership is part of, so that it does not cut across them.",
            "The partnership supports the integrated care system's research strategy.",
        ),
    },
    starter=True,
)

OBJECTIVES = records(
    "Objectives",
    "Objective",
    "Three to eight results to reach, each with a figure, a date and a lead.",
    {
        "id": identifier(
            "Objective id", "A short code by which measures and milestones refer to it.", "O1", required=True
        ),
        "text": text(
            "Objective",
            "What will change, from which figure to which, by when.",
            "Cut median study set-up time from 118 to 60 days by 31 March 2029",
            required=True,
        ),
        "lead": party_or_joint("Lead for the objective", "The party that answers for it, or joint."),
        "priority": whole("Priority", "1 for the most important, so that you know what gives way.", 1, min=1),
        "kind": code(
            "Kind of objective",
            "What the objective is about, so that relationships count beside delivery.",
            OBJECTIVE_KINDS,
            check_only=True,
        ),
        "due": day("Date for the objective", "The day by which it is to be reached.", "2029-03-31"),
        "no_kpi_reason": text(
            "Reason for having no measure",
            "If nothing measures this objective, why that is right.",
            "Judged by the independent review",
            check_only=True,
        ),
    },
)

PRINCIPLES = records(
    "Principles",
    "Principle",
    "How you behave towards each other; five to seven are enough, and none of them is legally binding.",
    {
        "title": text("Title of the principle", "A few words that people will remember.", "Clarity", required=True),
        "text": text(
            "Principle",
            "One sentence on what it means, because the title alone can be read in many ways.",
            "We say what the office does and does not do, in the same words.",
        ),
        "behaviours": texts("Behaviours", "What one would see people do if they lived by it.", "One service catalogue"),
    },
)

PLEDGES = records(
    "Pledges",
    "Pledge",
    "What each promises the others and would be ashamed to break; never legally binding.",
    {
        "by": party_or_joint(
            "Party that pledges", "The party that makes the promise, or all.", "uni", required=True, starter=True
        ),
        "to": party_or_joint("Party that receives the pledge", "The party to which it is made, or all.", "trust"),
        "to_people": text(
            "People who receive the pledge", "Those to whom it is made, if they are no party.", "researchers"
        ),
        "text": text(
            "Pledge",
            "One thing you will do, so concrete that anyone can see whether it was done.",
            "Share pre-award pipeline data every month.",
            required=True,
            starter=True,
        ),
        "evidence": text(
            "Evidence for the pledge", "What shows that it is kept, so that nobody has to take it on trust.", "Rota"
        ),
        "review": frequency("Review of the pledge", "How often you look at whether it is kept.", "annual"),
    },
    starter=True,
)

EXPECTATIONS = records(
    "Expectations",
    "Expectation",
    "What each expects of the others; an expectation that nobody pledges to meet is worth a talk.",
    {
        "by": party_or_joint(
            "Party that expects",
            "The party whose expectation it is, because each side expects something else.",
            "uni",
            required=True,
        ),
        "of": party_or_joint("Party from which it is expected", "The party that is to meet it, or joint.", "trust"),
        "text": text(
            "Expectation",
            "What you expect, in words that the other side can answer.",
            "Clinical divisions hear about a study before the funder does.",
            required=True,
        ),
    },
)

DOES: dict[str, Rules] = {
    "text": text(
        "What the partnership does",
        "One function, beginning with a verb, so that everyone describes it alike.",
        "Negotiate and hold study contracts",
        required=True,
        starter=True,
    ),
    "lead": party_or_joint("Lead for the function", "The party that leads it, or joint.", starter=True),
    "category": code(
        "Category of the function",
        "Whether you deliver, design, advise or learn, because duties differ.",
        SCOPE_CATEGORIES,
        check_only=True,
    ),
}

DOES_NOT: dict[str, Rules] = {
    "text": text(
        "What the partnership does not do",
        "One thing that people might expect of it and that it will not do.",
        "Decide clinical priorities",
        required=True,
        starter=True,
    ),
    "stays_with": parties("Parties that keep it", "The parties that go on doing it themselves.", "trust"),
    "stays_with_other": text("Others who keep it", "Who does it, if that is no party.", "University innovation office"),
    "reason": text("Reason for leaving it out", "Why it is left out, in a few words.", "statutory function"),
}

SCOPE = record(
    "Scope",
    "What the partnership does and, as important, what it does not do.",
    {
        "exclusivity": code(
            "Exclusivity",
            "Whether the parties may do the same with others.",
            EXCLUSIVITY,
            default="non_exclusive",
        ),
        "does": records(
            "Functions", "Function", "What the partnership does, one function to a line.", DOES, starter=True
        ),
        "does_not": records(
            "Limits", "Limit", "What the partnership does not do, and who does it instead.", DOES_NOT, starter=True
        ),
    },
    starter=True,
)

PURPOSE_AND_SCOPE: dict[str, Rules] = {
    "purpose": PURPOSE,
    "objectives": OBJECTIVES,
    "principles": PRINCIPLES,
    "pledges": PLEDGES,
    "expectations": EXPECTATIONS,
    "scope": SCOPE,
}
