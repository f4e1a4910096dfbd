"""What a draft says of itself: that it is a draft, what binds, how it is signed, that nothing is left to fill in."""

import re
from collections.abc import Iterator

from agreement_kit.answers import find, words_at
from agreement_kit.checks.facts import is_open
from agreement_kit.checks.phrases import BLANK, DEED
from agreement_kit.document import Text, inlines_of, plain_text
from agreement_kit.lint.drafts import Draft, Finding, named, signature_blocks
from agreement_kit.overviews import binding_map
from agreement_kit.rules import rule
from agreement_kit.schemas.clause import BINDS
from agreement_kit.schemas.derived import draft_words, is_intent

UNTIL_SIGNED = re.compile(
    r"\bbound\b[^.]*\buntil\b|\bbinds?\b[^.]*\b(?:once|only when|when) every party has signed\b", re.I
)
WITNESSES = re.compile(
    r"\b(?:witness|in the presence of|seal|authenticated|second (?:signature|director))", re.IGNORECASE
)


@rule("BIND-05", "error")
def labels_that_disagree(draft: Draft) -> Iterator[Finding]:
    """In an agreement that binds in part: a clause without its label, or no table at the front that says of each clause
    what its label says.

    Why: a court that finds two answers to whether a clause binds reads the whole as uncertain. Both are made from one
    source as long as no part of your own takes the place of the kit's table. BIND-03 looks at the marks in clauses.
    Remedy: put the block `binding-map` back into the part; give the clause its `binds`.
    """
    if words_at(draft.answers, "agreement", "binding") != "hybrid":
        return
    for section in draft.clauses:
        if not section.binds or section.label != BINDS[section.binds]:
            yield Finding(draft.place(section), f"{named(section)} does not say whether it binds", "Set its binds.")
    expected = binding_map(draft.document.sections)
    front = draft.document.of_kind("front")
    if draft.clauses and not any(block in expected for section in front for block in section.blocks):
        home = next((section for section in front if section.id == "binding-map"), None)
        place = draft.place(home) if home else draft.whole
        sentence = "no table at the front says of each clause what its label says"
        yield Finding(place, sentence, "Put the block binding-map into the part.")


@rule("BIND-06", "error")
def deeds_that_bind_nobody(draft: Draft) -> Iterator[Finding]:
    """A charter or a memorandum that says of itself that it is a deed.

    Why: a deed binds without consideration (Law of Property (Miscellaneous Provisions) Act 1989, section 1), which is
    what a document without legal force must not say of itself. BIND-04 looks at what clauses could print.
    Remedy: sign it in agreement in principle, as the kit's signature page does.
    """
    if is_intent(words_at(draft.answers, "agreement", "binding")):
        for section in draft.document.sections:
            if draft.finds(DEED, section):
                yield Finding(
                    draft.place(section), f"{named(section)} speaks of a deed in a document that does not bind"
                )


@rule("EX-02", "error")
def deeds_without_witness(draft: Draft) -> Iterator[Finding]:
    """A deed that does not say that it is one, or a block to sign in without a witness or a seal.

    Why: a deed must make clear on its face that it is one, and an individual signs it in the presence of a witness who
    attests the signature (Law of Property (Miscellaneous Provisions) Act 1989, section 1); companies sign by two
    officers, or by a director with a witness (Companies Act 2006, sections 44 and 46). A lawyer should confirm each
    block.
    Remedy: keep the kit's signature page, or add the lines for a witness.
    """
    if not draft.binds or words_at(draft.answers, "signature", "method") != "deed":
        return
    for section in draft.document.of_kind("signature"):
        if not draft.finds(DEED, section):
            yield Finding(
                draft.place(section), f"{named(section)} does not say that the agreement is executed as a deed"
            )
    for section, words in signature_blocks(draft):
        if not WITNESSES.search(words):
            sentence = f"a block in {named(section)} has no line for a witness or a seal"
            yield Finding(draft.place(section), sentence, "Add the witness's signature, name and address.")


@rule("DOC-01", "error")
def drafts_not_marked(draft: Draft) -> Iterator[Finding]:
    """A version that is not final and does not say on every page that it is a draft or, where it is to bind, subject to
    contract; or a final version that still does.

    Why: work that begins under a draft can make a contract that nobody signed (RTS Flexible Systems v Müller [2010]
    UKSC 14); "subject to contract" keeps it off. A lawyer should confirm that nobody waived it.
    Remedy: leave the header as the kit writes it.
    """
    status = words_at(draft.answers, "document", "status")
    words = draft_words(status, words_at(draft.answers, "agreement", "binding"))
    header = " ".join(plain_text(line.inlines) for line in draft.document.header)
    place = draft.answers.place(("document",))
    if is_open(find(draft.answers.root, ("document",))):
        return
    if words and words not in header:
        yield Finding(place, f'this version is no final one, and its pages do not say "{words}"')
    elif not words and "subject to contract" in header.lower():
        yield Finding(place, 'a final version says "subject to contract" on its pages')


@rule("DOC-03", "error")
def blanks_in_wording(draft: Draft) -> Iterator[Finding]:
    """A final version whose wording holds square brackets, tbc or a drafting note.

    Why: what was meant for the drafter is signed by the parties, and a court has to give it a meaning. DOC-02 looks for
    the same in the answers.
    Remedy: settle it in the clause.
    """
    if words_at(draft.answers, "document", "status") != "final":
        return
    seen: set[tuple[str, str]] = set()
    for section, inline in inlines_of(draft.document):
        for match in BLANK.finditer(inline.text) if isinstance(inline, Text) else ():
            if (section.id, match[0]) not in seen:
                seen.add((section.id, match[0]))
                yield Finding(draft.place(section), f'{named(section)} holds "{match[0]}" in a final version')


@rule("DOC-04", "warning")
def bound_before_signing(draft: Draft) -> Iterator[Finding]:
    """An agreement that is to bind and does not say that nobody is bound until all have signed.

    Why: a party that signs first, or starts work, may find itself bound alone (RTS Flexible Systems v Müller [2010]
    UKSC 14). A lawyer should confirm it where work starts early, for which a letter of its own is safer.
    Remedy: keep the clause Legal status, or add: no Party is bound until every Party has signed and dated this
    Agreement.
    """
    if draft.binds and not draft.says(UNTIL_SIGNED):
        hint = "Add: no Party is bound until every Party has signed and dated this Agreement."
        yield Finding(draft.whole, "nothing says that no party is bound until all have signed", hint)


RULES = (
    *(labels_that_disagree, deeds_that_bind_nobody, deeds_without_witness),
    *(drafts_not_marked, blanks_in_wording, bound_before_signing),
)
