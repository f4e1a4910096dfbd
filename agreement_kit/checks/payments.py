"""Points of law about money and risk between the parties: late payment, tax, subsidies, limits of liability."""

import re
from collections.abc import Iterator
from decimal import Decimal

from agreement_kit.answers import Answers, find, format_money, words_at
from agreement_kit.checks.facts import (
    UNIVERSITIES,
    Party,
    binds,
    deepest_given,
    entries,
    figure,
    figure_at,
    is_missing_at,
    joined,
    money_of,
    parties,
    word,
    years,
)
from agreement_kit.checks.findings import Finding
from agreement_kit.problems import Path
from agreement_kit.rules import rule

LONGEST_PAYMENT = 30
SUBSTANTIAL = Decimal(4)
"""Percentage points over base rate below which hardly anybody calls a remedy substantial; the law itself gives 8."""

PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*(?:%|per ?cent)", re.IGNORECASE)
NO_INTEREST = re.compile(r"\b(?:no|without|nil)\b.*\binterest\b|^(?:none|nil|no)$", re.IGNORECASE)
GIFTS = ("cash", "staff", "in_kind", "premises", "equipment", "expertise", "data")
EDUCATION = (*UNIVERSITIES, "fe_corporation", "academy_trust")
"""Public bodies that act as enterprises too."""


@rule("PAY-01", "error")
def late_public_payment(answers: Answers) -> Iterator[Finding]:
    """More than 30 days for payment, where a contracting authority may be the one that pays.

    Why: section 68 of the Procurement Act 2023 implies a term of 30 days into public contracts, which cannot be
    overridden (section 68(6)); since 1 October 2025 authorities publish how they keep to it.
    Remedy: set `finance.payment_days` to 30 or fewer.
    """
    days = figure_at(answers, "finance", "payment_days")
    payers = [party.name for party in parties(answers) if is_authority(party)]
    if binds(answers) and payers and days is not None and days > LONGEST_PAYMENT:
        sentence = f"{joined(payers)} must pay within 30 days, and the agreement gives {days}"
        yield Finding(("finance", "payment_days"), sentence, "Write 30 or fewer.")


@rule("PAY-02", "warning")
def low_late_interest(answers: Answers) -> Iterator[Finding]:
    """Interest on late payment that is none, or far below what the law gives.

    Why: the Late Payment of Commercial Debts (Interest) Act 1998 gives 8% a year over base rate unless the contract has
    a substantial remedy of its own; a lower rate that is none does not hold. A figure below 4 is reported; a lawyer
    should confirm what is substantial here.
    Remedy: raise the rate, or leave `finance.late_interest` out, so that the law's own rate applies.
    """
    path = ("finance", "late_interest")
    said = words_at(answers, *path)
    rate = PERCENT.search(said)
    if binds(answers) and said and (NO_INTEREST.search(said) or (rate and Decimal(rate[1]) < SUBSTANTIAL)):
        sentence = f'"{said}" may be no substantial remedy for late payment'
        yield Finding(path, sentence, "Raise it, or leave it out: the law gives 8% a year over base rate.")


@rule("TAX-01", "warning")
def recharges_without_vat(answers: Answers) -> Iterator[Finding]:
    """Money moves between the parties, or staff are seconded, and nothing says how VAT is dealt with.

    Why: a recharge and the supply of staff may be taxable supplies; NHS bodies and councils recover VAT under sections
    41 and 33 of the Value Added Tax Act 1994 only in part, and the Upper Tribunal held in 2024 that an NHS foundation
    trust's paid services to a council were made for consideration. A tax adviser should confirm each flow.
    Remedy: fill in `finance.vat_treatment`.
    """
    if not binds(answers) or not is_missing_at(answers, "finance", "vat_treatment"):
        return
    money = (path for path, each in entries(answers, "resources", "contributions") if word(each, "type") == "cash")
    loans = (path for path, _ in entries(answers, "people", "secondments"))
    fee: list[Path] = [("host", "fee")] if words_at(answers, "host", "fee") else []
    moved = [(path, "the host is paid a fee") for path in fee]
    moved += [(path, "money moves between the parties") for path in money]
    moved += [(path, "staff are seconded") for path in loans]
    for path, what in moved[:1]:
        yield Finding(path, f"{what}, and nothing says how VAT is dealt with", "Add finance.vat_treatment.")


@rule("SUB-01", "warning")
def subsidies_not_assessed(answers: Answers) -> Iterator[Finding]:
    """A public authority puts something in, a company, charity, university or practice takes part, and no assessment
    under subsidy control is recorded.

    Why: what a public authority gives to an enterprise on terms better than the market's can be a subsidy under the
    Subsidy Control Act 2022 (in force 4 January 2023), staff time and rooms too. Up to £315,000 over three financial
    years can be given as minimal financial assistance (section 36), with a confirmation; transparency begins above
    £100,000. Where a host holds what is put in, the host is looked at, otherwise every other party.
    Remedy: record the outcome and its date under `subsidy.assessment`.
    """
    if not is_missing_at(answers, "subsidy", "assessment"):
        return
    known = {party.id: party for party in parties(answers)}
    host = words_at(answers, "host", "party")
    for path, each in entries(answers, "resources", "contributions"):
        giver = known.get(word(each, "party"))
        if not giver or word(each, "type") not in GIFTS or not giver.says("contracting_authority"):
            continue
        takers = [party for party in known.values() if party is not giver and host in ("", party.id)]
        enterprises = [party.name for party in takers if is_enterprise(party)]
        if not giver.is_of(*EDUCATION) and enterprises:
            sentence = (
                f"{giver.name} puts something in that may favour {joined(enterprises)}, and no assessment is recorded"
            )
            yield Finding(path, sentence, "Add subsidy.assessment.")
            return


def is_authority(party: Party) -> bool:
    """Whether the Procurement Act 2023 binds it as a contracting authority; Scotland has its own regime."""
    return bool(party.says("contracting_authority")) and party.nation != "scotland"


def is_enterprise(party: Party) -> bool:
    return party.says("contracting_authority") is False or party.is_of(*EDUCATION)


@rule("LIA-02", "warning")
def caps_below_insurance(answers: Answers) -> Iterator[Finding]:
    """A limit of liability below what a party's insurance would pay.

    Why: a limit must be reasonable (Unfair Contract Terms Act 1977, sections 2, 3 and 11), and a court looks at the
    resources of the party and at the insurance open to it (section 11(4)); public authorities are businesses for this
    (section 14). The premium is paid already.
    Remedy: raise the limit to the cover, or record why the lower one is reasonable.
    """
    basis = words_at(answers, "liability", "cap_basis")
    if not binds(answers) or basis not in ("amount", "contribution", "greater_of"):
        return
    for _, cover in entries(answers, "insurance"):
        insured = next((party for party in parties(answers) if party.id == word(cover, "party")), None)
        limit = figure(cover.fields.get("limit"))
        cap = cap_of(insured, basis, answers) if insured else None
        if insured and limit is not None and cap is not None and cap < limit:
            sentence = (
                f"{insured.name} is insured up to {format_money(limit)}, and its liability ends at {format_money(cap)}"
            )
            at = "cap_percent_of_annual_contribution" if basis == "contribution" else "cap_amount"
            yield Finding(
                deepest_given(answers, "liability", at), sentence, "Raise the limit, or record why it is fair."
            )


def cap_of(party: Party, basis: str, answers: Answers) -> Decimal | None:
    """The limit of a party's liability in a year of the agreement; None where a figure is open or missing."""
    amount = find(answers.root, ("liability", "cap_amount"))
    share = find(answers.root, ("liability", "cap_percent_of_annual_contribution"))
    caps: list[Decimal] = []
    for value, kind in ((amount, "amount"), (share, "contribution")):
        if basis not in (kind, "greater_of") or value is None:
            continue
        found = figure(value)
        if found is None:
            return None  # open
        caps.append(found if kind == "amount" else found / 100 * money_of(party, answers) / years(answers))
    return max(caps, default=None)


RULES = (
    *(late_public_payment, low_late_interest, recharges_without_vat),
    *(subsidies_not_assessed, caps_below_insurance),
)
