"""The health check: what is scored, what is hidden so that nobody's answer can be worked out."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inputs import SAMPLES, printed

from agreement_kit import ProblemsFound, check, load
from agreement_kit.answers import Answers
from agreement_kit.api import health_check
from agreement_kit.document import Document, Picture, Table, paragraphs, plain_text
from agreement_kit.partnership.health import (
    Statement,
    differences,
    score_check,
    shown,
    shown_groups,
    strengths,
    to_discuss,
    warning_signs,
)
from agreement_kit.partnership.responses import Response, read_responses
from agreement_kit.partnership.spreadsheets import read_sheet

GROUPS = {"uni": "uni", "the university": "uni", "trust": "trust"}
STATEMENTS = tuple(Statement(at, "Part", f"Statement {at}.") for at in range(1, 4))


def responses(raw: str) -> tuple[tuple[Response, ...], str]:
    found, problems = read_responses(read_sheet(raw.encode(), "x.csv"), GROUPS, {1, 2, 3})
    return found, printed(problems)


def scored(*scores: tuple[str, int, int | None]) -> tuple[Response, ...]:
    """Responses of one person each: (group, statement, score)."""
    return tuple(Response(f"r{at}", group, number, value) for at, (group, number, value) in enumerate(scores))


def test_long_and_wide_tables_say_the_same() -> None:
    long, _ = responses(
        "respondent,party,question,score,comment\nr1,uni,1,4,Fine\nr1,uni,2,,\nr2,trust,1,5,\nr2,trust,2,1,\n"
    )
    wide, _ = responses(
        "respondent,party,Q1,2 We agree.,comment 1\nr1,The University,4,don't know,Fine\nr2,trust,5,1,\n"
    )
    assert sorted(long, key=str) == sorted(wide, key=str)


def test_a_wide_table_needs_no_column_for_the_person() -> None:
    found, problems = responses("party,q1\nuni,4\nuni,3\n")
    assert ([each.score for each in found], problems) == ([4, 3], "")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (
            "r1,unni,1,4",
            '2:4: warning RESP-02: "unni" is no partner (uni, trust); did you mean "uni"?; the row is left out',
        ),
        ("r1,,1,4", '2:4: warning RESP-02: "" is no partner (uni, trust); the row is left out'),
        ("r1,uni,9,4", '2:8: warning RESP-03: "9" is no statement (1 to 3); the row is left out'),
        ("r1,uni,1,6", '2:10: warning RESP-04: "6" is no score from 1 to 5; the answer is left out'),
        ("r1,uni,1,good", '2:10: warning RESP-04: "good" is no score from 1 to 5; the answer is left out'),
        ("r1,uni,1,3.5", '2:10: warning RESP-04: "3.5" is no score from 1 to 5; the answer is left out'),
        (",uni,1,4", "2:1: warning RESP-01: nobody is named as having answered; the row is left out"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_and_the_rest_is_used(row: str, problem: str) -> None:
    found, problems = responses(f"respondent,party,question,score\n{row}\nr2,trust,1,5\n")
    assert [each.respondent for each in found] == ["r2"]
    assert problems.split("\n")[0] == f"x.csv:{problem}"


def test_a_second_answer_of_one_person_and_a_second_home_are_left_out() -> None:
    found, problems = responses("respondent,party,question,score\nr1,uni,1,4\nr1,uni,1,5\nr1,trust,2,5\n")
    assert [(each.statement, each.score) for each in found] == [(1, 4)]
    assert problems == (
        "x.csv: warning RESP-06: these people answer for more than one group (r1); what stands under the second is "
        'left out\nx.csv:3:10: warning RESP-05: "r1" answered statement 1 before; this one is left out'
    )


def test_a_table_without_the_columns_is_refused() -> None:
    for raw in ("respondent,party\nr1,uni\n", "respondent,q1\nr1,4\n", "respondent,party,question\nr1,uni,1\n"):
        with pytest.raises(ProblemsFound, match="CSV-01"):
            responses(raw)


def test_means_and_spreads_of_statement_and_groups() -> None:
    found = scored(*[("uni", 1, value) for value in (1, 2, 3)], *[("trust", 1, value) for value in (5, 5, 5)])
    (result,) = score_check(found, STATEMENTS).results
    assert result.overall is not None
    assert (result.overall.mean, result.overall.spread, result.overall.count) == (Fraction(21, 6), 4, 6)
    assert {group: each.mean for group, each in result.groups.items()} == {"uni": 2, "trust": 5}
    assert result.gap == 3


def test_dont_know_is_counted_and_is_no_score() -> None:
    (result,) = score_check(scored(*[("uni", 1, value) for value in (3, 3, 3, None)]), STATEMENTS).results
    assert (result.unknown, result.overall and result.overall.count) == (1, 3)


def test_less_than_three_answers_are_not_shown() -> None:
    (result,) = score_check(scored(("uni", 1, 3), ("uni", 1, 4)), STATEMENTS).results
    assert (result.overall, result.groups, result.unknown) == (None, {}, 0)


@pytest.mark.parametrize(
    ("counts", "visible"),
    [
        ({"uni": 3, "trust": 4}, ("uni", "trust")),
        ({"uni": 2, "trust": 4}, ()),
        ({"uni": 0, "trust": 4}, ("trust",)),
        ({"uni": 2, "trust": 4, "council": 9}, ("council",)),
        ({"uni": 2, "trust": 1, "council": 9}, ("council",)),
        ({"uni": 1, "trust": 1, "council": 9, "charity": 5}, ("council",)),
    ],
)
def test_no_group_can_be_worked_out_from_the_total(counts: dict[str, int], visible: tuple[str, ...]) -> None:
    assert shown_groups(counts) == visible


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 7)))
def test_what_is_hidden_beside_the_total_is_nothing_or_comes_from_three_or_more(counts: dict[str, int]) -> None:
    visible = shown_groups(counts)
    hidden = sum(count for group, count in counts.items() if group not in visible)
    assert all(counts[group] >= 3 for group in visible)
    assert hidden == 0 or hidden >= 3 or sum(counts.values()) < 3


def test_a_comment_of_a_small_group_is_not_shown() -> None:
    found = [Response(f"r{at}", "uni", 1, 3, f"said {at}") for at in range(3)]
    found += [Response("t1", "trust", 1, 3, "I am the only one")]
    checked = score_check(found, STATEMENTS)
    assert checked.comments == ((1, "said 0"), (1, "said 1"), (1, "said 2"))
    assert checked.hidden == ("trust",)


def test_what_people_differ_about_comes_first() -> None:
    values = {1: (3, 3, 3), 2: (1, 3, 5), 3: (2, 2, 2)}
    found = [Response(f"r{at}", "uni", number, each) for number, row in values.items() for at, each in enumerate(row)]
    checked = score_check(found, STATEMENTS)
    assert [each.statement.number for each in to_discuss(checked)] == [2, 3, 1]
    assert [each.statement.number for each in differences(checked)] == [2]
    assert [each.statement.number for each in strengths(checked, 1)] == [1]
    assert warning_signs(checked) == ("Statement 3 has a mean of 2.0: Statement 3.",)


def test_the_round_before_gives_the_trend() -> None:
    now, before = scored(*[("uni", 1, 2)] * 3), scored(*[("uni", 1, 4)] * 3)
    checked = score_check(now, STATEMENTS, before)
    assert checked.results[0].change == -2
    assert "Statement 1 has fallen by 2.0 since the last round." in warning_signs(checked)


@pytest.mark.parametrize(
    ("value", "words"), [("7/2", "3.5"), ("41/12", "3.4"), ("69/20", "3.5"), ("-1/2", "-0.5"), ("0", "0.0")]
)
def test_means_are_rounded_half_up(value: str, words: str) -> None:
    assert shown(Fraction(value)) == words


def northmere() -> Answers:
    answers, _ = check(load(SAMPLES / "northmere-jro.agreement.yaml"))
    assert answers is not None
    return answers


def words(document: Document) -> str:
    return "\n".join(plain_text(each.inlines) for section in document.sections for each in paragraphs(section.blocks))


def test_the_report_names_what_to_talk_about_and_hides_the_small_group(tmp_path) -> None:  # type: ignore[no-untyped-def]
    rows = ["respondent,party,question,score,comment"]
    rows += [f"u{at},uni,{number},{2 + at},secret {at}" for at in range(2) for number in range(1, 25)]
    rows += [f"t{at},trust,{number},{4 if at else 1}," for at in range(4) for number in range(1, 25)]
    file = tmp_path / "answers.csv"
    file.write_text("\n".join(rows))
    report, problems = health_check(northmere(), file)
    assert problems == ()
    text = words(report)
    assert "Fewer than 3 people answered for The University" in text
    assert "secret" not in text
    blocks = [block for section in report.sections for block in section.blocks]
    heads = [plain_text(cell.paragraphs[0].inlines) for b in blocks if isinstance(b, Table) for cell in b.rows[0].cells]
    assert "The University" not in heads
    assert "The Trust" not in heads
    assert any(isinstance(block, Picture) for block in blocks)


def test_a_reflection_sets_self_against_others(tmp_path) -> None:  # type: ignore[no-untyped-def]
    rows = ["respondent,role,statement,score", *(f"me,self,{number},5" for number in range(1, 16))]
    rows += [f"o{at},other,{number},{2 if number == 4 else 5}" for at in range(3) for number in range(1, 16)]
    file = tmp_path / "answers.csv"
    file.write_text("\n".join(rows))
    report, problems = health_check(northmere(), file)
    assert problems == ()
    assert report.title.startswith("Leader reflection results: ")
    text = words(report)
    assert "At this stage Balance and Adapt count most." in text
    assert "You see yourself 3.0 above how others do." in text


def test_two_others_are_not_shown(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "answers.csv"
    file.write_text("respondent,role,statement,score\nme,self,1,5\na,other,1,1\nb,other,1,1\n")
    report, _ = health_check(northmere(), file)
    assert "No difference of 1 or more can be shown." in words(report)
