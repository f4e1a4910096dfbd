"""How well the partners work together: Responses → a Check with means and spreads, per statement, section and group.

Nothing is kept that shows what fewer than three people said, nor that it could be worked out from: `shown_groups`.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from agreement_kit.document import Document, Table, plain_text
from agreement_kit.partnership.responses import Response

FEWEST = 3
"""Fewer answers than these are never shown."""

WIDE = 2
"""A spread that calls for a conversation."""


@dataclass(frozen=True, slots=True)
class Statement:
    number: int
    section: str
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """Mean of at least three answers, the difference between the highest and the lowest of them, and how many."""

    mean: Fraction
    spread: int
    count: int


@dataclass(frozen=True, slots=True)
class Result:
    """What was answered to one statement. `overall` is None where too few answered; `groups` holds those groups that
    can be shown; `unknown` counts "don't know"; `before` is the mean of the previous round.
    """

    statement: Statement
    overall: Score | None
    groups: Mapping[str, Score]
    unknown: int
    before: Fraction | None = None

    @property
    def gap(self) -> Fraction:
        """How far apart the groups are that can be shown."""
        means = [score.mean for score in self.groups.values()]
        return max(means) - min(means) if len(means) > 1 else Fraction(0)

    @property
    def change(self) -> Fraction | None:
        return None if self.overall is None or self.before is None else self.overall.mean - self.before


@dataclass(frozen=True, slots=True)
class Check:
    """A whole round: its results in the order of the form, how many people answered, the comments that can be shown."""

    results: tuple[Result, ...]
    people: int
    comments: tuple[tuple[int, str], ...]
    hidden: tuple[str, ...]
    """Groups of which too few people answered for anything to be shown."""

    @property
    def sections(self) -> dict[str, tuple[Result, ...]]:
        found: dict[str, tuple[Result, ...]] = {}
        for result in self.results:
            found[result.statement.section] = (*found.get(result.statement.section, ()), result)
        return found


def statements_of(form: Document) -> tuple[Statement, ...]:
    """The statements of a form that was made as a document: the rows that begin with a number, by sections."""
    return tuple(
        Statement(int(words[0]), plain_text(section.title), words[1])
        for section in form.sections
        for block in section.blocks
        if isinstance(block, Table)
        for row in block.rows
        if (words := [plain_text(cell.paragraphs[0].inlines) for cell in row.cells])[0].isdigit()
    )


def score_check(
    responses: Collection[Response], statements: Iterable[Statement], before: Collection[Response] = ()
) -> Check:
    """The round of these responses. Statements that nobody was asked are left out; `before` is the previous round."""
    asked = {response.statement for response in responses}
    results = tuple(result(each, responses, before) for each in statements if each.number in asked)
    people = {response.respondent: response.group for response in responses}
    sizes = {group: [*people.values()].count(group) for group in dict.fromkeys(people.values())}
    comments = tuple(
        (response.statement, response.comment)
        for response in sorted(responses, key=lambda each: (each.statement, each.comment))
        if response.comment and sizes[response.group] >= FEWEST
    )
    hidden = tuple(group for group, size in sizes.items() if size < FEWEST)
    return Check(results, len(people), comments, hidden)


def result(statement: Statement, responses: Collection[Response], before: Collection[Response]) -> Result:
    here = [each for each in responses if each.statement == statement.number]
    earlier = score(each.score for each in before if each.statement == statement.number)
    by_group: dict[str, list[int]] = {}
    for each in here:
        by_group.setdefault(each.group, [])
        if each.score is not None:
            by_group[each.group].append(each.score)
    counts = {group: len(scores) for group, scores in by_group.items()}
    overall = score(each.score for each in here)
    groups = {group: made for group in shown_groups(counts) if (made := score(by_group[group]))}
    unknown = sum(each.score is None for each in here) if len(here) >= FEWEST else 0
    return Result(statement, overall, groups, unknown, earlier.mean if earlier else None)


def shown_groups(counts: Mapping[str, int]) -> tuple[str, ...]:
    """The groups of which answers can be shown beside the answers of all. One with fewer than three is hidden; where
    all that is hidden comes from fewer than three people, it could be worked out from the total and what is shown, so
    the smallest of the others is hidden too.
    """
    shown = [group for group, count in counts.items() if count >= FEWEST]
    hidden = sum(count for count in counts.values() if count < FEWEST)
    while shown and 0 < hidden < FEWEST:
        smallest = min(shown, key=lambda group: counts[group])
        shown.remove(smallest)
        hidden += counts[smallest]
    return tuple(shown)


def score(answers: Iterable[int | None]) -> Score | None:
    found = [answer for answer in answers if answer is not None]
    if len(found) < FEWEST:
        return None
    return Score(Fraction(sum(found), len(found)), max(found) - min(found), len(found))


def mean_of(scores: Iterable[Score | None]) -> Fraction | None:
    """The mean of the means that can be shown, so that none that is hidden can be worked out from it."""
    means = [each.mean for each in scores if each]
    return sum(means, Fraction(0)) / len(means) if means else None


def strengths(check: Check, count: int = 3) -> tuple[Result, ...]:
    """The statements with the highest means; of equal ones those with the smaller spread."""
    known = [each for each in check.results if each.overall]
    return tuple(sorted(known, key=lambda each: (-each.overall.mean, each.overall.spread))[:count])  # type: ignore[union-attr]


def differences(check: Check, count: int = 3) -> tuple[Result, ...]:
    """The statements about which people, and then groups, differ most."""
    known = [each for each in check.results if each.overall and (each.overall.spread >= WIDE or each.gap >= 1)]
    return tuple(sorted(known, key=lambda each: (-each.overall.spread, -each.gap))[:count])  # type: ignore[union-attr]


def to_discuss(check: Check) -> tuple[Result, ...]:
    """Every result, those with a wide spread first, then by the lowest mean."""
    known = [each for each in check.results if each.overall]

    def order(each: Result) -> tuple[bool, int, Fraction]:
        assert each.overall
        wide = each.overall.spread >= WIDE
        return (not wide, -each.overall.spread if wide else 0, each.overall.mean)

    return tuple(sorted(known, key=order))


def warning_signs(check: Check) -> tuple[str, ...]:
    """What a chair would want to know before the meeting, in sentences."""
    found = []
    for each in check.results:
        number = each.statement.number
        if each.overall and each.overall.mean < 2.5:
            found.append(f"Statement {number} has a mean of {shown(each.overall.mean)}: {each.statement.text}")
        if each.change is not None and each.change <= Fraction(-1, 2):
            found.append(f"Statement {number} has fallen by {shown(-each.change)} since the last round.")
        if each.unknown and each.overall and each.unknown * 3 >= each.unknown + each.overall.count:
            found.append(f"Of those asked, {each.unknown} could not answer statement {number}.")
    return tuple(found)


def shown(value: Fraction) -> str:
    """3.4, rounded half up."""
    tenths = int(value * 10 + Fraction(1, 2)) if value >= 0 else -int(-value * 10 + Fraction(1, 2))
    return f"{'-' if tenths < 0 else ''}{abs(tenths) // 10}.{abs(tenths) % 10}"
