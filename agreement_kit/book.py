"""The book of clauses: the whole library as a Document that lawyers read and comment on in Word, without Markdown."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from agreement_kit.answers import format_date
from agreement_kit.document import (
    Alignment,
    Block,
    Cell,
    Contents,
    Document,
    Inline,
    Open,
    Paragraph,
    Row,
    Section,
    SectionKind,
    Table,
    TableKind,
    Text,
)
from agreement_kit.library import Alternative, Clause, Library
from agreement_kit.outlines import Template
from agreement_kit.rendering.spelling import BLANK, END, MARK, spelled
from agreement_kit.schemas.words import when_words

NOT_REVIEWED = "No solicitor has reviewed these clauses."
READING = (
    "This book holds every clause that the kit can put into a document, with all its alternatives. A draft holds one "
    "alternative of each clause that its answers call for.",
    "Highlighted words in square brackets are blanks: the answers fill them. What stands in angle quotes ‹if …: …› is "
    "printed only where the condition in bold holds; longer pieces stand between a line that begins with If and one "
    "that begins with End of. Names in quotes, such as “Binding effect”, are fields of the form.",
    "The paragraph numbers are those of this book, so that a comment can name them. In a draft each clause counts from "
    "its own number, and references print numbers where this book prints titles.",
)
GROUPS = {
    "A": "Front matter and standing",
    "B": "Purpose and vision",
    "C": "Principles and pledges",
    "D": "Scope",
    "E": "Governance",
    "F": "Roles",
    "G": "Resources and finance",
    "H": "Delivery",
    "I": "Measurement",
    "J": "Engagement and communications",
    "K": "People",
    "L": "Information",
    "M": "Intellectual property and publications",
    "N": "Compliance",
    "O": "Risk and liability",
    "P": "Disputes and conflicts",
    "Q": "Change and review",
    "R": "Membership",
    "S": "Term and ending",
    "T": "General provisions and signature",
}
BINDS = {"binding": "binding", "intent": "statement of intent", "mixed": "each sub-clause says whether it binds"}
FILLED = {
    "contents": "contents list",
    "page-break": "page break",
    "binding-map": "table of what binds",
    "open-items": "list of open items",
    "definitions": "definitions of the terms in use",
}
REFERENCE = re.compile(r"\[\]\(#([a-z][a-z0-9-]*)(?:\.([a-z0-9-]+))?\)")
TRAILING_NAME = re.compile(r"\s+\^([a-z][a-z0-9-]*)(?=[›\s]*$|\s+\^)")
RULE = re.compile(r"(?:[|:\-\s›]|‹\*\*.*?\*\*)+")
INDENT = 3
TO_FILL_IN = "‹room to write›"


def book(library: Library, templates: Iterable[Template], *, version: str) -> Document:
    """The book of a library, and of the parts of the documents made from it. `version` is that of the kit."""
    templates = tuple(templates)
    schedules = {entry.use for each in templates for entry in each.entries if entry.kind == "schedule"}
    parts = {key: part for each in templates for key, part in each.parts.items() if key not in library.own}
    titles = {
        key: f"schedule “{clause.title}”"
        if key in schedules
        else f"clause “{clause.title}”"
        if not part
        else clause.title
        for clauses, part in ((library.clauses, False), (parts, True))
        for key, clause in clauses.items()
    }
    shelves = [(GROUPS.get(letter, letter), each) for letter, each in by_topic(library.clauses.values())]
    shown: set[str] = set()
    for each in templates:
        shelves.append((f"Parts of the document “{each.title}”", [p for p in each.parts.values() if p.id not in shown]))
        shown.update(each.parts)
    sections = [cover(version), Section("contents", "front", (Text("Contents"),), (Contents(),))]
    for at, (title, clauses) in enumerate(shelves):
        sections.append(Section(f"group-{at}", "part", (Text(title),)))
        sections += [clause_section(each, library.origin(each.id), titles, schedules) for each in clauses]
    header = (Paragraph((Text(f"Clause library, version {version}\t{NOT_REVIEWED}"),)),)
    return Document("Clause library", tuple(sections), header=header, version=version)


def by_topic(clauses: Iterable[Clause]) -> Iterator[tuple[str, list[Clause]]]:
    """The clauses of each group of topics, in the order of the topics."""
    ordered = sorted(clauses, key=lambda each: (each.topic, each.id))
    for letter, group in groupby(ordered, key=lambda each: each.topic[:1]):
        yield letter, list(group)


def cover(version: str) -> Section:
    blocks = [
        Paragraph((Text("Clause library"),), style="title"),
        Paragraph((Text("for collaboration agreements under the law of England and Wales"),), style="subtitle"),
        Paragraph((Text(f"Version {version} of the kit"),), style="cover"),
        Paragraph(
            (Text(f"{NOT_REVIEWED} Each of them needs a solicitor before it is used.", bold=True),), style="cover"
        ),
        *(Paragraph((Text(words),), style="cover") for words in READING),
    ]
    return Section("cover", "cover", (Text("Cover"),), tuple(blocks))


def clause_section(clause: Clause, origin: str, titles: Mapping[str, str], schedules: set[str]) -> Section:
    """One clause with all its alternatives. A schedule counts as a schedule does, four levels deep."""
    kind: SectionKind = "schedule" if clause.id in schedules else "clause"
    blocks: list[Block] = [facts("About this clause", notes(clause, origin), f"About {clause.id}")]
    for at, alternative in enumerate(clause.alternatives, 1):
        of = f"Alternative {at} of {len(clause.alternatives)}: " if len(clause.alternatives) > 1 else "Wording: "
        blocks.append(Paragraph((Text(f"{of}{alternative.id} ({alternative.position})"),), style="heading"))
        blocks.append(facts("About this wording", terms_of_use(clause, alternative, titles), f"About {alternative.id}"))
        blocks += wording_blocks(spelled(alternative.wording, clause.file, alternative.line, titles), titles)
    return Section(f"book-{clause.id}", kind, (Text(clause.title),), tuple(blocks))


Fact = tuple[str, tuple[Inline, ...]]
"""What is said of a clause or a wording: its name, and the words."""


def notes(clause: Clause, origin: str) -> Iterator[Fact]:
    """What is to be known of a clause before one reads it."""
    stands = f"{clause.id}; topic {clause.topic}; {', '.join(clause.tiers)}; {BINDS[clause.binds]}"
    yield fact("Clause", stands if origin == "kit" else f"{stands}; from {origin}")
    yield fact("Version", "; ".join(f"{key}: {why.rstrip('.')}" for key, why in reversed([*clause.changes.items()])))
    yield fact("Law", "; ".join(clause.law) or "None relied on")
    yield fact(
        "Law checked on", f"{format_date(clause.law_checked_on)}, to be checked by {format_date(clause.review_by)}"
    )
    yield fact("Approved by", clause.approved_by)
    yield fact("Guidance for the form", clause.guidance)
    yield fact("Drafting note", clause.drafting_note)


def terms_of_use(clause: Clause, alternative: Alternative, titles: Mapping[str, str]) -> Iterator[Fact]:
    when = when_words(alternative.when)
    remains = "Always" if len(clause.alternatives) == 1 else "Where no other alternative is"
    yield fact("When to use", alternative.use)
    yield fact("Chosen by the answers", f"Where {when}" if when else remains)
    yield fact("Approver", alternative.approver)
    if alternative.binds:
        yield fact("Binds", BINDS[alternative.binds])
    for definition in alternative.defines:
        plural = f" (plural “{definition.plural}”)" if definition.plural else ""
        meaning = spelled(definition.meaning, clause.file, definition.line, titles)
        yield "Defines", inlines(f"“{definition.term}”{plural}: {meaning}", titles)


def fact(name: str, words: str) -> Fact:
    return name, (Text(words),)


def facts(title: str, stated: Iterable[Fact], caption: str) -> Table:
    """Facts in a table, which sets them apart from the wording."""
    rows = [(title, (Text("Details"),)), *stated]
    cells = (Row((Cell((Paragraph((Text(name),)),)), Cell((Paragraph(words),)))) for name, words in rows)
    return Table(tuple(cells), ("left", "left"), caption)


# spelled wording → blocks


def wording_blocks(text: str, titles: Mapping[str, str]) -> Iterator[Block]:
    """The blocks of a spelled wording. The clause format puts each paragraph on a line of its own, so lines do."""
    fence, held = "", list[str]()
    for line in text.split("\n"):
        words = line.strip()
        level = (len(line) - len(line.lstrip(" "))) // INDENT
        if words.startswith("```") and not fence:
            fence, held = words[3:].strip() or "text", []
        elif words == "```":
            yield from fenced(fence, held, titles)
            fence = ""
        elif fence and words:
            held.append(words)
        elif words.startswith(MARK):
            stop = "" if words.endswith((":", "…")) else "."
            yield Paragraph((Text(words[1:] + stop, bold=True),), level=level)
        elif words.startswith("1. "):
            yield Paragraph(inlines(words[3:], titles), level=level + 1, numbered=True)
        elif words:
            yield Paragraph(inlines(words, titles), level=level)


def fenced(fence: str, lines: list[str], titles: Mapping[str, str]) -> Iterator[Block]:
    """What a block directive stands for: a table, a heading, lines of the cover, or a list that the kit fills."""
    name, _, caption = fence.partition(" ")
    if name in FILLED:
        yield Paragraph((Open(f"[The kit puts the {FILLED[name]} here]"),))
    elif name in ("table", "landscape", "signature"):
        yield table(lines, caption, titles, is_signature=name == "signature")
    else:
        for words in lines:
            is_mark = words.startswith(MARK)
            content = (Text(words[1:], bold=True),) if is_mark else inlines(words, titles)
            yield Paragraph(content, style="heading" if name == "heading" and not is_mark else "text")


def table(lines: list[str], caption: str, titles: Mapping[str, str], *, is_signature: bool) -> Table:
    """A table of the wording; a condition on several rows is a row of its own. A column may stand on a condition."""
    rule = next(line for line in lines if RULE.fullmatch(line))
    width = rule.count("|") - 1
    blank = "" if is_signature else TO_FILL_IN
    rows = []
    for line in lines:
        if line == rule:
            continue
        is_mark = line.startswith(MARK)
        cells = [line[1:]] if is_mark else re.split(r"(?<!\\)\|", line.strip().strip("|"))
        cells = [each.strip() for each in cells] + ["–" if is_mark else ""] * (width - len(cells))
        rows.append(
            Row(
                tuple(
                    Cell((Paragraph((Text(each, is_mark),) if is_mark else inlines(each or blank, titles)),))
                    for each in cells
                )
            )
        )
    left: Alignment = "left"
    kind: TableKind = "signature" if is_signature and width == 2 else "grid"
    return Table(tuple(rows), (left,) * width, caption, kind)


def inlines(words: str, titles: Mapping[str, str]) -> tuple[Inline, ...]:
    """Blanks highlighted, bold as bold, references by title, names of sub-clauses left out, binding marks in words."""
    words = TRAILING_NAME.sub(lambda mark: f" ({mark[1]})" if mark[1] in ("binding", "intent") else "", words)
    words = REFERENCE.sub(lambda match: reference_words(match, titles), words)
    words = re.sub(r"\b([Cc])lause clause ", r"\1lause ", words)
    words = re.sub(r'(^|[\s(\[‹])"', r"\1“", words).replace('"', "”").replace("'", "’").replace("\\|", "|")
    found: list[Inline] = []
    bold = False
    for piece in re.split(rf"(\*\*|{BLANK}.*?{END})", words):
        if piece == "**":
            bold = not bold
        elif piece.startswith(BLANK):
            found.append(Open(piece[1:-1].replace(BLANK, "").replace(END, ""), bold=bold))
        else:
            found.append(Text(piece.replace(BLANK, "").replace(END, ""), bold))
    return tuple(found)


def reference_words(match: re.Match[str], titles: Mapping[str, str]) -> str:
    title = titles.get(match[1], f"clause “{match[1]}”")
    return f"{title} ({match[2].replace('-', ' ')})" if match[2] else title
