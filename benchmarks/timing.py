"""Times actions in turn, so that whatever else the machine does falls on all of them alike."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

Action = Callable[[], object]
Value = TypeVar("Value")

MEASURE_CHILD = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


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
        subprocess.run, [sys.executable, *arguments], check=True, cwd=folder, stdout=subprocess.DEVNULL, timeout=120
    )


def peak_megabytes(folder: Path, *arguments: str) -> float:
    """The most memory that a new Python ever held. Measured from a wrapper process, because the counter covers every
    child that a process ever had.
    """
    command = [sys.executable, "-c", MEASURE_CHILD, sys.executable, *arguments]
    made = subprocess.run(command, check=True, cwd=folder, capture_output=True, text=True, timeout=120)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return int(made.stdout) / unit
