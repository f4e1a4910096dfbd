"""What rules ask the answers: single values that are neither open nor missing, the parties, whether the document binds,
what money is put in. An open answer is never a fact.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from agreement_kit.answers import Answers, Day, Listing, OpenItem, Record, Truth, Value, Words, find, leaves, words_at
from agreement_kit.problems import Path
from agreement_kit.schemas.legal_forms import LEGAL_FORMS

PARTIES = ("parties",)
COUNCILS = ("local_authority", "combined_authority")
UNIVERSITIES = ("university_chartered", "university_hec", "university_clg")
NHS_PROVIDERS = ("nhs_trust", "nhs_foundation_trust")
NHS_COMMISSIONERS = ("integrated_care_board", "nhs_england")
NHS_IN_ENGLAND = (*NHS_PROVIDERS, *NHS_COMMISSIONERS, "special_health_authority")
NHS_IN_WALES = ("local_health_board", "nhs_trust_wales")
COMPANIES = ("company_ltd", "company_plc", "company_clg", "cic")
CHARITIES = ("charitable_company", "cio", "scio", "unincorporated_charity", "trust")


@dataclass(frozen=True, slots=True)
class Party:
    """One party as rules see it. Texts are "" and truths None where the input leaves them out or open."""

    record: Record
    path: Path

    @property
    def id(self) -> str:
        return word(self.record, "id")

    @property
    def name(self) -> str:
        """What the clauses call it, for the middle of a sentence."""
        return word(self.record, "short_name") or word(self.record, "name") or self.id

    @property
    def form(self) -> str:
        return word(self.record, "legal_form")

    @property
    def nation(self) -> str:
        return word(self.record, "nation")

    def is_of(self, *forms: str) -> bool:
        return self.form in forms

    def says(self, field: str) -> bool | None:
        return truth(self.record, field)

    def lacks(self, field: str) -> bool:
        """Whether the input is silent on a field; an open one is not silence."""
        return is_missing(self.record, field)

    @property
    def is_in_england(self) -> bool:
        """As far as the input says: a body that may be English and is not said to be elsewhere counts."""
        return self.nation == "england" or (not self.nation and self.lacks("nation"))

    @property
    def is_charity(self) -> bool:
        return word(self.record, "charity") in ("registered", "exempt") or self.is_of(*CHARITIES)


def parties(answers: Answers) -> tuple[Party, ...]:
    """The parties that are more than an open item, in their order."""
    listed = find(answers.root, PARTIES)
    entries = enumerate(listed) if isinstance(listed, Listing) else ()
    return tuple(Party(entry, ("parties", at)) for at, entry in entries if isinstance(entry, Record))


def are_all_known(answers: Answers) -> bool:
    """Whether the list of parties is complete and each has a legal form: what "all parties" needs to be known."""
    listed = find(answers.root, PARTIES)
    known = parties(answers)
    return isinstance(listed, Listing) and len(known) == len(listed) and all(each.form in LEGAL_FORMS for each in known)


def entries(answers: Answers, *path: str) -> Iterator[tuple[Path, Record]]:
    """The records of a list with their paths; none where it is open or not given."""
    listed = find(answers.root, path)
    for at, entry in enumerate(listed) if isinstance(listed, Listing) else ():
        if isinstance(entry, Record):
            yield (*path, at), entry


def binds(answers: Answers) -> bool:
    """Whether the document as a whole or in part is meant as a contract. False where that is open."""
    return words_at(answers, "agreement", "binding") in ("hybrid", "binding")


def word(record: Record, name: str) -> str:
    """The text of a field; "" where it is open or missing."""
    value = record.fields.get(name)
    return str(value) if isinstance(value, Words) else ""


def truth(record: Record, name: str) -> bool | None:
    value = record.fields.get(name)
    return bool(value) if isinstance(value, Truth) else None


def truth_at(answers: Answers, *path: str) -> bool | None:
    value = find(answers.root, path)
    return bool(value) if isinstance(value, Truth) else None


def figure(value: Value | None) -> Decimal | None:
    """A whole number, a number or an amount; None where it is open or missing."""
    if isinstance(value, Truth):
        return None
    return Decimal(value) if isinstance(value, int | Decimal) else None


def figure_at(answers: Answers, *path: str) -> Decimal | None:
    return figure(find(answers.root, path))


def is_missing(record: Record, name: str) -> bool:
    """Whether a record is silent on a field, or gives an empty list for it."""
    value = record.fields.get(name)
    return value is None or (isinstance(value, Listing) and not len(value)) or (isinstance(value, Record) and not value)


def is_missing_at(answers: Answers, *path: str | int) -> bool:
    above = find(answers.root, path[:-1])
    return above is None or (isinstance(above, Record) and is_missing(above, str(path[-1])))


def deepest_given(answers: Answers, *path: str | int) -> Path:
    """The longest beginning of a path that the input itself names: where to point at for what is missing."""
    length = next((length for length in range(len(path), 0, -1) if path[:length] in answers.given), 0)
    return path[:length]


def texts(answers: Answers, *paths: Path) -> Iterator[tuple[Path, str]]:
    """Every text at or below the paths, with its own path."""
    for path in paths:
        value = find(answers.root, path)
        for found, leaf in leaves(value, path) if value is not None else ():
            if isinstance(leaf, Words):
                yield found, str(leaf)


def first_match(pattern: re.Pattern[str], answers: Answers, *paths: Path) -> tuple[Path, str] | None:
    """The first text at or below the paths in which a pattern is found, and what it found."""
    for path, text in texts(answers, *paths):
        if match := pattern.search(text):
            return path, match[0]
    return None


def years(answers: Answers) -> Decimal:
    """The years of the term, in months and days of a thirtieth; one where the input does not say."""
    start, end = find(answers.root, ("term", "start")), find(answers.root, ("term", "end"))
    if not (isinstance(start, Day) and isinstance(end, Day) and end > start):
        return Decimal(1)
    after = date.fromordinal(end.toordinal() + 1)
    months = (after.year - start.year) * 12 + after.month - start.month
    return (months + Decimal(after.day - start.day) / 30) / 12


TIMES_A_YEAR = {"year": 1, "quarter": 4, "month": 12}


def over_the_term(record: Record, answers: Answers) -> Decimal | None:
    """The amount of a contribution over the whole term, None where it is open or not money."""
    amount, period = figure(record.fields.get("amount")), word(record, "period")
    if amount is None:
        return None
    return amount * TIMES_A_YEAR[period] * years(answers) if period in TIMES_A_YEAR else amount


def money_of(party: Party, answers: Answers) -> Decimal:
    """What a party puts in as money over the whole term, as far as the input says."""
    sums = (over_the_term(each, answers) for _, each in money_given(party, answers))
    return sum((each for each in sums if each is not None), Decimal(0))


def money_given(party: Party, answers: Answers) -> Iterator[tuple[Path, Record]]:
    """The contributions of a party in money."""
    for path, each in entries(answers, "resources", "contributions"):
        if word(each, "party") == party.id and word(each, "type") == "cash":
            yield path, each


def joined(words: list[str] | tuple[str, ...], last: str = "and") -> str:
    """a, b and c."""
    *before, end = words
    return f"{', '.join(before)} {last} {end}" if before else end


def is_open(value: Value | None) -> bool:
    return isinstance(value, OpenItem)
