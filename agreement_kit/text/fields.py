"""What a field means as text for a terminal."""

from collections.abc import Iterator
from textwrap import fill

from agreement_kit.explaining import Field, How, Reading

KINDS = {
    "text": "a text, printed as it is",
    "id": "a short word by which other fields refer to the entry: a letter, then letters, digits, - or _",
    "reference": "an id from {to}",
    "code": "one of the words below",
    "date": "a date: 2027-04-01 or 1 April 2027",
    "money": "an amount: 410000 or £410,000",
    "whole": "a whole number",
    "number": "a number",
    "year": "a year",
    "truth": "true or false; yes and no are understood",
    "record": "the fields below",
    "mapping": "ids or names, each with the fields below",
}
HOWS: dict[How, str] = {
    "prints": "prints it",
    "asks": "asks for it",
    "follows": "uses what follows from it",
    "chosen": "is worded by it",
    "stands": "stands only where it says so",
}


def field_text(field: Field, width: int = 100) -> str:
    """Label, help, what may stand there, example, default, and who reads it."""
    head = f"{field.path}: {field.label}" if field.path else field.label
    parts = [
        f"{head}{' (required)' if field.is_required else ''}",
        fill(field.help, width),
        "\n".join(facts(field)),
    ]
    parts += [columns(name, rows, width) for name, rows in lists(field) if rows]
    return "\n\n".join(part for part in parts if part)


def facts(field: Field) -> Iterator[str]:
    """What may stand there, an example, what silence means."""
    if not field.path:
        return
    if field.is_derived:
        yield "It follows from other answers and is not written in the file."
        return
    kind = KINDS[field.entry].format(to=field.refers_to)
    also = [word for word, said in field.choices.items() if not said]
    kind += f", or {' or '.join(also)}" if also else ""
    if field.kind == "list":
        kind = f"a list, each entry {'with ' if field.entry == 'record' else ''}{kind}"
    yield f"Write: {kind}{'' if field.entry == 'id' else '; or tbc'}."
    if field.example:
        name = field.path.split(".")[-1]
        yield f"Example: {name}: {field.example}"
    if field.default:
        yield f"Where it is left out: {field.default}"
    if field.is_for_checks:
        yield "It is for the checks: no clause prints it."


def lists(field: Field) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    yield "Choices, with the words that are printed", [each for each in field.choices.items() if each[1]]
    yield "Fields" if field.path else "Parts", list(field.fields.items())
    yield "Read by", [(reading.clause, reading_words(reading)) for reading in field.readings]


def reading_words(reading: Reading) -> str:
    """Liability: prints it in greater-of, amount; is worded by it."""
    where = f" (part of {reading.part_of})" if reading.part_of else ""
    uses = (HOWS[how] + (f" in {', '.join(ids)}" if ids else "") for how, ids in reading.uses.items())
    return f"{reading.title}{where}: {'; '.join(uses)}"


def columns(name: str, rows: list[tuple[str, str]], width: int) -> str:
    """Two columns under a heading, the second one wrapped."""
    room = max(len(first) for first, _ in rows) + 4
    lines = (
        fill(f"  {first.ljust(room - 4)}  {said}", width, subsequent_indent=" " * room, break_on_hyphens=False)
        for first, said in rows
    )
    return "\n".join([f"{name}:", *lines])
