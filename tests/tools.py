"""Programs that some tests need beside Python. Where AGREEMENT_KIT_REQUIRE_TOOLS=1 is set a missing one fails the tests
that need it; elsewhere they are skipped.
"""

import os
import shutil

import pytest


def find_tool(*names: str, variable: str = "") -> str:
    """The program of the first name that is on PATH, or the one that the environment variable names; "" for none."""
    named = os.environ.get(variable, "") if variable else ""
    return named or next((found for name in names if (found := shutil.which(name))), "")


def needs(tool: str, name: str) -> pytest.MarkDecorator:
    """Skips a test where the tool is missing, unless all tools are required."""
    is_required = os.environ.get("AGREEMENT_KIT_REQUIRE_TOOLS") == "1"
    return pytest.mark.skipif(not tool and not is_required, reason=f"{name} is not installed")


def present(tool: str, name: str) -> str:
    """The tool; fails the test where it is missing."""
    if not tool:
        pytest.fail(f"{name} is not installed, and AGREEMENT_KIT_REQUIRE_TOOLS=1 asks for it")
    return tool
