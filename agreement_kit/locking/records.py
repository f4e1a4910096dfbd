"""Clauses as plain data: what a lock holds, and what hashes are made of."""

import hashlib
import json
from collections.abc import Iterable

from agreement_kit.document import Document, paragraphs, plain_text
from agreement_kit.library import Alternative, Clause, Definition, Library
from agreement_kit.sources import Data

Fields = dict[str, Data]


CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def hash_of(data: Data) -> str:
    """One hash of plain data. It is part of the lock's format: in another form every older lock would look edited."""
    return hashlib.sha256(CANONICAL.encode(data).encode("utf-8", "surrogatepass")).hexdigest()


def given(fields: Fields) -> Fields:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value}


def front_record(clause: Clause) -> Fields:
    """The front matter of a clause without its alternatives."""
    return given(
        {
            "id": clause.id,
            "title": clause.title,
            "topic": clause.topic,
            "tiers": list(clause.tiers),
            "binds": clause.binds,
            "version": clause.version,
            "law": list(clause.law),
            "law_checked_on": clause.law_checked_on.isoformat(),
            "review_by": clause.review_by.isoformat(),
            "approved_by": clause.approved_by,
            "guidance": clause.guidance,
            "drafting_note": clause.drafting_note,
            "changes": dict(clause.changes),
            "silence": dict(clause.silence),
        }
    )


def alternative_record(alternative: Alternative) -> Fields:
    return given(
        {
            "id": alternative.id,
            "position": alternative.position,
            "when": {path: list(values) for path, values in alternative.when.items()},
            "use": alternative.use,
            "approver": alternative.approver,
            "binds": alternative.binds,
            "defines": [definition_record(each) for each in alternative.defines],
            "wording": alternative.wording,
        }
    )


def definition_record(definition: Definition) -> Fields:
    return given({"term": definition.term, "plural": definition.plural, "meaning": definition.meaning})


def clause_record(clause: Clause, alternative: Alternative) -> Fields:
    """A clause with the one alternative that was chosen, sealed by its hash."""
    record: Fields = {**front_record(clause), "alternative": alternative_record(alternative)}
    return {**record, "hash": hash_of(record)}


def library_hash(library: Library) -> str:
    """One hash over the ids, versions and wordings of a library, wherever its files lie."""
    return hash_of(
        [
            [clause.id, clause.version, *(text for each in clause.alternatives for text in (each.id, each.wording))]
            for clause in library.clauses.values()
        ]
    )


def draft_hash(document: Document) -> str:
    """One hash over the words of a draft, section by section."""
    return hash_of([[document.title, *texts(document)]])


def texts(document: Document) -> Iterable[str]:
    for section in document.sections:
        yield plain_text(section.title)
        yield from (plain_text(paragraph.inlines) for paragraph in paragraphs(section.blocks))
