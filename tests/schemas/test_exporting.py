"""The JSON Schema accepts what the reader accepts, refuses what it can see is wrong, and says what every field is."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from inputs import CHARTER, SAMPLES
from jsonschema import Draft7Validator

from agreement_kit import load, new
from agreement_kit.api import check_file, schema
from agreement_kit.schemas.agreement import AGREEMENT
from agreement_kit.schemas.fields import Rules

SCHEMA = json.loads(schema())
VALIDATOR = Draft7Validator(SCHEMA)


class PlainLoader(yaml.CSafeLoader):
    """YAML 1.2 as editors read it: numbers, true and false; a date and `yes` are text."""


PlainLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("int", r"-?[0-9]+", "-0123456789"),
    ("float", r"-?[0-9]+\.[0-9]+", "-0123456789"),
    ("null", r"|~|null", ["~", "n", ""]),
):
    PlainLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def complaints(text: str) -> list[str]:
    """Where the schema refuses an input, read as the kit reads it and as an editor does."""
    found = set()
    for data in (load(text, name="x.yaml").data, yaml.load(text, PlainLoader)):
        found |= {".".join(map(str, each.absolute_path)) for each in VALIDATOR.iter_errors(data)}
    return sorted(found)


def test_it_is_a_schema_of_draft_07() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.yaml")), ids=lambda path: path.name)
def test_the_samples_are_valid(sample: Path) -> None:
    assert complaints(sample.read_text("utf-8")) == []


@pytest.mark.parametrize("tier", ["bronze", "silver", "gold"])
def test_what_new_writes_is_valid(tier: str) -> None:
    assert complaints(new(tier, schema="agreement.schema.json")) == []


ACCEPTED = [
    "term: {start: 2027-04-01, end: 31 March 2030}",
    "term: {start: 1 apr 2027, end: TBC}",
    "term: tbc",
    "term: {tbc: Which term?, owner: trust, by: 2027-01-31}",
    "term: {start: {tbc: When?}}",
    "liability: {cap_basis: amount, cap_amount: 1000000, data_cap: '£2,000,000'}",
    "liability: {cap_basis: TBC, cap_amount: GBP 5}",
    "liability: {cap_basis: {tbc: How?, owner: uni}, cap_percent_of_annual_contribution: 125%}",
    "finance: {payment_days: 30, records_years: '6'}",
    "evaluation: {type: self, year: 2029}",
    "people: {honorary: yes, tupe: not_expected}",
    "people: {honorary: NO}",
    "background: One sentence",
    "background: [One, Two, tbc, {tbc: More?}]",
    "raci: {activity: Costing, responsible: uni, accountable: [uni]}",
    "raci: [{activity: Costing, responsible: [uni, trust]}]",
    "objectives: [{id: O1, text: 2027, lead: joint, priority: 1}]",
    "checks: {accept: {RACI-01: {reason: It is right}}}",
    "checks: tbc",
    "clauses: {omit: {exit: {reason: {tbc: Why?}}}}",
]


@pytest.mark.parametrize("extra", ACCEPTED)
def test_every_form_that_the_reader_takes_is_valid(extra: str) -> None:
    text = f"{CHARTER}{extra}\n"
    found = check_file("x.yaml", lambda: load(text, name="x.yaml")).problems
    assert [each for each in found if each.rule.startswith(("FIELD", "YAML"))] == []
    assert complaints(text) == []


REFUSED = [
    ("term: {start: 1/4/2027}", "term.start"),
    ("term: {start: 1 Smarch 2027}", "term.start"),
    ("term: {begin: 2027-04-01}", "term"),
    ("term: 2027", "term"),
    ("term: {start: {tbc: When?, woner: trust}}", "term.start"),
    ("liability: {cap_amount: -5}", "liability.cap_amount"),
    ("liability: {cap_amount: lots}", "liability.cap_amount"),
    ("liability: {cap_basis: biggest}", "liability.cap_basis"),
    ("finance: {payment_days: 30.5}", "finance.payment_days"),
    ("people: {honorary: perhaps}", "people.honorary"),
    ("background: [{line: One}]", "background"),
    ("background: [[One]]", "background"),
    ("raci: [{responsible: uni}]", "raci"),
    ("objectives: [{id: 1st, text: Grow}]", "objectives"),
    ("objectives: [{id: tbc 1, text: Grow}]", "objectives"),
    ("purpose: {vision: }", "purpose"),
    ("purpse: {vision: One door}", ""),
    ("checks: {accept: {RACI-01: {}}}", "checks"),
    ("clauses: {omit: {exit: {raeson: No}}}", "clauses"),
]


@pytest.mark.parametrize(("extra", "place"), REFUSED)
def test_a_planted_mistake_is_refused_where_it_stands(extra: str, place: str) -> None:
    text = f"{CHARTER}{extra}\n"
    found = check_file("x.yaml", lambda: load(text, name="x.yaml")).problems
    assert [each for each in found if each.severity == "error"], "the reader takes it"
    first = place.split(".")[0]
    assert [each for each in complaints(text) if each.split(".")[0] == first] != []
    assert {each.split(".")[0] for each in complaints(text)} == {first}


def test_an_intake_has_a_schema_of_its_own_in_which_every_part_is_optional() -> None:
    intake = Draft7Validator(json.loads(schema("intake")))
    intake.check_schema(intake.schema)
    for text in (
        "intake: {party: uni}\nagreement: {binding: charter}\n",
        "intake: {party: trust, perspective: workforce, date: 2026-09-14}\nchallenges: double handling\n"
        "scope: {does_not: [{stays_with: Neighbours}]}\nterm: {start: 1 April 2027}\n",
    ):
        assert [each.message for each in intake.iter_errors(load(text).data)] == []
    for text in ("agreement: {binding: charter}\n", "intake: {part: uni}\n", "intake: {party: uni}\nworries: x\n"):
        assert [each.message for each in intake.iter_errors(load(text).data)] != []


def test_an_agreement_has_two_parties_or_more() -> None:
    one = CHARTER.split("  - id: trust")[0]
    assert complaints(one) == ["parties"]
    assert complaints(one.split("parties:")[0]) == [""]


def test_a_code_has_its_words_and_a_field_its_label_help_and_example() -> None:
    form = SCHEMA["definitions"]["parties"]["oneOf"][0]["properties"]["legal_form"]
    assert form["title"] == "Legal form"
    assert form["description"].startswith("What this body is in law")
    assert form["examples"] == ["university_chartered"]
    codes = form["oneOf"][0]
    assert dict(zip(codes["enum"], codes["enumDescriptions"], strict=True))["cic"] == "community interest company"


def test_every_field_has_its_label_and_help_in_the_schema() -> None:
    said = {(each["title"], each["description"]) for each in titled(SCHEMA)}
    assert [field["meta"]["label"] for field in fields(AGREEMENT) if words_of(field) not in said] == []


def words_of(rules: Rules) -> tuple[str, str]:
    return rules["meta"]["label"], rules["meta"]["help"]


def fields(schema: dict[str, Rules]) -> list[Rules]:
    return [each for rules in schema.values() for each in field(rules)]


def field(rules: Rules) -> list[Rules]:
    match rules["meta"]["kind"]:
        case "record":
            return [rules, *fields(rules["schema"])]
        case "list":
            return [rules, *field(rules["schema"])]
        case "mapping":
            return [rules, *field(rules["valuesrules"])]
        case _:
            return [rules]


def titled(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [each for entry in part for each in titled(entry)]
    if not isinstance(part, dict):
        return []
    own = [part] if isinstance(part.get("title"), str) else []
    return own + [each for entry in part.values() for each in titled(entry)]


def test_every_definition_can_be_referred_to_as_it_is_called() -> None:
    assert [name for name in SCHEMA["definitions"] if not re.fullmatch(r"[a-z_]+(\.[a-z_]+)*", name)] == []
    lists = {name for name in SCHEMA["definitions"] if name in AGREEMENT or "." in name}
    assert "plan.milestones" in lists
    assert "parties.contacts" in lists
