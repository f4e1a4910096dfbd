"""The Word file that the kit writes: the same bytes each time, and in it what Word needs."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from builders import (
    clause,
    document,
    full_document,
    inlines,
    item,
    parts_of,
    row,
    schedule,
    section,
    table,
    text,
)

from agreement_kit.document import Answer, Contents, Document, Open, Paragraph, Reference, Slot, Text
from agreement_kit.docx.bookmarks import bookmark_name
from agreement_kit.docx.writing import write
from agreement_kit.numbering import labels

BODY = "word/document.xml"


def body(written: Document) -> str:
    return parts_of(write(written))[BODY].decode()


def words(xml: str) -> str:
    """The text between the tags; a tab where Word has one."""
    return re.sub("<[^>]*>", "", xml.replace("<w:tab/>", "\t"))


def paragraphs_of(xml: str, style: str) -> list[str]:
    """The paragraphs of one style, as XML."""
    return [each for each in re.findall(r"<w:p>.*?</w:p>", xml) if f'<w:pStyle w:val="{style}"/>' in each]


# the same each time


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write(full_document()) == write(full_document())


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_order_of_hashes_does_not_matter(seed: str) -> None:
    code = "import sys; from builders import *; from agreement_kit.docx.writing import write; "
    code += "sys.stdout.buffer.write(write(full_document()))"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[1])}
    made = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True).stdout
    assert made == write(full_document())


def test_no_part_tells_when_it_was_made() -> None:
    with ZipFile(BytesIO(write(full_document()))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"dcterms:created" not in parts_of(write(full_document()))["docProps/core.xml"]


def test_content_types_come_first_as_word_wants_them() -> None:
    assert next(iter(parts_of(write(full_document())))) == "[Content_Types].xml"


def test_the_properties_of_the_file() -> None:
    written = Document('Harbour & "Quay"', (), author="A & B", language="cy-GB", version="1.2")
    core = parts_of(write(written))["docProps/core.xml"].decode()
    assert "<dc:title>Harbour &amp; &quot;Quay&quot;</dc:title><dc:creator>A &amp; B</dc:creator>" in core
    assert "<dc:language>cy-GB</dc:language><cp:version>1.2</cp:version>" in core


def test_a_finished_document_holds_no_slot() -> None:
    with pytest.raises(ValueError, match="definitions"):
        write(document(clause("a", Slot("definitions"))))


# numbers and references


def test_a_reference_shows_its_number_before_word_computes_it() -> None:
    for target, number in labels(full_document()).targets.items():
        xml = body(document(*full_document().sections, clause("last", item(Reference(target)))))
        name = bookmark_name(target)
        look = "<w:r>(?:<w:rPr>.*?</w:rPr>)?"
        middle = f'{look}<w:fldChar w:fldCharType="separate"/></w:r>{look}<w:t>([^<]*)</w:t>'
        shown = re.findall(rf"REF {name} \\w \\h </w:instrText></w:r>{middle}", xml)
        assert shown
        assert set(shown) == {number}


def test_each_schedule_with_a_list_has_a_list_of_its_own() -> None:
    written = document(schedule("a", item("x"), item("y")), schedule("b", text("no list")), schedule("c", item("x")))
    used = re.findall(r'<w:numId w:val="(\d+)"/>', body(written))
    assert len(used) == 3
    assert used[0] == used[1] != used[2]
    numbering = parts_of(write(written))["word/numbering.xml"].decode()
    for number in used:
        start = numbering.index(f'<w:num w:numId="{number}">')
        assert '<w:startOverride w:val="1"/>' in numbering[start : numbering.index("</w:num>", start)]


def test_clauses_number_by_their_styles_alone() -> None:
    assert "<w:numPr>" not in body(document(clause("a", item("x"), item("y", level=2))))


def test_bookmarks_are_hidden_short_and_unique() -> None:
    long = "a-clause-with-a-very-long-name-that-says-a-lot"
    anchors = [f"{long}.sub-{at}" for at in range(50)]
    written = document(clause(long, *(item("x", anchor=anchor) for anchor in anchors)), clause(f"{long}-2"))
    names = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]*)"/>', body(written))
    assert len(names) == 52
    assert len({number for number, _ in names}) == len({name for _, name in names}) == 52
    assert all(re.fullmatch(r"_[A-Za-z0-9_]{1,39}", name) for _, name in names)


@pytest.mark.parametrize("anchor", ["é", "…", "", "x" * 500, "a b", "漢字"])
def test_any_anchor_gives_a_name_that_word_accepts(anchor: str) -> None:
    assert re.fullmatch(r"_ak_[A-Za-z0-9_]{1,36}", bookmark_name(anchor))


def test_anchors_that_differ_in_signs_alone_have_names_of_their_own() -> None:
    assert len({bookmark_name(each) for each in ("a-b", "a.b", "a b", "a_b")}) == 4


def test_the_contents_list_is_filled_and_linked() -> None:
    written = document(
        section("front", "contents", Contents(), title="Contents"),
        section("parties", "parties"),
        section("part", "part-money", title="Money"),
        clause("payment", label="Binding"),
        clause("ending", title="When it ends"),
        schedule("plan"),
    )
    xml = body(written)
    entries = [*paragraphs_of(xml, "TOC1"), *paragraphs_of(xml, "TOC2")]
    found = {
        re.findall('w:anchor="([^"]*)"', each)[0]: words(re.sub("<w:instrText.*?</w:instrText>", "", each))
        for each in entries
    }
    assert found == {
        bookmark_name("parties"): "Parties",
        bookmark_name("part-money"): "Money",
        bookmark_name("payment"): "1\tPayment",
        bookmark_name("ending"): "2\tWhen it ends",
        bookmark_name("plan"): "Schedule 1\tPlan",
    }
    assert all(f'w:name="{name}"' in xml for name in found)


def test_a_contents_list_shows_the_numbers_in_titles() -> None:
    titled = replace(clause("b"), title=inlines("More of ", Reference("a")))
    entry = paragraphs_of(body(document(section("front", "c", Contents()), clause("a"), titled)), "TOC2")[1]
    assert "2\tMore of 1" in words(entry)


def test_the_contents_list_stands_in_two_columns_and_the_rest_goes_on_below_it_in_one() -> None:
    xml = body(document(section("front", "c", Contents()), clause("a")))
    layouts = re.findall(r"<w:sectPr>.*?</w:sectPr>", xml)
    assert ['w:num="2"' in each for each in layouts] == [False, True, False]
    assert ["continuous" in each for each in layouts] == [False, True, True]
    assert ["headerReference" in each for each in layouts] == [True, False, False]  # the others go on with the first's
    assert layouts[1] in paragraphs_of(xml, "TableSpacer")[1]


def test_a_section_starts_a_page_where_its_outline_says_so_and_runs_on_elsewhere() -> None:
    for made, style in ((schedule("a"), "ScheduleHeading"), (section("front", "a"), "FrontHeading")):
        (running,) = paragraphs_of(body(document(made)), style)
        (starting,) = paragraphs_of(body(document(replace(made, new_page=True))), style)
        assert '<w:pageBreakBefore w:val="0"/>' in running
        assert "<w:pageBreakBefore/>" in starting


# tables


def test_the_first_row_of_a_grid_repeats_on_each_page_and_no_row_splits() -> None:
    xml = body(document(clause("a", table(*(row("x", "y") for _ in range(5))))))
    rows = re.findall(r"<w:trPr>.*?</w:trPr>", xml)
    assert [("<w:tblHeader/>" in each, "<w:cantSplit/>" in each) for each in rows] == [(True, True)] + [
        (False, True)
    ] * 4
    assert len(paragraphs_of(xml, "TableHead")) == 2


@pytest.mark.parametrize(("count", "kept"), [(3, [1]), (12, [1, 10])])
def test_no_row_of_a_table_stands_alone_on_a_page(count: int, kept: list[int]) -> None:
    xml = body(document(clause("a", table(*(row("word " * 30) for _ in range(count))))))
    rows = re.findall(r"<w:tr>.*?</w:tr>", xml)[1:]
    assert [at for at, each in enumerate(rows, 1) if "<w:keepNext/>" in each] == kept


def test_the_column_that_makes_rows_tall_gets_the_room() -> None:
    xml = body(
        document(clause("a", table(row("No", "What", "Who"), *(row("1", "word " * 40, "us") for _ in range(4)))))
    )
    widths = [int(each) for each in re.findall(r'<w:gridCol w:w="(\d+)"/>', xml)]
    assert widths[1] > 4 * (widths[0] + widths[2])


def test_a_signature_block_is_headed_by_who_signs_and_has_labels_and_a_line_to_sign_on() -> None:
    block = replace(table(row("Signed for", "the Trust"), row("Name", "")), kind="signature")
    xml = body(document(clause("a", block)))
    assert xml.count("<w:tblHeader/>") == 1
    assert 'w:firstColumn="1"' in xml
    assert xml.count("<w:tcBorders>") == 1


def test_a_form_has_no_header_row() -> None:
    form = replace(table(row("Name", ""), row("Date", "")), kind="signature")
    assert "<w:tblHeader/>" not in body(document(clause("a", form)))


def test_a_heading_on_the_cover_skips_no_level_below_the_title() -> None:
    cover = section(
        "cover", "cover", Paragraph(inlines("Harbour"), style="title"), Paragraph(inlines("Open"), style="heading")
    )
    xml = body(document(cover, clause("a", Paragraph(inlines("Inside"), style="heading"))))
    assert xml.count('<w:pStyle w:val="Subheading"/><w:outlineLvl w:val="1"/>') == 1


def test_a_table_has_a_caption_for_screen_readers_and_a_gap_after_it() -> None:
    xml = body(document(clause("a", table(row("x"), caption='"Who" & what'))))
    assert '<w:tblCaption w:val="&quot;Who&quot; &amp; what"/>' in xml
    assert '</w:tbl><w:p><w:pPr><w:pStyle w:val="TableSpacer"/></w:pPr></w:p>' in xml


def test_the_columns_of_a_table_sum_to_the_room_on_the_page() -> None:
    for is_landscape, room in ((False, 9412), (True, 14344)):
        grid = table(
            row("Party", "What it does and when", ""), row("a", "word " * 40, "x" * 30), landscape=is_landscape
        )
        xml = body(document(clause("a", grid)))
        assert sum(map(int, re.findall(r'<w:gridCol w:w="(\d+)"/>', xml))) == room


def test_a_wide_table_turns_the_page_and_the_page_turns_back() -> None:
    blocks = (item("before"), item("leads to it"), table(row("x"), landscape=True), item("after"))
    xml = body(document(clause("a", *blocks)))
    sizes = re.findall(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"', xml)
    assert sizes == [("11906", "16838"), ("16838", "11906"), ("11906", "16838")]
    places = [xml.index(each) for each in ("<w:sectPr", "before", "leads to it", "<w:tbl>", 'w:orient="landscape"')]
    assert places == sorted(places)


def test_a_long_table_grows_by_the_same_for_each_row() -> None:
    def size(rows: int) -> int:
        return len(body(document(clause("a", table(*(row("x", "y", "z") for _ in range(rows)))))))

    assert size(1_000) - size(999) == size(20) - size(19)
    assert size(1_000) - size(500) == 500 * (size(20) - size(19))


# looks


def test_an_open_item_is_marked_in_its_own_style() -> None:
    xml = body(document(clause("a", item("By ", Open("[date]"), "."))))
    assert '<w:rPr><w:rStyle w:val="OpenItem"/><w:highlight w:val="yellow"/></w:rPr><w:t>[date]</w:t>' in xml


def test_spaces_line_breaks_and_tabs_stay() -> None:
    xml = body(document(clause("a", item(" a  b\nc\td "))))
    assert '<w:t xml:space="preserve"> a  b</w:t><w:br/><w:t>c</w:t><w:tab/><w:t xml:space="preserve">d </w:t>' in xml


def test_what_looks_like_markup_is_text() -> None:
    assert "&lt;w:p/&gt; &amp;amp; {{ x }}" in body(document(clause("a", item(Answer("<w:p/> &amp; {{ x }}")))))


def test_words_of_one_look_share_a_run() -> None:
    xml = body(document(clause("a", item("a", Answer("b"), Text("c", True), Answer("d", bold=True), "e"))))
    assert words(xml).endswith("abcde")
    assert len(re.findall("<w:t>", xml)) == 1 + 3


def test_a_paragraph_that_leads_to_what_follows_stays_with_it() -> None:
    xml = body(document(clause("a", item("These:"), item("one", level=2), text("A table"), table(row("x")))))
    assert ["keepNext" in each for each in (*paragraphs_of(xml, "Clause1"), *paragraphs_of(xml, "Clause2"))] == [
        True,
        False,
    ]
    assert "keepNext" in paragraphs_of(xml, "ClauseText1")[0]


def test_the_header_stands_on_every_page() -> None:
    written = replace(document(clause("a")), header=(text("Harbour Agreement\tDraft"),))
    header = parts_of(write(written))["word/header1.xml"].decode()
    assert words(header).endswith("Harbour Agreement\tDraft")
    assert '<w:headerReference w:type="default"' in body(written)
