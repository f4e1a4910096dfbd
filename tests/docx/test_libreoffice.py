"""The numbers that a word processor computes are those that the kit computes, also after somebody inserted a clause."""

import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import agreement_kit.samples
import pytest
from builders import clause, full_document, item, packed, parts_of

from agreement_kit.api import check, generate, load
from agreement_kit.document import Document, Paragraph, Reference, paragraphs, plain_text
from agreement_kit.docx.bookmarks import bookmark_name
from agreement_kit.docx.writing import write
from agreement_kit.numbering import block_label, labels
from tools import find_tool, needs, present

SOFFICE = find_tool("soffice", "libreoffice")
pytestmark = needs(SOFFICE, "LibreOffice")

SAMPLES = sorted(Path(agreement_kit.samples.__path__[0]).glob("*.agreement.yaml"))
NAMES = ["built", *(path.name.split(".")[0] for path in SAMPLES)]

INSERTED = clause(
    "inserted", item("An inserted sub-clause."), item("with a paragraph", level=2), title="An inserted clause"
)
TYPED = "".join(
    f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'
    for style, words in (
        ("Heading3", "An inserted clause"),
        ("Clause1", "An inserted sub-clause."),
        ("Clause2", "with a paragraph"),
    )
)


@cache
def document_called(name: str) -> Document:
    if name == "built":
        return full_document()
    path = next(path for path in SAMPLES if path.name.startswith(f"{name}."))
    answers, problems = check(load(path))
    assert answers is not None, problems
    return generate(answers)


def with_clause_inserted(document: Document) -> Document:
    second = document.sections.index(document.of_kind("clause")[1])
    return replace(document, sections=(*document.sections[:second], INSERTED, *document.sections[second:]))


def edited_in_word(document: Document) -> bytes:
    """The Word file of the document into which somebody typed the clause, before the second one."""
    xml = parts_of(write(document))["word/document.xml"].decode()
    heading = xml.index(f'w:name="{bookmark_name(document.of_kind("clause")[1].id)}"')
    start = xml.rindex("<w:p>", 0, heading)
    return packed({**parts_of(write(document)), "word/document.xml": (xml[:start] + TYPED + xml[start:]).encode()})


@cache
def lines_in_libreoffice() -> dict[str, list[str]]:
    """Of each file, the lines of text that LibreOffice makes: it computes numbers and references anew."""
    with TemporaryDirectory() as folder:
        for name in NAMES:
            Path(folder, f"{name}.docx").write_bytes(write(document_called(name)))
            Path(folder, f"{name}-edited.docx").write_bytes(edited_in_word(document_called(name)))
        command = [present(SOFFICE, "LibreOffice"), f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        files = sorted(map(str, Path(folder).glob("*.docx")))
        command += ["--convert-to", "txt:Text", "--outdir", folder, *files]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return {made.stem: made.read_text("utf-8-sig").split("\n") for made in Path(folder).glob("*.txt")}


def numbered_lines(document: Document) -> list[str]:
    """Headings and paragraphs with their numbers, down to the first line break of each."""
    numbers = labels(document)
    lines = []
    for section in document.sections:
        title = plain_text(section.title) + (f"\t{section.label}" if section.label else "")
        lines += [f"{numbers.sections[section.id]} {title}"] if numbers.sections[section.id] else []
        for at, block in enumerate(section.blocks):
            if isinstance(block, Paragraph) and block.numbered:
                words = plain_text(block.inlines, numbers.targets).split("\n")[0]
                lines.append(f"{block_label(numbers, section, at)} {words}".strip())
    return lines


def lines_with_references(document: Document) -> set[str]:
    """Paragraphs that refer to something, those in tables and under headings too."""
    targets = labels(document).targets
    referring = (
        paragraph
        for section in document.sections
        for paragraph in paragraphs(section.blocks)
        if any(isinstance(inline, Reference) for inline in paragraph.inlines)
    )
    return {line.strip() for each in referring for line in plain_text(each.inlines, targets).split("\n")}


def shown_as_numbered(lines: list[str]) -> list[str]:
    """LibreOffice indents what stands in a list, four spaces and more, and nothing else."""
    return [line.strip() for line in lines if line.startswith("    ")]


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_shows_the_numbers_that_the_kit_computes(name: str) -> None:
    document = document_called(name)
    assert len(numbered_lines(document)) > 10
    assert shown_as_numbered(lines_in_libreoffice()[name]) == numbered_lines(document)


@pytest.mark.parametrize("name", NAMES)
def test_numbers_are_still_the_same_after_somebody_inserted_a_clause(name: str) -> None:
    document = with_clause_inserted(document_called(name))
    assert shown_as_numbered(lines_in_libreoffice()[f"{name}-edited"]) == numbered_lines(document)


@pytest.mark.parametrize("name", NAMES)
def test_references_show_the_new_numbers_after_somebody_inserted_a_clause(name: str) -> None:
    before, after = document_called(name), with_clause_inserted(document_called(name))
    without_number = {line.split(" ", 1)[-1] for line in shown_as_numbered(lines_in_libreoffice()[f"{name}-edited"])}
    shown = {line.strip() for line in lines_in_libreoffice()[f"{name}-edited"]} | without_number
    assert lines_with_references(after) != lines_with_references(before)
    assert lines_with_references(after) - shown == set()
