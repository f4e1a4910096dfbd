from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from nasty import NASTY

from agreement_kit.document import (
    Answer,
    Cell,
    Contents,
    Document,
    Inline,
    Open,
    Paragraph,
    Reference,
    Row,
    Section,
    Table,
    Text,
)
from agreement_kit.text.writing import write

Signs = list[tuple[str, bool]]
"""Each sign that a reader sees, and whether it is bold."""


def draft(*sections: Section) -> Document:
    cover = Section("cover", "cover", (Text("Cover"),), (Paragraph((Text("Charter"),), style="title"),))
    return Document("Charter", (cover, *sections))


def clause(*blocks: Paragraph | Table | Contents, title: str = "Term") -> Section:
    return Section("term", "clause", (Text(title),), blocks)


def cell(*inlines: Inline) -> Cell:
    return Cell((Paragraph(inlines),))


def markdown(*sections: Section) -> str:
    return write(draft(*sections)).decode()


def seen(text: str) -> list[tuple[str, str]]:
    """The blocks that CommonMark with tables finds, each with the element around it and its words."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    return [
        (before.tag, "".join(sign for sign, _ in signs(token)))
        for before, token in pairwise(tokens)
        if token.type == "inline"
    ]


def signs(token: Token) -> Signs:
    found: Signs = []
    is_bold = False
    for child in token.children or ():
        if child.type in ("strong_open", "strong_close"):
            is_bold = child.type == "strong_open"
        elif child.type in ("hardbreak", "softbreak") or (child.type, child.content) == ("html_inline", "<br>"):
            found.append(("\n", is_bold))
        elif child.type in ("text", "text_special"):
            found += [(sign, is_bold) for sign in child.content]
        elif child.type not in ("em_open", "em_close"):
            raise AssertionError(f"{child.type} in {token.content!r}")
    return found


@pytest.mark.parametrize("answer", NASTY)
def test_an_answer_reads_as_itself_in_a_paragraph(answer: str) -> None:
    assert seen(markdown(clause(Paragraph((Answer(answer),)))))[2:] == [("p", answer)]


@pytest.mark.parametrize("answer", NASTY)
def test_an_answer_reads_as_itself_in_a_list(answer: str) -> None:
    levels = (Paragraph((Answer(answer),), level, numbered=True) for level in (1, 2, 3))
    expected = [("p", f"1.1 {answer}"), ("p", f"(a) {answer}"), ("p", f"(i) {answer}")]
    assert seen(markdown(clause(*levels)))[2:] == expected


@pytest.mark.parametrize("answer", NASTY)
def test_an_answer_reads_as_itself_in_a_cell(answer: str) -> None:
    rows = (Row((cell(Answer(answer)), cell(Text("Who")))), Row((cell(Text("Trust")), cell(Answer(answer)))))
    expected = [("th", answer), ("th", "Who"), ("td", "Trust"), ("td", answer)]
    # a table cell is trimmed by every reader of Markdown, coded spaces are not
    assert seen(markdown(clause(Table(rows, ("left", "right")))))[2:] == expected


@pytest.mark.parametrize("answer", NASTY)
def test_an_answer_reads_as_itself_in_titles(answer: str) -> None:
    text = markdown(
        Section("what", "front", (Answer(answer),)),
        clause(Paragraph((Answer(answer),), style="heading"), title=answer),
        Section("more", "schedule", (Answer(answer),)),
    )
    assert seen(text)[1:] == [
        ("h2", answer),
        ("h2", f"1. {answer}"),
        ("h3", answer),
        ("h2", f"Schedule 1: {answer}"),
    ]


@pytest.mark.parametrize("answer", NASTY)
def test_an_answer_reads_as_itself_in_the_contents(answer: str) -> None:
    contents = Section("contents", "front", (Text("Contents"),), (Contents(),))
    text = markdown(contents, Section("part", "part", (Answer(answer),)), clause(title=answer))
    assert seen(text)[2:4] == [("p", answer), ("p", f"1 {answer}")]


@pytest.mark.parametrize("answer", NASTY)
def test_a_caption_reads_as_itself(answer: str) -> None:
    table = Table((Row((cell(Text("Who")),)),), ("left",), caption=answer)
    assert seen(markdown(clause(table)))[2:] == [("p", answer), ("th", "Who")]


WORDS = st.text(
    st.sampled_from("ab1.) \n\t\\`*_{}[]<>#|~&!+-=:;$\"'(éß£—😀\xa0\u0301") | st.characters(exclude_categories=("C",)),
    max_size=8,
)
INLINES = st.lists(
    st.builds(Answer, WORDS, bold=st.booleans()) | st.builds(Text, WORDS, st.booleans()) | st.builds(Open, WORDS),
    max_size=6,
).map(tuple)


def printed(*inlines: Inline) -> Signs:
    return [
        (sign, not sign.isspace() and (inline.bold or isinstance(inline, Open)))
        for inline in inlines
        if not isinstance(inline, Reference)
        for sign in inline.text
    ]


@given(INLINES)
@example((Text("x"), Open("[to be agreed]"), Text("y")))
@example((Answer('"so"', bold=True), Text("is")))
@example((Text("a", bold=True), Answer("b", bold=True), Text("c")))
@example((Text("a"), Open(" "), Text("b")))
@example((Open("*"), Text("£"), Open("*")))
def test_words_and_bold_come_back_as_they_were(inlines: tuple[Inline, ...]) -> None:
    table = Table((Row((cell(*inlines), cell(Text("x")))),), ("left", "left"))
    text = markdown(
        clause(
            Paragraph((*inlines, Text("."))),
            Paragraph(inlines, 1, numbered=True),
            Paragraph(inlines, 2, numbered=True),
            table,
            Paragraph(inlines, style="heading"),
        )
    )
    found = [signs(token) for token in MarkdownIt("commonmark").enable("table").parse(text) if token.type == "inline"]
    plain = [[(sign, is_bold and not sign.isspace()) for sign, is_bold in each] for each in found[2:]]
    words = printed(*inlines)
    assert plain == [
        [*words, (".", False)],
        [*printed(Text("1.1 ")), *words],
        [*printed(Text("(a) ")), *words],
        words,
        [("x", False)],
        words,
    ]


def test_sub_clauses_are_paragraphs_and_what_is_below_them_nested_bullets() -> None:
    section = clause(
        Paragraph((Text("The Parties:"),), 1, numbered=True),
        Paragraph((Text("meet;"),), 2, numbered=True),
        Paragraph((Text("early and"),), 3, numbered=True),
        Paragraph((Text("late."),), 3, numbered=True),
        Paragraph((Text("They also"),), 2, numbered=True),
        Paragraph((Text("talk."),), 2),
        Paragraph((Text("That is all."),), 1, numbered=True),
    )
    assert markdown(section).split("\n\n", 2)[2] == (
        "1.1 The Parties:\n\n- (a) meet;\n  - (i) early and\n  - (ii) late.\n- (b) They also\n\n  talk.\n\n"
        "1.2 That is all.\n"
    )


def test_a_list_that_goes_on_after_a_table_is_not_indented() -> None:
    table = Table((Row((cell(Text("Who")),)),), ("left",))
    items = [Paragraph((Text(words),), level, numbered=True) for words, level in (("a", 1), ("b", 2), ("c", 3))]
    assert markdown(clause(*items, table, items[2])).endswith("\n  - (i) c\n\n| Who |\n| --- |\n\n- (ii) c\n")


def test_a_clause_stands_under_its_part_with_number_and_label() -> None:
    text = markdown(Section("p", "part", (Text("Money"),)), Section("c", "clause", (Text("Costs"),), label="Binding"))
    assert text == "# Charter\n\n## Money\n\n### 1. Costs (Binding)\n"


def test_a_reference_is_the_number_of_its_target() -> None:
    aim = Paragraph((Text("See clause "), Reference("term.length"), Text(".")), 1, numbered=True)
    target = Paragraph((Text("It lasts."),), 2, numbered=True, anchor="term.length")
    assert "1.1 See clause 1.1(a)." in markdown(clause(aim, target))


def test_an_open_answer_is_bold_in_its_brackets() -> None:
    text = markdown(clause(Paragraph((Text("From "), Open("[start: to be agreed]")))))
    assert text.endswith("From **\\[start: to be agreed\\]**\n")


def test_plain_words_are_not_littered_with_backslashes() -> None:
    words = "The set-up (costs £1.50; R&D) is 10:30 - 11:00, e.g. {{ this }}!"
    assert markdown(clause(Paragraph((Text(words),)))).endswith(f"\n\n{words}\n")


def test_numbers_stand_right_in_their_column() -> None:
    table = Table(
        (Row((cell(Text("Who")), cell(Text("£")))), Row((cell(Text("a")), cell(Text("1"))))), ("left", "right")
    )
    assert markdown(clause(table)).endswith("| Who | £ |\n| --- | ---: |\n| a | 1 |\n")


def test_paragraphs_of_a_cell_stand_on_lines_of_their_own() -> None:
    two = Cell((Paragraph((Text("one"),)), Paragraph((Text("two"),))))
    assert "| one<br>two |" in markdown(clause(Table((Row((two,)),), ("left",))))


def test_a_document_without_a_cover_begins_with_its_title_and_its_header() -> None:
    header = (Paragraph((Text("Pledges\tDraft"),)),)
    assert write(Document("Pledges", (), header=header)) == b"# Pledges\n\nPledges\tDraft\n"


def test_the_same_document_gives_the_same_bytes() -> None:
    section = clause(Paragraph((Answer("é", (("a", 1),)),)))
    assert write(draft(section)) == write(draft(section))
