"""Whether two texts say the same: exactly, or nearly, by the stems of the words that carry meaning."""

import re

EMPTY = frozenset(
    "a about all an and any are as at be been both but by can do does each every for from has have if in into is it"
    " its joint jointly may must no not of on or other our party parties partner partners partnership shall so such"
    " than that the their them these they this those to together under up was we when which who whose will with".split()
)
"""Words that carry no meaning of their own here."""

ENDINGS = tuple("ations ation ments ment ship ings ing ions ion ers er ors or ed ly ies es s e y".split())
"""Longer ones first, so that the whole ending goes."""
SHORTEST = 4
"""A stem keeps so many letters."""

NEAR = 0.6
"""Share of stems that two texts have in common when they say nearly the same."""


def stem(word: str) -> str:
    """A word without its endings, by rule of thumb: sponsorship, sponsors and sponsor are one."""
    while word.endswith(ENDINGS):
        left = word.removesuffix(next(each for each in ENDINGS if word.endswith(each)))
        if len(left) < SHORTEST:
            break
        word = left
    return word


def stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in EMPTY)


def is_same(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but capitals, spaces and signs."""
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", other.casefold())


def is_near(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the stems of two texts are the same, or nearly: most of them, or all of the shorter text's if several."""
    shared = one & other
    if len(shared) < 2:
        return bool(shared) and one == other
    return len(shared) == min(len(one), len(other)) or len(shared) >= NEAR * len(one | other)


def is_slip(one: str, other: str) -> bool:
    """Whether one letter is missing, too much, wrong or changed places with its neighbour."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, others = one[at:], other[at:]
    swapped = rest[1::-1] == others[:2] and rest[2:] == others[2:]
    return swapped or rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]
