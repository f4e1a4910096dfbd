from typing import Any

import pytest
from inputs import SAMPLES

from agreement_kit.api import load
from agreement_kit.choices import ABSENT, NOT_LAST, alone, choices, full_input, read, tossed, with_settings


def full() -> dict[str, Any]:
    return full_input(load(SAMPLES / "northmere-jro.agreement.yaml").data)


def values(path: str, *others: str) -> tuple[str, ...]:
    """What the field of a condition on this path can be."""
    found = choices([{path: ["true"]}, *({other: ["true"]} for other in others)])
    return next(each.values for each in found if each.path == path.replace("[]", ""))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("liability.cap_basis", ("greater_of", "amount", "contribution", "none", "tbc", "not given")),
        ("data.personal_data", ("true", "false", "tbc", "not given")),
        ("purpose", ("given", "not given")),
        ("purpose.vision", ("given", "tbc", "not given")),
        ("agreement.tier", ("bronze", "silver", "gold", "tbc")),
    ],
)
def test_a_field_can_be_each_code_open_or_absent(path: str, expected: tuple[str, ...]) -> None:
    assert values(path) == expected


def test_in_a_list_all_entries_can_be_alike_or_all_but_one() -> None:
    assert {"board", f"board{NOT_LAST}", "tbc", ABSENT} <= set(values("governance.bodies[].type"))


def test_what_is_required_is_absent_only_below_something_that_can_be() -> None:
    assert ABSENT not in values("parties[].legal_form")
    below = choices([{"resources.contributions": ["true"]}, {"resources.contributions[].type": ["cash"]}])
    (kind,) = (each for each in below if each.path == "resources.contributions.type")
    assert (kind.parent, kind.is_required, ABSENT in kind.values) == ("resources.contributions", True, True)


def test_what_follows_from_the_legal_form_is_asked_of_the_legal_form() -> None:
    found = choices([{"parties[].health_service_body": ["true"]}, {"parties.foi_regime": ["none"]}])
    assert [each.path for each in found] == ["agreement.binding", "agreement.tier", "parties.legal_form"]


def test_the_full_input_gives_every_section_and_three_parties_and_is_right() -> None:
    data = full()
    assert {"competition", "safeguarding", "boilerplate"} <= data.keys()
    assert len(data["parties"]) == 3
    answers, problems = read(data)
    assert answers is not None, problems


def test_what_referred_to_something_that_is_taken_out_goes_with_it() -> None:
    data: Any = with_settings(full(), {"governance.bodies": ABSENT, "objectives": ABSENT})
    assert "bodies" not in data["governance"]
    assert "authority" not in data["change"]  # each entry names a body
    assert [milestone for milestone in data["plan"]["milestones"] if "objective" in milestone] == []
    assert read(data)[0] is not None


def test_a_value_is_set_in_every_entry_or_in_all_but_the_last() -> None:
    every: Any = with_settings(full(), {"parties.legal_form": "cic"})
    assert [party["legal_form"] for party in every["parties"]] == ["cic"] * 3
    mixed: Any = with_settings(full(), {"parties.legal_form": f"cic{NOT_LAST}"})
    assert [party["legal_form"] for party in mixed["parties"]] == ["cic", "cic", "nhs_foundation_trust"]


def test_coins_leave_optional_fields_out_but_none_that_is_set() -> None:
    settings = {"purpose.success": "given", "liability.cap_basis": "amount"}
    data: Any = with_settings(full(), settings, tossed("1"))
    assert data["liability"]["cap_basis"] == "amount"
    assert data["purpose"]["success"]
    assert len(str(data)) < len(str(full()))
    assert read(data)[0] is not None
    assert with_settings(full(), settings, tossed("1")) == data


def test_one_choice_alone_is_read_with_little_beside_it() -> None:
    (binding, *_) = choices([])
    data: Any = alone(full(), binding, "charter")
    assert data["agreement"]["binding"] == "charter"
    assert "resources" not in data
    assert read(data)[0] is not None
