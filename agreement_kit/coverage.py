"""Proof that a library builds in every combination: documents in which every alternative, and every pair of choices
that can meet, stands at least once, each of them assembled and, where it is an agreement, read by the rules over
drafts.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from agreement_kit.assembly import assemble
from agreement_kit.choices import (
    ABSENT,
    NOT_LAST,
    OPEN,
    Choice,
    Settings,
    alone,
    asked,
    choices,
    full_input,
    read,
    tossed,
    with_settings,
)
from agreement_kit.combining import Box, Fields, Pairs, Trait
from agreement_kit.conditions import Conditions, holds
from agreement_kit.library import Clause, Library
from agreement_kit.lint.drafts import Draft, judged
from agreement_kit.outlines import Template, clause_of, select
from agreement_kit.problems import Place, Problem, ProblemsFound, sort_problems, warning
from agreement_kit.schemas import read_answers
from agreement_kit.sources import Data, load

LEFT_OUT = "left out"
SEVERAL = 8
"""Codes of a field up to which each counts for itself; of more, those that no condition tells apart take turns."""

TIER = "agreement.tier"

Lines = frozenset[tuple[str, tuple[str, ...]]]
"""Lines of conditions: path and values."""

Allowed = dict[str, int]
"""Field → the mask of values that it may have."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A problem, in how many documents it stood, and what these have in common that others do not."""

    problem: Problem
    documents: int
    together: Settings


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was built. `built` counts the documents of each alternative, by clause and alternative; `pairs` are those of
    choices that can meet, `missed` those of them that never did.
    """

    built: Mapping[Trait, int]
    choices: int
    pairs: int
    missed: int
    documents: int
    failures: tuple[Failure, ...]
    files: Mapping[str, str]
    """Clause → its file."""

    @property
    def never(self) -> tuple[Trait, ...]:
        """The alternatives that no answers select."""
        return tuple(each for each, documents in self.built.items() if not documents)

    @property
    def is_complete(self) -> bool:
        """Whether every pair met and every document was assembled."""
        return not (self.failures or self.missed)

    def problems(self) -> tuple[Problem, ...]:
        """What stopped a document, with what these documents have in common; and which alternatives are dead."""
        found = []
        for each in self.failures:
            settings = ", ".join(f"{path}: {value}" for path, value in each.together.items())
            where = f"In {each.documents} of {self.documents} documents{f', all with {settings}' if settings else ''}."
            found.append(replace(each.problem, hint=f"{where} {each.problem.hint}".strip()))
        for clause, alternative in self.never:
            sentence = f'no answers that pass the checks select "{alternative}" of "{clause}"'
            found.append(warning(Place(self.files[clause], 1, 1), "COV-01", sentence))
        return sort_problems(found)


def prove(template: Template, library: Library, base: Data, *, seed: str = "1") -> Coverage:
    """Builds and assembles documents until every pair of choices has met. `base` is an input that is right. Each is
    built twice: with everything that the schema knows, filled in from its examples, and with a part of what may be
    absent left out. The same seed gives the same documents.
    """
    space = Space(template, library, full_input(base))
    planned = Pairs(space.fields, space.traits)
    total, missed = planned.left(), planned.copy()
    built = {(clause.id, each.id): 0 for clause in space.all_clauses() for each in clause.alternatives}
    documents: list[tuple[Settings, tuple[Problem, ...]]] = []
    while row := planned.next_row(f"{seed}:{len(documents)}"):
        planned.met(space.traits_of(row))
        settings = space.settings(row, len(documents) // 2)
        for coins in (None, tossed(f"{seed}:{len(documents)}")):
            picked, problems = space.build(settings, coins)
            documents.append((settings, problems))
            missed.met([*row.items(), *((f"#{each.id}", picked.get(each.id, LEFT_OUT)) for each in space.clauses)])
            for alternative in picked.items():
                built[alternative] += 1
    files = {clause.id: clause.file for clause in space.all_clauses()}
    failures = tuple(failures_of(documents))
    return Coverage(built, len(space.choices), total, missed.left(), len(documents), failures, files)


def failures_of(documents: list[tuple[Settings, tuple[Problem, ...]]]) -> Iterator[Failure]:
    """Each problem once, whatever it suggests, with what its documents have in common that is rarer elsewhere."""
    often = Counter(pair for settings, _ in documents for pair in settings.items())
    found: dict[tuple[Place, str, str], tuple[Problem, list[Settings]]] = {}
    for settings, problems in documents:
        for problem in problems:
            key = (problem.place, problem.rule, problem.sentence.split("; did you mean")[0])
            found.setdefault(key, (problem, []))[1].append(settings)
    for problem, where in found.values():
        together = {path: value for path, value in shared(where).items() if 2 * often[path, value] < len(documents)}
        yield Failure(problem, len(where), together)


def shared(all_settings: Iterable[Settings]) -> dict[str, str]:
    pairs = [set(settings.items()) for settings in all_settings]
    return dict(sorted(set.intersection(*pairs))) if pairs else {}


class Space:
    """The choices behind one template and library, and which wording stands for which of them. Clauses are traits under
    their id with # before it, because fields have the same names.
    """

    def __init__(self, template: Template, library: Library, full: dict[str, Data]) -> None:
        self.template, self.library, self.full = template, library, full
        self.entries = {entry.use: entry for entry in template.entries if entry.kind != "part"}
        self.clauses = [clause_of(entry, template, library) for entry in self.entries.values()]
        conditions = [entry.when for entry in self.entries.values()]
        conditions += [each.when for clause in self.clauses for each in clause.alternatives]
        self.choices = choices(conditions)
        self.lines = sorted({(path, tuple(values)) for when in conditions for path, values in when.items()})
        self.holding = {each.path: dict(self.probed(each)) for each in self.choices}
        self.ways = {path: ways(values) for path, values in self.holding.items()}
        below = {each.path: (each.parent, each.is_required) for each in self.choices if each.parent}
        self.fields = Fields({path: tuple(known) for path, known in self.ways.items()}, below, ABSENT)
        self.traits = dict(self.all_traits())

    def probed(self, choice: Choice) -> Iterator[tuple[str, Lines]]:
        """The values that a user can give, each with the lines of conditions that it makes true. A mixed one counts
        only where no other value makes the same true.
        """
        asking = [line for line in self.lines if asked(line[0]) == choice.path]
        seen: set[Lines] = set()
        for value in choice.values:
            answers, _ = read(alone(self.full, choice, value))
            if answers is None:
                continue
            lines = frozenset(line for line in asking if holds(*line, answers.root))
            if not value.endswith(NOT_LAST) or lines not in seen:
                yield value, lines
            seen.add(lines)

    def all_clauses(self) -> list[Clause]:
        standing = {clause.id for clause in self.clauses}
        return [*self.clauses, *(each for key, each in self.library.clauses.items() if key not in standing)]

    def all_traits(self) -> Iterator[tuple[Trait, list[Box]]]:
        """Every trait that can be, with its boxes."""
        for field, known in self.ways.items():
            for way in known:
                if box := self.fields.box({field: self.fields.bits[field, way]}):
                    yield (field, way), [box]
        for clause in self.clauses:
            stands = self.standing(clause.id)
            out = [{field: self.fields.masks[field] & ~mask} for field, mask in stands.items()]
            remaining = [stands]
            regions = {LEFT_OUT: out}
            for each in (each for each in clause.alternatives if each.when):
                wanted = self.allowed(each.when)
                regions[each.id] = [narrowed(region, wanted) for region in remaining]
                others = [{field: self.fields.masks[field] & ~mask} for field, mask in wanted.items()]
                remaining = [narrowed(region, other) for region in remaining for other in others]
            regions |= {each.id: remaining for each in clause.alternatives if not each.when}
            for name, region in regions.items():
                if boxes := [box for allowed in region if (box := self.fields.box(allowed))]:
                    yield (f"#{clause.id}", name), boxes

    def standing(self, clause_id: str) -> Allowed:
        """For which values a clause stands; of a schedule, together with the clause that it stands under."""
        entry = self.entries[clause_id]
        tiers = entry.tiers or self.clauses[list(self.entries).index(clause_id)].tiers
        bits = {way: self.fields.bits[TIER, way] for way in self.ways[TIER]}
        stands = narrowed(self.allowed(entry.when), {TIER: sum(bits[way] for way in bits if way in (*tiers, OPEN))})
        return narrowed(stands, self.standing(entry.under)) if entry.under else stands

    def allowed(self, when: Conditions) -> Allowed:
        """Field → the values for which all lines of a condition hold."""
        result: Allowed = {}
        for path, values in when.items():
            field, line = asked(path), (path, tuple(values))
            holding = (way for way, codes in self.ways[field].items() if line in self.holding[field][codes[0]])
            result = narrowed(result, {field: sum(self.fields.bits[field, way] for way in holding)})
        return result

    def traits_of(self, row: Mapping[str, str]) -> list[Trait]:
        mask = sum(self.fields.bits[each] for each in row.items())
        return [trait for trait, boxes in self.traits.items() if any(mask & box == mask for box, _ in boxes)]

    def settings(self, row: Mapping[str, str], turn: int) -> Settings:
        """The row with, of codes that count as one, the one whose turn it is."""
        return {field: self.ways[field][way][turn % len(self.ways[field][way])] for field, way in row.items()}

    def build(self, settings: Settings, coins: Iterator[bool] | None) -> tuple[dict[str, str], tuple[Problem, ...]]:
        """Which alternative of each clause stands in the document of these settings, and every error in it. What
        a point of law keeps apart is built all the same: an input can accept that.
        """
        data = with_settings(self.full, settings, coins)
        assert isinstance(data, dict)
        answers, problems = read_answers(load(data))
        if answers is None:
            return {}, tuple(problems)
        picks = select(self.template, self.library, answers)
        picked = {pick.clause.id: pick.alternative.id for pick in picks if pick.clause and pick.alternative}
        try:
            document = assemble(picks, answers, self.library)
        except ProblemsFound as found:
            return picked, found.problems
        wrong = judged(Draft(answers, picks, document)).problems if self.template.id == "agreement" else ()
        return picked, tuple(each for each in wrong if each.severity == "error")


def narrowed(one: Allowed, other: Allowed) -> Allowed:
    """What both allow."""
    return {**one, **{field: one.get(field, mask) & mask for field, mask in other.items()}}


def ways(values: Mapping[str, Lines]) -> dict[str, tuple[str, ...]]:
    """The values of a field; of a long list of codes, those that conditions tell apart, named by the first of them."""
    if len(values) <= SEVERAL + 2:
        return {value: (value,) for value in values}
    alike: dict[object, list[str]] = {}
    for value, lines in values.items():
        alike.setdefault(value if value in (OPEN, ABSENT) else lines, []).append(value)
    return {codes[0]: tuple(codes) for codes in alike.values()}
