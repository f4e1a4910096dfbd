from datetime import date
from decimal import Decimal

import pytest
from inputs import CHARTER, answers, cases, problems_of

from agreement_kit.answers import Day, Number, OpenItem, Truth, Value, Whole, find, leaves
from agreement_kit.api import check, generate, load


@pytest.mark.parametrize(("given", "expected"), cases("fields.md"))
def test_a_mistake_is_named_in_the_users_words(given: str, expected: str) -> None:
    text = given if given.startswith("document:") else CHARTER + given
    assert problems_of(text) == expected


def value(written: str, *path: str | int) -> Value | None:
    return find(answers(written).root, path)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2027-04-01", date(2027, 4, 1)),
        ("1 April 2027", date(2027, 4, 1)),
        ("01 april 2027", date(2027, 4, 1)),
        ("1 Apr 2027", date(2027, 4, 1)),
        ("'2027-04-01'", date(2027, 4, 1)),
    ],
)
def test_a_date_in_either_way(written: str, expected: date) -> None:
    found = value(f"term: {{start: {written}}}\n", "term", "start")
    assert isinstance(found, Day)
    assert found == expected


@pytest.mark.parametrize("written", ["1 Ap 2027", "April 2027", "2027/04/01", "1st April 2027", "27-04-01", "2027-4-1"])
def test_a_date_that_could_be_mistaken_is_refused(written: str) -> None:
    assert f'start: "{written}" is not a date' in problems_of(CHARTER + f"term: {{start: {written}}}\n")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("410000", "410000"),
        ("410,000", "410000"),
        ("£410,000", "410000"),
        ("£ 410,000", "410000"),
        ("GBP 410000", "410000"),
        ("£0.50", "0.50"),
        ("0", "0"),
    ],
)
def test_money_in_any_usual_way(written: str, expected: str) -> None:
    found = value(f"plan:\n  cost:\n    amount: {written}\n", "plan", "cost", "amount")
    assert isinstance(found, Number)
    assert found == Decimal(expected)


@pytest.mark.parametrize(
    "written", ["410k", "41,00", "4100,000", "€5", "5 pounds", "1e6", "0x10", "£", "five", "NaN", "inf"]
)
def test_money_in_any_other_way_is_refused(written: str) -> None:
    found = problems_of(CHARTER + f"plan:\n  cost:\n    amount: {written}\n")
    assert f'amount: "{written}" is not an amount of money' in found


@pytest.mark.parametrize(("written", "expected"), [("true", 1), ("Yes", 1), ("no", 0), ("FALSE", 0)])
def test_a_truth_in_words(written: str, expected: int) -> None:
    found = value(f"signature: {{electronic: {written}}}\n", "signature", "electronic")
    assert isinstance(found, Truth)
    assert found == expected


def test_a_percentage_may_carry_its_sign_and_a_number_its_commas() -> None:
    shares = "finance:\n  income_split:\n    shares:\n      - {party: uni, percent: 37.5%}\n"
    assert value(shares, "finance", "income_split", "shares", 0, "percent") == Decimal("37.5")
    days = value("disputes: {mediation: {start_within_working_days: '1,000'}}\n", "disputes", "mediation")
    found = find(days, ("start_within_working_days",)) if days is not None else None
    assert isinstance(found, Whole)
    assert found == 1000


def test_one_value_where_a_list_is_asked_for_is_a_list_of_one() -> None:
    assert value("background: We met.\n", "background", 0) == "We met."
    assert value("objectives: {id: O1, text: Grow}\n", "objectives", 0, "text") == "Grow"


def test_the_last_line_break_of_a_block_of_text_is_none_of_the_writers() -> None:
    assert value("purpose:\n  problem: |\n    Two queues.\n    Two offices.\n", "purpose", "problem") == (
        "Two queues.\nTwo offices."
    )


# open items


@pytest.mark.parametrize(
    ("written", "question", "owner", "by"),
    [
        ("tbc", "Problem: to be confirmed", "", None),
        ("TBC", "Problem: to be confirmed", "", None),
        ("' tbc '", "Problem: to be confirmed", "", None),
        ("{tbc: }", "Problem: to be confirmed", "", None),
        ("{tbc: tbc}", "Problem: to be confirmed", "", None),
        ("{tbc: Which one?}", "Which one?", "", None),
        ("{tbc: Which one?, owner: uni}", "Which one?", "the University", None),
        ("{tbc: Which one?, owner: tbc, by: tbc}", "Which one?", "", None),
        ("{tbc: 'Which, and when?', by: 2027-04-01}", "Which, and when?", "", date(2027, 4, 1)),
        ("\n    tbc: Which one?\n    owner: trust\n    by: 1 April 2027", "Which one?", "the Trust", date(2027, 4, 1)),
    ],
)
def test_an_open_item_in_every_form(written: str, question: str, owner: str, by: date | None) -> None:
    found = value(f"purpose:\n  problem: {written}\n", "purpose", "problem")
    assert isinstance(found, OpenItem)
    assert (found.question, found.owner, found.by) == (question, owner, by)
    assert found.paths == (("purpose", "problem"),)


FULL = """\
purpose: {vision: One door, aims: [Grow]}
objectives: [{id: O1, text: Grow, lead: uni, priority: 1}]
governance: {bodies: [{id: board, name: Board, quorum: {members: 3}}]}
host: {party: uni, functions: [pays]}
finance: {payment_days: 30, income_split: {shares: [{party: uni, percent: 100}]}}
kpis: [{id: K1, name: Days, baseline: 5, target: 4, objective: O1}]
data: {personal_data: true, flows: [{id: F1, from: uni, to: trust, roles: anonymised}]}
disputes: {ladder: [{body: board, working_days: 5}], mediation: {provider: CEDR}}
term: {start: 2027-04-01, end: 2030-03-31}
signature: {electronic: true}
"""


def places(value: object, path: tuple[str | int, ...] = ()):  # type: ignore[no-untyped-def]
    yield path
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, entry in entries:
        yield from places(entry, (*path, key))


WHOLE = load(CHARTER.replace("binding: charter", "binding: hybrid") + FULL).data
OPENABLE = [path for path in places(WHOLE) if path and path[-1] != "id"]


def with_open(data: object, path: tuple[str | int, ...]) -> object:
    """The data with an open item in one place."""
    if not path:
        return {"tbc": "Which?", "owner": "uni"}
    step, *rest = path
    if isinstance(data, dict):
        return {**data, step: with_open(data[step], tuple(rest))}
    assert isinstance(data, list)
    return [with_open(entry, tuple(rest)) if at == step else entry for at, entry in enumerate(data)]


@pytest.mark.parametrize("path", OPENABLE, ids=lambda path: ".".join(map(str, path)))
def test_any_value_may_be_open_and_the_draft_still_generates(path: tuple[str | int, ...]) -> None:
    found, problems = check(load(with_open(WHOLE, path)))  # type: ignore[arg-type]
    if found is None:  # what others refer to is gone with it
        assert {problem.rule for problem in problems} == {"FIELD-09"}
        return
    opened = find(found.root, path)
    assert isinstance(opened, OpenItem)
    assert opened.question == "Which?"
    assert generate(found).sections


def test_what_the_input_leaves_out_takes_what_the_schema_assumes() -> None:
    root = answers().root
    assert str(find(root, ("agreement", "governing_law"))) == "england_and_wales"
    assert str(find(root, ("agreement", "tier"))) == "bronze"
    assert find(root, ("governance", "meetings", "papers_working_days")) == 5
    assert find(root, ("disputes",)) is None or not find(root, ("disputes",))


@pytest.mark.parametrize(
    ("binding", "status", "expected"),
    [
        ("charter", "draft", "Draft for discussion"),
        ("non_binding", "agreed", "Final draft for discussion"),
        ("hybrid", "draft", "Draft: subject to contract"),
        ("binding", "agreed", "Final draft: subject to contract"),
        ("binding", "final", None),
        ("tbc", "draft", "Draft: subject to contract"),
    ],
)
def test_a_draft_says_that_it_is_one(binding: str, status: str, expected: str | None) -> None:
    start = CHARTER.replace("binding: charter", f"binding: {binding}").replace(
        "title: Harbour Charter", f"title: Harbour Charter\n  status: {status}"
    )
    assert find(answers(start=start).root, ("document", "draft_words")) == expected


@pytest.mark.parametrize(
    ("field", "uni", "trust"),
    [
        ("health_service_body", 0, 1),
        ("contracting_authority", 1, 1),
        ("foi_regime", "foia", "foia"),
        ("number", 1, 2),
        ("crown", 0, 0),
    ],
)
def test_what_follows_from_a_legal_form(field: str, uni: object, trust: object) -> None:
    root = answers().root
    assert [find(root, ("parties", at, field)) for at in (0, 1)] == [uni, trust]


def test_the_input_overrules_what_follows_from_a_legal_form() -> None:
    start = CHARTER.replace("legal_form: nhs_trust", "legal_form: nhs_trust\n    health_service_body: no")
    assert find(answers(start=start).root, ("parties", 1, "health_service_body")) == 0


def test_a_legal_form_that_is_open_decides_nothing() -> None:
    root = answers(start=CHARTER.replace("legal_form: nhs_trust", "legal_form: tbc")).root
    assert find(root, ("parties", 1, "health_service_body")) is None
    assert find(root, ("parties", 1, "number")) == 2


def test_given_are_the_paths_that_the_input_names() -> None:
    found = answers("term: {start: 2027-04-01}\n")
    assert ("term", "start") in found.given
    assert ("agreement", "governing_law") not in found.given
    assert ("agreement", "governing_law") in dict(leaves(found.root))
