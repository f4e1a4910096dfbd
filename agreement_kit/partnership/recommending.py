"""Whether to collaborate, and how deep: answers → a verdict, and what suits, each with its reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from agreement_kit.answers import Answers, Number, Record, Truth, Whole, Words, find, find_all, records
from agreement_kit.document import Document, Section
from agreement_kit.partnership.reports import grid, items, paragraph, report, section

COUNCILS = ("local_authority", "combined_authority")
ENTERPRISES = ("company_ltd", "company_plc", "company_clg", "cic", "charitable_company", "registered_society")
NHS = ("nhs_trust", "nhs_foundation_trust", "integrated_care_board", "nhs_england", "special_health_authority")
MANY = 4

KIND_NOTE = (
    "Thank you for thinking of us. We have looked hard at what we could do together, and cannot yet see what only the "
    "two of us could achieve, or the time that it would deserve. Rather than let you down later we would like to start "
    "smaller: share what each of us learns, and talk again in six months."
)


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing that suits: the tier, how far to bind, a wording, a document, or a question to ask first."""

    about: str
    choice: str
    reason: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """`doubts` are reasons not to start yet; without any the verdict is to go ahead."""

    doubts: tuple[str, ...]
    advice: tuple[Advice, ...]

    @property
    def verdict(self) -> str:
        return "Do not start yet: try a lighter way" if self.doubts else "Go ahead"


def recommend(answers: Answers) -> Recommendation:
    """What the answers suggest. What is open or not there suggests nothing."""
    advice = (*depth(answers), *wordings(answers), *questions(answers), *documents(answers))
    return Recommendation(tuple(doubts(answers)), advice)


def doubts(answers: Answers) -> Iterator[str]:
    if not isinstance(find(answers.root, ("purpose", "only_together")), Words):
        yield "Nobody has said what only working together can achieve (purpose.only_together)."
    promised: dict[str, Decimal] = {}
    for share in records(find(answers.root, ("resources", "contributions"))):
        people, party = share.fields.get("fte"), share.fields.get("party")
        if isinstance(people, Number) and isinstance(party, Words):
            promised[str(party)] = promised.get(str(party), Decimal(0)) + people
    for party in records(find(answers.root, ("parties",))):
        room = find(party, ("capacity", "fte"))
        needed = promised.get(str(party["id"]), Decimal(0))
        if isinstance(room, Number) and needed > room:
            name = getattr(party.fields.get("short_name"), "printed", str(party["id"]))
            yield f"{name[:1].upper()}{name[1:]} promises {needed} full-time equivalents and has {room}."


def value_types(answers: Answers) -> frozenset[str]:
    found = find_all(answers.root, ("purpose", "value_types", "type"))
    return frozenset(str(each) for each in found if isinstance(each, Words))


def depth(answers: Answers) -> Iterator[Advice]:
    """Tier and binding mode; what the input chose itself stands beside what suits."""
    kinds = value_types(answers)
    tier, reason = find(answers.root, ("agreement", "tier")), find(answers.root, ("agreement", "tier_reason"))
    if isinstance(tier, Words) and isinstance(reason, Words):
        yield Advice("Depth", tier.printed, f"{reason.printed[:1].upper()}{reason.printed[1:]}.")
    elif isinstance(tier, Words):
        yield Advice("Depth", tier.printed, "You chose it.")
    if "shared_delivery" in kinds and str(tier) == "bronze":
        yield Advice(
            "Depth", "Silver or gold", "Shared delivery needs roles, resources, results and liability settled."
        )
    binding = find(answers.root, ("agreement", "binding"))
    suits, why = binding_mode(answers, kinds)
    if isinstance(binding, Words) and ("agreement", "binding") in answers.given and binding.printed != suits:
        why = f"{why} You chose: {binding.printed}."
    yield Advice("How far it binds", suits[:1].upper() + suits[1:], why)


def binding_mode(answers: Answers, kinds: frozenset[str]) -> tuple[str, str]:
    from agreement_kit.schemas.agreement.codes import BINDING

    if has_code(answers, ("finance", "pool", "model"), "pooled") or has_code(answers, ("people", "tupe"), "expected"):
        return BINDING["binding"], "Shared money or staff who move leave nobody the choice."
    if any(isinstance(each, Number) for each in find_all(answers.root, ("resources", "contributions", "amount"))):
        return BINDING["hybrid"], "Money is promised, and the vision and the pledges are better left to trust."
    if is_true(answers, "data", "personal_data") or "shared_delivery" in kinds:
        return BINDING["hybrid"], "Personal data and work that is delivered together need terms that bind."
    return BINDING["charter"], "Nothing is promised that a court should ever have to read."


def has_code(answers: Answers, path: tuple[str, ...], code: str) -> bool:
    value = find(answers.root, path)
    return isinstance(value, Words) and value == code


def is_true(answers: Answers, *path: str) -> bool:
    value = find(answers.root, path)
    return isinstance(value, Truth) and bool(value)


def forms(answers: Answers) -> list[str]:
    return [str(each) for each in find_all(answers.root, ("parties", "legal_form")) if isinstance(each, Words)]


def wordings(answers: Answers) -> Iterator[Advice]:
    kinds, bodies = value_types(answers), forms(answers)
    if "shared_voice" in kinds:
        yield Advice("Wording", "A rule on joint positions", "You want to speak with one voice (communications).")
    if "aligned_plans" in kinds:
        yield Advice(
            "Wording", "A planning calendar", "Plans can only be aligned before they are settled (plan.calendar)."
        )
    if "shared_learning" in kinds:
        yield Advice(
            "Wording", "Terms of publication, an open licence", "What is learned should travel (publications, ip)."
        )
    if "shared_delivery" in kinds:
        yield Advice("Wording", "Roles, resources, results, liability", "You deliver together (roles, resources, ip).")
    if is_true(answers, "data", "personal_data"):
        yield Advice("Wording", "Data protection and data flows", "Personal data is shared, at whatever depth.")
    if len(bodies) > MANY:
        yield Advice(
            "Wording", "Decisions by majority, and rules for new partners", f"There are {len(bodies)} parties."
        )
    nhs = [
        each for each in find_all(answers.root, ("parties", "health_service_body")) if isinstance(each, Truth) and each
    ]
    if len(nhs) > 1:
        yield Advice("Wording", "NHS contract between health service bodies", "Section 9 of the NHS Act 2006.")


def questions(answers: Answers) -> Iterator[Advice]:
    """What to ask before anything is drafted."""
    bodies = forms(answers)
    has_money = any(
        isinstance(each, Number) for each in find_all(answers.root, ("resources", "contributions", "amount"))
    )
    public = [each for each in bodies if each in (*COUNCILS, *NHS)]
    if has_money and public and any(each in ENTERPRISES for each in bodies):
        why = "Public money moves to a body that trades (Subsidy Control Act 2022, Procurement Act 2023)."
        yield Advice("Ask first", "Is it a subsidy? Must it be procured?", why)
    pooled = has_code(answers, ("finance", "pool", "model"), "pooled")
    if pooled and any(each in NHS for each in bodies) and any(each in COUNCILS for each in bodies):
        why = "An NHS body and a council share money: a partnership agreement alone does not carry that."
        yield Advice("Ask first", "Section 75 or section 65Z5 of the NHS Act 2006?", why)
    if has_code(answers, ("agreement", "kind"), "single_study"):
        yield Advice(
            "Use instead", "The national model agreement for studies", "It is one study, and the model is expected."
        )
    crown = [each for each in find_all(answers.root, ("parties", "crown")) if isinstance(each, Truth) and each]
    if bodies and len(crown) == len(bodies):
        yield Advice("Use instead", "A memorandum of understanding", "The Crown cannot contract with itself.")


DOCUMENTS = (
    ("pledge-sheet", ("pledges",), "The people who keep the pledges sign them."),
    ("scope-statement", ("scope", "does_not"), "Others must know what you do and do not do."),
    ("raci", ("raci",), "Activities could be argued over."),
    ("implementation-plan", ("plan", "milestones"), "There are milestones to reach."),
    ("engagement-map", ("engagement", "nodes"), "There are groups to keep in touch with."),
    ("key-messages", ("communications", "key_messages"), "Everybody should say the same."),
    ("development-programme", ("people", "development"), "People learn to work together."),
    ("value-canvas", ("purpose",), "For those who decide whether to start."),
    ("health-check-form", ("review",), "You want to know how well it goes."),
)


def documents(answers: Answers) -> Iterator[Advice]:
    for name, path, why in DOCUMENTS:
        value = find(answers.root, path)
        if value and not (isinstance(value, Record) and not value.is_given):
            yield Advice("Document", name, why)
    if len(list(find_all(answers.root, ("parties",)))) and not isinstance(find(answers.root, ("kpis",)), Whole):
        yield Advice("Document", "party-summary", "Each partner asks what it means for itself.")


def recommendation_report(found: Recommendation, answers: Answers | None) -> Document:
    """The recommendation as a page for those who decide."""
    sections: list[Section] = [section("verdict", "In short", paragraph(f"{found.verdict}.", bold=True))]
    if found.doubts:
        lighter = (
            "A lighter way: share what you learn, meet twice a year, and write one page about it. Come back when the "
            "doubts below are gone."
        )
        note = paragraph(f"A kind note to send: “{KIND_NOTE}”")
        sections.append(section("doubts", "Why not yet", *items(found.doubts), paragraph(lighter), note))
    rows = [(each.about, each.choice, each.reason) for each in found.advice]
    sections.append(
        section("suits", "What suits you", grid("What suits, and why", ("About", "What suits", "Why"), rows))
    )
    sections.append(
        section("note", "What this is", paragraph("Rules of thumb, no advice. No solicitor has reviewed this."))
    )
    return report("Recommendation", answers, None, *sections)
