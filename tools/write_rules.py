"""Writes docs/rules.md from the docstrings of the rules."""

from pathlib import Path

from agreement_kit.manual import manual

if __name__ == "__main__":
    (Path(__file__).parent.parent / "docs" / "rules.md").write_text(manual(), "utf-8")
