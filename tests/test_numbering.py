"""The numbers of a document, and what a reader of the page sees."""

from dataclasses import replace

import pytest
from builders import clause, document, full_document, inlines, item, row, schedule, section, table, text

from agreement_kit.document import Answer, Document, Open, Paragraph, Reference, Section, Term, Text
from agreement_kit.numbering import block_label, content, labels, letters, roman


def printed(section: Section) -> list[str]:
    """The labels beside the numbered paragraphs of a document with this one section."""
    return list(labels(document(section)).blocks.values())


def test_clauses_count_through_and_parts_between_them_do_not() -> None:
    numbers = labels(document(clause("a"), section("part", "money"), clause("b"), section("signature", "s")))
    assert numbers.sections == {"a": "1", "money": "", "b": "2", "s": ""}


def test_schedules_count_on_their_own() -> None:
    assert labels(document(schedule("a"), clause("b"), schedule("c"))).sections == {
        "a": "Schedule 1",
        "b": "1",
        "c": "Schedule 2",
    }


def test_a_clause_numbers_three_levels() -> None:
    blocks = (item("x"), item("x", level=2), item("x", level=3), item("x", level=3), item("x", level=2), item("x"))
    assert printed(clause("a", *blocks)) == ["1.1", "(a)", "(i)", "(ii)", "(b)", "1.2"]


def test_a_schedule_numbers_from_one_without_its_own_number() -> None:
    blocks = (item("x"), item("x", level=2), item("x", level=3), item("x"), item("x", level=2))
    assert printed(schedule("a", *blocks)) == ["1", "1.1", "(a)", "2", "2.1"]


def test_recitals_have_capital_letters_and_parties_numbers_in_brackets() -> None:
    blocks = (item("x"), item("x", level=2), item("x", level=3), item("x"))
    assert printed(section("recitals", "a", *blocks)) == ["(A)", "(i)", "(a)", "(B)"]
    assert printed(section("parties", "a", *blocks)) == ["(1)", "(a)", "(i)", "(2)"]


@pytest.mark.parametrize("kind", ["front", "cover", "signature", "part"])
def test_every_other_section_numbers_like_a_schedule(kind: str) -> None:
    written = Section("a", kind, (), (item("x"), item("x", level=2)))
    assert printed(written) == ["1", "1.1"]


def test_lists_begin_again_in_each_section() -> None:
    two = document(schedule("a", item("x"), item("x")), schedule("b", item("x")))
    assert labels(two).blocks == {("a", 0): "1", ("a", 1): "2", ("b", 0): "1"}


def test_a_level_begins_again_below_each_paragraph_above_it() -> None:
    blocks = (item("x"), item("x", level=2), item("x"), item("x", level=2))
    assert printed(clause("a", *blocks)) == ["1.1", "(a)", "1.2", "(a)"]


def test_two_lists_under_one_sub_clause_continue_as_in_word() -> None:
    blocks = (item("x"), item("x", level=2), item("x", level=2), text("between", level=1), item("x", level=2))
    assert printed(clause("a", *blocks)) == ["1.1", "(a)", "(b)", "(c)"]


def test_text_and_tables_have_no_number() -> None:
    numbers = labels(document(clause("a", text("x"), text("y", level=1), table(row("x")), item("z"))))
    assert numbers.blocks == {("a", 3): "1.1"}


def test_a_level_that_was_skipped_counts_as_its_first() -> None:
    blocks = (item("x", level=2, anchor="a.x"), item("x"), item("x", level=3, anchor="a.y"))
    numbers = labels(document(clause("a", *blocks)))
    assert list(numbers.blocks.values()) == ["(a)", "1.2", "(i)"]
    assert (numbers.targets["a.x"], numbers.targets["a.y"]) == ("1.1(a)", "1.2(a)(i)")


def test_after_z_comes_aa_as_in_word() -> None:
    blocks = (item("x"), *(item("x", level=2) for _ in range(28)))
    assert printed(clause("a", *blocks))[-3:] == ["(z)", "(aa)", "(bb)"]
    assert [letters(count) for count in (1, 26, 27, 52, 53)] == ["a", "z", "aa", "zz", "aaa"]


def test_roman_numbers() -> None:
    counts = (1, 2, 3, 4, 5, 6, 9, 10, 14, 19, 40, 49, 50, 90, 99, 100)
    assert " ".join(map(roman, counts)) == "i ii iii iv v vi ix x xiv xix xl xlix l xc xcix c"


def test_a_reference_prints_the_number_in_full() -> None:
    def anchored(prefix: str) -> tuple[Paragraph, ...]:
        return tuple(item("x", level=level, anchor=f"{prefix}.{level}") for level in (1, 2, 3))

    written = document(
        section("recitals", "r", *anchored("r")),
        clause("c"),
        clause("d", *anchored("d")),
        schedule("s", *anchored("s")),
    )
    assert labels(written).targets == {
        "r.1": "(A)",
        "r.2": "(A)(i)",
        "r.3": "(A)(i)(a)",
        "c": "1",
        "d": "2",
        "d.1": "2.1",
        "d.2": "2.1(a)",
        "d.3": "2.1(a)(i)",
        "s": "Schedule 1",
        "s.1": "1",
        "s.2": "1.1",
        "s.3": "1.1(a)",
    }


def test_what_has_no_number_is_no_target() -> None:
    written = document(section("part", "p"), clause("a", text("x", anchor="a.x")))
    assert labels(written).targets == {"a": "1"}


def test_the_label_of_a_block() -> None:
    section = clause("a", text("x"), item("y"))
    numbers = labels(document(section))
    assert [block_label(numbers, section, at) for at in (0, 1)] == ["", "1.1"]


# what a reader of the page sees


def seen(*words: str | Answer | Open | Term | Reference | Text) -> tuple[object, ...]:
    """The inline content of one paragraph, as the page shows it."""
    (paragraph,) = content(document(clause("a", text(*words, level=1)))).sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    return paragraph.inlines


def test_answers_and_terms_become_words_and_join_their_neighbours() -> None:
    assert seen("Pay ", Answer("£5", (("money",),)), " to the ", Term("Parties", "Party"), ".") == (
        Text("Pay £5 to the Parties."),
    )


def test_bold_stays() -> None:
    assert seen("a ", Answer("b", bold=True), Term("c", "C", bold=True)) == (Text("a "), Text("bc", bold=True))


def test_open_items_keep_their_words_alone() -> None:
    assert seen(Open("[date]", (("term",),), question="When?", owner="Amira")) == (Open("[date]"),)


def test_neighbouring_open_items_of_one_look_are_one() -> None:
    assert seen(Open("[a]"), "", Open("[b]"), Open("[c]", bold=True)) == (Open("[a][b]"), Open("[c]", bold=True))


def test_an_answer_without_words_leaves_nothing() -> None:
    assert seen("a", Answer(""), Open(""), "b") == (Text("ab"),)


def test_references_show_their_number_and_keep_their_target() -> None:
    assert seen(Reference("a", bold=True)) == (Reference("a", bold=True, text="1"),)


def test_versions_alternatives_paths_and_status_are_forgotten() -> None:
    plain = Section("a", "clause", inlines("Title"), (item("x"),), "Binding")
    known = replace(plain, binds="binding", alternative="standard", version="1.0.0", blocks=(bound(item("x")),))
    assert content(Document("T", (known,), status="draft")) == content(Document("T", (plain,)))


def bound(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, binds="binding")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (item("x"), item("y")),
        (item("x"), text("x", level=1)),
        (item("x"), item("x", level=2)),
        (item("x"), item("x", anchor="a.x")),
        (item("x"), item(Text("x", bold=True))),
        (item("x"), item(Open("x"))),
        (text("x"), replace(text("x"), style="heading")),
        (table(row("x")), table(row("x"), caption="Another")),
        (table(row("x")), replace(table(row("x")), columns=("right",))),
        (table(row("x")), table(row("x"), landscape=True)),
    ],
)
def test_what_can_be_seen_stays(one: Paragraph, other: Paragraph) -> None:
    assert content(document(clause("a", one))) != content(document(clause("a", other)))


def test_a_cover_has_no_title_and_no_label_on_the_page() -> None:
    titled = section("cover", "cover", title="Cover", label="Binding")
    assert content(document(titled)).sections == (Section("cover", "cover", ()),)


def test_text_of_a_clause_itself_stands_where_text_of_its_first_level_stands() -> None:
    assert content(document(clause("a", text("x")))) == content(document(clause("a", text("x", level=1))))
    assert content(document(schedule("a", text("x")))) != content(document(schedule("a", text("x", level=1))))


def test_a_signature_block_shows_no_alignment() -> None:
    block = replace(table(row("Name", "")), kind="signature")
    sides = replace(block, columns=("right", "left"))
    assert content(document(clause("a", sides))) == content(document(clause("a", block)))


def test_what_content_says_is_content() -> None:
    once = content(full_document())
    assert content(once) == once
