"""Two states of a library → what changed, clause by clause: wording word by word, everything else field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from agreement_kit.library import Alternative, Clause, Definition
from agreement_kit.problems import Place, Problem, error
from agreement_kit.word_diff import Piece, word_diff

Kind = Literal["added", "removed", "renamed", "changed"]

LABELS = {
    "title": "title",
    "topic": "topic",
    "tiers": "tiers",
    "binds": "binds",
    "law": "law",
    "law_checked_on": "law checked on",
    "review_by": "review by",
    "approved_by": "approved by",
    "guidance": "guidance",
    "drafting_note": "drafting note",
    "silence": "silenced rules",
    "position": "position",
    "when": "when",
    "use": "when to use",
    "approver": "approver",
    "defines": "defined terms",
}
"""Field of a clause or an alternative → what a reader calls it."""

CLAUSE_FIELDS = (
    *("title", "topic", "tiers", "binds", "law", "law_checked_on", "review_by"),
    *("approved_by", "guidance", "drafting_note", "silence"),
)
ALTERNATIVE_FIELDS = ("position", "when", "binds", "use", "approver", "defines")

SHORT = 60
"""Characters of a field that is shown as a whole on both sides."""

NEEDS_VERSION = frozenset({"title", "topic", "tiers", "binds", "position", "when", "defines"})
"""Fields that change a draft, or which wording it gets; notes, approvals and review dates change neither."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that says something else, both sides in words, "" where it said nothing."""

    field: str
    old: str
    new: str

    @property
    def label(self) -> str:
        return LABELS[self.field]

    @property
    def is_long(self) -> bool:
        return min(len(self.old), len(self.new)) > SHORT

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Both sides in one: word by word where there are many words, otherwise one behind the other."""
        if self.is_long:
            return word_diff(self.old, self.new)
        space = " " if self.old and self.new else ""
        pieces = (Piece("deleted", self.old), Piece("same", space), Piece("inserted", self.new))
        return tuple(each for each in pieces if each.text)


@dataclass(frozen=True, slots=True)
class AlternativeChange:
    """What became of one wording. `was` is its former id where it was renamed; `wording` is empty where it stayed."""

    id: str
    kind: Kind
    fields: tuple[FieldChange, ...] = ()
    wording: tuple[Piece, ...] = ()
    was: str = ""


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """What became of one clause. `reasons` are those in `changes` from the old version, left out, to the new one, as
    (version, reason); `was` is its former id where it was renamed; `problem` that it changed under the same version.
    """

    id: str
    title: str
    kind: Kind
    old_version: str = ""
    new_version: str = ""
    reasons: tuple[tuple[str, str], ...] = ()
    fields: tuple[FieldChange, ...] = ()
    alternatives: tuple[AlternativeChange, ...] = ()
    was: str = ""
    problem: Problem | None = None

    @property
    def changes_drafts(self) -> bool:
        """Whether a draft made now may differ: notes, approvals and dates of review are printed nowhere."""
        fields = {each.field for each in self.fields}
        fields |= {each.field for part in self.alternatives for each in part.fields}
        has_wording = any(each.wording or each.kind != "changed" for each in self.alternatives)
        return self.kind != "changed" or has_wording or not NEEDS_VERSION.isdisjoint(fields)

    @property
    def is_newer(self) -> bool:
        return self.old_version != self.new_version or self.changes_drafts


EffectKind = Literal["added", "removed", "alternative", "wording", "version", "impossible"]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change of the library does to one agreement. `file` is its input; of an agreement that can no longer be
    made, `reason` says why, and there is no clause.
    """

    file: str
    kind: EffectKind
    clause: str = ""
    old_alternative: str = ""
    new_alternative: str = ""
    old_version: str = ""
    new_version: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LibraryDiff:
    """What changed between two libraries, each named as the user named it, and what that does to agreements."""

    old: str
    new: str
    clauses: tuple[ClauseChange, ...]
    effects: tuple[Effect, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(each.problem for each in self.clauses if each.problem)


def compare_clauses(old: Mapping[str, Clause], new: Mapping[str, Clause]) -> tuple[ClauseChange, ...]:
    """What changed, in the order of the new clauses, with those that are gone behind them."""
    was = renamed(old, new)
    gone = [key for key in old if key not in new and key not in was.values()]
    found = [change_of(old.get(was.get(key, key)), clause) for key, clause in new.items()]
    return tuple(each for each in (*found, *(removed(old[key]) for key in gone)) if each)


def renamed(old: Mapping[str, Clause], new: Mapping[str, Clause]) -> dict[str, str]:
    """New id → old id of the clauses that have another id and the same wordings."""
    gone: dict[tuple[str, ...], list[str]] = {}
    for key, clause in old.items():
        if key not in new:
            gone.setdefault(wordings(clause), []).append(key)
    found = {}
    for key, clause in new.items():
        if key not in old and (candidates := gone.get(wordings(clause))):
            found[key] = candidates.pop(0)
    return found


def wordings(clause: Clause) -> tuple[str, ...]:
    return tuple(sorted(each.wording.strip() for each in clause.alternatives))


def removed(clause: Clause) -> ClauseChange:
    return ClauseChange(clause.id, clause.title, "removed", old_version=clause.version)


def change_of(old: Clause | None, new: Clause) -> ClauseChange | None:
    """What became of a clause, or None where nothing did."""
    if old is None:
        reasons = tuple(new.changes.items())
        return ClauseChange(new.id, new.title, "added", new_version=new.version, reasons=reasons)
    fields = tuple(field_changes(old, new, CLAUSE_FIELDS))
    alternatives = tuple(alternative_changes(old, new))
    if old.id == new.id and old.version == new.version and not (fields or alternatives):
        return None
    found = ClauseChange(
        new.id,
        new.title,
        "changed" if old.id == new.id else "renamed",
        old.version,
        new.version,
        reasons_between(old, new),
        fields,
        alternatives,
        was=old.id if old.id != new.id else "",
    )
    return replace(found, problem=version_problem(found, new))


def version_problem(change: ClauseChange, new: Clause) -> Problem | None:
    """The mistake of a clause that reads otherwise under the version that it had, or under a lower one."""
    old_number, new_number = number_of(change.old_version), number_of(change.new_version)
    place = Place(new.file, 1, 1)
    hint = "Raise `version`, and say why under `changes`."
    if new_number < old_number:
        sentence = f'the version of "{new.id}" went down, from {change.old_version} to {change.new_version}'
        return error(place, "LIB-09", sentence, hint)
    if new_number == old_number and change.changes_drafts:
        return error(place, "LIB-08", f'"{new.id}" changed and still has version {new.version}', hint)
    return None


def number_of(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def reasons_between(old: Clause, new: Clause) -> tuple[tuple[str, str], ...]:
    """The reasons for every version after the old one, up to the new one; all that are new where it went down."""
    after = number_of(old.version)
    return tuple(
        (version, reason)
        for version, reason in new.changes.items()
        if (number_of(version) > after if is_version(version) else version not in old.changes)
    )


def is_version(text: str) -> bool:
    return all(part.isdecimal() for part in text.split("."))


def field_changes(old: object, new: object, names: tuple[str, ...]) -> Iterator[FieldChange]:
    for name in names:
        before, after = (in_words(getattr(each, name)) for each in (old, new))
        if before != after:
            yield FieldChange(name, before, after)


def in_words(value: object) -> str:
    """The value of a field as a reader would write it."""
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {in_words(each)}" for key, each in value.items())
    if isinstance(value, tuple):
        return "; ".join(map(in_words, value))
    if isinstance(value, list):
        return " or ".join(map(str, value))
    if isinstance(value, Definition):
        return f"{value.term}{f' ({value.plural})' if value.plural else ''} means {value.meaning}"
    return "" if value is None else str(value)


def alternative_changes(old: Clause, new: Clause) -> Iterator[AlternativeChange]:
    """What became of each wording, in the order of the new clause, those that are gone behind the others."""
    before, after = ({each.id: each for each in clause.alternatives} for clause in (old, new))
    gone = {key: each for key, each in before.items() if key not in after}
    for key, alternative in after.items():
        was = key if key in before else next((k for k, each in gone.items() if same_words(each, alternative)), "")
        if not was:
            yield AlternativeChange(key, "added", wording=word_diff("", alternative.wording.strip("\n")))
            continue
        gone.pop(was, None)
        fields = tuple(field_changes(before[was], alternative, ALTERNATIVE_FIELDS))
        wording = () if same_words(before[was], alternative) else wording_diff(before[was], alternative)
        if was != key:
            yield AlternativeChange(key, "renamed", fields, wording, was)
        elif fields or wording:
            yield AlternativeChange(key, "changed", fields, wording)
    for key, alternative in gone.items():
        yield AlternativeChange(key, "removed", wording=word_diff(alternative.wording.strip("\n"), ""))


def same_words(old: Alternative, new: Alternative) -> bool:
    return old.wording.strip("\n") == new.wording.strip("\n")


def wording_diff(old: Alternative, new: Alternative) -> tuple[Piece, ...]:
    return word_diff(old.wording.strip("\n"), new.wording.strip("\n"))
