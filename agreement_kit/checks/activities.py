"""Who answers for what: activities, the parties accountable and responsible for them."""

from collections.abc import Iterator

from agreement_kit.answers import Answers, Listing, Record, Words, find
from agreement_kit.checks.findings import Finding
from agreement_kit.problems import Path
from agreement_kit.rules import rule


@rule("RACI-01", "error")
def not_one_accountable(answers: Answers) -> Iterator[Finding]:
    """An activity for which no party, or more than one, is accountable.

    Why: where two answer for the same thing neither does, and where nobody does it is found out too late.
    Remedy: name exactly one party under `accountable`; whoever does the work stands under `responsible`.
    """
    for path, activity in activities(answers):
        name = activity.fields.get("activity")
        accountable = activity.fields.get("accountable")
        what = f'activity "{name.printed}"' if isinstance(name, Words) else "this activity"
        if accountable is None:
            yield Finding(path, f"{what} has no accountable party; name exactly one")
        elif isinstance(accountable, Listing) and len(accountable) > 1:
            who = ", ".join(str(each) for each in accountable if isinstance(each, Words))
            sentence = f"{what} has {len(accountable)} accountable parties ({who}); name exactly one"
            yield Finding((*path, "accountable"), sentence)


def activities(answers: Answers) -> Iterator[tuple[Path, Record]]:
    """Each activity with its path."""
    entries = find(answers.root, ("raci",))
    for position, entry in enumerate(entries) if isinstance(entries, Listing) else ():
        if isinstance(entry, Record):
            yield ("raci", position), entry


RULES = (not_one_accountable,)
