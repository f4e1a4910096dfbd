"""What the rules look at: every alternative and every meaning of the library and of the templates' parts, laid out with
the condition under which it stands and with readings that together show each of its pieces.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from agreement_kit.document import Binding, SectionKind
from agreement_kit.library import Alternative, Clause, Definition, Library
from agreement_kit.lint.logic import DENIED, Case, Formula, atoms, every, find_case, negated, settled, some, yes
from agreement_kit.lint.questions import answers_to, links, omitted, tier_formula, when_formula
from agreement_kit.lint.readings import Passage, Stretch, chosen_pieces, passages, read_under
from agreement_kit.lint.wording import Node, Piece, guarded, parse_wording
from agreement_kit.outlines import Template
from agreement_kit.problems import Place

TURNS = (3, 1)
"""How often loops are gone through: first, last but one and last; and the only one."""


@dataclass(frozen=True)
class Sheet:
    """One wording, laid out. `stands` is the condition under which a document has it; a meaning has a `definition`."""

    clause: Clause
    alternative: Alternative
    kind: SectionKind
    nodes: tuple[Node, ...]
    stands: Formula
    line: int
    source: str
    definition: Definition | None = None

    @property
    def binds(self) -> Binding:
        return self.alternative.binds or self.clause.binds

    def place(self, offset: int) -> Place:
        """Where a letter of the wording stands in its file."""
        before = self.source[:offset]
        column = 1 if self.definition else offset - (before.rfind("\n") + 1) + 1
        return Place(self.clause.file, self.line + before.count("\n"), column)

    @cached_property
    def pieces(self) -> tuple[tuple[Piece, Formula], ...]:
        """Every piece with the condition under which it stands if the wording does."""
        return tuple(guarded(self.nodes))

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """As few sets of answers as print every piece that can be printed, the first as much as it can."""
        waiting = [(piece, guard) for piece, guard in self.pieces if not piece.text.isspace()]
        asked = {atom.question for _, guard in (*waiting, (None, self.stands)) for atom in atoms(guard)}
        rules = every(self.stands, links(asked))
        alone = apart(asked)
        found = [find_case(rules, answers_to) or {}]
        waiting = self.unseen(waiting, found[0])
        while waiting:
            wanted = every(waiting[0][1], rules)
            case = find_case(every(wanted, alone), answers_to) or find_case(wanted, answers_to) or {}
            for _, guard in waiting[1:] if case else ():
                left = settled(guard, case)
                if not isinstance(left, bool):  # neither shown already nor shut out
                    case |= find_case(every(left, settled(alone, case)), answers_to) or {}
            waiting = waiting[1:]
            if case:
                found.append(case)
                waiting = self.unseen(waiting, case)
        return tuple(found)

    def unseen(self, waiting: list[tuple[Piece, Formula]], case: Case) -> list[tuple[Piece, Formula]]:
        """Those of the pieces that a reading does not show."""
        seen = {id(piece) for turns in TURNS for piece in chosen_pieces(self.nodes, answering(case), turns)}
        return [each for each in waiting if id(each[0]) not in seen]

    def reading(self, case: Case, turns: int) -> Stretch:
        return read_under(self.nodes, answering(case), turns)

    @cached_property
    def readings(self) -> tuple[tuple[Passage, ...], ...]:
        """The passages of readings that together show every piece."""
        return tuple(tuple(passages(self.reading(case, turns))) for case in self.cases for turns in TURNS)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of all readings, each wording once."""
        return unique(passage for reading in self.readings for passage in reading)

    @cached_property
    def single_passages(self) -> tuple[Passage, ...]:
        """The same with every loop gone through once."""
        return unique(passage for case in self.cases for passage in passages(self.reading(case, 1)))


def unique(found: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple({(passage.words.offsets[:1], passage.text): passage for passage in found if passage.text}.values())


def apart(asked: Iterable[str]) -> Formula:
    """That no entry of a list is asked to be so and not so at once: a turn shows one of the two."""
    refused = sorted(question for question in asked if question.startswith(DENIED))
    return every(*(negated(every(yes(each), yes(each.removeprefix(DENIED)))) for each in refused))


def answering(case: Case) -> Callable[[str], str]:
    """The answers of a case, and to what it leaves open the usual one."""
    return lambda question: case.get(question) or answers_to(question)[0]


@dataclass(frozen=True)
class Shelf:
    """The library and the templates as the rules see them. `today` is None where no review date is to be compared;
    `files` are the clause files that are asked about, None for all: the others are only what those refer to.
    """

    library: Library
    templates: tuple[Template, ...] = ()
    today: date | None = None
    files: Collection[str] | None = None

    def own(self, sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
        """Those of the sheets that are asked about."""
        return tuple(sheet for sheet in sheets if self.files is None or sheet.clause.file in self.files)

    def own_clauses(self) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.clauses.values() if self.files is None or clause.file in self.files)

    @cached_property
    def clauses(self) -> dict[str, Clause]:
        """The clauses, and the parts of all templates, by id."""
        parts = {part.id: part for template in self.templates for part in template.parts.values()}
        return {**parts, **self.library.clauses}

    @cached_property
    def presence(self) -> dict[str, Formula]:
        """Clause id → when it stands in a document. A clause that no outline names stands at its tiers."""
        found: dict[str, Formula] = {}
        for template in self.templates:
            for entry in template.entries:
                if entry.kind != "part" and entry.use in self.clauses:
                    tiers = entry.tiers or self.clauses[entry.use].tiers
                    above = found.get(entry.under, False) if entry.under else True
                    here = every(when_formula(entry.when), tier_formula(tiers), above, negated(omitted(entry.use)))
                    found[entry.use] = some(found.get(entry.use, False), here)
        rest = {name: tier_formula(clause.tiers) for name, clause in self.clauses.items() if name not in found}
        return {**rest, **found}

    @cached_property
    def kinds(self) -> dict[str, SectionKind]:
        """Clause id → the kind of section that it becomes; a clause where no outline says."""
        return {entry.use: entry.kind for template in self.templates for entry in template.entries}

    def chosen(self, clause_id: str) -> Formula:
        return self.presence.get(clause_id, False)

    def selected(self, clause: Clause, alternative: Alternative) -> Formula:
        """When the answers choose this alternative, given that the clause stands."""
        earlier: list[Formula] = []
        for each in clause.alternatives:
            if each is alternative and each.when:
                break
            if each.when:
                earlier.append(negated(when_formula(each.when)))
        return every(when_formula(alternative.when), *earlier)

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        return tuple(self.laid_out())

    @cached_property
    def wordings(self) -> tuple[Sheet, ...]:
        """The sheets of alternatives, without those of meanings."""
        return tuple(sheet for sheet in self.sheets if not sheet.definition)

    @cached_property
    def companions(self) -> frozenset[str]:
        """The ids of the parts that stand only in documents that go with an agreement: those define no terms."""
        uses: dict[bool, set[str]] = {True: set(), False: set()}
        for template in self.templates:
            uses[template.is_companion].update(entry.use for entry in template.entries)
        return frozenset(uses[True] - uses[False])

    @cached_property
    def meanings(self) -> tuple[Sheet, ...]:
        return tuple(sheet for sheet in self.sheets if sheet.definition)

    def laid_out(self) -> Iterator[Sheet]:
        for clause in self.clauses.values():
            kind = self.kinds.get(clause.id, "clause")
            for alternative in clause.alternatives:
                stands = every(self.chosen(clause.id), self.selected(clause, alternative))
                nodes = parse_wording(alternative.wording, self.chosen)
                yield Sheet(clause, alternative, kind, nodes, stands, alternative.line, alternative.wording)
                for each in alternative.defines:
                    meaning = parse_wording(each.meaning, self.chosen)
                    yield Sheet(clause, alternative, kind, meaning, stands, each.line, each.meaning, each)

    @cached_property
    def forms(self) -> dict[str, str]:
        """Every form of a defined term, plurals too → the term."""
        each = [sheet.definition for sheet in self.meanings if sheet.definition]
        return {form: definition.term for definition in each for form in (definition.term, definition.plural) if form}

    @cached_property
    def term_pattern(self) -> re.Pattern[str]:
        """Any form of a defined term, the longest first."""
        return whole_words(self.forms)


def whole_words(forms: Iterable[str]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)") if words else re.compile(r"(?!)")
