"""What a field of the input means: its label, help and choices, and the clauses that read it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from agreement_kit.choices import asked
from agreement_kit.conditions import steps_of
from agreement_kit.library import Clause, Library
from agreement_kit.outlines import Template
from agreement_kit.problems import CannotBeDone, Place, did_you_mean, error
from agreement_kit.rendering import reads_of
from agreement_kit.schemas import inside_lists
from agreement_kit.schemas.derived import ANSWERS
from agreement_kit.schemas.fields import Kind, Rules

Steps = tuple[str, ...]

How = Literal["prints", "asks", "follows", "chosen", "stands"]
"""It prints the field, asks whether it is given or what it is, uses what follows from it, is worded by it, or stands in
the document only where it says so.
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one clause does with a field. `part_of` names the document for what is part of a template, not of the
    library; `uses` names the alternatives that do it, none where all of them do.
    """

    clause: str
    title: str
    uses: Mapping[How, tuple[str, ...]]
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """What stands at a path of the input. `entry` is the kind of a list's entries, `refers_to` the list whose ids stand
    here; `choices` maps a code or word to what it prints; `fields` maps the names of fields below to their labels.
    """

    path: str
    label: str
    help: str
    kind: Kind
    entry: Kind
    example: str
    default: str
    is_required: bool
    is_derived: bool
    is_for_checks: bool
    refers_to: str
    choices: Mapping[str, str]
    fields: Mapping[str, str]
    readings: tuple[Reading, ...] = ()


INPUT: Rules = {
    "schema": ANSWERS,
    "meta": {"kind": "record", "label": "Agreement", "help": "The parts of an agreement's file.", "example": None},
}


def explain(path: str, library: Library, templates: Iterable[Template]) -> Field:
    """The field at a path such as parties.legal_form, with or without [] and positions; the sections for "". Raises
    CannotBeDone with the nearest path where there is none.
    """
    steps = tuple(step for step in re.split(r"[.\[\]]+", path.strip()) if step and not step.isdigit())
    rules, name = find_rules(steps)
    meta, inner = rules["meta"], inside_lists(rules)
    holder = inner["valuesrules"] if inner["meta"]["kind"] == "mapping" else inner
    below: dict[str, Rules] = holder["schema"] if holder["meta"]["kind"] == "record" else {}
    reference = inner.get("refers_to", {"to": "", "words": ()})
    return Field(
        path=name,
        label=meta["label"],
        help=meta["help"],
        kind=meta["kind"],
        entry=inner["meta"]["kind"],
        example=written(inner["meta"]["example"]),
        default=written(meta.get("default")),
        is_required=bool(rules.get("required")),
        is_derived=bool(meta.get("derived")),
        is_for_checks=bool(meta.get("check_only")),
        refers_to=reference["to"],
        choices=inner["meta"].get("codes", {}) | dict.fromkeys(reference["words"], ""),
        fields={key: each["meta"]["label"] for key, each in below.items() if not each["meta"].get("derived")},
        readings=tuple(readings(steps, library, templates)) if steps else (),
    )


def written(value: object) -> str:
    """A value as it is written in YAML, "" for none."""
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def find_rules(steps: Steps) -> tuple[Rules, str]:
    """The rules of the field at a path, and the path as conditions write it."""
    rules, name = INPUT, ""
    for step in steps:
        inner = inside_lists(rules)
        name += "[]" if rules["meta"]["kind"] == "list" else ""
        if inner["meta"]["kind"] == "mapping":
            rules = inner["valuesrules"]
        elif inner["meta"]["kind"] == "record" and step in inner["schema"]:
            rules = inner["schema"][step]
        else:
            raise unknown(steps)
        name += f".{step}" if name else step
    return rules, name


def unknown(steps: Steps) -> CannotBeDone:
    """With the fields of that name elsewhere, or the path that is most like it."""
    paths = list(paths_below(INPUT, ()))
    dotted = {".".join(each): "" for each in paths}
    elsewhere = [f'"{".".join(each)}"' for each in paths if each[-1] == steps[-1]][:3]
    nearest = f"; did you mean {' or '.join(elsewhere)}?" if elsewhere else did_you_mean(".".join(steps), dotted)
    sentence = f'there is no field "{".".join(steps)}"{nearest}'
    hint = "`agreement-kit explain` lists the parts, `agreement-kit explain PART` its fields."
    return CannotBeDone([error(Place("input"), "FIELD-07", sentence, hint)])


def paths_below(rules: Rules, above: Steps) -> Iterator[Steps]:
    inner = inside_lists(rules)
    for name, field in inner["schema"].items() if inner["meta"]["kind"] == "record" else ():
        yield (*above, name)
        yield from paths_below(field, (*above, name))


# who reads it


def readings(steps: Steps, library: Library, templates: Iterable[Template]) -> Iterator[Reading]:
    """The clauses, then the parts of documents, that read a field or, where it has fields of its own, any of these."""
    templates = tuple(templates)
    decided = {
        entry.use for each in templates for entry in each.entries if any(is_at(path, steps) for path in entry.when)
    }
    shelf = [("", clause) for clause in library.clauses.values()]
    shelf += [(each.id, part) for each in templates for part in each.parts.values() if part.id not in library.own]
    for part_of, clause in shelf:
        uses = uses_in(clause, steps)
        if clause.id in decided:
            uses["stands"] = ()
        if uses:
            yield Reading(clause.id, clause.title, uses, part_of)


def uses_in(clause: Clause, steps: Steps) -> dict[How, tuple[str, ...]]:
    found: dict[How, list[str]] = {}
    for alternative in clause.alternatives:
        sources = [(alternative.wording, alternative.line), *((d.meaning, d.line) for d in alternative.defines)]
        reads = [read for source, line in sources for read in reads_of(source, clause.file, line)]
        direct = [read.is_printed for read in reads if read.steps[: len(steps)] == steps]
        follows = any(is_at(".".join(read.steps), steps) for read in reads)
        how: How | None = "prints" if any(direct) else "asks" if direct else "follows" if follows else None
        if how:
            found.setdefault(how, []).append(alternative.id)
        if any(is_at(path, steps) for path in alternative.when):
            found.setdefault("chosen", []).append(alternative.id)
    return {how: tuple(ids) if len(ids) < len(clause.alternatives) else () for how, ids in found.items()}


def is_at(path: str, steps: Steps) -> bool:
    """Whether a path is the field's, below it, or that of what follows from it."""
    return any(each[: len(steps)] == steps for each in (steps_of(path), steps_of(asked(path))))
