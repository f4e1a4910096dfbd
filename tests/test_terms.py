import pytest
from builders import clause, text

from agreement_kit.document import Answer, Document, Paragraph, Section, Term, Text, inlines_of
from agreement_kit.terms import Meaning, Terms


def meaning(term: str, words: str, plural: str = "") -> Meaning:
    return Meaning(term, plural, (Text(words),))


def marked(section: Section) -> list[str]:
    """The terms that are marked in a section, as used."""
    return [inline.text for _, inline in inlines_of(Document("", (section,))) if isinstance(inline, Term)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Board meets.", ["Board"]),
        ("The Boards meet.", ["Boards"]),
        ("The board meets.", []),
        ("Boarding starts.", []),
        ("The Sub-Board and the Board's chair.", ["Board", "Board"]),
        ("The Strategic Board meets the Board.", ["Strategic Board", "Board"]),
        ("It is R&D (Health) work.", ["R&D (Health)"]),
        ("Boards, Board", ["Boards", "Board"]),
        ("The Board Paper is a paper.", ["Board Paper"]),
    ],
)
def test_whole_words_of_the_wording_are_terms_the_longest_first(words: str, expected: list[str]) -> None:
    names = ("Board Paper", "Strategic Board", "R&D (Health)")
    terms = Terms([meaning("Board", "a", "Boards"), *(meaning(name, "b") for name in names)])
    assert marked(terms.mark(clause("x", text(words)))) == expected


def test_an_answer_is_no_use_of_a_term() -> None:
    terms = Terms([meaning("Board", "the board")])
    section = clause("x", text(Answer("The Board")))
    assert terms.mark(section) == section
    assert terms.definitions() == ()


def test_a_plural_is_a_use_of_its_term_and_bold_stays_bold() -> None:
    terms = Terms([meaning("Board", "the board", "Boards")])
    (paragraph,) = terms.mark(clause("x", text(Text("Boards", bold=True)))).blocks
    assert paragraph == Paragraph((Term("Boards", "Board", bold=True),))


def definitions(*meanings: Meaning, used_in: str) -> list[str]:
    """The definitions that a wording brings, each as its words."""
    terms = Terms(meanings)
    terms.mark(clause("x", text(used_in)))
    return ["".join(inline.text for inline in each.inlines) for each in terms.definitions()]


def test_definitions_are_those_in_use_in_alphabetical_order_whatever_their_case() -> None:
    found = definitions(
        *(meaning("Year", "12 months"), meaning("board", "a"), meaning("Chair", "b"), meaning("Unused", "c")),
        used_in="Each Year the Chair of the board speaks.",
    )
    assert found == ["board means a.", "Chair means b.", "Year means 12 months."]


def test_definitions_bring_the_terms_of_their_meanings_in_turn() -> None:
    found = definitions(
        *(meaning("Board", "those whom the Members send"), meaning("Member", "a Party", "Members")),
        *(meaning("Party", "a body that signs"), meaning("Unused", "what the Board leaves")),
        used_in="The Board meets.",
    )
    assert found == [
        "Board means those whom the Members send.",
        "Member means a Party.",
        "Party means a body that signs.",
    ]


def test_two_meanings_that_use_one_another_are_both_printed_once() -> None:
    found = definitions(meaning("Host", "not a Guest"), meaning("Guest", "not the Host"), used_in="The Host pays.")
    assert found == ["Guest means not the Host.", "Host means not a Guest."]


def test_a_document_without_terms_is_left_alone() -> None:
    section = clause("x", text("The Board meets."))
    assert Terms([]).mark(section) == section


def test_terms_in_a_meaning_are_marked_there_too() -> None:
    terms = Terms([meaning("Board", "the Parties' board"), meaning("Party", "a body", "Parties")])
    terms.mark(clause("x", text("Board")))
    first, _ = terms.definitions()
    assert first.inlines == (
        *(Text("Board", bold=True), Text(" means the "), Term("Parties", "Party"), Text("' board.")),
    )
