"""From the answers to a draft: check, generate, write, save."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from agreement_kit.api.clauses import AnyPath, load_library, load_templates
from agreement_kit.problems import Problem, ProblemsFound, has_errors, sort_problems
from agreement_kit.sources import Source

if TYPE_CHECKING:
    from agreement_kit.answers import Answers
    from agreement_kit.document import Document
    from agreement_kit.library import Library
    from agreement_kit.lint.drafts import Draft
    from agreement_kit.outlines import Pick, Template
    from agreement_kit.overrides import Override

LARGEST_HOUSE_STYLE = 20_000_000
"""Bytes; a logo for print may take some."""


def check(source: Source, *, libraries: Iterable[AnyPath] = ()) -> "tuple[Answers | None, tuple[Problem, ...]]":
    """The answers of a source, or None where no draft can be made of it; and every problem, sorted by place. Answers
    may have errors: those stand on the cover of a draft, and stop an agreed or final version.

    `libraries` are asked where there are any or the input departs from the kit's clauses by name: then the draft is put
    together too, and what the rules over drafts find in it is reported. The kit's own wording passes them.

    >>> answers, problems = check(load({"document": {"title": "Harbour Charter"}}))
    >>> answers is None, problems[0].rule
    (True, 'FIELD-08')
    """
    from agreement_kit.checks import run_checks
    from agreement_kit.schemas import read_answers

    answers, problems = read_answers(source)
    if answers is None:
        return None, sort_problems(problems)
    report = run_checks(answers, draft_rule_ids)
    stops = report.stops
    problems += report.problems
    libraries = tuple(libraries)
    if "clauses" in answers:
        from agreement_kit.outlines import departure_problems, load_template, shipped_folder

        departures = departure_problems(load_template(shipped_folder()), load_library(libraries), answers)
        stops = stops or has_errors(departures)
        problems += departures
    found = sort_problems(problems)
    if stops:
        return None, found
    answers = replace(answers, problems=found, accepted=report.accepted)
    if libraries or "clauses" in answers:
        answers = with_draft_problems(answers, libraries)
    return answers, answers.problems


def draft_rule_ids() -> Iterable[str]:
    from agreement_kit.lint.drafts import draft_rules

    return (rule.id for rule in draft_rules())


def with_draft_problems(answers: "Answers", libraries: tuple[AnyPath, ...]) -> "Answers":
    """The answers with what is wrong in the wording that they choose, as `generate` would find it."""
    from agreement_kit.outlines import load_template, select, shipped_folder

    template, library = load_template(shipped_folder()), load_library(libraries)
    try:
        return Plan(answers, template, library, select(template, library, answers)).judge()[0]
    except ProblemsFound as found:
        return replace(answers, problems=sort_problems((*answers.problems, *found.problems)))


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


def generate_all(answers: "Answers", *, libraries: Iterable[AnyPath] = ()) -> "tuple[tuple[Plan, Draft], ...]":
    """Every document for which the answers have content, with what went into it; one that speaks to a party once for
    each of them. Raises as `generate` does.
    """
    from agreement_kit.answers import find, records

    parties = tuple(str(each["id"]) for each in records(find(answers.root, ("parties",))))
    plans = (
        plan(answers, document=template.id, libraries=libraries, party=party)
        for template in load_templates()
        for party in (parties if template.is_for_one_party else ("",))
    )
    made = ((each, each.draft()) for each in plans)
    return tuple((each, draft) for each, draft in made if has_content(draft.document))


def has_content(document: "Document") -> bool:
    """Whether a document says anything between its cover and its signatures."""
    said = ("front", "recitals", "clause", "schedule")
    return any(section.kind in said and section.blocks for section in document.sections)


def write_docx(document: "Document", *, house_style: bytes | AnyPath | None = None) -> bytes:
    """The document as a Word file, the same bytes each time, in the house style of a Word file or of its bytes; in the
    kit's own where none is given. Raises CannotBeDone where that file lacks a style or a list, or cannot be trusted.
    """
    from agreement_kit.docx.writing import write
    from agreement_kit.sources import read_file

    if house_style is None or isinstance(house_style, bytes):
        return write(document, house_style)
    path = str(house_style)
    return write(document, read_file(path, LARGEST_HOUSE_STYLE, "a house style"), path)


def export_house_style() -> bytes:
    """The kit's own house style as a Word file, with a line in each style, to restyle in Word."""
    from agreement_kit.docx.house import shipped_house_style

    return shipped_house_style()


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


def save_together(
    files: Mapping[str, bytes] | Mapping[FilePath, bytes], *, force: bool = False, discard_edits: bool = False
) -> None:
    """Saves several files as `save` saves one: all of them are written, or none."""
    from agreement_kit.saving import save_all

    save_all({FilePath(path): data for path, data in files.items()}, force=force, discard_edits=discard_edits)


@dataclass(frozen=True, slots=True)
class Plan:
    """What goes into a document before it is put together."""

    answers: "Answers"
    template: "Template"
    library: "Library"
    picks: "tuple[Pick, ...]"

    def assemble(self) -> "Document":
        """The document alone."""
        return self.draft().document

    def draft(self) -> "Draft":
        """The document with all that went into it; to the problems of the answers is added what the rules over drafts
        find in its wording. Raises ProblemsFound where an agreed or final version has errors.
        """
        from agreement_kit.assembly import with_open_items
        from agreement_kit.lint.drafts import Draft

        answers, document = self.judge()
        refuse_errors(answers)
        return Draft(answers, self.picks, with_open_items(document, self.picks, answers))

    def judge(self) -> "tuple[Answers, Document]":
        """The answers with every problem, and the document without its list of open items. Only an agreement is judged;
        other documents are made from parts of one.
        """
        from agreement_kit.assembly import put_together
        from agreement_kit.lint.drafts import Draft, judged

        document = put_together(self.picks, self.answers, self.library)
        is_agreement = self.template.id == "agreement"
        return judged(Draft(self.answers, self.picks, document)) if is_agreement else self.answers, document

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
    """The clauses that the answers choose for the document of that name. Raises ProblemsFound, with warnings too, where
    an agreed or final version still has errors, open items among them, and where the input departs from the agreement's
    clauses in a way that cannot be; in other documents a departure counts where it fits.
    """
    from agreement_kit.answers import words_at
    from agreement_kit.outlines import departure_problems, load_template, select, shipped_folder

    refuse_errors(answers)
    if words_at(answers, "document", "status") in ("agreed", "final"):
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


def refuse_errors(answers: "Answers") -> None:
    """Raises ProblemsFound where an agreed or final version has errors, with its warnings too."""
    from agreement_kit.answers import words_at

    if words_at(answers, "document", "status") in ("agreed", "final") and has_errors(answers.problems):
        raise ProblemsFound(answers.problems)


def facts(document: "Document") -> dict[str, int]:
    """How many clauses, schedules, defined terms and open items the document has."""
    from agreement_kit.document import Term, inlines_of, open_items

    return {
        "clause": len(document.of_kind("clause")),
        "schedule": len(document.of_kind("schedule")),
        "defined term": len({inline.name for _, inline in inlines_of(document) if isinstance(inline, Term)}),
        "open item": len(open_items(document)),
    }


def default_name(document: "Document", source: str, form: str, *, party: str = "") -> str:
    """REFERENCE-vVERSION-STATUS.docx, with its kind in between where it goes with an agreement, and the id of the party
    that it speaks to; the stem of the input where the reference is still open. What is internal says so in any case.
    """
    import re

    from agreement_kit.document import plain_text

    stem = FilePath(source).name.split(".")[0] if source != "-" else "draft"
    is_known = document.reference and document.version
    kinds = [plain_text(each.title).lower() for each in document.of_kind("masthead")]
    status = "INTERNAL" if document.status == "internal" else document.status if is_known else ""
    version = f"v{document.version}" if is_known else ""
    stem = "-".join(filter(None, [document.reference if is_known else stem, *kinds, party, version, status]))
    return f"{re.sub(r'[^A-Za-z0-9._-]+', '-', stem).strip('-.') or 'draft'}.{form}"
