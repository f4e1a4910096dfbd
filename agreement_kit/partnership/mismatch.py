"""Where partners disagree before they sign: intakes → common ground and mismatches, each with what everybody said, word
for word, why it matters, and a bridge. The rules are those of comparing numbers, choices, rankings, sets and promises.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from agreement_kit.partnership.intakes import ORGANISATION, Intake
from agreement_kit.problems import Path, Place

Severity = Literal["blocker", "discuss"]
Between = Literal["partners", "perspectives"]


@dataclass(frozen=True, slots=True)
class Said:
    """What one intake says of a topic, word for word. `words` is empty where it says nothing."""

    intake: Intake
    words: str
    place: Place

    @property
    def speaker(self) -> tuple[str, str]:
        return self.intake.party, self.intake.perspective


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One thing that is not agreed. `key` stays the same from round to round as long as it is about the same thing."""

    key: str
    topic: str
    said: tuple[Said, ...]
    why: str
    bridge: str
    severity: Severity = "discuss"
    between: Between = "partners"


@dataclass(frozen=True, slots=True)
class Agreed:
    """One thing on which at least two agree."""

    topic: str
    words: str


Found = Mismatch | Agreed
Names = Mapping[str, str]
"""Id of a partner → how it is called."""

Comparer = Callable[[Sequence[Intake], Names], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that the intakes agree and disagree on, blockers first."""

    intakes: tuple[Intake, ...]
    agreed: tuple[Agreed, ...]
    mismatches: tuple[Mismatch, ...]

    def of(self, severity: Severity, between: Between) -> tuple[Mismatch, ...]:
        return tuple(each for each in self.mismatches if (each.severity, each.between) == (severity, between))


def compare_intakes(intakes: Iterable[Intake], names: Names) -> Comparison:
    """The organisations against one another, and inside each partner the perspectives against one another."""
    from dataclasses import replace

    intakes = tuple(intakes)
    found = list(compared([each for each in intakes if each.perspective == ORGANISATION], names))
    for party in dict.fromkeys(each.party for each in intakes):
        views = sorted((each for each in intakes if each.party == party), key=is_other_view)
        if len(views) > 1:
            inside = (each for each in compared(views, names) if isinstance(each, Mismatch))
            found += [replace(each, key=f"{party}:{each.key}", between="perspectives") for each in inside]
    agreed = tuple(each for each in found if isinstance(each, Agreed))
    mismatches = sorted((each for each in found if isinstance(each, Mismatch)), key=order)
    return Comparison(intakes, agreed, tuple(mismatches))


def is_other_view(intake: Intake) -> bool:
    return intake.perspective != ORGANISATION


def order(mismatch: Mismatch) -> tuple[bool, bool, str]:
    return mismatch.severity != "blocker", mismatch.between != "partners", mismatch.key


def compared(group: Sequence[Intake], names: Names) -> Iterator[Found]:
    from agreement_kit.partnership.differences import COMPARERS

    if len(group) > 1:
        for compare in COMPARERS:
            yield from compare(group, names)


def said(intake: Intake, words: str, path: Path) -> Said:
    return Said(intake, words, intake.place(path) if path else Place(intake.source.name))


def silent(intake: Intake) -> Said:
    return Said(intake, "", Place(intake.source.name))


# rounds

State = Mapping[str, Any]
"""A report as programs read it, or what it keeps of one mismatch from round to round."""


def report_record(comparison: Comparison, names: Names, before: State | None = None) -> dict[str, Any]:
    """The comparison for programs, and for the next round: owners and statuses of `before` stay with what is the same
    still; what is gone is settled.
    """
    earlier = {each["key"]: each for each in (before or {}).get("mismatches", ())}
    turn = int((before or {}).get("round", 0)) + 1
    mismatches = [mismatch_record(each, names, earlier.get(each.key, {}), turn) for each in comparison.mismatches]
    now = {each.key for each in comparison.mismatches}
    settled = [{"key": key, "topic": each["topic"], "round": turn} for key, each in earlier.items() if key not in now]
    return {
        "format": 1,
        "round": turn,
        "agreed": [{"topic": each.topic, "words": each.words} for each in comparison.agreed],
        "mismatches": mismatches,
        "settled": [*(before or {}).get("settled", ()), *settled],
    }


def mismatch_record(mismatch: Mismatch, names: Names, before: State, turn: int) -> dict[str, Any]:
    return {
        "key": mismatch.key,
        "topic": mismatch.topic,
        "severity": mismatch.severity,
        "between": mismatch.between,
        "said": [
            {
                "who": speaker_words(*each.speaker, names),
                "words": each.words,
                "file": each.place.file,
                "line": each.place.line,
            }
            for each in mismatch.said
        ],
        "why": mismatch.why,
        "bridge": mismatch.bridge,
        "owner": before.get("owner", ""),
        "status": before.get("status", "open"),
        "since": before.get("since", turn),
    }


def speaker_words(party: str, view: str, names: Names) -> str:
    """The University; The Trust (the people who work there)."""
    from agreement_kit.schemas.intake import PERSPECTIVES

    name = names.get(party, party)
    return name if view == ORGANISATION else f"{name} ({PERSPECTIVES.get(view, view)})"


def open_blockers(record: State) -> tuple[str, ...]:
    """The topics of the blockers in a report that nobody has agreed or accepted yet."""
    return tuple(
        each["topic"]
        for each in record.get("mismatches", ())
        if each.get("severity") == "blocker" and each.get("status", "open") == "open"
    )
