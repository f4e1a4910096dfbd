"""What is put in against what is needed: money, shares, staff and the capacity to give them."""

from collections.abc import Iterator
from decimal import Decimal

from agreement_kit.answers import Answers, Listing, Number, OpenItem, Value, Words, find, format_money, records
from agreement_kit.checks.findings import Finding
from agreement_kit.checks.parts import entries, figure, given, is_silent, lacks, leaf, months_of, named, parties_missing
from agreement_kit.problems import format_path
from agreement_kit.rules import rule

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}
"""Period → the months it has; the other periods stand for the whole term."""

CONTRIBUTIONS = ("resources", "contributions")
COST = ("plan", "cost")
WHOLE = 100
ROUNDING = 1
"""Pounds that two sums may differ by."""


@rule("MONEY-01", "warning")
def plans_that_cost_more_than_is_put_in(answers: Answers) -> Iterator[Finding]:
    """A plan that costs more over the term than the contributions come to. Contributions without an amount do not
    count; where a funder is named, or an amount or period is open, nothing is said.

    Why: the gap is found when the first party has spent its share.
    Remedy: find who pays the rest, or plan less.
    """
    cost, put_in = total(answers, given(answers, *COST)), total_put_in(answers)
    if (
        cost is not None
        and put_in is not None
        and cost > put_in + ROUNDING
        and is_silent(answers, "finance", "funders")
    ):
        sentence = f"the plan costs {format_money(cost)} over the term, and resources.contributions come to"
        yield Finding((*COST, "amount"), f"{sentence} {format_money(put_in)}")


@rule("MONEY-02", "warning")
def plans_beyond_the_budget(answers: Answers) -> Iterator[Finding]:
    """A plan that costs more over the term than the budget of the agreement.

    Why: one of the two figures went to a board, and it was not both.
    Remedy: correct one of them.
    """
    cost, budget = total(answers, given(answers, *COST)), given(answers, "agreement", "budget")
    if cost is not None and isinstance(budget, Number) and cost > budget + ROUNDING:
        sentence = f"the plan costs {format_money(cost)} over the term, and agreement.budget says {budget.printed}"
        yield Finding((*COST, "amount"), sentence)


@rule("MONEY-03", "warning")
def two_costs(answers: Answers) -> Iterator[Finding]:
    """A return on investment that reckons with other costs than the plan has.

    Why: a return on half the cost is twice as good.
    Remedy: use the same figure, or say what the difference is and accept the finding.
    """
    path = ("evaluation", "roi", "inputs_cost")
    cost, inputs = total(answers, given(answers, *COST)), given(answers, *path)
    if cost is not None and isinstance(inputs, Number) and abs(cost - inputs) > ROUNDING:
        sentence = f"the return is reckoned on {inputs.printed}, and plan.cost comes to {format_money(cost)}"
        yield Finding(path, sentence)


@rule("MONEY-04", "error")
def shares_that_do_not_add_up(answers: Answers) -> Iterator[Finding]:
    """Shares of income or of results that do not add up to 100, or name a party twice.

    Why: somebody would get too little, or two would claim the same part.
    Remedy: correct the percentages; a party that gets nothing needs no entry.
    """
    for path in (("finance", "income_split", "shares"), ("ip", "results", "shares")):
        shares = find(answers.root, path)
        if not isinstance(shares, Listing) or not shares:
            continue
        percents = [leaf(each, "percent", Number) for each in shares]
        if None not in percents and (sum_ := sum(each or 0 for each in percents)) != WHOLE:
            yield Finding(path, f"the shares add up to {figure(Decimal(sum_))}, not to 100")
        seen: set[str] = set()
        for share in records(shares):
            party = leaf(share, "party", Words)
            if party is not None and party in seen:
                yield Finding((*share.path, "party"), f"{party.printed} has two shares; give it one")
            seen |= {party} if party is not None else set()


@rule("MONEY-05", "warning")
def contributions_without_figure(answers: Answers) -> Iterator[Finding]:
    """Money without an amount or a period, or staff without a number of posts.

    Why: it cannot be added up, and each party remembers another figure.
    Remedy: write the amount and its period, or the posts (FTE), or tbc.
    """
    for each in entries(answers, *CONTRIBUTIONS, by="type"):
        who = party.printed if (party := leaf(each, "party", Words)) else "a party"
        if each["type"] == "cash" and lacks(each, "amount"):
            yield Finding(each.path, f"the money of {who} has no amount")
        elif not lacks(each, "amount") and lacks(each, "period"):
            yield Finding(each.path, f"the amount of {who} is for no period; say whether each year, once or for all")
        elif each["type"] == "staff" and lacks(each, "fte", "amount"):
            yield Finding(each.path, f"the staff of {who} have no number; add fte")


@rule("MONEY-06", "warning")
def two_holders_of_money(answers: Answers) -> Iterator[Finding]:
    """A fund that another party holds than the one that hosts the partnership.

    Why: usually one of the two was changed and the other forgotten.
    Remedy: correct one of them; if two parties hold money on purpose, accept the finding.
    """
    host, holder = given(answers, "host", "party"), given(answers, "finance", "pool", "host")
    if isinstance(host, Words) and isinstance(holder, Words) and host != holder:
        sentence = f"{holder.printed} holds the fund, and host.party is {host.printed}"
        yield Finding(("finance", "pool", "host"), sentence)


@rule("MONEY-07", "info")
def parties_that_put_in_nothing(answers: Answers) -> Iterator[Finding]:
    """A party without a contribution, although others have one.

    Why: time, rooms and knowledge count too, and unspoken they are not thanked for.
    Remedy: say what it gives, or be ready to say why it gives nothing.
    """
    for party in parties_missing(answers, *CONTRIBUTIONS, "party"):
        yield Finding(party.path, f"nothing under resources.contributions comes from {named(party)}")


@rule("STAFF-01", "warning")
def more_staff_than_capacity(answers: Answers) -> Iterator[Finding]:
    """A party that puts in more posts than its stated capacity.

    Why: the capacity to collaborate is finite. What is promised beyond it is not given, or taken from another promise.
    Remedy: promise less, or correct the capacity.
    """
    for party in entries(answers, "parties", by="id"):
        capacity = leaf(party.fields.get("capacity"), "fte", Number)
        own = [
            ((*each.path, "fte"), fte)
            for each in entries(answers, *CONTRIBUTIONS, by="party")
            if each["party"] == party["id"] and (fte := leaf(each, "fte", Number)) is not None
        ]
        promised = sum((fte for _, fte in own), Decimal(0))
        if own and capacity is not None and promised > capacity:
            says = f"{format_path((*party.path, 'capacity', 'fte'))} says {figure(capacity)}"
            posts = f"{figure(promised)} posts (FTE)" + (" in all" if len(own) > 1 else "")
            yield Finding(max(own, key=lambda pair: pair[1])[0], f"{named(party)} puts in {posts}, and {says}")


@rule("STAFF-02", "warning")
def secondments_that_lead_nowhere(answers: Answers) -> Iterator[Finding]:
    """A post seconded to its own employer; staff employed by a host where there is none; secondment as the model where
    no post is seconded.

    Why: who employs whom decides who pays, insures and manages.
    Remedy: correct the employer, the place or the model; name the host, or the posts.
    """
    for each in entries(answers, "people", "secondments", by="post"):
        employer, to = leaf(each, "employer", Words), leaf(each, "to", Words)
        if employer is not None and employer == to:
            yield Finding((*each.path, "to"), f'"{each["post"]}" is seconded from {employer.printed} to itself')
    model = given(answers, "people", "model")
    if model == "host_employs" and is_silent(answers, "host", "party"):
        yield Finding(("people", "model"), "the host is to employ staff, and there is no host; add host")
    elif model == "secondment" and is_silent(answers, "people", "secondments"):
        yield Finding(("people", "model"), "staff are to be seconded, and no post is named; add secondments")


def total(answers: Answers, sum_: Value | None) -> Decimal | None:
    """What an amount for a period comes to over the term; None where something that it takes is not settled."""
    amount, period, months = leaf(sum_, "amount", Number), leaf(sum_, "period", Words), months_of(answers)
    if amount is None or period is None:
        return None
    if period not in MONTHS_OF:
        return Decimal(amount)
    return None if months is None else Decimal(amount) * months / MONTHS_OF[period]


def total_put_in(answers: Answers) -> Decimal | None:
    """What all contributions come to over the term; None where there are none, or one that cannot be added."""
    contributions = find(answers.root, CONTRIBUTIONS)
    if not isinstance(contributions, Listing) or any(isinstance(each, OpenItem) for each in contributions):
        return None
    counted = [
        each for each in records(contributions) if not lacks(each, "amount") or each.fields.get("type") == "cash"
    ]
    sums = [total(answers, each) for each in counted]
    return None if None in sums else sum((each for each in sums if each is not None), Decimal(0))


RULES = (
    plans_that_cost_more_than_is_put_in,
    plans_beyond_the_budget,
    two_costs,
    shares_that_do_not_add_up,
    contributions_without_figure,
    two_holders_of_money,
    parties_that_put_in_nothing,
    more_staff_than_capacity,
    secondments_that_lead_nowhere,
)
