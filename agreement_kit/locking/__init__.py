"""The lock file: everything that a draft was made of, so that it can be made again without the library of its day.

It holds answers, notes and wording, and stays with its author.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from agreement_kit.document import Document, Term, inlines_of
from agreement_kit.library import Alternative, Clause, Definition, Library, Origin
from agreement_kit.locking.records import Fields, clause_record, definition_record, draft_hash, given, hash_of
from agreement_kit.locking.yaml_text import entry_text, yaml_text
from agreement_kit.outlines import Entry, Pick, Template
from agreement_kit.remembering import remembered
from agreement_kit.sources import Data, Source

FORMAT = "1"
ENDING = ".lock.yaml"

HEAD = """\
# What a draft was made of, kept by agreement-kit: the same draft can be made again from this file alone.
# It holds your answers, the wording and its notes. It stays with you: do not send it to the other side.
# Do not edit it: its hashes would no longer fit. `agreement-kit upgrade` moves it to the library of the day.

"""


@dataclass(frozen=True, slots=True)
class Locked:
    """A section that stood in the draft: its line of the outline, and what was picked for it. `own` is whether the
    clause came from an organisation's own library.
    """

    entry: Entry
    pick: Pick
    own: bool = False


@dataclass(frozen=True, slots=True)
class LockedTerm:
    """A term that the draft uses and a clause defines that does not stand in it."""

    clause: str
    definition: Definition


@dataclass(frozen=True, slots=True)
class Lock:
    """What a draft was made of. `name` and `text` are the input's, `draft`, `library` and `house_style` hashes."""

    kit: str
    document: str
    draft: str
    library: str
    house_style: str
    name: str
    text: str
    sections: tuple[Locked, ...]
    terms: tuple[LockedTerm, ...] = ()
    file: str = ""

    @property
    def picks(self) -> tuple[Pick, ...]:
        return tuple(each.pick for each in self.sections)

    @property
    def clauses(self) -> dict[str, Clause]:
        """The clauses and parts that stood in the draft by id, each with the one alternative that was chosen."""
        return {pick.clause.id: pick.clause for pick in self.picks if pick.clause}

    @property
    def own(self) -> tuple[str, ...]:
        """The ids of those that came from an organisation's own library."""
        return tuple(each.entry.use for each in self.sections if each.own)


def write_lock(lock: Lock) -> bytes:
    """The lock as YAML, the same bytes each time."""
    sections = [section_record(each) for each in lock.sections]
    head: Fields = {
        "lock": FORMAT,
        "kit": lock.kit,
        "document": lock.document,
        "draft": lock.draft,
        "library": lock.library,
        "house_style": lock.house_style,
        "answers": {"name": lock.name, "hash": hash_of(lock.text), "text": lock.text},
    }
    terms: list[Data] = [{"clause": each.clause, **definition_record(each.definition)} for each in lock.terms]
    tail: Fields = {"terms": terms} if terms else {}
    tail["hash"] = seal({**head, "sections": [*sections], **tail})
    return f"{HEAD}{yaml_text(head)}sections:\n{''.join(map(section_text, sections))}{yaml_text(tail)}".encode()


def section_text(record: Fields) -> str:
    """A section as YAML, remembered: most drafts of a day have most of their wording in common."""
    return remembered(("locked section", hash_of(without_body(record))), lambda: entry_text(record))


def seal(data: Fields) -> str:
    """The hash over a whole lock. What has a hash of its own counts by that."""
    sections = data.get("sections")
    outline = [without_body(each) for each in sections] if isinstance(sections, list) else None
    answers = data.get("answers")
    digest = answers.get("hash") if isinstance(answers, dict) else None
    return hash_of({**data, "sections": outline, "answers": digest, "hash": None})


def without_body(section: Data) -> Data:
    if isinstance(section, dict) and isinstance(clause := section.get("clause"), dict):
        return {**section, "clause": clause.get("hash")}
    return section


def section_record(locked: Locked) -> Fields:
    entry, pick = locked.entry, locked.pick
    record: Fields = {
        "kind": pick.kind,
        "use": entry.use,
        "under": entry.under,
        "when": {path: list(values) for path, values in entry.when.items()},
        "tiers": list(entry.tiers),
        "new_page": list(entry.new_page),
        "starts_page": "true" if pick.new_page else "",
        "own": "true" if locked.own else "",
    }
    if pick.clause and pick.alternative:
        record["clause"] = clause_record(pick.clause, pick.alternative)
    return given(record)


def locked_sections(picks: Iterable[Pick], entries: Iterable[Entry], library: Library) -> tuple[Locked, ...]:
    """The picks, each with its line of the outline. What the input added has none there."""
    by_use = {entry.use: entry for entry in entries}
    sections = []
    for pick in picks:
        use = use_of(pick)
        entry = by_use.get(use) or Entry(pick.kind, use)
        sections.append(Locked(entry, pick, own=use in library.own))
    return tuple(sections)


def locked_terms(document: Document, picks: Iterable[Pick], library: Library) -> tuple[LockedTerm, ...]:
    """The terms of the document that come from clauses of the library which do not stand in it."""
    from agreement_kit.assembly import chosen_definitions, standard_definitions

    seen = {definition.term for _, definition in chosen_definitions(tuple(picks))}
    used = {inline.name for _, inline in inlines_of(document) if isinstance(inline, Term)}
    found: dict[str, LockedTerm] = {}
    for clause, definition in standard_definitions(library):
        if definition.term in used - seen:
            found.setdefault(definition.term, LockedTerm(clause.id, definition))
    return tuple(found.values())


def text_of(source: Source) -> str:
    """The input as YAML, line for line where it was a file."""
    if source.lines:
        return "\n".join(source.lines)
    return yaml_text(source.data) if isinstance(source.data, dict) else ""


def make_lock(
    plan: tuple[Template, Library, tuple[Pick, ...]], source: Source, document: Document, *, kit: str, house_style: str
) -> Lock:
    """The lock of a document: made by the picks of a template from a library, from the answers in a source."""
    from agreement_kit.locking.records import library_hash

    template, library, picks = plan
    return Lock(
        kit=kit,
        document=template.id,
        draft=draft_hash(document),
        library=library_hash(library),
        house_style=house_style,
        name=source.name,
        text=text_of(source),
        sections=locked_sections(picks, template.entries, library),
        terms=locked_terms(document, picks, library),
    )


def locked_template(lock: Lock) -> Template:
    """An outline of nothing but what stood in the draft."""
    entries = tuple(each.entry for each in lock.sections)
    return Template(lock.document, lock.document, "", entries, {})


def locked_library(lock: Lock) -> Library:
    """A library of the clauses that stood in the draft and of the terms that it took from others."""
    terms: dict[str, list[Definition]] = {}
    for each in lock.terms:
        terms.setdefault(each.clause, []).append(each.definition)
    holders = {f"{key} (terms)": term_holder(key, tuple(found), lock.file) for key, found in terms.items()}
    return Library({**lock.clauses, **holders}, {key: Origin("") for key in lock.own})


def term_holder(clause_id: str, definitions: tuple[Definition, ...], file: str) -> Clause:
    """A clause that is there for its terms alone."""
    only = Alternative("terms", "standard", "", "", "", 1, defines=definitions)
    day = date.min
    return Clause(clause_id, clause_id, "", (), "binding", "", day, day, "", "", "", {}, (only,), file)


def with_picks(lock: Lock, template: Template) -> Template:
    """The outline with the lines that stood in a lock in the place of its own."""
    mine = {each.entry.use: each.entry for each in lock.sections}
    return replace(template, entries=(*mine.values(), *(each for each in template.entries if each.use not in mine)))


def moved_picks(old: tuple[Pick, ...], new: tuple[Pick, ...], named: tuple[str, ...]) -> tuple[Pick, ...]:
    """The old picks with those of the named clauses as they are among the new ones. One that is new stands behind what
    it stands behind there.
    """
    result = [pick for pick in old if use_of(pick) not in named or find_pick(new, use_of(pick))]
    for at, pick in enumerate(new):
        use = use_of(pick)
        if use not in named:
            continue
        places = [use_of(each) for each in result]
        if use in places:
            result[places.index(use)] = pick
        else:
            before = next((use_of(each) for each in reversed(new[:at]) if use_of(each) in places), None)
            result.insert(places.index(before) + 1 if before is not None else 0, pick)
    return tuple(result)


def use_of(pick: Pick) -> str:
    """What the outline calls it."""
    return pick.clause.id if pick.clause else pick.title


def find_pick(picks: Iterable[Pick], use: str) -> Pick | None:
    return next((pick for pick in picks if use_of(pick) == use), None)
