"""Points of law about buying: why the parties need no tender between themselves, and for health services."""

import re
from collections.abc import Iterator
from decimal import Decimal

from agreement_kit.answers import Answers, find, format_money, words_at
from agreement_kit.checks.facts import (
    COUNCILS,
    NHS_IN_ENGLAND,
    Party,
    binds,
    figure_at,
    first_match,
    is_missing_at,
    is_open,
    joined,
    money_given,
    money_of,
    parties,
)
from agreement_kit.checks.findings import Finding
from agreement_kit.checks.payments import is_authority
from agreement_kit.rules import rule

EXEMPTION = ("procurement", "exemption")
CENTRAL = (*NHS_IN_ENGLAND, "government_department", "executive_agency", "ndpb_statutory")
CENTRAL_THRESHOLD, THRESHOLD = Decimal(135_018), Decimal(207_720)
"""With VAT, from 1 January 2026 (SI 2025/1200); the next figures are due in January 2028. Wales has its own column."""

MOST_OUTSIDE = 20
HEALTH_SERVICES = re.compile(
    r"\b(?:commission|procur|buy|purchas|contract for)\w*\b.*\b(?:health|care|clinic|hospital|nurs|therap|treatment|"
    r"diagnos|patient|ambulance|maternity|dent)",
    re.IGNORECASE,
)


@rule("PR-01", "error", stops=True)
def horizontal_without_authorities(answers: Answers) -> Iterator[Finding]:
    """The exemption for horizontal arrangements is claimed, and a party is no contracting authority.

    Why: Schedule 2, paragraph 3, to the Procurement Act 2023 (in force 24 February 2025) exempts arrangements between
    contracting authorities only. The clause would say of all parties what is not true of one.
    Remedy: award to that party under the Act, or rely on another exemption; if it is a contracting authority, say so
    under `contracting_authority` with a `status_reason`. A lawyer should confirm the exemption.
    """
    if words_at(answers, *EXEMPTION) == "horizontal":
        others = [party.name for party in parties(answers) if party.says("contracting_authority") is False]
        if others:
            are = "is no contracting authority" if len(others) == 1 else "are no contracting authorities"
            sentence = f"{joined(others)} {are}, so the arrangement is not horizontal"
            yield Finding(EXEMPTION, sentence, "Choose another exemption, or none, and award under the Act.")


@rule("PR-02", "warning")
def outside_activities(answers: Answers) -> Iterator[Finding]:
    """The exemption for horizontal arrangements is claimed, and more than 20% of the activities, or nobody knows how
    many, lie outside the public functions.

    Why: Schedule 2, paragraph 3, to the Procurement Act 2023 allows no more than 20% of the activities to serve other
    ends than those functions, and whoever relies on it must be able to show that.
    Remedy: estimate `procurement.outside_percent` and keep the calculation.
    """
    if words_at(answers, *EXEMPTION) != "horizontal":
        return
    share = figure_at(answers, "procurement", "outside_percent")
    if share is not None and share > MOST_OUTSIDE:
        sentence = f"{share}% of the activities lie outside the public functions; the exemption ends at 20%"
        yield Finding(("procurement", "outside_percent"), sentence)
    elif is_missing_at(answers, "procurement", "outside_percent"):
        sentence = "the exemption for horizontal arrangements is claimed, and nothing says how much lies outside it"
        yield Finding(EXEMPTION, sentence, "Add procurement.outside_percent.")


@rule("PR-03", "warning")
def payments_above_threshold(answers: Answers) -> Iterator[Finding]:
    """A contracting authority pays a host more than the threshold of procurement law over the term, and no exemption is
    chosen, or one for values below the threshold. What the host itself puts in does not count.

    Why: a public contract above the threshold must be awarded under the Procurement Act 2023 unless an exemption in
    Schedule 2 applies. From 1 January 2026 the thresholds are, with VAT, £135,018 for central bodies (NHS trusts and
    foundation trusts are listed with them), £207,720 for councils and universities and £663,540 for light-touch
    services (SI 2025/1200; Wales has figures of its own). Money that only shares costs may be no payment for services:
    a lawyer should confirm.
    Remedy: choose `procurement.exemption` with a procurement team, or say why no exemption is needed.
    """
    exemption, host = find(answers.root, EXEMPTION), words_at(answers, "host", "party")
    if not binds(answers) or is_open(exemption) or not host:
        return
    if exemption is not None and words_at(answers, *EXEMPTION) not in ("none", "below_threshold"):
        return
    for party in parties(answers):
        paid, limit = money_of(party, answers), threshold_of(party)
        if is_authority(party) and party.id != host and paid > limit:
            path, _ = next(money_given(party, answers))
            sums = (
                f"{format_money(paid.quantize(Decimal(1)))} over the term, above the threshold of {format_money(limit)}"
            )
            yield Finding(path, f"{party.name} pays the host {sums}", "Choose procurement.exemption.")


def threshold_of(party: Party) -> Decimal:
    return CENTRAL_THRESHOLD if party.is_of(*CENTRAL) else THRESHOLD


@rule("PR-04", "warning")
def health_services_bought(answers: Answers) -> Iterator[Finding]:
    """The scope speaks of commissioning or buying health services, and a party is bound by the Provider Selection
    Regime.

    Why: since 1 January 2024 NHS bodies and councils in England choose providers of health care services under the
    Health Care Services (Provider Selection Regime) Regulations 2023, and not under the Procurement Act 2023. A lawyer
    should confirm which services are covered.
    Remedy: follow that regime for these services; an exemption of the Act does not help there.
    """
    bound = [party for party in parties(answers) if party.is_of(*NHS_IN_ENGLAND, *COUNCILS) and party.is_in_england]
    found = first_match(HEALTH_SERVICES, answers, ("scope", "does"))
    if bound and found:
        sentence = "health services are bought here, for which England has the Provider Selection Regime"
        yield Finding(found[0], sentence, "Follow the regulations of 2023 for them.")


RULES = (horizontal_without_authorities, outside_activities, payments_above_threshold, health_services_bought)
