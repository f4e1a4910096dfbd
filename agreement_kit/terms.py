"""Defined terms: finds them in the wording, follows them through their meanings, in alphabetical order."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from agreement_kit.document import Answer, Inline, Paragraph, Section, Term, Text, map_paragraphs
from agreement_kit.problems import Path


@dataclass(frozen=True, slots=True)
class Meaning:
    """A term with its meaning as inline content, ready to print. `paths` are where the input itself defines it: such a
    term is printed whether the wording uses it or not, because the answers may.
    """

    term: str
    plural: str
    inlines: tuple[Inline, ...]
    paths: tuple[Path, ...] = ()


class Terms:
    """The terms that a document may use, and which of them its wording did use."""

    def __init__(self, meanings: Iterable[Meaning]) -> None:
        self.meanings = {meaning.term: meaning for meaning in meanings}
        self.names = {form: each.term for each in self.meanings.values() for form in (each.term, each.plural) if form}
        forms = "|".join(map(re.escape, sorted(self.names, key=lambda form: (-len(form), form))))
        self.pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)") if forms else None
        self.used = {meaning.term for meaning in self.meanings.values() if meaning.paths}

    def mark(self, section: Section) -> Section:
        """The section with the terms in its wording marked; answers are left alone."""
        return map_paragraphs(section, self.mark_paragraph) if self.pattern else section

    def mark_paragraph(self, paragraph: Paragraph) -> Paragraph:
        marked = tuple(self.mark_inlines(paragraph.inlines))
        return paragraph if marked == paragraph.inlines else replace(paragraph, inlines=marked)

    def mark_inlines(self, inlines: Iterable[Inline]) -> Iterator[Inline]:
        for inline in inlines:
            if isinstance(inline, Text) and self.pattern:
                yield from self.terms_in(inline, self.pattern)
            else:
                yield inline

    def terms_in(self, text: Text, pattern: re.Pattern[str]) -> Iterator[Inline]:
        start = 0
        for match in pattern.finditer(text.text):
            name = self.names[match[0]]
            self.used.add(name)
            yield Text(text.text[start : match.start()], text.bold)
            yield Term(match[0], name, text.bold)
            start = match.end()
        yield Text(text.text[start:], text.bold)

    def definitions(self) -> tuple[Paragraph, ...]:
        """A paragraph for each term in use, and for each term that these meanings use in turn."""
        marked: dict[str, tuple[Inline, ...]] = {}
        while waiting := self.used - marked.keys():
            for name in sorted(waiting):
                marked[name] = tuple(self.mark_inlines(self.meanings[name].inlines))
        ordered = sorted(marked, key=lambda name: (name.lower(), name))
        return tuple(Paragraph((self.title(name), Text(" means "), *marked[name], Text("."))) for name in ordered)

    def title(self, name: str) -> Inline:
        paths = self.meanings[name].paths
        return Answer(name, paths, bold=True) if paths else Text(name, bold=True)
