"""Answers of people to a form: rows of a table → Responses, one per person and statement. A table has a row for each
answer, or, as form tools export it, a row for each person with a column for each statement.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from agreement_kit.partnership.spreadsheets import Cell, Sheet, number, plain, unknown
from agreement_kit.problems import Place, Problem, ProblemsFound, error, sort_problems, warning

RESPONDENT = ("respondent", "person", "response id", "id", "response", "name")
GROUP = ("party", "partner", "organisation", "which organisation do you work with?", "role", "who answers")
STATEMENT = ("question", "statement", "no", "no.", "number")
DONT_KNOW = ("", "don't know", "don’t know", "dont know", "dk", "n/a", "na", "-", "–", "?", "i do not know")
LOWEST, HIGHEST = 1, 5


@dataclass(frozen=True, slots=True)
class Response:
    """What one person answered to one statement; None for "don't know". `group` is the id of a partner, or, of a
    leader's reflection, "self" or "other".
    """

    respondent: str
    group: str
    statement: int
    score: int | None
    comment: str = ""


def read_responses(
    sheet: Sheet, groups: Mapping[str, str], statements: Collection[int]
) -> tuple[tuple[Response, ...], tuple[Problem, ...]]:
    """The answers that can be used, and a warning for each row or cell that is left out. Raises ProblemsFound where a
    column is missing. `groups` maps what people may write, in lower case, to the id of the group.
    """
    found: dict[tuple[str, int], Response] = {}
    problems = list(sheet.problems)
    cells = long_rows(sheet) if sheet.column(*STATEMENT) is not None else wide_rows(sheet)
    for respondent, group, statement, score, comment in cells:
        response = checked(respondent, group, statement, score, comment, groups, statements)
        if isinstance(response, Problem):
            problems.append(response)
        elif (key := (response.respondent, response.statement)) in found:
            sentence = f'"{response.respondent}" answered statement {response.statement} before; this one is left out'
            problems.append(warning(score.place, "RESP-05", sentence))
        else:
            found[key] = response
    moved = [each for each in found.values() if each.group != home_of(each.respondent, found)]
    for each in moved:
        del found[each.respondent, each.statement]
    if moved:
        names = ", ".join(sorted({each.respondent for each in moved}))
        sentence = f"these people answer for more than one group ({names}); what stands under the second is left out"
        problems.append(warning(Place(sheet.name), "RESP-06", sentence))
    return tuple(found.values()), sort_problems(problems)


def home_of(respondent: str, found: dict[tuple[str, int], Response]) -> str:
    """The group under which a person answered first."""
    return next(each.group for each in found.values() if each.respondent == respondent)


Row = tuple[Cell, Cell, Cell, Cell, Cell]
"""Respondent, group, statement, score, comment."""


def long_rows(sheet: Sheet) -> Iterator[Row]:
    respondent, group = sheet.needed(*RESPONDENT), sheet.needed(*GROUP)
    statement, score = sheet.needed(*STATEMENT), sheet.needed("score", "answer", "score, 1 to 5")
    comment = sheet.column("comment", "comments")
    for row in sheet.rows:
        said = Cell("", row[score].place) if comment is None else row[comment]
        yield row[respondent], row[group], row[statement], row[score], said


def wide_rows(sheet: Sheet) -> Iterator[Row]:
    """A column belongs to the statement whose number its name begins with: 7, q7, Q7., "7 We keep our pledges."."""
    group, respondent = sheet.needed(*GROUP), sheet.column(*RESPONDENT)
    scores: dict[int, int] = {}
    comments: dict[int, int] = {}
    for at, head in enumerate(sheet.heads):
        if match := re.match(r"(comments?(?: on)? ?)?(?:q|question|statement)? ?(\d{1,3})\b", plain(head.text)):
            (comments if match[1] or "comment" in plain(head.text) else scores).setdefault(int(match[2]), at)
    if not scores:
        sentence = "no column is named after a statement"
        hint = "Name one column `question`, or a column for each statement: q1, q2 and so on."
        raise ProblemsFound([error(Place(sheet.name, 1, 1), "CSV-01", sentence, hint)])
    for line, row in enumerate(sheet.rows, 2):
        who = Cell(f"row {line}", row[0].place) if respondent is None else row[respondent]
        for statement, at in scores.items():
            said = row[comments[statement]] if statement in comments else Cell("", row[at].place)
            yield who, row[group], Cell(str(statement), sheet.heads[at].place), row[at], said


def checked(
    respondent: Cell,
    group: Cell,
    statement: Cell,
    score: Cell,
    comment: Cell,
    groups: Mapping[str, str],
    statements: Collection[int],
) -> Response | Problem:
    if not respondent.text:
        return warning(respondent.place, "RESP-01", "nobody is named as having answered; the row is left out")
    if plain(group.text) not in groups:
        return unknown(group, "RESP-02", "partner", dict.fromkeys(groups.values()))
    asked = number(statement.text.lower().removeprefix("q"))
    if asked is None or asked not in statements:
        sentence = f'"{statement.text}" is no statement ({min(statements)} to {max(statements)}); the row is left out'
        return warning(statement.place, "RESP-03", sentence)
    value = None if score.text.lower() in DONT_KNOW else number(score.text)
    if score.text.lower() not in DONT_KNOW and (value is None or value not in range(LOWEST, HIGHEST + 1)):
        sentence = f'"{score.text}" is no score from {LOWEST} to {HIGHEST}; the answer is left out'
        return warning(score.place, "RESP-04", sentence, 'Leave the cell empty for "don\'t know".')
    answered = None if value is None else int(value)
    return Response(respondent.text, groups[plain(group.text)], int(asked), answered, comment.text)
