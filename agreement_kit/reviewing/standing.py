"""What the agreement is, and the facts on which it rests: what follows from each party's legal form."""

from collections.abc import Iterator

from agreement_kit import __version__
from agreement_kit.answers import OpenItem, Record, Truth, Value, Words, find, records, words_at
from agreement_kit.document import Block, Inline, Paragraph, Text, plain_text
from agreement_kit.reviewing.pieces import (
    Point,
    Review,
    capitalised,
    counted,
    grid,
    line_of,
    listed,
    paragraph,
    stated,
    value_inlines,
)

NOT_STATED = "open, so nothing follows from it yet"
YES_OR_NO = {
    "personality": ("can contract in its own name", "cannot contract in its own name: confirm who contracts for it"),
    "health_service_body": (
        "a health service body (NHS Act 2006, section 9)",
        "not a health service body (NHS Act 2006, section 9)",
    ),
    "contracting_authority": (
        "a contracting authority (Procurement Act 2023)",
        "not a contracting authority (Procurement Act 2023)",
    ),
    "crown": ("part of the Crown", "not part of the Crown"),
}
REGIMES = {
    "foia": "under the Freedom of Information Act 2000",
    "foisa": "under the Freedom of Information (Scotland) Act 2002",
    "none": "under no freedom of information law itself",
}


def what_it_is(review: Review) -> Point:
    parties = [*records(find(review.answers.root, ("parties",)))]
    summary = f"{review.template.title}, {binding_words(review)}, {counted(len(parties), 'party', 'parties')}"
    blocks = (grid("The agreement in brief", ("Question", "Answer"), identity(review)),)
    return Point("what-it-is", "What this agreement is", summary, blocks)


def binding_words(review: Review) -> str:
    value = find(review.answers.root, ("agreement", "binding"))
    return value.printed if isinstance(value, Words) else "binding effect still open"


def identity(review: Review) -> Iterator[tuple[str, list[Paragraph]]]:
    """What stands on the first page of a file: who, what, which version, under which law."""

    def line(*path: str) -> list[Paragraph]:
        return [paragraph(tuple(stated(review, *path)))]

    source = review.answers.source
    yield "Parties", [paragraph(each) for each in party_lines(review)]
    yield "Binding effect", line("agreement", "binding")
    yield "Tier", [paragraph(tuple(stated_tier(review)))]
    yield "Law and courts", line("agreement", "governing_law") + line("agreement", "jurisdiction")
    yield "Status", line("document", "status")
    yield "Reference", line("document", "reference")
    yield "Version and its date", line("document", "version") + line("document", "date")
    yield "Last checked by a lawyer", line("document", "law_checked_on")
    own = sorted({origin.folder for origin in review.library.own.values()})
    made = f"{source.name if source else 'input'}, with version {__version__} of the kit"
    yield "Made from", [paragraph(made + (f" and the clauses in {listed(own)}" if own else ""))]


def party_lines(review: Review) -> Iterator[tuple[Inline, ...]]:
    found = find(review.answers.root, ("parties",))
    if isinstance(found, OpenItem):
        yield value_inlines(found)
    for party in records(found):
        yield (*printed(party, "name"), Text(": "), *printed(party, "legal_form"))


def printed(record: Record, name: str) -> tuple[Inline, ...]:
    value = record.fields.get(name)
    return (Text("Not given"),) if value is None or isinstance(value, Record) else value_inlines(value)


def stated_tier(review: Review) -> Iterator[Inline]:
    """The depth and why: stated, or what the kit makes of the other answers; and what speaks for more or less."""
    value = find(review.answers.root, ("agreement", "tier"))
    reason = words_at(review.answers, "agreement", "tier_reason")
    if value and reason:
        yield from (*capitalised(value), Text(f" (the form does not say; {reason})"))
    else:
        yield from stated(review, "agreement", "tier")
    for name, label in (("budget", "budget"), ("deadline", "to be signed by")):
        if find(review.answers.root, ("agreement", name)) is not None:
            yield Text(f"; {label} ")
            yield from stated(review, "agreement", name)


def facts_relied_on(review: Review) -> Point:
    """What follows from each legal form, and from each two of them."""
    parties = [*records(find(review.answers.root, ("parties",)))]
    rows = [
        ([paragraph(printed(party, "name")), paragraph(printed(party, "legal_form"))], facts_of(review, party))
        for party in parties
    ]
    overruled = sum(is_stated(review, party, name) for party in parties for name in (*YES_OR_NO, "foi_regime"))
    said = f"{counted(overruled, 'fact')} stated against the legal form" if overruled else "all from the legal forms"
    blocks: tuple[Block, ...] = (
        paragraph(
            "These follow from the legal form that the form states for each party; nobody has looked into a register "
            "or an establishment order. Confirm each before signature."
        ),
        grid("What follows from each legal form", ("Party and legal form", "What follows"), rows),
        *map(paragraph, pair_words(review)),
    )
    return Point("facts", "Facts relied on", f"{counted(len(parties), 'party', 'parties')}, {said}", blocks)


def facts_of(review: Review, party: Record) -> list[Paragraph]:
    lines = [fact_words(review, party, name) for name in (*YES_OR_NO, "foi_regime", "execution")]
    reason = party.fields.get("status_reason")
    if isinstance(reason, Words):
        lines.append(f"Reason given: {reason.printed}")
    return [paragraph(each) for each in lines if each] or [paragraph("Nothing: the legal form is open")]


def fact_words(review: Review, party: Record, name: str) -> str:
    """One fact, and where the form overrules what is usual the line that says so."""
    value = party.fields.get(name)
    words = f"{value_words(name, value)}" if value is not None else ""
    if words and is_stated(review, party, name):
        words += f" (stated in {line_of(review, (*party.path, name))})"
    return words[:1].upper() + words[1:]


def value_words(name: str, value: Value) -> str:
    if isinstance(value, Truth):
        return YES_OR_NO[name][0 if value else 1]
    if isinstance(value, Words):
        return REGIMES.get(value, value.printed)
    return f"{name.replace('_', ' ')} {NOT_STATED}"


def is_stated(review: Review, party: Record, name: str) -> bool:
    return (*party.path, name) in review.answers.given


def pair_words(review: Review) -> Iterator[str]:
    """Between which two parties no ordinary contract arises."""
    pairs: dict[str, list[str]] = {"nhs_contract": [], "crown": []}
    for pair in records(find(review.answers.root, ("pairs",))):
        standing = str(pair["standing"])
        if standing in pairs:
            pairs[standing].append(" and ".join(plain_text(printed(pair, side)) for side in ("one", "two")))
    if between := pairs["nhs_contract"]:
        yield (
            f"NHS contracts: what one provides to the other under this draft is an NHS contract between "
            f"{'; '.join(between)}. It gives rise to no contractual rights (NHS Act 2006, section 9), and disputes go "
            "to determination. Confirm that goods or services flow between them."
        )
    else:
        yield "NHS contracts: none, since no two parties are health service bodies (NHS Act 2006, section 9)."
    if between := pairs["crown"]:
        pair_words = "; ".join(between)
        yield f"The Crown cannot contract with itself: between {pair_words} this draft can only state intentions."
