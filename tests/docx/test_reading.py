"""Reading back what the kit wrote, and what is said of the rest."""

import re
from dataclasses import replace
from datetime import datetime

import pytest
from builders import (
    clause,
    document,
    documents,
    drafts,
    edited,
    full_document,
    inlines,
    item,
    packed,
    parts_of,
    row,
    section,
    table,
    text,
)
from hypothesis import HealthCheck, given, settings

from agreement_kit.comparing import compare
from agreement_kit.document import Block, Contents, Document, Mark, Paragraph, Section, Table
from agreement_kit.docx.bookmarks import bookmark_name
from agreement_kit.docx.inspecting import defects
from agreement_kit.docx.reading import read
from agreement_kit.docx.writing import write
from agreement_kit.numbering import content
from agreement_kit.problems import CannotBeDone

SMALL = document(clause("payment", item("You pay."), item("At once.", anchor="payment.once"), title="Payment"))
HEADER, LINKS = "word/header1.xml", "word/_rels/document.xml.rels"
YOU_PAY = "<w:r><w:t>You pay.</w:t></w:r>"


def changed(new: str, old: str = YOU_PAY) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks of the clause after somebody changed its XML, and what was not understood."""
    found, lost = read(edited(write(SMALL), old, new))
    return found.sections[0].blocks, lost


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_what_was_written_is_read_back_as_the_same_content(written: Document) -> None:
    found, lost = read(write(written))
    assert content(found) == content(written)
    assert lost == ()


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(drafts)
def test_a_redline_is_read_back_with_its_marks(pair: tuple[Document, Document]) -> None:
    written = compare(*pair, author="Ada <Lowry> & Co", date=datetime(2027, 1, 31, 9, 30)).document
    found, lost = read(write(written))
    assert content(found) == content(written)
    assert lost == ()
    assert defects(write(written)) == ()


def test_a_document_with_everything_is_read_back() -> None:
    found, lost = read(write(full_document()))
    assert content(found) == content(full_document())
    assert lost == ()


def test_status_alternatives_and_versions_come_back_too() -> None:
    known = Section("a", "clause", inlines("A"), alternative="standard", version="1.0.0")
    written = Document("T", (known,), status="draft")
    assert read(write(written))[0] == written


def test_a_contents_list_with_nothing_to_list_is_read_back() -> None:
    written = document(section("front", "contents", Contents(), Contents()))
    assert read(write(written))[0].sections[0].blocks == (Contents(), Contents())


def test_a_draft_without_a_header_is_read_back_without_one() -> None:
    assert read(write(SMALL))[0].header == ()


# what Word does to a file


def test_styles_are_known_by_name_because_word_makes_ids_anew() -> None:
    raw = edited(write(SMALL), 'w:styleId="Clause1"', 'w:styleId="berschrift1"', "word/styles.xml")
    found, lost = read(edited(raw, '<w:pStyle w:val="Clause1"/>', '<w:pStyle w:val="berschrift1"/>'))
    assert (content(found), lost) == (content(SMALL), ())


def test_the_origin_part_is_found_under_any_number() -> None:
    parts = parts_of(write(SMALL))
    parts["customXml/item7.xml"] = parts.pop("customXml/item1.xml")
    links = parts[LINKS].replace(b"item1.xml", b"item7.xml")
    found, _ = read(packed({**parts, LINKS: links}))
    assert content(found) == content(SMALL)


def test_a_contents_list_that_word_made_anew_ends_in_a_paragraph_of_its_own() -> None:
    written = document(section("front", "contents", Contents(), text("after it")), clause("payment"))
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    found, lost = read(edited(write(written), end, f"</w:p><w:p>{end}"))
    assert found.sections[0].blocks == (Contents(), text("after it"))
    assert lost == ()


def test_a_file_without_a_style_sheet_is_read_by_the_ids_of_styles() -> None:
    parts = parts_of(write(SMALL))
    del parts["word/styles.xml"]
    links = re.sub('<Relationship [^>]*Target="styles.xml"/>', "", parts[LINKS].decode())
    found, lost = read(packed({**parts, LINKS: links.encode()}))
    assert (content(found), lost) == (content(SMALL), ())


def test_a_paragraph_whose_number_somebody_took_away_is_not_numbered() -> None:
    style = '<w:pStyle w:val="Clause1"/>'
    blocks, _ = changed(f'{style}<w:numPr><w:numId w:val="0"/></w:numPr>', style)
    assert [block.numbered for block in blocks] == [False, False]


def test_words_typed_into_the_gap_after_a_table_are_kept() -> None:
    written = document(clause("a", table(row("x"), row("y"))))
    gap = '<w:p><w:pPr><w:pStyle w:val="TableSpacer"/></w:pPr>'
    found, lost = read(edited(write(written), f"{gap}</w:p>", f"{gap}<w:r><w:t>typed</w:t></w:r></w:p>"))
    assert found.sections[0].blocks[1] == text("typed")
    assert lost == ("1 use of an unknown style was left out",)


def test_a_section_that_somebody_deleted_is_named() -> None:
    written = document(clause("first", item("One")), clause("second"))
    xml = parts_of(write(written))["word/document.xml"].decode()
    start = xml.rindex("<w:p>", 0, xml.index(bookmark_name("second")))
    end = xml.index("</w:p>", start) + len("</w:p>")
    found, lost = read(edited(write(written), xml[start:end], ""))
    assert [each.id for each in found.sections] == ["first"]
    assert lost == ('the section "second" was not found',)


def test_sections_come_in_the_order_of_the_page() -> None:
    first, second = clause("first", item("One")), clause("second", item("Two"))
    written = write(document(first, second))
    moved = parts_of(write(document(second, first)))["word/document.xml"]
    found, _ = read(packed({**parts_of(written), "word/document.xml": moved}))
    assert [each.id for each in found.sections] == ["second", "first"]


# what the model cannot hold

RUN = "<w:r><w:t>New.</w:t></w:r>"


def test_direct_formatting_of_a_paragraph_and_an_unknown_style_are_counted() -> None:
    blocks, lost = changed('<w:pStyle w:val="Fancy"/><w:jc w:val="center"/>', '<w:pStyle w:val="Clause1"/>')
    assert blocks == (text("You pay."), text("At once.", anchor="payment.once"))
    assert lost == ("2 pieces of direct formatting were left out", "2 uses of unknown styles were left out")


def test_a_tracked_paragraph_end_is_a_mark() -> None:
    style = '<w:pStyle w:val="Clause1"/>'
    blocks, lost = changed(f'{style}<w:rPr><w:ins w:id="9" w:author="A"/></w:rPr>', style)
    assert [block.end for block in blocks if isinstance(block, Paragraph)] == [Mark("inserted", "A")] * 2
    assert lost == ()


def test_a_paragraph_end_that_came_and_went_again_is_counted() -> None:
    style = '<w:pStyle w:val="Clause1"/>'
    both = '<w:ins w:id="9" w:author="A"/><w:del w:id="10" w:author="A"/>'
    _, lost = changed(f"{style}<w:rPr>{both}</w:rPr>", style)
    assert lost == ("2 changes that were made and undone were left out",)


def test_paragraphs_that_somebody_joined_keep_the_first_target() -> None:
    written = document(clause("a", item("One", anchor="a.one"), item("Two", anchor="a.two")))
    between = '</w:p><w:p><w:pPr><w:pStyle w:val="Clause1"/></w:pPr>'
    end = '<w:bookmarkEnd w:id="2"/>'
    found, lost = read(edited(write(written), end + between, end))
    assert found.sections[0].blocks == (item("OneTwo", anchor="a.one"),)
    assert lost == ("1 target of references was joined to another",)


def test_merged_cells_deleted_rows_and_inner_tables_are_counted() -> None:
    written = document(clause("a", table(row("a", "b"), row("c", "d"), row("e", "f"))))
    raw = edited(write(written), "<w:t>c</w:t></w:r></w:p></w:tc>", "<w:t>c</w:t></w:r></w:p><w:tbl/><w:p/></w:tc>")
    xml = parts_of(raw)["word/document.xml"].decode()
    start = xml.index("<w:tc>", xml.index("<w:t>e</w:t>"))
    raw = edited(raw, xml[start : xml.index("</w:tc>", start) + len("</w:tc>")], "")
    found, lost = read(raw)
    (grid,) = found.sections[0].blocks
    assert isinstance(grid, Table)
    assert [[each.paragraphs[0].inlines for each in line.cells] for line in grid.rows] == [
        [inlines("a"), inlines("b")],
        [inlines("c"), inlines("d")],
        [inlines("e"), ()],
    ]
    assert lost == ("1 merged or missing cell was read as plain", "1 table inside a table was left out")


def test_a_deleted_row_is_marked_whether_or_not_its_words_are() -> None:
    written = document(clause("a", table(row("a"), row("b"))))
    second = "<w:trPr><w:cantSplit/></w:trPr>"
    found, lost = read(edited(write(written), second, '<w:trPr><w:cantSplit/><w:del w:id="9"/></w:trPr>'))
    assert found.sections[0].blocks == (table(row("a"), replace(row("b"), mark=Mark("deleted"))),)
    assert lost == ()


def test_what_stands_before_the_first_section_of_a_draft_without_a_cover_is_counted() -> None:
    found, lost = read(edited(write(SMALL), "<w:body>", f"<w:body><w:p>{RUN}</w:p>"))
    assert content(found) == content(SMALL)
    assert lost == ("1 block before the first section was left out",)


def test_a_table_in_the_header_is_counted() -> None:
    raw = edited(write(full_document()), "</w:hdr>", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:hdr>", HEADER)
    found, lost = read(raw)
    assert content(found) == content(full_document())
    assert lost == ("1 use of an unknown style was left out", "1 block in the header was left out")


def test_a_file_that_does_not_say_which_clause_is_which_is_refused() -> None:
    parts = parts_of(write(SMALL))
    del parts["customXml/item1.xml"]
    links = parts[LINKS].decode()
    start = links.index('<Relationship Id="rIdOrigin"')
    links = links[:start] + links[links.index("/>", start) + 2 :]
    with pytest.raises(CannotBeDone, match=r"theirs\.docx: error DOCX-14: the file does not say which clause is which"):
        read(packed({**parts, LINKS: links.encode()}), "theirs.docx")
