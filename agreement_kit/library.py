"""The clause library: clause files → Clause values. One file holds one clause with all its alternatives."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path as FilePath
from typing import Any

from agreement_kit.conditions import Conditions, steps_of
from agreement_kit.document import Binding
from agreement_kit.problems import CannotBeDone, Path, Place, Problem, ProblemsFound, did_you_mean, error, has_errors
from agreement_kit.remembering import remembered, state_of
from agreement_kit.schemas import inside_lists, read, rules_of
from agreement_kit.slips import strange_characters
from agreement_kit.sources import Source, decode, parse, read_file


@dataclass(frozen=True, slots=True)
class Definition:
    """A defined term. `meaning` is wording, with answers in it where need be; `line` is where it begins."""

    term: str
    meaning: str
    plural: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Alternative:
    """One wording of a clause. `line` is where `wording` begins in the file, counted from 1."""

    id: str
    position: str
    use: str
    approver: str
    wording: str
    line: int
    when: Conditions = field(default_factory=dict)
    binds: Binding | None = None
    defines: tuple[Definition, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, or a part of a template, which has the same form. `silence` maps the id of a rule that is not to be
    reported for it to the reason.
    """

    id: str
    title: str
    topic: str
    tiers: tuple[str, ...]
    binds: Binding
    version: str
    law_checked_on: date
    review_by: date
    approved_by: str
    guidance: str
    drafting_note: str
    changes: Mapping[str, str]
    alternatives: tuple[Alternative, ...]
    file: str
    law: tuple[str, ...] = ()
    silence: Mapping[str, str] = field(default_factory=dict)

    def find(self, alternative_id: str) -> Alternative | None:
        return next((each for each in self.alternatives if each.id == alternative_id), None)


@dataclass(frozen=True, slots=True)
class Origin:
    """The folder of an organisation's own clause, and the version that it stands in place of, "" where it is new."""

    folder: str
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Library:
    """Clauses by id, in the order of their topics."""

    clauses: Mapping[str, Clause]
    own: Mapping[str, "Origin"] = field(default_factory=dict)
    """Where the clauses that are not the kit's come from, by id."""

    def origin(self, clause_id: str) -> str:
        """Where a clause comes from, in words: "kit", or its folder and the version that it replaces."""
        if clause_id not in self.own:
            return "kit"
        origin = self.own[clause_id]
        return f"{origin.folder} (replaces {origin.replaces})" if origin.replaces else origin.folder

    def find(self, clause_id: str) -> Clause:
        """The clause of this id; CannotBeDone with the nearest id where there is none."""
        if clause_id in self.clauses:
            return self.clauses[clause_id]
        sentence = f'there is no clause "{clause_id}"{did_you_mean(clause_id, self.clauses)}'
        raise CannotBeDone(
            [error(Place("clauses"), "LIB-01", sentence, "`agreement-kit clauses list` names them all.")]
        )


def shipped_folder() -> FilePath:
    """Where the kit's own clauses are installed."""
    import agreement_kit.clauses

    return FilePath(agreement_kit.clauses.__path__[0])


def load_library(folders: Iterable[FilePath] = ()) -> Library:
    """The kit's own clauses, and those of `folders` over them, a later one over an earlier one, by id.

    Raises ProblemsFound with every mistake in every file, CannotBeDone where a folder is missing.
    """
    clauses = dict(load_shipped(shipped_folder()))
    own: dict[str, Origin] = {}
    for folder in folders:
        added = load_clauses(folder)
        own |= {key: Origin(str(folder), clauses[key].version if key in clauses else "") for key in added}
        clauses |= added
    return Library(dict(sorted(clauses.items(), key=lambda each: (each[1].topic, each[0]))), own)


def load_shipped(folder: FilePath) -> Mapping[str, Clause]:
    """The clauses of a folder that is installed with the kit, checked again only after it changed."""
    return remembered(("clauses", state_of(folder, "*.md")), lambda: load_clauses(folder))


def load_clauses(folder: FilePath) -> dict[str, Clause]:
    """Every clause file below a folder, by id."""
    if not folder.is_dir():
        raise CannotBeDone([error(Place(str(folder)), "FILE-01", "there is no such folder")])
    return read_clauses((str(file), read_file(str(file))) for file in sorted(folder.rglob("*.md")))


def read_clauses(files: Iterable[tuple[str, bytes]]) -> dict[str, Clause]:
    """The clauses in files, each as its name and bytes, by id. Raises ProblemsFound with every mistake in them."""
    clauses: dict[str, Clause] = {}
    problems: list[Problem] = []
    for name, raw in files:
        try:
            clause = read_clause(raw, name)
        except ProblemsFound as found:
            problems.extend(found.problems)
            continue
        if clause.id in clauses:
            sentence = f'the id "{clause.id}" is also that of {clauses[clause.id].file}'
            problems.append(error(Place(name, 2, 1), "LIB-02", sentence, "Give one of the two another id."))
        clauses[clause.id] = clause
    if has_errors(problems):
        raise ProblemsFound(problems)
    return clauses


def read_clause(raw: bytes, name: str) -> Clause:
    """A clause from the bytes of its file. Raises ProblemsFound with every mistake in it."""
    from agreement_kit.schemas.clause import CLAUSE

    text = decode(raw, name).replace("\r\n", "\n")
    if strange := strange_characters(tuple(text.split("\n")), name):
        raise ProblemsFound(replace(problem, severity="error") for problem in strange)
    match = re.match(r"---\n(.*?\n)---\n", text, re.DOTALL)
    if not match:
        sentence = "a clause file begins with --- and its front matter"
        raise ProblemsFound([error(Place(name, 1, 1), "LIB-03", sentence, "docs/writing-clauses.md shows one.")])
    source = parse(("\n" + match[1]).encode(), name)
    tree, problems = read(source, CLAUSE)
    sections = split_body(text[match.end() :], text.count("\n", 0, match.end()) + 1)
    if tree is not None:
        problems += body_problems(tree, sections, source)
    if tree is None or has_errors(problems):
        raise ProblemsFound(problems)
    wordings = {key: (wording, line) for key, wording, line in sections}
    alternatives = tuple(alternative(key, entry, *wordings[key], source) for key, entry in tree["alternatives"].items())
    simple = {key: value for key, value in tree.items() if key not in ("alternatives", "law", "tiers")}
    return Clause(
        **simple, alternatives=alternatives, law=tuple(tree.get("law", ())), tiers=tuple(tree["tiers"]), file=name
    )


def alternative(key: str, entry: dict[str, Any], wording: str, line: int, source: Source) -> Alternative:
    path = ("alternatives", key, "defines")
    defines = tuple(
        Definition(**each, line=source.place((*path, position, "meaning")).line)
        for position, each in enumerate(entry.get("defines", ()))
    )
    return Alternative(key, **{**entry, "defines": defines}, wording=wording, line=line)


BodySection = tuple[str, str, int]
"""The id in the heading of a section, its wording, and the line of the file on which that begins."""


def split_body(body: str, first_line: int) -> list[BodySection]:
    """The sections of a body; what stands before the first heading, where there is anything, under no id."""
    lines = body.split("\n")
    starts = [at for at, line in enumerate(lines) if line.startswith("## ")]
    before = "\n".join(lines[: starts[0] if starts else len(lines)])
    sections = [("", before, first_line)] if before.strip() else []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        sections.append((lines[start][3:].strip(), "\n".join(lines[start + 1 : end]), first_line + start + 1))
    return sections


def body_problems(tree: dict[str, Any], sections: list[BodySection], source: Source) -> list[Problem]:
    """Alternatives without wording, wording without an alternative, and the one that must have no condition."""
    listed = tree["alternatives"]
    found = [key for key, _, _ in sections]
    problems = [
        error(source.key_place(("alternatives", key)), "LIB-04", f'there is no section "## {key}" below')
        for key in listed
        if key not in found
    ]
    for position, (key, _, line) in enumerate(sections):
        if not key:
            sentence = 'this stands in no section; the wording of an alternative begins with "## " and its id'
            problems.append(error(Place(source.name, line, 1), "LIB-04", sentence))
        elif key not in listed:
            sentence = f'"{key}" is no alternative in the front matter{did_you_mean(key, listed)}'
            problems.append(error(Place(source.name, line - 1, 1), "LIB-04", sentence))
        elif key in found[:position]:
            problems.append(error(Place(source.name, line - 1, 1), "LIB-04", f'"## {key}" stands here a second time'))
    without = [key for key, entry in listed.items() if not entry.get("when")]
    if len(without) != 1:
        sentence = f"exactly one alternative has no `when`, not {len(without)}"
        hint = "It is the one that remains when no other matches."
        problems.append(error(source.key_place(("alternatives",)), "LIB-05", sentence, hint))
    if tree["version"] not in tree["changes"]:
        sentence = f"`changes` does not say why version {tree['version']} was made"
        problems.append(error(source.key_place(("version",)), "LIB-06", sentence))
    for key, entry in listed.items():
        problems += condition_problems(entry.get("when", {}), source, ("alternatives", key, "when"))
    return problems


def condition_problems(when: Conditions, source: Source, path: Path) -> Iterator[Problem]:
    """Conditions that could never hold: on a field that no input has, for a code that it never takes."""
    for name, values in when.items():
        rules = rules_of(steps_of(name))
        if rules is None:
            yield error(source.key_place((*path, name)), "LIB-07", f"no field of the input is called {name}")
            continue
        meta = inside_lists(rules)["meta"]
        known = (*meta.get("codes", ()), "true", "false")
        for value in values if "codes" in meta or meta["kind"] == "truth" else ():
            if value not in known:
                sentence = f'{name} is never "{value}"{did_you_mean(value, known)}'
                yield error(source.place((*path, name)), "LIB-07", sentence)
