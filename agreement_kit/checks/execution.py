"""Points of law about signing: consideration, deeds, seals, electronic signatures, what a signing version may hold."""

from collections.abc import Iterator
from decimal import Decimal

from agreement_kit.answers import Answers, find, format_money, open_leaves, records, words_at
from agreement_kit.checks.facts import (
    COUNCILS,
    binds,
    deepest_given,
    figure,
    figure_at,
    money_of,
    parties,
    texts,
    truth_at,
    word,
)
from agreement_kit.checks.findings import Finding
from agreement_kit.checks.phrases import BLANK, CONTRACT_VERBS
from agreement_kit.rules import rule
from agreement_kit.schemas.derived import is_intent

METHOD = ("signature", "method")
NEVER_BINDING = (("purpose", "vision"), ("principles",), ("pledges",), ("expectations",), ("leadership",))
SHOWN = 5
"""Open answers that are named one by one; the rest is counted."""


@rule("EX-01", "warning")
def one_sided_promises(answers: Answers) -> Iterator[Finding]:
    """Only one party puts anything in or has a role, and the agreement is no deed.

    Why: a simple contract needs consideration: each side must give or promise something in return. A promise that
    nobody pays for binds only in a deed (Law of Property (Miscellaneous Provisions) Act 1989, section 1). A lawyer
    should confirm what each side gives.
    Remedy: say what the others do in return under `roles` or `resources.contributions`, or sign as a deed.
    """
    if not binds(answers) or words_at(answers, *METHOD) != "simple":
        return
    listed = [*records(find(answers.root, ("resources", "contributions"))), *records(find(answers.root, ("roles",)))]
    givers = {word(each, "party") for each in listed}
    if len(givers) == 1 and "" not in givers:
        (giver,) = givers
        name = next((party.name for party in parties(answers) if party.id == giver), giver)
        sentence = f"only {name} gives anything, so its promises may bind nobody unless they stand in a deed"
        at = "resources" if ("resources", "contributions") in answers.given else "roles"
        yield Finding(
            deepest_given(answers, at), sentence, "Say what the others give, or set signature.method: deed.", True
        )


@rule("EX-03", "warning")
def electronic_formalities(answers: Answers) -> Iterator[Finding]:
    """Electronic signing of a deed, a sealed document or one that a witness signs.

    Why: an electronic signature is good for a simple contract and, with the witness in the same room, for a deed (Law
    Commission, 2019); a common seal cannot be affixed to a file, and Scotland has rules of its own (Requirements of
    Writing (Scotland) Act 1995). A lawyer should confirm that each party may sign in this way.
    Remedy: set `signature.electronic: false`, or confirm it with each party's lawyer.
    """
    words = {"deed": "a deed", "seal": "a sealed document", "scots": "a document with a witness"}
    method = words_at(answers, *METHOD)
    if binds(answers) and method in words and truth_at(answers, "signature", "electronic"):
        sentence = f"{words[method]} may be signed electronically, which not every party can do"
        yield Finding(
            deepest_given(answers, "signature", "electronic"), sentence, "Set electronic: false, or confirm it."
        )


@rule("EX-04", "warning")
def deeds_without_force(answers: Answers) -> Iterator[Finding]:
    """A charter or a memorandum that is to be signed as a deed or under seal.

    Why: a deed binds without consideration, which is the opposite of what such a document says of itself. The draft has
    the plain signature page of a statement whatever the answer.
    Remedy: set `signature.method: simple`, or `agreement.binding: binding`.
    """
    is_statement = is_intent(words_at(answers, "agreement", "binding"))
    if is_statement and words_at(answers, *METHOD) in ("deed", "seal"):
        yield Finding(
            METHOD, "a document that does not bind is not signed as a deed or under seal", "Set it to simple."
        )


@rule("BIND-07", "warning")
def contract_verbs_in_promises(answers: Answers) -> Iterator[Finding]:
    """Purpose, principles, pledges, expectations or leadership speak like a contract: must, shall, indemnifies,
    warrants, undertakes to, agrees to pay.

    Why: these parts never bind, and courts look at the words and not at the label beside them. BIND-01 looks for the
    same in the wording of clauses.
    Remedy: write "we will", "we aim to" or what one would see somebody do; put what is to bind under `roles`.
    """
    for path, text in texts(answers, *NEVER_BINDING):
        if path in answers.given and (match := CONTRACT_VERBS.search(text)):
            yield Finding(path, f'"{match[0]}" stands in what does not bind', 'Write "we will" or "we aim to".')


@rule("LA-01", "warning")
def councils_that_must_seal(answers: Answers) -> Iterator[Finding]:
    """A council whose constitution asks for its seal above a value, an agreement above that value, and another method
    of signing.

    Why: a council makes contracts under its standing orders (Local Government Act 1972, section 135), and its
    constitution says above which value the common seal is needed. A lawyer should confirm the figure.
    Remedy: set `signature.method` to seal or deed, or ask the council's monitoring officer.
    """
    if not binds(answers) or words_at(answers, *METHOD) not in ("simple", "scots"):
        return
    for party in parties(answers):
        limit = figure(party.record.fields.get("seal_threshold"))
        value = worth(answers)
        if party.is_of(*COUNCILS) and limit is not None and value > limit:
            sentence = (
                f"{party.name} seals contracts above {format_money(limit)}, and this one is worth {format_money(value)}"
            )
            yield Finding(deepest_given(answers, *METHOD), sentence, "Set signature.method: seal, or deed.")


def worth(answers: Answers) -> Decimal:
    """The budget or, where none is given, all the money that is put in over the term."""
    budget = figure_at(answers, "agreement", "budget")
    return budget or sum((money_of(party, answers) for party in parties(answers)), Decimal(0))


@rule("DOC-02", "error")
def blanks_in_signing_version(answers: Answers) -> Iterator[Finding]:
    """A final version with open items, or with answers that hold square brackets, tbc or a drafting note.

    Why: what is signed with a blank can be void for uncertainty in that point, and whoever fills it in later changes a
    signed document. A lawyer should confirm what a gap means. DOC-03 looks for the same in the wording.
    Remedy: settle what is open; until then keep `document.status` at draft.
    """
    if words_at(answers, "document", "status") != "final":
        return
    still = list(dict.fromkeys(item.paths[0] for item in open_leaves(answers.root) if item.paths))
    for path in still[:SHOWN]:
        yield Finding(path, "this is still open in a final version")
    if len(still) > SHOWN:
        yield Finding(still[SHOWN], f"{len(still) - SHOWN} more answers are still open in a final version")
    yield from blanks(answers)


def blanks(answers: Answers) -> Iterator[Finding]:
    """Answers that look like something to fill in."""
    for path, text in texts(answers, ()):
        if path in answers.given and path[0] != "checks" and (match := BLANK.search(text)):
            yield Finding(path, f'a final version holds "{match[0]}"')


RULES = (
    *(one_sided_promises, electronic_formalities, deeds_without_force, councils_that_must_seal),
    *(contract_verbs_in_promises, blanks_in_signing_version),
)
