"""Reads YAML strictly: every scalar is text with a place, whatever it looks like. The schema says what it becomes.

PyYAML's own resolver would read `no` as False and `12:30` as 750, and keep the last of two equal keys in silence; so
this module builds its values from the parser's events: no aliases, no tags, one document, limited depth and size.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from os import PathLike, fspath
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, TypeAlias

from agreement_kit.problems import CannotBeDone, Path, Place, Problem, ProblemsFound, error, has_errors
from agreement_kit.slips import FORBIDDEN, explain, slips_in_scalar, strange_characters

if TYPE_CHECKING:
    from yaml.error import Mark

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"
"""Input as read: mappings, lists, text; None where nothing was written."""

MAX_BYTES = 2_000_000
MAX_DEPTH = 30
TOO_DEEP = f"this is nested more than {MAX_DEPTH} levels deep"
MAX_NODES = 100_000


@dataclass(frozen=True, slots=True)
class Source:
    """Input with the place of every value. `lines` are kept to show a mended line; `problems` are warnings."""

    name: str
    data: Data
    places: Mapping[Path, tuple[int, int]] = field(default_factory=dict)
    keys: Mapping[Path, tuple[int, int]] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def place(self, path: Path) -> Place:
        """Where the value at `path` stands, or the nearest thing above it that is there."""
        spot = path
        while spot and spot not in self.places:
            spot = spot[:-1]
        return Place(self.name, *self.places.get(spot, (0, 0)), path)

    def key_place(self, path: Path) -> Place:
        """Where the name of the field at `path` stands."""
        return Place(self.name, *self.keys[path], path) if path in self.keys else self.place(path)


def load(source: "str | bytes | PathLike[str] | Mapping[str, Any]", *, name: str = "") -> Source:
    """The input with places, from a path, YAML text or bytes, or a mapping. A string without a line break is a path.

    `name` is what problems call text and bytes. Raises CannotBeDone where a file cannot be read, ProblemsFound
    where it is not YAML as the kit reads it.

    >>> load("document:\\n  title: Harbour Charter\\n").data
    {'document': {'title': 'Harbour Charter'}}
    """
    if isinstance(source, Mapping):
        data = plain_data(source)
        problems = [*strange_texts(data, (), name or "input")]
        if has_errors(problems):
            raise ProblemsFound(problems)
        return Source(name or "input", data, dict.fromkeys(paths_in(data), (0, 0)), problems=tuple(problems))
    if isinstance(source, bytes):
        return parse(source, name or "input")
    if isinstance(source, str) and "\n" in source:
        return parse(source.encode("utf-8", "surrogatepass"), name or "input")
    return parse(read_file(fspath(source)), name or fspath(source))


def read_file(path: str, *, most: int = MAX_BYTES, noun: str = "an agreement") -> bytes:
    """The bytes of a file of sensible size; CannotBeDone with a sentence otherwise."""
    place = Place(path)
    try:
        size = FilePath(path).stat().st_size
        if size > most:
            too_big = f"the file has {size / 1e6:,.0f} MB; {noun} has at most {most / 1e6:.0f} MB"
            raise CannotBeDone([error(place, "FILE-02", too_big, "Is it the right file?")])
        return FilePath(path).read_bytes()
    except FileNotFoundError:
        raise CannotBeDone([error(place, "FILE-01", "there is no such file")]) from None
    except IsADirectoryError:
        raise CannotBeDone([error(place, "FILE-01", "this is a folder, not a file")]) from None
    except OSError as failure:
        reason = (failure.strerror or "unknown reason").lower()
        raise CannotBeDone([error(place, "FILE-01", f"the file cannot be read: {reason}")]) from None


def plain_data(value: object, depth: int = 0) -> Data:
    """A mapping from Python as the YAML reader would have given it: every leaf as text. TypeError for what YAML has no
    word for, ValueError where it is nested deeper than a file may be.
    """
    if depth > MAX_DEPTH:
        raise ValueError(f"the mapping is nested more than {MAX_DEPTH} levels deep")
    if isinstance(value, Mapping):
        return {str(key): plain_data(entry, depth + 1) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [plain_data(entry, depth + 1) for entry in value]
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float | Decimal):
        return str(value)
    raise TypeError(f"a mapping for load() holds text, numbers, dates, lists and mappings, not {type(value).__name__}")


def paths_in(data: Data, path: Path = ()) -> Iterator[Path]:
    """The path of every value, containers first."""
    yield path
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, entry in entries:
        yield from paths_in(entry, (*path, key))


def parse(raw: bytes, name: str) -> Source:
    """YAML bytes → Source. Raises ProblemsFound with everything that can be found in one go."""
    text = decode(raw, name)
    lines = tuple(LINE_END.split(text))
    builder = Builder(name, lines)
    builder.problems.extend(strange_characters(lines, name))
    if not has_errors(builder.problems):
        builder.run(text)
    if not has_errors(builder.problems) and not isinstance(builder.root, dict):
        sentence = "the file is empty" if builder.root is None else "the file does not start with named parts"
        hint = "Start with a part such as `document:`; `agreement-kit new` writes a file to fill in."
        builder.problems.append(error(Place(name, 1, 1), "YAML-01", sentence, hint))
    if has_errors(builder.problems):
        raise ProblemsFound(builder.problems)
    return Source(name, builder.root, builder.places, builder.keys, lines, tuple(builder.problems))


def decode(raw: bytes, name: str) -> str:
    place = Place(name, 1, 1)
    if len(raw) > MAX_BYTES:
        raise CannotBeDone([error(place, "FILE-02", f"the input is larger than {MAX_BYTES / 1e6:.0f} MB")])
    if raw.startswith(b"PK\x03\x04"):
        sentence = "this is a Word file or a zip archive, not YAML"
        raise CannotBeDone([error(place, "FILE-03", sentence, "Give the .yaml file that the draft was made from.")])
    try:
        return raw.decode("utf-8-sig", "strict")
    except UnicodeDecodeError as failure:
        line = raw.count(b"\n", 0, failure.start) + 1
        column = failure.start - (raw.rfind(b"\n", 0, failure.start) + 1) + 1
        sentence = "the file is not text in UTF-8"
        hint = "In your editor choose Save as, encoding UTF-8."
        raise CannotBeDone([error(Place(name, line, column), "FILE-03", sentence, hint)]) from None


LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for YAML; `str.splitlines` knows more, and would part a line at a character that must be named."""


def strange_texts(data: Data, path: Path, name: str) -> Iterator[Problem]:
    """The same of a mapping, which has no lines."""
    if isinstance(data, str):
        for problem in strange_characters((data,), name):
            yield replace(problem, place=Place(name, path=path))
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, entry in entries:
        yield from strange_texts(entry, (*path, key), name)


class Builder:
    """Turns parser events into data and places. Keeps its own stack, so that depth never ends in a RecursionError."""

    def __init__(self, name: str, lines: tuple[str, ...]) -> None:
        self.name = name
        self.lines = lines
        self.root: Data = None
        self.places: dict[Path, tuple[int, int]] = {}
        self.keys: dict[Path, tuple[int, int]] = {}
        self.problems: list[Problem] = []
        self.stack: list[tuple[dict[str, Data] | list[Data], Path]] = []
        self.key: str | None = None
        self.nodes = 0
        self.documents = 0

    def run(self, text: str) -> None:
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        actions = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: lambda event: self.open({}, event),
            yaml.SequenceStartEvent: lambda event: self.open([], event),
            yaml.MappingEndEvent: lambda event: self.stack.pop(),
            yaml.SequenceEndEvent: lambda event: self.stack.pop(),
            yaml.AliasEvent: self.refuse_alias,
            yaml.DocumentStartEvent: self.begin_document,
        }
        try:
            for event in yaml.parse(text, Loader=loader):
                action = actions.get(type(event))
                if action:
                    action(event)
        except yaml.MarkedYAMLError as failure:
            if "maximum nesting depth" in (
                failure.problem or ""
            ):  # some versions of libyaml look ahead before we count
                self.problems.append(error(Place(self.name, 1, 1), "YAML-04", TOO_DEEP))
            else:
                self.problems.append(explain(failure, self.name, self.lines))
        except yaml.YAMLError as failure:
            self.problems.append(error(Place(self.name, 1, 1), "YAML-01", f"this is not YAML: {failure}"))
        except Stop:
            pass

    def begin_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.stop(
                event.start_mark, "YAML-04", "a second document begins here (---)", "Keep one agreement per file."
            )

    def refuse_alias(self, event: Any) -> None:
        self.stop(event.start_mark, "YAML-04", f"aliases (*{event.anchor}) are not read", "Write the value out.")

    def scalar(self, event: Any) -> None:
        mark = event.start_mark
        if event.tag or event.anchor:
            self.refuse_tag(event, plain_tags=("!",))
        container = self.stack[-1][0] if self.stack else None
        if isinstance(container, dict) and self.key is None:
            self.name_field(event.value, mark)
            return
        is_plain = not event.style
        empty = is_plain and event.value in ("", "~", "null", "Null", "NULL")
        if event.style == '"':
            self.refuse_escapes(event)
        self.place(None if empty else event.value, mark)
        if is_plain and not empty:
            self.problems.extend(slips_in_scalar(event, self.name, self.lines))

    def refuse_escapes(self, event: Any) -> None:
        if match := FORBIDDEN.search(event.value):
            sentence = f"the character U+{ord(match[0]):04X} cannot stand in a document"
            self.problems.append(error(self.at(event.start_mark), "YAML-02", sentence, "Take the escape out."))

    def open(self, container: dict[str, Data] | list[Data], event: Any) -> None:
        self.refuse_tag(event)
        mark = event.start_mark
        if self.stack and isinstance(self.stack[-1][0], dict) and self.key is None:
            sentence = "a field's name must be a word" + (
                ", and {{ }} needs quotes round it" if isinstance(container, dict) else ""
            )
            self.stop(
                mark,
                "YAML-05",
                sentence,
                'Put quotes round the text: "{{ ... }}".' if isinstance(container, dict) else "",
            )
        path = self.place(container, mark)
        self.stack.append((container, path))
        if len(self.stack) > MAX_DEPTH:
            self.stop(mark, "YAML-04", TOO_DEEP)

    def place(self, value: Data, mark: "Mark") -> Path:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.stop(mark, "YAML-04", f"the file holds more than {MAX_NODES:,} values")
        if not self.stack:
            self.root = value
            path: Path = ()
        else:
            container, above = self.stack[-1]
            if isinstance(container, dict):
                assert self.key is not None
                path = (*above, self.key)
                container[self.key] = value
                self.key = None
            else:
                path = (*above, len(container))
                container.append(value)
        self.places[path] = (mark.line + 1, mark.column + 1)
        return path

    def name_field(self, key: str, mark: "Mark") -> None:
        path = (*self.stack[-1][1], key)
        if key in self.stack[-1][0]:
            first = self.keys[path][0]
            self.problems.append(
                error(
                    self.at(mark),
                    "YAML-06",
                    f'"{key}" stands here a second time (first in line {first})',
                    "Keep one of the two.",
                )
            )
        else:
            self.keys[path] = (mark.line + 1, mark.column + 1)
        self.key = key

    def refuse_tag(self, event: Any, plain_tags: tuple[str, ...] = ()) -> None:
        if event.tag and event.tag not in plain_tags:
            self.stop(event.start_mark, "YAML-04", f"tags ({event.tag}) are not read", "Write the plain value.")
        if event.anchor:
            self.stop(
                event.start_mark,
                "YAML-04",
                f"anchors (&{event.anchor}) are not read",
                "Write the value out where it is needed.",
            )

    def at(self, mark: "Mark") -> Place:
        return Place(self.name, mark.line + 1, mark.column + 1)

    def stop(self, mark: "Mark", rule: str, sentence: str, hint: str = "") -> None:
        self.problems.append(error(self.at(mark), rule, sentence, hint))
        raise Stop


class Stop(Exception):
    """What follows cannot be read sensibly."""
