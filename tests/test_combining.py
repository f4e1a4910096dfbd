from itertools import combinations

from agreement_kit.combining import Fields, Pairs, Trait

COLOURS = {
    "hull": ("red", "blue", "green"),
    "sail": ("given", "not given"),
    "stripe": ("white", "black", "not given"),
    "flag": ("up", "down"),
}
BELOW = {"stripe": ("sail", False)}


def rows(fields: Fields, *, seed: str = "1") -> list[dict[str, str]]:
    """Rows until no pair of values is left."""
    pairs = Pairs(fields, {each: [box] for each in fields.bits if (box := fields.box({each[0]: fields.bits[each]}))})
    found = []
    while row := pairs.next_row(f"{seed}:{len(found)}"):
        pairs.met(row.items())
        found.append(row)
    return found


def met(found: list[dict[str, str]]) -> set[frozenset[Trait]]:
    return {frozenset(pair) for row in found for pair in combinations(row.items(), 2)}


def test_every_pair_of_values_that_can_meet_meets_and_no_other() -> None:
    values = [(name, value) for name, known in COLOURS.items() for value in known]
    can = {frozenset(pair) for pair in combinations(values, 2) if pair[0][0] != pair[1][0]}
    can -= {frozenset({("sail", "not given"), ("stripe", colour)}) for colour in ("white", "black")}
    assert met(rows(Fields(COLOURS, BELOW))) == can


def test_what_is_required_is_absent_only_where_all_above_it_is() -> None:
    found = met(rows(Fields(COLOURS, {"stripe": ("sail", True)})))
    assert frozenset({("sail", "given"), ("stripe", "not given")}) not in found
    assert frozenset({("sail", "not given"), ("stripe", "not given")}) in found


def test_there_are_far_fewer_rows_than_combinations_and_the_seed_decides_which() -> None:
    many = Fields({f"field {number}": ("a", "b", "c") for number in range(12)}, {})
    found = rows(many)
    assert len(found) < 40  # of 531,441
    assert rows(many) == found
    assert rows(many, seed="2") != found


def test_a_trait_of_several_boxes_meets_another_in_any_of_them() -> None:
    fields = Fields(COLOURS, BELOW)
    bits = fields.bits
    dark = [fields.box({"hull": bits["hull", "green"]}), fields.box({"stripe": bits["stripe", "black"]})]
    bare = [fields.box({"sail": bits["sail", "not given"]})]
    striped = [fields.box({"stripe": bits["stripe", "white"] | bits["stripe", "black"]})]
    pairs = Pairs(fields, {name: [box for box in boxes if box] for name, boxes in named(dark, bare, striped).items()})
    assert pairs.left() == 2  # bare and striped cannot meet
    row = pairs.next_row("1")
    assert row is not None
    assert set(row) == set(COLOURS)


def named(*traits: list[tuple[int, int] | None]) -> dict[Trait, list[tuple[int, int] | None]]:
    return {(f"trait {at}", "is so"): boxes for at, boxes in enumerate(traits)}


def test_a_box_that_nothing_fits_is_none() -> None:
    fields = Fields(COLOURS, BELOW)
    assert fields.box({"sail": fields.bits["sail", "not given"], "stripe": fields.bits["stripe", "white"]}) is None
