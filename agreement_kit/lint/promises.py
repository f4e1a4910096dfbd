"""Who may rely on the agreement and against whom: third parties, partnership, bodies that cannot sue each other."""

import re
from collections.abc import Iterator

from agreement_kit.answers import find, records, words_at
from agreement_kit.checks.facts import word
from agreement_kit.lint.drafts import Draft, Finding, named
from agreement_kit.rules import rule

ENGLISH_ACT = re.compile(r"\bRights of Third Parties\) Act 1999\b")
SCOTTISH_ACT = re.compile(r"\bThird Party Rights\) \(Scotland\) Act 2017\b")
THIRD_PARTIES = re.compile(
    rf"{ENGLISH_ACT.pattern}|{SCOTTISH_ACT.pattern}"
    r"|\b(?:nobody|no one|no person|only (?:a|the) part(?:y|ies)|not a party)\b[^.]*\benforce",
    re.IGNORECASE,
)
NO_PARTNERSHIP = re.compile(
    r"\b(?:nothing|not|no|never|neither)\b[^.]*\b(?:a|legal) partnership\b"
    r"|\bnot\b[^.]*\b(?:partners|partnership) in law\b",
    re.IGNORECASE,
)
NO_AGENCY = re.compile(r"\b(?:nothing|not|no|never|neither)\b[^.]*\bagen(?:t|ts|cy)\b", re.IGNORECASE)
SUCCESSORS = re.compile(r"\bsuccessors?\b", re.IGNORECASE)
CROWN = re.compile(r"\bthe Crown\b")
COURTS = re.compile(r"\bcourts?\b|\barbitrat", re.IGNORECASE)
DETERMINATION = re.compile(r"\bNHS contract\b[^.]*|\bdetermination\b", re.IGNORECASE)


@rule("TP-01", "error")
def no_words_on_third_parties(draft: Draft) -> Iterator[Finding]:
    """An agreement that binds and does not say whether others than the parties may enforce it.

    Why: a third party can enforce a term that purports to benefit it unless the parties did not intend that (Contracts
    (Rights of Third Parties) Act 1999, sections 1 and 2; Scotland: Contract (Third Party Rights) (Scotland) Act 2017,
    in force 26 February 2018). Pledges to the people of a place are just such words.
    Remedy: keep the clause General provisions, or add: nobody other than a Party may enforce this Agreement.
    """
    if draft.binds and not draft.says(THIRD_PARTIES):
        sentence = "nothing says that nobody but the parties may enforce the agreement"
        yield Finding(draft.whole, sentence, "Add: nobody other than a Party may enforce this Agreement.")


@rule("TP-02", "error")
def wrong_third_party_law(draft: Draft) -> Iterator[Finding]:
    """The Act on third-party rights that the draft names is not that of the law that governs it.

    Why: England and Wales and Northern Ireland have the Contracts (Rights of Third Parties) Act 1999, Scotland since 26
    February 2018 the Contract (Third Party Rights) (Scotland) Act 2017, with another test. Excluding the wrong one
    excludes nothing.
    Remedy: name the Act of the governing law.
    """
    law = words_at(draft.answers, "agreement", "governing_law")
    if law not in ("england_and_wales", "northern_ireland", "scotland"):
        return
    right, wrong = (SCOTTISH_ACT, ENGLISH_ACT) if law == "scotland" else (ENGLISH_ACT, SCOTTISH_ACT)
    for section in draft.clauses:
        if draft.finds(wrong, section) and not draft.finds(right, section):
            name = "the Act of 2017" if law == "scotland" else "the Act of 1999"
            sentence = f"{named(section)} excludes third parties under an Act of another nation"
            yield Finding(draft.place(section), sentence, f"Name {name}.")


@rule("BP-01", "error")
def no_words_on_partnership(draft: Draft) -> Iterator[Finding]:
    """An agreement that binds and does not deny a partnership in law or agency.

    Why: those who carry on a business in common with a view of profit are partners, each liable for all (Partnership
    Act 1890, sections 1 and 9), whatever they call it; and "partner" is used freely in collaborations. A lawyer should
    confirm the words.
    Remedy: keep the clause General provisions, or add: nothing in this Agreement makes the Parties a legal partnership,
    or one Party the agent of another.
    """
    said = [sentence for _, sentence in draft.sentences]
    missing = [
        what
        for what, pattern in (("a partnership in law", NO_PARTNERSHIP), ("agency", NO_AGENCY))
        if not any(map(pattern.search, said))
    ]
    if draft.binds and missing:
        hint = "Add: nothing in this Agreement makes the Parties a legal partnership, or one the agent of another."
        yield Finding(draft.whole, f"nothing denies {' or '.join(missing)}", hint)


@rule("ORG-03", "warning")
def no_words_on_successors(draft: Draft) -> Iterator[Finding]:
    """An agreement that binds and does not say that it binds successors.

    Why: NHS England is to be abolished (Health Bill 2026, not law when last seen) and councils are reorganised (English
    Devolution and Community Empowerment Act 2026) during the terms that are signed today. Statute usually moves
    contracts to the new body; the words make it sure.
    Remedy: keep the clause General provisions, or add: this Agreement binds each Party's successors.
    """
    if draft.binds and not draft.says(SUCCESSORS):
        yield Finding(draft.whole, "nothing says that the agreement binds successors of a party")


@rule("CR-02", "error")
def contracts_within_the_crown(draft: Draft) -> Iterator[Finding]:
    """Two parties are part of the Crown, among others, and the draft does not say that between them nothing binds.

    Why: the Crown is one person in law and cannot contract with itself. A lawyer should confirm that none of the two
    has a legal personality of its own. CR-01 looks at agreements with no other parties.
    Remedy: keep the clause Legal status, or add: between them, all of this Agreement is a statement of intent.
    """
    if draft.binds and "crown" in standings(draft) and not draft.says(CROWN):
        sentence = "two parties are part of the Crown, and nothing says that the agreement does not bind between them"
        yield Finding(draft.whole, sentence)


@rule("NHSC-05", "error")
def courts_alone(draft: Draft) -> Iterator[Finding]:
    """Two parties are health service bodies, and the clause on disputes sends every dispute to courts or arbitrators.

    Why: between two health service bodies what one provides to the other is an NHS contract (National Health Service
    Act 2006, section 9), which no court enforces; either may refer a dispute to the Secretary of State.
    Remedy: end the clause in two ways: determination for NHS contracts, courts or arbitration for the rest.
    """
    for section in draft.on("P1") if draft.binds and "nhs_contract" in standings(draft) else ():
        if draft.finds(COURTS, section) and not draft.finds(DETERMINATION, section):
            sentence = f"{named(section)} sends disputes about NHS contracts to courts or arbitrators"
            yield Finding(draft.place(section), sentence, "Send them to determination.")


def standings(draft: Draft) -> set[str]:
    """How any two parties stand to each other."""
    return {word(each, "standing") for each in records(find(draft.answers.root, ("pairs",)))}


RULES = (
    *(no_words_on_third_parties, wrong_third_party_law, no_words_on_partnership),
    *(no_words_on_successors, contracts_within_the_crown, courts_alone),
)
