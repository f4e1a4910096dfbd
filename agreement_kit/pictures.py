"""Pictures of an agreement: the plan on a line of time, the hub with its groups. Each says in words what it shows."""

from collections.abc import Callable, Iterator
from datetime import date

from agreement_kit.answers import Answers, Day, Listing, Record, Words, find, format_date, records
from agreement_kit.document import Block, Picture
from agreement_kit.drawing import ACCENT, BAND, GREY, LINE, PAPER, WIDEST, Box, Disc, Label, Shape, Stroke, wrapped

LEFT, RIGHT = 8.0, WIDEST - 8.0
BAR = 22.0
ROW = 15.0


def words(record: Record, name: str) -> str:
    """The text of a field, in square brackets where it is open; "" where it is not given."""
    return getattr(record.fields.get(name), "printed", "")


def day(record: Record, name: str) -> date | None:
    found = record.fields.get(name)
    return found if isinstance(found, Day) else None


def timeline(answers: Answers) -> tuple[Block, ...]:
    """The phases as bars and the milestones as points on a line of time; nothing where fewer than two dates are set."""
    phases = [
        (words(each, "name"), start, end)
        for each in records(find(answers.root, ("plan", "phases")))
        if (start := day(each, "start")) and (end := day(each, "end")) and start < end
    ]
    milestones = sorted(
        (due, words(each, "id"), words(each, "title"))
        for each in records(find(answers.root, ("plan", "milestones")))
        if (due := day(each, "due"))
    )
    days = [each for _, start, end in phases for each in (start, end)] + [due for due, _, _ in milestones]
    if len(set(days)) < 2:
        return ()
    first, last = min(days), max(days)
    scale = (RIGHT - LEFT) / (last - first).days

    def at(moment: date) -> float:
        return LEFT + (moment - first).days * scale

    shapes: list[Shape] = []
    y = 6.0
    for at_row, (name, start, end) in enumerate(phases):
        shapes.append(Box(at(start), y, at(end) - at(start), BAR, BAND if at_row % 2 else PAPER, ACCENT, 3))
        shapes += phase_name(name, at(start), at(end), y)
        y += BAR + 5
    axis = y + 14
    shapes += years(first, last, at, axis)
    base, lanes = axis + 16, lanes_of([at(due) for due, _, _ in milestones])
    for (due, number, _), lane in zip(milestones, lanes, strict=True):
        shapes += milestone(at(due), axis, base + lane * ROW, number)
    height = base + (max(lanes, default=-1) + 1) * ROW + 4
    told = [f"{name} from {format_date(start)} to {format_date(end)}" for name, start, end in phases]
    told += [f"{number} {title} on {format_date(due)}" for due, number, title in milestones]
    return (Picture("The plan on a line of time", f"{'; '.join(told)}.", WIDEST, round(height), tuple(shapes)),)


def phase_name(name: str, start: float, end: float, y: float) -> Iterator[Shape]:
    """The name of a phase inside its bar, or beside it where it is too long for that."""
    (line,) = wrapped(name, end - start - 10, 9, bold=True, most=1) or ("",)
    if line == name:
        yield Label(start + 6, y + 14.5, name, 9, bold=True, colour=ACCENT)
    elif end < WIDEST / 2:
        yield Label(end + 5, y + 14.5, name, 9, bold=True, colour=ACCENT)
    else:
        yield Label(start - 5, y + 14.5, name, 9, "end", bold=True, colour=ACCENT)


def years(first: date, last: date, at: Callable[[date], float], axis: float) -> Iterator[Shape]:
    """The line of time, with a stroke and a name for each January, and for both ends."""
    yield Stroke(LEFT, axis, RIGHT, axis, GREY, 1.5)
    yield Label(LEFT, axis - 5, month(first), 8, colour=GREY)
    yield Label(RIGHT, axis - 5, month(last), 8, "end", colour=GREY)
    for year in range(first.year + 1, last.year + 1):
        x = at(date(year, 1, 1))
        yield Stroke(x, axis - 4, x, axis + 4, GREY)
        if LEFT + 55 < x < RIGHT - 55:
            yield Label(x, axis - 6, str(year), 8, "middle", colour=GREY)


def month(moment: date) -> str:
    """April 2027."""
    return format_date(moment).partition(" ")[2]


def milestone(x: float, axis: float, y: float, number: str) -> Iterator[Shape]:
    yield Stroke(x, axis, x, y - 4, LINE)
    yield Disc(x, axis, 3.5)
    yield Label(x, y + 5, number, 8.5, "end" if x > RIGHT - 12 else "start" if x < LEFT + 8 else "middle", bold=True)


def lanes_of(places: list[float], room: float = 26.0) -> list[int]:
    """For each point from left to right the topmost lane in which its name touches no other."""
    ends: list[float] = []
    lanes = []
    for x in places:
        lane = next((at for at, end in enumerate(ends) if end + room <= x), len(ends))
        ends[lane : lane + 1] = [x]
        lanes.append(lane)
    return lanes


HUB, GROUP, WIDER = (8.0, 92.0), (150.0, 138.0), (338.0, 104.0)
"""Where the three columns of the map begin, and how wide they are."""


def engagement_map(answers: Answers) -> tuple[Block, ...]:
    """The hub, the groups linked to it with the people who link them, and whom these reach; nothing without groups."""
    groups = list(records(find(answers.root, ("engagement", "nodes"))))
    if not groups:
        return ()
    hub_value = find(answers.root, ("engagement", "hub"))
    hub = hub_value.printed if isinstance(hub_value, Words) else "The partnership"
    shapes: list[Shape] = []
    tops: list[float] = []
    told = [f"In the middle: {hub}"]
    y = 18.0
    for group in groups:
        name, people, reached = words(group, "name"), linking(group), reaching(group)
        box, height = group_box(name, people, reached, y)
        shapes += box
        tops.append(y + height / 2)
        told.append(f"{name}, linked by {people or 'nobody yet'}{f', reaching {reached}' if reached else ''}")
        y += height + 9
    middle = (tops[0] + tops[-1]) / 2
    links = [Stroke(sum(HUB), middle, GROUP[0], top, ACCENT, 1.2) for top in tops]
    heads = [
        Label(x + width / 2, 9, title, 8.5, "middle", colour=GREY)
        for (x, width), title in ((HUB, "Hub"), (GROUP, "Groups, and who links them"), (WIDER, "Wider networks"))
    ]
    drawn = (*links, *heads, *hub_box(hub, middle), *shapes)
    return (Picture("The hub, its groups and their networks", f"{'; '.join(told)}.", WIDEST, round(y), drawn),)


def linking(group: Record) -> str:
    return ", ".join(words(each, "person") for each in records(group.fields.get("links")))


def reaching(group: Record) -> str:
    found = group.fields.get("second_order")
    return ", ".join(getattr(each, "printed", "") for each in found) if isinstance(found, Listing) else ""


def hub_box(name: str, middle: float) -> Iterator[Shape]:
    x, width = HUB
    lines = wrapped(name, width - 14, 10, bold=True)
    height = 18 + 13 * len(lines)
    yield Box(x, middle - height / 2, width, height, ACCENT, ACCENT, 6)
    for at, line in enumerate(lines):
        yield Label(x + width / 2, middle - height / 2 + 19 + 13 * at, line, 10, "middle", bold=True, colour=PAPER)


def group_box(name: str, people: str, reached: str, y: float) -> tuple[list[Shape], float]:
    """A group, and to its right whom it reaches; and how high both are."""
    x, width = GROUP
    names = wrapped(name, width - 14, 9, bold=True, most=3)
    linked = wrapped(people or "Nobody yet", width - 14, 8, most=3)
    wider = wrapped(reached, WIDER[1] - 14, 8, most=5)
    height = max(13 + 11.5 * len(names) + 10.5 * len(linked), 14 + 10.5 * len(wider))
    shapes: list[Shape] = [Box(x, y, width, height, BAND, ACCENT, 4)]
    shapes += [Label(x + 7, y + 13 + 11.5 * at, line, 9, bold=True, colour=ACCENT) for at, line in enumerate(names)]
    below = y + 13 + 11.5 * len(names)
    shapes += [Label(x + 7, below + 10.5 * at, line, 8) for at, line in enumerate(linked)]
    if wider:
        shapes.append(Stroke(x + width, y + height / 2, WIDER[0], y + height / 2, LINE, 1.2))
        shapes.append(Box(WIDER[0], y, WIDER[1], height, PAPER, LINE, 4))
        top = y + (height - 10.5 * len(wider)) / 2 + 8
        shapes += [Label(WIDER[0] + 7, top + 10.5 * at, line, 8) for at, line in enumerate(wider)]
    return shapes, height
