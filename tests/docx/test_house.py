"""The house style: what the kit's own file holds, what a draft takes of another, what is said of one that lacks
something or cannot be trusted.
"""

import re
from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from builders import clause, document, documents, edited, full_document, item, packed, parts_of, schedule, text
from houses import ALTERNATIVE_TEXT, COLOUR, FONT, SECRET, picture, second_house_style
from hypothesis import HealthCheck, given, settings

from agreement_kit.document import Document
from agreement_kit.docx.house import shipped_house_style
from agreement_kit.docx.house_styles import NEEDED_STYLES
from agreement_kit.docx.inspecting import defects
from agreement_kit.docx.reading import read
from agreement_kit.docx.writing import write
from agreement_kit.numbering import content
from agreement_kit.problems import CannotBeDone

SCRIPT = Path(__file__).parents[2] / "tools" / "build_house_style.py"


def test_the_shipped_file_is_what_its_script_writes() -> None:
    spec = spec_from_file_location("build_house_style", SCRIPT)
    assert spec
    assert spec.loader
    script = module_from_spec(spec)
    spec.loader.exec_module(script)
    assert parts_of(shipped_house_style()) == parts_of(script.build())


def test_style_ids_are_those_that_word_makes_of_the_names_when_somebody_saves_the_file() -> None:
    styles = parts_of(shipped_house_style())["word/styles.xml"].decode()
    names = dict(re.findall(r'w:styleId="(\w+)"><w:name w:val="([^"]*)"/>', styles))
    assert names.keys() >= NEEDED_STYLES.keys()
    assert {key: name.replace(" ", "").lower() for key, name in names.items() if key in NEEDED_STYLES} == {
        key: key.lower() for key in NEEDED_STYLES
    }


def test_every_missing_style_is_named_with_what_it_is_for() -> None:
    style = shipped_house_style()
    for named in ('w:styleId="OpenItem"><w:name w:val="Open Item"', 'w:styleId="TableHead"><w:name w:val="Table Head"'):
        style = edited(style, named, 'w:styleId="Other"><w:name w:val="Other"', "word/styles.xml")
    with pytest.raises(CannotBeDone) as refusal:
        write(document(), style)
    assert [problem.sentence for problem in refusal.value.problems] == [
        'the style "Open Item" is missing: an open item',
        'the style "Table Head" is missing: the header row of tables',
    ]
    assert "house-style export" in refusal.value.problems[-1].hint


def test_a_draft_takes_the_look_of_the_house_style_it_is_given() -> None:
    style = edited(shipped_house_style(), 'w:val="1F3864"', 'w:val="700000"', "word/styles.xml")
    styles = parts_of(write(document(clause("a", item("x"))), style))["word/styles.xml"]
    assert b"700000" in styles
    assert b"1F3864" not in styles


def test_schedules_count_by_the_right_list_after_word_gave_lists_new_ids() -> None:
    style = shipped_house_style()
    for old, new in ((3, 40), (5, 3)):  # the schedules' list gets another id, and that of the parties its old one
        style = edited(style, f'w:numId w:val="{old}"', f'w:numId w:val="{new}"', "word/styles.xml")
        style = edited(style, f'<w:num w:numId="{old}">', f'<w:num w:numId="{new}">', "word/numbering.xml")
    style = edited(style, "</w:numbering>", '<w:numIdMacAtCleanup w:val="9"/></w:numbering>', "word/numbering.xml")
    numbering = parts_of(write(document(schedule("a", item("x"))), style))["word/numbering.xml"].decode()
    assert '<w:num w:numId="41"><w:abstractNumId w:val="3"/><w:lvlOverride' in numbering
    assert numbering.endswith('</w:num><w:numIdMacAtCleanup w:val="9"/></w:numbering>')


# another organisation's house style

HEADED = replace(document(clause("a", item("x"))), header=(text("Harbour Agreement\tDraft"), text("REF 1, version 2")))


def in_second_style(written: Document) -> dict[str, str]:
    """The parts of the document in the second house style, as text."""
    raw = write(written, second_house_style())
    return {name: blob.decode("utf-8", "replace") for name, blob in parts_of(raw).items()}


def words_of(xml: str) -> str:
    return re.sub("<[^>]*>", "", re.sub("</w:p>", "|", xml.replace("<w:tab/>", "\t").partition("?>")[2])).strip("\n")


def test_a_draft_takes_font_colour_page_and_theme() -> None:
    parts = in_second_style(HEADED)
    assert f'w:ascii="{FONT}"' in parts["word/styles.xml"]
    assert COLOUR in parts["word/styles.xml"]
    assert 'w:left="1985"' in parts["word/document.xml"]
    assert "word/theme/theme1.xml" in parts


def test_a_draft_is_in_british_english_whatever_language_the_file_was_made_in() -> None:
    assert re.findall('<w:lang w:val="([^"]*)"', in_second_style(HEADED)["word/styles.xml"]) == ["en-GB"]


def test_the_lines_of_the_draft_stand_below_what_the_organisation_put_into_its_headers() -> None:
    parts = in_second_style(HEADED)
    lines = "Harbour Agreement\tDraft|REF 1, version 2|"
    assert words_of(parts["word/header1.xml"]) == f"Harbour Alliance|{lines}"
    assert words_of(parts["word/header2.xml"]) == f"|{lines}"
    assert "Harbour Alliance, 1 Quay Street" in words_of(parts["word/footer1.xml"])
    assert '<w:headerReference w:type="first" r:id="rIdHeader2"/>' in parts["word/document.xml"]


def test_the_logo_comes_along_with_its_alternative_text() -> None:
    raw = parts_of(write(HEADED, second_house_style()))
    assert ALTERNATIVE_TEXT.encode() in raw["word/header2.xml"]
    assert b'Target="media/image1.PNG"' in raw["word/_rels/header2.xml.rels"]
    assert raw["word/media/image1.PNG"] == picture()
    assert b'<Override PartName="/word/media/image1.PNG" ContentType="image/png"/>' in raw["[Content_Types].xml"]


def test_nothing_tells_of_the_people_who_made_the_file() -> None:
    parts = in_second_style(full_document())
    assert [name for name, xml in parts.items() if SECRET in xml] == []
    assert "rsid" not in parts["word/settings.xml"]
    assert "documentProtection" not in parts["word/settings.xml"]


def test_page_numbers_start_once_and_go_on_through_every_section() -> None:
    xml = in_second_style(full_document())["word/document.xml"]
    assert xml.count("<w:sectPr") > 3
    assert xml.count('<w:pgNumType w:start="1"/>') == xml.count("<w:titlePg/>") == 1
    assert xml.index('<w:pgNumType w:start="1"/>') < xml.index("</w:sectPr>")


def test_a_tab_leads_to_the_right_margin_of_every_page() -> None:
    parts = in_second_style(full_document())
    upright, turned = (re.findall(r'<w:tab w:val="right" w:pos="(\d+)"/>', parts[f"word/{name}"]) for name in HEADS)
    assert set(upright) == {str(11906 - 1985 - 1134)}
    assert set(turned) == {str(16838 - 1985 - 1134)}


HEADS = ("header1.xml", "header3.xml")


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_what_was_written_in_another_style_is_read_back_as_the_same_content(written: Document) -> None:
    raw = write(written, second_house_style())
    found, lost = read(raw)
    assert (content(found), lost, defects(raw)) == (content(written), (), ())


def test_a_header_without_a_line_of_the_draft_is_read_back_as_none() -> None:
    assert read(write(document(clause("a")), second_house_style()))[0].header == ()


def test_the_kits_own_style_exported_and_used_gives_the_same_bytes() -> None:
    assert write(full_document(), shipped_house_style()) == write(full_document())


def test_a_file_without_headers_gets_those_of_the_draft() -> None:
    references = '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
    style = edited(shipped_house_style(), references, "<w:titlePg/>")
    parts = parts_of(write(HEADED, style))
    assert [name for name in parts if "header" in name or "footer" in name] == ["word/header1.xml", "word/header2.xml"]
    assert words_of(parts["word/header1.xml"].decode()) == words_of(parts["word/header2.xml"].decode())


# lists

STYLES, LISTS = "word/styles.xml", "word/numbering.xml"


@pytest.mark.parametrize(
    ("old", "new", "part", "sentence"),
    [
        (
            '<w:lvlText w:val="(%3)"/>',
            '<w:lvlText w:val="%3)"/>',
            LISTS,
            'the style "Clause 2" in the list that numbers the clauses prints "a)" where "(a)" is needed',
        ),
        (
            '<w:numFmt w:val="upperLetter"/>',
            '<w:numFmt w:val="decimal"/>',
            LISTS,
            'the style "Recital 1" in the list that numbers the recitals prints "(1)" where "(A)" is needed',
        ),
        (
            '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
            "",
            LISTS,
            "the list that numbers the schedules is missing: the style "
            '"Schedule Heading" has no number, where "Schedule 1" is needed',
        ),
        (
            '<w:numPr><w:ilvl w:val="3"/><w:numId w:val="1"/></w:numPr>',
            "",
            STYLES,
            'the style "Clause 3" does not belong to the list that numbers the clauses: "(i)" is needed',
        ),
    ],
)
def test_a_list_that_is_missing_or_counts_otherwise_is_named(old: str, new: str, part: str, sentence: str) -> None:
    parts = parts_of(shipped_house_style())
    assert old.encode() in parts[part]
    changed = packed({**parts, part: parts[part].replace(old.encode(), new.encode(), 1)})
    with pytest.raises(CannotBeDone) as refusal:
        write(document(), changed)
    (problem,) = refusal.value.problems
    assert problem.sentence.startswith(sentence)


def test_a_full_stop_after_a_number_is_the_organisations_choice() -> None:
    style = edited(shipped_house_style(), '<w:lvlText w:val="%1.%2"/>', '<w:lvlText w:val="%1.%2."/>', LISTS)
    assert write(document(clause("a", item("x"))), style)


def test_a_list_may_stand_under_the_name_of_a_list_style() -> None:
    numbering = parts_of(shipped_house_style())[LISTS].decode()
    lists = numbering.replace('<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>', NAMED, 1)
    lists = lists.replace('<w:num w:numId="1">', f'{LINKED}<w:num w:numId="1">').replace(
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/>', '<w:num w:numId="1"><w:abstractNumId w:val="9"/>'
    )
    assert write(document(clause("a", item("x"))), edited(shipped_house_style(), numbering, lists, LISTS))


NAMED = '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/><w:styleLink w:val="Clauses"/>'
LINKED = '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="Clauses"/></w:abstractNum>'


# hostile files


def changed_header(inside: str, *, link: str = "") -> bytes:
    """The second house style with something else in its first page's header."""
    parts = parts_of(second_house_style())
    header = parts["word/header7.xml"].decode().replace("<w:hdr ", "<w:hdr ", 1)
    start = header.index("<w:p ")
    made = {**parts, "word/header7.xml": f"{header[:start]}{inside}</w:hdr>".encode()}
    if link:
        before = parts["word/_rels/header7.xml.rels"].decode()
        made["word/_rels/header7.xml.rels"] = before.replace("</Relationships>", f"{link}</Relationships>").encode()
    return packed(made)


KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAGE = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r></w:p>'
HOSTILE = {
    "a picture from elsewhere": (
        '<w:p><w:r><w:t r:link="rId2">x</w:t></w:r></w:p>',
        f'<Relationship Id="rId2" Type="{KIND}/image" Target="http://x.example/a.png" TargetMode="External"/>',
        'the part "word/header7.xml" loads something from elsewhere: "http://x.example/a.png"',
    ),
    "a link to a file": (
        '<w:p><w:hyperlink r:id="rId2"/></w:p>',
        f'<Relationship Id="rId2" Type="{KIND}/hyperlink" Target="file://server/x" TargetMode="External"/>',
        'the part "word/header7.xml" loads something from elsewhere: "file://server/x"',
    ),
    "an inserted file": (
        '<w:p r:id="rId2"/>',
        f'<Relationship Id="rId2" Type="{KIND}/aFChunk" Target="settings.xml"/>',
        'the part "word/header7.xml" holds something other than words and pictures (aFChunk)',
    ),
    "a picture that is none": (
        '<w:p r:embed="rId2"/>',
        f'<Relationship Id="rId2" Type="{KIND}/image" Target="settings.xml"/>',
        'the part "word/settings.xml" is no picture and no font',
    ),
    "a picture that is not there": (
        '<w:p r:embed="rId2"/>',
        "",
        'the part "word/header7.xml" shows something that is not in the file ("rId2")',
    ),
    "a field that fetches": (
        PAGE.format(" INCLUDEPICTURE http://x.example/a.png"),
        "",
        'the part "word/header7.xml" holds a field that could load or run something: "INCLUDEPICTURE"',
    ),
    "a field that runs, in small letters": (
        PAGE.format("ddeauto c:\\\\windows\\\\system32\\\\cmd.exe"),
        "",
        'the part "word/header7.xml" holds a field that could load or run something: "DDEAUTO"',
    ),
    "a tracked change": (
        '<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins></w:p>',
        "",
        'the part "word/header7.xml" holds tracked changes',
    ),
    "an embedded object": (
        "<w:p><w:r><w:object/></w:r></w:p>",
        "",
        'the part "word/header7.xml" holds an object of another program',
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_header_is_refused_with_its_own_sentence(case: str) -> None:
    inside, link, sentence = HOSTILE[case]
    with pytest.raises(CannotBeDone) as refusal:
        write(document(), changed_header(inside, link=link), "theirs.docx")
    (problem,) = refusal.value.problems
    assert (problem.place.file, problem.rule, problem.sentence) == ("theirs.docx", "STYLE-03", sentence)


def test_a_link_that_a_reader_follows_by_hand_and_a_page_number_stay() -> None:
    link = f'<Relationship Id="rId2" Type="{KIND}/hyperlink" Target="https://x.example/" TargetMode="External"/>'
    field = PAGE.format(" PAGE ").replace("</w:p>", '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')
    raw = write(HEADED, changed_header(f'<w:p><w:hyperlink r:id="rId2"/></w:p>{field}', link=link))
    assert b'Target="https://x.example/" TargetMode="External"' in parts_of(raw)["word/_rels/header2.xml.rels"]
    assert defects(raw) == ()


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        (b"%PDF", "DOCX-03"),
        (edited(shipped_house_style(), "<w:styles ", "<!DOCTYPE x><w:styles ", STYLES), "DOCX-11"),
        (edited(shipped_house_style(), 'w:right="1247"', 'w:right="9000"'), "STYLE-04"),
        (edited(shipped_house_style(), 'w:h="16838"', 'w:h="tall"'), "STYLE-03"),
        (edited(shipped_house_style(), "xmlns:w=", 'xmlns:r="urn:x" xmlns:w=', STYLES), "STYLE-03"),
    ],
)
def test_a_file_that_is_no_house_style_is_refused(raw: bytes, rule: str) -> None:
    with pytest.raises(CannotBeDone) as refusal:
        write(document(), raw)
    assert [problem.rule for problem in refusal.value.problems] == [rule]


def test_a_style_of_another_kind_does_not_count() -> None:
    style = edited(
        shipped_house_style(), 'w:type="character" w:customStyle="1" w:styleId="OpenItem"',
        'w:type="paragraph" w:customStyle="1" w:styleId="OpenItem"', STYLES
    )  # fmt: skip
    with pytest.raises(CannotBeDone, match='the style "Open Item" is missing'):
        write(document(), style)


def test_an_id_that_another_style_has_taken_is_given_back() -> None:
    style = edited(
        shipped_house_style(), 'w:styleId="TableHead"><w:name w:val="Table Head"/>',
        'w:styleId="Kopf"><w:name w:val="Table Head"/>', STYLES
    )  # fmt: skip
    other = '<w:style w:type="paragraph" w:styleId="TableHead"><w:name w:val="Mine"/></w:style></w:styles>'
    sheet = parts_of(write(document(), edited(style, "</w:styles>", other, STYLES)))[STYLES].decode()
    assert 'w:styleId="TableHead"><w:name w:val="Table Head"/>' in sheet
    assert 'w:styleId="TableHeadOther"><w:name w:val="Mine"/>' in sheet
