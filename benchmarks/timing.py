"""Times actions in turn, so that whatever else the machine does falls on all of them alike."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from shutil import rmtree
from statistics import median
from time import perf_counter
from typing import TypeVar

Action = Callable[[], object]
Value = TypeVar("Value")

CACHE = "cache"

MEASURE_CHILD = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""

MAXRSS_PER_MEGABYTE = 1024 * 1024 if sys.platform == "darwin" else 1024
"""macOS counts bytes, Linux kilobytes."""


def medians(actions: Mapping[str, Action], repeats: int) -> dict[str, float]:
    """Milliseconds of each action: the median over `repeats` rounds, each round running every action once. A first
    round fills caches and is not counted.
    """
    for action in actions.values():
        action()
    taken: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(repeats):
        for name, action in actions.items():
            taken[name].append(milliseconds(action)[0])
    return {name: median(each) for name, each in taken.items()}


def milliseconds(action: Callable[[], Value]) -> tuple[float, Value]:
    """How long one call takes, and what it returns."""
    start = perf_counter()
    value = action()
    return (perf_counter() - start) * 1000, value


def cold(folder: Path, *arguments: str) -> Action:
    """Runs this Python anew in `folder`. Its output is thrown away; an exit code other than 0 is raised."""
    return partial(
        subprocess.run,
        [sys.executable, *arguments],
        check=True,
        cwd=folder,
        env=environment(folder),
        stdout=subprocess.DEVNULL,  # no timeout: with one, Python asks for the end only every 50 ms
    )


def environment(folder: Path) -> dict[str, str]:
    """Keeps bytecode and the kit's cache in `folder`, so that runs there start as an installed kit's second run does.

    A kit that runs from its working tree under PYTHONDONTWRITEBYTECODE would be compiled anew in each process, and its
    peers would not.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    cache = str(folder / CACHE)
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "XDG_CACHE_HOME": cache, "LOCALAPPDATA": cache}


def forgetting(folder: Path, action: Action) -> Action:
    """The action as a first run in `folder`, with nothing remembered from an earlier one but bytecode."""

    def run() -> None:
        rmtree(folder / CACHE, ignore_errors=True)
        action()

    return run


def peak_megabytes(folder: Path, *arguments: str) -> float:
    """The most memory that a new Python ever held. Measured from a wrapper process, because the counter covers every
    child that a process ever had.
    """
    return int(output_of(folder, "-c", MEASURE_CHILD, sys.executable, *arguments).stdout) / MAXRSS_PER_MEGABYTE


def output_of(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """What this Python, started anew in `folder`, says. An exit code other than 0 is raised."""
    return subprocess.run(
        [sys.executable, *arguments],
        check=True,
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        timeout=120,
    )
