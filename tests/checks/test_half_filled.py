"""An agreement with any of it missing or open: rules find something or stay silent, and never raise."""

from contextlib import suppress
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from inputs import SAMPLES

from agreement_kit import ProblemsFound, check, load
from agreement_kit.api import plan
from agreement_kit.choices import full_input, tossed, with_settings
from agreement_kit.schemas.agreement.codes import BINDING, LEGAL_FORMS, STATUSES
from agreement_kit.sources import Data

FULL = full_input(load(SAMPLES / "northmere-jro.agreement.yaml").data)
SWITCHES: dict[str, list[str]] = {
    "agreement.binding": [*BINDING, "tbc"],
    "agreement.kind": ["single_study", "other", "tbc"],
    "document.status": [*STATUSES],
    "disputes.final": ["courts", "arbitration", "nhs", "tbc"],
    "signature.method": ["simple", "deed", "seal", "tbc"],
    "finance.pool.model": ["pooled", "aligned", "tbc"],
    "procurement.exemption": ["horizontal", "none", "tbc"],
    "data.flows.roles": ["joint_controllers", "controller_processor", "tbc"],
}


def opened(data: Data, random: Random, odds: float) -> Any:
    """A copy in which some answers, and whole groups of them, are open."""
    if isinstance(data, dict):
        return {
            name: entry if name == "id" else opened(entry, random, odds) if random.random() > odds else "tbc"
            for name, entry in data.items()
        }
    if isinstance(data, list):
        return [opened(entry, random, odds) if random.random() > odds else "tbc" for entry in data]
    return data


def half_filled(seed: int) -> Any:
    """An input with a quarter of its optional fields left out at random, and some of the rest open."""
    random = Random(seed)
    chosen = {path: random.choice(values) for path, values in SWITCHES.items()}
    data: Any = with_settings(FULL, chosen, tossed(str(seed)))
    for party in data["parties"]:
        party["legal_form"] = random.choice([*LEGAL_FORMS])
    return opened(data, random, random.choice((0, 0.01, 0.1)))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9))
def test_an_agreement_half_filled_is_checked_and_drafted(seed: int) -> None:
    answers, problems = check(load(half_filled(seed)))
    assert answers is not None or [each for each in problems if each.severity == "error"]
    if answers is not None:
        with suppress(ProblemsFound):
            plan(answers).draft()
