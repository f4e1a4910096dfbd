"""Wording is read in every way that answers can give, and each letter keeps its place in the file."""

from linting import noted, shelf

from agreement_kit.api import load_library, load_templates
from agreement_kit.lint.logic import Formula, atoms, every
from agreement_kit.lint.questions import find_answers
from agreement_kit.lint.readings import TURN, Passage
from agreement_kit.lint.shelf import Sheet, Shelf, answering, apart
from agreement_kit.lint.wording import ANSWER, TURN_ANSWER


def sheet(wording: str, **front: str) -> Sheet:
    return next(each for each in shelf(noted(wording, **front)).wordings if each.clause.id == "disputes")


def asked(formula: Formula) -> set[str]:
    return {atom.question for atom in atoms(formula)}


def texts(wording: str) -> list[str]:
    """The readings of a wording, with … for answers."""
    shown = ("".join(passage.text for passage in reading) for reading in sheet(wording).readings)
    return list(dict.fromkeys(each.replace(ANSWER, "…").replace(TURN_ANSWER, "…") for each in shown))


def test_every_branch_is_read_and_so_is_its_absence() -> None:
    wording = "1. Pay{% if term.start %} from {{ term.start }}{% elif term.end %} soon{% else %} now{% endif %}.\n"
    assert sorted(texts(wording)) == ["Pay from ….", "Pay now.", "Pay soon."]
    assert texts("1. Pay{% if term.start %} soon{% endif %}.\n") == ["Pay soon.", "Pay."]


def test_conditions_that_exclude_each_other_are_never_read_together() -> None:
    wording = "1. Pay{% if term.start %} soon{% endif %}{% if not term.start %} never{% endif %}.\n"
    assert sorted(texts(wording)) == ["Pay never.", "Pay soon."]


def test_an_answer_that_is_one_code_is_not_another() -> None:
    wording = (
        "1. Pay{% if liability.cap_basis == 'none' %} all{% endif %}"
        "{% if liability.cap_basis == 'amount' %} some{% endif %}.\n"
    )
    assert sorted(texts(wording)) == ["Pay all.", "Pay some.", "Pay."]


def test_a_loop_has_a_first_a_last_but_one_and_a_last_turn() -> None:
    joining = "{{ '' if loop.last else ' and ' if loop.revindex == 2 else ', ' }}"
    wording = f"1. {{% for party in parties %}}{{{{ party.name }}}}{joining}{{% endfor %}}.\n"
    assert texts(wording) == ["…, … and ….", "…."]


def test_a_fallback_is_wording() -> None:
    assert sorted(texts("1. Pay {{ term.start | default('soon') }}.\n")) == ["Pay soon.", "Pay …."]


def test_a_letter_keeps_its_line_and_column() -> None:
    found = sheet("1. Pay.\n{% if term.start %}\n1. Wait **until** {{ term.start }}, then meet.\n{% endif %}\n")
    passage = next(each for each in found.passages if "meet" in each.text)
    place = found.place(passage.words.offsets[passage.text.index("meet")])
    assert (place.line, place.column) == (25, 42)


def test_levels_marks_blocks_and_cells_are_known() -> None:
    wording = (
        "1. Pay: ^payment ^binding\n\n   1. soon.\n\n   So be it.\n\n"
        "```table Who pays\n| Party | Sum |\n|---|---:|\n| {{ host.party }} | clause [](#terms) |\n```\n"
    )
    found = sheet(wording, binds="mixed").passages
    assert [(each.level, each.is_entry, each.block, each.marks) for each in found[:4]] == [
        (1, True, "", ("payment", "binding")),
        (2, True, "", ()),
        (1, False, "", ()),
        (0, False, "caption", ()),
    ]
    assert [each.text for each in found if each.block == "table"] == ["Party", "Sum", ANSWER, "clause \ue002"]
    assert all(isinstance(each, Passage) and each.owner == ("payment", "binding") for each in found if not each.block)


def test_every_piece_of_the_library_that_answers_can_print_is_read() -> None:
    """Save what stands in a later turn than are gone through, or asks one entry to be so and not so."""
    missed = []
    for each in Shelf(load_library(), load_templates()).sheets:
        waiting = list(each.pieces)
        for case in each.cases:
            waiting = each.unseen(waiting, case)
        missed += [
            (each.clause.id, each.alternative.id, piece.text)
            for piece, guard in waiting
            if piece.text.strip()
            and not any(TURN.fullmatch(question) for question in asked(guard))
            and find_answers(every(each.stands, guard, apart(asked(guard))), with_omissions=True) is not None
        ]
    assert missed == []


def test_a_case_answers_what_it_leaves_open_as_usual() -> None:
    answer = answering({"plan": "not given"})
    assert (answer("plan"), answer("term"), answer("agreement.tier")) == ("not given", "given", "gold")
