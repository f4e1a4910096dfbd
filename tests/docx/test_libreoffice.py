"""The numbers that a word processor computes are those that the kit computes, also after somebody inserted a clause."""

import re
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import agreement_kit.samples
import pytest
from builders import clause, document, full_document, item, packed, parts_of, schedule, text
from lxml import etree

from agreement_kit.api import check, generate, load
from agreement_kit.document import Document, Paragraph, Reference, inlines_of, plain_text
from agreement_kit.docx.bookmarks import bookmark_name
from agreement_kit.docx.namespaces import w
from agreement_kit.docx.writing import write
from agreement_kit.numbering import block_label, labels
from tools import find_tool, needs, present

SOFFICE = find_tool("soffice", "libreoffice")
pytestmark = needs(SOFFICE, "LibreOffice")

SAMPLES = sorted(Path(agreement_kit.samples.__path__[0]).glob("*.agreement.yaml"))
NAMES = ["built", "quirks", *(path.name.split(".")[0] for path in SAMPLES)]

QUIRKS = document(
    clause(
        "skips", item("Two", level=2, anchor="skips.two"), item("one"), item("three", level=3, anchor="skips.three")
    ),
    clause("goes-back", item("One"), item("three", level=3), item("two", level=2), item("three again", level=3)),
    clause(
        "counts-far",
        item("One"),
        *(item(f"sub {at}", level=2) for at in range(30)),
        text("text between two lists of one sub-clause", level=1),
        item("goes on", level=2, anchor="counts-far.on"),
    ),
    schedule("skips-too", item("Two", level=2), item("one"), item("three", level=3, anchor="skips-too.three")),
    schedule(
        "refers",
        item("See ", Reference("skips.two"), ", ", Reference("skips.three"), " and ", Reference("counts-far.on")),
        item("and ", Reference("skips-too.three"), " of ", Reference("skips-too")),
    ),
)

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
    if name in ("built", "quirks"):
        return full_document() if name == "built" else QUIRKS
    path = next(path for path in SAMPLES if path.name.startswith(f"{name}."))
    answers, problems = check(load(path))
    assert answers is not None, problems
    return generate(answers)


def with_clause_inserted(draft: Document) -> Document:
    second = draft.sections.index(draft.of_kind("clause")[1])
    return replace(draft, sections=(*draft.sections[:second], INSERTED, *draft.sections[second:]))


def edited_in_word(draft: Document) -> bytes:
    """The Word file of the document into which somebody typed the clause, before the second one."""
    xml = parts_of(write(draft))["word/document.xml"].decode()
    heading = xml.index(f'w:name="{bookmark_name(draft.of_kind("clause")[1].id)}"')
    start = xml.rindex("<w:p>", 0, heading)
    return packed({**parts_of(write(draft)), "word/document.xml": (xml[:start] + TYPED + xml[start:]).encode()})


@cache
def converted(form: str) -> dict[str, bytes]:
    """What LibreOffice makes of each file and of its edited twin. As text it shows the numbers it computes; saved as
    Word again, also the references, which it computes anew only then.
    """
    with TemporaryDirectory() as folder:
        for name in NAMES:
            Path(folder, f"{name}.docx").write_bytes(write(document_called(name)))
            Path(folder, f"{name}-edited.docx").write_bytes(edited_in_word(document_called(name)))
        command = [present(SOFFICE, "LibreOffice"), f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", form, "--outdir", f"{folder}/made", *sorted(map(str, Path(folder).glob("*.docx")))]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return {made.stem: made.read_bytes() for made in Path(folder, "made").iterdir()}


def numbered_in_libreoffice(name: str) -> list[str]:
    """Lines with a number: LibreOffice indents them by four spaces and more, and no others."""
    lines = converted("txt:Text")[name].decode("utf-8-sig").splitlines()
    return [line.strip() for line in lines if line.startswith("    ")]


def references_in_libreoffice(name: str) -> list[tuple[str, str]]:
    """Bookmark and shown number of each reference."""
    root = etree.fromstring(parts_of(converted("docx")[name])["word/document.xml"])
    found, code, shown = [], "", ""
    for each in root.iter(w("fldChar"), w("instrText"), w("t")):
        kind = each.get(w("fldCharType"))
        if kind == "begin":
            code = shown = ""
        elif kind == "end" and code.split()[:1] == ["REF"]:
            found.append((code.split()[1], shown))
        elif each.tag == w("instrText"):
            code += each.text or ""
        elif kind is None:
            shown += each.text or ""
    return found


def numbered_lines(draft: Document) -> list[str]:
    """Headings and paragraphs with their numbers, down to the first line break of each."""
    numbers = labels(draft)
    lines = []
    for section in draft.sections:
        title = plain_text(section.title) + (f"\t{section.label}" if section.label else "")
        lines += [f"{numbers.sections[section.id]} {title}"] if numbers.sections[section.id] else []
        for at, block in enumerate(section.blocks):
            if isinstance(block, Paragraph) and block.numbered:
                words = plain_text(block.inlines, numbers.targets).split("\n")[0]
                lines.append(f"{block_label(numbers, section, at)} {words}".strip())
    return lines


def references(draft: Document) -> list[tuple[str, str]]:
    targets = labels(draft).targets
    aims = [inline.target for _, inline in inlines_of(draft) if isinstance(inline, Reference)]
    return [(bookmark_name(target), targets[target]) for target in aims]


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_shows_the_numbers_that_the_kit_computes(name: str) -> None:
    draft = document_called(name)
    assert len(numbered_lines(draft)) > 10
    assert numbered_in_libreoffice(name) == numbered_lines(draft)


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_shows_the_references_that_the_kit_computes(name: str) -> None:
    draft = document_called(name)
    assert references(draft)
    assert references_in_libreoffice(name) == references(draft)


@pytest.mark.parametrize("name", NAMES)
def test_numbers_agree_after_somebody_inserted_a_clause(name: str) -> None:
    before, after = document_called(name), with_clause_inserted(document_called(name))
    shown = [line.split(" ", 1)[0] for line in numbered_in_libreoffice(f"{name}-edited")]
    assert shown == [line.split(" ", 1)[0] for line in numbered_lines(after)]
    assert shown != [line.split(" ", 1)[0] for line in numbered_lines(before)]


@pytest.mark.parametrize("name", NAMES)
def test_references_agree_after_somebody_inserted_a_clause(name: str) -> None:
    before, after = document_called(name), with_clause_inserted(document_called(name))
    assert references_in_libreoffice(f"{name}-edited") == references(after)
    assert references(after) != references(before)


DEPTHS = {
    "marram-coast-charter": range(4, 7),
    "kelderby-programme": range(12, 19),
    "northmere-jro": range(25, 41),
}
"""Sample → the pages that its depth may have: bronze, silver, gold."""


@pytest.mark.parametrize("name", DEPTHS)
def test_each_sample_has_the_pages_of_its_depth(name: str) -> None:
    assert len(re.findall(rb"/Type\s*/Page\b", converted("pdf")[name])) in DEPTHS[name]
