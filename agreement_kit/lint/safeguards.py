"""What the law wants to be said beside a promise: carve-outs, and duties that nobody may contract out of."""

import re
from collections.abc import Iterator

from agreement_kit.answers import find, records
from agreement_kit.checks.facts import joined, parties, word
from agreement_kit.lint.drafts import Draft, Finding, named
from agreement_kit.rules import rule

LIMITS = re.compile(
    r"\bliab\w+\b[^.]*\b(?:limited to|capped at|(?:is|are) (?:limited|capped|excluded)|(?:must|may) not exceed)\b"
    r"|\b(?:no party|neither party|nobody) (?:is|will be) liable\b|\bis not liable\b|\bexcludes? (?:all )?liability\b",
    re.IGNORECASE,
)
DEATH = re.compile(r"\b(?:death|personal injury)\b", re.IGNORECASE)
FRAUD = re.compile(r"\bfraud", re.IGNORECASE)
NOT_LIMITED = re.compile(
    r"\b(?:nothing|not|neither|nor|no)\b[^.;]*\b(?:limit|exclud|restrict|appl(?:y|ies))", re.IGNORECASE
)
SECRECY = re.compile(r"\bkeep\b[^.]*\bconfidential\b|\bnot disclose\b", re.IGNORECASE)
SPEAKING_UP = re.compile(
    r"\bprotected disclosures?\b|\bEmployment Rights Act 1996\b|\bwhistle-?blow|\bspeak(?:ing)? up\b", re.IGNORECASE
)
REQUESTS = re.compile(r"\bfreedom of information\b", re.IGNORECASE)
INSTRUCTIONS = re.compile(r"\bdocumented instructions?\b|\bArticle 28\b", re.IGNORECASE)
BRIBES = re.compile(r"\bbrib", re.IGNORECASE)
TAX_EVASION = re.compile(r"\bevade tax\b|\btax evasion\b", re.IGNORECASE)
PREVENTS_FRAUD = re.compile(
    r"\bprevent\w*\b[^.]*\bfraud|\bfraud\b[^.]*\b(?:prevent|procedures)|\bsection 199\b", re.IGNORECASE
)
EQUALITY_ACT = re.compile(r"\bEquality Act 2010\b")
NORTHERN_IRELAND_ACT = re.compile(r"\bNorthern Ireland Act 1998\b")


@rule("LIA-01", "error")
def limits_without_carve_outs(draft: Draft) -> Iterator[Finding]:
    """A clause limits or excludes liability, and no clause says that this leaves death, personal injury and fraud
    alone.

    Why: liability for death or personal injury caused by negligence cannot be limited (Unfair Contract Terms Act 1977,
    section 2(1), which reaches public authorities by section 14), and none for fraud either; for misstatements see the
    Misrepresentation Act 1967, section 3. A limit that ignores this may fall as a whole.
    Remedy: add: nothing in this Agreement limits or excludes liability for death or personal injury caused by
    negligence, or for fraud.
    """
    spared = [sentence for _, sentence in draft.sentences if NOT_LIMITED.search(sentence)]
    for section in draft.clauses:
        if not draft.finds(LIMITS, section):
            continue
        wanted = {"death or personal injury": DEATH, "fraud": FRAUD}
        missing = [what for what, pattern in wanted.items() if not any(map(pattern.search, spared))]
        if missing:
            sentence = f"{named(section)} limits liability, and nothing says that this leaves {joined(missing)} alone"
            words = "death or personal injury caused by negligence, or for fraud"
            hint = f"Add: nothing in this Agreement limits liability for {words}."
            yield Finding(draft.place(section), sentence, hint)


@rule("LIA-03", "error")
def limits_on_injury(draft: Draft) -> Iterator[Finding]:
    """A limit of liability that says that it covers death or personal injury.

    Why: section 2(1) of the Unfair Contract Terms Act 1977 makes that void where there is negligence.
    Remedy: take death and personal injury out of the sentence with the limit.
    """
    for section, each in draft.sentences:
        if LIMITS.search(each) and DEATH.search(each) and not NOT_LIMITED.search(each):
            sentence = f"{named(section)} limits liability for death or personal injury, which the law does not allow"
            yield Finding(draft.place(section), sentence, "Take death and personal injury out of the limit.")


@rule("CONF-01", "error")
def secrecy_that_gags(draft: Draft) -> Iterator[Finding]:
    """A clause that keeps information confidential and does not spare those who speak up.

    Why: a term that stops a protected disclosure is void (Employment Rights Act 1996, section 43J), and so is one that
    stops what section 17 of the Victims and Prisoners Act 2024 protects (in force 1 October 2025); English universities
    may not use one against the free speech that the Higher Education (Freedom of Speech) Act 2023, section 1, secures
    (in force 1 August 2025). The provision of the Employment Rights Act 2025 was not in force when last seen in March
    2026. A lawyer should confirm the list.
    Remedy: add: nothing in this Agreement prevents a protected disclosure, a report to a regulator or the police, or
    advice taken in confidence.
    """
    for section in draft.on("L3"):
        if draft.finds(SECRECY, section) and not draft.finds(SPEAKING_UP, section):
            sentence = f"{named(section)} keeps people from speaking, and does not spare protected disclosures"
            yield Finding(draft.place(section), sentence, "Add that nothing prevents a protected disclosure.")


@rule("FOI-01", "error")
def no_clause_on_requests(draft: Draft) -> Iterator[Finding]:
    """A party is under freedom of information law, and no clause deals with requests.

    Why: public bodies must answer requests within 20 working days (Freedom of Information Act 2000, section 10;
    Environmental Information Regulations 2004, and the Scottish counterparts) and cannot contract out of it; what one
    holds for another is asked for too (section 3(2)(b)). A lawyer should confirm who is covered.
    Remedy: keep the clause Requests for information, or one of your own on topic L4.
    """
    public = [each.name for each in parties(draft.answers) if word(each.record, "foi_regime") in ("foia", "foisa")]
    told = draft.on("L4") and draft.says(REQUESTS)
    if public and not told:
        sentence = f"no clause deals with requests for information, which {joined(public)} must answer"
        yield Finding(draft.whole, sentence, "Keep a clause on topic L4.")


@rule("DP-06", "error")
def no_terms_for_processors(draft: Draft) -> Iterator[Finding]:
    """A flow goes to a processor, and nothing in the draft binds it to the controller's documented instructions.

    Why: without the terms of Article 28(3) of the UK GDPR the processing is unlawful for both sides.
    Remedy: keep the kit's schedule on data, or put the terms into yours.
    """
    flows = records(find(draft.answers.root, ("data", "flows")))
    if any(word(flow, "roles") == "controller_processor" for flow in flows) and not draft.says(INSTRUCTIONS):
        place = draft.answers.key_place(("data", "flows"))
        yield Finding(place, "a flow goes to a processor, and the draft has no terms for one (Article 28)")


@rule("AB-01", "info")
def no_words_on_bribery(draft: Draft) -> Iterator[Finding]:
    """An agreement that binds and says nothing on bribery or tax evasion.

    Why: an organisation answers for bribes and for help to evade tax by those who act for it unless its procedures are
    adequate (Bribery Act 2010, section 7; Criminal Finances Act 2017, sections 45 and 46). A lawyer should confirm who
    acts for whom.
    Remedy: keep the clause Honest dealing, which stands at silver and gold.
    """
    if draft.binds and not (draft.says(BRIBES) and draft.says(TAX_EVASION)):
        yield Finding(draft.whole, "nothing is said on bribery and tax evasion by those who act for a party")


@rule("AB-02", "warning")
def no_words_on_fraud(draft: Draft) -> Iterator[Finding]:
    """A large organisation is a party, and no clause asks for procedures that prevent fraud.

    Why: since 1 September 2025 a large organisation commits an offence if somebody associated with it commits fraud for
    its benefit and its procedures were not reasonable (Economic Crime and Corporate Transparency Act 2023, section
    199); partners can be each other's associated persons. Public bodies and charities are covered. A lawyer should
    confirm the size test: two of more than 250 staff, £36m turnover, £18m assets.
    Remedy: keep the clause Honest dealing, which stands at silver and gold.
    """
    large = [each.name for each in parties(draft.answers) if each.says("large_organisation")]
    if large and draft.binds and not draft.says(PREVENTS_FRAUD):
        sentence = f"no clause asks for procedures against fraud, for which {joined(large)} may have to answer"
        yield Finding(draft.whole, sentence)


@rule("EQ-01", "error")
def wrong_equality_law(draft: Draft) -> Iterator[Finding]:
    """A party from Northern Ireland, and the draft names the Equality Act 2010 alone.

    Why: most of that Act does not reach Northern Ireland, where section 75 of the Northern Ireland Act 1998 and
    separate statutes apply; it is not to be confused with section 75 of the National Health Service Act 2006. A lawyer
    should confirm the statutes.
    Remedy: name section 75 of the Northern Ireland Act 1998 too.
    """
    irish = [each.name for each in parties(draft.answers) if each.nation == "northern_ireland"]
    if irish and draft.says(EQUALITY_ACT) and not draft.says(NORTHERN_IRELAND_ACT):
        citing = [each for each in draft.clauses if draft.finds(EQUALITY_ACT, each)]
        sentence = f"only the Equality Act 2010 is named, most of which does not reach {joined(irish)}"
        place = draft.place(citing[0]) if citing else draft.whole
        yield Finding(place, sentence, "Name section 75 of the Northern Ireland Act 1998 too.")


RULES = (
    *(limits_without_carve_outs, limits_on_injury, secrecy_that_gags, no_clause_on_requests),
    *(no_terms_for_processors, no_words_on_bribery, no_words_on_fraud, wrong_equality_law),
)
