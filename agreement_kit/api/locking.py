"""The lock file: lock what a draft was made of, make it again, say what is outdated, upgrade it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from agreement_kit.api.clauses import AnyPath, load_library
from agreement_kit.api.drafting import Plan, draft_rule_ids
from agreement_kit.problems import (
    CannotBeDone,
    Place,
    Problem,
    ProblemsFound,
    did_you_mean,
    error,
    sort_problems,
    warning,
)
from agreement_kit.sources import Source, parse, read_file

if TYPE_CHECKING:
    from agreement_kit.answers import Answers
    from agreement_kit.document import Document
    from agreement_kit.locking import Lock

DRAFTS = (".docx", ".html", ".md")


def lock(plan: Plan, document: "Document", *, house_style: bytes | None = None) -> bytes:
    """The lock file of a document made by a plan, as YAML, the same bytes each time. It stays with its author.

    >>> from agreement_kit.api import locked_plan, plan, read_lock
    >>> answers, _ = check(load(new()))
    >>> made = plan(answers)
    >>> kept = read_lock(lock(made, made.assemble()), "harbour.lock.yaml")
    >>> again, _ = locked_plan(kept)
    >>> again.assemble() == made.assemble()
    True
    """
    from agreement_kit import __version__
    from agreement_kit.locking import make_lock, write_lock

    source = plan.answers.source
    assert source
    parts = (plan.template, plan.library, plan.picks)
    return write_lock(make_lock(parts, source, document, kit=__version__, house_style=style_hash(house_style)))


def style_hash(house_style: bytes | None) -> str:
    """The hash of a house style, the kit's own where none is given."""
    import hashlib

    from agreement_kit.docx.house import shipped_house_style

    return hashlib.sha256(house_style if house_style is not None else shipped_house_style()).hexdigest()


def lock_name(draft: AnyPath) -> str:
    """The lock file beside a draft: its name without the ending of a draft, then .lock.yaml."""
    from agreement_kit.locking import ENDING

    path = FilePath(draft)
    stem = path.stem if path.suffix.lower() in DRAFTS else path.name
    return str(path.parent / f"{stem}{ENDING}")


def lock_beside(
    draft: AnyPath, plan: Plan, document: "Document", *, house_style: bytes | None = None
) -> dict[AnyPath, bytes]:
    """The lock to save together with a draft, by its name; none where it is there already, of the draft in another
    format.
    """
    name, raw = lock_name(draft), lock(plan, document, house_style=house_style)
    path = FilePath(name)
    return {} if path.is_file() and path.read_bytes() == raw else {name: raw}


def read_lock(raw: bytes, name: str) -> "Lock":
    """The lock in a file's bytes. Raises CannotBeDone where this kit cannot read it, ProblemsFound with everything in
    it that is missing or was edited.
    """
    from agreement_kit.locking.reading import read_lock as read

    return read(raw, name)


def load_lock(path: AnyPath) -> "Lock":
    """The lock in a file, as `read_lock` gives it."""
    return read_lock(read_file(str(path)), str(path))


def answers_of(source: Source) -> "tuple[Answers | None, tuple[Problem, ...]]":
    """The answers of a source, as `check` gives them. Whether they fit a library is not asked: it may not be there."""
    from agreement_kit.checks import run_checks
    from agreement_kit.schemas import read_answers

    answers, problems = read_answers(source)
    if answers is None:
        return None, sort_problems(problems)
    report = run_checks(answers, draft_rule_ids)
    found = sort_problems([*problems, *report.problems])
    return (None if report.stops else replace(answers, problems=found, accepted=report.accepted)), found


def locked_plan(lock: "Lock") -> "tuple[Plan | None, tuple[Problem, ...]]":
    """What went into the draft of a lock, from the lock alone, or None where this kit no longer takes its answers; and
    every problem of these. `assemble` makes the same draft.
    """
    from agreement_kit.locking import locked_library, locked_template

    answers, problems = answers_of(parse(lock.text.encode(), lock.name))
    if answers is None:
        return None, problems
    return Plan(answers, locked_template(lock), locked_library(lock), lock.picks), problems


def differences(lock: "Lock", document: "Document", *, house_style: bytes | None = None) -> tuple[Problem, ...]:
    """Why a document made again from a lock is not the draft that it was made of, byte for byte; none where it is."""
    from agreement_kit import __version__
    from agreement_kit.locking.records import draft_hash

    other = f" (agreement-kit {lock.kit} wrote it; this is {__version__})" if lock.kit != __version__ else ""
    place, found = Place(lock.file), []
    if draft_hash(document) != lock.draft:
        hint = f"Install agreement-kit {lock.kit} to make it as it was." if other else ""
        found.append(warning(place, "LOCK-05", f"this draft does not read as the locked one did{other}", hint))
    elif other:
        found.append(warning(place, "LOCK-06", f"the words are the locked ones; their layout may differ{other}"))
    if style_hash(house_style) != lock.house_style:
        found.append(warning(place, "LOCK-06", "the words are the locked ones, but the house style is another now"))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Upgrade:
    """A lock moved to the library of the day: the draft before and after, each with its plan."""

    old: "Document"
    new: "Document"
    before: Plan
    plan: Plan
    problems: tuple[Problem, ...] = ()


def upgrade(lock: "Lock", clauses: Iterable[str] = (), *, libraries: Iterable[AnyPath] = ()) -> Upgrade:
    """The draft of a lock with the named clauses, or all, as today's library has them.

    Raises ProblemsFound where the answers no longer pass or a named clause stands in neither draft.
    """
    from agreement_kit.api.drafting import plan

    libraries = tuple(libraries)
    old, problems = locked_plan(lock)
    if old is None:
        raise ProblemsFound(problems)
    new = plan(old.answers, document=lock.document, libraries=libraries)
    problems = (*problems, *missing_libraries(lock, libraries))
    if named := tuple(clauses):
        new = partly(lock, old, new, named)
    return Upgrade(old.assemble(), new.assemble(), old, new, problems)


def missing_libraries(lock: "Lock", libraries: Iterable[AnyPath]) -> tuple[Problem, ...]:
    """A warning where clauses of a lock came from an organisation's own library, and none of these has them."""
    own = load_library(libraries).own
    if not (missing := [key for key in lock.own if key not in own]):
        return ()
    sentence = f"not the kit's own, and in no library that was named: {', '.join(missing)}"
    hint = "Name the library that they came from with --library."
    return (warning(Place(lock.file), "LOCK-07", sentence, hint),)


def partly(lock: "Lock", old: Plan, new: Plan, named: tuple[str, ...]) -> Plan:
    """The old plan with the named clauses as the new one has them: moved, taken out or put in."""
    from agreement_kit.library import Library
    from agreement_kit.locking import moved_picks, with_picks

    standing = {pick.clause.id for pick in (*old.picks, *new.picks) if pick.clause}
    if unknown := [each for each in named if each not in standing]:
        sentences = (f'no clause "{each}" stands in this draft{did_you_mean(each, standing)}' for each in unknown)
        raise CannotBeDone(error(Place(lock.file), "LOCK-08", sentence) for sentence in sentences)
    kept = {key: clause for key, clause in old.library.clauses.items() if key.removesuffix(" (terms)") not in named}
    own = {key: origin for key, origin in old.library.own.items() if key not in named}
    library = Library(
        {**kept, **{key: clause for key, clause in new.library.clauses.items() if key not in kept}},
        {**own, **{key: origin for key, origin in new.library.own.items() if key in named}},
    )
    return Plan(old.answers, with_picks(lock, new.template), library, moved_picks(old.picks, new.picks, named))
