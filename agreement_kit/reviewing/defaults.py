"""Defaults taken: what the kit filled in because the form is silent, clause by clause."""

import re
from collections import defaultdict
from collections.abc import Iterator

from agreement_kit.answers import Record, Value, find, leaves
from agreement_kit.document import Answer, Paragraph, Text, inlines_of, paragraphs, plain_text
from agreement_kit.problems import Path
from agreement_kit.rendering import reads_of
from agreement_kit.reviewing.pieces import (
    EVERYWHERE,
    Point,
    Review,
    counted,
    grid,
    is_default,
    label_of,
    name_of,
    names_of,
    paragraph,
    steps_of,
    value_inlines,
)
from agreement_kit.schemas import rules_of
from agreement_kit.tracing import deciding_steps

WHOLE = ""
"""Stands for the draft as a whole where a clause is named."""


def defaults_taken(review: Review) -> Point:
    """Only what the draft prints, or what decided a wording of it."""
    by_clause: dict[str, dict[Paragraph, None]] = defaultdict(dict)
    for path, value, homes, is_printed in used_defaults(review):
        home = WHOLE if len(homes) > EVERYWHERE else homes[0]
        by_clause[home][default_line(review, path, value, homes, is_printed=is_printed)] = None
    for home, line in worded_defaults(review):
        by_clause[home][line] = None
    title = "Defaults taken"
    if not by_clause:
        return Point("defaults", title, "None: the form answers all that was asked")
    order = [WHOLE, *(section.id for section in review.draft.sections)]
    rows = [
        (name_of(review, key) if key else "The whole draft", [*by_clause[key]]) for key in order if key in by_clause
    ]
    count = sum(map(len, by_clause.values()))
    blocks = (
        paragraph(
            "The form is silent here, and the kit took what is usual. Confirm with the parties that they want it so; "
            "an answer in the form takes its place."
        ),
        grid("What the kit assumed where the form is silent", ("Where", "What was assumed"), rows),
    )
    return Point("defaults", title, f"{counted(count, 'default')} to confirm", blocks)


def default_line(review: Review, path: Path, value: Value, homes: tuple[str, ...], *, is_printed: bool) -> Paragraph:
    """“Meetings: Working days for papers” is 5; also clause 7."""
    decides = "" if is_printed else ", which decides the wording"
    also = names_of(review, homes[1:]) if len(homes) <= EVERYWHERE else counted(len(homes), "clause")
    more = f"; also {also}" if 1 < len(homes) <= EVERYWHERE else f" of {also}" if len(homes) > EVERYWHERE else ""
    return paragraph((Text(f"{label_of(steps_of(path))} is "), *value_inlines(value), Text(decides + more)))


def used_defaults(review: Review) -> Iterator[tuple[Path, Value, tuple[str, ...], bool]]:
    """Each default with the sections that print it, or else those whose wording it decided."""
    printed, decided = printed_in(review), decided_in(review)
    for path, value in leaves(review.answers.root):
        if path in review.answers.given or isinstance(value, Record) or not is_default(path):
            continue
        homes = printed.get(path) or decided.get(steps_of(path))
        if homes:
            yield path, value, tuple(dict.fromkeys(homes)), path in printed


def printed_in(review: Review) -> dict[Path, list[str]]:
    """Path → the sections that print the answer there."""
    found: dict[Path, list[str]] = defaultdict(list)
    for section, inline in inlines_of(review.draft):
        for path in inline.paths if isinstance(inline, Answer) else ():
            found[path].append(section.id)
    return found


def decided_in(review: Review) -> dict[tuple[str, ...], list[str]]:
    """Field → the sections whose place or wording turns on it."""
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for pick in review.standing:
        assert pick.clause
        entries = (entry for entry in review.template.entries if entry.use == pick.clause.id)
        for steps in sorted(deciding_steps((pick,), entries)):
            found[steps].append(pick.clause.id)
    return found


def worded_defaults(review: Review) -> Iterator[tuple[str, Paragraph]]:
    """What a wording itself says where the form gives no answer, if the draft shows those words."""
    for pick in review.standing:
        assert pick.clause
        assert pick.alternative
        for read in reads_of(pick.alternative.wording, pick.clause.file, pick.alternative.line):
            if len(read.otherwise) > 1 or read.otherwise.isalnum():
                words = f"{label_of(read.steps)} is not given, and the wording says “{read.otherwise}”"
                if is_silent(review, read.steps) and is_shown(review, pick.clause.id, read.otherwise):
                    yield pick.clause.id, paragraph(words)


def is_silent(review: Review, steps: tuple[str, ...]) -> bool:
    """Whether a field that stands once in the form has no answer there."""
    above = (rules_of(steps[:length]) for length in range(1, len(steps) + 1))
    is_once = all(rules and rules["meta"]["kind"] != "list" for rules in above)
    return is_once and find(review.answers.root, steps) is None


def is_shown(review: Review, section_id: str, words: str) -> bool:
    blocks = (block for section in review.draft.sections if section.id == section_id for block in section.blocks)
    shown = (plain_text(each.inlines) for each in paragraphs(blocks))
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
    return any(map(pattern.search, shown))
