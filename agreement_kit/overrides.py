"""Departures from the library that the input asks for by name: a wording chosen, a clause left out, a clause added."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from agreement_kit.answers import Answers, OpenItem, Record, find
from agreement_kit.conditions import Conditions, matches
from agreement_kit.library import Clause
from agreement_kit.problems import Path, Problem, did_you_mean, error

Kind = Literal["choose", "omit", "add"]


@dataclass(frozen=True, slots=True)
class Override:
    """One departure. `named` is the alternative chosen, or the clause behind which one is added; "" of an omission, and
    where the input leaves it open. `reason` is printed as it stands; an open one in square brackets.
    """

    kind: Kind
    clause: str
    reason: str
    named: str = ""

    @property
    def path(self) -> Path:
        return "clauses", self.kind, self.clause


@dataclass(frozen=True, slots=True)
class Need:
    """A clause (its topic, or its id) that the law asks for where `when` holds. `unfit` are its alternatives that
    would not do either.
    """

    clause: str
    when: Conditions
    because: str
    unfit: tuple[str, ...] = ()


BINDING: Conditions = {"agreement.binding": ["hybrid", "binding"]}

NEEDS = (
    Need("A3", {}, "an agreement names the bodies that make it"),
    Need("A6", {}, "a document has to say whether it binds, and which parts of it"),
    Need(
        "L1",
        {"data.personal_data": ["true"]},
        "personal data is shared, and the UK GDPR asks who answers for what (Articles 24, 26 and 28)",
        ("no-personal-data",),
    ),
    Need(
        "L1",
        {"data.flows": ["true"]},
        "flows of personal data are described, and the UK GDPR asks who answers for what (Articles 24, 26 and 28)",
        ("no-personal-data",),
    ),
    Need(
        "L2",
        {"data.flows[].roles": ["joint_controllers", "controller_processor"]},
        "joint controllers need an arrangement (Article 26 UK GDPR) and processors need terms (Article 28)",
    ),
    Need(
        "L4",
        {"parties[].foi_regime": ["foia", "foisa"]},
        "a public party must answer requests for information, whatever it has agreed",
    ),
    Need(
        "O2",
        BINDING,
        "it says what no limit can reach: fraud, and death or injury by negligence (section 2 of the Unfair Contract "
        "Terms Act 1977)",
    ),
    Need(
        "general",
        BINDING,
        "without it outsiders might enforce what is promised for their benefit (section 1 of the Contracts (Rights of "
        "Third Parties) Act 1999)",
    ),
)
"""What cannot be left out. Sources: the statutes named; whether a body is public follows from its legal form."""


def read_overrides(answers: Answers) -> tuple[Override, ...]:
    """Every departure of the input, in its order. One that is wholly open departs from nothing yet."""
    found: list[Override] = []
    for kind, field in (("choose", "alternative"), ("omit", ""), ("add", "after")):
        entries = find(answers.root, ("clauses", kind))
        for clause_id, entry in entries.fields.items() if isinstance(entries, Record) else ():
            if isinstance(entry, Record):
                found.append(Override(kind, clause_id, words(entry, "reason"), words(entry, field)))  # type: ignore[arg-type]
    return tuple(found)


def words(entry: Record, field: str) -> str:
    value = entry.fields.get(field)
    if isinstance(value, OpenItem):
        return value.printed if field == "reason" else ""
    return "" if value is None else str(value)


def override_problems(
    answers: Answers, known: Mapping[str, Clause], standing: Collection[str], places: Collection[str]
) -> Iterator[Problem]:
    """What the input's departures ask for that cannot be. `known` are the clauses of the libraries and the parts of the
    document, `standing` the ids in its outline, `places` those behind which a clause can stand.
    """
    added: list[str] = []
    for each in read_overrides(answers):
        place = answers.key_place(each.path)
        clause = known.get(each.clause)
        if clause is None:
            sentence = f'there is no clause "{each.clause}"{did_you_mean(each.clause, known)}'
            yield error(place, "OWN-01", sentence, "A library of your own is named with --library.")
        elif each.kind == "choose" and each.named and not clause.find(each.named):
            of = [alternative.id for alternative in clause.alternatives]
            sentence = f'"{each.clause}" has no alternative "{each.named}"{did_you_mean(each.named, of)}'
            yield error(answers.place((*each.path, "alternative")), "OWN-02", sentence, f"It has: {', '.join(of)}.")
        elif each.kind == "add":
            behind = answers.place((*each.path, "after"))
            if each.clause in standing:
                yield error(place, "OWN-03", f'"{each.clause}" stands in this document already; leave it out here')
            elif each.named and each.named not in (*places, *added):
                sentence = f'no clause can stand after "{each.named}"{did_you_mean(each.named, [*places, *added])}'
                hint = "Name a clause or schedule of the document, or one that is added above."
                yield error(behind, "OWN-04", sentence, hint)
            added.append(each.clause)
        elif need := lawful_need(each, clause, answers):
            what = "cannot be left out" if each.kind == "omit" else f'cannot be "{each.named}"'
            yield error(place, "OWN-05", f'"{each.clause}" {what}: {need.because}')


def lawful_need(override: Override, clause: Clause, answers: Answers) -> Need | None:
    """Why the law does not let the input depart from the library here; None where it does."""
    return next(
        (
            need
            for need in NEEDS
            if need.clause in (clause.topic, clause.id)
            and (override.kind == "omit" or override.named in need.unfit)
            and matches(need.when, answers.root)
        ),
        None,
    )
