from inputs import CHARTER
from sheets import TODAY, glance, lines, problem, sheet

from agreement_kit.answers import Accepted
from agreement_kit.api import check, load, plan, review_sheet
from agreement_kit.problems import Place, Problem

TWO = (
    problem("RACI-01", 'activity "Costs" has two accountable parties', line=16),
    problem("RACI-01", 'activity "Boats" has no accountable party', line=17, hint="Name one."),
)


def test_what_check_finds_reaches_the_sheet() -> None:
    answers, problems = check(load((CHARTER + "raci:\n  - activity: Boats\n").encode(), name="x.yaml"))
    assert answers
    found = " ".join(lines(review_sheet(plan(answers), today=TODAY), "findings"))
    (no_one,) = (each for each in problems if each.rule == "RACI-01")
    assert f"{no_one.sentence[:1].upper()}{no_one.sentence[1:]} (line 15)." in found


def test_a_rule_says_why_once_and_what_it_found_with_the_line() -> None:
    found = sheet(problems=TWO)
    assert glance(found)["Errors and warnings"] == ("2 errors to settle", "2")
    assert lines(found, "findings") == [
        "Errors (2)",
        "2.1 RACI-01. An activity for which no party, or more than one, is accountable.",
        '(a) Activity "Costs" has two accountable parties (line 16).',
        '(b) Activity "Boats" has no accountable party (line 17). Name one.',
        "Why: Where two answer for the same thing neither does, and where nobody does it is found out too late.",
    ]


def test_a_single_finding_stands_beside_its_rule() -> None:
    found = lines(sheet(problems=TWO[1:]), "findings")
    assert found[1] == '2.1 RACI-01. Activity "Boats" has no accountable party (line 17). Name one.'


def test_errors_come_first_and_infos_have_a_list_of_their_own() -> None:
    found = sheet(
        problems=(
            problem("AAA-01", "the quay is wet", severity="warning", hint="Dry it."),
            problem("AAA-02", "the tide turns", severity="info"),
            problem("ZZZ-01", "the boat leaks"),
        )
    )
    assert glance(found)["Errors and warnings"][0] == "1 error and 1 warning to settle"
    assert lines(found, "findings") == [
        "Errors (1)",
        "2.1 ZZZ-01. The boat leaks (line 3).",
        "Warnings (1)",
        "2.2 AAA-01. The quay is wet (line 3). Dry it.",
    ]
    assert glance(found)["Notes of the checks"] == ("1 note", "3")
    assert lines(found, "notes") == ["3.1 AAA-02. The tide turns (line 3)."]


def test_a_finding_in_another_file_names_it() -> None:
    elsewhere = Problem(Place("own/quay.md", 7, 2), "AAA-01", "warning", "the quay is wet")
    assert lines(sheet(problems=(elsewhere,)), "findings")[1] == "2.1 AAA-01. The quay is wet (own/quay.md:7:2)."


def test_what_the_form_accepts_stands_apart_with_its_reason() -> None:
    found = sheet(accepted=tuple(Accepted(each, "The directors share it") for each in TWO))
    assert glance(found)["Errors and warnings"] == ("None found", "–")
    assert lines(found, "accepted") == [
        'RACI-01 | Activity "Costs" has two accountable parties (line 16). | The directors share it',
        'RACI-01 | Activity "Boats" has no accountable party (line 17). Name one. | The directors share it',
    ]
