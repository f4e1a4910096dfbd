"""Wide tables on turned pages, with what leads to them; pages turn back, and none is left empty."""

import re
from dataclasses import replace

from builders import clause, document, item, parts_of, row, schedule, section, table, text

from agreement_kit.document import Block, Document, Paragraph, Table, Text
from agreement_kit.docx.inspecting import defects
from agreement_kit.docx.turning import turned_units
from agreement_kit.docx.writing import write

WIDE = table(row("x"), landscape=True)
HEADING = Paragraph((Text("Steps"),), style="heading")


def turned(*blocks: Block) -> str:
    """T for each of title and blocks that stands on a turned page, - for the others."""
    units = turned_units(clause("a", *blocks), lambda each: each.landscape)
    return "".join("T" if each else "-" for each in units)


def test_the_sentence_before_a_table_and_the_headings_above_it_turn_with_it() -> None:
    assert turned(item("one"), WIDE, item("two")) == "TTT-"
    assert turned(item("one"), item("two:"), WIDE, item("three")) == "--TT-"
    assert turned(item("one"), item("two"), HEADING, item("three:"), WIDE, item("four")) == "---TTT-"
    assert turned(WIDE, item("one")) == "TT-"


def test_a_table_that_fits_turns_nothing() -> None:
    assert turned(item("one"), table(row("x")), item("two")) == "----"


def test_a_short_key_that_ends_the_section_stays_with_the_table() -> None:
    assert turned(item("one"), item("two"), WIDE, text("R: responsible.")) == "--TTT"
    assert turned(item("one"), item("two"), WIDE, text("word " * 100)) == "--TT-"
    assert turned(item("one"), item("two"), WIDE, item("a sub-clause")) == "--TT-"


def test_a_cover_has_no_title_to_turn() -> None:
    assert turned_units(section("cover", "cover", WIDE), lambda each: each.landscape) == (False, True)


def body(written: Document) -> str:
    return parts_of(write(written))["word/document.xml"].decode()


def sizes(xml: str) -> list[str]:
    return ["turned" if "landscape" in each else "upright" for each in re.findall("<w:pgSz [^>]*>", xml)]


def test_tables_one_after_another_share_their_pages() -> None:
    xml = body(document(clause("a", item("one"), item("two"), WIDE, WIDE, WIDE), clause("b", item("three"))))
    assert sizes(xml) == ["upright", "turned", "upright"]


def test_a_document_that_ends_in_a_wide_table_ends_with_its_page() -> None:
    xml = body(document(clause("a", item("one")), schedule("b", WIDE)))
    assert sizes(xml) == ["upright", "turned"]
    assert xml.endswith("</w:sectPr></w:body></w:document>")


def test_a_section_ends_in_the_last_paragraph_before_it_and_adds_none() -> None:
    xml = body(document(clause("a", item("one"), item("two"), item("three:"), WIDE, item("four"))))
    assert xml.count("<w:p>") == 7  # title, four items, the cell, the gap after the table
    assert re.search(r"<w:sectPr>(?:(?!</w:p>).)*</w:sectPr></w:pPr>(?:(?!<w:p>).)*two", xml)


def wide_by_need(columns: int) -> Table:
    heads = [f"Neighbourhood{at}" for at in range(columns)]
    return table(row(*heads), row(*("Responsible" for _ in heads)))


def test_columns_that_do_not_fit_side_by_side_turn_the_page_and_others_do_not() -> None:
    assert sizes(body(document(clause("a", item("one"), item("two"), wide_by_need(4), item("three"))))) == ["upright"]
    xml = body(document(clause("a", item("one"), item("two"), wide_by_need(10), item("three"))))
    assert sizes(xml) == ["upright", "turned", "upright"]


def test_a_signature_block_never_turns_the_page() -> None:
    block = replace(table(row("x" * 60, "y" * 60), row("z", "")), kind="signature")
    assert sizes(body(document(section("signature", "signatures", block)))) == ["upright"]


def test_every_section_names_its_header_and_footer() -> None:
    written = document(clause("a", item("one"), item("two"), WIDE), clause("b", item("three")))
    raw = write(written)
    found = re.findall(r'<w:(header|footer)Reference w:type="default" r:id="(\w+)"/>', body(written))
    upright, turned_page = ["rIdHeader1", "rIdFooter1"], ["rIdHeader2", "rIdFooter2"]
    assert [key for _, key in found] == [*upright, *turned_page, *upright]
    assert b'w:pos="14344"' in parts_of(raw)["word/footer2.xml"]
    assert defects(raw) == ()


def test_a_document_without_a_wide_table_carries_no_part_for_one() -> None:
    assert "word/header2.xml" not in parts_of(write(document(clause("a", item("one")))))
