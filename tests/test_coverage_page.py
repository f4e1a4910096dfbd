"""docs/coverage.md is true: every document, command, clause, rule, field and sample that it names exists."""

import re
from pathlib import Path

from agreement_kit.api import load_library, load_templates
from agreement_kit.checks import answer_rules
from agreement_kit.cli import main
from agreement_kit.schemas import rules_of

PAGE = (Path(__file__).parent.parent / "docs" / "coverage.md").read_text("utf-8")
ROWS = [
    line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith(("| Wish", "| Document or"))
]


def names_in(row: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", row)) | {
        f"[{each}]" for each in re.findall(r"\[([a-z-]+)\]", re.sub(r"`[^`]+`", "", row))
    }


def test_every_row_names_something() -> None:
    assert len(ROWS) > 90
    assert [row for row in ROWS if not names_in(row)] == []


def test_everything_that_is_named_exists() -> None:
    library, templates = load_library(), load_templates()
    documents = {template.id for template in templates}
    clauses = set(library.clauses) | {part for template in templates for part in template.parts}
    rules = {rule.id for rule in answer_rules()}
    commands = set(main.commands) | {"clauses coverage", "--previous"}
    samples = {file.name.split(".")[0] for file in (Path(__file__).parent.parent / "samples").glob("*.yaml")}
    unknown = set()
    for row in ROWS:
        for name in names_in(row):
            if name.startswith("["):
                known = name[1:-1] in clauses
            elif re.fullmatch(r"[A-Z]+-\d\d", name):
                known = name in rules
            else:
                field = rules_of(tuple(name.replace("[]", "").split(".")))
                known = name in documents | commands | samples or field is not None
            if not known:
                unknown.add(name)
    assert unknown == set()


def test_every_document_that_can_be_made_stands_on_the_page() -> None:
    assert [template.id for template in load_templates() if f"`{template.id}`" not in PAGE] == []
