"""Changes of the library → one HTML page that needs nothing else. What came is underlined, what went struck through:
colour only adds to that.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby

from agreement_kit.html.style import STYLE
from agreement_kit.html.words import attribute, link, text_of
from agreement_kit.revisions import AlternativeChange, ClauseChange, FieldChange, LibraryDiff
from agreement_kit.revisions.sentences import (
    alternative_words,
    by_file,
    capitalised,
    effect_words,
    kind_words,
    total,
    touched,
    versions,
)
from agreement_kit.word_diff import Piece, is_changed, lines_of

LOOK = """
:root { --came: #dcefdc; --went: #f7dedb; --went-ink: #6b1a10; --came-ink: #14471a; }
@media screen and (prefers-color-scheme: dark) {
  :root { --came: #1d3a22; --went: #47221d; --went-ink: #f6c6be; --came-ink: #bfe6c4; }
}
main { max-width: 58rem; }
h1 { padding-top: 3rem; font-size: clamp(1.6rem, 1.2rem + 1.8vw, 2.2rem); margin-bottom: 1rem; }
h2 { font-size: 1.3rem; margin-bottom: 0.35rem; }
h3 { font-size: 1rem; margin: 1.75rem 0 0.5rem; }
section { padding-top: 3rem; }
ul { margin: 0 0 1rem; padding-left: 1.25rem; }
ul li { padding: 0; margin-bottom: 0.25rem; }
ins { background: var(--came); color: var(--came-ink); text-decoration: underline; text-underline-offset: 0.18em; }
del + ins { margin-left: 0.15em; }
del { background: var(--went); color: var(--went-ink); text-decoration: line-through; }
ins, del { padding: 0.05em 0; white-space: pre-wrap; }
.fact { color: var(--grey); }
.problem { border-left: 4px solid var(--went-ink); padding-left: 0.75rem; }
.wording { border-left: 1px solid var(--line); padding-left: 1rem; }
.wording p { margin-bottom: 0.5rem; }
.tag { color: var(--grey); font-size: 0.875rem; }
summary { color: var(--grey); cursor: pointer; padding: 0.25rem 0; margin-bottom: 0.5rem; }
dl {
  display: grid; grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr);
  gap: 0.35rem 1rem; margin: 0 0 1rem;
}
dt { color: var(--grey); }
dd { margin: 0; }
@media (max-width: 36rem) { dl { grid-template-columns: minmax(0, 1fr); } dd { margin-bottom: 0.5rem; } }
@media print { ins, del { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""

HEADS = ("Clause", "What became of it", "Version", "What differs")
MOST_LINES = 2
"""Unchanged lines that are shown between changes; more are folded away."""

TAGS = {"deleted": "del", "inserted": "ins"}


def write(diff: LibraryDiff) -> bytes:
    """The page in UTF-8, the same bytes each time: a table of what changed, then each clause, then each agreement."""
    style = STYLE + LOOK
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    title = f"What changed: {text_of(diff.old)} → {text_of(diff.new)}"
    body = "\n".join([*table(diff.clauses), *map(clause, diff.clauses), *agreements(diff)])
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"{link('page:main', 'Skip to the changes', 'skip')}\n"
        f'<main id="page:main">\n<h1>{title}</h1>\n<p>{text_of(capitalised(total(diff)))}.</p>\n{body}\n</main>\n'
        "</body>\n</html>\n"
    ).encode()


def table(changes: Iterable[ClauseChange]) -> Iterator[str]:
    rows = [
        f'<tr><th scope="row">{link(f"clause:{each.id}", text_of(each.title))}</th>'
        + "".join(f"<td>{text_of(words)}</td>" for words in (kind_words(each), versions(each), touched(each)))
        + "</tr>"
        for each in changes
    ]
    if rows:
        heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
        yield (
            '<div class="grid wide" role="region" aria-label="Clauses that differ" tabindex="0">\n<table>\n'
            f"<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n" + "\n".join(rows) + "\n</tbody>\n</table>\n</div>"
        )


def clause(change: ClauseChange) -> str:
    parts = [
        f"<section{attribute('id', f'clause:{change.id}')}>\n<h2>{text_of(change.title)}</h2>",
        f'<p class="fact">{text_of(change.id)}: {text_of(kind_words(change))}, {versions(change)}</p>',
    ]
    if problem := change.problem:
        parts.append(f'<p class="problem"><b>{text_of(problem.sentence)}.</b> {text_of(problem.hint)}</p>')
    if change.reasons:
        items = "".join(f"<li>{text_of(version)}: {text_of(reason)}</li>" for version, reason in change.reasons)
        parts.append(f"<ul>{items}</ul>")
    parts += fields(change.fields)
    parts += map(alternative, change.alternatives)
    return "\n".join([*parts, "</section>"])


def fields(changes: Iterable[FieldChange]) -> list[str]:
    rows = [
        f"<dt>{text_of(capitalised(each.label))}</dt><dd>{''.join(map(marked, each.pieces))}</dd>" for each in changes
    ]
    return [f"<dl>{''.join(rows)}</dl>"] if rows else []


def alternative(change: AlternativeChange) -> str:
    heading = f"<h3>{text_of(capitalised(alternative_words(change)))}</h3>"
    lines = [line for line in lines_of(change.wording) if any(piece.text.strip() for piece in line)]
    wording = ['<div class="wording">', *folded(lines), "</div>"] if lines else []
    return "\n".join([heading, *fields(change.fields), *wording])


def folded(lines: Iterable[tuple[Piece, ...]]) -> Iterator[str]:
    """The lines of a wording, with those that stayed folded away where they are many."""
    for is_open, group in groupby(lines, is_changed):
        paragraphs = list(map(paragraph, group))
        if is_open or len(paragraphs) <= MOST_LINES:
            yield from paragraphs
        else:
            inside = "\n".join(paragraphs)
            yield f"<details><summary>{len(paragraphs)} lines unchanged</summary>\n{inside}\n</details>"


def paragraph(line: tuple[Piece, ...]) -> str:
    """A line of wording; one that is nothing but a tag of the template stands back."""
    is_tag = re.fullmatch(r"\s*(?:{%.*?%}\s*)+", "".join(piece.text for piece in line)) is not None
    return f"<p{attribute('class', 'tag' if is_tag else '')}>{''.join(map(marked, line))}</p>"


def marked(piece: Piece) -> str:
    return text_of(piece.text) if piece.kind == "same" else in_tag(TAGS[piece.kind], piece.text)


def in_tag(tag: str, words: str) -> str:
    return f"<{tag}>{text_of(words)}</{tag}>" if words else ""


def agreements(diff: LibraryDiff) -> Iterator[str]:
    for file, found in by_file(diff):
        items = "".join(f"<li>{text_of(effect_words(each))}</li>" for each in found)
        yield f"<section>\n<h2>{text_of(file)} would change</h2>\n<ul>{items}</ul>\n</section>"
