"""Points of law about disputes: a ladder with times, arbitration that can begin, one last word, urgent relief."""

from collections.abc import Iterator

from agreement_kit.answers import Answers, Record, find, words_at
from agreement_kit.checks.facts import binds, deepest_given, entries, is_missing, is_open, joined, truth_at
from agreement_kit.checks.findings import Finding
from agreement_kit.rules import rule

FINAL = ("disputes", "final")
ARBITRATION = ("disputes", "arbitration")
NEEDED = {
    "seat": "its seat",
    "law": "the law of the agreement to arbitrate",
    "arbitrators": "the number of arbitrators",
    "institution": "who appoints them",
}


@rule("DIS-01", "error")
def rungs_without_time(answers: Answers) -> Iterator[Finding]:
    """A rung of the ladder without a number of days, in an agreement that binds.

    Why: a duty to negotiate is too uncertain to enforce (Walford v Miles, 1992), while steps with times can be (Cable &
    Wireless v IBM, 2002; Emirates v Prime Mineral, 2014), and courts stay claims for them (Churchill v Merthyr Tydfil,
    2023). A lawyer should confirm the steps.
    Remedy: give each rung its `working_days`.
    """
    for path, rung in entries(answers, "disputes", "ladder") if binds(answers) else ():
        if is_missing(rung, "working_days"):
            yield Finding(path, f"rung {int(path[-1]) + 1} of the ladder has no number of days", "Add working_days.")


@rule("DIS-02", "error")
def incomplete_arbitration(answers: Answers) -> Iterator[Finding]:
    """Arbitration has the last word, and its seat, its law, the number of arbitrators or who appoints them is missing.

    Why: without them a court must help before anything can begin. Under the Arbitration Act 2025 (in force 1 August
    2025) the law of the seat governs the agreement to arbitrate unless another is named; choosing the law of the
    contract is not enough.
    Remedy: fill in `disputes.arbitration`.
    """
    arbitration = find(answers.root, ARBITRATION)
    if words_at(answers, *FINAL) != "arbitration" or not binds(answers) or is_open(arbitration):
        return
    missing = list(NEEDED.values())
    if isinstance(arbitration, Record):
        missing = [words for name, words in NEEDED.items() if is_missing(arbitration, name)]
    if missing:
        sentence = f"arbitration has the last word, and nothing says {joined(missing, 'or')}"
        yield Finding(deepest_given(answers, *ARBITRATION), sentence, "Fill in disputes.arbitration.", True)


@rule("DIS-03", "error")
def two_last_words(answers: Answers) -> Iterator[Finding]:
    """Courts have the last word, and arbitration is described too.

    Why: two ways that both end a dispute start another one, about which of them counts. A lawyer should confirm which
    is meant.
    Remedy: set `disputes.final: arbitration`, or delete `disputes.arbitration`.
    """
    arbitration = find(answers.root, ARBITRATION)
    if words_at(answers, *FINAL) == "courts" and isinstance(arbitration, Record) and arbitration:
        sentence = "the courts have the last word, and arbitration is described too"
        yield Finding(ARBITRATION, sentence, "Choose one of the two.", True)


@rule("DIS-04", "warning")
def no_urgent_relief(answers: Answers) -> Iterator[Finding]:
    """A party must climb the whole ladder even where it cannot wait.

    Why: an injunction that comes after 45 days comes too late, for instance to stop the misuse of data; a court may
    also read the ladder as no bar. A lawyer should confirm that this is meant.
    Remedy: set `disputes.urgent_relief: true`, or leave it out.
    """
    path = ("disputes", "urgent_relief")
    if binds(answers) and truth_at(answers, *path) is False:
        yield Finding(path, "no party may go to court at once, however urgent it is", "Set it to true.")


RULES = (rungs_without_time, incomplete_arbitration, two_last_words, no_urgent_relief)
