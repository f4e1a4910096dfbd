from collections.abc import Iterable

import pytest
from inputs import assembled, cases, clause, printed

from agreement_kit.document import (
    Answer,
    Block,
    Cell,
    Contents,
    Inline,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Slot,
    Table,
    Text,
)
from agreement_kit.markup import Refused, parse
from agreement_kit.problems import ProblemsFound
from agreement_kit.rendering import FIRST, Wording


def blocks(text: str, *answers: Inline) -> tuple[Block, ...]:
    """The blocks of rendered wording; § stands for the placeholder of each answer in turn."""
    for position in range(len(answers)):
        text = text.replace("§", chr(FIRST + position), 1)
    return parse(Wording(text, answers), "disputes")


def shape(found: Iterable[Block]) -> list[tuple[int, bool, str]]:
    """Level, whether it is numbered, and the words of each paragraph."""
    return [
        (each.level, each.numbered, "".join(inline.text for inline in each.inlines))
        for each in found
        if isinstance(each, Paragraph)
    ]


@pytest.mark.parametrize(("wording", "expected"), cases("wording.md"))
def test_wording_that_would_be_misread_is_refused_at_its_line(wording: str, expected: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        assembled(clause(wording))
    assert printed(found.value.problems) == expected


def test_three_levels_of_a_list_and_the_text_that_goes_on_after_each() -> None:
    text = "1. A\n\n   1. B\n\n      1. C\n\n         on C\n\n      on B\n\n   on A\n\n1. D\n\nend\n"
    assert shape(blocks(text)) == [
        *((1, True, "A"), (2, True, "B"), (3, True, "C"), (3, False, "on C"), (2, False, "on B"), (1, False, "on A")),
        *((1, True, "D"), (0, False, "end")),
    ]


def test_entries_of_one_list_need_no_empty_line_between_them() -> None:
    assert shape(blocks("1. A\n1. B\n   1. C\n   1. D\n1. E\n")) == [
        *((1, True, "A"), (1, True, "B"), (2, True, "C"), (2, True, "D"), (1, True, "E")),
    ]


def test_the_kit_fills_these_blocks() -> None:
    names = ("contents", "page-break", "binding-map", "open-items", "definitions")
    assert blocks("\n".join(f"```{name}\n```\n" for name in names)) == (
        *(Contents(), PageBreak(), Slot("binding-map"), Slot("open-items"), Slot("definitions")),
    )


@pytest.mark.parametrize("style", ["heading", "lead", "title", "subtitle", "cover"])
def test_a_block_gives_its_paragraphs_a_style(style: str) -> None:
    found = blocks(f"```{style}\nOne **bold**\n\nTwo\n```\n")
    assert [(each.style, each.level) for each in found if isinstance(each, Paragraph)] == [(style, 0), (style, 0)]


def test_a_table_knows_its_caption_its_columns_and_the_answers_in_them() -> None:
    text = "```table What § gives\n| Party | Amount |\n|---|---:|\n| § | £**5** |\n```\n"
    (table,) = blocks(text, Answer("the\n| Trust |"), Answer("a | b"))

    def cell(*inlines: Inline) -> Cell:
        return Cell((Paragraph(inlines),))

    head = Row((cell(Text("Party")), cell(Text("Amount"))))
    row = Row((cell(Answer("a | b")), cell(Text("£"), Text("5", bold=True))))
    assert table == Table((head, row), ("left", "right"), "What the | Trust | gives")


@pytest.mark.parametrize(
    ("name", "kind", "landscape"), [("landscape", "grid", True), ("signature", "signature", False)]
)
def test_other_tables(name: str, kind: str, landscape: bool) -> None:
    (table,) = blocks(f"```{name} Who signs\n| Name | |\n|---|---|\n```\n")
    assert isinstance(table, Table)
    assert (table.kind, table.landscape, len(table.rows)) == (kind, landscape, 1)


def test_a_pipe_behind_a_backslash_parts_no_cells() -> None:
    (table,) = blocks("```table Signs\n| A |\n|---|\n| x \\| y |\n```\n")
    assert isinstance(table, Table)
    assert table.rows[1].cells[0].paragraphs[0].inlines == (Text("x | y"),)


def test_trailing_marks_name_a_sub_clause_and_say_whether_it_binds() -> None:
    first, second, third = blocks("1. A. ^notice ^binding\n1. § ^intent\n1. **B** ^last\n", Answer("C"))
    assert isinstance(first, Paragraph)
    assert (first.anchor, first.binds, first.inlines) == ("disputes.notice", "binding", (Text("A."),))
    assert isinstance(second, Paragraph)
    assert (second.anchor, second.binds, second.inlines) == ("", "intent", (Answer("C"),))
    assert isinstance(third, Paragraph)
    assert (third.anchor, third.binds, third.inlines) == ("disputes.last", None, (Text("B", bold=True),))


def test_a_caret_of_an_answer_is_no_mark() -> None:
    (paragraph,) = blocks("1. §\n", Answer("A ^notice"))
    assert isinstance(paragraph, Paragraph)
    assert (paragraph.anchor, paragraph.inlines) == ("", (Answer("A ^notice"),))


def test_references_keep_their_target_and_their_weight() -> None:
    (paragraph,) = blocks("See clause [](#disputes.notice) and **clause [](#term)**.\n")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines == (
        *(Text("See clause "), Reference("disputes.notice"), Text(" and ")),
        *(Text("clause ", bold=True), Reference("term", bold=True), Text(".")),
    )


def test_an_answer_in_bold_wording_is_bold() -> None:
    (paragraph,) = blocks("**§** and §\n", Answer("A"), Answer("B"))
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines == (Answer("A", bold=True), Text(" and "), Answer("B"))


def test_square_brackets_and_single_signs_are_words() -> None:
    text = "[Name]: to be agreed, 5 * 3, a_b, #5, R&D; 50% ~ half, $5, 1.5 posts\n"
    assert shape(blocks(text)) == [(0, False, text.strip())]


def test_no_placeholder_survives_whatever_the_wording_was_remembered_for() -> None:
    assert blocks("1. §\n", Answer("A")) != blocks("1. §\n", Answer("B"))


def test_what_is_refused_says_so_each_time_it_is_parsed() -> None:
    for _ in range(2):
        with pytest.raises(Refused, match="a bullet list"):
            blocks("- A\n")
