"""What the four states of a document show and hold back, and that nothing internal goes to the other side."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders import parts_of
from houses import second_house_style
from inputs import clause_file
from parties import STATES, agreement, answers_of

from agreement_kit import check, generate, load, write_docx, write_html, write_markdown
from agreement_kit.answers import Words, leaves
from agreement_kit.api import default_name, facts
from agreement_kit.document import Answer, Document, Open, Table, inlines_of, paragraphs, plain_text
from agreement_kit.schemas import inside_lists, rules_of

SECRET = "Zanzibar"
DECIDING = ("change", "authority")
"""Where a wording chooses its words by a text, and prints any other text."""


def header(document: Document) -> str:
    return plain_text(document.header[0].inlines)


@pytest.mark.parametrize(
    ("state", "words", "name"),
    [
        ("internal", "\tINTERNAL draft: subject to contract", "NJRO-2027-01-v0.3-INTERNAL.docx"),
        ("draft", "\tDraft: subject to contract", "NJRO-2027-01-v0.3-draft.docx"),
        ("agreed", "\tFinal draft: subject to contract", "NJRO-2027-01-v0.3-agreed.docx"),
        ("final", "Agreement", "NJRO-2027-01-v0.3-final.docx"),
    ],
)
def test_the_header_and_the_name_of_the_file_say_how_far_the_text_has_got(state: str, words: str, name: str) -> None:
    document = generate(answers_of("silver", 2, state))
    assert header(document).endswith(words)
    assert default_name(document, "x.yaml", "docx") == name


def test_an_internal_draft_says_so_in_its_name_even_without_a_reference() -> None:
    data = agreement("bronze", 2, "internal")
    del data["document"]["reference"]
    answers, _ = check(load(data))
    assert answers is not None
    assert default_name(generate(answers), "harbour.agreement.yaml", "docx") == "harbour-INTERNAL.docx"


def test_an_internal_draft_has_guidance_notes_and_every_position_beside_each_clause() -> None:
    document = generate(answers_of("silver", 2, "internal"))
    assert all(section.notes for section in document.sections if section.kind != "part")
    (note,) = next(section for section in document.sections if section.id == "disputes").notes
    lines = [plain_text(paragraph.inlines) for paragraph in note.paragraphs]
    assert [line.split(":")[0] for line in lines[:4]] == ["Guidance", "Drafting note", "Law", "Position here"]
    assert lines[3].startswith("Position here: Standard (")
    others = [line.removeprefix("Other position: ").split(" (")[0] for line in lines[4:]]
    assert others[0] == "Fallback 1"
    assert others == sorted(others)


def test_a_departure_by_name_stands_in_the_note_with_its_reason() -> None:
    data = agreement("silver", 2, "internal")
    data["clauses"] = {"choose": {"liability": {"alternative": "no-cap", "reason": "Both insurers agree"}}}
    answers, _ = check(load(data))
    assert answers is not None
    (note,) = next(section for section in generate(answers).sections if section.id == "liability").notes
    assert "Asked for by name: Both insurers agree" in [plain_text(each.inlines) for each in note.paragraphs]


@pytest.mark.parametrize("state", ["draft", "agreed", "final"])
def test_no_other_state_has_notes(state: str) -> None:
    assert not any(section.notes for section in generate(answers_of("silver", 2, state)).sections)


def test_notes_stand_in_every_form_of_an_internal_draft_and_fold_in_html() -> None:
    document = generate(answers_of("bronze", 2, "internal"))
    html, text = write_html(document).decode(), write_markdown(document).decode()
    assert html.count('<details class="note"><summary>Internal note</summary><p><b>Guidance: </b>') == text.count(
        "> **Internal note**\n>\n> **Guidance:** "
    )
    assert html.count("<details") == sum(bool(section.notes) for section in document.sections)


def test_a_draft_lists_what_is_open_and_an_agreed_text_leaves_a_blank() -> None:
    draft, agreed = (generate(answers_of("silver", 2, state)) for state in ("draft", "agreed"))
    assert facts(draft)["open item"] == 3
    assert facts(agreed)["open item"] == 0
    assert not any("Open items" in plain_text(each.inlines) for each in paragraphs(agreed.sections[0].blocks))
    (signatures,) = agreed.of_kind("signature")
    block = next(block for block in signatures.blocks if isinstance(block, Table))
    name = next(row.cells[1] for row in block.rows if plain_text(row.cells[0].paragraphs[0].inlines).startswith("Name"))
    assert "[" not in plain_text(name.paragraphs[0].inlines)
    words = [plain_text(each.inlines) for section in agreed.sections for each in paragraphs(section.blocks)]
    assert any("[date]" in each for each in words)


# what goes to the other side


def planted(state: str) -> dict[str, Any]:
    """The input of a charter with a secret in the place of each of the many texts that it does not print."""
    data = agreement("bronze", 2, state)
    answers, _ = check(load(data))
    assert answers is not None
    document = generate(answers)
    printed = {path for _, inline in inlines_of(document) if isinstance(inline, Answer | Open) for path in inline.paths}
    printed |= {path for line in document.header for inline in line.inlines for path in getattr(inline, "paths", ())}
    for at, path in enumerate(unprinted_texts(answers.root, printed)):
        held: Any = data
        for step in path[:-1]:
            held = held[step]
        held[path[-1]] = f"{SECRET} {at}"
    data["clauses"] = {"choose": {"vision": {"alternative": "only", "reason": SECRET}}}
    data["checks"] = {"accept": {"RACI-01": {"reason": SECRET}}}
    return data


def unprinted_texts(root: Any, printed: set[Any]) -> Iterator[tuple[Any, ...]]:
    for path, value in leaves(root):
        rules = rules_of(tuple(step for step in path if isinstance(step, str)))
        is_text = rules is not None and inside_lists(rules)["meta"]["kind"] == "text" and isinstance(value, Words)
        if (
            is_text
            and path[0] != "document"
            and path[:2] != DECIDING
            and not any(path[:length] in printed for length in range(len(path) + 1))
        ):
            yield path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A clause whose every note holds the secret."""
    front = dict.fromkeys(("guidance", "drafting_note", "approved_by"), f"{SECRET} says what to do here")
    alternative = f"  only:\n    position: standard\n    use: {SECRET}\n    approver: {SECRET}\n"
    alternative += f"  less:\n    position: fallback 1\n    when: {{agreement.binding: charter}}\n    use: {SECRET}\n"
    alternative += f"    approver: {SECRET}\n"
    body = f"## only\n\n1. Ours.\n\n## less\n\n1. {SECRET}.\n"
    front |= {"changes": f"{{1.0.0: {SECRET}}}", "law": f"[{SECRET}]", "tiers": "[bronze, silver, gold]"}
    text = clause_file(body, name="vision", alternatives=alternative, **front)
    (tmp_path / "vision.md").write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize("state", STATES)
def test_nothing_internal_leaves_in_any_part_of_what_is_meant_for_the_other_side(state: str, library: Path) -> None:
    answers, _ = check(load(planted(state)), libraries=[library])
    assert answers is not None
    document = generate(answers, libraries=[library])
    raw = write_docx(document, house_style=second_house_style())
    files = {**parts_of(raw), "html": write_html(document), "markdown": write_markdown(document)}
    found = {name for name, blob in files.items() if SECRET.encode() in blob or SECRET in name}
    assert found == ({"word/comments.xml", "html", "markdown"} if state == "internal" else set())


def test_texts_are_planted_where_the_document_prints_none() -> None:
    assert str(planted("draft")).count(SECRET) > 100
