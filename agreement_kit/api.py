"""The verbs of the public API, one per command, of the same name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from agreement_kit.problems import Problem, ProblemsFound, format_path, has_errors, sort_problems
from agreement_kit.sources import Source, load

if TYPE_CHECKING:
    from datetime import date

    from agreement_kit.answers import Answers
    from agreement_kit.coverage import Coverage
    from agreement_kit.document import Document
    from agreement_kit.library import Library
    from agreement_kit.lint.ease import Ease, Target
    from agreement_kit.outlines import Pick, Template
    from agreement_kit.overrides import Override

AnyPath = str | PathLike[str]


def check(source: Source, *, libraries: Iterable[AnyPath] = ()) -> "tuple[Answers | None, tuple[Problem, ...]]":
    """The answers of a source, or None where it has errors; and every problem, warnings too, sorted by place.

    `libraries` are asked only where the input departs from the kit's clauses by name.

    >>> answers, problems = check(load({"document": {"title": "Harbour Charter"}}))
    >>> answers is None, problems[0].rule
    (True, 'FIELD-08')
    """
    from agreement_kit.checks import run_checks
    from agreement_kit.schemas import read_answers

    answers, problems = read_answers(source)
    if answers is not None:
        problems += run_checks(answers, source)
        if "clauses" in answers:
            from agreement_kit.outlines import departure_problems, load_template, shipped_folder

            problems += departure_problems(load_template(shipped_folder()), load_library(libraries), answers)
    return (None if has_errors(problems) else answers), sort_problems(problems)


def generate(answers: "Answers", *, document: str = "agreement", libraries: Iterable[AnyPath] = ()) -> "Document":
    """The document of these answers. Raises ProblemsFound where the chosen wording has mistakes, or where the input
    departs from the library in a way that cannot be.

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


def load_library(folders: Iterable[AnyPath] = ()) -> "Library":
    """The kit's clauses, and those of your own folders over them."""
    from agreement_kit.library import load_library as load_folders

    return load_folders(FilePath(folder) for folder in folders)


def load_templates() -> "tuple[Template, ...]":
    """Every document that can be made."""
    from agreement_kit.outlines import available, load_template, shipped_folder

    return tuple(load_template(shipped_folder(), name) for name in available(shipped_folder()))


def coverage(libraries: Iterable[AnyPath] = (), *, document: str = "agreement", seed: str = "1") -> "Coverage":
    """Proof that a document builds in every combination of choices; takes up to a minute. Clauses of your own that the
    document's outline does not name stand at its end.
    """
    import agreement_kit.samples
    from agreement_kit.coverage import prove
    from agreement_kit.outlines import Entry, load_template, shipped_folder

    library = load_library(libraries)
    template = load_template(shipped_folder(), document)
    standing = {entry.use for entry in template.entries}
    added = tuple(Entry("clause", key) for key in library.own if key not in standing)
    base = load(FilePath(agreement_kit.samples.__path__[0], "northmere-jro.agreement.yaml")).data
    return prove(replace(template, entries=(*template.entries, *added)), library, base, seed=seed)


def book(libraries: Iterable[AnyPath] = ()) -> "Document":
    """The whole library, with the parts of every document, as a Document to read and comment on."""
    from agreement_kit import __version__
    from agreement_kit.book import book as book_of

    return book_of(load_library(libraries), load_templates(), version=__version__)


def check_clauses(
    folder: AnyPath | None = None, *, libraries: Iterable[AnyPath] = (), today: "date | None" = None
) -> "tuple[Problem, ...]":
    """What the rules of docs/rules.md find in the clauses of a folder of your own, seen together with the kit's;
    without one in the kit's clauses and parts themselves. Review dates are held against `today`.
    """
    from agreement_kit.library import load_clauses
    from agreement_kit.lint import lint_library

    own = None if folder is None else {clause.file for clause in load_clauses(FilePath(folder)).values()}
    library = load_library([*libraries, *([] if folder is None else [folder])])
    return lint_library(library, load_templates(), today=today, files=own)


def reading_ease(libraries: Iterable[AnyPath] = ()) -> "dict[str, tuple[Ease, Target | None]]":
    """How easily each clause reads and what its target is, then each group of topics, then everything."""
    from agreement_kit.lint.ease import reading_ease as ease_of

    return ease_of(load_library(libraries), load_templates())


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

    @property
    def overrides(self) -> "tuple[Override, ...]":
        """Where the input departs from the library by name, each with its reason, in the order of the input."""
        from agreement_kit.overrides import read_overrides

        return read_overrides(self.answers)

    @property
    def own(self) -> tuple[str, ...]:
        """The ids of the clauses in the document that come from an organisation's own library."""
        return tuple(pick.clause.id for pick in self.picks if pick.clause and pick.clause.id in self.library.own)

    def unprinted(self, document: "Document") -> tuple[str, ...]:
        """The parts of the input that no chosen clause prints, as paths: "risks", "parties[].culture"."""
        from agreement_kit.tracing import unprinted

        return unprinted(document, self.picks, self.answers, self.template.entries)


def plan(answers: "Answers", *, document: str = "agreement", libraries: Iterable[AnyPath] = ()) -> Plan:
    """The clauses that the answers choose for the document of that name. Raises ProblemsFound where the input departs
    from the agreement's clauses in a way that cannot be; in other documents a departure counts where it fits.
    """
    from agreement_kit.outlines import departure_problems, load_template, select, shipped_folder

    template = load_template(shipped_folder(), document)
    library = load_library(libraries)
    if document == "agreement" and (problems := departure_problems(template, library, answers)):
        raise ProblemsFound(problems)
    return Plan(answers, template, library, select(template, library, answers))


def facts(document: "Document") -> dict[str, int]:
    """How many clauses, schedules, defined terms and open items the document has."""
    from agreement_kit.document import Term, inlines_of, open_items

    return {
        "clause": len(document.of_kind("clause")),
        "schedule": len(document.of_kind("schedule")),
        "defined term": len({inline.name for _, inline in inlines_of(document) if isinstance(inline, Term)}),
        "open item": len(open_items(document)),
    }


def default_name(document: "Document", source: str, form: str) -> str:
    """REFERENCE-vVERSION-STATUS.docx, or the stem of the input where the reference is still open."""
    import re

    stem = FilePath(source).name.split(".")[0] if source != "-" else "draft"
    if document.reference and document.version:
        stem = f"{document.reference}-v{document.version}-{document.status}"
    return f"{re.sub(r'[^A-Za-z0-9._-]+', '-', stem).strip('-.') or 'draft'}.{form}"


def problems_of(load_source: Callable[[], Source], libraries: Iterable[AnyPath] = ()) -> tuple[Problem, ...]:
    """Everything that is wrong with a source, that it cannot be read as YAML included. CannotBeDone passes through."""
    try:
        return check(load_source(), libraries=libraries)[1]
    except ProblemsFound as found:
        return found.problems


def problem_record(problem: Problem) -> dict[str, object]:
    """A problem for programs: file, line and column (0 where there are none), path, rule, severity, sentence, hint."""
    place = problem.place
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "path": format_path(place.path),
        "rule": problem.rule,
        "severity": problem.severity,
        "sentence": problem.sentence,
        "hint": problem.hint,
    }


__all__ = [
    "check",
    "generate",
    "has_errors",
    "load",
    "new",
    "plan",
    "save",
    "write_docx",
    "write_html",
    "write_markdown",
]
