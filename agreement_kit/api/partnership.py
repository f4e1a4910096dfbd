"""What is computed around the agreement, as documents that the writers take: health check, dashboard."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from agreement_kit.problems import CannotBeDone, Place, Problem, error

if TYPE_CHECKING:
    from datetime import date

    from agreement_kit.answers import Answers
    from agreement_kit.document import Document
    from agreement_kit.partnership.health import Statement
    from agreement_kit.partnership.mismatch import Comparison
    from agreement_kit.partnership.recommending import Recommendation
    from agreement_kit.partnership.spreadsheets import Sheet
    from agreement_kit.sources import Data, Source

AnyPath = str | PathLike[str]


def health_check(
    answers: "Answers", responses: AnyPath, *, previous: AnyPath | None = None, on: "date | None" = None
) -> "tuple[Document, tuple[Problem, ...]]":
    """The results of a health check, or of a leader's reflection where the table has the role "self" or "other", and a
    warning for everything in the tables that could not be used. `on` is the day that stands on the report.
    """
    from agreement_kit.answers import words_at
    from agreement_kit.partnership.health import score_check
    from agreement_kit.partnership.health_report import health_report, reflection_report
    from agreement_kit.partnership.responses import read_responses

    sheet = sheet_at(responses)
    names = party_names(answers)
    if sheet.column("role", "who answers") is not None and sheet.column("party", "partner", "organisation") is None:
        statements = form_statements(answers, "leader-reflection")
        roles = {"self": "self", "leader": "self", "other": "other", "others": "other"}
        found, problems = read_responses(sheet, roles, {each.number for each in statements})
        return reflection_report(found, statements, answers, words_at(answers, "agreement", "stage"), on), problems
    statements = form_statements(answers, "health-check-form")
    numbers = {each.number for each in statements}
    accepted = accepted_names(answers)
    found, problems = read_responses(sheet, accepted, numbers)
    before, earlier = read_responses(sheet_at(previous), accepted, numbers) if previous else ((), ())
    check = score_check(found, statements, before)
    return health_report(check, answers, names, on, left_out=len(problems)), (*problems, *earlier)


def dashboard(answers: "Answers", figures: AnyPath, *, today: "date") -> "tuple[Document, tuple[Problem, ...]]":
    """The measures of the agreement with the figures of a table, as of today, and a warning for each row that could not
    be used.
    """
    from agreement_kit.partnership.dashboard import dashboard as dashboard_of
    from agreement_kit.partnership.measures import measures_of, read_figures, with_figures

    measures = measures_of(answers)
    found, problems = read_figures(sheet_at(figures), [each.id for each in measures])
    return dashboard_of(with_figures(measures, found, today), answers, today), problems


def mismatch(
    intakes: "Iterable[Source]", *, agreement: "Source | None" = None, previous: "Mapping[str, Any] | None" = None
) -> "tuple[Differences | None, tuple[Problem, ...]]":
    """Where the partners of these intakes agree and differ, or None where an intake has errors; and every problem in
    them. `agreement` names the partners; `previous` is the record of an earlier round, whose owners and statuses stay.
    """
    from agreement_kit.api.drafting import check
    from agreement_kit.partnership.intakes import read_intakes
    from agreement_kit.partnership.mismatch import compare_intakes, report_record

    answers = check(agreement)[0] if agreement else None
    names = party_names(answers) if answers else {}
    found, problems = read_intakes(intakes, names)
    if not found:
        return None, problems
    comparison = compare_intakes(found, names)
    base = agreement.data if agreement else None
    record = report_record(comparison, names, previous)
    return Differences(comparison, record, names, answers, base), problems


@dataclass(frozen=True, slots=True)
class Differences:
    """What a mismatch report is made of. `record` is the report for programs and for the next round."""

    comparison: "Comparison"
    record: "dict[str, Any]"
    names: "Mapping[str, str]"
    answers: "Answers | None"
    base: "Data"

    def report(self) -> "Document":
        from agreement_kit.partnership.mismatch_report import mismatch_report

        return mismatch_report(self.comparison, self.record, self.names, self.answers)

    def draft(self) -> str:
        """The agreement that all agree on, as YAML, with an open item at every disagreement."""
        from agreement_kit.partnership.joint_draft import joint_draft

        return joint_draft(self.comparison.intakes, self.names, self.base)


def mismatch_files(found: Differences, out: str, draft: str | None) -> "list[tuple[str, bytes]]":
    """Name and bytes of each file: the report in the form that its name asks for (.html, .docx, .md or .json), beside a
    report for people the record that the next round begins with, and the draft where one is asked for.
    """
    import json

    from agreement_kit.api import drafting

    record = json.dumps(found.record, indent=2, ensure_ascii=False).encode() + b"\n"
    target = FilePath(out)
    files = [(str(target.with_suffix(".json")), record)]
    writers = {".docx": drafting.write_docx, ".md": drafting.write_markdown}
    if target.suffix != ".json":
        files.append((out, writers.get(target.suffix, drafting.write_html)(found.report())))
    return [*files, (draft, found.draft().encode())] if draft else files


def load_record(path: AnyPath) -> "dict[str, Any]":
    """The record of an earlier round. Raises CannotBeDone where the file is none."""
    import json

    place = Place(str(path))
    try:
        record = json.loads(read_at(path))
    except ValueError:
        raise CannotBeDone([error(place, "MIS-01", "this is no mismatch report: it is not JSON")]) from None
    if not isinstance(record, dict) or record.get("format") != 1 or not isinstance(record.get("mismatches"), list):
        hint = "Name the .json file that `agreement-kit mismatch` wrote."
        raise CannotBeDone([error(place, "MIS-01", "this is no mismatch report", hint)])
    return record


def intake(form: AnyPath, *, party: str, perspective: str = "organisation") -> str:
    """The YAML of an intake, from a Word form that a partner filled in. Raises CannotBeDone where the file is none."""
    from agreement_kit.docx.forms import read_form
    from agreement_kit.partnership.intake_forms import intake_of

    found = read_form(read_at(form), str(form))
    if not any(found.values()):
        hint = "`agreement-kit generate FILE --document intake-form` makes one."
        sentence = "no answer stands beside a number in this file" if found else "this is no intake form"
        raise CannotBeDone([error(Place(str(form)), "INTAKE-03", sentence, hint)])
    return intake_of(found, party, perspective)


def joint_source(sources: "Iterable[Source]") -> "Source":
    """One agreement as it is; of intakes the agreement that all agree on. Raises ProblemsFound where an intake has
    errors.
    """
    from agreement_kit.problems import ProblemsFound
    from agreement_kit.sources import load

    sources = tuple(sources)
    if len(sources) == 1 and not (isinstance(sources[0].data, dict) and "intake" in sources[0].data):
        return sources[0]
    found, problems = mismatch(sources)
    if found is None:
        raise ProblemsFound(problems)
    return load(found.draft(), name="intakes")


def recommend(answers: "Answers") -> "Recommendation":
    """Whether to collaborate, how deep and how far to bind, with which documents, each with its reason.

    >>> answers, _ = check(load(new()))
    >>> recommend(answers).verdict
    'Do not start yet: try a lighter way'
    """
    from agreement_kit.partnership.recommending import recommend as recommendation_of

    return recommendation_of(answers)


def recommendation_report(found: "Recommendation", answers: "Answers | None" = None) -> "Document":
    """The recommendation as a page for those who decide."""
    from agreement_kit.partnership.recommending import recommendation_report as report_of

    return report_of(found, answers)


def sheet_at(path: AnyPath) -> "Sheet":
    from agreement_kit.partnership.spreadsheets import read_sheet

    return read_sheet(read_at(path), str(path))


def read_at(path: AnyPath) -> bytes:
    """The bytes of a file; CannotBeDone with a sentence where they cannot be had."""
    try:
        return FilePath(path).read_bytes()
    except FileNotFoundError:
        raise CannotBeDone([error(Place(str(path)), "FILE-01", "there is no such file")]) from None
    except IsADirectoryError:
        raise CannotBeDone([error(Place(str(path)), "FILE-01", "this is a folder, not a file")]) from None
    except OSError as failure:
        reason = (failure.strerror or "unknown reason").lower()
        raise CannotBeDone([error(Place(str(path)), "FILE-01", f"the file cannot be read: {reason}")]) from None


def form_statements(answers: "Answers", form: str) -> "tuple[Statement, ...]":
    """The statements that a form asks at its fullest."""
    from agreement_kit.answers import with_value
    from agreement_kit.api.drafting import generate
    from agreement_kit.partnership.health import statements_of

    return statements_of(generate(with_value(answers, ("agreement", "tier"), "gold"), document=form))


def party_names(answers: "Answers") -> dict[str, str]:
    """Id of a partner → how it is called on the page."""
    from agreement_kit.answers import Words, find, records

    found = {}
    for party in records(find(answers.root, ("parties",))):
        short = party.fields.get("short_name") or party.fields.get("name")
        words = short.printed if isinstance(short, Words) else str(party["id"])
        found[str(party["id"])] = words[:1].upper() + words[1:]
    return found


def accepted_names(answers: "Answers") -> dict[str, str]:
    """What people may write for a partner, in lower case → its id."""
    from agreement_kit.answers import Words, find, records

    found: dict[str, str] = {}
    for party in records(find(answers.root, ("parties",))):
        for field in ("name", "short_name", "id"):
            value = party.fields.get(field)
            if isinstance(value, Words):
                words = " ".join(str(value).lower().split())
                found[words] = found[words.removeprefix("the ")] = str(party["id"])
    return found
