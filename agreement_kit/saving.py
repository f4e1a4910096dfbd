"""Bytes to disk: whole or not at all, over nothing that somebody still needs."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path as FilePath

from agreement_kit.problems import CannotBeDone, Place, Problem, error


def save(data: bytes, path: FilePath, *, force: bool, discard_edits: bool) -> None:
    """Writes the file in one step: it is there as a whole, or what stood there before is untouched.

    Raises CannotBeDone where the folder is missing or read-only, where the file is open in Word, where it exists and
    `force` is not given, and where somebody saved it since the kit wrote it and `discard_edits` is not given.
    """
    save_all({path: data}, force=force, discard_edits=discard_edits)


def save_all(files: Mapping[FilePath, bytes], *, force: bool, discard_edits: bool) -> None:
    """Writes several files, all of them or none: none is touched before each is known to be writable and lies, whole,
    beside its place. Every file that stands in the way is named.
    """
    in_the_way: list[Problem] = []
    for path in files:
        try:
            with failures_worded(path):
                check_target(path, Place(str(path)), force=force, discard_edits=discard_edits)
        except CannotBeDone as failure:
            in_the_way.extend(failure.problems)
    if in_the_way:
        raise CannotBeDone(in_the_way)
    waiting: dict[FilePath, FilePath] = {}
    try:
        for path, data in files.items():
            with failures_worded(path):
                waiting[path] = lay_beside(data, path)
        put_in_place(waiting)
    finally:
        for temporary in waiting.values():
            temporary.unlink(missing_ok=True)


@contextmanager
def failures_worded(path: FilePath) -> Iterator[None]:
    """What the system refuses, as a Problem."""
    place = Place(str(path))
    try:
        yield
    except PermissionError:
        hint = "If it is open in Word, close it there; otherwise choose another folder with -o."
        raise CannotBeDone([error(place, "OUT-03", "the file cannot be written here", hint)]) from None
    except OSError as failure:
        reason = (failure.strerror or "unknown reason").lower()
        raise CannotBeDone([error(place, "OUT-03", f"the file cannot be written: {reason}")]) from None


def check_target(path: FilePath, place: Place, *, force: bool, discard_edits: bool) -> None:
    if path.is_dir():
        raise CannotBeDone([error(place, "OUT-01", "this is a folder", "Name a file in it.")])
    if path.parent.is_file():
        raise CannotBeDone([error(Place(str(path.parent)), "OUT-01", "this is no folder", "Name a folder.")])
    if not path.parent.is_dir():
        hint = "Make the folder first, or choose another with -o."
        raise CannotBeDone([error(Place(str(path.parent)), "OUT-01", "there is no such folder", hint)])
    if lock := open_in_word(path):
        hint = f"Close it there. If nobody has it open, delete {lock.name}."
        raise CannotBeDone([error(place, "OUT-02", "the file is open in Word", hint)])
    if path.exists():
        refuse_to_replace(path, place, force=force, discard_edits=discard_edits)


def refuse_to_replace(path: FilePath, place: Place, *, force: bool, discard_edits: bool) -> None:
    from agreement_kit.docx.origin import is_edited

    if path.suffix.lower() == ".docx" and not discard_edits and is_edited(path.read_bytes()):
        sentence = "somebody saved this file in Word since the kit wrote it"
        hint = "Keep their work and choose another name with -o, or replace it with --discard-edits."
        raise CannotBeDone([error(place, "OUT-04", sentence, hint)])
    if not (force or discard_edits):
        raise CannotBeDone([error(place, "OUT-05", "the file exists", "Replace it with --force.")])


def open_in_word(path: FilePath) -> FilePath | None:
    """The lock file that Word or LibreOffice keeps beside a file that is open; None where there is none."""
    stem = path.name
    names = (f"~${stem[2:]}", f"~${stem}", f".~lock.{stem}#")
    return next((lock for name in names if (lock := path.with_name(name)).exists()), None)


def lay_beside(data: bytes, path: FilePath) -> FilePath:
    """A file beside `path` that holds the data and has the rights that `path` has or would get."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".agreement-kit-")
    temporary = FilePath(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mode = path.stat().st_mode if path.exists() else 0o666 & ~current_umask()
        temporary.chmod(mode & 0o777)
    except BaseException:
        temporary.unlink()
        raise
    return temporary


def put_in_place(waiting: Mapping[FilePath, FilePath]) -> None:
    """Moves each file that waits to its place; where one cannot be moved, those before it are put back."""
    with ExitStack() as undo:
        for path, temporary in waiting.items():
            with failures_worded(path):
                before = path.read_bytes() if path.exists() else None
                os.replace(temporary, path)
            undo.callback(put_back, path, before)
        undo.pop_all()


def put_back(path: FilePath, before: bytes | None) -> None:
    with suppress(OSError):
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)


def current_umask() -> int:
    """What the user's system takes off the rights of new files; there is no way to ask without setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
