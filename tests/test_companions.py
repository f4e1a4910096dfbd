"""The documents that go with an agreement: each can be made of any answers, says what it is, and promises nothing."""

from pathlib import Path

import pytest
from inputs import CHARTER, SAMPLES, answers

from agreement_kit import CannotBeDone, check, generate, load, new, write_docx, write_html, write_markdown
from agreement_kit.answers import Answers
from agreement_kit.api import default_name, load_templates
from agreement_kit.document import Document, paragraphs, plain_text
from agreement_kit.docx.inspecting import defects
from agreement_kit.docx.reading import read
from agreement_kit.numbering import content
from agreement_kit.outlines import Template

COMPANIONS = [template for template in load_templates() if template.is_companion]
INPUTS = {
    **{file.name.split(".")[0]: file.read_text("utf-8") for file in sorted(SAMPLES.glob("*.agreement.yaml"))},
    **{f"a new {tier} file": new(tier) for tier in ("bronze", "silver", "gold")},
    "the smallest charter": CHARTER,
}


def answered(text: str) -> Answers:
    found, _ = check(load(text))
    assert found is not None
    return found


@pytest.fixture(scope="module")
def given() -> dict[str, Answers]:
    return {name: answered(text) for name, text in INPUTS.items()}


def words(document: Document) -> str:
    return "\n".join(plain_text(each.inlines) for section in document.sections for each in paragraphs(section.blocks))


@pytest.mark.parametrize("template", COMPANIONS, ids=lambda template: template.id)
@pytest.mark.parametrize("name", INPUTS)
def test_each_document_is_made_of_each_input_and_read_back_as_it_was(
    template: Template, name: str, given: dict[str, Answers]
) -> None:
    document = generate(given[name], document=template.id)
    raw = write_docx(document)
    assert defects(raw) == ()
    found, lost = read(raw)
    assert lost == ()
    assert content(found) == content(document)
    assert write_html(document)
    assert write_markdown(document).startswith(b"# " + template.title.encode())


@pytest.mark.parametrize("template", COMPANIONS, ids=lambda template: template.id)
def test_each_says_that_it_binds_nobody_and_is_a_draft(template: Template) -> None:
    document = generate(answers(), document=template.id)
    assert "It binds nobody in law" in words(document)
    assert plain_text(document.header[0].inlines).endswith("\tDraft for discussion")
    assert document.title == f"{template.title}: Harbour Charter"


def test_the_file_is_named_after_the_document() -> None:
    given = answers(start=CHARTER.replace("title: Harbour Charter", "title: Harbour Charter\n  reference: HARB-1"))
    assert default_name(generate(given, document="pledge-sheet"), "x.yaml", "docx") == (
        "HARB-1-pledge-sheet-v0.1-draft.docx"
    )


def test_no_part_has_the_id_of_a_part_of_another_document() -> None:
    homes: dict[str, set[str]] = {}
    for template in load_templates():
        for part in template.parts.values():
            homes.setdefault(part.id, set()).add(Path(part.file).name + Path(part.file).parent.parent.name)
    assert {key: found for key, found in homes.items() if len(found) > 1} == {}


def test_a_gap_and_an_overlap_are_marked_in_the_matrix() -> None:
    raci = """\
raci:
  - {activity: Costing, responsible: uni, accountable: [uni, trust]}
  - {activity: Audit, responsible: trust}
  - {activity: Training, accountable: uni}
"""
    text = words(generate(answers(raci), document="raci"))
    for mark in ("Overlap: more than one answers for it", "Gap: nobody answers for it", "Gap: nobody does it"):
        assert mark in text


@pytest.mark.parametrize(("tier", "count"), [("bronze", 8), ("silver", 16), ("gold", 24)])
def test_the_health_check_asks_as_much_as_its_depth(tier: str, count: int) -> None:
    given = answers(start=CHARTER.replace("binding: charter", f"binding: charter\n  tier: {tier}"))
    document = generate(given, document="health-check-form")
    numbers = [
        plain_text(row.cells[0].paragraphs[0].inlines)
        for section in document.sections
        for block in section.blocks
        if hasattr(block, "rows")
        for row in block.rows
    ]
    assert len([number for number in numbers if number.isdigit()]) == count


def test_of_a_signed_agreement_the_sheet_is_no_draft() -> None:
    given = answers(start=CHARTER.replace("title: Harbour Charter", "title: Harbour Charter\n  status: final"))
    assert plain_text(generate(given, document="pledge-sheet").header[0].inlines).endswith("\t")


def test_a_summary_speaks_to_the_party_that_is_named() -> None:
    pledges = "pledges:\n  - {by: uni, to: trust, text: Ring back.}\n"
    mine = words(generate(answers(pledges), document="party-summary", party="trust"))
    assert "This page is for Saltmarsh Trust, called the Trust in the agreement." in mine
    nobody = words(generate(answers(pledges), document="party-summary"))
    assert "Name the partner with --party" in nobody


def test_a_party_that_is_not_there_is_named_with_the_nearest() -> None:
    with pytest.raises(CannotBeDone, match=r'"trsut" is no party .*; did you mean "trust"'):
        generate(answers(), document="party-summary", party="trsut")
