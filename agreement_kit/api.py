"""The verbs of the public API, one per command, of the same name."""

from collections.abc import Iterable
from dataclasses import dataclass
from os import PathLike
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from agreement_kit.problems import Problem, sort_problems
from agreement_kit.sources import Source

if TYPE_CHECKING:
    from agreement_kit.answers import Answers
    from agreement_kit.document import Document
    from agreement_kit.library import Library
    from agreement_kit.outlines import Pick, Template

AnyPath = str | PathLike[str]


def check(source: Source) -> "tuple[Answers | None, tuple[Problem, ...]]":
    """The answers of a source, or None where it has errors; and every problem, warnings too, sorted by place.

    >>> answers, problems = check(load({"document": {"title": "Harbour Charter"}}))
    >>> answers is None, problems[0].place.path
    (True, ('parties',))
    """
    from agreement_kit.checks import run_checks
    from agreement_kit.schemas import read_answers

    answers, problems = read_answers(source)
    if answers is not None:
        problems += run_checks(answers, source)
    return answers, sort_problems(problems)


def generate(answers: "Answers", *, document: str = "agreement", libraries: Iterable[AnyPath] = ()) -> "Document":
    """The document of these answers. Raises ProblemsFound where the chosen wording has mistakes.

    `libraries` are folders of clauses that add to the kit's own, or replace them by id.
    """
    return plan(answers, document=document, libraries=libraries).assemble()


@dataclass(frozen=True, slots=True)
class Plan:
    """What goes into a document before it is put together."""

    answers: "Answers"
    template: "Template"
    library: "Library"
    picks: "tuple[Pick, ...]"

    def assemble(self) -> "Document":
        from agreement_kit.assembly import assemble

        return assemble(self.picks, self.answers, self.library)


def plan(answers: "Answers", *, document: str, libraries: Iterable[AnyPath]) -> Plan:
    """The clauses that the answers choose for the document of that name."""
    from agreement_kit.library import load_library
    from agreement_kit.outlines import load_template, select, shipped_folder

    template = load_template(shipped_folder(), document)
    library = load_library(FilePath(folder) for folder in libraries)
    return Plan(answers, template, library, select(template, library, answers))


def write_markdown(document: "Document") -> bytes:
    """The document as Markdown, with its numbers as text."""
    from agreement_kit.text.writing import write

    return write(document)
