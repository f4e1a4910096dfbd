"""From the answers to a draft: check, generate, write, save, new."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from agreement_kit.api.clauses import AnyPath, load_library
from agreement_kit.problems import Problem, ProblemsFound, format_path, has_errors, sort_problems
from agreement_kit.sources import Source

if TYPE_CHECKING:
    from agreement_kit.answers import Answers
    from agreement_kit.document import Document
    from agreement_kit.library import Library
    from agreement_kit.outlines import Pick, Template
    from agreement_kit.overrides import Override


def check(source: Source, *, libraries: Iterable[AnyPath] = ()) -> "tuple[Answers | None, tuple[Problem, ...]]":
    """The answers of a source, or None where no draft can be made of it; and every problem, sorted by place. Answers
    may have errors: those stand on the cover of a draft, and stop an agreed or final version.

    `libraries` are asked only where the input departs from the kit's clauses by name.

    >>> answers, problems = check(load({"document": {"title": "Harbour Charter"}}))
    >>> answers is None, problems[0].rule
    (True, 'FIELD-08')
    """
    from agreement_kit.checks import run_checks
    from agreement_kit.schemas import read_answers

    answers, problems = read_answers(source)
    if answers is None:
        return None, sort_problems(problems)
    report = run_checks(answers)
    stops = report.stops
    problems += report.problems
    if "clauses" in answers:
        from agreement_kit.outlines import departure_problems, load_template, shipped_folder

        departures = departure_problems(load_template(shipped_folder()), load_library(libraries), answers)
        stops = stops or has_errors(departures)
        problems += departures
    found = sort_problems(problems)
    return (None if stops else replace(answers, problems=found, accepted=report.accepted)), found


def generate(
    answers: "Answers", *, document: str = "agreement", libraries: Iterable[AnyPath] = (), party: str = ""
) -> "Document":
    """The document of these answers. Raises ProblemsFound where the chosen wording has mistakes, or where the input
    departs from the library in a way that cannot be.

    `libraries` are folders of clauses that add to the kit's own, or replace them by id; `party` is the id of the party
    for whom a document is made that speaks to one of them.

    >>> answers, _ = check(load(new()))
    >>> generate(answers).of_kind("clause")[0].id
    'legal-status'
    """
    return plan(answers, document=document, libraries=libraries, party=party).assemble()


def write_docx(document: "Document", *, house_style: bytes | None = None) -> bytes:
    """The document as a Word file, the same bytes each time; in the kit's own house style where none is given."""
    from agreement_kit.docx.writing import write

    return write(document, house_style)


def write_pdf(document: "Document", *, house_style: bytes | None = None) -> bytes:
    """The Word file printed by LibreOffice: tagged, with bookmarks, and with page numbers in its contents list. The
    same document gives the same bytes on one machine. Raises CannotBeDone where LibreOffice is missing or fails.
    """
    from agreement_kit.docx.printing import print_pdf
    from agreement_kit.docx.writing import write

    return print_pdf(write(document, house_style, has_pages=True))


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
        """The parts of the input that no chosen clause prints, as paths: "risks", "parties[].culture". A document that
        goes with an agreement is meant to leave things out.
        """
        if self.template.is_companion:
            return ()
        from agreement_kit.tracing import unprinted

        return unprinted(document, self.picks, self.answers, self.template.entries)


def plan(
    answers: "Answers", *, document: str = "agreement", libraries: Iterable[AnyPath] = (), party: str = ""
) -> Plan:
    """The clauses that the answers choose for the document of that name. Raises ProblemsFound where an agreed or final
    version still has errors, and where the input departs from the agreement's clauses in a way that cannot be; in other
    documents a departure counts where it fits.
    """
    from agreement_kit.answers import words_at
    from agreement_kit.outlines import departure_problems, load_template, select, shipped_folder

    if words_at(answers, "document", "status") in ("agreed", "final"):
        if has_errors(answers.problems):
            raise ProblemsFound(each for each in answers.problems if each.severity == "error")
        refuse_blockers(answers)
    template = load_template(shipped_folder(), document)
    library = load_library(libraries)
    if party:
        answers = spoken_to(answers, party)
    if document == "agreement" and (problems := departure_problems(template, library, answers)):
        raise ProblemsFound(problems)
    return Plan(answers, template, library, select(template, library, answers))


def refuse_blockers(answers: "Answers") -> None:
    """Raises ProblemsFound where the mismatch report that the input names has a blocker that is open still. The report
    lies beside the input.
    """
    from agreement_kit.answers import words_at
    from agreement_kit.problems import error

    name = words_at(answers, "agreement", "mismatch")
    if not name:
        return
    from agreement_kit.api.partnership import load_record
    from agreement_kit.partnership.mismatch import open_blockers

    beside = FilePath(answers.source.name).parent if answers.source else FilePath()
    place = answers.place(("agreement", "mismatch"))
    blockers = open_blockers(load_record(beside / name))
    if blockers:
        hint = "Settle them, or set their status in the report, before the version is agreed."
        raise ProblemsFound(
            [error(place, "MIS-02", f'"{each}" is still open between the partners', hint) for each in blockers]
        )


def spoken_to(answers: "Answers", party: str) -> "Answers":
    """The answers with the party for whom a document is made. Raises CannotBeDone where there is no such party."""
    from agreement_kit.answers import find, records, with_value
    from agreement_kit.problems import CannotBeDone, Place, did_you_mean, error

    known = [str(each["id"]) for each in records(find(answers.root, ("parties",)))]
    if party not in known:
        sentence = f'"{party}" is no party ({", ".join(known)}){did_you_mean(party, known)}'
        raise CannotBeDone([error(Place("--party"), "DOC-12", sentence)])
    return with_value(answers, ("document", "for_party"), party)


def write_calendar(answers: "Answers") -> bytes:
    """Every dated duty as an iCalendar file that Outlook and other calendars take."""
    from agreement_kit.answers import words_at
    from agreement_kit.calendar import duties
    from agreement_kit.text.calendar import write

    title, reference = words_at(answers, "document", "title"), words_at(answers, "document", "reference")
    return write(duties(answers), title=title, reference=reference)


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
    """REFERENCE-vVERSION-STATUS.docx, with its kind in between where it goes with an agreement; the stem of the input
    where the reference is still open.
    """
    import re

    from agreement_kit.document import plain_text

    stem = FilePath(source).name.split(".")[0] if source != "-" else "draft"
    if document.reference and document.version:
        kind = "".join(f"-{plain_text(each.title).lower()}" for each in document.of_kind("masthead"))
        stem = f"{document.reference}{kind}-v{document.version}-{document.status}"
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
