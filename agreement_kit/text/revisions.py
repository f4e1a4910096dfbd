"""Changes of the library for the terminal, as Markdown, and as records for programs."""

from collections.abc import Iterable, Iterator
from typing import Any

from agreement_kit.revisions import AlternativeChange, ClauseChange, Effect, FieldChange, LibraryDiff
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
from agreement_kit.text.escaping import escaped, line_escaped
from agreement_kit.word_diff import Piece, is_changed, lines_of

NEAR = 50
"""Characters kept on each side of a change in a line."""

MARKS = {"same": ("", ""), "deleted": ("[-", "-]"), "inserted": ("{+", "+}")}
TAGS = {"same": ("", ""), "deleted": ("<del>", "</del>"), "inserted": ("<ins>", "</ins>")}


def diff_text(diff: LibraryDiff) -> str:
    """Everything for the terminal, clause by clause, then agreement by agreement. [-so-] went, {+so+} came."""
    parts = [clause_text(each) for each in diff.clauses]
    parts += [
        "\n".join([f"{file} would change:", *(f"  {effect_words(each)}" for each in found)])
        for file, found in by_file(diff)
    ]
    return "\n\n".join([*parts, f"{diff.old} → {diff.new}: {total(diff)}."])


def clause_text(change: ClauseChange) -> str:
    """One clause: what became of it, the reasons given, then what differs."""
    lines = [f"{change.id} ({change.title}): {kind_words(change)}, {versions(change)}"]
    lines += [f"  {version}: {reason}" for version, reason in change.reasons]
    lines += map(field_text, change.fields)
    for each in change.alternatives:
        lines += [f"  {alternative_words(each)}", *(f"  {field_text(field)}" for field in each.fields)]
        lines += [f"    {line}" for line in wording_lines(each)]
    return "\n".join(lines)


def field_text(change: FieldChange) -> str:
    if change.is_long:
        return f"  {change.label}: {marked_line(change.pieces)}"
    return f"  {change.label}: {quoted(change.old)} → {quoted(change.new)}"


def quoted(words: str) -> str:
    return f'"{words}"' if words else "nothing"


def wording_lines(change: AlternativeChange) -> Iterator[str]:
    """The lines that differ, each cut to what stands near its changes. Of a wording that came or went, all of them."""
    for line in lines_of(change.wording):
        if is_changed(line):
            yield marked_line(line)


def marked_line(line: tuple[Piece, ...]) -> str:
    return "".join(marked(piece, at, len(line)) for at, piece in enumerate(line))


def marked(piece: Piece, at: int, count: int) -> str:
    before, after = MARKS[piece.kind]
    return before + (shortened(piece.text, at > 0, at < count - 1) if piece.kind == "same" else piece.text) + after


def shortened(text: str, has_before: bool, has_after: bool) -> str:
    """Words that stayed, without those far from what stands before and after them."""
    if len(text) <= NEAR * (has_before + has_after) + 2:
        return text
    start = text[:NEAR].rpartition(" ")[0] if has_before else ""
    end = text[-NEAR:].partition(" ")[2] if has_after else ""
    return f"{start} … {end}".strip(" ") if not start and not end else f"{start}{' ' if start else ''}… {end}"


def diff_markdown(diff: LibraryDiff) -> bytes:
    """The same as Markdown, with a table of what changed; `<del>` and `<ins>` mark words."""
    heads = [f"# {escaped(diff.old)} → {escaped(diff.new)}", "", f"{escaped(capitalised(total(diff)))}.", ""]
    if diff.clauses:
        heads += ["| Clause | What became of it | Version | What differs |", "| --- | --- | --- | --- |"]
        rows = ((each.id, kind_words(each), versions(each), touched(each)) for each in diff.clauses)
        heads += [f"| {' | '.join(map(escaped, row))} |" for row in rows] + [""]
    lines = [*heads, *(line for each in diff.clauses for line in clause_markdown(each))]
    for file, found in by_file(diff):
        lines += [f"## {escaped(file)}", "", *(f"- {escaped(effect_words(each))}" for each in found), ""]
    return "\n".join(lines).encode()


def clause_markdown(change: ClauseChange) -> Iterator[str]:
    yield from (f"## {escaped(change.title)} ({escaped(change.id)})", "")
    yield from (f"{escaped(capitalised(kind_words(change)))}, {versions(change)}.", "")
    if problem := change.problem:
        yield from (f"**{escaped(problem.sentence)}.** {escaped(problem.hint)}", "")
    yield from bullets(f"{version}: {escaped(reason)}" for version, reason in change.reasons)
    yield from bullets(map(field_markdown, change.fields))
    for each in change.alternatives:
        yield from (f"### {escaped(capitalised(alternative_words(each)))}", "")
        yield from bullets(map(field_markdown, each.fields))
        for line in lines_of(each.wording):
            if any(piece.text.strip() for piece in line):
                yield from (line_escaped("".join(map(tagged, line)).strip()), "")


def bullets(lines: Iterable[str]) -> list[str]:
    found = [f"- {line}" for line in lines]
    return [*found, ""] if found else []


def field_markdown(change: FieldChange) -> str:
    return f"{change.label}: {''.join(map(tagged, change.pieces))}"


def tagged(piece: Piece) -> str:
    before, after = TAGS[piece.kind]
    return before + escaped(piece.text) + after


def diff_record(diff: LibraryDiff) -> dict[str, Any]:
    """Everything for programs; docs/locks.md says what each name means."""
    return {
        "format": 1,
        "old": diff.old,
        "new": diff.new,
        "clauses": [clause_record(each) for each in diff.clauses],
        "affects": [effect_record(each) for each in diff.effects],
    }


def clause_record(change: ClauseChange) -> dict[str, Any]:
    problem = change.problem
    return {
        "id": change.id,
        "title": change.title,
        "kind": change.kind,
        "was": change.was,
        "old_version": change.old_version,
        "new_version": change.new_version,
        "reasons": [{"version": version, "reason": reason} for version, reason in change.reasons],
        "fields": [field_record(each) for each in change.fields],
        "alternatives": [alternative_record(each) for each in change.alternatives],
        "problem": {"rule": problem.rule, "sentence": problem.sentence} if problem else None,
    }


def field_record(change: FieldChange) -> dict[str, str]:
    return {"field": change.field, "old": change.old, "new": change.new}


def alternative_record(change: AlternativeChange) -> dict[str, Any]:
    return {
        "id": change.id,
        "kind": change.kind,
        "was": change.was,
        "fields": [field_record(each) for each in change.fields],
        "wording": [{"kind": each.kind, "text": each.text} for each in change.wording],
    }


def effect_record(effect: Effect) -> dict[str, str]:
    return {
        "file": effect.file,
        "kind": effect.kind,
        "clause": effect.clause,
        "old_alternative": effect.old_alternative,
        "new_alternative": effect.new_alternative,
        "old_version": effect.old_version,
        "new_version": effect.new_version,
        "reason": effect.reason,
    }
