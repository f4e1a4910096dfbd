"""The clause library: load it, check it, prove it, print it."""

from collections.abc import Iterable
from dataclasses import replace
from os import PathLike
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from agreement_kit.sources import load

if TYPE_CHECKING:
    from datetime import date

    from agreement_kit.coverage import Coverage
    from agreement_kit.document import Document
    from agreement_kit.library import Library
    from agreement_kit.lint.ease import Ease, Target
    from agreement_kit.outlines import Template
    from agreement_kit.problems import Problem

AnyPath = str | PathLike[str]


def load_library(folders: Iterable[AnyPath] = ()) -> "Library":
    """The kit's clauses, and those of your own folders over them."""
    from agreement_kit.library import load_library as load_folders

    return load_folders(FilePath(folder) for folder in folders)


def load_templates() -> "tuple[Template, ...]":
    """Every document that can be made."""
    from agreement_kit.outlines import available, load_template, shipped_folder

    return tuple(load_template(shipped_folder(), name) for name in available(shipped_folder()))


def coverage(libraries: Iterable[AnyPath] = (), *, document: str = "agreement", seed: str = "1") -> "Coverage":
    """Proof that a document builds in every combination of choices; takes up to a minute. Clauses of your own that the
    document's outline does not name stand at its end.
    """
    import agreement_kit.samples
    from agreement_kit.coverage import prove
    from agreement_kit.outlines import Entry, load_template, shipped_folder

    library = load_library(libraries)
    template = load_template(shipped_folder(), document)
    standing = {entry.use for entry in template.entries}
    added = tuple(Entry("clause", key) for key in library.own if key not in standing)
    base = load(FilePath(agreement_kit.samples.__path__[0], "northmere-jro.agreement.yaml")).data
    return prove(replace(template, entries=(*template.entries, *added)), library, base, seed=seed)


def book(libraries: Iterable[AnyPath] = ()) -> "Document":
    """The whole library, with the parts of every document, as a Document to read and comment on."""
    from agreement_kit import __version__
    from agreement_kit.book import book as book_of

    return book_of(load_library(libraries), load_templates(), version=__version__)


def check_clauses(
    folder: AnyPath | None = None, *, libraries: Iterable[AnyPath] = (), today: "date | None" = None
) -> "tuple[Problem, ...]":
    """What the rules of docs/rules.md find in the clauses of a folder of your own, seen together with the kit's;
    without one in the kit's clauses and parts themselves. Review dates are held against `today`.
    """
    from agreement_kit.library import load_clauses
    from agreement_kit.lint import lint_library

    own = None if folder is None else {clause.file for clause in load_clauses(FilePath(folder)).values()}
    library = load_library([*libraries, *([] if folder is None else [folder])])
    return lint_library(library, load_templates(), today=today, files=own)


def reading_ease(libraries: Iterable[AnyPath] = ()) -> "dict[str, tuple[Ease, Target | None]]":
    """How easily each clause reads and what its target is, then each group of topics, then everything."""
    from agreement_kit.lint.ease import reading_ease as ease_of

    return ease_of(load_library(libraries), load_templates())
