"""The Jinja environment of wording: no globals, no tests, our own filters, fields instead of attributes."""

from functools import lru_cache
from typing import Any

import jinja2
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from agreement_kit.answers import Day, Listing, Number, OpenItem, Record, Truth, Whole, Words
from agreement_kit.document import Answer, Inline, Open, Text
from agreement_kit.problems import format_path
from agreement_kit.rendering.filters import FILTERS, Absent, Joined, Unprintable
from agreement_kit.rendering.syntax import LOOP_FIELDS

FIRST = 0xF0000
"""The placeholder of a clause's first answer; the next one is one higher. Sources refuse these characters."""

MOST = 0xFFFD
"""Answers that one clause can print; there are no more placeholders."""

PRINTED = "printed answers"
"""The name, no identifier, under which the context collects what the placeholders stand for."""


@jinja2.pass_context
def placeholders(context: Context, value: object) -> str:
    """Jinja's `finalize`: what stands in the rendered text for the result of an expression."""
    if isinstance(value, Joined):
        return "".join(placeholders(context, part) for part in value)
    printed: list[Inline] = context.parent[PRINTED]
    printed.append(inline_of(value))
    if len(printed) > MOST:
        raise Unprintable(f"one clause prints at most {MOST:,} answers")
    return chr(FIRST + len(printed) - 1)


def inline_of(value: object) -> Inline:
    if isinstance(value, OpenItem):
        return Open(value.printed, value.paths, question=value.question, owner=value.owner, by=value.by)
    if isinstance(value, Words | Whole | Number | Day):
        return Answer(value.printed, value.paths)
    if type(value) is str:  # a literal of the wording: answers keep their own type through everything that is allowed
        return Text(value)
    if isinstance(value, Absent):
        raise Unprintable(f"{format_path(value.path())} is not given in the input; ask with `if` or use `default`")
    what = "a truth value" if isinstance(value, Truth) else "a list or a group of fields"
    if type(value) is int:
        raise Unprintable("a figure of the wording is printed only from quotes: '30'")
    raise Unprintable(f"{what} cannot be printed; name a field of it")


class Wordings(ImmutableSandboxedEnvironment):
    """Jinja without its conveniences: no globals, no tests, our own filters, fields instead of attributes."""

    def __init__(self) -> None:
        super().__init__(
            optimized=False,
            undefined=Absent,
            finalize=placeholders,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
        )
        self.globals.clear()
        self.tests.clear()
        self.filters.clear()
        self.filters.update(FILTERS)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, OpenItem):
            return obj
        if isinstance(obj, Record):
            return obj.fields[attribute] if attribute in obj.fields else Absent(obj=obj, name=attribute)
        if isinstance(obj, Listing):
            raise Unprintable(f'a list has no field "{attribute}"; loop over it or take its first entry by [0]')
        if isinstance(obj, LoopContext) and attribute in LOOP_FIELDS:
            return getattr(obj, attribute)
        return Absent(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, OpenItem):
            return obj
        if isinstance(obj, Listing) and isinstance(argument, int) and argument < len(obj):
            return obj[argument]
        return Absent(obj=obj, name=argument)


@lru_cache(maxsize=1)
def environment() -> Wordings:
    return Wordings()
