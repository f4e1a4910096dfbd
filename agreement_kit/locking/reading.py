"""Bytes of a lock file → Lock, or every reason why it cannot be trusted."""

from typing import Any

from agreement_kit.library import Alternative, Clause, Definition
from agreement_kit.locking import ENDING, FORMAT, Lock, Locked, LockedTerm, seal
from agreement_kit.locking.records import Fields, hash_of
from agreement_kit.outlines import Entry, Pick
from agreement_kit.problems import CannotBeDone, Path, Place, Problem, ProblemsFound, error, has_errors
from agreement_kit.schemas import read
from agreement_kit.schemas.lock import LOCK
from agreement_kit.sources import Source, parse

EDITED = "Make the draft again from its answers, or take the lock from where it was kept."


def read_lock(raw: bytes, name: str) -> Lock:
    """The lock in a file. Raises CannotBeDone where it is no lock that this kit reads, ProblemsFound where something in
    it is missing or was edited, each with its line.
    """
    source = parse(raw, name)
    data = source.data
    if not isinstance(data, dict) or "lock" not in data:
        hint = f"`agreement-kit generate` writes one beside each draft; its name ends in {ENDING}."
        raise CannotBeDone([error(Place(name, 1, 1), "LOCK-01", "this is no lock file", hint)])
    if data["lock"] != FORMAT:
        kit = data.get("kit")
        sentence = f"this lock has format {data['lock']}; this kit reads format {FORMAT}"
        hint = f"Install agreement-kit {kit}, which wrote it." if isinstance(kit, str) else ""
        raise CannotBeDone([error(source.place(("lock",)), "LOCK-02", sentence, hint)])
    tree, problems = read(source, LOCK)
    if tree is not None and not (problems := [*problems, *section_problems(source, tree)]):
        problems = edit_problems(source, data)
    if tree is None or has_errors(problems):
        raise ProblemsFound(each for each in problems if each.severity == "error")
    return lock_of(source, data, tree)


def section_problems(source: Source, tree: dict[str, Any]) -> list[Problem]:
    """Sections that name one clause and hold another, that hold none, or that stand twice."""
    problems: list[Problem] = []
    seen: set[str] = set()
    for at, record in enumerate(tree["sections"]):
        path: Path = ("sections", at)
        clause, use = record.get("clause"), record["use"]
        if (record["kind"] == "part") != (clause is None):
            what = "a group has no clause" if clause else f'"{use}" has lost its clause'
            problems.append(error(source.place(path), "LOCK-03", what, EDITED))
        elif clause and clause["id"] != use:
            sentence = f'"{use}" holds the clause "{clause["id"]}"'
            problems.append(error(source.place((*path, "clause", "id")), "LOCK-03", sentence, EDITED))
        if use in seen:
            problems.append(error(source.place(path), "LOCK-03", f'"{use}" stands here a second time', EDITED))
        seen.add(use)
    return problems


def edit_problems(source: Source, data: Fields) -> list[Problem]:
    """What no longer fits its hash: clauses by name, the answers; where all these fit, the rest."""
    problems: list[Problem] = []
    sections, answers = data["sections"], data["answers"]
    assert isinstance(sections, list)
    assert isinstance(answers, dict)
    for at, section in enumerate(sections):
        clause = section.get("clause") if isinstance(section, dict) else None
        if isinstance(clause, dict):
            kept = {name: value for name, value in clause.items() if name != "hash"}
            if hash_of(kept) != clause["hash"]:
                place = source.place(("sections", at, "clause", "hash"))
                sentence = f'the clause "{clause["id"]}" was edited since the kit wrote this lock'
                problems.append(error(place, "LOCK-04", sentence, EDITED))
    if hash_of(answers["text"]) != answers["hash"]:
        sentence = "the answers were edited since the kit wrote this lock"
        problems.append(error(source.place(("answers", "hash")), "LOCK-04", sentence, EDITED))
    if not problems and seal(data) != data["hash"]:
        sentence = "its head, its outline or its terms were edited since the kit wrote this lock"
        problems.append(error(source.place(("hash",)), "LOCK-04", sentence, EDITED))
    return problems


def lock_of(source: Source, data: Fields, tree: dict[str, Any]) -> Lock:
    """The lock of checked data. Wording and answers are taken as they stand: a schema trims the ends of text."""
    answers = data["answers"]
    assert isinstance(answers, dict)
    sections = tuple(
        locked_of(record, source, ("sections", at), raw_at(data, ("sections", at)))
        for at, record in enumerate(tree["sections"])
    )
    terms = tuple(
        LockedTerm(each["clause"], Definition(each["term"], each["meaning"], each.get("plural", "")))
        for each in tree.get("terms", ())
    )
    facts = {name: tree[name] for name in ("kit", "document", "draft", "library", "house_style")}
    return Lock(
        **facts,
        name=str(answers["name"]),
        text=str(answers["text"]),
        sections=sections,
        terms=terms,
        file=source.name,
    )


def raw_at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def locked_of(record: dict[str, Any], source: Source, path: Path, raw: Any) -> Locked:
    new_page = tuple(record.get("new_page", ()))
    entry = Entry(
        record["kind"],
        record["use"],
        record.get("when", {}),
        tuple(record.get("tiers", ())),
        record.get("under", ""),
        new_page,
    )
    starts_page = bool(record.get("starts_page"))
    if "clause" not in record:
        return Locked(entry, Pick(entry.kind, entry.use, new_page=starts_page))
    clause = clause_of(record["clause"], source, (*path, "clause"), raw["clause"]["alternative"]["wording"])
    pick = Pick(entry.kind, clause.title, clause, clause.alternatives[0], starts_page)
    return Locked(entry, pick, own=bool(record.get("own")))


def clause_of(record: dict[str, Any], source: Source, path: Path, wording: str) -> Clause:
    """A clause with one alternative. Its file is the lock, so that a problem in its wording leads there."""
    found = record["alternative"]
    at = (*path, "alternative")
    defines = tuple(
        Definition(**each, line=source.place((*at, "defines", number, "meaning")).line)
        for number, each in enumerate(found.get("defines", ()))
    )
    line = source.place((*at, "wording")).line + 1
    alternative = Alternative(**{**found, "defines": defines, "wording": wording, "line": line})
    simple = {name: value for name, value in record.items() if name not in ("alternative", "law", "tiers", "hash")}
    return Clause(
        **simple,
        alternatives=(alternative,),
        law=tuple(record.get("law", ())),
        tiers=tuple(record["tiers"]),
        file=f"{source.name} ({record['id']})",  # each its own: a problem finds its section by the file
    )
