"""What changed in the library, and what that means for drafts: clauses_diff, outdated."""

import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from agreement_kit.api.clauses import AnyPath, load_library
from agreement_kit.api.locking import answers_of, read_lock
from agreement_kit.problems import CannotBeDone, Place, ProblemsFound, error
from agreement_kit.sources import parse, read_file

if TYPE_CHECKING:
    from agreement_kit.answers import Answers
    from agreement_kit.library import Clause
    from agreement_kit.locking import Lock
    from agreement_kit.outlines import Pick
    from agreement_kit.revisions import ClauseChange, Effect, LibraryDiff

KIT = "kit"
GIT = "git:"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Clauses by id, and what they were called by: `lock` where they are those of one draft alone."""

    name: str
    clauses: "Mapping[str, Clause]"
    lock: "Lock | None" = None


def clauses_diff(
    old: AnyPath, new: AnyPath, *, library: AnyPath | None = None, affects: Iterable[AnyPath] = ()
) -> "LibraryDiff":
    """What changed from one library to another, and what that does to the agreements (or locks) in `affects`.

    Each side is a folder of clauses, a lock file, "kit" for the kit's own clauses, or "git:REF": the clauses as they
    were at that commit, tag or branch, in the folder that the other side names, or `library`, or the kit's. Of a lock
    only the clauses and alternatives that stand in it are compared.

    >>> from agreement_kit.api import clauses_diff
    >>> clauses_diff("kit", "kit").clauses
    ()
    """
    from agreement_kit.revisions import LibraryDiff, compare_clauses

    home = next((FilePath(each) for each in (old, new, library or "") if each and FilePath(each).is_dir()), None)
    try:
        ours, theirs = load_shelf(str(old), home), load_shelf(str(new), home)
    except ProblemsFound as found:  # a library that cannot be read is neither equal nor different
        raise CannotBeDone(found.problems) from None
    changes = compare_clauses(within(ours, theirs.lock), within(theirs, ours.lock))
    if ours.lock or theirs.lock:  # a draft may be older or newer than a library: neither is a mistake of the library
        changes = tuple(replace(each, problem=None) for each in changes)
    files = [str(each) for each in affects]
    return LibraryDiff(str(old), str(new), changes, tuple(effects_on(files, ours, theirs)))


def outdated(lock: "Lock", *, libraries: Iterable[AnyPath] = ()) -> "tuple[ClauseChange, ...]":
    """The clauses of a lock that today's library has in another version or wording, each with what changed and why."""
    from agreement_kit.revisions import compare_clauses

    today = Shelf("", load_library(libraries).clauses)
    return tuple(each for each in compare_clauses(lock.clauses, within(today, lock)) if each.is_newer)


def within(shelf: Shelf, lock: "Lock | None") -> "Mapping[str, Clause]":
    """The clauses of a shelf; beside a lock only what stands in it, with the kit's clauses and the template's parts
    where the shelf has none: those are what a draft would be made of.
    """
    if lock is None or shelf.lock:
        return shelf.clauses
    from agreement_kit.outlines import load_template, shipped_folder

    parts = load_template(shipped_folder(), lock.document).parts
    whole = {**load_library().clauses, **parts, **shelf.clauses}
    return {
        key: replace(whole[key], alternatives=tuple(each for each in whole[key].alternatives if clause.find(each.id)))
        for key, clause in lock.clauses.items()
        if key in whole
    }


def load_shelf(name: str, home: FilePath | None) -> Shelf:
    from agreement_kit.library import load_clauses, load_shipped, read_clauses, shipped_folder

    if name == KIT:
        return Shelf(name, load_shipped(shipped_folder()))
    if name.startswith(GIT):
        return Shelf(name, read_clauses(files_at(name.removeprefix(GIT), home or shipped_folder())))
    if FilePath(name).is_dir():
        return Shelf(name, load_clauses(FilePath(name)))
    lock = read_lock(read_file(name), name)
    return Shelf(name, lock.clauses, lock)


def files_at(ref: str, folder: FilePath) -> list[tuple[str, bytes]]:
    """The clause files of a folder, by name, as they were at a commit, tag or branch of the repository around it."""
    commit = git(folder, ref, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    tree = commit.decode().strip()
    listed = git(folder, ref, "ls-tree", "-r", "-z", "--name-only", tree, "./").decode("utf-8", "surrogateescape")
    names = sorted(each for each in listed.split("\0") if each.endswith(".md") and "\n" not in each)
    if not names:
        raise CannotBeDone([error(Place(str(folder)), "GIT-03", f'at "{ref}" there are no clauses in this folder')])
    asked = "".join(f"{tree}:./{each}\n" for each in names).encode("utf-8", "surrogateescape")
    answer = git(folder, ref, "cat-file", "--batch", given=asked)
    return [(f"{GIT}{ref}:{name}", blob) for name, blob in zip(names, blobs(answer), strict=True)]


def blobs(answer: bytes) -> Iterator[bytes]:
    """The files in what `git cat-file --batch` prints: a line that ends in the size, the bytes, a line break."""
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split()[-1])
        yield answer[end + 1 : end + 1 + size]
        at = end + size + 2


def git(folder: FilePath, ref: str, *arguments: str, given: bytes = b"") -> bytes:
    """What git prints. Raises CannotBeDone where there is no git, no repository, or nothing called `ref` in it."""
    place = Place(str(folder))
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], input=given, capture_output=True, check=False)
    except FileNotFoundError:
        sentence = "git is not installed, and without it earlier states of a library cannot be read"
        raise CannotBeDone([error(place, "GIT-01", sentence)]) from None
    if done.returncode == 0:
        return done.stdout
    if b"not a git repository" in done.stderr:
        raise CannotBeDone([error(place, "GIT-01", "this folder lies in no git repository")])
    sentence = f'the repository around this folder has no commit, tag or branch "{ref}"'
    raise CannotBeDone([error(place, "GIT-02", sentence, "`git log` and `git tag` name those that there are.")])


def effects_on(files: Iterable[str], old: Shelf, new: Shelf) -> "Iterator[Effect]":
    """What a change of library does to each agreement in turn."""
    from agreement_kit.revisions import Effect
    from agreement_kit.revisions.effects import effects

    for file in files:
        if lock := old.lock or new.lock:
            sentence = "a lock holds one draft's clauses; what affects others is asked of two libraries"
            raise CannotBeDone([error(Place(lock.file), "LOCK-09", sentence)])
        answers, document = load_agreement(file)
        try:
            before, after = (picks_from(shelf, answers, document) for shelf in (old, new))
        except (ProblemsFound, CannotBeDone) as found:
            yield Effect(file, "impossible", reason=found.problems[0].sentence)
            continue
        yield from effects(file, before, after)


def load_agreement(file: str) -> "tuple[Answers, str]":
    """The answers of an agreement file or a lock, and which document is made of them."""
    raw = read_file(file)
    source, document = parse(raw, file), "agreement"
    if isinstance(source.data, dict) and "lock" in source.data:
        lock = read_lock(raw, file)
        source, document = parse(lock.text.encode(), lock.name), lock.document
    answers, problems = answers_of(source)
    if answers is None:
        raise ProblemsFound(problems)
    return answers, document


def picks_from(shelf: Shelf, answers: "Answers", document: str) -> "tuple[Pick, ...]":
    """What answers choose from a shelf, with the kit's clauses where it has none."""
    from agreement_kit.library import Library, Origin
    from agreement_kit.outlines import departure_problems, load_template, select, shipped_folder

    template = load_template(shipped_folder(), document)
    own = {} if shelf.name == KIT else {key: Origin(shelf.name) for key in shelf.clauses}
    library = Library({**load_library().clauses, **shelf.clauses}, own)
    if problems := departure_problems(template, library, answers):
        raise ProblemsFound(problems)
    return select(template, library, answers)
