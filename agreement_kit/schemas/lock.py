"""The schema of a lock file: what a draft was made of."""

from typing import get_args

from agreement_kit.document import SectionKind
from agreement_kit.schemas.clause import ALTERNATIVE, CLAUSE, CLAUSE_ID, TIER_LIST, WHEN
from agreement_kit.schemas.fields import Rules, code, identifier, listing, record, text, truth

HASH = r"[0-9a-f]{64}"

HASHED: Rules = text("Hash", "By which an edit shows.", "0" * 64, required=True, regex=HASH)

LOCKED_CLAUSE: dict[str, Rules] = {
    **{name: rules for name, rules in CLAUSE.items() if name != "alternatives"},
    "alternative": record(
        "Alternative",
        "The wording that was chosen.",
        {
            "id": text("Alternative id", "Which one.", "only", required=True),
            **ALTERNATIVE,
            "wording": text("Wording", "As it stood in the clause file.", "1. The Parties agree.", required=True),
        },
        required=True,
    ),
    "hash": HASHED,
}

SECTION: dict[str, Rules] = {
    "kind": code("Kind", "What kind of section it is.", {kind: kind for kind in get_args(SectionKind)}, required=True),
    "use": text("Use", "The id of the clause or part; of a group its title.", "disputes", required=True),
    "under": text("Under", "The clause without which a schedule has no place.", "plan"),
    "when": WHEN,
    "tiers": {**TIER_LIST, "required": False},
    "new_page": {**TIER_LIST, "required": False},
    "starts_page": truth("Starts a page", "Whether it did in this draft."),
    "own": truth("Own", "Whether it came from an organisation's own library."),
    "clause": record("Clause", "What stood there; a group has none.", LOCKED_CLAUSE),
}

TERM: dict[str, Rules] = {
    "clause": text("Clause", "Whose term it is.", "interpretation", required=True, regex=CLAUSE_ID),
    "term": text("Term", "The word.", "Board", required=True),
    "plural": text("Plural", "Its plural.", "Boards"),
    "meaning": text("Meaning", "What it means.", "the board", required=True),
}

ANSWERS: dict[str, Rules] = {
    "name": text("Name", "What the input was called.", "harbour.agreement.yaml", required=True),
    "hash": HASHED,
    "text": text("Text", "The input as it was read.", "document:", required=True),
}

LOCK: dict[str, Rules] = {
    "lock": text("Lock", "The format of this file.", "1", required=True),
    "kit": text("Kit", "The version of the kit that wrote it.", "0.1.0", required=True),
    "document": identifier("Document", "Which document was made.", "agreement", required=True),
    "draft": {**HASHED, "meta": {**HASHED["meta"], "label": "Draft", "help": "The words of the draft."}},
    "library": {**HASHED, "meta": {**HASHED["meta"], "label": "Library", "help": "Every clause there was."}},
    "house_style": {**HASHED, "meta": {**HASHED["meta"], "label": "House style", "help": "The Word file of styles."}},
    "answers": record("Answers", "The input.", ANSWERS, required=True),
    "sections": listing("Sections", "What stood in the draft.", record("Section", "One.", SECTION), required=True),
    "terms": listing("Terms", "Terms of clauses that do not stand in it.", record("Term", "One.", TERM)),
    "hash": HASHED,
}
