"""Which alternative of each clause was chosen, what made it so, when it is right, and who must approve it."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from agreement_kit.answers import Listing, OpenItem, Record, Truth, Value, Words, find_all
from agreement_kit.conditions import says, steps_of
from agreement_kit.document import Block, Paragraph
from agreement_kit.outlines import Pick
from agreement_kit.overrides import Override, read_overrides
from agreement_kit.reviewing.pieces import (
    EVERYWHERE,
    Point,
    Review,
    counted,
    grid,
    label_of,
    line_of,
    listed,
    name_of,
    origin_words,
    paragraph,
    path_of,
)
from agreement_kit.schemas import inside_lists, rules_of

HEADS = ("Clause and wording", "What made it so", "When it is right, and who approves it")


def other_wordings(review: Review) -> Point:
    """The wordings that are not a clause's standard one: these give something away, or fit a special case."""
    found = [pick for pick in choosable(review) if position(pick) != "standard"]
    title = "Wordings that are not standard"
    if not found:
        return Point("other-wordings", title, "None: every clause stands in its standard wording")
    last = sum(position(pick) == "last resort" for pick in found)
    summary = counted(len(found), "clause") + (f", {last} of them at the last resort" if last else "")
    found.sort(key=lambda pick: position(pick) != "last resort")
    return Point("other-wordings", title, summary, tuple(tables(review, found, "Wordings that are not standard")))


def standard_wordings(review: Review) -> Point:
    """Chosen although the clause has others."""
    found = [pick for pick in choosable(review) if position(pick) == "standard"]
    title = "Standard wordings"
    if not found:
        return Point("standard-wordings", title, "None chosen among others")
    summary = f"{counted(len(found), 'clause')} that {'has' if len(found) == 1 else 'have'} others"
    return Point("standard-wordings", title, summary, tuple(tables(review, found, title)), "schedule")


def tables(review: Review, picks: Sequence[Pick], title: str) -> Iterator[Block]:
    """First the wordings on which an answer of their own decided; then those that follow from what many turn on."""
    general = general_paths(review)
    told = [pick for pick in picks if turns_on(pick) - general or named_choice(review, pick)]
    if told:
        yield grid(f"{title}, by answers", HEADS, (row_of(review, pick, general) for pick in told))
    if rest := [pick for pick in picks if pick not in told]:
        said = listed(condition_words(review, path, ()) for path in sorted(general))
        yield paragraph(
            f"The wordings below follow from {'this answer' if len(general) == 1 else 'these answers'}: {said}."
        )
        yield grid(
            f"{title}, by that answer",
            (HEADS[0], HEADS[2]),
            ((clause_cell(review, each), use_cell(each)) for each in rest),
        )


def general_paths(review: Review) -> set[str]:
    """The conditions that so many clauses ask for that they are named once."""
    asked = Counter(path for pick in choosable(review) for path in turns_on(pick))
    return {path for path, count in asked.items() if count > EVERYWHERE}


def turns_on(pick: Pick) -> set[str]:
    """The input paths that chose the wording; where none did, those that the others ask for."""
    assert pick.clause
    assert pick.alternative
    return set(pick.alternative.when or [path for each in pick.clause.alternatives for path in each.when])


def choosable(review: Review) -> Iterator[Pick]:
    """The picks whose clause has more than one wording."""
    return (pick for pick in review.standing if pick.clause and len(pick.clause.alternatives) > 1)


def position(pick: Pick) -> str:
    return pick.alternative.position if pick.alternative else ""


def row_of(review: Review, pick: Pick, general: Collection[str] = ()) -> tuple[list[Paragraph], ...]:
    why = [paragraph(each) for each in why_chosen(review, pick, general)]
    return clause_cell(review, pick), why, use_cell(pick)


def clause_cell(review: Review, pick: Pick) -> list[Paragraph]:
    """12 Governance / board-and-group: standard, one of 6."""
    assert pick.clause
    assert pick.alternative
    stands = f"{pick.alternative.id}: {pick.alternative.position}, one of {len(pick.clause.alternatives)}"
    return [paragraph(name_of(review, pick.clause.id)), paragraph(stands)]


def use_cell(pick: Pick) -> list[Paragraph]:
    assert pick.alternative
    return [paragraph(pick.alternative.use), paragraph(f"Approver: {pick.alternative.approver}")]


def named_choice(review: Review, pick: Pick) -> Override | None:
    """The choice by name that the input makes here."""
    assert pick.clause
    assert pick.alternative
    key = ("choose", pick.clause.id, pick.alternative.id)
    found = (each for each in read_overrides(review.answers) if (each.kind, each.clause, each.named) == key)
    return next(found, None)


def why_chosen(review: Review, pick: Pick, general: Collection[str]) -> Iterator[str]:
    """The choice by name with its reason; or each condition that holds; or that none does, and what was asked. What is
    `general` was said before.
    """
    assert pick.clause
    assert pick.alternative
    if override := named_choice(review, pick):
        yield f"Chosen by name ({line_of(review, override.path)}): {override.reason}"
    elif pick.alternative.when:
        yield from (condition_words(review, *each) for each in pick.alternative.when.items() if each[0] not in general)
    else:
        remains = "the standard wording" if position(pick) == "standard" else "the wording that remains"
        yield f"No condition matched: {remains}"
        asked = (path for each in pick.clause.alternatives for path in each.when if path not in general)
        yield from dict.fromkeys(condition_words(review, path, ()) for path in asked)


def condition_words(review: Review, path: str, wanted: Sequence[str]) -> str:
    """“Agreement: Binding effect” is ‘legally binding in part’ (line 15); of several answers those `wanted`."""
    found = [
        value
        for value in find_all(review.answers.root, steps_of(path))
        if (any(says(value, each) for each in wanted) if wanted else value)
    ]
    label = label_of(steps_of(path))
    if not found:
        rules = rules_of(steps_of(path))
        is_truth = rules is not None and inside_lists(rules)["meta"]["kind"] == "truth"
        return f"{label} is {'no or not given' if is_truth else 'not given'}"
    return f"{label} is {listed(map(answer_words, found))} ({origin_words(review, [*map(path_of, found)])})"


def answer_words(value: Value) -> str:
    match value:
        case OpenItem():
            return "still open, which counts as given"
        case Truth():
            return "yes" if value else "no"
        case Words() if value.printed != value:
            return f"‘{value.printed}’"
        case Words() | Record() | Listing():
            return "given"
        case _:
            return value.printed
