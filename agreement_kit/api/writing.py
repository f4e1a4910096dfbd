"""Help while the input is written: a file to begin with, its schema for editors, what a field means."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from agreement_kit.api.clauses import AnyPath, load_library, load_templates
from agreement_kit.sources import Source

if TYPE_CHECKING:
    from agreement_kit.explaining import Field

SCHEMA_FILE = "agreement.schema.json"
"""What the schema is called where it stands beside an agreement's file."""


def new(tier: str = "bronze", *, old: Source | None = None, schema: str = "") -> str:
    """A commented YAML file to fill in, of that depth. It generates as it is: its blanks are open items. `schema` is
    where its JSON Schema stands, seen from the file: a first line tells editors.

    With an `old` agreement it is that one for its next term, at its own tier: dates, version and last known figures are
    open items that say the old value. Raises ProblemsFound where the old one has errors.

    >>> "tier: silver" in new("silver")
    True
    """
    from agreement_kit.schemas.renewing import renewed
    from agreement_kit.schemas.starter import EDITOR, starter

    text = starter(tier) if old is None else renewed(old)
    return text if EDITOR in text or not schema else f"{EDITOR} $schema={schema}\n{text}"


def schema(of: Literal["agreement", "intake"] = "agreement") -> str:
    """The JSON Schema (draft-07) of an agreement's file or of a partner's intake, with labels, help, examples and the
    words of each code.

    >>> '"title": "Legal form"' in schema()
    True
    """
    import json

    from agreement_kit.schemas.agreement import AGREEMENT
    from agreement_kit.schemas.exporting import json_schema
    from agreement_kit.schemas.intake import intake_schema

    if of == "intake":
        found = json_schema(intake_schema(()), "Intake", "What one partner says before the agreement is drafted.")
    else:
        found = json_schema(AGREEMENT, "Agreement", "The answers that agreement-kit turns into a draft.")
    return json.dumps(found, indent=1, ensure_ascii=False) + "\n"


def explain(path: str = "", *, libraries: Iterable[AnyPath] = ()) -> "Field":
    """What stands at a path of the input, such as parties.legal_form, and which clauses read it; the parts of the file
    for "". Raises CannotBeDone with the nearest path where there is none.

    >>> explain("parties[0].legal_form").label
    'Legal form'
    """
    from agreement_kit.explaining import explain as explain_field

    return explain_field(path, load_library(libraries), load_templates())
