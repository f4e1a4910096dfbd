"""Which traits can meet, and rows of traits in which every pair that can meet does: pairwise covering, seeded.

A *field* has values, and may stand below another: absent where that is absent. A *trait* is one way for a row to be. It
is a union of *boxes*, each of which says for some fields which values they may have. All values of all fields are bits
of one number, so that boxes meet where their numbers do.
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from hashlib import blake2b

Trait = tuple[str, str]
"""What the trait is of, and what it is: of one thing a row has exactly one trait."""

TRIES = 3
"""Rows made for each that is kept, the one with the most new pairs: fewer rows for a little thought."""


@dataclass(frozen=True, slots=True)
class Link:
    """A field below another, as masks: all its values, "absent", and the same of the one above."""

    child: int
    child_absent: int
    parent: int
    parent_absent: int
    is_required: bool

    def narrowed(self, mask: int) -> int:
        """The mask without what the link forbids; 0 where nothing is left."""
        if mask & self.parent == self.parent_absent:
            mask &= ~(self.child & ~self.child_absent)
        elif self.is_required and not mask & self.parent_absent:
            mask &= ~self.child_absent
        if not mask & self.child_absent:
            mask &= ~self.parent_absent
        elif self.is_required and mask & self.child == self.child_absent:
            mask &= ~(self.parent & ~self.parent_absent)
        return mask if mask & self.child and mask & self.parent else 0


Box = tuple[int, int]
"""The mask of what it allows, and the mask of the fields (all their values) that it narrows."""


class Fields:
    """The bits of all values. `below` says of a field its parent and whether it is required there."""

    def __init__(
        self, values: Mapping[str, Sequence[str]], below: Mapping[str, tuple[str, bool]], absent: str = "not given"
    ) -> None:
        self.values = values
        self.masks: dict[str, int] = {}
        self.bits: dict[Trait, int] = {}
        at = 0
        for name, known in values.items():
            self.masks[name] = ((1 << len(known)) - 1) << at
            self.bits |= {(name, value): 1 << (at + position) for position, value in enumerate(known)}
            at += len(known)
        self.everything = (1 << at) - 1
        self.links = [
            Link(self.masks[name], self.bits[name, absent], self.masks[above], self.bits[above, absent], is_required)
            for name, (above, is_required) in below.items()
        ]

    def box(self, allowed: Mapping[str, int]) -> Box | None:
        """The box in which each of these fields has one of the values of its mask; None where there is none."""
        mask = self.everything
        for name, values in allowed.items():
            mask &= ~self.masks[name] | values
        mask = self.closed(mask) if all(mask & self.masks[name] for name in allowed) else 0
        narrowed = (field for field in self.masks.values() if mask & field != field)
        return (mask, sum(narrowed)) if mask else None

    def closed(self, mask: int) -> int:
        """The mask without the values that what it allows elsewhere rules out; 0 where nothing is left."""
        while mask:
            before = mask
            for link in self.links:
                mask = mask and link.narrowed(mask)
            if mask == before:
                break
        return mask

    def met(self, one: Box, other: Box) -> int:
        """The mask of what both allow; 0 where they cannot meet."""
        mask = one[0] & other[0]
        shared = one[1] & other[1]
        if not shared:  # boxes that are closed and narrow different fields do not disturb each other
            return mask
        return self.closed(mask) if all(mask & field for field in self.masks.values() if field & shared) else 0

    def chosen(self, mask: int) -> dict[str, str]:
        """The value of each field, in a mask that has one of each."""
        return {name: value for (name, value), bit in self.bits.items() if mask & bit}


class Pairs:
    """The pairs of traits that can meet, and which of them have not met yet."""

    def __init__(self, fields: Fields, traits: Mapping[Trait, Sequence[Box]]) -> None:
        self.fields = fields
        self.traits = list(traits)
        self.boxes = [traits[each] for each in self.traits]
        self.groups: dict[str, list[int]] = {}
        for at, (name, _) in enumerate(self.traits):
            self.groups.setdefault(name, []).append(at)
        self.waiting = [0] * len(self.traits)
        for at in range(len(self.traits)):
            for other in range(at):
                if self.traits[at][0] != self.traits[other][0] and self.can_meet(at, other):
                    self.waiting[at] |= 1 << other
                    self.waiting[other] |= 1 << at

    def copy(self) -> "Pairs":
        """The same pairs, to be crossed off by themselves."""
        twin = copy(self)
        twin.waiting = list(self.waiting)
        return twin

    def can_meet(self, one: int, other: int) -> bool:
        return any(self.fields.met(mine, theirs) for mine in self.boxes[one] for theirs in self.boxes[other])

    def left(self) -> int:
        """How many pairs have not met."""
        return sum(each.bit_count() for each in self.waiting) // 2

    def met(self, traits: Iterable[Trait]) -> None:
        """These stood together."""
        there = {each: at for at, each in enumerate(self.traits)}
        row = [there[each] for each in traits if each in there]
        bits = sum(1 << at for at in row)
        for at in row:
            self.waiting[at] &= ~bits

    def next_row(self, seed: str) -> dict[str, str] | None:
        """The values of a row in which as many pairs as can be found quickly meet for the first time; None where no
        pair is left.
        """
        if not any(self.waiting):
            return None
        rows = [self.row(f"{seed}:{turn}") for turn in range(TRIES)]
        return self.fields.chosen(max(rows)[1])

    def row(self, seed: str) -> tuple[int, int]:
        """How many new pairs a row holds, and its mask. It begins with a pair of the trait that waits for most."""
        first = max(range(len(self.traits)), key=lambda at: (self.waiting[at].bit_count(), order(seed, at)))
        mask = self.fields.everything
        fixed = gained = 0
        names = sorted(self.groups, key=lambda name: order(seed, name))
        partner = max(bits_of(self.waiting[first]), key=lambda at: order(seed, at))
        both = next(
            met
            for mine in self.boxes[first]
            for theirs in self.boxes[partner]
            if (met := self.fields.met(mine, theirs))
        )
        mask, fixed, gained = both, 1 << first | 1 << partner, 1
        for name in names:
            if name in (self.traits[first][0], self.traits[partner][0]):
                continue
            for gain, _, at in sorted(
                (((self.waiting[at] & fixed).bit_count(), order(seed, at), at) for at in self.groups[name]),
                reverse=True,
            ):
                if narrowed := self.within(mask, at):
                    mask, fixed, gained = narrowed, fixed | 1 << at, gained + gain
                    break
        return gained, mask

    def within(self, mask: int, at: int) -> int:
        """The mask narrowed to one of the trait's boxes; 0 where none fits."""
        whole = self.fields.everything
        return next((met for box in self.boxes[at] if (met := self.fields.met((mask, whole), (box[0], box[1])))), 0)


def order(seed: str, thing: object) -> bytes:
    """A shuffle that comes out the same on every machine."""
    return blake2b(f"{seed}:{thing}".encode(), digest_size=8).digest()


def bits_of(mask: int) -> list[int]:
    return [at for at in range(mask.bit_length()) if mask >> at & 1]
