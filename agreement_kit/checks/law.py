"""Points of law about the agreement as a whole: which law governs it, what it must not be used for, which laws of a
nation reach it, which changes of the law are near.
"""

import re
from collections.abc import Iterator

from agreement_kit.answers import Answers, Words, find, words_at
from agreement_kit.checks.facts import (
    COUNCILS,
    NHS_IN_ENGLAND,
    NHS_IN_WALES,
    deepest_given,
    first_match,
    is_missing_at,
    is_open,
    joined,
    parties,
    texts,
    truth_at,
    word,
)
from agreement_kit.checks.findings import Finding
from agreement_kit.rules import rule

CHILDREN = re.compile(r"\b(?:child(?:ren)?|young (?:people|persons?)|pupils|minors|babies)\b", re.IGNORECASE)
ADULTS = re.compile(
    r"\b(?:(?:adults?|people) at risk|vulnerable (?:adults?|people)|care homes?|dementia|learning disabilit\w+)\b",
    re.IGNORECASE,
)
NHS_ENGLAND = re.compile(r"\bNHS England\b")
REORGANISED = re.compile(r"\b(?:reorgani[sz]|merge|abolish|abolition|restructur|successor)", re.IGNORECASE)
OFFICES = (("governance",), ("leadership",), ("disputes",), ("host",), ("parties",), ("finance", "pool"), ("review",))
"""Where the input names bodies and the holders of offices."""


@rule("LAW-01", "error", stops=True)
def law_not_covered(answers: Answers) -> Iterator[Finding]:
    """Another governing law than that of England and Wales.

    Why: another law has other formalities, another law of third-party rights and other statutes, so a draft under it
    would be wrong in ways that do not show.
    Remedy: ask a lawyer of that law for a draft.
    """
    path = ("agreement", "governing_law")
    law = find(answers.root, path)
    if isinstance(law, Words) and law != "england_and_wales":
        sentence = f'the clause library does not cover "{law.printed}" yet, only the law of England and Wales'
        yield Finding(path, sentence, "Ask a lawyer of that law for a draft.")


@rule("NAT-01", "error", stops=True)
def single_clinical_studies(answers: Answers) -> Iterator[Finding]:
    """An agreement about a single study in which an NHS body takes part.

    Why: for one clinical study the four nations of the United Kingdom have agreed model agreements that sponsors and
    NHS sites must use unmodified (UK Policy Framework for Health and Social Care Research); one of your own delays the
    approval of the Health Research Authority. A lawyer should confirm which model fits.
    Remedy: use the model Clinical Trial Agreement for commercial studies, the model Non-Commercial Agreement for
    others, from the Integrated Research Application System; keep this kit for the partnership around studies.
    """
    providers = (*NHS_IN_ENGLAND, *NHS_IN_WALES, "health_board_scotland", "hsc_trust_ni", "gp_partnership")
    sites = [party.name for party in parties(answers) if party.is_of(*providers)]
    if words_at(answers, "agreement", "kind") == "single_study" and sites:
        sentence = f"a single clinical study with {joined(sites)} needs the national model agreement, unmodified"
        hint = "Use the model Clinical Trial Agreement (commercial) or the model Non-Commercial Agreement (IRAS)."
        yield Finding(("agreement", "kind"), sentence, hint)


@rule("FOI-02", "info")
def scottish_information_law(answers: Answers) -> Iterator[Finding]:
    """A public party based in Scotland that the draft would put under the law of the rest of the United Kingdom.

    Why: Scottish public authorities answer requests under the Freedom of Information (Scotland) Act 2002 and the
    Environmental Information (Scotland) Regulations 2004, within 20 working days too. A lawyer should confirm which
    regime applies; bodies of the whole United Kingdom stay under the Act of 2000.
    Remedy: set `foi_regime: foisa` with a `status_reason`.
    """
    for party in parties(answers):
        if party.nation == "scotland" and word(party.record, "foi_regime") == "foia":
            sentence = f"{party.name} is a public body in Scotland, where the Scottish Acts usually apply to requests"
            yield Finding((*party.path, "nation"), sentence, "Set foi_regime: foisa and say why in status_reason.")


@rule("WL-01", "warning")
def welsh_parties_without_language(answers: Answers) -> Iterator[Finding]:
    """A Welsh public party, and no choice of the language of the agreement.

    Why: bodies listed under the Welsh Language (Wales) Measure 2011 must keep standards on using Welsh; two texts
    without a rule on which one prevails are worse than one. A lawyer should confirm which standards apply.
    Remedy: choose `agreement.language`: both texts equal, English prevails, or English only.
    """
    for party in parties(answers):
        if (
            party.nation == "wales"
            and party.says("contracting_authority")
            and is_missing_at(answers, "agreement", "language")
        ):
            sentence = f"{party.name} is a Welsh public body and the language of the agreement is not chosen"
            yield Finding(party.path, sentence, "Choose agreement.language.")


@rule("ORG-01", "warning")
def nhs_england_named(answers: Answers) -> Iterator[Finding]:
    """NHS England is a party, or somebody in an office of the partnership.

    Why: the Health Bill introduced on 14 May 2026 would abolish it and hand its functions to the Secretary of State and
    integrated care boards, by about April 2027; it was not law when last seen in June 2026. A lawyer should confirm how
    far it has come.
    Remedy: say "or any successor"; the clause General provisions binds successors already.
    """
    for party in parties(answers):
        if party.is_of("nhs_england"):
            sentence = f"{party.name} is about to be abolished; name whoever takes over its functions too"
            yield Finding((*party.path, "legal_form"), sentence, 'Say "or any successor" where it has a task.')
            return
    for path, text in texts(answers, *OFFICES):
        if NHS_ENGLAND.search(text) and "successor" not in text:
            sentence = f'"{text}" names NHS England, which is about to be abolished'
            yield Finding(path, sentence, 'Say "or any successor".')
            return


@rule("ORG-02", "warning")
def councils_without_review_trigger(answers: Answers) -> Iterator[Finding]:
    """An English council is a party, and its reorganisation triggers no review.

    Why: local government is being reorganised (English Devolution and Community Empowerment Act 2026), so a council may
    be merged or abolished during the term. The clause General provisions binds successors; whether the partnership
    still fits needs a talk. A lawyer should confirm which orders are made.
    Remedy: add "reorganisation of a party" to `review.triggers`.
    """
    triggers = find(answers.root, ("review", "triggers"))
    if is_open(triggers) or any(REORGANISED.search(text) for _, text in texts(answers, ("review", "triggers"))):
        return
    for party in parties(answers):
        if party.is_of(*COUNCILS) and party.is_in_england:
            sentence = f"{party.name} may be reorganised during the term, and that triggers no review"
            yield Finding(party.path, sentence, 'Add "reorganisation of a party" to review.triggers.')
            return


@rule("COOP-01", "info")
def duties_to_co_operate(answers: Answers) -> Iterator[Finding]:
    """NHS bodies, or an NHS body and a council, whose background does not mention their duty to co-operate.

    Why: NHS bodies must co-operate with one another (National Health Service Act 2006, section 72) and with councils
    (section 82), so a recital can say that the agreement helps them to do so. A lawyer should confirm the sections.
    Remedy: add a sentence to `background`, if it helps.
    """
    health = [party for party in parties(answers) if party.is_of(*NHS_IN_ENGLAND)]
    councils = [party for party in parties(answers) if party.is_of(*COUNCILS) and party.is_in_england]
    if not health or len(health) + len(councils) < 2:
        return
    section = "82" if councils else "72"
    background = find(answers.root, ("background",))
    told = any(re.search(r"section (?:72|82)|co-?operate", text) for _, text in texts(answers, ("background",)))
    if not told and background is not None and not is_open(background):
        sentence = f"the background does not mention the duty to co-operate (section {section} of the NHS Act 2006)"
        yield Finding(("background",), sentence, at_name=True)


@rule("SAFE-01", "warning")
def safeguarding_left_out(answers: Answers) -> Iterator[Finding]:
    """Purpose, scope or pledges speak of children or adults at risk, and safeguarding is left out or denied.

    Why: councils, NHS bodies and those who work for them must protect them (Care Act 2014, sections 42 to 47; Children
    Act 2004, section 11, with the statutory guidance Working Together), and checks on staff may be needed. A lawyer
    should confirm which duties apply.
    Remedy: fill in `safeguarding`, with a lead for each party.
    """
    for field, pattern in (("children", CHILDREN), ("adults", ADULTS)):
        found = first_match(pattern, answers, ("purpose",), ("scope", "does"), ("pledges",), ("objectives",))
        is_denied = truth_at(answers, "safeguarding", field) is False
        if found and (is_denied or is_missing_at(answers, "safeguarding")):
            path, words = found
            how = "denied" if is_denied else "left out"
            yield Finding(path, f'this speaks of "{words.lower()}", and safeguarding is {how}', "Fill in safeguarding.")
            return


@rule("TUPE-01", "warning")
def staff_transfers_not_settled(answers: Answers) -> Iterator[Finding]:
    """The host employs the staff and no transfer is expected; or one is expected and nothing says what becomes of
    people at the end.

    Why: work that moves to another employer can take the people with it by law (Transfer of Undertakings (Protection of
    Employment) Regulations 2006), at the start and again at the end, with duties to inform and consult. A lawyer should
    confirm it for each group of staff.
    Remedy: choose `people.tupe` with advice, and say under `exit.staff` what happens to people.
    """
    tupe = words_at(answers, "people", "tupe")
    if words_at(answers, "people", "model") == "host_employs" and tupe == "not_expected":
        sentence = "the host employs the staff, and no transfer of employment is expected"
        yield Finding(deepest_given(answers, "people", "tupe"), sentence, "Choose people.tupe with advice.")
    elif tupe == "expected" and is_missing_at(answers, "exit", "staff"):
        sentence = "a transfer of employment is expected, and nothing says what happens to people at the end"
        yield Finding(("people", "tupe"), sentence, "Add exit.staff.")


RULES = (
    *(law_not_covered, single_clinical_studies, scottish_information_law, welsh_parties_without_language),
    *(nhs_england_named, councils_without_review_trigger, duties_to_co_operate, safeguarding_left_out),
    staff_transfers_not_settled,
)
