"""Where the draft is not the kit's: wordings chosen by name, clauses left out, added or replaced; rules silenced."""

from collections.abc import Iterator, Mapping

from agreement_kit.document import Block
from agreement_kit.library import Clause
from agreement_kit.overrides import Override, read_overrides
from agreement_kit.reviewing.pieces import Point, Review, counted, grid, line_of, listed, name_of, names_of, paragraph

DONE = {"choose": "Chosen by name", "omit": "Left out", "add": "Added"}


def departures(review: Review) -> Point:
    """What was overridden, with the reasons, and the clauses from own libraries."""
    overrides = read_overrides(review.answers)
    own = [clause for clause in review.clauses if clause.id in review.library.own]
    title = "Departures from the kit"
    if not overrides and not own:
        return Point("departures", title, "None: the kit's clauses, chosen by the answers")
    blocks: list[Block] = []
    if overrides:
        rows = [(DONE[each.kind], what_words(review, each), each.reason) for each in overrides]
        blocks.append(grid("Departures that the form asks for by name", ("Departure", "Clause", "Reason given"), rows))
    if own:
        own_rows = [
            (
                name_of(review, each.id),
                review.library.origin(each.id),
                [paragraph(said) for said in differences(review, each)],
            )
            for each in own
        ]
        heads = ("Clause", "Where it comes from", "How it differs from the kit's")
        blocks.append(grid("Clauses from libraries of your own", heads, own_rows))
    counts = [counted(len(overrides), "departure") + " by name"] * bool(overrides)
    counts += [counted(len(own), "clause") + " from own libraries"] * bool(own)
    return Point("departures", title, ", ".join(counts), tuple(blocks))


def what_words(review: Review, override: Override) -> str:
    """12 Liability: no-cap (line 940)."""
    known = review.library.clauses.get(override.clause) or review.template.parts.get(override.clause)
    there = override.clause in review.labels.sections
    name = name_of(review, override.clause) if there or not known else known.title
    if override.named:
        name += f", after {name_of(review, override.named)}" if override.kind == "add" else f": {override.named}"
    return f"{name} ({line_of(review, override.path)})"


def differences(review: Review, clause: Clause) -> Iterator[str]:
    """What an organisation changed in a clause that the kit has too, wording by wording."""
    kits = review.kit.get(clause.id) or review.template.parts.get(clause.id)
    if kits is None:
        yield "The kit has no such clause: read it as a whole"
        return
    yield from wording_differences(
        {each.id: each.wording.strip() for each in clause.alternatives},
        {each.id: each.wording.strip() for each in kits.alternatives},
    )
    if {each.id: each.when for each in clause.alternatives} != {each.id: each.when for each in kits.alternatives}:
        yield "Its wordings are chosen under other conditions"
    if clause.law != kits.law:
        yield "It names other law"


def wording_differences(own: Mapping[str, str], kits: Mapping[str, str]) -> Iterator[str]:
    changed = [key for key in own if key in kits and own[key] != kits[key]]
    groups = {
        "Other text": changed,
        "New": [key for key in own if key not in kits],
        "Missing": [key for key in kits if key not in own],
    }
    said = [f"{what}: {listed(keys)}" for what, keys in groups.items() if keys]
    yield from said or ["The text of its wordings is the kit's"]


def silences(review: Review) -> Point:
    """The rules over clauses that the chosen clauses switch off for themselves."""
    by_reason: dict[tuple[str, str], list[str]] = {}
    for clause in review.clauses:
        for rule_id, reason in clause.silence.items():
            by_reason.setdefault((rule_id, reason), []).append(clause.id)
    title = "Rules silenced in clauses"
    if not by_reason:
        return Point("silences", title, "None silenced")
    rows = [(rule_id, names_of(review, ids), reason) for (rule_id, reason), ids in sorted(by_reason.items())]
    table = grid("Rules that chosen clauses silence for themselves", ("Rule", "Where", "Reason"), rows)
    silenced = sum(len(ids) for ids in by_reason.values())
    return Point("silences", title, f"{counted(silenced, 'silence')} with a reason", (table,))
