"""A Word file, opened and laid out for the rules: its parts, its styles, its paragraphs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from agreement_kit.docx.guarding import MAIN, Parts, open_package, parse, parse_main
from agreement_kit.docx.inspecting.counting import Number, numbers_of
from agreement_kit.docx.inspecting.passages import Passage, paragraphs_in, story_passages
from agreement_kit.docx.inspecting.styles import Styles, styles_in
from agreement_kit.docx.reading import core_properties
from agreement_kit.problems import Place

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STORIES = {
    "document": "",
    "header": "header",
    "footer": "footer",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
}
"""The parts that hold text, by the beginning of their names, and what a reader calls them."""


@dataclass(frozen=True)
class WordFile:
    """`trees` are the parts of the text and its looks, by name."""

    name: str
    raw: bytes
    parts: Parts
    trees: "Mapping[str, Element]"

    @cached_property
    def stories(self) -> "dict[str, Element]":
        return {name: tree for name, tree in self.trees.items() if name.split("/")[1].startswith(tuple(STORIES))}

    @cached_property
    def styles(self) -> Styles:
        return styles_in(self.trees.get("word/styles.xml"))

    @cached_property
    def core(self) -> dict[str, str]:
        """The document properties by name."""
        return core_properties(self.parts, Place(self.name))

    @cached_property
    def numbers(self) -> "dict[Element, Number]":
        """The numbers that Word prints beside the paragraphs of the body."""
        return numbers_of(paragraphs_in(self.trees[MAIN]), self.trees.get("word/numbering.xml"), self.styles)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every paragraph: the body first, then headers, footers and notes; comments are talk about the text."""
        found: list[Passage] = []
        for name, tree in sorted(self.stories.items(), key=lambda each: each[0] != MAIN):
            story = story_of(name)
            if story != "comments":
                numbers = {} if story else self.numbers
                found += story_passages(story, tree, self.styles, links_from(self.parts, name), numbers)
        return tuple(found)

    @property
    def body(self) -> Iterator[Passage]:
        return (passage for passage in self.passages if not passage.story)

    @cached_property
    def passage_of(self) -> "dict[Element, Passage]":
        return {passage.element: passage for passage in self.passages}


def open_file(raw: bytes, name: str) -> WordFile:
    """The file. Raises CannotBeDone, naming it, where it is not safe or not possible to read."""
    parts = open_package(raw, name)
    place = Place(name)
    parse_main(parts, place)
    trees = {part: parse(blob, part, place) for part, blob in sorted(parts.items()) if is_word_part(part)}
    return WordFile(name, raw, parts, trees)


def is_word_part(name: str) -> bool:
    return name.startswith("word/") and name.endswith(".xml") and name.count("/") == 1


def story_of(name: str) -> str:
    stem = name.split("/")[1]
    return next(words for beginning, words in STORIES.items() if stem.startswith(beginning))


def links_from(parts: Parts, source: str) -> dict[str, str]:
    """Relationship id → address, for links that lead out of the file."""
    folder, _, name = source.rpartition("/")
    relationships = f"{folder}/_rels/{name}.rels"
    if relationships not in parts:
        return {}
    root = parse(parts[relationships], relationships, Place(source))
    return {
        each.get("Id", ""): each.get("Target", "")
        for each in root.iter("{*}Relationship")
        if each.get("TargetMode") == "External"
    }
