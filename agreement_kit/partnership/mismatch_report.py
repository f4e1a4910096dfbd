"""The mismatch report as a document: common ground first, visions side by side, then what stands in the way."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from agreement_kit.answers import Answers
from agreement_kit.document import Block, Document, Paragraph, Text
from agreement_kit.partnership.mismatch import Comparison, speaker_words
from agreement_kit.partnership.reports import grid, items, paragraph, report, section
from agreement_kit.rendering.filters import capital

SIDE_BY_SIDE = (
    ("vision", "Vision"),
    ("problem", "Problem"),
    ("only_together", "Why only together"),
    ("stop_if", "What would make us stop"),
)
TITLES = {
    ("blocker", "partners"): "What must be settled before anybody signs",
    ("discuss", "partners"): "What to talk about",
    ("blocker", "perspectives"): "Inside one partner: what must be settled",
    ("discuss", "perspectives"): "Inside one partner: the view of others",
}


def mismatch_report(
    comparison: Comparison, record: Mapping[str, Any], names: Mapping[str, str], answers: Answers | None
) -> Document:
    """`record` is what `report_record` gave: it holds owners, statuses and what was settled."""
    sections = [
        section("agreed", "Where you agree already", *agreed_blocks(comparison)),
        section("side-by-side", "Side by side", *side_by_side(comparison, names)),
    ]
    for at, ((severity, between), title) in enumerate(TITLES.items()):
        entries = [each for each in record["mismatches"] if (each["severity"], each["between"]) == (severity, between)]
        if entries or at == 0:
            sections.append(section(f"{severity}-{between}", title, *entry_blocks(entries)))
    settled = [f"{each['topic']} (settled by round {each['round']})" for each in record["settled"]]
    if settled:
        sections.append(section("settled", "What is settled since", *items(settled)))
    return report("Where the partners differ", answers, None, section("round", "In short", *short(record)), *sections)


def short(record: Mapping[str, Any]) -> Iterator[Block]:
    blockers = sum(each["severity"] == "blocker" and each["status"] == "open" for each in record["mismatches"])
    others = len(record["mismatches"]) - blockers
    yield paragraph(
        f"Round {record['round']}. You agree on {counted(len(record['agreed']), 'thing')}. "
        f"{capital(counted(blockers, 'open blocker'))} and {counted(others, 'other difference')} are left, and "
        f"{counted(len(record['settled']), 'thing')} settled since the first round."
    )
    yield paragraph(
        "A difference is no fault. Each stands here with everybody's own words and a way to deliver on both."
    )


def counted(count: int, noun: str) -> str:
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def agreed_blocks(comparison: Comparison) -> Iterator[Block]:
    if comparison.agreed:
        rows = [(each.topic, each.words) for each in comparison.agreed]
        yield grid("What at least two of you say alike", ("About", "What you say"), rows)
    else:
        yield paragraph("Nothing yet is said by two of you alike. That is a place to begin, too.")


def side_by_side(comparison: Comparison, names: Mapping[str, str]) -> Iterator[Block]:
    for field, title in SIDE_BY_SIDE:
        rows = []
        for intake in comparison.intakes:
            words = intake.at("purpose", field)
            if isinstance(words, str):
                speaker = speaker_words(intake.party, intake.perspective, names)
                rows.append((speaker, words))
        if rows:
            yield Paragraph((Text(title),), style="heading")
            yield grid(f"{title}, in the words of each", ("Who", "In their own words"), rows)


def entry_blocks(entries: Sequence[Mapping[str, Any]]) -> Iterator[Block]:
    if not entries:
        yield paragraph("Nothing stands in the way.")
    for each in entries:
        yield Paragraph((Text(each["topic"]),), style="heading")
        rows = [(said["who"], said["words"] or "Says nothing about it") for said in each["said"]]
        rows += [
            ("Why it matters", each["why"]),
            ("A bridge", each["bridge"]),
            ("Owner", each["owner"] or "Nobody yet"),
            ("Status", capital(each["status"])),
        ]
        yield grid(f"About: {each['topic']}", ("Who", "What they say"), rows)
