"""Changes of the library in words: what the terminal, the page and Markdown say alike."""

from collections.abc import Iterator

from agreement_kit.revisions import AlternativeChange, ClauseChange, Effect, LibraryDiff


def count_words(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def total(diff: LibraryDiff) -> str:
    """2 clauses changed, 1 added."""
    counts = {
        kind: sum(each.kind == kind for each in diff.clauses) for kind in ("changed", "renamed", "added", "removed")
    }
    words = [(count_words(count, "clause"), kind) for kind, count in counts.items() if count]
    if not words:
        return "no clause differs"
    (first, kind), *rest = words
    return ", ".join([f"{first} {kind}", *(f"{counts[each]} {each}" for _, each in rest)])


def versions(change: ClauseChange) -> str:
    """1.0.0 → 1.1.0, or the one that there is."""
    sides = [each for each in (change.old_version, change.new_version) if each]
    return " → ".join(dict.fromkeys(sides))


def kind_words(change: ClauseChange) -> str:
    return f"renamed from {change.was}" if change.kind == "renamed" else change.kind


def touched(change: ClauseChange) -> str:
    """What is different, shortly: wording of ladder; alternative added: arbitration; review by."""
    return "; ".join([*map(alternative_words, change.alternatives), *(each.label for each in change.fields)])


def alternative_words(change: AlternativeChange) -> str:
    if change.kind == "renamed":
        return f"alternative {change.was} renamed {change.id}"
    if change.kind != "changed":
        return f"alternative {change.id} {change.kind}"
    fields = ", ".join(each.label for each in change.fields)
    return f"{'wording' if change.wording else ''}{', ' if change.wording and fields else ''}{fields} of {change.id}"


def effect_words(effect: Effect) -> str:
    """What becomes of one clause in an agreement, or why there would be no agreement."""
    to = f"{effect.old_version} → {effect.new_version}"
    match effect.kind:
        case "impossible":
            return f"can no longer be made: {effect.reason}"
        case "added":
            return f"{effect.clause} would come in ({effect.new_alternative}, {effect.new_version})"
        case "removed":
            return f"{effect.clause} would go ({effect.old_alternative}, {effect.old_version})"
        case "alternative":
            return f"{effect.clause}: {effect.new_alternative} in place of {effect.old_alternative} ({to})"
        case "wording":
            same = effect.old_version == effect.new_version
            version = f"still {effect.new_version}" if same else to
            return f"{effect.clause}: other wording of {effect.new_alternative} ({version})"
        case "version":
            return f"{effect.clause}: the same wording of {effect.new_alternative} under another version ({to})"


def by_file(diff: LibraryDiff) -> Iterator[tuple[str, tuple[Effect, ...]]]:
    for file in dict.fromkeys(each.file for each in diff.effects):
        yield file, tuple(each for each in diff.effects if each.file == file)
