"""Every dated duty of an agreement, in the order of its day, with who answers for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from agreement_kit.answers import Answers, Day, Record, Whole, Words, find, records
from agreement_kit.document import Answer, Block, Cell, Inline, Paragraph, Row, Table, Text
from agreement_kit.overviews import cell, header_row
from agreement_kit.problems import Path

MONTHS_BETWEEN = {"monthly": 1, "every_two_months": 2, "quarterly": 3, "six_monthly": 6, "annual": 12}
MOST_ROUNDS = 60


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that falls due. `what` and `who` are printed as they stand; `paths` are the answers that decided it."""

    on: date
    what: str
    who: str = ""
    paths: tuple[Path, ...] = ()


def duties(answers: Answers) -> tuple[Duty, ...]:
    """Every dated duty, by day; those of one day in the order of the input."""
    found = [*of_the_term(answers), *of_the_plan(answers), *of_the_measures(answers), *of_reviews(answers)]
    found += [*of_the_data(answers), *single(answers, ("exit", "plan_due"), "The exit plan is agreed")]
    return tuple(sorted(found, key=lambda each: each.on))


def words(record: Record, name: str) -> str:
    return getattr(record.fields.get(name), "printed", "")


def single(answers: Answers, path: tuple[str, ...], what: str, who: str = "") -> Iterator[Duty]:
    value = find(answers.root, path)
    if isinstance(value, Day):
        yield Duty(value, what, who, value.paths)


def each_of(answers: Answers, path: tuple[str, ...], field: str, what: str, owner: str) -> Iterator[Duty]:
    """A duty for each record of a list that has a day in `field`; `what` may name its other fields in braces."""
    for record in records(find(answers.root, path)):
        value = record.fields.get(field)
        if isinstance(value, Day):
            named = {name: getattr(entry, "printed", "") for name, entry in record.fields.items()}
            yield Duty(
                value, what.format(**{"title": "", "text": "", "name": "", **named}), words(record, owner), value.paths
            )


def of_the_term(answers: Answers) -> Iterator[Duty]:
    yield from single(answers, ("agreement", "deadline"), "The agreement is signed", "each Party")
    yield from single(answers, ("term", "start"), "The agreement begins")
    end = find(answers.root, ("term", "end"))
    if not isinstance(end, Day):
        return
    for extension in records(find(answers.root, ("term", "extensions"))):
        months = extension.fields.get("notice_months")
        if isinstance(months, Whole):
            yield Duty(
                moved(end, -int(months)), "Last day to ask for an extension", "each Party", (*end.paths, *months.paths)
            )
    yield Duty(end, "The agreement ends, unless it is extended", "", end.paths)


def of_the_plan(answers: Answers) -> Iterator[Duty]:
    yield from each_of(answers, ("plan", "phases"), "start", "The phase begins: {name}", "owner")
    yield from each_of(answers, ("plan", "milestones"), "due", "Milestone {id}: {title}", "owner")
    yield from each_of(answers, ("objectives",), "due", "Objective {id}: {text}", "lead")


def of_the_measures(answers: Answers) -> Iterator[Duty]:
    yield from each_of(answers, ("kpis",), "target_date", "Target of {id}: {name}", "owner")


def of_the_data(answers: Answers) -> Iterator[Duty]:
    yield from each_of(answers, ("data", "flows"), "dpia", "The impact assessment of data flow {id} is done", "from")
    yield from each_of(answers, ("data", "flows"), "review", "Data flow {id} is reviewed", "from")


def of_reviews(answers: Answers) -> Iterator[Duty]:
    """The first health check, and the later ones to the end of the term."""
    first, end = find(answers.root, ("review", "first")), find(answers.root, ("term", "end"))
    frequency, owner = find(answers.root, ("review", "frequency")), find(answers.root, ("review", "owner"))
    who = owner.printed if isinstance(owner, Words) else ""
    if not isinstance(first, Day):
        return
    yield Duty(first, "Health check of the partnership", who, first.paths)
    months = MONTHS_BETWEEN.get(str(frequency)) if isinstance(frequency, Words) else None
    if months and isinstance(frequency, Words) and isinstance(end, Day):
        for turn in range(1, MOST_ROUNDS):
            if (on := moved(first, months * turn)) > end:
                return
            yield Duty(on, "Health check of the partnership", who, (*first.paths, *frequency.paths))


def moved(day: date, months: int) -> date:
    """So many months later; the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


def calendar_table(answers: Answers) -> tuple[Block, ...]:
    """The duties as a table; a sentence where nothing has a day yet."""
    found = duties(answers)
    if not found:
        return (Paragraph((Text("Nothing in the agreement has a day yet."),)),)
    rows = [Row((dated(each), told(each), cell(Text(capital(each.who) or "–")))) for each in found]
    return (
        Table((header_row("Day", "What", "Who"), *rows), ("left",) * 3, "Every dated duty, in the order of its day"),
    )


def dated(duty: Duty) -> Cell:
    from agreement_kit.answers import format_date

    return cell(Answer(format_date(duty.on), duty.paths))


def told(duty: Duty) -> Cell:
    inline: Inline = Answer(duty.what, duty.paths)
    return cell(inline)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
