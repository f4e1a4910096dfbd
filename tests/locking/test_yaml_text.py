"""Data as strict YAML: what is written is read back as the same data."""

from hypothesis import given
from hypothesis import strategies as st

from agreement_kit.locking.yaml_text import yaml_text
from agreement_kit.sources import Data, parse

SIGNS = st.characters(
    exclude_categories=("Cs", "Co", "Cn"), exclude_characters=[*map(chr, range(32)), *map(chr, range(127, 160))]
)
TEXT = st.text(st.one_of(SIGNS, st.sampled_from(" \n\t#:-'\"{}[]|>&*!%@`\u2028\u2029"))).filter(
    lambda text: "\ufeff" not in text
)
DATA: st.SearchStrategy[Data] = st.recursive(
    st.one_of(TEXT, st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXT, inner, max_size=4)),
    max_leaves=12,
)


@given(st.dictionaries(TEXT, DATA, min_size=1, max_size=5))
def test_what_is_written_is_read_back(data: dict[str, Data]) -> None:
    source = parse(yaml_text(data).encode(), "x.yaml")
    assert source.data == data
    assert [problem for problem in source.problems if problem.rule != "YAML-03"] == []


def test_wording_stands_in_a_block_as_it_was_written() -> None:
    wording = "\n1. The Parties agree.\n\n   1. so; and\n"
    assert yaml_text({"id": "disputes", "wording": wording}) == (
        "id: disputes\nwording: |2\n\n  1. The Parties agree.\n\n     1. so; and\n"
    )


def test_lists_of_mappings_begin_behind_their_dash() -> None:
    assert yaml_text({"terms": [{"term": "Board", "meaning": "the board"}, "x"], "none": []}) == (
        'terms:\n  - term: "Board"\n    meaning: "the board"\n  - x\nnone: []\n'
    )


def test_a_word_that_yaml_reads_as_nothing_is_quoted() -> None:
    assert yaml_text({"null": "null", "a": "~", "b": ""}) == '"null": "null"\na: "~"\nb: ""\n'
