"""Inputs for tests: a small agreement as YAML, clause files, and tables of cases from tests/fixtures."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from agreement_kit.answers import Answers
from agreement_kit.api import check, load
from agreement_kit.assembly import assemble
from agreement_kit.document import Document, SectionKind
from agreement_kit.library import Clause, Library, read_clause
from agreement_kit.outlines import Pick, choose
from agreement_kit.problems import AgreementKitError, Problem

FIXTURES = Path(__file__).parent / "fixtures"
SAMPLES = Path(__file__).parent.parent / "samples"

CHARTER = """\
document:
  title: Harbour Charter
agreement:
  binding: charter
parties:
  - id: uni
    name: Quayside University
    short_name: the University
    legal_form: university_chartered
  - id: trust
    name: Saltmarsh Trust
    short_name: the Trust
    legal_form: nhs_trust
"""


def cases(name: str) -> list[Any]:
    """The cases of a fixture file as (input, expected). A case is a title, a line with a full stop, the input, a full
    stop, what is expected, a full stop.
    """
    parts = (FIXTURES / name).read_text("utf-8").split("\n.\n")
    return [
        pytest.param(given + "\n", expected, id=title.strip())
        for title, given, expected in zip(parts[0:-1:3], parts[1::3], parts[2::3], strict=True)
    ]


def printed(problems: Iterable[Problem], *, infos: bool = False) -> str:
    """Problems as the user reads them. Infos, which small inputs have by nature, are left out unless asked for."""
    return "\n".join(str(each) for each in problems if infos or each.severity != "info")


def problems_of(text: str, *, name: str = "x.yaml", rules: Iterable[str] = ()) -> str:
    """What `check` finds in an input, as printed; with `rules` all that these find, infos too."""
    try:
        problems = check(load(text.encode("utf-8"), name=name))[1]
    except AgreementKitError as found:
        problems = found.problems
    return printed((each for each in problems if not rules or each.rule in rules), infos=bool(rules))


def answers(extra: str = "", *, start: str = CHARTER) -> Answers:
    """The answers of the small agreement with further sections."""
    found, problems = check(load((start + extra).encode("utf-8"), name="x.yaml"))
    assert found is not None, printed(problems)
    return found


def clause_file(body: str, *, name: str = "disputes", alternatives: str = "", **front: str) -> str:
    """A clause file with the given body; `alternatives` is YAML, by default one alternative called `only`."""
    one = "  only:\n    position: standard\n    use: Always.\n    approver: Head of legal\n"
    fields: Mapping[str, str] = {
        "id": name,
        "title": name.capitalize(),
        "topic": "P1",
        "tiers": "[bronze, silver, gold]",
        "binds": "binding",
        "version": "1.0.0",
        "law_checked_on": "2026-11-20",
        "review_by": "2027-11-20",
        "approved_by": "not yet reviewed by a solicitor",
        "guidance": "Name two or three steps.",
        "drafting_note": "Confirm the ladder.",
        "changes": "{1.0.0: First version.}",
        **front,
    }
    lines = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return f"---\n{lines}alternatives:\n{alternatives or one}---\n\n{body}"


def clause(wording: str, *, name: str = "disputes", alternatives: str = "", **front: str) -> Clause:
    """A clause with one alternative of this wording, or with the sections that `wording` has for `alternatives`."""
    body = wording if alternatives else f"## only\n\n{wording}"
    text = clause_file(body, name=name, alternatives=alternatives, **front)
    return read_clause(text.encode("utf-8"), f"{name}.md")


WORDING_LINE = 23
"""The line of the file on which the first line of `clause`'s wording stands."""


def pick(chosen: Clause, found: Answers, kind: SectionKind = "clause") -> Pick:
    return Pick(kind, chosen.title, chosen, choose(chosen, found))


def assembled(*clauses: Clause | tuple[SectionKind, Clause], given: Answers | None = None) -> Document:
    """The document of these clauses, all chosen, in this order."""
    found = given or answers()
    picks = [pick(each[1], found, each[0]) if isinstance(each, tuple) else pick(each, found) for each in clauses]
    return assemble(picks, found, Library({each.clause.id: each.clause for each in picks if each.clause}))
