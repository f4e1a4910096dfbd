"""A completed intake form → an intake file: the numbers of the form say which field an answer belongs to."""

import re
from collections.abc import Mapping

from agreement_kit.partnership.joint_draft import lines_of
from agreement_kit.sources import Data

TEXTS = {"1": "problem", "2": "only_together", "4": "vision", "12b": "stop_if"}
VALUES = {"3a": "shared_voice", "3b": "shared_delivery", "3c": "aligned_plans", "3d": "shared_learning"}
LISTED = re.compile(r"^(?:[-–•*]|\(?\d{1,2}[.)])\s*")


def intake_of(answers: Mapping[str, str], party: str, perspective: str) -> str:
    """The YAML of an intake. What was left empty is left out."""
    purpose: dict[str, Data] = {field: flat(answers[key]) for key, field in TEXTS.items() if answers.get(key)}
    if ranked := ranks(answers):
        purpose["value_types"] = ranked
    if wanted := entries(answers.get("5", "")):
        purpose["success"] = [*wanted]
    does: list[Data] = [{"text": each} for each in entries(answers.get("6", ""))]
    does_not: list[Data] = [{"text": each} for each in entries(answers.get("7", ""))]
    brought: list[Data] = [
        {"party": party, "type": "in_kind", "description": each} for each in entries(answers.get("8", ""))
    ]
    hopes: list[Data] = [{"by": party, "of": "joint", "text": each} for each in entries(answers.get("9", ""))]
    pledges: list[Data] = [{"by": party, "to": "joint", "text": each} for each in entries(answers.get("10", ""))]
    sections: dict[str, Data] = {
        "intake": {"party": party, "perspective": perspective},
        "purpose": purpose,
        "scope": {name: each for name, each in (("does", does), ("does_not", does_not)) if each},
        "resources": {"contributions": brought} if brought else {},
        "expectations": hopes,
        "pledges": pledges,
        "challenges": [*entries(answers.get("12a", ""))],
    }
    said: dict[str, Data] = {name: value for name, value in sections.items() if value}
    note = flat(answers.get("11", ""))
    head = "# Read from a completed intake form. Look it through before you compare it.\n"
    head += f"# How they decide, and who can sign: {note}\n" if note else ""
    return head + "".join(lines_of(said, 0))


def ranks(answers: Mapping[str, str]) -> list[Data]:
    """The kinds of value that have a rank, the first first."""
    given = [(int(match[0]), kind) for key, kind in VALUES.items() if (match := re.search(r"\d", answers.get(key, "")))]
    return [{"type": kind, "rank": str(rank)} for rank, kind in sorted(given)]


def entries(text: str) -> tuple[str, ...]:
    """The lines of an answer, without the signs that lists begin with."""
    return tuple(words for line in text.split("\n") if (words := LISTED.sub("", line.strip()).strip()))


def flat(text: str) -> str:
    return " ".join(text.split())
