"""What is wrong with a Word file, whoever made it: accessibility, structure, proofreading; and where it came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agreement_kit.problems import Place, Problem

if TYPE_CHECKING:
    from agreement_kit.docx.inspecting.findings import FileRule
    from agreement_kit.docx.inspecting.provenance import Provenance

GROUPS = {"ACC": "accessibility", "DOCX": "structure", "PROOF": "proofreading"}
"""Beginning of a rule's id → what such rules are about."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What the rules found, in groups (ACC, DOCX, PROOF) and inside them in the order of the page; and the provenance,
    None where the kit did not write the file.
    """

    problems: tuple[Problem, ...]
    provenance: "Provenance | None"


def file_rules() -> "tuple[FileRule, ...]":
    """Every rule over Word files, in the order of ids."""
    from agreement_kit.docx.inspecting import headings, lettering, proofreading, structure, tables

    rooms = (headings, lettering, proofreading, structure, tables)
    return tuple(sorted((each for room in rooms for each in room.RULES), key=lambda each: each.id))


def inspect(raw: bytes, name: str, newest: Mapping[str, str] | None = None) -> Inspection:
    """Everything that the rules find in a Word file. `newest` is the library: clause id → version.

    Raises CannotBeDone, naming the file, where it cannot be opened safely.
    """
    from agreement_kit.docx.inspecting.opened import open_file
    from agreement_kit.docx.inspecting.provenance import provenance

    file = open_file(raw, name)
    found = [
        ((rule.id.split("-")[0], finding.position), rule, finding)
        for rule in file_rules()
        for finding in rule.find(file)
    ]
    problems = (
        Problem(Place(name, path=(finding.where,) if finding.where else ()), rule.id, rule.severity, finding.sentence)
        for _, rule, finding in sorted(found, key=lambda each: each[0])
    )
    return Inspection(tuple(dict.fromkeys(problems)), provenance(file, newest or {}))


def defects(raw: bytes) -> tuple[str, ...]:
    """A sentence for each defect of structure; empty for a sound file. Raises CannotBeDone like `inspect`."""
    from agreement_kit.docx.inspecting.opened import open_file
    from agreement_kit.docx.inspecting.structure import RULES

    file = open_file(raw, "the file")
    found = (finding for rule in RULES for finding in rule.find(file))
    return tuple(f"{each.where}: {each.sentence}" if each.where else each.sentence for each in found)
