"""What the agreement is, who is party to it and what led here: cover, agreement, parties, recitals."""

from agreement_kit.schemas.agreement.codes import (
    BINDING,
    GOVERNING_LAWS,
    JURISDICTIONS,
    KINDS,
    LANGUAGES,
    PRECEDENCES,
    STAGES,
    STATUSES,
    TIERS,
)
from agreement_kit.schemas.agreement.parties import PARTIES
from agreement_kit.schemas.agreement.shapes import records, texts
from agreement_kit.schemas.fields import Rules, code, day, money, record, text, truth

DOCUMENT = record(
    "Document",
    "What the cover and the header of the Word file say, so that everyone knows which draft they hold.",
    {
        "title": text(
            "Title",
            "The name of the agreement as it stands on the cover.",
            "Northmere Joint Research Office - Collaboration Agreement",
            required=True,
            starter=True,
            identity=True,
        ),
        "reference": text(
            "Reference",
            "Your own file or contract number, so that the agreement can be found again.",
            "NJRO-2027-01",
            starter=True,
            identity=True,
        ),
        "version": text(
            "Version",
            "The number of this draft; raise it each time you circulate one.",
            "0.3",
            default="0.1",
            starter=True,
            renewed=True,
        ),
        "status": code(
            "Status",
            "How far the text has got: a draft is marked subject to contract, a final one has no open items.",
            STATUSES,
            default="draft",
            starter=True,
            check_only=True,
        ),
        "date": day("Date of this version", "The day on which this version was made.", "2026-11-20", starter=True),
        "classification": text(
            "Classification", "The security marking that your organisation uses, if it uses one.", "Official"
        ),
        "author": text(
            "Author", "Who prepared this draft, so that comments reach the right person.", "Research Contracts Team"
        ),
        "law_checked_on": day(
            "Date of the legal check", "The day on which a lawyer last checked this draft.", "2026-11-13"
        ),
        "summary": truth(
            "One-page summary",
            "Whether the agreement opens with a one-page summary for people who will not read the rest.",
            default=True,
        ),
    },
    starter=True,
)

DEFINITION = {
    "term": text(
        "Term", "The word or phrase to define, as it is written in the text.", "Service Catalogue", required=True
    ),
    "meaning": text(
        "Meaning",
        "What it means here, without any duty in it.",
        "the list of services that the Office offers",
        required=True,
    ),
}

AGREEMENT_ITSELF = record(
    "Agreement",
    "What kind of agreement this is, how deep it goes, how far it binds and which law it is under.",
    {
        "kind": code(
            "Kind of partnership",
            "The kind that comes closest; it decides which questions the checks ask.",
            KINDS,
            check_only=True,
        ),
        "tier": code(
            "Tier",
            "Bronze is a short charter, silver a usual agreement, gold a full one; by default budget and term decide.",
            TIERS,
            starter=True,
            check_only=True,
        ),
        "binding": code(
            "Binding effect",
            "Whether a court could enforce all of it, none of it or, as a hybrid, the clauses that the library marks.",
            BINDING,
            default="hybrid",
            starter=True,
        ),
        "stage": code(
            "Stage of the partnership",
            "Where the partnership is in its life, because a new one needs other checks than an old one.",
            STAGES,
            check_only=True,
        ),
        "governing_law": code(
            "Governing law",
            "The law under which the agreement is read; with Welsh parties too it is England and Wales.",
            GOVERNING_LAWS,
            default="england_and_wales",
            starter=True,
        ),
        "jurisdiction": code(
            "Jurisdiction",
            "Whether only the courts of that nation may decide, or others as well.",
            JURISDICTIONS,
            default="exclusive",
        ),
        "budget": money(
            "Budget",
            "What may be spent over the whole term; the checks compare it with the plan.",
            2460000,
            check_only=True,
        ),
        "mismatch": text(
            "Mismatch report",
            "The .json report of `agreement-kit mismatch`; nothing is agreed while a blocker in it is open.",
            "mismatch.json",
            check_only=True,
        ),
        "deadline": day(
            "Deadline for signing",
            "The day by which it must be signed; little time speaks for a lower tier.",
            "2027-03-31",
            check_only=True,
        ),
        "precedence": texts(
            "Order of precedence",
            "The parts of the agreement, the strongest first, in case two of them conflict.",
            "the clauses",
        ),
        "definitions": records(
            "Further definitions",
            "Definition",
            "Words that your partnership uses in a sense of its own and that a newcomer would misread.",
            DEFINITION,
        ),
        "language": code(
            "Language versions",
            "Which text counts if there is also a Welsh or Gaelic one; Welsh public bodies need a choice.",
            LANGUAGES,
        ),
    },
    starter=True,
)

BACKGROUND = texts(
    "Background",
    "Three to six sentences on what led here, one for each recital, for a reader who was not there.",
    "The University and the Trust have worked together since the medical school opened in 1974.",
)

EXISTING_AGREEMENTS = records(
    "Existing agreements",
    "Existing agreement",
    "Agreements that already stand between the parties, and which one wins if they conflict.",
    {
        "title": text(
            "Title of the existing agreement",
            "Its name as it stands on its first page.",
            "Medical school affiliation agreement",
            required=True,
        ),
        "date": day("Date of the existing agreement", "The day on which it was signed.", "2019-08-01", renewed=False),
        "relationship": code(
            "Relationship to this agreement",
            "Whether it prevails over this agreement, supplements it or is replaced by it.",
            PRECEDENCES,
        ),
    },
)

FRONT: dict[str, Rules] = {
    "document": DOCUMENT,
    "agreement": AGREEMENT_ITSELF,
    "parties": PARTIES,
    "background": BACKGROUND,
    "existing_agreements": EXISTING_AGREEMENTS,
}
