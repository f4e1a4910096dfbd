"""What is wrong with a Word file, whoever made it, and where it came from."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

from agreement_kit.api.clauses import AnyPath, load_library, load_templates

if TYPE_CHECKING:
    from agreement_kit.docx.inspecting import Inspection

MAX_WORD_BYTES = 100_000_000
NOTE = "Automated checks find only part of the issues. Have somebody read the file, and try it with a screen reader."


def inspect(file: AnyPath, *, libraries: Iterable[AnyPath] = ()) -> "Inspection":
    """What the rules of docs/rules.md find in a Word file, the kit's or not; of a file that the kit wrote also which
    clauses it was made of, which of them were changed since, and which the library now has in another version.

    Raises CannotBeDone where the file cannot be opened safely.
    """
    from agreement_kit.docx.inspecting import inspect as inspect_bytes
    from agreement_kit.sources import read_file

    newest = {part.id: part.version for template in load_templates() for part in template.parts.values()}
    newest |= {clause.id: clause.version for clause in load_library(libraries).clauses.values()}
    return inspect_bytes(read_file(str(file), MAX_WORD_BYTES, "a Word file that is opened here"), str(file), newest)


def inspection_record(file: AnyPath, found: "Inspection") -> dict[str, object]:
    """An inspection for programs: each finding with its group, its place in words, why it matters and what to do."""
    from agreement_kit.docx.inspecting import GROUPS, file_rules
    from agreement_kit.manual.pages import page_of

    rules = {rule.id: rule for rule in file_rules()}
    findings = []
    for problem in found.problems:
        page = page_of(rules[problem.rule])
        findings.append(
            {
                "group": GROUPS[problem.rule.split("-")[0]],
                "rule": problem.rule,
                "severity": problem.severity,
                "where": " ".join(map(str, problem.place.path)),
                "sentence": problem.sentence,
                "why": page.why,
                "remedy": page.remedy,
            }
        )
    origin = None if found.provenance is None else asdict(found.provenance)
    return {"file": str(file), "findings": findings, "provenance": origin, "note": NOTE}
