import pytest

from agreement_kit.problems import (
    Place,
    ProblemsFound,
    did_you_mean,
    error,
    format_path,
    has_errors,
    sort_problems,
    warning,
)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place("x.yaml", 214, 7), "x.yaml:214:7"),
        (Place("x.yaml", 214, 7, ("parties", 0)), "x.yaml:214:7"),
        (Place("input", path=("parties", 0, "name")), "input:parties[0].name"),
        (Place("clauses"), "clauses"),
    ],
)
def test_a_problem_begins_with_its_place(place: Place, expected: str) -> None:
    assert str(error(place, "RACI-01", "two are accountable")) == f"{expected}: error RACI-01: two are accountable"


def test_the_remedy_stands_on_a_line_of_its_own() -> None:
    problem = warning(Place("x.yaml", 1, 1), "YAML-07", "typographic quotes", "Write others.")
    assert str(problem) == "x.yaml:1:1: warning YAML-07: typographic quotes\n  Write others."


def test_problems_are_sorted_by_place_and_stand_once() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 9, 5), ("a", 9, 1), ("a", 9, 1)]
    problems = [error(Place(*place), "X-01", "wrong") for place in places]
    assert [each.place for each in sort_problems(problems)] == [
        *(Place("a", 9, 1), Place("a", 9, 5), Place("a", 10, 1), Place("b", 1, 1)),
    ]
    assert str(ProblemsFound(problems)).split("\n")[0] == "a:9:1: error X-01: wrong"


def test_a_warning_is_no_error() -> None:
    assert not has_errors([warning(Place("a"), "X-01", "odd")])
    assert has_errors([warning(Place("a"), "X-01", "odd"), error(Place("a"), "X-02", "wrong")])


@pytest.mark.parametrize(
    ("path", "expected"),
    [((), ""), (("parties",), "parties"), (("parties", 0, "contacts", 2, "role"), "parties[0].contacts[2].role")],
)
def test_a_path_as_a_user_would_point_at_it(path: tuple[str | int, ...], expected: str) -> None:
    assert format_path(path) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("trst", '; did you mean "trust"?'),
        ("TRUST", '; did you mean "trust"?'),
        ("unity", '; did you mean "Uni"?'),
        ("zzz", ""),
    ],
)
def test_the_nearest_known_word(word: str, expected: str) -> None:
    assert did_you_mean(word, ["Uni", "trust"]) == expected
