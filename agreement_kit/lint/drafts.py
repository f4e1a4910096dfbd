"""Rules over drafts: what answers, chosen clauses and assembled wording say together. They matter most where a library
of your own replaces clauses of the kit's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from agreement_kit.answers import Accepted, Answers, words_at
from agreement_kit.checks.findings import needless, read_acceptances
from agreement_kit.document import Document, Paragraph, Section, Table, paragraphs, plain_text
from agreement_kit.outlines import Pick
from agreement_kit.problems import Place, Problem, sort_problems
from agreement_kit.rules import Rule


@dataclass(frozen=True)
class Draft:
    """An agreement with all that went into it."""

    answers: Answers
    picks: tuple[Pick, ...]
    document: Document

    @property
    def binds(self) -> bool:
        """Whether it is meant as a contract, as a whole or in part."""
        return words_at(self.answers, "agreement", "binding") in ("hybrid", "binding")

    @property
    def clauses(self) -> tuple[Section, ...]:
        return self.document.of_kind("clause")

    def on(self, topic: str) -> tuple[Section, ...]:
        """The clauses on a topic: "L3"."""
        ids = {pick.clause.id for pick in self.picks if pick.clause and pick.clause.topic == topic}
        return tuple(section for section in self.clauses if section.id in ids)

    @cached_property
    def pieces(self) -> dict[str, tuple[str, ...]]:
        """Section → what it says, in pieces that are read together."""
        return {section.id: tuple(pieces_of(section)) for section in self.document.sections}

    @cached_property
    def sentences(self) -> tuple[tuple[Section, str], ...]:
        """The sentences of the clauses; one that leads to a list has the list in it."""
        return tuple(
            (section, sentence)
            for section in self.clauses
            for piece in self.pieces[section.id]
            for sentence in re.split(r"(?<=[.?!])\s+(?=[A-Z])", piece)
        )

    def finds(self, pattern: re.Pattern[str], section: Section) -> bool:
        """Whether a section has words of this pattern."""
        return any(map(pattern.search, self.pieces[section.id]))

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether any clause or schedule has."""
        return any(self.finds(pattern, section) for section in self.document.of_kind("clause", "schedule"))

    def place(self, section: Section) -> Place:
        """Where the wording of a section begins in its file."""
        for pick in self.picks:
            if pick.clause and pick.alternative and pick.clause.id == section.id:
                wording = pick.alternative.wording
                before = wording[: len(wording) - len(wording.lstrip())].count("\n")
                return Place(pick.clause.file, pick.alternative.line + before, 1)
        return self.whole

    @property
    def whole(self) -> Place:
        """Where to point at for what no clause says: at what the input says of how far the document binds."""
        given = ("agreement", "binding")
        return self.answers.place(given if given in self.answers.given else ("document",))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found."""

    place: Place
    sentence: str
    hint: str = ""


DraftRule: TypeAlias = Rule[Draft, Finding]


def draft_rules() -> tuple[DraftRule, ...]:
    """Every rule over drafts, in the order of ids."""
    from agreement_kit.lint import marking, promises, safeguards

    rooms = (marking, promises, safeguards)
    return tuple(sorted((each for room in rooms for each in room.RULES), key=lambda each: each.id))


def judged(draft: Draft) -> Answers:
    """The answers with what the rules find in their draft: among the problems or, where the input accepts it with a
    reason, among what is accepted.
    """
    answers, rules = draft.answers, draft_rules()
    reasons = dict(read_acceptances(answers))
    problems, accepted = list(answers.problems), list(answers.accepted)
    for rule in rules:
        for finding in rule.find(draft):
            problem = Problem(finding.place, rule.id, rule.severity, finding.sentence, finding.hint)
            if rule.id in reasons:
                accepted.append(Accepted(problem, reasons[rule.id]))
            else:
                problems.append(problem)
    used = {each.problem.rule for each in accepted}
    problems += (needless(answers, each.id) for each in rules if each.id in reasons and each.id not in used)
    return replace(answers, problems=sort_problems(problems), accepted=tuple(dict.fromkeys(accepted)))


def named(section: Section) -> str:
    """A section by its title, for a sentence."""
    return f'"{plain_text(section.title)}"'


def pieces_of(section: Section) -> Iterator[str]:
    """A first-level entry with what stands below it, or the words of a table, at a time."""
    piece: list[str] = []
    for block in section.blocks:
        words = [plain_text(each.inlines) for each in paragraphs((block,))]
        if piece and not (isinstance(block, Paragraph) and block.level > 1):
            yield " ".join(piece)
            piece = []
        piece += words
    if piece:
        yield " ".join(piece)


def signature_blocks(draft: Draft) -> Iterator[tuple[Section, str]]:
    """Each block to sign in, as the section it stands in and all its words."""
    for section in draft.document.of_kind("signature"):
        for block in section.blocks:
            if isinstance(block, Table):
                yield section, " ".join(plain_text(each.inlines) for each in paragraphs((block,)))
