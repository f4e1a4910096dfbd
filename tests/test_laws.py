"""What holds for everything that the kit ships: same inputs, same bytes; every sample and every starter generates."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from inputs import SAMPLES, printed

from agreement_kit import check, generate, load, new, write_docx, write_html, write_markdown
from agreement_kit.answers import Answers
from agreement_kit.document import Document, Reference, inlines_of
from agreement_kit.numbering import labels
from agreement_kit.outlines import available, shipped_folder

FILES = sorted(SAMPLES.glob("*.agreement.yaml"))
TIERS = ("bronze", "silver", "gold")
HASHES = """
import hashlib, sys
from agreement_kit import check, generate, load, write_docx, write_html, write_markdown
document = generate(check(load(sys.argv[1], name="x.yaml"))[0])
for write in (write_docx, write_html, write_markdown):
    print(hashlib.sha256(write(document)).hexdigest())
"""


def answers_of(file: Path) -> Answers:
    found, problems = check(load(file))
    assert found is not None, printed(problems)
    return found


def test_there_are_samples() -> None:
    assert FILES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_sample_has_no_errors(file: Path) -> None:
    assert " error " not in printed(check(load(file))[1])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
@pytest.mark.parametrize("name", available(shipped_folder()))
def test_a_sample_generates_every_document_in_every_form(name: str, file: Path) -> None:
    document = generate(answers_of(file), document=name)
    assert write_docx(document).startswith(b"PK")
    assert b"<!DOCTYPE html>" in write_html(document)[:20].replace(b"<!doctype", b"<!DOCTYPE")
    assert len(write_markdown(document)) > (1000 if name == "agreement" else 300)


@pytest.mark.parametrize("tier", TIERS)
def test_a_starter_generates_as_it_is(tier: str) -> None:
    found, problems = check(load(new(tier)))
    assert found is not None, printed(problems)
    assert printed(problems) == ""
    assert_whole(generate(found))


def assert_whole(document: Document) -> None:
    """Every reference prints a number, every section has an id of its own, nothing is left to fill in."""
    targets = labels(document).targets
    assert all(targets[inline.target] for _, inline in inlines_of(document) if isinstance(inline, Reference))
    ids = [section.id for section in document.sections]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
@pytest.mark.parametrize("binding", ["hybrid", "binding", "non_binding", "charter"])
@pytest.mark.parametrize("tier", TIERS)
def test_a_sample_generates_at_every_tier_and_however_far_it_binds(tier: str, binding: str, file: Path) -> None:
    data = load(file).data
    assert isinstance(data, dict)
    agreement = data["agreement"]
    assert isinstance(agreement, dict)
    found, problems = check(load({**data, "agreement": {**agreement, "tier": tier, "binding": binding}}))
    assert found is not None, printed(problems)
    assert_whole(generate(found))


SECTIONS = sorted({name for file in FILES for name in load(file).data} - {"document", "parties"})  # type: ignore[union-attr]


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("change", ["left out", "open"])
def test_the_fullest_sample_generates_without_any_one_section_and_with_it_open(change: str, section: str) -> None:
    data = load(max(FILES, key=lambda file: file.stat().st_size)).data
    assert isinstance(data, dict)
    rest = {name: value for name, value in data.items() if name != section}
    found, problems = check(load({**rest, section: "tbc"} if change == "open" else rest))
    if found is None:  # another section refers to this one, and that is said
        assert {problem.rule for problem in problems if problem.severity == "error"} == {"FIELD-09"}
    else:
        assert_whole(generate(found))


def run(seed: str, file: Path, folder: Path) -> str:
    """The hashes of a sample's drafts under a hash seed, in a process, a folder and a time zone of its own."""
    folder.mkdir()
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC+{seed}", "LC_ALL": "C"}
    command = [sys.executable, "-W", "error", "-c", HASHES, str(file.resolve())]
    return subprocess.run(command, env=environment, cwd=folder, check=True, capture_output=True, text=True).stdout


def test_the_same_inputs_give_the_same_bytes_under_any_hash_seed(tmp_path: Path) -> None:
    file = max(FILES, key=lambda file: file.stat().st_size)
    first, second = run("1", file, tmp_path / "a"), run("2", file, tmp_path / "b")
    assert len(first.split()) == 3
    assert first == second


@pytest.mark.parametrize("write", [write_docx, write_html, write_markdown])
def test_writing_twice_gives_the_same_bytes(write: Callable[[Document], bytes]) -> None:
    document = generate(answers_of(FILES[0]))
    assert write(document) == write(document)


def test_generating_twice_gives_the_same_document() -> None:
    assert generate(answers_of(FILES[0])) == generate(answers_of(FILES[0]))
