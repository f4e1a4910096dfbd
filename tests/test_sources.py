from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inputs import cases, printed

from agreement_kit.problems import AgreementKitError, CannotBeDone, ProblemsFound
from agreement_kit.sources import MAX_BYTES, load


def said(source: str | bytes) -> str:
    """What loading says of a source, errors and warnings, as printed."""
    raw = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    try:
        return printed(load(raw, name="x.yaml").problems)
    except AgreementKitError as found:
        return printed(found.problems)


@pytest.mark.parametrize(("given", "expected"), cases("sources.md"))
def test_a_slip_gets_its_own_sentence_and_the_mended_line(given: str, expected: str) -> None:
    assert said(given) == expected


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "012", "12:30", "1.10", "1e3", "0x1F", "2026-13-45", "9" * 5000, "true", ".inf", "=", "<<x"],
)
def test_every_scalar_is_text_whatever_it_looks_like(written: str) -> None:
    assert load(f"title: {written}\n").data == {"title": written}


@pytest.mark.parametrize("written", ["", " ~", " null", " Null", " NULL"])
def test_nothing_written_is_none(written: str) -> None:
    assert load(f"title:{written}\n").data == {"title": None}


@pytest.mark.parametrize("written", ["''", '""'])
def test_an_empty_text_is_not_nothing(written: str) -> None:
    assert load(f"title: {written}\n").data == {"title": ""}


def test_a_quoted_null_is_the_word() -> None:
    assert load("title: 'null'\n").data == {"title": "null"}


def test_a_hash_after_two_spaces_is_a_comment_and_nothing_is_said() -> None:
    assert said("title: Harbour  # working title\n") == ""


def test_a_hash_in_quotes_and_in_a_block_is_text() -> None:
    source = load("title: 'Route #5'\nproblem: |\n  Two queues # and two offices\n")
    assert source.data == {"title": "Route #5", "problem": "Two queues # and two offices\n"}
    assert source.problems == ()


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("\x00", "U+0000"),
        ("\x07", "U+0007"),
        ("\x0b", "U+000B"),
        ("\x0c", "U+000C"),
        ("\x1c", "U+001C"),
        ("\x1f", "U+001F"),
        ("\x7f", "U+007F"),
        ("\x80", "U+0080"),
        ("\ufffe", "U+FFFE"),
        ("\U000f0000", "U+F0000"),
        ("\U000ffffd", "U+FFFFD"),
        ("\U0010fffd", "U+10FFFD"),
    ],
)
def test_a_character_that_no_document_holds_is_refused_at_its_place(character: str, shown: str) -> None:
    expected = (
        f"x.yaml:2:10: error YAML-02: the character {shown} cannot stand in a document\n"
        "  Delete it and type the text again."
    )
    assert said(f"reference: H-1\ntitle: ab{character}c\n") == expected
    with pytest.raises(
        ProblemsFound, match=f"input:parts.0..title: error YAML-02: the character U\\+{shown[2:]} cannot"
    ):
        load({"parts": [{"title": f"ab{character}c"}]})


def test_a_lone_surrogate_is_refused() -> None:
    assert "error FILE-03: the file is not text in UTF-8" in said("title: a\ud800b\n")
    with pytest.raises(ProblemsFound, match=r"error YAML-02: the character U\+D800"):
        load({"title": "a\ud800b"})


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_lines_may_end_in_any_way_and_keep_their_number(end: str) -> None:
    source = load(end.join(["document:", "  title: Harbour", "  reference: H-1", ""]).encode(), name="x.yaml")
    assert source.data == {"document": {"title": "Harbour", "reference": "H-1"}}
    assert source.place(("document", "reference")).line == 3
    assert source.lines[2] == "  reference: H-1"


def test_a_byte_order_mark_at_the_start_is_no_part_of_the_text() -> None:
    source = load(b"\xef\xbb\xbftitle: Harbour\n")
    assert (source.data, source.problems, source.places["title",]) == ({"title": "Harbour"}, (), (1, 8))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (bytes(range(256)), "x.yaml:2:118: error FILE-03: the file is not text in UTF-8"),
        (b"PK\x03\x04rest", "x.yaml:1:1: error FILE-03: this is a Word file or a zip archive, not YAML"),
        ("title: Hafen\n".encode("utf-16"), "x.yaml:1:1: error FILE-03: the file is not text in UTF-8"),
        ("title: Caf\xe9\n".encode("latin-1"), "x.yaml:1:11: error FILE-03: the file is not text in UTF-8"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "x.yaml:1:1: error FILE-03: the file is not text in UTF-8"),
    ],
)
def test_what_is_no_text_cannot_be_loaded(raw: bytes, expected: str) -> None:
    with pytest.raises(CannotBeDone) as found:
        load(raw, name="x.yaml")
    assert str(found.value).split("\n")[0] == expected


def test_a_file_of_3_mb_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(b"title: " + b"x" * 3_000_000)
    with pytest.raises(CannotBeDone, match="the file has 3 MB; an agreement has at most 2 MB"):
        load(file)
    with pytest.raises(CannotBeDone, match="the input is larger than 2 MB"):
        load(file.read_bytes())


def test_a_text_as_long_as_a_file_may_be_is_read() -> None:
    assert load(b"title: " + b"x" * (MAX_BYTES - 8) + b"\n").problems == ()


@pytest.mark.parametrize("text", ["a: " + "[" * 2000 + "]" * 2000, "a: " + "{b: " * 2000, "- " * 2000 + "x"])
def test_2000_levels_are_refused_in_a_sentence(text: str) -> None:
    assert said(text + "\n").endswith("error YAML-04: this is nested more than 30 levels deep")


def test_a_mapping_nested_too_deep_or_in_itself_is_a_programmers_mistake() -> None:
    circle: dict[str, object] = {}
    circle["a"] = circle
    with pytest.raises(ValueError, match="more than 30 levels"):
        load(circle)


def test_more_values_than_an_agreement_has_are_refused() -> None:
    assert "error YAML-04: the file holds more than 100,000 values" in said("a: [" + "x," * 100_001 + "x]\n")


def test_a_mapping_becomes_what_its_file_would_have_been() -> None:
    written = {"n": 5, "d": date(2027, 4, 1), "m": Decimal("1.10"), "t": True, "none": None, "l": ("a", 2), 5: "key"}
    assert load(written).data == {
        "n": "5",
        "d": "2027-04-01",
        "m": "1.10",
        "t": "true",
        "none": None,
        "l": ["a", "2"],
        "5": "key",
    }


def test_a_mapping_of_other_things_is_a_programmers_mistake() -> None:
    with pytest.raises(TypeError, match="not set"):
        load({"title": {"a", "b"}})


@pytest.mark.parametrize(
    ("path", "expected"), [("missing.yaml", "there is no such file"), (".", "this is a folder, not a file")]
)
def test_a_path_that_is_no_file_cannot_be_loaded(path: str, expected: str, tmp_path: Path) -> None:
    with pytest.raises(CannotBeDone, match=expected):
        load(tmp_path / path)


def test_every_value_and_every_name_has_its_place() -> None:
    source = load("parties:\n  - id: uni\n    name: University\n  - id: trust\n", name="x.yaml")
    assert source.place(("parties", 1, "id")).line == 4
    assert (source.place(("parties", 0, "name")).line, source.place(("parties", 0, "name")).column) == (3, 11)
    assert (source.key_place(("parties", 0, "name")).line, source.key_place(("parties", 0, "name")).column) == (3, 5)
    assert source.place(("parties", 1, "missing")).line == 4


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Co", "Cn", "Cc", "Zl", "Zp"))))
@settings(deadline=None)
def test_any_text_in_single_quotes_comes_back_as_itself(text: str) -> None:
    assert load(f"a: '{text.replace(chr(39), chr(39) * 2)}'\n").data == {"a": text}


@given(st.binary(max_size=60) | st.text(alphabet="ab:-#'\"[]{}&*!|>%@`\n \t", max_size=60).map(str.encode))
@settings(deadline=None)
def test_any_bytes_give_data_or_problems_and_never_another_exception(raw: bytes) -> None:
    try:
        found = load(raw)
    except AgreementKitError as refusal:
        problems = refusal.problems
    else:
        assert isinstance(found.data, dict)
        return
    assert problems
