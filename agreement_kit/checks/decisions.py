"""How bodies decide: votes and their weights, and what a body may change without a signed variation."""

from collections.abc import Iterator

from agreement_kit.answers import Answers, OpenItem, Record, Truth, Words, records
from agreement_kit.checks.findings import Finding
from agreement_kit.checks.governance import bodies, called
from agreement_kit.checks.likeness import stems
from agreement_kit.checks.parts import entries, given, lacks, leaf, named, texts
from agreement_kit.problems import format_path
from agreement_kit.rules import rule

MONEY = "money budget budgets cost costs price payment fee contributions finance"
CHANGING = "change changes variation amendment"
"""Words of a reserved matter that say nothing about what it is."""


@rule("GOV-05", "error")
def weights_that_do_not_fit(answers: Answers) -> Iterator[Finding]:
    """Weighted votes without the weight of each party, weights of a body that does not weigh votes, or decisions by
    weighted majority while no body weighs its votes.

    Why: nobody could count the vote.
    Remedy: give each party its number of votes under `weights`, or choose another way of voting.
    """
    for body in bodies(answers):
        voting, weights = leaf(body, "voting", Words), list(records(body.fields.get("weights")))
        if voting == "weighted" and lacks(body, "weights"):
            yield Finding((*body.path, "voting"), f"{called(body)} weighs votes, and nothing says how; add weights")
        elif voting == "weighted" and weights:
            own = {leaf(each, "party", Words) for each in weights}
            for party in entries(answers, "parties", by="id"):
                if None not in own and party["id"] not in own:
                    yield Finding((*body.path, "weights"), f"{named(party)} has no number of votes in {called(body)}")
        elif voting is not None and voting != "weighted" and not lacks(body, "weights"):
            sentence = f"{called(body)} has weights, and its voting is {voting}"
            yield Finding((*body.path, "weights"), sentence, "Write voting: weighted, or delete the weights.")
    rule_ = given(answers, "governance", "decision_rule")
    votes = [each.fields.get("voting") for each in bodies(answers)]
    if rule_ == "weighted_majority" and votes and not any(isinstance(v, OpenItem) or v == "weighted" for v in votes):
        sentence = "decisions are by weighted majority, and no body weighs its votes"
        yield Finding(("governance", "decision_rule"), sentence)


@rule("GOV-08", "warning")
def votes_that_decide_nothing(answers: Answers) -> Iterator[Finding]:
    """A decision by majority where no body votes, a casting vote in a body that does not vote or must be unanimous, or
    a simple majority of two parties with one vote each.

    Why: either the rule or the vote is never used, and in a dispute each side quotes the one that suits it.
    Remedy: let the decision rule and the voting of each body say the same. Two parties with one vote each agree or
    they do not: consensus says that honestly.
    """
    how, parties = given(answers, "governance", "decision_rule"), len(list(entries(answers, "parties")))
    votes = [each.fields.get("voting") for each in bodies(answers)]
    if how in ("simple_majority", "weighted_majority") and votes and all(each == "none" for each in votes):
        yield Finding(("governance", "decision_rule"), "decisions are by majority, and no body votes")
    for body in bodies(answers):
        voting, casting = leaf(body, "voting", Words), leaf(body, "casting_vote", Truth)
        if casting and (voting == "none" or how == "unanimity"):
            why = "does not vote" if voting == "none" else "must be unanimous"
            yield Finding((*body.path, "casting_vote"), f"the chair of {called(body)} has a casting vote, and it {why}")
        elif how == "simple_majority" and voting == "one_vote_per_party" and parties == 2 and not casting:
            sentence = f"two parties with one vote each are a majority only together: {called(body)} may be stuck"
            yield Finding((*body.path, "voting"), sentence, "Write decision_rule: consensus_then_escalate.")


@rule("CHANGE-01", "error")
def reserved_and_given_away(answers: Answers) -> Iterator[Finding]:
    """A body that may change what is reserved to all parties. Order of words, endings and
    small words do not count.

    Why: the agreement contradicts itself on who decides.
    Remedy: delete it in one of the two places, or say up to which limit the body may change it.
    """
    governance = given(answers, "governance")
    matters = texts(governance, "reserved_matters") if isinstance(governance, Record) else ()
    reserved = [(where, matter, stems(matter) - stems(CHANGING)) for where, matter in matters]
    for authority in entries(answers, "change", "authority"):
        for path, part in texts(authority, "may_change"):
            meant = stems(part) - stems(CHANGING)
            for where, matter, reserving in reserved:
                if meant == reserving != frozenset():
                    sentence = (
                        f'a body may change "{part}", and {format_path(where)} reserves "{matter}" to all parties'
                    )
                    yield Finding(path, sentence, "Delete it in one of the two places.")


@rule("CHANGE-02", "warning")
def money_changed_without_signature(answers: Answers) -> Iterator[Finding]:
    """A body that may change what costs money without a signed variation.

    Why: finance directors sign for money; a body that moves it without them acts beyond its powers.
    Remedy: take it out, or reserve it to the parties.
    """
    for authority in entries(answers, "change", "authority"):
        for path, part in texts(authority, "may_change"):
            if stems(part) & stems(MONEY):
                yield Finding(path, f'a body may change "{part}" without a signed variation; money needs a signature')


RULES = (weights_that_do_not_fit, votes_that_decide_nothing, reserved_and_given_away, money_changed_without_signature)
