"""Sandboxed Jinja: wording + answers → Wording. An answer passes through as one private-use character, so that it can
never be markup or template; `markup` puts it back after the Markdown was parsed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import TracebackType
from typing import Any

import jinja2
from jinja2 import nodes

from agreement_kit.document import Inline
from agreement_kit.problems import Place, ProblemsFound, error
from agreement_kit.rendering.sandbox import FIRST, PRINTED, Unprintable, environment, inline_of
from agreement_kit.rendering.syntax import Read, check_syntax_tree, reads

MAX_OUTPUT = 2_000_000


@dataclass(frozen=True, slots=True)
class Wording:
    """Rendered wording: Markdown with a placeholder for each answer, and what each placeholder prints."""

    text: str
    printed: tuple[Inline, ...]


@lru_cache(maxsize=1024)
def parsed(wording: str, file: str, line: int) -> nodes.Template:
    """The syntax tree of one wording; `line` is where it begins in its file. Raises ProblemsFound."""
    try:
        return environment().parse(keep_line_breaks(wording), file, file)
    except jinja2.TemplateSyntaxError as failure:
        place = Place(file, line + failure.lineno - 1, 1)
        raise ProblemsFound([error(place, "WORD-01", f"the template cannot be read: {failure.message}")]) from None


def reads_of(wording: str, file: str, line: int) -> list[Read]:
    """The input paths that a wording reads."""
    return reads(parsed(wording, file, line))


@lru_cache(maxsize=1024)
def compiled(wording: str, file: str, line: int) -> jinja2.Template:
    """The template of one wording. Raises ProblemsFound with everything in it that wording may not hold."""
    tree = parsed(wording, file, line)
    if problems := check_syntax_tree(tree, file, line):
        raise ProblemsFound(problems)
    code = environment().compile(tree, file, file)
    return jinja2.Template.from_code(environment(), code, {})


def keep_line_breaks(wording: str) -> str:
    """With `+%}` where a line of wording ends in a tag: `trim_blocks` would glue the next line on."""
    return "\n".join(
        f"{line[:-2]}+%}}" if line.endswith("%}") and not only_tags(line) else line for line in wording.split("\n")
    )


def only_tags(line: str) -> bool:
    rest = line.strip()
    while rest.startswith("{%") and "%}" in rest:
        rest = rest[rest.index("%}") + 2 :].strip()
    return not rest


def render(wording: str, file: str, line: int, values: Mapping[str, Any]) -> Wording:
    """The wording with these values. Raises ProblemsFound where it prints what is not there."""
    printed: list[Inline] = []
    template = compiled(wording, file, line)
    try:
        text = template.render({**values, PRINTED: printed})
    except Unprintable as failure:
        where = line + line_of(failure.__traceback__, file) - 1
        raise ProblemsFound([error(Place(file, where, 1), "WORD-02", str(failure))]) from None
    if len(text) > MAX_OUTPUT:
        raise ProblemsFound([error(Place(file, line, 1), "WORD-03", "the wording grows beyond all measure")])
    return Wording(text, tuple(printed))


def line_of(traceback: TracebackType | None, file: str) -> int:
    """The line of the template at which an exception was raised, as Jinja rewrites the traceback."""
    line = 1
    while traceback:
        if traceback.tb_frame.f_code.co_filename == file:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


__all__ = ["FIRST", "Wording", "compiled", "inline_of", "reads_of", "render"]
