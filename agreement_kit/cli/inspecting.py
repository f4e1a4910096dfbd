"""inspect: what is wrong with a Word file, and where it came from."""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from agreement_kit.cli.output import LIBRARY, count_words, reporting, show_problems, table

if TYPE_CHECKING:
    from agreement_kit.api import Inspection
    from agreement_kit.docx.inspecting.provenance import Provenance
    from agreement_kit.problems import Problem

SHOWN = 10
"""How many findings of one rule are printed; all of them stand in the JSON."""
HEADS = ("Section", "Wording", "Version", "Library has", "Text")


@click.command(
    short_help="Say what is wrong with a Word file, and where it came from.",
    epilog="Example: agreement-kit inspect theirs.docx",
)
@click.argument("file", metavar="FILE.docx")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@LIBRARY
@reporting
def inspect(file: str, form: str, library: tuple[str, ...]) -> None:
    """Say what is wrong with FILE.docx, whoever made it: accessibility, structure, proofreading (rules: docs/rules.md).
    Of a file that the kit wrote, say which clauses it holds and what was changed since.
    """
    from agreement_kit import api

    found = api.inspect(file, libraries=library)
    if form == "json":
        import json

        click.echo(json.dumps(api.inspection_record(file, found), indent=2, ensure_ascii=False))
    else:
        show_problems(explained_once(found))
        click.echo("\n".join([*provenance_lines(found.provenance), summary(file, found), api.NOTE]))
    sys.exit(1 if found.problems else 0)


def explained_once(found: "Inspection") -> "Iterator[Problem]":
    """The findings, each rule's reason and remedy under its first one, and no more of one rule than can be read."""
    from agreement_kit.docx.inspecting import file_rules
    from agreement_kit.manual.pages import page_of

    rules = {rule.id: rule for rule in file_rules()}
    counts = Counter(problem.rule for problem in found.problems)
    seen: Counter[str] = Counter()
    for problem in found.problems:
        seen[problem.rule] += 1
        if seen[problem.rule] == 1:
            page = page_of(rules[problem.rule])
            yield replace(problem, hint=f"{page.why} {page.remedy}")
        elif seen[problem.rule] < SHOWN or counts[problem.rule] == SHOWN:
            yield problem
        elif seen[problem.rule] == SHOWN:
            others = counts[problem.rule] - SHOWN
            yield replace(problem, hint=f"There are {others:,} more of this kind; --format json names them all.")


def provenance_lines(origin: "Provenance | None") -> Iterator[str]:
    """Who wrote the file, whether it was edited since, and a line for each section."""
    if origin is None:
        yield "The kit did not write this file, or nothing is left of what it noted."
        return
    kit = f"agreement-kit {origin.kit}" if origin.kit else "agreement-kit"
    called = ", ".join(
        filter(None, (origin.reference, f"version {origin.version}" * bool(origin.version), origin.status))
    )
    edited = "somebody has saved it since" if origin.is_edited else "nobody has saved it since"
    yield f"Written by {kit}{f' ({called})' if called else ''}; {edited}."
    rows = [(each.id, each.alternative, each.version, each.newest, each.text) for each in origin.sections]
    yield table(rows, HEADS)
    yield from (f"{sentence[0].upper()}{sentence[1:]}." for sentence in origin.unread)


def summary(file: str, found: "Inspection") -> str:
    """theirs.docx: 2 errors, 1 warning. 3 sections changed since the kit wrote them. 1 has another version now."""
    errors = sum(problem.severity == "error" for problem in found.problems)
    words = f"{file}: {count_words(errors, 'error')}, {count_words(len(found.problems) - errors, 'warning')}."
    sections = found.provenance.sections if found.provenance else ()
    changed = sum(each.text in ("changed", "gone") for each in sections)
    older = sum(bool(each.version and each.newest and each.version != each.newest) for each in sections)
    words += f" {count_words(changed, 'section')} changed or gone since the kit wrote it." if changed else ""
    return words + (f" Of {count_words(older, 'section')} the library has another version now." if older else "")
