"""Conditions as formulas over questions with few answers, and the search for answers that make one of them true."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

AnswersTo = Callable[[str], tuple[str, ...]]
"""The answers that a question can have, the usual one first."""

Case = Mapping[str, str]
"""Question → its answer."""


@dataclass(frozen=True, slots=True)
class Is:
    """Whether the answer to a question is one of `values`."""

    question: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Not:
    of: Formula


@dataclass(frozen=True, slots=True)
class Every:
    parts: tuple[Formula, ...]


Formula = bool | Is | Not | Every


def yes(question: str) -> Is:
    """A question that is answered by true or false."""
    return Is(question, frozenset(("true",)))


def negated(formula: Formula) -> Formula:
    match formula:
        case bool():
            return not formula
        case Not():
            return formula.of
    return Not(formula)


DENIED = "whether not "


def denied(formula: Formula) -> Formula:
    """The opposite, where a formula is about one entry of a list: that one entry is not so does not mean that none is.
    What concerns entries (`[]`) therefore becomes a question of its own.
    """
    match formula:
        case Is(question=question) if question.startswith(DENIED):
            return yes(question.removeprefix(DENIED))
        case Is(question=question) if "[]" in question:
            return yes(f"{DENIED}{question}")
        case Every():
            return some(*map(denied, formula.parts))
        case Not(of=Every(parts=parts)):
            return every(*(denied(denied(part)) for part in parts))
    return negated(formula)


def every(*parts: Formula) -> Formula:
    """All of these hold; true where there are none."""
    open_parts: list[Formula] = []
    for part in parts:
        if part is False:
            return False
        if part is not True:
            open_parts.extend(part.parts if isinstance(part, Every) else (part,))
    unique = tuple(dict.fromkeys(open_parts))
    return unique[0] if len(unique) == 1 else Every(unique) if unique else True


def some(*parts: Formula) -> Formula:
    """At least one of these holds; false where there are none."""
    return negated(every(*map(negated, parts)))


def atoms(formula: Formula) -> Iterator[Is]:
    match formula:
        case Is():
            yield formula
        case Not():
            yield from atoms(formula.of)
        case Every():
            for part in formula.parts:
                yield from atoms(part)


def settled(formula: Formula, case: Case) -> Formula:
    """What is left of a formula once these questions have their answers; itself where it asks none of them."""
    match formula:
        case Is(question=question) if question in case:
            return case[question] in formula.values
        case Not():
            inner = settled(formula.of, case)
            return formula if inner is formula.of else negated(inner)
        case Every():
            parts = tuple(settled(part, case) for part in formula.parts)
            is_same = all(new is old for new, old in zip(parts, formula.parts, strict=True))
            return formula if is_same else every(*parts)
    return formula


def holds(formula: Formula, answer_of: Callable[[str], str]) -> bool:
    match formula:
        case bool():
            return formula
        case Is():
            return answer_of(formula.question) in formula.values
        case Not():
            return not holds(formula.of, answer_of)
        case Every():
            return all(holds(part, answer_of) for part in formula.parts)


def find_case(formula: Formula, answers_to: AnswersTo) -> dict[str, str] | None:
    """Answers under which the formula is true, or None where there are none. Questions that make no difference are left
    out. Answers that the formula never tells apart are tried once.
    """
    told_apart: dict[str, list[frozenset[str]]] = {}
    for atom in atoms(formula):
        told_apart.setdefault(atom.question, []).append(atom.values)
    choices = {question: distinct(answers_to(question), sets) for question, sets in told_apart.items()}
    return searched(formula, choices)


def distinct(answers: tuple[str, ...], sets: list[frozenset[str]]) -> tuple[str, ...]:
    """The first of all answers that lie in the same of these sets."""
    found: dict[tuple[bool, ...], str] = {}
    for answer in answers:
        found.setdefault(tuple(answer in each for each in sets), answer)
    return tuple(found.values())


def searched(formula: Formula, choices: Mapping[str, tuple[str, ...]]) -> dict[str, str] | None:
    if isinstance(formula, bool):
        return {} if formula else None
    question = next(atoms(formula)).question
    for answer in choices[question]:
        found = searched(settled(formula, {question: answer}), choices)
        if found is not None:
            return {question: answer, **found}
    return None
