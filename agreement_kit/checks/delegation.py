"""Points of law about functions that one public body hands to another, and about contracts within the NHS."""

import re
from collections.abc import Iterator

from agreement_kit.answers import Answers, Words, find, records, words_at
from agreement_kit.checks.facts import (
    COUNCILS,
    NHS_IN_ENGLAND,
    Party,
    are_all_known,
    binds,
    deepest_given,
    entries,
    first_match,
    is_missing_at,
    is_open,
    parties,
    word,
)
from agreement_kit.checks.findings import Finding
from agreement_kit.problems import Path
from agreement_kit.rules import rule

POOL = ("finance", "pool")
SECTION_75 = (*POOL, "section_75")
SECTION_75_ITEMS: dict[Path, str] = {
    (*SECTION_75, "improvement"): "how the arrangement improves the way in which the functions are exercised",
    (*SECTION_75, "consultation"): "who was jointly consulted, and when",
    (*SECTION_75, "health_plan"): "how it fits the health plan of the area",
    ("purpose", "aims"): "the agreed aims",
    ("objectives",): "the agreed outcomes",
    ("resources", "contributions"): "what each partner contributes",
    (*SECTION_75, "varying"): "how contributions may be varied",
    (*SECTION_75, "nhs_functions"): "which NHS functions it covers",
    (*SECTION_75, "health_related_functions"): "which health-related functions of the council it covers",
    (*SECTION_75, "services"): "which people it serves, with which services",
    (*SECTION_75, "provision"): "which staff, goods, services and accommodation are provided",
    ("term",): "how long it lasts",
    (*SECTION_75, "monitoring"): "how it is managed and monitored",
}
POOL_ITEMS: dict[Path, str] = {
    (*POOL, "host"): "which partner hosts the pooled fund",
    (*POOL, "manager"): "who manages the pooled fund",
    (*POOL, "reports"): "how often the pooled fund is reported on",
}
EXCLUDED = re.compile(
    r"\b(?:surg(?:ery|ical)|radiotherapy|termination of pregnan\w+|abortion|endoscop\w+|laser|invasive|"
    r"emergency ambulance)\b",
    re.IGNORECASE,
)


@rule("DEL-01", "error")
def joint_committees_without_basis(answers: Answers) -> Iterator[Finding]:
    """A joint committee that is to decide for several parties, without the law under which it can.

    Why: a public body can leave decisions to a joint committee only under a power in statute (National Health Service
    Act 2006, sections 65Z5 and 65Z6, with the limits of SI 2022/642; Local Government Act 1972, section 102); without
    one its decisions are void. An ordinary collaboration agreement delegates nothing.
    Remedy: name the power under `governance.delegation.legal_basis`, or let each party decide for itself.
    """
    model = ("governance", "delegation", "model")
    bodies = entries(answers, "governance", "bodies")
    committees = [(*path, "type") for path, body in bodies if word(body, "type") == "joint_committee"]
    if words_at(answers, *model) == "joint_committee":
        committees.insert(0, model)
    if committees and is_missing_at(answers, "governance", "delegation", "legal_basis"):
        sentence = "a joint committee needs a power in statute, and none is named"
        yield Finding(committees[0], sentence, "Add governance.delegation.legal_basis.")


@rule("DEL-02", "info")
def delegation_guidance(answers: Answers) -> Iterator[Finding]:
    """Functions of NHS bodies are to be exercised jointly or by another.

    Why: NHS bodies must have regard to the statutory guidance under section 65Z7 of the National Health Service Act
    2006, and SI 2022/642 excludes some functions. The agreement alone delegates nothing.
    Remedy: read the guidance as it stands today, and have the scheme of delegation of each party changed first.
    """
    path = ("governance", "delegation", "model")
    health = any(party.is_of(*NHS_IN_ENGLAND) for party in parties(answers))
    if health and words_at(answers, *path) in ("section_65z5", "joint_committee", "committees_in_common"):
        sentence = "have regard to the statutory guidance on delegation and joint exercise of NHS functions"
        yield Finding(path, sentence)


@rule("S75-01", "error", stops=True)
def section_75_incomplete(answers: Answers) -> Iterator[Finding]:
    """An NHS body and a council are to pool money or to exercise functions for one another, and something is missing
    that an agreement under section 75 must say. Each missing item is reported at its place: together they are the
    checklist.

    Why: section 75 of the National Health Service Act 2006 and the partnership regulations (SI 2000/617, regulations 4
    and 7 to 10, as made) list what must be in writing, and joint consultation comes first. A collaboration agreement is
    no such agreement. A lawyer should confirm the bodies and the list as amended.
    Remedy: fill in each item, or write tbc for it; or align budgets in place of pooling them. Have the section 75
    agreement itself drafted by a lawyer.
    """
    pooled = words_at(answers, *POOL, "model") == "pooled"
    if not (pooled or words_at(answers, "governance", "delegation", "model") == "section_75"):
        return
    if not between_health_and_council(answers):
        return
    wanted = {**SECTION_75_ITEMS, **(POOL_ITEMS if pooled else {})}
    for path, what in wanted.items():
        if is_missing_at(answers, *path):
            yield Finding(
                deepest_given(answers, *path), f"a section 75 arrangement must say {what}", f"Add {named(path)}."
            )
    for party in partners(answers):
        given = [each.fields.get("party") for each in records(find(answers.root, ("resources", "contributions")))]
        if given and party.id not in given and not any(map(is_open, given)):
            sentence = f"a section 75 arrangement must say what {party.name} contributes"
            yield Finding(("resources", "contributions"), sentence, "", at_name=True)
    reports = find(answers.root, (*POOL, "reports"))
    if pooled and isinstance(reports, Words) and reports in ("six_monthly", "annual", "as_needed"):
        sentence = f"a pooled fund is reported on every quarter, not {reports.printed}"
        yield Finding((*POOL, "reports"), sentence, "Write quarterly.")


@rule("S75-02", "info")
def section_75_needs_its_own_agreement(answers: Answers) -> Iterator[Finding]:
    """An NHS body and a council are to pool money or to exercise functions for one another.

    Why: the kit checks that the points of SI 2000/617 are answered; it writes no agreement under section 75 of the
    National Health Service Act 2006, and the draft says of itself that it is none.
    Remedy: have a lawyer draft the section 75 agreement from the answers.
    """
    pool = (*POOL, "model")
    if between_health_and_council(answers):
        for path, model in ((pool, "pooled"), (("governance", "delegation", "model"), "section_75")):
            if words_at(answers, *path) == model:
                yield Finding(path, "this needs an agreement under section 75 beside this one; the draft is none")
                return


@rule("S75-03", "warning")
def services_outside_section_75(answers: Answers) -> Iterator[Finding]:
    """A section 75 arrangement that names a service which the regulations exclude.

    Why: surgery, radiotherapy, termination of pregnancy, endoscopy, certain laser and other invasive treatments and
    emergency ambulances cannot be part of one (SI 2000/617, as made). A lawyer should confirm the list as amended.
    Remedy: leave the service out.
    """
    found = first_match(EXCLUDED, answers, (*SECTION_75, "nhs_functions"), (*SECTION_75, "services"))
    if found:
        path, words = found
        yield Finding(path, f'"{words}" seems to be a service that section 75 excludes')


def between_health_and_council(answers: Answers) -> bool:
    found = partners(answers)
    return any(each.is_of(*COUNCILS) for each in found) and any(each.is_of(*NHS_IN_ENGLAND) for each in found)


def partners(answers: Answers) -> tuple[Party, ...]:
    """The parties that can be partners under section 75, in England."""
    return tuple(each for each in parties(answers) if each.is_of(*NHS_IN_ENGLAND, *COUNCILS) and each.is_in_england)


def named(path: Path) -> str:
    return ".".join(map(str, path))


@rule("NHSC-01", "error")
def courts_for_nhs_contracts(answers: Answers) -> Iterator[Finding]:
    """Every two parties are health service bodies, and courts or arbitrators have the last word.

    Why: what one health service body provides to another is an NHS contract (National Health Service Act 2006, section
    9): no court enforces it, and either may refer a dispute to the Secretary of State. Where only some parties are
    health service bodies, the clause on disputes sends those disputes there by itself.
    Remedy: set `disputes.final: nhs`.
    """
    path = ("disputes", "final")
    standings = standings_of(answers)
    if binds(answers) and standings == {"nhs_contract"} and words_at(answers, *path) in ("courts", "arbitration"):
        sentence = "all parties are health service bodies, between which neither courts nor arbitrators decide"
        yield Finding(path, sentence, "Set disputes.final: nhs.")


@rule("NHSC-02", "info")
def nhs_contracts_without_supply(answers: Answers) -> Iterator[Finding]:
    """Two parties are health service bodies, so that the draft treats them as bound by an NHS contract.

    Why: there is an NHS contract only so far as one arranges for the other to provide goods or services that it
    reasonably requires for its functions (National Health Service Act 2006, section 9(1)); a mere collaboration may be
    none. A lawyer should confirm what flows between them.
    Remedy: ask for each two of them what one provides to the other.
    """
    if binds(answers) and "nhs_contract" in standings_of(answers):
        sentence = "two or more parties are health service bodies; confirm that goods or services flow between them"
        yield Finding(("parties",), sentence, at_name=True)


@rule("NHSC-04", "error")
def determination_without_nhs_contract(answers: Answers) -> Iterator[Finding]:
    """Disputes are to end in determination under NHS law, and some two parties are not both health service bodies.

    Why: the Secretary of State determines disputes about NHS contracts alone (National Health Service Act 2006, section
    9); foundation trusts, universities and councils cannot use that way, and would be left without any.
    Remedy: set `disputes.final: courts`; the clause sends disputes about NHS contracts to determination by itself.
    """
    path = ("disputes", "final")
    if binds(answers) and words_at(answers, *path) == "nhs" and "ordinary" in standings_of(answers):
        sentence = "not all parties are health service bodies, so determination is not open to all of them"
        yield Finding(path, sentence, "Set disputes.final: courts.")


def standings_of(answers: Answers) -> set[str]:
    """How the parties stand to each other, each way once; nothing where that is not known of all."""
    return (
        {word(each, "standing") for each in records(find(answers.root, ("pairs",)))}
        if are_all_known(answers)
        else set()
    )


RULES = (
    *(joint_committees_without_basis, delegation_guidance),
    *(section_75_incomplete, section_75_needs_its_own_agreement, services_outside_section_75),
    *(courts_for_nhs_contracts, nhs_contracts_without_supply, determination_without_nhs_contract),
)
