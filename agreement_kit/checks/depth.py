"""How deep the agreement goes: the tier that was worked out, and what one of that tier usually has."""

from collections.abc import Iterator

from agreement_kit.answers import Answers, Words, find
from agreement_kit.checks.findings import Finding
from agreement_kit.checks.parts import entries, in_words, is_silent, lacks
from agreement_kit.rules import rule

USUAL = {
    "bronze": "purpose objectives pledges scope disputes review term",
    "silver": "background governance leadership roles raci resources plan kpis engagement communications change",
    "gold": "principles co_creation dashboard evaluation risks insurance liability termination exit",
}
"""Tier → the sections that an agreement of that tier usually has beside those of the lighter tiers."""

OF_PARTIES = {"signatory": "signatories", "contacts": "contacts"}


@rule("TIER-01", "info")
def tier_worked_out(answers: Answers) -> Iterator[Finding]:
    """The input names no tier, so the kit worked one out. Bronze suits a budget below £50,000, a term below six months
    and what does not bind; gold suits more than two parties, pooled money, a transfer of staff and research with
    results to own; silver suits most others. Six weeks or less until the deadline make it one tier lighter.

    Why: the tier decides how long the document is, and whoever signs should know that a machine chose it.
    Remedy: write `agreement.tier` to choose it yourself. A tier never drops what the law needs.
    """
    tier, why = (find(answers.root, ("agreement", field)) for field in ("tier", "tier_reason"))
    if isinstance(tier, Words) and isinstance(why, Words):
        hint = "Write agreement.tier to choose it yourself: bronze, silver or gold."
        yield Finding(("agreement",), f"no tier is given, so it is {tier}: {why}", hint)


@rule("USUAL-01", "info")
def usual_sections_missing(answers: Answers) -> Iterator[Finding]:
    """Sections that an agreement of this tier usually has and that are not in the input; in it no party names a
    signatory or a contact.

    Why: an agreement may do without, if somebody decided so.
    Remedy: write the section, or write `tbc` behind its name to have it listed as open.
    """
    tier = find(answers.root, ("agreement", "tier"))
    tiers = list(USUAL)
    upto = tiers[: tiers.index(str(tier)) + 1] if isinstance(tier, Words) else ()
    missing = [name for each in upto for name in USUAL[each].split() if is_silent(answers, name)]
    parties = list(entries(answers, "parties"))
    missing += [words for field, words in OF_PARTIES.items() if parties and all(lacks(each, field) for each in parties)]
    if missing:
        yield Finding((), f"a {tier} agreement usually has these as well: {in_words(missing)}")


RULES = (tier_worked_out, usual_sections_missing)
