"""Everything that the kit makes passes its own inspection, and is known clause by clause."""

from collections.abc import Callable

import pytest
from builders import documents, edited, full_document, packed, parts_of
from hypothesis import HealthCheck, assume, given, settings
from inputs import SAMPLES, printed

from agreement_kit.api import book, check, generate, load, load_templates, new
from agreement_kit.document import Document, Paragraph, Section
from agreement_kit.docx.bookmarks import bookmark_name
from agreement_kit.docx.guarding import MAIN
from agreement_kit.docx.inspecting import inspect
from agreement_kit.docx.inspecting.opened import open_file
from agreement_kit.docx.inspecting.passages import paragraphs_in
from agreement_kit.docx.namespaces import w
from agreement_kit.docx.writing import write
from agreement_kit.numbering import labels
from agreement_kit.sources import Source


def drafted(source: Source, document: str) -> Document:
    answers, problems = check(source)
    assert answers is not None, printed(problems)
    return generate(answers, document=document)


MADE: dict[str, Callable[[], Document]] = {"the clause book": book}
for template in load_templates():
    for path in sorted(SAMPLES.glob("*.agreement.yaml")):
        MADE[f"{path.stem}: {template.id}"] = lambda path=path, name=template.id: drafted(load(path), name)  # type: ignore[misc]
    for tier in ("bronze", "silver", "gold"):
        MADE[f"{tier}: {template.id}"] = lambda tier=tier, name=template.id: drafted(load(new(tier)), name)  # type: ignore[misc]


@pytest.mark.parametrize("name", MADE)
def test_what_the_kit_makes_passes(name: str) -> None:
    draft = MADE[name]()
    found = inspect(write(draft), "ours.docx")
    assert printed(found.problems) == ""
    assert found.provenance
    assert not found.provenance.is_edited
    assert found.provenance.unread == ()
    sections = [(each.id, each.kind, each.alternative, each.version, each.text) for each in found.provenance.sections]
    assert sections == [(s.id, s.kind, s.alternative, s.version, "as written") for s in draft.sections]


def numbers_in(raw: bytes) -> dict[str, str]:
    """Bookmark → the number of its paragraph, as counted from the file's own lists."""
    file = open_file(raw, "ours.docx")
    found = {}
    for paragraph in paragraphs_in(file.trees[MAIN]):
        for mark in paragraph.iter(w("bookmarkStart")):
            number = file.numbers.get(paragraph)
            found[mark.get(w("name"), "")] = number.full if number else ""
    return found


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_numbers_counted_from_the_file_are_those_that_the_kit_computes(draft: Document) -> None:
    for kind in ("parties", "recitals"):  # Word counts on from one list of parties to the next; no agreement has two
        assume(len([section for section in draft.sections if section.kind == kind]) < 2)
    counted = numbers_in(write(draft))
    assert {name: counted[bookmark_name(name)] for name in labels(draft).targets} == labels(draft).targets


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_any_document_is_inspected_without_a_crash_and_known_word_by_word(draft: Document) -> None:
    found = inspect(write(draft), "ours.docx").provenance
    assert found
    assert {each.text for each in found.sections} <= {"as written"}


def test_a_changed_word_shows_in_its_section_alone() -> None:
    found = inspect(edited(write(full_document()), "Ends on ", "Stops on "), "ours.docx").provenance
    assert found
    assert found.is_edited
    assert [each.id for each in found.sections if each.text == "changed"] == ["ending"]


def test_a_deleted_section_is_gone_and_a_renumbered_one_is_not_changed() -> None:
    raw = write(full_document())
    xml = parts_of(raw)[MAIN].decode()
    start = xml.rindex("<w:p>", 0, xml.index(f'w:name="{bookmark_name("payment")}"'))
    end = xml.rindex("<w:p>", 0, xml.index(f'w:name="{bookmark_name("ending")}"'))
    found = inspect(packed({**parts_of(raw), MAIN: (xml[:start] + xml[end:]).encode()}), "ours.docx")
    assert found.provenance
    assert {each.id: each.text for each in found.provenance.sections if each.text != "as written"} == {
        "payment": "gone"
    }
    assert {problem.rule for problem in found.problems} >= {"DOCX-27"}


def test_the_version_of_the_library_stands_beside_that_of_the_file() -> None:
    section = Section("payment", "clause", (), (Paragraph(()),), alternative="at-once", version="1.0.0")
    found = inspect(write(Document("Harbour", (section,))), "ours.docx", {"payment": "1.2.0"}).provenance
    assert found
    assert [(each.alternative, each.version, each.newest) for each in found.sections] == [("at-once", "1.0.0", "1.2.0")]


def test_without_the_origin_part_the_bookmarks_still_name_the_sections() -> None:
    parts = parts_of(write(full_document()))
    del parts["customXml/item1.xml"]
    links = parts["word/_rels/document.xml.rels"].decode().replace("../customXml/item1.xml", "document.xml")
    found = inspect(packed({**parts, "word/_rels/document.xml.rels": links.encode()}), "ours.docx").provenance
    assert found
    assert not found.is_noted
    assert [(each.id, each.kind) for each in found.sections] == [(s.id, s.kind) for s in full_document().sections]


def test_of_a_file_that_the_kit_did_not_write_nothing_is_told() -> None:
    from wordfiles import word_file

    assert inspect(word_file("Normal | We pay."), "theirs.docx").provenance is None
