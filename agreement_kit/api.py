"""The verbs of the public API, one per command, of the same name."""

from collections.abc import Iterable
from dataclasses import dataclass
from os import PathLike
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from agreement_kit.problems import Problem, sort_problems
from agreement_kit.sources import Source, load

if TYPE_CHECKING:
    from agreement_kit.answers import Answers
    from agreement_kit.document import Document
    from agreement_kit.library import Library
    from agreement_kit.outlines import Pick, Template

AnyPath = str | PathLike[str]


def check(source: Source) -> "tuple[Answers | None, tuple[Problem, ...]]":
    """The answers of a source, or None where it has errors; and every problem, warnings too, sorted by place.

    >>> answers, problems = check(load({"document": {"title": "Harbour Charter"}}))
    >>> answers is None, problems[0].rule
    (True, 'FIELD-08')
    """
    from agreement_kit.checks import run_checks
    from agreement_kit.schemas import read_answers

    answers, problems = read_answers(source)
    if answers is not None:
        problems += run_checks(answers, source)
    is_refused = any(problem.severity == "error" for problem in problems)
    return (None if is_refused else answers), sort_problems(problems)


def generate(answers: "Answers", *, document: str = "agreement", libraries: Iterable[AnyPath] = ()) -> "Document":
    """The document of these answers. Raises ProblemsFound where the chosen wording has mistakes.

    `libraries` are folders of clauses that add to the kit's own, or replace them by id.

    >>> answers, _ = check(load(new()))
    >>> generate(answers).of_kind("clause")[0].id
    'legal-status'
    """
    return plan(answers, document=document, libraries=libraries).assemble()


def write_docx(document: "Document", *, house_style: bytes | None = None) -> bytes:
    """The document as a Word file, the same bytes each time; in the kit's own house style where none is given."""
    from agreement_kit.docx.writing import write

    return write(document, house_style)


def write_html(document: "Document") -> bytes:
    """The document as one HTML page that needs nothing else."""
    from agreement_kit.html.writing import write

    return write(document)


def write_markdown(document: "Document") -> bytes:
    """The document as Markdown, with its numbers as text."""
    from agreement_kit.text.writing import write

    return write(document)


def save(data: bytes, path: AnyPath, *, force: bool = False, discard_edits: bool = False) -> FilePath:
    """The path of the file, written as a whole. Raises CannotBeDone rather than replace a file without `force`, or a
    Word file that somebody saved since the kit wrote it without `discard_edits`.
    """
    from agreement_kit.saving import save as save_file

    target = FilePath(path)
    save_file(data, target, force=force, discard_edits=discard_edits)
    return target


def new(tier: str = "bronze") -> str:
    """A commented YAML file to fill in, of that depth. It generates as it is: its blanks are open items.

    >>> "tier: silver" in new("silver")
    True
    """
    from agreement_kit.schemas.starter import starter

    return starter(tier)


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

    def unprinted(self, document: "Document") -> tuple[str, ...]:
        """The parts of the input that no chosen clause prints, as paths: "risks", "parties[].culture"."""
        from agreement_kit.tracing import unprinted

        return unprinted(document, self.picks, self.answers)


def plan(answers: "Answers", *, document: str = "agreement", libraries: Iterable[AnyPath] = ()) -> Plan:
    """The clauses that the answers choose for the document of that name."""
    from agreement_kit.library import load_library
    from agreement_kit.outlines import load_template, select, shipped_folder

    template = load_template(shipped_folder(), document)
    library = load_library(FilePath(folder) for folder in libraries)
    return Plan(answers, template, library, select(template, library, answers))


__all__ = ["check", "generate", "load", "new", "plan", "save", "write_docx", "write_html", "write_markdown"]
