"""The verbs of the public API, one per command, of the same name. Each is loaded when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agreement_kit.api.checking import Checked as Checked
    from agreement_kit.api.checking import check_file as check_file
    from agreement_kit.api.checking import check_record as check_record
    from agreement_kit.api.checking import explain_rule as explain_rule
    from agreement_kit.api.clauses import book as book
    from agreement_kit.api.clauses import check_clauses as check_clauses
    from agreement_kit.api.clauses import coverage as coverage
    from agreement_kit.api.clauses import load_library as load_library
    from agreement_kit.api.clauses import load_templates as load_templates
    from agreement_kit.api.clauses import reading_ease as reading_ease
    from agreement_kit.api.drafting import Plan as Plan
    from agreement_kit.api.drafting import check as check
    from agreement_kit.api.drafting import default_name as default_name
    from agreement_kit.api.drafting import export_house_style as export_house_style
    from agreement_kit.api.drafting import facts as facts
    from agreement_kit.api.drafting import generate as generate
    from agreement_kit.api.drafting import generate_all as generate_all
    from agreement_kit.api.drafting import plan as plan
    from agreement_kit.api.drafting import save as save
    from agreement_kit.api.drafting import save_together as save_together
    from agreement_kit.api.drafting import write_calendar as write_calendar
    from agreement_kit.api.drafting import write_docx as write_docx
    from agreement_kit.api.drafting import write_html as write_html
    from agreement_kit.api.drafting import write_markdown as write_markdown
    from agreement_kit.api.inspecting import NOTE as NOTE
    from agreement_kit.api.inspecting import inspect as inspect
    from agreement_kit.api.inspecting import inspection_record as inspection_record
    from agreement_kit.api.partnership import dashboard as dashboard
    from agreement_kit.api.partnership import health_check as health_check
    from agreement_kit.api.partnership import intake as intake
    from agreement_kit.api.partnership import joint_source as joint_source
    from agreement_kit.api.partnership import load_record as load_record
    from agreement_kit.api.partnership import mismatch as mismatch
    from agreement_kit.api.partnership import mismatch_files as mismatch_files
    from agreement_kit.api.partnership import recommend as recommend
    from agreement_kit.api.partnership import recommendation_report as recommendation_report
    from agreement_kit.api.review import review_sheet as review_sheet
    from agreement_kit.api.writing import SCHEMA_FILE as SCHEMA_FILE
    from agreement_kit.api.writing import explain as explain
    from agreement_kit.api.writing import new as new
    from agreement_kit.api.writing import schema as schema
    from agreement_kit.docx.inspecting import Inspection as Inspection
    from agreement_kit.problems import has_errors as has_errors
    from agreement_kit.sources import load as load

HOMES = {
    "api.clauses": "book check_clauses coverage load_library load_templates reading_ease",
    "api.checking": "Checked check_file check_record explain_rule",
    "api.drafting": "Plan check default_name export_house_style facts generate generate_all plan save save_together "
    "write_calendar write_docx write_html write_markdown",
    "api.partnership": "dashboard health_check intake joint_source load_record mismatch mismatch_files "
    "recommend recommendation_report",
    "api.inspecting": "NOTE inspect inspection_record",
    "docx.inspecting": "Inspection",
    "api.review": "review_sheet",
    "api.writing": "SCHEMA_FILE explain new schema",
    "problems": "has_errors",
    "sources": "load",
}
"""Room → the names that stand there."""


def __getattr__(name: str) -> Any:
    for home, names in HOMES.items():
        if name in names.split():
            return getattr(import_module(f"agreement_kit.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
