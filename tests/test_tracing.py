from inputs import answers, assembled, clause, pick

from agreement_kit.answers import Answers
from agreement_kit.library import Clause
from agreement_kit.tracing import unprinted


def silent(given: Answers, *clauses: Clause) -> tuple[str, ...]:
    """What of the answers these clauses leave unprinted, the small agreement itself not counted."""
    names = unprinted(assembled(*clauses, given=given), [pick(each, given) for each in clauses], given)
    return tuple(name for name in names if not name.startswith(("document", "agreement", "parties")))


RISKS = "risks:\n  - {id: R1, title: Flood, likelihood: 4, impact: 3, mitigation: Walls}\n"


def test_what_no_clause_prints_is_named_the_largest_part_first() -> None:
    given = answers(RISKS + "purpose: {problem: Two queues, vision: One door}\n")
    assert silent(given, clause("1. {{ purpose.vision }}\n")) == ("purpose.problem", "risks")


def test_of_a_list_of_records_the_fields_that_nobody_prints_are_named() -> None:
    loop = "{% for risk in risks %}\n1. {{ risk.title }}\n{% endfor %}\n"
    assert silent(answers(RISKS), clause(loop)) == (*("risks[].likelihood", "risks[].impact", "risks[].mitigation"),)


def test_a_field_that_decides_what_is_printed_is_shown_by_that() -> None:
    wording = "{% if signature.electronic %}\n1. By screen.\n{% else %}\n1. By hand.\n{% endif %}\n"
    given = answers("signature: {electronic: true, counterparts: true}\n")
    assert silent(given, clause(wording)) == ("signature.counterparts",)


def test_a_field_that_decides_which_wording_is_chosen_is_shown_by_that() -> None:
    alternatives = (
        "  first:\n    position: fallback 1\n    when: {signature.electronic: true}\n    use: Then.\n    approver: X\n"
        "  second:\n    position: standard\n    use: Else.\n    approver: X\n"
    )
    chosen = clause("## first\n\n1. By screen.\n\n## second\n\n1. By hand.\n", alternatives=alternatives)
    assert silent(answers("signature: {electronic: true}\n"), chosen) == ()


def test_a_date_and_a_list_of_records_must_themselves_be_printed() -> None:
    wording = "{% if term.start and risks %}\n1. It has begun.\n{% endif %}\n"
    given = answers("term: {start: 2027-04-01}\n" + RISKS)
    assert silent(given, clause(wording)) == ("risks", "term")


def test_an_open_item_that_is_printed_is_shown() -> None:
    assert silent(answers("purpose: tbc\n"), clause("1. {{ purpose.vision }}\n")) == ()


def test_fields_that_only_checks_read_are_not_asked_for() -> None:
    assert silent(answers("conflicts: {register_owner: the Director}\n"), clause("1. A\n")) == ("conflicts",)
    given = answers()
    names = unprinted(assembled(clause("1. {{ parties[0].name }}\n"), given=given), [], given)
    assert not any(name.endswith((".id", ".tier")) for name in names)
