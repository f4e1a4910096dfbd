"""agreement-kit: validated YAML and a library of versioned clauses become a draft collaboration agreement in Word."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from agreement_kit.answers import Answers
    from agreement_kit.api import (
        check,
        generate,
        inspect,
        load,
        new,
        save,
        write_docx,
        write_html,
        write_markdown,
        write_pdf,
    )
    from agreement_kit.document import Document
    from agreement_kit.problems import AgreementKitError, CannotBeDone, Place, Problem, ProblemsFound
    from agreement_kit.sources import Source

HOMES = {
    **dict.fromkeys(("check", "generate", "inspect", "load", "new", "save"), "api"),
    **dict.fromkeys(("write_docx", "write_html", "write_markdown", "write_pdf"), "api"),
    **dict.fromkeys(("AgreementKitError", "CannotBeDone", "Place", "Problem", "ProblemsFound"), "problems"),
    "Answers": "answers",
    "Document": "document",
    "Source": "sources",
}

# fmt: off
__all__ = ["AgreementKitError", "Answers", "CannotBeDone", "Document", "Place", "Problem", "ProblemsFound", "Source",
           "check", "generate", "inspect", "load", "new", "save",
           "write_docx", "write_html", "write_markdown", "write_pdf"]
# fmt: on


def __getattr__(name: str) -> Any:
    """Each name from its room when it is first asked for, so that `agreement-kit --help` imports next to nothing."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
