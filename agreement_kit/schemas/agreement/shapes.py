"""Shapes that recur in the agreement's schema: lists of texts and of records, frequencies, shares of a whole."""

from typing import Any

from agreement_kit.schemas.agreement.codes import FREQUENCIES
from agreement_kit.schemas.fields import Rules, code, listing, number, party, record, text


def texts(label: str, help_: str, example: str, **options: Any) -> Rules:
    """Several texts, each printed as it is."""
    entry = text(label, help_, example, starter=True) if options.get("starter") else text(label, help_, example)
    return listing(label, help_, entry, **options)


def records(label: str, entry: str, help_: str, fields: dict[str, Rules], **options: Any) -> Rules:
    """Several records; `entry` is the label of one of them."""
    of = record(entry, help_, fields, starter=True) if options.get("starter") else record(entry, help_, fields)
    return listing(label, help_, of, **options)


def frequency(label: str, help_: str, example: str = "quarterly", **options: Any) -> Rules:
    return code(label, help_, FREQUENCIES, example=example, **options)


def percent(label: str, help_: str, example: float, **options: Any) -> Rules:
    """A share of 100; a figure that may exceed 100 is a number()."""
    return number(label, help_, example, min=0, max=100, **options)


def shares(label: str, help_: str) -> Rules:
    """Who gets or bears what percentage."""
    fields = {
        "party": party("Party with this share", "The id of the party that takes this share.", required=True),
        "percent": percent(
            "Percentage of this share", "This party's share; all shares must add up to 100.", 50, required=True
        ),
    }
    return records(label, "Share", help_, fields)
