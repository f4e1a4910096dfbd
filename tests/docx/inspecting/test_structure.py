"""Defects that Microsoft's validator does not see, each planted in a sound file."""

import pytest
from builders import document, documents, edited, full_document, packed, parts_of
from houses import second_house_style
from hypothesis import HealthCheck, given, settings
from parties import SIZES, STATES, TIERS, answers_of

from agreement_kit.api import generate
from agreement_kit.document import Document
from agreement_kit.docx.bookmarks import bookmark_name
from agreement_kit.docx.inspecting import defects, inspect
from agreement_kit.docx.inspecting.structure import RULES
from agreement_kit.docx.writing import write

SOUND = write(full_document())
MARK = bookmark_name("payment.once")
END = "<w:sectPr>"
"""The last element of the body, before which a paragraph can be planted."""

BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
CLOSE = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def planted(xml: str) -> bytes:
    """The sound file with a paragraph more at its end."""
    parts = parts_of(SOUND)
    before, found, after = parts["word/document.xml"].decode().rpartition(END)
    assert found
    return packed({**parts, "word/document.xml": f"{before}{xml}{found}{after}".encode()})


def code(words: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {words} </w:instrText></w:r>'


PLANTED = {
    "a list that does not exist": (
        planted('<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr></w:pPr></w:p>'),
        "word/document.xml: the list 99 does not exist",
    ),
    "a style whose list does not exist": (
        edited(SOUND, '<w:numId w:val="4"/>', '<w:numId w:val="98"/>', "word/styles.xml"),
        "word/styles.xml: the list 98 does not exist",
    ),
    "an unknown paragraph style": (
        planted('<w:p><w:pPr><w:pStyle w:val="Fancy"/></w:pPr></w:p>'),
        'word/document.xml: the style "Fancy" does not exist',
    ),
    "an unknown character style": (
        planted('<w:p><w:r><w:rPr><w:rStyle w:val="Loud"/></w:rPr><w:t>x</w:t></w:r></w:p>'),
        'word/document.xml: the style "Loud" does not exist',
    ),
    "an unknown table style": (
        planted('<w:tbl><w:tblPr><w:tblStyle w:val="Striped"/></w:tblPr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'),
        'word/document.xml: the style "Striped" does not exist',
    ),
    "an unknown style in a header": (
        edited(SOUND, 'w:val="Header"', 'w:val="Top"', "word/header1.xml"),
        'word/header1.xml: the style "Top" does not exist',
    ),
    "two bookmarks of one name": (
        planted(f'<w:p><w:bookmarkStart w:id="900" w:name="{MARK}"/><w:bookmarkEnd w:id="900"/></w:p>'),
        f'the bookmark "{MARK}" stands twice',
    ),
    "a bookmark without an end": (
        planted('<w:p><w:bookmarkStart w:id="900" w:name="left_open"/></w:p>'),
        'word/document.xml: the bookmark "left_open" has no end',
    ),
    "the end of no bookmark": (
        planted('<w:p><w:bookmarkEnd w:id="900"/></w:p>'),
        "word/document.xml: the end of a bookmark (id 900) has no beginning",
    ),
    "standing text in a deletion": (
        planted('<w:p><w:del w:id="900" w:author="A"><w:r><w:t>gone</w:t></w:r></w:del></w:p>'),
        "word/document.xml: text inside a deletion is written as if it stood: w:t where w:delText belongs",
    ),
    "a field without an end": (
        planted(f"<w:p>{BEGIN}{code('PAGE')}{SEPARATE}</w:p>"),
        'word/document.xml: the field "PAGE" has no end',
    ),
    "a field without a beginning": (
        planted(f"<w:p>{CLOSE}</w:p>"),
        'word/document.xml: a field has a "end" that belongs to no beginning',
    ),
    "a field with two middles": (
        planted(f"<w:p>{BEGIN}{code('PAGE')}{SEPARATE}{SEPARATE}{CLOSE}</w:p>"),
        'word/document.xml: a field has a "separate" that belongs to no beginning',
    ),
    "a reference to no bookmark": (
        planted(f"<w:p>{BEGIN}{code('REF _ak_nowhere ' + chr(92) + 'w')}{SEPARATE}{CLOSE}</w:p>"),
        'word/document.xml: a reference aims at the bookmark "_ak_nowhere", which does not exist',
    ),
    "a reference to no bookmark, in one element": (
        planted('<w:p><w:fldSimple w:instr=" PAGEREF nowhere "/></w:p>'),
        'word/document.xml: a reference aims at the bookmark "nowhere", which does not exist',
    ),
    "a cell without a paragraph": (
        planted("<w:tbl><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>"),
        "word/document.xml: a table cell does not end in a paragraph",
    ),
    "a cell with nothing in it": (
        planted("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>"),
        "word/document.xml: a table cell does not end in a paragraph",
    ),
    "a defect in a header": (
        edited(SOUND, "</w:hdr>", f"<w:p>{CLOSE}</w:p></w:hdr>", "word/header1.xml"),
        'word/header1.xml: a field has a "end" that belongs to no beginning',
    ),
    "a deleted reference to no bookmark": (
        planted(f"<w:p>{BEGIN}<w:r><w:delInstrText> REF gone </w:delInstrText></w:r>{SEPARATE}{CLOSE}</w:p>"),
        'word/document.xml: a reference aims at the bookmark "gone", which does not exist',
    ),
    "a cell that ends in a table": (
        planted("<w:tbl><w:tr><w:tc><w:p/><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>"),
        "word/document.xml: a table cell does not end in a paragraph",
    ),
    "one id for an insertion and a bookmark": (
        planted('<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>new</w:t></w:r></w:ins></w:p>'),
        'word/document.xml: the id "1" is shared by insertions, deletions or bookmarks',
    ),
}


@pytest.mark.parametrize("case", PLANTED)
def test_the_planted_defect_and_no_other_is_found(case: str) -> None:
    raw, sentence = PLANTED[case]
    assert defects(raw) == (sentence,)


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_the_kit_writes_no_defect(written: Document) -> None:
    assert defects(write(written)) == ()


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tier", TIERS)
def test_every_depth_size_and_state_is_sound_in_both_house_styles(tier: str, size: int, state: str) -> None:
    document = generate(answers_of(tier, size, state))
    assert (defects(write(document)), defects(write(document, second_house_style()))) == ((), ())


def test_sound_files_have_no_defect() -> None:
    assert defects(SOUND) == ()
    assert defects(write(document())) == ()


def test_list_0_means_no_list_and_is_no_defect() -> None:
    assert defects(planted('<w:p><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:p>')) == ()


def test_fields_may_stand_inside_fields() -> None:
    inner = f"{BEGIN}{code('PAGE')}{SEPARATE}{CLOSE}"
    assert defects(planted(f"<w:p>{BEGIN}{code('IF 1 = 1')}{inner}{SEPARATE}{inner}{CLOSE}</w:p>")) == ()


def test_deleted_text_in_a_deletion_is_no_defect() -> None:
    raw = planted('<w:p><w:del w:id="900" w:author="A"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>')
    assert defects(raw) == ()


def test_every_defect_is_found_at_once() -> None:
    raw = planted(f'<w:p><w:pPr><w:pStyle w:val="Fancy"/></w:pPr><w:bookmarkEnd w:id="900"/>{CLOSE}</w:p>')
    assert len(defects(raw)) == 3


def test_every_rule_of_structure_is_seen_to_find_something() -> None:
    found = {problem.rule for raw, _ in PLANTED.values() for problem in inspect(raw, "theirs.docx").problems}
    assert [rule.id for rule in RULES if rule.id not in found] == []
