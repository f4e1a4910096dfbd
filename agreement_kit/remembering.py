"""What is worked out from the kit's own files, remembered within a run and, on the command line, between runs.

Checked clause files, compiled wording, parsed Markdown and the house style depend on nothing but files and the versions
of the code that read them. Forgetting everything changes how long a run takes, never what comes out.
"""

import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path as FilePath
from typing import Any, TypeVar

T = TypeVar("T")
Key = tuple[object, ...]

MEMORY: dict[Key, Any] = {}
MOST = 5_000
"""Entries; a process that runs for weeks over ever new answers starts afresh beyond them."""

READERS = ("agreement_kit", "jinja2", "markdown_it", "cerberus", "yaml")
"""The packages whose versions decide what is remembered."""


def remembered(key: Key, make: Callable[[], T]) -> T:
    """The value for the key, made at the first asking. Values are shared, so they are frozen; all can be pickled."""
    if key not in MEMORY:
        if len(MEMORY) >= MOST:
            MEMORY.clear()
        MEMORY[key] = make()
    value: T = MEMORY[key]
    return value


def state_of(folder: FilePath, pattern: str = "*") -> tuple[tuple[str, int, int], ...]:
    """The files below a folder with size and time of change: another state after any edit."""
    files = sorted(path for path in folder.rglob(pattern) if path.is_file())
    return tuple((str(path), (facts := path.stat()).st_size, facts.st_mtime_ns) for path in files)


@contextmanager
def between_runs() -> Iterator[None]:
    """Starts with what the last run remembered and leaves what this one added. A cache that cannot be read or written
    is no error: the run is slower.
    """
    file = None
    with suppress(OSError):
        file = memory_file()
        if is_ours(file):
            with suppress(Exception):  # a file cut short or written by other code is as good as none
                MEMORY.update(pickle.loads(file.read_bytes()))
    known = len(MEMORY)
    try:
        yield
    finally:
        if file and len(MEMORY) > known:
            with suppress(OSError):
                leave(file)


def memory_file() -> FilePath:
    """Where this installation remembers: one file for each state of the code that reads."""
    here = FilePath(__file__).parent
    state = hashlib.sha256(repr((sys.version, [*map(reader_state, READERS), state_of(here, "*.py")])).encode())
    place = hashlib.sha256(str(here).encode()).hexdigest()[:12]
    return cache_folder() / f"{place}-{state.hexdigest()[:16]}.pickle"


def reader_state(name: str) -> tuple[str, int]:
    """A package's first file and when it was installed, without importing the package."""
    from importlib.util import find_spec

    found = find_spec(name)
    origin = found.origin if found and found.origin else ""
    return origin, os.stat(origin).st_mtime_ns if origin else 0


def cache_folder() -> FilePath:
    """The user's folder for what programs may forget."""
    if sys.platform == "win32":
        root = FilePath(os.environ.get("LOCALAPPDATA") or FilePath.home() / "AppData" / "Local")
    else:
        root = FilePath(os.environ.get("XDG_CACHE_HOME") or FilePath.home() / ".cache")
    return root / "agreement-kit"


def is_ours(file: FilePath) -> bool:
    """Whether the file is there and nobody but the user can have written it: what is unpickled can run."""
    if not file.exists():
        return False
    facts = file.stat()
    return not hasattr(os, "getuid") or (facts.st_uid == os.getuid() and not facts.st_mode & 0o022)


def leave(file: FilePath) -> None:
    """Writes the memory in one step and clears away what this installation remembered in earlier states."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = file.with_suffix(f".{os.getpid()}.tmp")
    temporary.touch(mode=0o600)
    temporary.write_bytes(pickle.dumps(MEMORY, protocol=5))
    temporary.replace(file)
    for old in file.parent.glob(f"{file.name.split('-')[0]}-*.pickle"):
        if old != file:
            old.unlink(missing_ok=True)
