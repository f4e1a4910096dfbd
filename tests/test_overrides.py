"""What an input may change about the library by name, and an organisation's own clauses over the kit's."""

from pathlib import Path

import pytest
from inputs import CHARTER, answers, clause_file, printed

from agreement_kit.api import Plan, check, load, load_library, load_templates, plan
from agreement_kit.library import Origin
from agreement_kit.overrides import NEEDS, Override
from agreement_kit.problems import ProblemsFound

HYBRID = CHARTER.replace("binding: charter", "binding: hybrid\n  tier: silver")


def library(folder: Path, *files: str) -> Path:
    """A folder with these clause files."""
    folder.mkdir()
    for at, text in enumerate(files):
        (folder / f"{at}.md").write_text(text, "utf-8")
    return folder


def planned(clauses: str, *libraries: Path) -> Plan:
    """The plan of a hybrid agreement whose section `clauses` is this."""
    found, problems = check(load(f"{HYBRID}clauses:\n{clauses}".encode(), name="x.yaml"), libraries=libraries)
    assert found is not None, printed(problems)
    return plan(found, libraries=libraries)


def ids(found: Plan) -> list[str]:
    return [pick.clause.id for pick in found.picks if pick.clause]


def test_an_alternative_chosen_by_name_stands_whatever_the_answers_say() -> None:
    found = planned("  choose:\n    liability: {alternative: no-cap, reason: Both insurers agree}\n")
    chosen = {pick.clause.id: pick.alternative.id for pick in found.picks if pick.clause and pick.alternative}
    assert chosen["liability"] == "no-cap"
    usual = {
        pick.clause.id: pick.alternative.id for pick in planned("  {}\n").picks if pick.clause and pick.alternative
    }
    assert {key for key in chosen if chosen[key] != usual[key]} == {"liability"}


def test_a_clause_left_out_takes_its_schedule_with_it() -> None:
    raci = "raci: [{activity: Costing, accountable: uni, responsible: uni}]\n"
    usual = ids(plan(answers(raci, start=HYBRID)))
    left = ids(plan(answers(f"{raci}clauses: {{omit: {{raci: {{reason: Too early}}}}}}\n", start=HYBRID)))
    assert [key for key in usual if key not in left] == ["raci", "schedule-raci"]


def test_the_reasons_are_at_hand_for_whoever_reviews_the_draft() -> None:
    found = planned(
        "  omit:\n    vision: {reason: tbc}\n"
        "  choose:\n    liability: {alternative: no-cap, reason: Both insurers agree}\n    exit: tbc\n"
    )
    assert found.overrides == (
        Override("choose", "liability", "Both insurers agree", "no-cap"),
        Override("omit", "vision", "[Reason: to be confirmed]"),
    )


def test_a_clause_of_an_own_library_stands_where_the_input_puts_it(tmp_path: Path) -> None:
    own = library(
        tmp_path / "own",
        clause_file("## only\n\n1. Moor with care.\n", name="moorings", tiers="[gold]"),
        clause_file("## only\n\n1. No wake.\n", name="speed"),
        clause_file("## only\n\n1. Berth 1.\n", name="schedule-berths"),
    )
    found = planned(
        "  add:\n    moorings: {after: disputes, reason: Asked for}\n    speed: {after: moorings, reason: Asked for}\n"
        "    schedule-berths: {after: schedule-definitions, reason: Asked for}\n",
        own,
    )
    at = ids(found).index("disputes")
    assert ids(found)[at : at + 3] == ["disputes", "moorings", "speed"]
    kinds = {pick.clause.id: pick.kind for pick in found.picks if pick.clause}
    assert (kinds["speed"], kinds["schedule-berths"]) == ("clause", "schedule")
    assert found.own == ("moorings", "speed", "schedule-berths")
    assert "Moor with care." in str(found.assemble())


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        (
            "  omit: {liabilty: {reason: x}}\n",
            '16:10: error OWN-01: there is no clause "liabilty"; did you mean "liability"?',
        ),
        (
            "  choose: {liability: {alternative: nocap, reason: x}}\n",
            '16:37: error OWN-02: "liability" has no alternative "nocap"; did you mean "no-cap"?',
        ),
        (
            "  add: {vision: {after: disputes, reason: x}}\n",
            '16:9: error OWN-03: "vision" stands in this document already; leave it out here',
        ),
        (
            "  add: {moorings: {after: disputs, reason: x}}\n",
            '16:27: error OWN-04: no clause can stand after "disputs"; did you mean "disputes"?',
        ),
        (
            "  add: {moorings: {after: signatures, reason: x}}\n",
            '16:27: error OWN-04: no clause can stand after "signatures"',
        ),
        (
            "  omit: {disputes: {reason: y, because: x}}\n",
            '16:32: error FIELD-07: there is no field "because" in "disputes"; here go: reason',
        ),
        (
            "  omit: {disputes: {}}\n",
            '16:10: error FIELD-08: "reason" is missing: Why the agreement does without this clause, so that nobody '
            "takes the gap for a slip.",
        ),
        ("  omit: [disputes]\n", '16:9: error FIELD-03: "omit" has names of your own, each with its value, below it'),
    ],
)
def test_a_departure_that_cannot_be_is_named_with_its_place(clauses: str, expected: str, tmp_path: Path) -> None:
    own = library(tmp_path / "own", clause_file("## only\n\n1. Moor.\n", name="moorings"))
    found, problems = check(load(f"{HYBRID}clauses:\n{clauses}".encode(), name="x.yaml"), libraries=[own])
    assert found is None
    assert printed(problems).split("\n")[0] == f"x.yaml:{expected}"


def test_a_plan_says_so_itself_where_the_library_of_an_added_clause_is_not_given(tmp_path: Path) -> None:
    own = library(tmp_path / "own", clause_file("## only\n\n1. Moor.\n", name="moorings"))
    text = f"{HYBRID}clauses: {{add: {{moorings: {{after: disputes, reason: x}}}}}}\n"
    found, _ = check(load(text.encode(), name="x.yaml"), libraries=[own])
    assert found is not None
    with pytest.raises(ProblemsFound, match=r"x\.yaml:15:17: error OWN-01"):
        plan(found)


FLOW = "data: {personal_data: true, flows: [{id: F1, from: uni, to: trust, roles: joint_controllers}]}\n"


@pytest.mark.parametrize(
    ("extra", "clauses", "sentence"),
    [
        (FLOW, "omit: {data-protection: {reason: x}}", '"data-protection" cannot be left out: personal data is shared'),
        (FLOW, "omit: {schedule-data: {reason: x}}", '"schedule-data" cannot be left out: joint controllers need'),
        (
            FLOW,
            "choose: {data-protection: {alternative: no-personal-data, reason: x}}",
            '"data-protection" cannot be "no-personal-data": personal data is shared',
        ),
        ("", "omit: {liability: {reason: x}}", '"liability" cannot be left out: it says what no limit can reach'),
        ("", "omit: {legal-status: {reason: x}}", '"legal-status" cannot be left out: a document has to say'),
        ("", "omit: {information-requests: {reason: x}}", '"information-requests" cannot be left out: a public party'),
    ],
)
def test_what_the_law_needs_cannot_be_left_out(extra: str, clauses: str, sentence: str) -> None:
    found, problems = check(load(f"{HYBRID}{extra}clauses: {{{clauses}}}\n".encode(), name="x.yaml"))
    assert found is None
    (problem,) = [each for each in problems if each.rule.startswith("OWN")]
    assert problem.rule == "OWN-05"
    assert problem.sentence.startswith(sentence)


def test_where_no_personal_data_is_shared_its_clause_may_be_left_out() -> None:
    assert "data-protection" not in ids(planned("  omit: {data-protection: {reason: Nothing is shared}}\n"))


def test_every_need_is_for_a_clause_that_there_is() -> None:
    (template,) = (each for each in load_templates() if each.id == "agreement")
    clauses = [*load_library().clauses.values(), *template.parts.values()]
    for need in NEEDS:
        meant = [each for each in clauses if need.clause in (each.topic, each.id)]
        assert meant, need
        assert [name for name in need.unfit if not any(each.find(name) for each in meant)] == []


def test_what_others_refer_to_is_named_where_the_input_leaves_it_out() -> None:
    with pytest.raises(ProblemsFound) as found:
        planned("  omit: {disputes: {reason: We never disagree}}\n").assemble()
    problem = found.value.problems[0]
    assert (problem.place.file, problem.place.line, problem.rule) == ("x.yaml", 16, "OWN-06")
    assert problem.sentence.startswith('"disputes" cannot be left out while "')


def test_an_own_library_replaces_clauses_and_parts_and_the_last_one_wins(tmp_path: Path) -> None:
    first = library(
        tmp_path / "first",
        clause_file("## only\n\n1. Ask the harbour master.\n"),
        clause_file("## only\n\n1. Moor.\n", name="moorings"),
        clause_file("## only\n\n```title\nOur own cover\n```\n", name="cover", topic="A1"),
    )
    second = library(
        tmp_path / "second", clause_file("## only\n\n1. Toss a coin.\n", version="2.0.0", changes="{2.0.0: x}")
    )
    found = planned("  {}\n", first, second)
    shipped = load_library().clauses["disputes"].version
    assert found.library.own == {
        "disputes": Origin(str(second), "1.0.0"),
        "moorings": Origin(str(first)),
        "cover": Origin(str(first)),
    }
    assert load_library([second]).origin("disputes") == f"{second} (replaces {shipped})"
    assert (found.library.origin("moorings"), found.library.origin("vision")) == (str(first), "kit")
    assert found.own == ("cover", "disputes")
    assert found.assemble().of_kind("cover")[0].blocks[0].inlines[0].text == "Our own cover"  # type: ignore[union-attr]
