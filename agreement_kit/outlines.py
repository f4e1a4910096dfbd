"""Templates: which sections a document has, in which order, on which conditions; `select` picks them by the answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any, get_args

from agreement_kit.answers import Answers, Words, find
from agreement_kit.conditions import Conditions, matches
from agreement_kit.document import SectionKind
from agreement_kit.library import Alternative, Clause, Library, condition_problems, load_clauses
from agreement_kit.overrides import Override, override_problems, read_overrides
from agreement_kit.problems import CannotBeDone, Place, Problem, ProblemsFound, did_you_mean, error, has_errors
from agreement_kit.remembering import remembered, state_of
from agreement_kit.schemas import read
from agreement_kit.schemas.agreement.codes import TIERS
from agreement_kit.sources import Source, load

KINDS: dict[str, SectionKind] = {**{kind: kind for kind in get_args(SectionKind) if kind != "part"}, "group": "part"}
"""What an entry of an outline can name. A group is a bare heading over the clauses after it."""


READER = "document.for_party"
"""How a wording asks for the party that it speaks to."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an outline. `use` is the id of a clause or part; of a `part` (a group of clauses) its title.
    `new_page` are the tiers at which it starts a page.
    """

    kind: SectionKind
    use: str
    when: Conditions = field(default_factory=dict)
    tiers: tuple[str, ...] = ()
    under: str = ""
    new_page: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """An outline, and its parts: those that all documents share, and its own."""

    id: str
    title: str
    about: str
    entries: tuple[Entry, ...]
    parts: Mapping[str, Clause]

    @property
    def is_companion(self) -> bool:
        """Whether the document goes with an agreement and is none itself."""
        return any(entry.kind == "masthead" for entry in self.entries)

    @property
    def is_for_one_party(self) -> bool:
        """Whether the document speaks to one of the parties, whom its wording asks for."""
        parts = (self.parts[entry.use] for entry in self.entries if entry.use in self.parts)
        return any(READER in alternative.wording for part in parts for alternative in part.alternatives)


@dataclass(frozen=True, slots=True)
class Pick:
    """A clause with the alternative that the answers chose, and the kind of section it becomes. A bare group heading
    has no clause.
    """

    kind: SectionKind
    title: str
    clause: Clause | None = None
    alternative: Alternative | None = None
    new_page: bool = False


def shipped_folder() -> FilePath:
    """Where the kit's templates are installed."""
    import agreement_kit.templates as installed

    return FilePath(installed.__path__[0])


def available(root: FilePath) -> tuple[str, ...]:
    return tuple(sorted(outline.parent.name for outline in root.glob("*/outline.yaml")))


def load_template(root: FilePath, name: str = "agreement") -> Template:
    """The template called `name` in the folder `root`. Raises CannotBeDone where there is none."""
    known = available(root)
    if name not in known:
        sentence = f'there is no document called "{name}"{did_you_mean(name, known)}'
        raise CannotBeDone(
            [error(Place("documents"), "DOC-10", sentence, "`agreement-kit documents list` names them.")]
        )
    return remembered(("template", state_of(root / name), state_of(root / "parts")), lambda: read_template(root / name))


def read_template(folder: FilePath) -> Template:
    """The template in a folder. Raises ProblemsFound with every mistake in its outline and parts."""
    from agreement_kit.schemas.clause import OUTLINE

    source = load(folder / "outline.yaml")
    tree, problems = read(source, OUTLINE)
    if tree is not None:
        problems += outline_problems(tree["sections"], source)
    if tree is None or has_errors(problems):
        raise ProblemsFound(problems)
    entries = tuple(map(entry_of, tree["sections"]))
    shared = folder.parent / "parts"
    parts = {**(load_clauses(shared) if shared.is_dir() else {}), **load_clauses(folder / "parts")}
    return Template(tree["id"], tree["title"], tree["about"], entries, parts)


def entry_of(record: dict[str, Any]) -> Entry:
    (named,) = record.keys() & KINDS.keys()
    when, tiers = record.get("when", {}), tuple(record.get("tiers", ()))
    new_page = tuple(record.get("new_page", ()))
    return Entry(KINDS[named], record[named], when, tiers, record.get("under", ""), new_page)


def outline_problems(sections: list[dict[str, Any]], source: Source) -> Iterator[Problem]:
    """Entries that name nothing or two things, clauses that stand twice, schedules under a clause that is not there."""
    used: dict[str, int] = {}
    known = [record[kind] for record in sections for kind in record.keys() & KINDS.keys()]
    for position, record in enumerate(sections):
        path = ("sections", position)
        place = source.place(path)
        named = record.keys() & KINDS.keys()
        if len(named) != 1:
            yield error(place, "DOC-11", f"an entry names one thing: {', '.join(KINDS)}")
            continue
        use = record[named.pop()]
        if use in used:
            yield error(place, "DOC-11", f'"{use}" stands here a second time (first in line {used[use]})')
        used.setdefault(use, place.line)
        if "under" in record and record["under"] not in known:
            sentence = f'there is no clause "{record["under"]}" in this outline{did_you_mean(record["under"], known)}'
            yield error(source.place((*path, "under")), "DOC-11", sentence)
        yield from condition_problems(record.get("when", {}), source, (*path, "when"))


def select(template: Template, library: Library, answers: Answers) -> tuple[Pick, ...]:
    """The clauses that the answers choose, in the order of the outline, with the departures that the input asks for by
    name; groups without a clause are left out.
    """
    tier = find(answers.root, ("agreement", "tier"))
    overrides = read_overrides(answers)
    named = {each.clause: each.named for each in overrides if each.kind == "choose"}
    omitted = {each.clause for each in overrides if each.kind == "omit"}
    picks: list[Pick] = []
    for entry in with_added(template.entries, overrides):
        if not matches(entry.when, answers.root) or entry.use in omitted:
            continue
        new_page = bool(entry.new_page) and is_of_tier(tier, entry.new_page)
        if entry.kind == "part":
            if is_of_tier(tier, entry.tiers):
                picks.append(Pick("part", entry.use, new_page=new_page))
            continue
        clause = clause_of(entry, template, library)
        if is_of_tier(tier, entry.tiers or clause.tiers):
            alternative = clause.find(named.get(clause.id, "")) or choose(clause, answers)
            title = template.title if entry.kind == "masthead" else clause.title
            picks.append(Pick(entry.kind, title, clause, alternative, new_page))
    return tuple(without_empty_groups(without_orphans(picks, template)))


def clause_of(entry: Entry, template: Template, library: Library) -> Clause:
    """The clause or part of an entry. An organisation's own library may replace parts, too."""
    if entry.use in library.own:
        return library.clauses[entry.use]
    return template.parts.get(entry.use) or library.find(entry.use)


def with_added(entries: tuple[Entry, ...], overrides: tuple[Override, ...]) -> tuple[Entry, ...]:
    """The entries with the clauses that the input adds, at every tier, each behind the one that it names: behind a
    schedule a schedule. What names an entry that is not there is left out.
    """
    result = list(entries)
    for each in overrides:
        uses = [entry.use for entry in result]
        if each.kind == "add" and each.named in uses and each.clause not in uses:
            at = uses.index(each.named)
            entry = Entry(result[at].kind, each.clause, tiers=tuple(TIERS), new_page=result[at].new_page)
            result.insert(at + 1, entry)
    return tuple(result)


def departure_problems(template: Template, library: Library, answers: Answers) -> tuple[Problem, ...]:
    """What the input's own departures from the library ask for that cannot be, in the document of this template."""
    known = {**library.clauses, **{key: part for key, part in template.parts.items() if key not in library.own}}
    standing = {entry.use for entry in template.entries if entry.kind != "part"}
    places = [entry.use for entry in template.entries if entry.kind in ("clause", "schedule")]
    return tuple(override_problems(answers, known, standing, places))


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
    return [pick for pick in picks if not pick.clause or above.get(pick.clause.id, "") in ("", *chosen)]


def without_empty_groups(picks: list[Pick]) -> list[Pick]:
    following = [*picks[1:], None]
    return [
        pick
        for pick, after in zip(picks, following, strict=True)
        if pick.kind != "part" or (after and after.kind == "clause")
    ]
