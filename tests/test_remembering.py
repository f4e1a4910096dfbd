"""What is remembered changes how long a run takes, never what comes out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from agreement_kit import new, remembering


def generate(folder: Path, cache: Path) -> bytes:
    """One run of the command in a process of its own."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "LOCALAPPDATA": str(cache), "AGREEMENT_KIT_DEBUG": "1"}
    (folder / "ours.yaml").write_text(new())
    command = [sys.executable, "-m", "agreement_kit.cli", "generate", "ours.yaml", "-o", "out.docx", "--discard-edits"]
    result = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    return (folder / "out.docx").read_bytes()


def test_a_run_that_remembers_writes_the_same_bytes(tmp_path: Path) -> None:
    first = generate(tmp_path, tmp_path / "cache")
    assert len(list((tmp_path / "cache" / "agreement-kit").glob("*.memory"))) == 1
    assert generate(tmp_path, tmp_path / "cache") == first


@pytest.mark.parametrize("damage", [b"", b"\xdb", b"not a memory at all"])
def test_a_damaged_memory_is_as_good_as_none(tmp_path: Path, damage: bytes) -> None:
    first = generate(tmp_path, tmp_path / "cache")
    (memory,) = (tmp_path / "cache" / "agreement-kit").glob("*.memory")
    memory.write_bytes(damage)
    assert generate(tmp_path, tmp_path / "cache") == first


def test_a_folder_that_cannot_be_made_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder is wanted")
    assert generate(tmp_path, tmp_path / "cache")[:2] == b"PK"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps other rights")
def test_a_memory_that_others_can_write_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "some.memory"
    file.write_bytes(b"x")
    file.chmod(0o600)
    tmp_path.chmod(0o700)
    assert remembering.is_ours(file)
    tmp_path.chmod(0o777)
    assert not remembering.is_ours(file)
    tmp_path.chmod(0o700)
    file.chmod(0o666)
    assert not remembering.is_ours(file)


def test_an_edited_folder_is_another_state(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one")
    before = remembering.state_of(tmp_path)
    assert remembering.state_of(tmp_path) == before
    (tmp_path / "a.md").write_text("three")
    assert remembering.state_of(tmp_path) != before
