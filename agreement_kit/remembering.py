"""What is worked out from the kit's own files, remembered within a run and, on the command line, between runs.

Checked clause files, compiled wording, parsed Markdown and the house style depend on nothing but files and the versions
of the code that read them. Forgetting everything changes how long a run takes, never what comes out.
"""

import hashlib
import marshal
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
STORED: dict[bytes, bytes] = {}
"""What earlier runs left: the key's hash → the value, pickled and not looked at until it is asked for."""

MOST = 5_000
"""Entries; a process that runs for weeks over ever new answers starts afresh beyond them."""

READERS = ("agreement_kit", "jinja2", "markdown_it", "cerberus", "yaml")
"""The packages whose versions decide what is remembered."""


def remembered(key: Key, make: Callable[[], T]) -> T:
    """The value for the key, made at the first asking. Values are shared, so they are frozen; all can be pickled."""
    if key not in MEMORY:
        if len(MEMORY) >= MOST:
            MEMORY.clear()
        stored = STORED.get(digest(key)) if STORED else None
        MEMORY[key] = pickle.loads(stored) if stored else make()
    value: T = MEMORY[key]
    return value


def forget() -> None:
    """Drops what this run worked out and leaves none of it for the next: for work that no other run repeats."""
    MEMORY.clear()


def digest(key: Key) -> bytes:
    return hashlib.sha256(repr(key).encode("utf-8", "surrogatepass")).digest()


def state_of(folder: FilePath, pattern: str = "*") -> tuple[tuple[str, int, int], ...]:
    """The files below a folder with size and time of change: another state after any edit."""
    files = sorted(path for path in folder.rglob(pattern) if path.is_file())
    return tuple((str(path), (facts := path.stat()).st_size, facts.st_mtime_ns) for path in files)


@contextmanager
def between_runs() -> Iterator[None]:
    """Starts with what earlier runs left and leaves what this one adds. A memory that cannot be read or written is no
    error: the run is slower.
    """
    file = memory_file()
    with suppress(OSError, ValueError, EOFError, TypeError):  # cut short, or not ours: as good as none
        if is_ours(file):
            STORED.update(marshal.loads(file.read_bytes()))
    try:
        yield
    finally:
        added = {name: key for key in MEMORY if (name := digest(key)) not in STORED}
        if added:
            STORED.update({name: pickle.dumps(MEMORY[key], protocol=5) for name, key in added.items()})
            with suppress(OSError):
                leave(file)


def memory_file() -> FilePath:
    """Where this installation remembers: one file for each state of the code that reads."""
    here = FilePath(__file__).parent
    state = hashlib.sha256(repr((sys.version, [*map(reader_state, READERS), state_of(here, "*.py")])).encode())
    place = hashlib.sha256(str(here).encode()).hexdigest()[:12]
    return cache_folder() / f"{place}-{state.hexdigest()[:16]}.memory"


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
    """Whether the file is there and only the user can have written it or its folder: what is unpickled can run."""
    if not file.exists():
        return False
    facts = (file.stat(), file.parent.stat())
    return not hasattr(os, "getuid") or all(each.st_uid == os.getuid() and not each.st_mode & 0o022 for each in facts)


def leave(file: FilePath) -> None:
    """Writes the memory in one step and clears away what this installation remembered in earlier states."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = file.with_suffix(f".{os.getpid()}.tmp")
    temporary.touch(mode=0o600)
    kept = STORED if len(STORED) <= MOST else {}
    temporary.write_bytes(marshal.dumps(kept))
    temporary.replace(file)
    for old in file.parent.glob(f"{file.name.split('-')[0]}-*.memory"):
        if old != file:
            old.unlink(missing_ok=True)
