"""Sandboxed Jinja: wording + answers → Wording. An answer passes through as one private-use character, so that it can
never be markup or template; `markup` puts it back after the Markdown was parsed.
"""

import marshal
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from types import TracebackType
from typing import Any

import jinja2

from agreement_kit.document import Inline
from agreement_kit.problems import Place, Problem, ProblemsFound, error
from agreement_kit.remembering import remembered
from agreement_kit.rendering.filters import Unprintable
from agreement_kit.rendering.sandbox import FIRST, PRINTED, environment, inline_of
from agreement_kit.rendering.syntax import Read, check_syntax_tree, reads

MAX_OUTPUT = 2_000_000


@dataclass(frozen=True, slots=True)
class Wording:
    """Rendered wording: Markdown with a placeholder for each answer, and what each placeholder prints."""

    text: str
    printed: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A wording that was checked: its compiled code, marshalled, and the input paths that it reads."""

    code: bytes
    reads: tuple[Read, ...]


def prepared(wording: str, file: str, line: int) -> Prepared:
    """One wording, ready to render; `line` is where it begins in its file. Raises ProblemsFound with everything in it
    that wording may not hold.
    """
    return remembered(("wording", wording, file, line), lambda: prepare(wording, file, line))


def prepare(wording: str, file: str, line: int) -> Prepared:
    with syntax_errors_placed(file, line):
        tree = environment().parse(keep_line_breaks(wording), file, file)
        if problems := [*check_syntax_tree(tree, file, line), *split_loops(wording, file, line)]:
            raise ProblemsFound(problems)
        code = environment().compile(tree, file, file)
    return Prepared(marshal.dumps(code), tuple(reads(tree)))


def reads_of(wording: str, file: str, line: int) -> tuple[Read, ...]:
    """The input paths that a wording reads."""
    return prepared(wording, file, line).reads


@lru_cache(maxsize=1024)
def compiled(wording: str, file: str, line: int) -> jinja2.Template:
    """The template of one wording."""
    code = marshal.loads(prepared(wording, file, line).code)
    return jinja2.Template.from_code(environment(), code, {})


def split_loops(wording: str, file: str, line: int) -> Iterator[Problem]:
    """A loop that begins in a line of wording and ends in another: its second turn would lack the line's indent."""
    for number, each in enumerate(wording.split("\n"), line):
        begun, ended = (len(re.findall(rf"{{%[+-]? *{tag}\b", each)) for tag in ("for", "endfor"))
        if begun != ended and not only_tags(each):
            sentence = "a loop stands within one line, or its tags stand on lines of their own"
            yield error(Place(file, number, 1), "WORD-04", sentence)


@contextmanager
def syntax_errors_placed(file: str, line: int) -> Iterator[None]:
    """Jinja's errors as Problems. An expression of thousands of brackets or figures ends in Python's own."""
    try:
        yield
    except jinja2.TemplateSyntaxError as failure:
        place = Place(file, line + failure.lineno - 1, 1)
        raise ProblemsFound([error(place, "WORD-01", f"the template cannot be read: {failure.message}")]) from None
    except (RecursionError, ValueError):
        sentence = "the template cannot be read: an expression in it is too large"
        raise ProblemsFound([error(Place(file, line, 1), "WORD-01", sentence)]) from None


def keep_line_breaks(wording: str) -> str:
    """With `+%}` where a line of wording ends in a tag: `trim_blocks` would glue the next line on. With `{%+` where one
    begins with a tag: `lstrip_blocks` would take its indent, and with it its level.
    """
    return "\n".join(line if only_tags(line) else kept(line) for line in wording.split("\n"))


def kept(line: str) -> str:
    if line.endswith(("%}", "#}")) and line[-3] not in "+-":
        line = f"{line[:-2]}+{line[-2:]}"
    return re.sub(r"^( +\{[%#])(?![+-])", r"\1+", line)


def only_tags(line: str) -> bool:
    return not re.sub(r"\{%.*?%\}|\{#.*?#\}", "", line).strip()


def render(wording: str, file: str, line: int, values: Mapping[str, Any]) -> Wording:
    """The wording with these values. Raises ProblemsFound where it prints what is not there."""
    printed: list[Inline] = []
    pieces: list[str] = []
    size = 0
    try:
        for piece in compiled(wording, file, line).generate({**values, PRINTED: printed}):
            pieces.append(piece)
            size += len(piece)
            if size > MAX_OUTPUT:
                raise Unprintable("the wording grows beyond all measure")
    except (Unprintable, TypeError, LookupError, jinja2.TemplateError) as failure:
        place = Place(file, line + line_of(failure.__traceback__, file) - 1, 1)
        sentence = str(failure) if isinstance(failure, Unprintable) else "this cannot be worked out from the answers"
        raise ProblemsFound([error(place, "WORD-02", sentence)]) from None
    return Wording("".join(pieces), tuple(printed))


def line_of(traceback: TracebackType | None, file: str) -> int:
    """The line of the template at which an exception was raised, as Jinja rewrites the traceback."""
    line = 1
    while traceback:
        if traceback.tb_frame.f_code.co_filename == file:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


__all__ = ["FIRST", "Wording", "compiled", "inline_of", "reads_of", "render"]
