import pytest
from inputs import CHARTER, answers, assembled, clause, printed

from agreement_kit.assembly import assemble
from agreement_kit.document import (
    Block,
    Document,
    Open,
    Paragraph,
    Reference,
    Slot,
    Table,
    Term,
    inlines_of,
    plain_text,
)
from agreement_kit.library import Library
from agreement_kit.numbering import labels
from agreement_kit.outlines import Pick
from agreement_kit.problems import ProblemsFound

HYBRID = CHARTER.replace("charter", "hybrid", 1).replace("university_hybrided", "university_chartered")
DEFINED = """\
  only:
    position: standard
    use: Always.
    approver: Head of legal
    defines:
"""


def defining(*terms: tuple[str, str], wording: str = "1. Tell.\n", name: str = "terms"):  # type: ignore[no-untyped-def]
    """A clause that defines terms by their meanings."""
    lines = "".join(f"      - {{term: {term}, plural: {term}s, meaning: '{meaning}'}}\n" for term, meaning in terms)
    return clause(f"## only\n\n{wording}", name=name, alternatives=DEFINED + lines)


def shown(document: Document, section: str) -> list[str]:
    """The words of each paragraph and of each row of a section, with the numbers of references."""
    numbers = labels(document).targets
    (found,) = (each for each in document.sections if each.id == section)
    return [line for block in found.blocks for line in lines_of(block, numbers)]


def lines_of(block: Block, numbers: dict[str, str]) -> list[str]:
    if isinstance(block, Paragraph):
        return [plain_text(block.inlines, numbers)]
    assert isinstance(block, Table)
    return [" | ".join(plain_text(cell.paragraphs[0].inlines, numbers) for cell in row.cells) for row in block.rows]


DEFINITIONS = clause("```lead\nSee clause [](#terms).\n```\n\n```definitions\n```\n", name="definitions")


def test_the_definitions_are_those_in_use_followed_through_their_meanings() -> None:
    terms = defining(
        *(("Year", "12 months"), ("Board", "those whom a Member sends"), ("Member", "a body"), ("Guest", "no Member")),
        wording="1. The Boards meet each Year.\n",
    )
    document = assembled(terms, ("schedule", DEFINITIONS))
    assert shown(document, "definitions") == [
        *("See clause 1.", "Board means those whom a Member sends.", "Member means a body.", "Year means 12 months."),
    ]
    used = [inline.name for section, inline in inlines_of(document) if isinstance(inline, Term)]
    assert used == ["Board", "Year", "Member"]


def test_a_term_in_an_answer_is_not_in_use() -> None:
    terms = defining(("Board", "a body"), wording="1. {{ purpose.problem }}\n")
    document = assembled(terms, ("schedule", DEFINITIONS), given=answers("purpose: {problem: The Board is slow.}\n"))
    assert [section.id for section in document.sections] == ["terms"]


def test_a_term_is_defined_by_the_chosen_clause_before_any_other() -> None:
    first = defining(("Board", "the first"), wording="1. The Board meets.\n", name="first")
    second = defining(("Board", "the second"), name="terms")
    document = assembled(first, second, ("schedule", DEFINITIONS))
    assert shown(document, "definitions")[1:] == ["Board means the first."]


def test_a_term_of_a_clause_that_was_not_chosen_is_still_defined_where_it_is_used() -> None:
    user = clause("1. The Board meets.\n", name="terms")
    other = defining(("Board", "the body of the other clause"), name="other")
    picks = [
        Pick("clause", "Terms", user, user.alternatives[0]),
        Pick("schedule", "Definitions", DEFINITIONS, DEFINITIONS.alternatives[0]),
    ]
    document = assemble(picks, answers(), Library({"other": other, "terms": user}))
    assert shown(document, "definitions")[1:] == ["Board means the body of the other clause."]


def test_a_meaning_may_hold_answers_and_its_mistakes_are_placed_where_it_stands() -> None:
    terms = defining(("Board", "{{ document.title }}"), wording="1. The Board meets.\n")
    document = assembled(terms, ("schedule", DEFINITIONS))
    assert shown(document, "definitions")[1:] == ["Board means Harbour Charter."]
    with pytest.raises(ProblemsFound) as found:
        assembled(defining(("Year", "12 months"), ("Board", "{{ document.titel }}")))
    sentence = 'no field of the input is called document.titel; did you mean "title"?'
    assert printed(found.value.problems) == f"terms.md:21:1: error WORD-05: {sentence}"


@pytest.mark.parametrize(
    ("meaning", "expected"),
    [
        ("- a body", 'a bullet list (write `1.`) is no part of a clause: "- a body"'),
        ("{# nothing #}", 'the meaning of "Board" is not one paragraph'),
    ],
)
def test_a_meaning_is_one_paragraph_of_words(meaning: str, expected: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        assembled(defining(("Board", meaning)))
    assert printed(found.value.problems) == f"terms.md:20:1: error WORD-06: {expected}"


MAP = clause("```binding-map\n```\n", name="map")


def test_the_binding_map_says_of_each_clause_and_each_part_of_a_mixed_one_whether_it_binds() -> None:
    wording = "1. A ^binding\n1. B ^binding\n   1. b\n1. C ^intent\n1. D ^binding\n1. E ^name ^binding\n1. F ^binding\n"
    document = assembled(
        ("front", MAP),
        clause("1. A\n", name="first"),
        clause("1. A\n", name="second", binds="intent"),
        clause(wording, name="third", binds="mixed"),
        clause("1. A ^intent\n1. B ^intent\n1. C ^binding\n", name="fourth", binds="mixed"),
        ("schedule", clause("1. A\n", name="extra", binds="mixed")),
        given=answers(start=HYBRID),
    )
    assert shown(document, "map") == [
        "How it stands in law | Clauses",
        "Binding | 1, 3.1, 3.2, 3.4 to 3.6 and 4.3",
        "Statement of intent | 2, 3.3, 4.1 and 4.2",
    ]
    assert [section.label for section in document.sections] == [
        *("", "Binding", "Statement of intent", "Partly binding", "Partly binding", ""),
    ]


def test_neighbours_in_the_binding_map_are_named_as_one_span_within_a_clause() -> None:
    mixed = "1. A ^binding\n1. B ^binding\n1. C ^binding\n1. D ^intent\n"
    document = assembled(
        ("front", MAP),
        *(clause("1. A\n", name=name) for name in ("one", "two", "three")),
        clause(mixed, name="four", binds="mixed"),
        clause("1. A\n", name="five"),
        given=answers(start=HYBRID),
    )
    assert shown(document, "map")[1] == "Binding | 1 to 3, 4.1 to 4.3 and 5"


def test_a_mixed_clause_whose_sub_clauses_all_bind_is_labelled_as_binding() -> None:
    document = assembled(clause("1. A ^binding\n", name="a", binds="mixed"), given=answers(start=HYBRID))
    assert document.sections[0].label == "Binding"


def test_what_does_not_bind_as_a_whole_carries_no_labels() -> None:
    document = assembled(clause("1. A\n"), clause("1. A ^binding\n", name="third", binds="mixed"))
    assert [section.label for section in document.sections] == ["", ""]


def test_a_sub_clause_of_a_mixed_clause_must_say_whether_it_binds() -> None:
    with pytest.raises(ProblemsFound) as found:
        assembled(clause("1. A ^binding\n1. B\n", binds="mixed"))
    assert printed(found.value.problems) == (
        'disputes.md:22:1: error WORD-07: a sub-clause of a mixed clause does not say whether it binds: "B"\n'
        "  End it in ^binding or ^intent."
    )


OPEN_ITEMS = clause("{{ document.title }}\n\n```open-items\n```\n", name="cover", title="Cover")


def test_open_items_are_listed_with_where_who_and_when() -> None:
    start = CHARTER.replace("title: Harbour Charter", "title: {tbc: Which title?, owner: uni, by: 2027-04-01}")
    extra = "purpose: {problem: tbc, vision: {tbc: Which vision?}}\nterm: {start: tbc}\n"
    document = assembled(
        ("cover", OPEN_ITEMS),
        clause("1. {{ purpose.problem }} {{ purpose.problem }} {{ document.title }}\n", name="why"),
        ("schedule", clause("1. {{ purpose.vision }}\n", name="more")),
        given=answers(extra, start=start),
    )
    assert shown(document, "cover") == [
        "[Which title?]",
        "Open items in this draft (4)",
        "Still to be agreed | Where | Who settles it | By when",
        "[Which title?] | Clause 1 | The University | 1 April 2027",
        "[Problem: to be confirmed] | Clause 1 | Not set | Not set",
        "[Which vision?] | Schedule 1 | Not set | Not set",
        "[Start: to be confirmed] | Not printed | Not set | Not set",
    ]


def test_a_draft_without_open_items_says_nothing_of_them() -> None:
    document = assembled(("cover", OPEN_ITEMS))
    assert shown(document, "cover") == ["Harbour Charter"]
    assert not any(isinstance(inline, Open) for _, inline in inlines_of(document))


def test_a_schedule_that_has_nothing_but_its_lead_falls_away() -> None:
    empty = clause("```lead\nSee clause [](#why).\n```\n\n{% for text in background %}\n1. {{ text }}\n{% endfor %}\n")
    why = clause("1. Tell.\n", name="why")
    assert [each.id for each in assembled(why, ("schedule", empty)).sections] == ["why"]
    full = assembled(why, ("schedule", empty), given=answers("background: We met.\n"))
    assert [each.id for each in full.sections] == ["why", "disputes"]


def test_no_slot_is_left_in_a_document() -> None:
    both = clause("```binding-map\n```\n\n```open-items\n```\n\n```definitions\n```\n", name="all")
    document = assembled(("front", both), clause("1. A\n"))
    assert not any(isinstance(block, Slot) for section in document.sections for block in section.blocks)


def test_a_dangling_reference_names_both_ends_and_its_line() -> None:
    with pytest.raises(ProblemsFound) as found:
        assembled(clause("1. A\n\n1. See clause [](#liabilty).\n"), clause("1. A\n", name="liability"))
    assert printed(found.value.problems) == (
        'disputes.md:25:1: error XREF-01: "disputes" refers to "liabilty", which is not in this document; did you mean '
        "\"liability\"?\n  Ask first: {% if 'liabilty' in chosen %}"
    )


def test_a_reference_to_a_clause_that_is_asked_for_first_stands_only_with_it() -> None:
    wording = "1. A{% if 'liability' in chosen %}, see clause [](#liability){% endif %}\n"
    assert shown(assembled(clause(wording)), "disputes") == ["A"]
    both = assembled(clause(wording), clause("1. A\n", name="liability"))
    assert shown(both, "disputes") == ["A, see clause 2"]


def test_a_reference_in_a_table_of_a_part_dangles_too() -> None:
    wording = "```table Where\n| A |\n|---|\n| [](#notices) |\n```\n"
    with pytest.raises(ProblemsFound, match='"disputes" refers to "notices", which is not in this document'):
        assembled(("front", clause(wording)))


def test_a_front_section_is_nothing_to_refer_to() -> None:
    with pytest.raises(ProblemsFound, match='"disputes" refers to "cover"'):
        assembled(("cover", OPEN_ITEMS), clause("1. See [](#cover).\n"))


def test_the_header_and_the_properties_come_from_the_document_section() -> None:
    start = CHARTER.replace("title: Harbour Charter", "title: Harbour Charter\n  reference: H-1\n  version: '0.3'")
    document = assembled(clause("1. A\n"), given=answers(start=start))
    assert [plain_text(line.inlines) for line in document.header] == [
        "Harbour Charter\tDraft for discussion",
        "H-1, version 0.3",
    ]
    assert (document.title, document.reference, document.version, document.status) == (
        *("Harbour Charter", "H-1", "0.3", "draft"),
    )
    assert document.author == "Quayside University; Saltmarsh Trust"


def test_a_group_is_a_heading_of_its_own() -> None:
    document = assemble([Pick("part", "What we do & why")], answers(), Library({}))
    assert [(each.kind, each.id, plain_text(each.title)) for each in document.sections] == [
        ("part", "part-what-we-do-why", "What we do & why")
    ]


def test_a_reference_keeps_its_target() -> None:
    document = assembled(clause("1. A ^first\n1. See clause [](#disputes.first).\n"))
    targets = [inline.target for _, inline in inlines_of(document) if isinstance(inline, Reference)]
    assert targets == ["disputes.first"]
    assert shown(document, "disputes") == ["A", "See clause 1.1."]


@pytest.mark.parametrize(("kind", "deepest"), [("clause", 3), ("recitals", 3), ("parties", 3), ("schedule", 4)])
def test_a_list_is_no_deeper_than_its_section_numbers(kind, deepest) -> None:  # type: ignore[no-untyped-def]
    wording = "\n\n".join("   " * level + "1. A" for level in range(deepest)) + "\n"
    assert labels(assembled((kind, clause(wording)))).blocks["disputes", deepest - 1]
    deeper = wording + "\n" + "   " * deepest + "1. A\n"
    with pytest.raises(ProblemsFound, match=f"at most {deepest} levels"):
        assembled((kind, clause(deeper)))
