import pytest
from inputs import answers

from agreement_kit.conditions import matches, steps_of

INPUT = """\
signature: {electronic: true, counterparts: false}
governance: {decision_rule: unanimity, delegation: {model: tbc}}
host: {party: uni}
objectives:
  - {id: O1, text: Cut the wait, lead: trust}
  - {id: O2, text: tbc}
principles: []
"""


@pytest.mark.parametrize(
    ("path", "values", "expected"),
    [
        ("agreement.binding", ["charter"], True),
        ("agreement.binding", ["hybrid", "charter"], True),
        ("agreement.binding", ["hybrid"], False),
        ("parties[].legal_form", ["nhs_trust"], True),
        ("parties[].legal_form", ["company_ltd"], False),
        ("parties[].health_service_body", ["true"], True),
        ("parties[].crown", ["true"], False),
        ("parties[].crown", ["false"], True),
        ("host.party", ["uni"], True),
        ("host.party", ["the University"], False),
        ("host", ["true"], True),
        ("host", ["false"], False),
        ("exit", ["true"], False),
        ("exit", ["false"], True),
        ("exit.costs", ["false"], True),
        ("exit.costs", ["shared"], False),
        ("objectives", ["true"], True),
        ("objectives", ["false"], False),
        ("objectives[].lead", ["trust"], True),
        ("objectives[].priority", ["true"], False),
        ("principles", ["true"], False),
        ("principles", ["false"], True),
        ("signature.electronic", ["true"], True),
        ("signature.electronic", ["false"], False),
        ("signature.counterparts", ["true"], False),
        ("signature.counterparts", ["false"], True),
        ("governance.delegation.model", ["true"], True),
        ("governance.delegation.model", ["false"], False),
        ("governance.delegation.model", ["none"], False),
        ("agreement.governing_law", ["england_and_wales"], True),
    ],
)
def test_a_line_of_a_condition_matches(path: str, values: list[str], expected: bool) -> None:
    assert matches({path: values}, answers(INPUT).root) is expected


def test_every_line_must_match_and_no_line_always_does() -> None:
    root = answers(INPUT).root
    assert matches({}, root)
    assert matches({"agreement.binding": ["charter"], "host": ["true"]}, root)
    assert not matches({"agreement.binding": ["charter"], "exit": ["true"]}, root)


def test_brackets_show_a_list_and_are_no_step() -> None:
    assert steps_of("parties[].contacts[].role") == ("parties", "contacts", "role")
