import re
from urllib.parse import unquote

import lxml.html
import pytest
from lxml.html import HtmlElement
from nasty import NASTY

from agreement_kit.document import (
    Answer,
    Cell,
    Contents,
    Document,
    Inline,
    Open,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Section,
    Table,
    Term,
    Text,
)
from agreement_kit.html.writing import write


def draft(*sections: Section, title: str = "Charter") -> Document:
    cover = Section("cover", "cover", (Text("Cover"),), (Paragraph((Answer(title),), style="title"),))
    header = (
        Paragraph((Answer(title), Text("\tDraft: subject to contract"))),
        Paragraph((Text("REF-1, version 0.1"),)),
    )
    return Document(title, (cover, *sections), header)


def clause(*blocks: Paragraph | Table | PageBreak, title: str = "Term", id: str = "term", label: str = "") -> Section:
    return Section(id, "clause", (Answer(title),), blocks, label)


def numbered(*inlines: Inline, level: int = 1, anchor: str = "") -> Paragraph:
    return Paragraph(inlines, level, numbered=True, anchor=anchor)


def grid(*rows: tuple[str, ...], caption: str = "Who pays", **how: object) -> Table:
    cells = tuple(Row(tuple(Cell((Paragraph((Answer(words),)),)) for words in row)) for row in rows)
    return Table(cells, ("left",) * len(rows[0]), caption, **how)  # type: ignore[arg-type]


def page(*sections: Section) -> HtmlElement:
    return parsed(draft(*sections))


def parsed(document: Document) -> HtmlElement:
    return lxml.html.document_fromstring(write(document).decode())


def seen(element: HtmlElement) -> str:
    """The words of an element, its line breaks too."""
    for each in element.iter("br"):
        each.tail = "\n" + (each.tail or "")
    return str(element.text_content())


def everything() -> Document:
    """A document with each kind of section and block."""
    meaning = Paragraph((Text("Party", bold=True), Text(" means one of us.")))
    return draft(
        Section("summary", "front", (Text("On a page"),), (grid(("Question", "Answer"), ("Who?", "We")),)),
        Section("contents", "front", (Text("Contents"),), (Contents(),)),
        Section("parties", "parties", (Text("Parties"),), (numbered(Text("The Trust")),)),
        Section("background", "recitals", (Text("Background"),), (numbered(Text("It began.")),)),
        Section("part-a", "part", (Text("How"),)),
        clause(
            numbered(Text("Each "), Term("Party", "Party"), Text(" pays under clause "), Reference("costs.share")),
            numbered(Text("monthly"), level=2),
            grid(("Who", "What", "When", "£"), ("Trust", "All", "Now", "1")),
            Paragraph((Text("More"),), style="heading"),
            label="Binding",
        ),
        clause(numbered(Text("Half"), anchor="costs.share"), PageBreak(), title="Costs", id="costs"),
        Section(
            "signatures", "signature", (Text("Signatures"),), (grid(("Name", "Ada"), ("Date", ""), kind="signature"),)
        ),
        Section("terms", "schedule", (Text("Terms"),), (meaning, Paragraph((Text("Aims"),), style="heading"))),
    )


@pytest.mark.parametrize("answer", NASTY)
def test_an_answer_reads_as_itself_wherever_it_stands(answer: str) -> None:
    title = Section("what", "front", (Answer(answer),))
    table = grid((answer, "Who"), ("Trust", answer), caption=answer)
    where = clause(Paragraph((Answer(answer),)), numbered(Answer(answer, bold=True)), table, title=answer)
    document = parsed(draft(title, where, title=answer))
    words = {kind: [seen(each) for each in document.iter(kind)] for kind in ("h1", "h2", "p", "th", "td", "caption")}
    assert words == {
        "h1": [answer],
        "h2": [answer, f"1 {answer}"],
        "p": [f"{answer} Draft: subject to contract", "REF-1, version 0.1", answer, f"1.1 {answer}"],
        "th": [answer, "Who"],
        "td": ["Trust", answer],
        "caption": [answer],
    }
    assert not document.xpath("//script")


@pytest.mark.parametrize("answer", NASTY)
def test_an_answer_reads_as_itself_in_the_title_of_the_window_and_in_the_contents(answer: str) -> None:
    contents = Section("contents", "front", (Text("Contents"),), (Contents(),))
    document = parsed(draft(contents, clause(title=answer), title=answer))
    assert document.findtext(".//title") == answer
    assert [seen(each) for each in document.xpath("//nav//a")] == [f"1 {answer}"]


def test_a_line_break_needs_no_style_to_be_seen() -> None:
    assert len(page(clause(Paragraph((Answer("one\ntwo"),)))).xpath("//section//br")) == 1


def test_headings_skip_no_level_and_one_is_the_first() -> None:
    headings = parsed(everything()).iter("h1", "h2", "h3", "h4", "h5")
    assert [(each.tag, seen(each)) for each in headings] == [
        ("h1", "Charter"),
        ("h2", "On a page"),
        ("h2", "Contents"),
        ("h2", "Parties"),
        ("h2", "Background"),
        ("h2", "How"),
        ("h3", "1 Term"),
        ("h4", "More"),
        ("h3", "2 Costs"),
        ("h2", "Signatures"),
        ("h2", "Schedule 1 Terms"),
        ("h3", "Aims"),
    ]


def test_clauses_without_a_part_stand_right_under_the_title() -> None:
    assert [seen(each) for each in page(clause()).iter("h2")] == ["1 Term"]


def test_a_document_without_a_cover_has_its_title_as_first_heading() -> None:
    document = parsed(Document("Pledges", (clause(),)))
    assert [(each.tag, seen(each)) for each in document.iter("h1", "h2")] == [("h1", "Pledges"), ("h2", "1 Term")]


def test_every_link_leads_to_an_id_and_no_id_stands_twice() -> None:
    document = parsed(everything())
    ids = document.xpath("//@id")
    targets = [unquote(str(each)) for each in document.xpath("//@href")]
    assert len(ids) == len(set(ids))
    assert set(targets) > {"#page:main", "#costs.share", "#term:Party"}
    assert {target.removeprefix("#") for target in targets} <= set(ids)


def test_two_sections_of_one_id_do_not_give_it_twice() -> None:
    document = page(Section("part-a", "part", (Text("A"),)), Section("part-a", "part", (Text("A"),)))
    assert document.xpath("//@id").count("part-a") == 1


def test_a_reference_is_the_number_of_its_target_and_a_link_to_it() -> None:
    document = page(
        clause(numbered(Text("See "), Reference("term.end")), numbered(Text("so"), level=2, anchor="term.end"))
    )
    (link,) = document.xpath("//li//a")
    assert (seen(link), link.get("href")) == ("1.1(a)", "#term.end")
    assert document.get_element_by_id("term.end").tag == "li"


def test_a_term_is_a_link_where_a_section_first_uses_it() -> None:
    meaning = Paragraph((Text("Business Day", bold=True), Text(" means a day.")))
    uses = (Term("Business Days", "Business Day"), Text(" or "), Term("Business Day", "Business Day"))
    document = page(clause(numbered(*uses)), clause(numbered(*uses), id="b"), clause(meaning, id="c"))
    assert [seen(each) for each in document.xpath("//a[@class='term']")] == ["Business Days"] * 2
    assert [seen(each) for each in document.xpath("//p[@id='term:Business-Day']/dfn")] == ["Business Day"]


def test_a_term_without_a_definition_is_no_link() -> None:
    assert not page(clause(numbered(Term("Party", "Party")))).xpath("//a[@class='term']")


def test_the_contents_nest_clauses_below_their_part() -> None:
    (outer,) = parsed(everything()).xpath("//nav[@aria-label='Contents']/ol")
    assert [[seen(link) for link in entry.xpath(".//a")] for entry in outer.xpath("./li")] == [
        ["Parties"],
        ["Background"],
        ["How", "1 Term", "2 Costs"],
        ["Signatures"],
        ["Schedule 1 Terms"],
    ]


def test_lists_nest_as_their_levels_do_and_go_on_after_a_table() -> None:
    table = grid(("Who", "What"))
    deep = numbered(Text("c"), level=3)
    document = page(clause(numbered(Text("a")), deep, table, numbered(Text("d")), Paragraph((Text("end"),))))
    items = [(len(list(each.iterancestors("ol"))), seen(each[0])) for each in document.iter("li")]
    assert items == [(1, "1.1 a"), (2, "(i) c"), (1, "1.2 d")]
    assert [len(list(each.iterancestors("li"))) for each in document.iter("table")] == [1]
    assert document.xpath("//section[@id='term']/p/text()") == ["end"]


def test_text_that_goes_on_at_a_level_stands_in_that_level() -> None:
    going_on = Paragraph((Text("and so on"),), level=1)
    document = page(clause(numbered(Text("a")), numbered(Text("b"), level=2), going_on))
    assert document.xpath("//section/ol/li/p/text()") == ["a", "and so on"]


def test_tables_have_a_caption_and_headers_with_a_scope() -> None:
    for table in parsed(everything()).iter("table"):
        scopes = [(each.tag, each.get("scope")) for each in table.iter("th")]
        expected = [("th", "row")] if table.get("class") == "signing" else [("th", "col")]
        assert seen(table[0]) == "Who pays"
        assert scopes == expected * len(scopes) != []


def test_a_header_without_words_is_no_header() -> None:
    document = page(clause(grid(("", "Trust"), ("Costs", "pays"))))
    assert [(each.tag, seen(each)) for each in document.xpath("//thead//*[self::th or self::td]")] == [
        ("td", ""),
        ("th", "Trust"),
    ]


def test_a_wide_table_scrolls_in_a_region_that_has_a_name_and_takes_the_focus() -> None:
    document = page(clause(grid(("a", "b", "c", "d")), grid(("a", "b", "c")), grid(("a", "b"), landscape=True)))
    regions = document.xpath("//*[@role='region'][@tabindex='0']")
    assert [document.get_element_by_id(each.get("aria-labelledby")).tag for each in regions] == ["caption", "caption"]
    assert [len(each.xpath(".//th")) for each in regions] == [4, 2]


def test_numbers_stand_right_in_their_column() -> None:
    cells = (Row(tuple(Cell((Paragraph((Text(words),)),)) for words in ("Who", "£"))),) * 2
    document = page(clause(Table(cells, ("left", "right"), "Costs")))
    assert [seen(each) for each in document.find_class("right")] == ["£", "£"]


def test_a_signature_table_has_a_line_where_nothing_is_known() -> None:
    (row,) = parsed(everything()).xpath("//table[@class='signing']//tr[@class='blank']")
    assert seen(row) == "Date"


def test_open_answers_are_marked() -> None:
    document = page(clause(numbered(Text("From "), Open("[start: to be agreed]", bold=True))))
    assert [seen(each) for each in document.xpath("//b/mark")] == ["[start: to be agreed]"]


def test_the_binding_label_stands_beside_the_heading_and_not_in_it() -> None:
    (head,) = page(clause(label="Statement of intent")).find_class("head")
    assert [(each.tag, seen(each)) for each in head] == [("h2", "1 Term"), ("p", "Statement of intent")]


def test_the_page_has_a_language_a_title_and_a_way_past_its_header() -> None:
    document = parsed(everything())
    assert (document.get("lang"), document.findtext(".//title")) == ("en-GB", "Charter")
    body = document.find("body")
    assert [each.tag for each in body] == ["a", "header", "main"]
    assert body[0].get("href") == f"#{body[2].get('id')}"
    assert [seen(line) for line in body[1]] == ["Charter Draft: subject to contract", "REF-1, version 0.1"]


def test_the_page_needs_nothing_from_elsewhere() -> None:
    text = write(draft(clause(numbered(Answer("https://example.org/picture.png"))))).decode()
    assert not re.search(r"<(script|link|img|iframe|object)|\ssrc=|\sstyle=|\son\w+=|url\(|@import", text)


def test_every_element_that_is_opened_is_closed() -> None:
    text = write(everything()).decode()
    open_tags: list[str] = []
    for end, name in re.findall(r"<(/?)(?!meta|br)([a-z]\w*)", text):
        if end:
            assert open_tags.pop() == name
        else:
            open_tags.append(name)
    assert not open_tags


def test_the_same_document_gives_the_same_bytes() -> None:
    section = clause(numbered(Answer("é"), Term("Party", "Party")))
    assert write(draft(section)) == write(draft(section))
