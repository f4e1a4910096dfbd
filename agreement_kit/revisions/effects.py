"""What a change of the library does to agreements: which clause, which alternative, which version."""

from collections.abc import Iterable, Iterator

from agreement_kit.outlines import Pick
from agreement_kit.revisions import Effect, EffectKind, field_changes, same_words


def effects(file: str, old: Iterable[Pick], new: Iterable[Pick]) -> Iterator[Effect]:
    """What differs between the clauses that one input chooses from two libraries, in the order of the new ones."""
    before, after = ({pick.clause.id: pick for pick in picks if pick.clause} for picks in (old, new))
    for key, pick in after.items():
        if found := effect(file, before.get(key), pick):
            yield found
    for key, pick in before.items():
        if key not in after and (found := effect(file, pick, None)):
            yield found


def effect(file: str, old: Pick | None, new: Pick | None) -> Effect | None:
    """What differs of one clause, the weightiest thing first; None where the draft is the same."""
    (ours, was), (theirs, now) = ((pick.clause, pick.alternative) if pick else (None, None) for pick in (old, new))
    clause = theirs or ours
    assert clause
    kind: EffectKind
    if not ours or not theirs or not was or not now:
        kind = "removed" if ours else "added"
    elif was.id != now.id:
        kind = "alternative"
    elif not same_words(was, now) or [*field_changes(was, now, ("binds", "defines"))] or ours.title != theirs.title:
        kind = "wording"
    elif ours.version != theirs.version:
        kind = "version"
    else:
        return None
    sides = ((was.id if was else "", now.id if now else ""), (each.version if each else "" for each in (ours, theirs)))
    (was_id, now_id), (was_version, now_version) = sides
    return Effect(file, kind, clause.id, was_id, now_id, was_version, now_version)
