"""Laws with a change to come: what the library knows of bills, of provisions not yet in force, of orders due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path as FilePath

from agreement_kit.answers import Record, find, records
from agreement_kit.conditions import Conditions, matches
from agreement_kit.library import Clause, condition_problems
from agreement_kit.problems import ProblemsFound, has_errors
from agreement_kit.remembering import remembered, state_of
from agreement_kit.schemas import read
from agreement_kit.sources import Source, load

FILE = "pending-law.yaml"
OF_A_PARTY = "parties[]."


@dataclass(frozen=True, slots=True)
class PendingLaw:
    """A change that was to come when somebody last looked. It touches the clauses that it names, those that rely on
    what begins with one of `law`, and parties for whom all of `when` holds.
    """

    id: str
    title: str
    what: str
    status: str
    checked_on: date
    confirm: str
    law: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    when: Conditions = field(default_factory=dict)

    def touches(self, clause: Clause) -> bool:
        return clause.id in self.clauses or any(each.startswith(self.law) for each in clause.law)

    def parties(self, answers: Record) -> tuple[Record, ...]:
        """The parties that it touches."""
        own = {name.removeprefix(OF_A_PARTY): values for name, values in self.when.items()}
        return tuple(each for each in records(find(answers, ("parties",))) if own and matches(own, each))


def load_pending(folder: FilePath) -> tuple[PendingLaw, ...]:
    """The pending laws of a library's folder. Raises ProblemsFound with every mistake in the file."""
    return remembered(("pending law", state_of(folder, FILE)), lambda: read_pending(load(folder / FILE)))


def read_pending(source: Source) -> tuple[PendingLaw, ...]:
    from agreement_kit.schemas.clause import PENDING

    tree, problems = read(source, PENDING)
    for at, entry in enumerate(tree["pending"] if tree else ()):
        problems += condition_problems(entry.get("when", {}), source, ("pending", at, "when"))
    if tree is None or has_errors(problems):
        raise ProblemsFound(problems)
    return tuple(map(pending_law, tree["pending"]))


def pending_law(entry: Mapping[str, object]) -> PendingLaw:
    lists: dict[str, Sequence[str]] = {name: entry.get(name, ()) for name in ("law", "clauses")}  # type: ignore[misc]
    return PendingLaw(**{**entry, **{name: tuple(values) for name, values in lists.items()}})  # type: ignore[arg-type]
