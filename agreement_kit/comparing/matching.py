"""The longest common subsequence of two sequences, after Myers: what stayed, so that the rest is what changed."""

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

Pairs = list[tuple[int, int]]
"""Positions of what stayed, in the old and in the new sequence, ascending in both."""

MOST_CHANGES = 600
"""Changes up to which the shortest way is looked for; its cost grows with their square."""


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> Pairs:
    """What stayed. What stands on one side only can never match, and is put aside first: that makes it fast."""
    start = 0
    stop = min(len(old), len(new))
    while start < stop and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < stop - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    old_middle, new_middle = range(start, len(old) - tail), range(start, len(new) - tail)
    found = [(at, at) for at in range(start)]
    if old_middle and new_middle:
        in_old, in_new = {old[at] for at in old_middle}, {new[at] for at in new_middle}
        left = [at for at in old_middle if old[at] in in_new]
        right = [at for at in new_middle if new[at] in in_old]
        found += [(left[i], right[j]) for i, j in middle([old[at] for at in left], [new[at] for at in right])]
    return found + [(len(old) - back, len(new) - back) for back in range(tail, 0, -1)]


def middle(old: list[Hashable], new: list[Hashable]) -> Pairs:
    if not old or not new:
        return []
    trace = shortest(old, new)
    if trace is None:
        blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        return [(i + step, j + step) for i, j, size in blocks for step in range(size)]
    return list(backwards(trace, len(old), len(new)))[::-1]


def shortest(old: list[Hashable], new: list[Hashable]) -> list[dict[int, int]] | None:
    """How far along each diagonal 0, 1, 2 … changes reach, or None where there are too many."""
    goal = len(old) - len(new)
    reach = {1: 0}
    trace: list[dict[int, int]] = []
    height, width = len(old), len(new)
    for changes in range(min(height + width, MOST_CHANGES) + 1):
        trace.append(dict(reach))
        low = -changes + 2 * max(0, changes - width)
        high = changes - 2 * max(0, changes - height)
        for diagonal in range(low, high + 1, 2):
            down = reach.get(diagonal + 1, -1)
            across = reach.get(diagonal - 1, -1) + 1
            i = down if diagonal == -changes or (diagonal != changes and across <= down) else across
            j = i - diagonal
            while i < height and j < width and old[i] == new[j]:
                i += 1
                j += 1
            reach[diagonal] = i
            if diagonal == goal and i >= height:
                return trace
    return None


def backwards(trace: list[dict[int, int]], i: int, j: int) -> Iterator[tuple[int, int]]:
    """The matched positions, last first."""
    for changes in range(len(trace) - 1, -1, -1):
        reach = trace[changes]
        diagonal = i - j
        down, across = reach.get(diagonal + 1, -1), reach.get(diagonal - 1, -1) + 1
        is_down = diagonal == -changes or (diagonal != changes and across <= down)
        before_i = down if is_down else across - 1
        before_j = before_i - (diagonal + 1 if is_down else diagonal - 1)
        first_i, first_j = (0, 0) if changes == 0 else (before_i + (not is_down), before_j + is_down)
        while i > first_i and j > first_j:
            i -= 1
            j -= 1
            yield i, j
        i, j = before_i, before_j
