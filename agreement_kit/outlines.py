"""Templates: which sections a document has, in which order, on which conditions; `select` picks them by the answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import get_args

from agreement_kit.answers import Answers, Words, find
from agreement_kit.conditions import Conditions, matches
from agreement_kit.document import SectionKind
from agreement_kit.library import Alternative, Clause, Library, load_clauses
from agreement_kit.problems import CannotBeDone, Place, ProblemsFound, did_you_mean, error
from agreement_kit.schemas import read
from agreement_kit.sources import load


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an outline. `use` is the id of a clause or part; of a `part` (a group of clauses) its title."""

    kind: SectionKind
    use: str
    when: Conditions = field(default_factory=dict)
    tiers: tuple[str, ...] = ()
    under: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """An outline and the parts that belong to it alone."""

    id: str
    title: str
    about: str
    entries: tuple[Entry, ...]
    parts: Mapping[str, Clause]


@dataclass(frozen=True, slots=True)
class Pick:
    """A clause with the alternative that the answers chose, and the kind of section it becomes. A bare group heading
    has no clause.
    """

    kind: SectionKind
    title: str
    clause: Clause | None = None
    alternative: Alternative | None = None


def shipped_folder() -> FilePath:
    """Where the kit's templates are installed."""
    import agreement_kit.templates as installed

    return FilePath(installed.__path__[0])


def available(root: FilePath) -> tuple[str, ...]:
    return tuple(sorted(outline.parent.name for outline in root.glob("*/outline.yaml")))


def load_template(root: FilePath, name: str = "agreement") -> Template:
    """The template called `name` in the folder `root`. Raises CannotBeDone where there is none."""
    from agreement_kit.schemas.clause import OUTLINE

    known = available(root)
    if name not in known:
        sentence = f'there is no document called "{name}"{did_you_mean(name, known)}'
        raise CannotBeDone(
            [error(Place("documents"), "DOC-10", sentence, "`agreement-kit documents list` names them.")]
        )
    source = load(root / name / "outline.yaml")
    tree, problems = read(source, OUTLINE)
    if tree is None:
        raise ProblemsFound(problems)
    entries = tuple(map(entry_of, tree["sections"]))
    return Template(tree["id"], tree["title"], tree["about"], entries, load_clauses(root / name / "parts"))


def entry_of(record: dict[str, object]) -> Entry:
    options = {key: record[key] for key in ("when", "under") if key in record}
    kinds = {**{kind: kind for kind in get_args(SectionKind)}, "group": "part"}
    named = next(key for key in record if key in kinds)
    return Entry(kinds[named], str(record[named]), tiers=tuple(record.get("tiers", ())), **options)  # type: ignore[arg-type]


def select(template: Template, library: Library, answers: Answers) -> tuple[Pick, ...]:
    """The clauses that the answers choose, in the order of the outline; groups without a clause are left out."""
    tier = find(answers.root, ("agreement", "tier"))
    picks: list[Pick] = []
    for entry in template.entries:
        if not matches(entry.when, answers.root):
            continue
        if entry.kind == "part":
            if is_of_tier(tier, entry.tiers):
                picks.append(Pick("part", entry.use))
            continue
        clause = template.parts.get(entry.use) or library.find(entry.use)
        if is_of_tier(tier, entry.tiers or clause.tiers):
            picks.append(Pick(entry.kind, clause.title, clause, choose(clause, answers)))
    return tuple(without_empty_groups(without_orphans(picks, template)))


def is_of_tier(tier: object, tiers: tuple[str, ...]) -> bool:
    """Whether what stands at `tiers` (at all where none are named) stands at this one; an open one has everything."""
    return not tiers or not isinstance(tier, Words) or tier in tiers


def choose(clause: Clause, answers: Answers) -> Alternative:
    """The first alternative whose condition holds; the one without a condition where none does."""
    for alternative in clause.alternatives:
        if alternative.when and matches(alternative.when, answers.root):
            return alternative
    return next(alternative for alternative in clause.alternatives if not alternative.when)


def without_orphans(picks: list[Pick], template: Template) -> list[Pick]:
    """Without the schedules whose clause is not in the document."""
    above = {entry.use: entry.under for entry in template.entries}
    chosen = {pick.clause.id for pick in picks if pick.clause}
    return [pick for pick in picks if not pick.clause or above[pick.clause.id] in ("", *chosen)]


def without_empty_groups(picks: list[Pick]) -> list[Pick]:
    following = [*picks[1:], None]
    return [
        pick
        for pick, after in zip(picks, following, strict=True)
        if pick.kind != "part" or (after and after.kind == "clause")
    ]
