"""The documentation is true: its example runs, its commands exist, its links lead somewhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "README.md", "exec"), {})
    assert (tmp_path / "harbour.docx").read_bytes()[:2] == b"PK"


def test_every_command_stands_in_the_readme() -> None:
    from agreement_kit.cli import main

    for name in main.commands:
        assert f"agreement-kit {name}" in README


@pytest.mark.parametrize(
    "page",
    [
        *("README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/json.md", "docs/locks.md"),
        "docs/writing-clauses.md",
    ],
)
def test_links_between_pages_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", (ROOT / page).read_text()):
        assert (ROOT / page).parent.joinpath(target).exists(), target


def test_every_module_stands_in_the_architecture() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text()
    for path in (ROOT / "agreement_kit").iterdir():
        if path.suffix == ".py" and path.stem != "__init__":
            assert f"`{path.name}`" in page, path.name
        elif (path / "__init__.py").exists():
            assert f"`{path.name}/`" in page, path.name


def test_contributing_is_short_and_gives_every_dependency_a_reason() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text()
    assert len(page.splitlines()) <= 60
    setup = (ROOT / "setup.cfg").read_text().split("install_requires =")[1].split("[")[0]
    for name in re.findall(r"^\s+([a-z-]+)", setup, re.MULTILINE):
        assert name in page.lower(), name
