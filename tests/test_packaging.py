"""What is installed is what is there: every package is named, nothing stands twice."""

from configparser import ConfigParser
from pathlib import Path

ROOT = Path(__file__).parent.parent
SETUP = ConfigParser()
SETUP.read(ROOT / "setup.cfg", encoding="utf-8")


def test_every_package_of_the_kit_is_installed() -> None:
    named = set(SETUP["options"]["packages"].split())
    there = {".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "agreement_kit").rglob("__init__.py")}
    assert named == there | {"agreement_kit.clauses", "agreement_kit.samples", "agreement_kit.templates"}


def test_the_version_stands_in_setup_and_in_the_package_alike() -> None:
    from agreement_kit import __version__

    assert SETUP["metadata"]["version"] == __version__


def test_metadata_stands_in_setup_alone() -> None:
    assert "[project]" not in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
