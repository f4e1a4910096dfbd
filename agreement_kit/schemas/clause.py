"""The schema of a clause file's front matter, and of a template's outline."""

from agreement_kit.schemas.agreement.codes import TIERS
from agreement_kit.schemas.fields import Rules, code, day, identifier, listing, mapping, record, text

BINDS = {"binding": "Binding", "intent": "Statement of intent", "mixed": "Partly binding"}

CLAUSE_ID = r"[a-z][a-z0-9-]*"
"""A reference can name it as it stands, and so can a bookmark."""

TIER_LIST = listing("Tiers", "The depths at which it stands.", code("Tier", "A depth.", TIERS), required=True)

WHEN = mapping(
    "When",
    "Input paths and the values that choose it.",
    listing("Values", "Any of these.", text("Value", "A code, true or false.", "true")),
)

DEFINITION: dict[str, Rules] = {
    "term": text("Term", "The word that is defined.", "Board", required=True),
    "plural": text("Plural", "Its plural.", "Boards"),
    "meaning": text("Meaning", "What it means: no duty, no reference to a clause.", "the board", required=True),
}

ALTERNATIVE: dict[str, Rules] = {
    "position": text(
        "Position",
        "standard, fallback 1 and so on, or last resort.",
        "standard",
        required=True,
        regex=r"standard|fallback [1-9][0-9]*|last resort",
    ),
    "when": WHEN,
    "use": text("When to use", "In which case it is right.", "When both are public bodies.", required=True),
    "approver": text("Approver", "Who must approve its use.", "Head of legal", required=True),
    "binds": code("Binds", "Where it differs from the clause.", BINDS),
    "defines": listing("Defines", "Terms that belong to it.", record("Definition", "One term.", DEFINITION)),
}

CLAUSE: dict[str, Rules] = {
    "id": text("Clause id", "How references name it; never changes.", "disputes", required=True, regex=CLAUSE_ID),
    "title": text("Title", "Its heading.", "Resolving disagreements", required=True),
    "topic": text("Topic", "Its row in the clause matrix, A1 to T3.", "P1", required=True, regex=r"[A-T][1-9]"),
    "tiers": TIER_LIST,
    "binds": code("Binds", "Whether it binds in a hybrid agreement.", BINDS, required=True),
    "version": text("Version", "Raised with each change.", "1.0.0", required=True, regex=r"\d+\.\d+\.\d+"),
    "law": listing("Law", "What it relies on.", text("Source", "A statute or case.", "Bribery Act 2010 s.7")),
    "law_checked_on": day("Law checked on", "When that was last checked.", "2026-11-20", required=True),
    "review_by": day("Review by", "When to check it again.", "2027-11-20", required=True),
    "approved_by": text("Approved by", "Who approved the wording.", "not yet reviewed by a solicitor", required=True),
    "guidance": text("Guidance", "For the person who fills in the input.", "Name two or three steps.", required=True),
    "drafting_note": text("Drafting note", "For the lawyer.", "Confirm the ladder.", required=True),
    "changes": mapping(
        "Changes", "Version and why.", text("Reason", "Why it was made.", "First version."), required=True
    ),
    "silence": mapping(
        "Silence",
        "Rules of `clauses check` that are not to be reported here, and why.",
        text("Reason", "Why it is right as it is.", "The host alone employs the staff."),
    ),
    "alternatives": mapping(
        "Alternatives", "Its wordings.", record("Alternative", "One wording.", ALTERNATIVE), required=True
    ),
}

ENTRY_KINDS = ("cover", "masthead", "front", "parties", "recitals", "group", "clause", "signature", "schedule")

ENTRY: dict[str, Rules] = {
    **{
        kind: text(kind.capitalize(), "The id of what stands here; of a group, its title.", "plan")
        for kind in ENTRY_KINDS
    },
    "when": WHEN,
    "tiers": {**TIER_LIST, "required": False},
    "under": text("Under", "The clause without which a schedule has no place.", "plan"),
    "new_page": listing("New page", "The depths at which it starts a page.", code("Tier", "A depth.", TIERS)),
}

OUTLINE: dict[str, Rules] = {
    "id": identifier("Template id", "The name that --document takes.", "agreement", required=True),
    "title": text("Title", "What kind of document it is.", "Collaboration agreement", required=True),
    "about": text("About", "What it is for, in a sentence.", "The whole agreement.", required=True),
    "sections": listing(
        "Sections", "What stands in it, in order.", record("Section", "One entry.", ENTRY), required=True
    ),
}
