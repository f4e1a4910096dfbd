"""Points of law about the parties themselves: whether each can contract, and what it is in law."""

from collections.abc import Iterator

from agreement_kit.answers import Answers
from agreement_kit.checks.facts import (
    UNIVERSITIES,
    are_all_known,
    binds,
    is_missing_at,
    joined,
    parties,
    texts,
    word,
)
from agreement_kit.checks.findings import Finding
from agreement_kit.rules import rule
from agreement_kit.schemas.agreement.codes import LEGAL_FORMS as CODES
from agreement_kit.schemas.legal_forms import LEGAL_FORMS

COMPETITORS = {
    "NHS providers": ("nhs_trust", "nhs_foundation_trust", "nhs_trust_wales"),
    "universities": UNIVERSITIES,
    "companies": ("company_ltd", "company_plc"),
}
"""Bodies that may compete with others of their kind."""

STATUS = ("health_service_body", "contracting_authority", "foi_regime")
"""What follows from the legal form and can be overruled."""


@rule("PARTY-01", "error")
def parties_that_cannot_contract(answers: Answers) -> Iterator[Finding]:
    """A party without legal personality in an agreement that binds, and nobody named who contracts for it.

    Why: an unincorporated charity or association, a trust, a partnership and a network are no persons in law; whoever
    signs is bound personally, and if nobody is named a court may find that nobody is bound. An executive agency is part
    of its department, which is bound by the Secretary of State. A lawyer should confirm who contracts.
    Remedy: name the trustees, officers or partners under `contracting_persons`; for an executive agency the body that
    is bound under `acting_for`.
    """
    for party in parties(answers) if binds(answers) else ():
        field = "acting_for" if party.is_of("executive_agency") else "contracting_persons"
        if party.says("personality") is False and party.lacks(field):
            what = CODES[party.form]
            article = "an" if what[0] in "aeiou" else "a"
            sentence = f"{party.name} is {article} {what} and cannot contract in its own name; say who is bound"
            yield Finding(party.path, sentence, f"Add {field}.")


@rule("PARTY-02", "warning")
def overseas_parties_without_address(answers: Answers) -> Iterator[Finding]:
    """A party from outside the United Kingdom without an address here at which court papers can be served.

    Why: service abroad takes months and may need the court's leave (Civil Procedure Rules, part 6), and whether the
    body can contract is a question of its own law. A lawyer should confirm the route of service and the capacity.
    Remedy: give a `service_address`, and ask for an opinion of its own lawyers that it can contract and who signs.
    """
    for party in parties(answers) if binds(answers) else ():
        if (party.is_of("overseas") or party.nation == "overseas") and party.lacks("service_address"):
            sentence = f"{party.name} is based abroad and has no address in the United Kingdom for court papers"
            yield Finding(party.path, sentence, "Add service_address; ask its lawyers for an opinion on its capacity.")


@rule("PARTY-03", "error")
def status_without_reason(answers: Answers) -> Iterator[Finding]:
    """A status that differs from what is usual for the legal form, without the reason.

    Why: whether a body is a health service body (National Health Service Act 2006, section 9), a contracting authority
    (Procurement Act 2023, section 2) or under freedom of information law follows from statute and is no choice. A draft
    that gets it wrong is wrong about who can sue whom.
    Remedy: delete the field, or say under `status_reason` what makes this body different.
    """
    for party in parties(answers):
        for field in STATUS if party.form in LEGAL_FORMS and party.lacks("status_reason") else ():
            path = (*party.path, field)
            usual = getattr(LEGAL_FORMS[party.form], "foi" if field == "foi_regime" else field)
            said = word(party.record, field) if field == "foi_regime" else party.says(field)
            if path in answers.given and said not in (None, "", usual):
                sentence = (
                    f"{field} of {party.name} differs from what is usual for its legal form, and no reason is given"
                )
                yield Finding(path, sentence, "Delete it, or add status_reason.")


@rule("NHSC-03", "warning")
def foundation_trusts_as_health_service_bodies(answers: Answers) -> Iterator[Finding]:
    """An NHS foundation trust that is said to be a health service body.

    Why: section 9(4) of the National Health Service Act 2006 lists the bodies between which an NHS contract is made,
    and foundation trusts are not in it: what they agree is an ordinary contract that courts enforce. Templates often
    get that wrong.
    Remedy: delete `health_service_body`, unless a lawyer has confirmed it for this body.
    """
    for party in parties(answers):
        if party.is_of("nhs_foundation_trust") and party.says("health_service_body"):
            sentence = f"{party.name} is an NHS foundation trust, and those are not health service bodies"
            yield Finding((*party.path, "health_service_body"), sentence, "Delete the line.")


@rule("CR-01", "error", stops=True)
def agreements_within_the_crown(answers: Answers) -> Iterator[Finding]:
    """An agreement that is to bind and all of whose parties are part of the Crown.

    Why: government departments are emanations of one Crown, which cannot contract with itself, so nothing in it could
    bind. A lawyer should confirm that no party has a legal personality of its own. Where only some parties are Crown
    bodies the draft says that between them it is a statement of intent (CR-02).
    Remedy: use a memorandum of understanding: `binding: non_binding`.
    """
    if binds(answers) and are_all_known(answers) and all(party.says("crown") for party in parties(answers)):
        sentence = "all parties are part of the Crown, which cannot contract with itself"
        yield Finding(("agreement", "binding"), sentence, "Use a memorandum of understanding: binding: non_binding.")


@rule("CH-01", "warning")
def charities_without_particulars(answers: Answers) -> Iterator[Finding]:
    """A registered charity without its number, or an unincorporated charity or charitable trust for which one person
    alone is to sign.

    Why: a charity acts only within its objects and through its trustees, who sign together or through two of them under
    an authority of them all (Charities Act 2011, section 333); a registered charity states that it is one in its
    documents (section 194). A lawyer should confirm both, and the trustees that the work is within their objects.
    Remedy: add `charity_number`; name at least two trustees under `contracting_persons`.
    """
    for party in parties(answers):
        if word(party.record, "charity") == "registered" and party.lacks("charity_number"):
            yield Finding(party.path, f"{party.name} is a registered charity without a number", "Add charity_number.")
        named = list(texts(answers, (*party.path, "contracting_persons")))
        if binds(answers) and party.is_of("unincorporated_charity", "trust") and len(named) == 1:
            sentence = f"one person alone signs for {party.name}, whose trustees act together"
            yield Finding((*party.path, "contracting_persons"), sentence, "Name at least two trustees.")


@rule("COMP-01", "info")
def competitors_without_barriers(answers: Answers) -> Iterator[Finding]:
    """Two or more NHS providers, universities or companies, and nothing said on what they must not share.

    Why: bodies that compete break the Competition Act 1998 if they exchange competitively sensitive information, such
    as prices, bids or plans for capacity; a close collaboration of providers can also count as a merger (Enterprise Act
    2002), as NHS England's own templates warn. A lawyer should confirm whether they compete.
    Remedy: say under `competition.barriers` what is kept apart, and from whom.
    """
    for kind, forms in COMPETITORS.items():
        alike = [party.name for party in parties(answers) if party.is_of(*forms)]
        if len(alike) > 1 and is_missing_at(answers, "competition", "barriers"):
            sentence = f"{joined(alike)} are {kind} and may compete; nothing says what they do not share"
            yield Finding(("parties",), sentence, "Add competition.barriers, if they compete.", at_name=True)


@rule("MS-01", "info")
def modern_slavery_not_answered(answers: Answers) -> Iterator[Finding]:
    """A university or a large organisation in an agreement that binds, and nothing says whether it must publish a
    modern slavery statement.

    Why: section 54 of the Modern Slavery Act 2015 asks commercial organisations with a turnover of £36m or more for
    one, universities often among them; section 52 obliges listed public authorities to report victims. Rules on slavery
    in NHS procurement exist or are proposed: a lawyer should confirm.
    Remedy: answer `modern_slavery_statement`; if true, the others help with the facts.
    """
    for party in parties(answers) if binds(answers) else ():
        may_be_large = party.is_of(*UNIVERSITIES, "company_plc") or party.says("large_organisation")
        if may_be_large and party.lacks("modern_slavery_statement"):
            yield Finding(party.path, f"nothing says whether {party.name} must publish a modern slavery statement")


RULES = (
    *(parties_that_cannot_contract, overseas_parties_without_address, status_without_reason),
    *(foundation_trusts_as_health_service_bodies, agreements_within_the_crown, charities_without_particulars),
    *(competitors_without_barriers, modern_slavery_not_answered),
)
