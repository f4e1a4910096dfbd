"""The comparers: each looks at one kind of answer and says where intakes differ, why that matters, and what would
bridge it. A value that only one of them gives is no difference.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from agreement_kit.checks.likeness import is_near, is_same, stems
from agreement_kit.partnership.intakes import Intake, said_words
from agreement_kit.partnership.mismatch import Agreed, Comparer, Found, Mismatch, Names, Severity, said, silent
from agreement_kit.problems import Path
from agreement_kit.schemas.agreement import AGREEMENT
from agreement_kit.schemas.fields import Rules

BLOCKERS = ("agreement.binding", "agreement.governing_law", "governance.decision_rule")
SIDE_BY_SIDE = ("purpose.vision", "purpose.problem", "purpose.only_together", "purpose.stop_if")
"""What is always shown side by side, and never judged."""

OWN = ("document", "parties", "clauses", "checks", "background", "existing_agreements")
"""Sections of which each partner knows its own part alone."""

TOLERANCE = Decimal("0.1")
WHY = {
    "money": "Money that one promises and the other does not expect, or the other way round, ends partnerships.",
    "code": "The whole document turns on this choice; it cannot say both.",
    "date": "Dates decide what can be promised, and to whom.",
    "number": "The figure is a promise to somebody.",
    "text": "The two answers lead to different work.",
    "truth": "It is either so or not.",
}


def scalars(group: Sequence[Intake], names: Names) -> Iterator[Found]:
    """Single values: equal, near enough, or apart."""
    for path, rules in single_fields(AGREEMENT, ()):
        name = ".".join(path)
        if path[0] in OWN or name in SIDE_BY_SIDE or path == ("term", "end"):
            continue
        given = [(each, value) for each in group if (value := each.at(*path)) is not None]
        if len(given) > 1:
            yield one_value(name, path, rules, given)


def single_fields(fields: Mapping[str, Rules], above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Rules]]:
    """Every field that stands in no list."""
    for name, rules in fields.items():
        if rules["meta"]["kind"] == "record":
            yield from single_fields(rules["schema"], (*above, name))
        elif rules["meta"]["kind"] not in ("list", "mapping"):
            yield (*above, name), rules


def one_value(name: str, path: tuple[str, ...], rules: Rules, given: list[tuple[Intake, Any]]) -> Found:
    meta = rules["meta"]
    kind, label = meta["kind"], meta["label"]
    values = [value for _, value in given]
    words = [shown(value, rules) for value in values]
    if agree(values, kind):
        return Agreed(label, words[0])
    severity: Severity = "blocker" if kind == "money" or name in BLOCKERS else "discuss"
    spoken = tuple(said(each, text, path) for (each, _), text in zip(given, words, strict=True))
    why = WHY.get("number" if kind in ("whole", "number", "year") else kind, WHY["text"])
    return Mismatch(name, label, spoken, why, value_bridge(kind, values, words), severity)


def shown(value: Any, rules: Rules) -> str:
    meta = rules["meta"]
    return str(meta["codes"].get(value, value)) if "codes" in meta else said_words(value, meta["kind"])


def agree(values: Sequence[Any], kind: str) -> bool:
    first = values[0]
    if kind in ("whole", "number"):
        return all(abs(value - first) <= TOLERANCE * abs(first) for value in values)
    if kind == "text":
        return all(is_same(value, first) or is_near(stems(value), stems(first)) for value in values)
    return all(value == first for value in values)


def value_bridge(kind: str, values: Sequence[Any], words: Sequence[str]) -> str:
    if kind == "money":
        low, high = said_words(min(values), "money"), said_words(max(values), "money")
        return (
            f"We can deliver both by promising {low} now, and naming the day on which the Governing Body decides about "
            f"the rest up to {high}."
        )
    if kind == "date":
        return f"We can deliver both by taking {said_words(min(values))} for what must be early, and a review then."
    if kind in ("whole", "number", "year"):
        low, high = said_words(min(values)), said_words(max(values))
        return f"We can deliver both by starting with {low} and looking at {high} at the first review."
    if kind == "code":
        return (
            f"We can deliver both by choosing {words[0]} for the parts that need it, and saying which parts those are."
        )
    return "We can deliver both by writing one sentence together that holds what each of us needs."


def length_of_term(group: Sequence[Intake], names: Names) -> Iterator[Found]:
    """The end of the term, by how long the term is: a tenth more or less is near enough."""
    given = [
        (each, each.at("term", "end"), each.at("term", "start"))
        for each in group
        if isinstance(each.at("term", "end"), date)
    ]
    if len(given) < 2:
        return
    ends = [end for _, end, _ in given]
    starts = [start for _, _, start in given if isinstance(start, date)]
    longest = (max(ends) - min(starts)).days if starts else 0
    if len(set(ends)) == 1 or (max(ends) - min(ends)).days * 10 <= longest:
        yield Agreed("End of the term", said_words(ends[0]))
        return
    spoken = tuple(said(each, said_words(end), ("term", "end")) for each, end, _ in given)
    bridge = (
        f"We can deliver both by agreeing to {said_words(min(ends))}, with an option to extend to "
        f"{said_words(max(ends))} that is decided on what the measures show."
    )
    yield Mismatch("term.end", "End of the term", spoken, "The length decides what is worth building.", bridge)


def rankings(group: Sequence[Intake], names: Names) -> Iterator[Found]:
    """What comes first: the kinds of value, and the worries."""
    kinds = [(each, ranked_values(each)) for each in group]
    worries = [(each, [text for _, text in each.texts("challenges")]) for each in group]
    why = "Who wants different things first will judge success differently."
    bridge = (
        "We can deliver both by naming one that comes first in the first year, and asking again at the health check."
    )
    yield from first_choice("purpose.value_types", "What we want most from working together", kinds, why, bridge)
    why = "What worries one most is what that partner will watch."
    bridge = "We can deliver both by putting both worries into the risk register, each with an owner."
    yield from first_choice("challenges", "What worries us most", worries, why, bridge)


def ranked_values(intake: Intake) -> list[str]:
    from agreement_kit.schemas.agreement.codes import VALUE_TYPES

    found = [(each.get("rank"), each.get("type")) for _, each in intake.records("purpose", "value_types")]
    ranked = sorted((rank, kind) for rank, kind in found if isinstance(rank, int) and isinstance(kind, str))
    return [VALUE_TYPES.get(kind, kind) for _, kind in ranked]


def first_choice(
    key: str, topic: str, ranked: Sequence[tuple[Intake, list[str]]], why: str, bridge: str
) -> Iterator[Found]:
    given = [(each, order) for each, order in ranked if order]
    if len(given) < 2:
        return
    firsts = [stems(order[0]) for _, order in given]
    if all(each == firsts[0] or is_near(each, firsts[0]) for each in firsts):
        yield Agreed(topic, given[0][1][0])
        return
    for text in given[0][1]:
        if all(any(is_near(stems(text), stems(other)) for other in order) for _, order in given[1:]):
            yield Agreed(f"{topic}: all name it", text)
    path: Path = tuple(key.split("."))
    yield Mismatch(key, topic, tuple(said(each, "; then ".join(order), path) for each, order in given), why, bridge)


def contributions(group: Sequence[Intake], names: Names) -> Iterator[Found]:
    """What each partner is expected to put in, as each intake says it."""
    found: dict[tuple[str, str], list[tuple[Intake, Path, Mapping[str, Any]]]] = {}
    for intake in group:
        for path, entry in intake.records("resources", "contributions"):
            found.setdefault((str(entry.get("party")), str(entry.get("type"))), []).append((intake, path, entry))
    for (party, kind), entries in found.items():
        for field, unit, noun in (("amount", "money", "Money"), ("fte", "number", "Staff")):
            given = [
                (each, path, entry[field]) for each, path, entry in entries if isinstance(entry.get(field), Decimal)
            ]
            if len(given) < 2:
                continue
            values = [value for *_, value in given]
            topic = f"{noun} from {names.get(party, party)}"
            if len(set(values)) == 1:
                yield Agreed(topic, said_words(values[0], unit))
                continue
            spoken = tuple(said(each, said_words(value, unit), (*path, field)) for each, path, value in given)
            severity: Severity = "blocker" if unit == "money" else "discuss"
            bridge = value_bridge(unit, values, [])
            yield Mismatch(f"contributions.{party}.{kind}.{field}", topic, spoken, WHY[unit], bridge, severity)


def measures(group: Sequence[Intake], names: Names) -> Iterator[Found]:
    """Measures with the same id: what they are and what they aim at."""
    found: dict[str, list[tuple[Intake, Path, Mapping[str, Any]]]] = {}
    for intake in group:
        for path, entry in intake.records("kpis"):
            found.setdefault(str(entry.get("id")), []).append((intake, path, entry))
    for key, entries in found.items():
        if len(entries) < 2:
            continue
        words = [measure_words(entry) for *_, entry in entries]
        targets = [entry.get("target") for *_, entry in entries]
        called = [str(entry.get("name", "")) for *_, entry in entries]
        if len(set(targets)) == 1 and all(is_same(each, called[0]) for each in called):
            yield Agreed(f"Measure {key}", words[0])
            continue
        spoken = tuple(said(each, text, path) for (each, path, _), text in zip(entries, words, strict=True))
        why = "A target that one thinks too high and the other too low is nobody's target."
        bridge = (
            "We can deliver both by starting with the easier target, with a day on which we move to the harder one."
        )
        yield Mismatch(f"kpis.{key}", f"Measure {key}", spoken, why, bridge)


def measure_words(entry: Mapping[str, Any]) -> str:
    target = entry.get("target")
    unit = "%" if entry.get("unit") == "percent" else f" {entry.get('unit', '')}".rstrip()
    aim = f", target {said_words(target)}{unit}" if target is not None else ""
    return f"{entry.get('name', '')}{aim}"


def scope(group: Sequence[Intake], names: Names) -> Iterator[Found]:
    """What one wants the partnership to do and another to leave alone; who leads; what only one has thought of."""
    wanted = [
        (each, path, str(entry.get("text", "")), entry)
        for each in group
        for path, entry in each.records("scope", "does")
    ]
    unwanted = [
        (each, path, str(entry.get("text", ""))) for each in group for path, entry in each.records("scope", "does_not")
    ]
    for intake, path, text, _ in wanted:
        for other, where, against in unwanted:
            if other is not intake and is_near(stems(text), stems(against)):
                spoken = (said(intake, f"In: {text}", path), said(other, f"Out: {against}", where))
                why = "One thinks that the partnership does this, the other that it does not."
                bridge = "We can deliver both by deciding who does it, and naming them where the partnership says no."
                yield Mismatch(f"scope.{key_of(text)}", f"Whether we do this: {text}", spoken, why, bridge, "blocker")
    yield from leads(wanted, names)


def leads(wanted: Sequence[tuple[Intake, Path, str, Mapping[str, Any]]], names: Names) -> Iterator[Found]:
    done: set[int] = set()
    for at, (intake, path, text, entry) in enumerate(wanted):
        same = [
            other
            for number, other in enumerate(wanted)
            if number > at and other[0] is not intake and number not in done and is_near(stems(text), stems(other[2]))
        ]
        done.update(number for number, other in enumerate(wanted) if other in same)
        chosen = [(intake, path, entry), *((each, where, record) for each, where, _, record in same)]
        named = [(each, where, str(record["lead"])) for each, where, record in chosen if record.get("lead")]
        if len(named) > 1 and len({lead for *_, lead in named}) > 1:
            spoken = tuple(
                said(each, f"{text}: {names.get(lead, lead)} leads", (*where, "lead")) for each, where, lead in named
            )
            why = "Two leads are none: people will ask both, or neither."
            bridge = "We can deliver both by giving each of them one half of the work to lead, named as such."
            yield Mismatch(f"lead.{key_of(text)}", f"Who leads: {text}", spoken, why, bridge)
        elif same:
            yield Agreed("We do this", text)


def accountability(group: Sequence[Intake], names: Names) -> Iterator[Found]:
    """Activities for which different partners are said to be accountable."""
    found: list[list[tuple[Intake, Path, Mapping[str, Any]]]] = []
    for intake in group:
        for path, entry in intake.records("raci"):
            words = stems(str(entry.get("activity", "")))
            home = next((each for each in found if is_near(stems(str(each[0][2].get("activity", ""))), words)), None)
            if home is None:
                found.append([(intake, path, entry)])
            else:
                home.append((intake, path, entry))
    for entries in found:
        activity = str(entries[0][2].get("activity", ""))
        named = [(each, path, who) for each, path, entry in entries if (who := accountable(entry, names))]
        if len({who for *_, who in named}) > 1:
            spoken = tuple(said(each, f"{who} answers for it", (*path, "accountable")) for each, path, who in named)
            why = "Each activity has exactly one partner that answers for it."
            bridge = "We can deliver both by one of us answering for it, and the other doing part of it."
            yield Mismatch(f"raci.{key_of(activity)}", f"Who answers for: {activity}", spoken, why, bridge, "blocker")
        elif len(named) > 1:
            yield Agreed(f"Who answers for: {activity}", named[0][2])


def accountable(entry: Mapping[str, Any], names: Names) -> str:
    found = entry.get("accountable")
    named = found if isinstance(found, list) else [found] if found else []
    return " and ".join(names.get(str(each), str(each)) for each in named)


def promises(group: Sequence[Intake], names: Names) -> Iterator[Found]:
    """What one hopes for from another, against what that one pledges."""
    for intake in group:
        for path, entry in intake.records("expectations"):
            text, of = str(entry.get("text", "")), str(entry.get("of", "joint"))
            asked = [each for each in group if each is not intake and (of in ("joint", "all") or each.party == of)]
            if not asked:
                continue
            pledges = [pledge for each in asked for pledge in pledges_of(each)]
            if answer := next((pledge for pledge in pledges if near(text, pledge)), ""):
                yield Agreed("A hope that a pledge answers", f"Hoped for: {text} Pledged: {answer}")
                continue
            spoken = (said(intake, f"Hopes for: {text}", path), *(silent(each) for each in asked))
            why = "A hope that nobody answers becomes a disappointment that nobody understands."
            bridge = "We can deliver both by a pledge that answers it, or by saying now, kindly, that it cannot be."
            yield Mismatch(
                f"hope.{intake.party}.{key_of(text)}", f"A hope without a pledge: {text}", spoken, why, bridge
            )


def pledges_of(intake: Intake) -> Iterator[str]:
    for _, entry in intake.records("pledges"):
        yield str(entry.get("text", ""))


def near(one: str, other: str) -> bool:
    """Most of the words of the shorter text stand in the longer one."""
    words, others = stems(one), stems(other)
    return len(words & others) * 3 >= 2 * min(len(words), len(others)) > 0


def key_of(text: str) -> str:
    """A name for a text that survives small changes of its wording."""
    return "-".join(sorted(stems(text)))


COMPARERS: tuple[Comparer, ...] = (
    *(scalars, length_of_term, rankings, contributions, measures, scope, accountability, promises),
)
