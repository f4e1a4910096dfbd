"""Where a file came from: which clauses in which wording and version it was made of, and what of them still stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from agreement_kit.document import Section
from agreement_kit.docx.inspecting.opened import WordFile
from agreement_kit.docx.namespaces import ORIGIN
from agreement_kit.docx.origin import is_edited, text_hash
from agreement_kit.docx.reading import origin_of, read
from agreement_kit.problems import CannotBeDone, Place

Text = Literal["as written", "changed", "gone", "not known"]


@dataclass(frozen=True, slots=True)
class Held:
    """One clause, schedule or part. `newest` is the version that the library has now, "" where it has none of that id;
    `text` compares the words with those that the kit wrote.
    """

    id: str
    kind: str
    alternative: str
    version: str
    newest: str
    text: Text


@dataclass(frozen=True, slots=True)
class Provenance:
    """`is_noted` is false where whoever saved the file removed the kit's note, so that only the ids are known. `unread`
    says what the kit's reader did not understand.
    """

    kit: str
    reference: str
    version: str
    status: str
    is_edited: bool
    is_noted: bool
    sections: tuple[Held, ...]
    unread: tuple[str, ...]


def provenance(file: WordFile, newest: Mapping[str, str]) -> Provenance | None:
    """Where the file came from, or None where the kit did not write it. `newest` is the library: id → version."""
    edited = is_edited(file.raw)
    if edited is None:
        return None
    try:
        document, unread = read(file.raw, file.name)
        origin = origin_of(file.parts, Place(file.name))
    except CannotBeDone:
        return None
    noted = {each.get("id", ""): each.get("text", "") for each in origin.iter(f"{{{ORIGIN}}}section")}
    is_noted = bool(origin.get("hash"))
    here = {section.id: section for section in document.sections}
    held = [held_of(section, noted, newest, is_noted=is_noted) for section in document.sections]
    held += [
        Held(
            each.get("id", ""),
            each.get("kind", ""),
            each.get("alternative", ""),
            each.get("version", ""),
            newest.get(each.get("id", ""), ""),
            "gone",
        )
        for each in origin.iter(f"{{{ORIGIN}}}section")
        if each.get("id", "") not in here
    ]
    return Provenance(
        kit=origin.get("kit", ""),
        reference=document.reference,
        version=document.version,
        status=document.status,
        is_edited=edited,
        is_noted=is_noted,
        sections=tuple(held),
        unread=unread,
    )


def held_of(section: Section, noted: Mapping[str, str], newest: Mapping[str, str], *, is_noted: bool) -> Held:
    text: Text = "not known"
    if is_noted:
        text = "as written" if text_hash(section) == noted.get(section.id) else "changed"
    return Held(section.id, section.kind, section.alternative, section.version, newest.get(section.id, ""), text)
