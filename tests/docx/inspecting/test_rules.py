"""Rules over Word files: what each says of a small file, and what it leaves alone."""

import re

import pytest
from wordfiles import HEAD, cell, field, numbered, row, run, table, word_file

from agreement_kit.docx.inspecting import file_rules, inspect, structure
from agreement_kit.docx.inspecting.findings import FileRule
from agreement_kit.problems import format_path

LINK = '<Relationship Id="rIdWeb" Type="x/hyperlink" Target="https://example.org/plan" TargetMode="External"/>'
WORDS = " ".join(["word"] * 30)


def picture(inside: str = "", attributes: str = "", where: str = "inline") -> str:
    shown = f'<wp:{where}><wp:docPr id="1" name="P" {attributes}>{inside}</wp:docPr></wp:{where}>'
    return f"<w:p><w:r><w:drawing>{shown}</w:drawing></w:r></w:p>"


def link(words: str) -> str:
    return f'<w:p>{run("See ")}<w:hyperlink r:id="rIdWeb">{run(words)}</w:hyperlink></w:p>'


def marked(name: str, words: str) -> str:
    begin, end = f'<w:bookmarkStart w:id="7" w:name="{name}"/>', '<w:bookmarkEnd w:id="7"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="Clause1"/></w:pPr>{begin}{run(words)}{end}</w:p>'


def text_box(words: str) -> str:
    held = f"<v:textbox><w:txbxContent><w:p>{run(words)}</w:p></w:txbxContent></v:textbox>"
    return f'<w:p><w:r><w:pict><v:shape alt="A note">{held}</v:shape></w:pict></w:r></w:p>'


PLAIN = table(row("Who", "What", properties=HEAD), row("We", "All"))
SIGN = '<w:tcBorders><w:bottom w:val="single"/></w:tcBorders>'
REF = r"REF _x \w \h"
GREY, BLACK, DARK_RED, RED = (f'<w:color w:val="{each}"/>' for each in ("999999", "000000", "C00000", "FF0000"))
YELLOW, TINY, UNDERLINED = '<w:highlight w:val="yellow"/>', '<w:sz w:val="15"/>', '<w:u w:val="single"/>'
DECORATIVE = "<a><adec:decorative val='1'/></a>"

CASES: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "a sound file": (word_file("Heading2 | Money", "Clause1 | We pay.", PLAIN, "Normal | That is all."), ()),
    "no language": (word_file(language=""), ("ACC-01 the file does not say in which language it is",)),
    "no title": (word_file(title=" "), ("ACC-02 the file has no title among its properties",)),
    "a title from elsewhere": (
        word_file(title="Document1"),
        ('ACC-03 the title among the properties, "Document1", stands nowhere in the text',),
    ),
    "a skipped level": (
        word_file("Heading3 | Money", "Heading2 | People", "Heading3 | Staff"),
        ('ACC-04 "Money" is a heading of level 3 after one of level 1',),
    ),
    "a heading by looks alone": (
        word_file(f"<w:p>{run('Money', '<w:b/>')}</w:p>"),
        ('ACC-05 "Money" looks like a heading and has no heading style',),
    ),
    "bold sentences and table cells are no headings": (
        word_file(
            f"<w:p>{run('We pay.', '<w:b/>')}</w:p>",
            table(row("Who", "What", properties=HEAD), row(f"<w:tc><w:p>{run('We', '<w:b/>')}</w:p></w:tc>", "All")),
        ),
        (),
    ),
    "typed numbers and bullets": (
        word_file(
            "Normal | 1. We pay.",
            "Normal | (a) at once",
            "Normal | 1.1 The Trust",
            "Normal | - in full",
            "Normal | b) x",
        ),
        (
            'ACC-06 "1. We pay." begins with "1.", typed by hand',
            'ACC-06 "(a) at once" begins with "(a)", typed by hand',
            'ACC-06 "1.1 The Trust" begins with "1.1", typed by hand',
            'ACC-06 "- in full" begins with "-", typed by hand',
            'ACC-06 "b) x" begins with "b)", typed by hand',
        ),
    ),
    "figures, counted paragraphs and table cells are no typed numbers": (
        word_file(
            "Normal | 2.5 million people live here.",
            "Normal | 12 months later",
            "Clause1 | We pay.",
            table(row("No.", "What", properties=HEAD), row("1.1 The", "All")),
            f"<w:p>{field('REF _x', '1.1')}{run(' Then')}</w:p>",
            '<w:p><w:bookmarkStart w:id="1" w:name="_x"/><w:r><w:t>x</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>',
        ),
        (),
    ),
    "links that say nothing": (
        word_file(link("here"), link("https://example.org/plan"), link("the plan"), links=LINK),
        (
            'ACC-07 the words of the link "here" do not say where it leads',
            'ACC-07 the words of the link "https://example.org/plan" do not say where it leads',
        ),
    ),
    "empty paragraphs": (
        word_file("Normal | One.", "<w:p/>", "Normal | Two.", PLAIN, "<w:p/>", "Normal | Three."),
        ("ACC-08 an empty paragraph stands where a style should make the space",),
    ),
    "a page break is no empty paragraph": (word_file('<w:p><w:r><w:br w:type="page"/></w:r></w:p>'), ()),
    "no header row": (
        word_file(table(row("Who", "What"), row("We", "All"))),
        ('ACC-11 the table that begins "Who What We All" has no header row',),
    ),
    "labels in the first column": (
        word_file(table(row("Name", "Ann"), row("Date", "Now"), properties='<w:tblLook w:val="0080"/>')),
        (),
    ),
    "merged cells": (
        word_file(table(row("Who", "What", properties=HEAD), row(cell("We", '<w:gridSpan w:val="2"/>')))),
        ('ACC-12 the table that begins "Who What We" has merged cells',),
    ),
    "a table in a table": (
        word_file(table(row("Who", "What", properties=HEAD), row("We", f"<w:tc>{PLAIN}<w:p/></w:tc>"))),
        ('ACC-13 the table that begins "Who What We All" stands inside another table',),
    ),
    "blank cells": (
        word_file(table(row("Who", "What", "When", properties=HEAD), row("We", "", "Now"), row("You", "All", ""))),
        ('ACC-14 the table that begins "Who What When We Now You All" has 2 cells that are blank',),
    ),
    "cells to write in": (
        word_file(
            table(row("Who", "Your comment", properties=HEAD), row("We", ""), row("You", "")),
            table(row("Name", cell("", SIGN)), row("Date", cell("", SIGN)), properties='<w:tblLook w:val="0080"/>'),
        ),
        (),
    ),
    "rows that split": (
        word_file(table(row("Who", "What", properties=HEAD), row("We", "All", properties=""))),
        ('ACC-15 of the table that begins "Who What We All" 1 row may split over pages',),
    ),
    "a table without a name": (
        word_file(table(row("Who", "What", properties=HEAD), row("We", "All"), caption="")),
        ('ACC-16 the table that begins "Who What We All" has no title or description',),
    ),
    "a picture without words": (word_file(picture()), ("ACC-21 a picture has no alternative text",)),
    "pictures with words or none to say": (
        word_file(picture(attributes='descr="The harbour at low tide"'), picture(DECORATIVE)),
        (),
    ),
    "a floating picture": (
        word_file(picture(attributes='descr="The harbour"', where="anchor")),
        ("ACC-22 a picture floats beside the text",),
    ),
    "a text box": (word_file(text_box("Mind the gap")), ('ACC-23 a text box holds "Mind the gap"',)),
    "a text box that Word holds in two ways": (
        word_file(
            f"<w:p><mc:AlternateContent><mc:Fallback>{text_box('Again')}</mc:Fallback></mc:AlternateContent>{run('x')}</w:p>"
        ),
        (),
    ),
    "pale letters by hand, by style and on a highlight": (
        word_file(
            f"<w:p>{run('Pale', GREY)}</w:p>",
            "Pale | Paler",
            "Pale | Paler too",
            f"<w:p>{run('All red', RED + YELLOW)}</w:p>",
        ),
        (
            "ACC-31 letters of the colour 999999 on FFFFFF have a contrast of 2.8 to 1",
            "ACC-31 letters of the colour AAAAAA on FFFFFF have a contrast of 2.3 to 1, and in 1 other paragraph",
            "ACC-31 letters of the colour FF0000 on FFFF00 have a contrast of 3.7 to 1",
        ),
    ),
    "dark letters on the dark band of a table's style": (
        word_file(
            table(
                row(
                    f"<w:tc><w:p>{run('Who', BLACK)}</w:p></w:tc>",
                    "What",
                    properties=HEAD,
                ),
                row("We", "All"),
                properties='<w:tblStyle w:val="Band"/><w:tblLook w:firstRow="1"/>',
            )
        ),
        ("ACC-31 letters of the colour 000000 on 1F3864 have a contrast of 1.8 to 1",),
    ),
    "small letters": (
        word_file(f"Normal | {WORDS}", f"<w:p>{run('x', TINY)}</w:p>", size=20),
        (
            "ACC-32 most of the running text is set in 10 point, below 11",
            "ACC-32 letters are set in 7.5 point, below 9",
        ),
    ),
    "underlined words": (
        word_file(f"<w:p>{run('At ')}{run('once', UNDERLINED)}</w:p>"),
        ('ACC-33 "once" is underlined and no link',),
    ),
    "capitals": (
        word_file("Loud | We pay at once", "Normal | ALL PARTIES MUST pay the NHS by BACS.", "Normal | NHS England"),
        ('ACC-34 "We pay at once" is shown in capitals', 'ACC-34 "ALL PARTIES MUST" is written in capitals'),
    ),
    "colour alone": (
        word_file(
            f"<w:p>{run('We pay ')}{run('late', DARK_RED)}</w:p>",
            table(
                row("Who", "Rating", properties=HEAD),
                row("We", cell("", '<w:shd w:fill="FF0000"/>')),
                row("You", "Amber"),
            ),
            f"<w:p>{run('Due ')}{run('[date]', YELLOW)}</w:p>",
        ),
        (
            'ACC-35 "late" differs from the words around it by its colour alone',
            'ACC-14 the table that begins "Who Rating We You Amber" has a cell that is blank',
            "ACC-35 a cell of a table has a colour and no words",
        ),
    ),
    "a block of italics": (
        word_file(f"<w:p>{run(WORDS, '<w:i/>')}</w:p>"),
        ('ACC-36 "word word word word word word word word word word word word…" is all in italics',),
    ),
    "justified text": (
        word_file(f'<w:p><w:pPr><w:jc w:val="both"/></w:pPr>{run("We pay.")}</w:p>'),
        ('ACC-37 "We pay." is set flush on both sides',),
    ),
    "a style that does not exist": (word_file("Nowhere | We pay."), ('DOCX-22 the style "Nowhere" does not exist',)),
    "broken references": (
        word_file(f"<w:p>{run('See clause ')}{run('Error! Reference source not found.')}</w:p>"),
        ('PROOF-01 a reference is broken: "See clause Error! Reference source not found."',),
    ),
    "typed references": (
        word_file(
            "Clause1 | See clause 7 and Schedule 2.", "Clause1 | See Schedule 1 to the Data Protection Act 2018."
        ),
        ('PROOF-02 "clause 7" is typed by hand', 'PROOF-02 "Schedule 2" is typed by hand'),
    ),
    "live references and the law's own paragraphs": (
        word_file(
            marked("_x", "We pay."),
            f"<w:p>{run('See clause ')}{field(REF, '1')}{run('.')}</w:p>",
            "Normal | Procurement Act 2023, Schedule 2, paragraphs 2 and 3 (vertical arrangements)",
        ),
        (),
    ),
    "a stale reference": (
        word_file(
            "Clause1 | New.",
            marked("_x", "We pay."),
            f"<w:p>{run('See ')}{field(REF, '1')}{run('.')}</w:p>",
        ),
        ('PROOF-03 a reference prints "1", and what it refers to has the number 2',),
    ),
    "a term defined twice": (
        word_file(
            f"<w:p>{run('Trust', '<w:b/>')}{run(' means us.')}</w:p>",
            "Normal | “Trust” means them.",
            "Normal | The Trust pays.",
        ),
        ('PROOF-04 "Trust" is defined here and in paragraph 2, under "Harbour Agreement"',),
    ),
    "a term never used": (
        word_file(
            "Normal | “Harbour Day” means a day.", "Normal | “Party” means one of us.", "Normal | Each Party pays."
        ),
        ('PROOF-05 "Harbour Day" is defined and never used',),
    ),
    "unmatched signs": (
        word_file("Normal | We pay (at once.", 'Normal | The "Trust pays.', "Normal | a) We pay.", "Normal | [x] (y)"),
        (
            'PROOF-06 ( has no other half here: "We pay (at once."',
            'PROOF-06 " has no other half here: "The "Trust pays."',
            'ACC-06 "a) We pay." begins with "a)", typed by hand',
        ),
    ),
    "typed numbers out of order": (
        word_file("Normal | 1.1 We", "Normal | 1.3 You"),
        (
            'ACC-06 "1.1 We" begins with "1.1", typed by hand',
            'ACC-06 "1.3 You" begins with "1.3", typed by hand',
            'PROOF-07 "1.3", which follows "1.1", is out of order',
        ),
    ),
    "a level that was never counted": (
        word_file("Clause1 | We:", f"<w:p>{numbered(2)}{run('pay')}</w:p>"),
        ('PROOF-07 "pay" is numbered (i) below a level that has no number',),
    ),
    "a header is proofread too": (
        word_file(header=f"<w:p>{run('Draft (1')}</w:p>"),
        ('PROOF-06 ( has no other half here: "Draft (1"',),
    ),
    "deleted words are gone": (
        word_file(
            f'<w:p><w:del w:id="1" w:author="A"><w:r><w:delText>(at</w:delText></w:r></w:del>{run("We pay.")}</w:p>'
        ),
        (),
    ),
}


def said(raw: bytes) -> list[str]:
    return sorted(f"{each.rule} {each.sentence}" for each in inspect(raw, "theirs.docx").problems)


@pytest.mark.parametrize("case", CASES)
def test_the_rules_say_this_and_no_more(case: str) -> None:
    raw, expected = CASES[case]
    assert said(raw) == sorted(expected)


def test_a_finding_says_where_it_stands() -> None:
    raw = word_file("Heading2 | Money", "Clause1 | We pay (at once.", header=f"<w:p>{run('Draft (1')}</w:p>")
    assert [format_path(each.place.path) for each in inspect(raw, "theirs.docx").problems] == [
        'paragraph 3 numbered 1, under "Money"',
        "header, paragraph 1",
    ]


@pytest.mark.parametrize("rule", file_rules(), ids=lambda rule: rule.id)
def test_a_rule_has_an_id_a_severity_and_a_manual_page(rule: FileRule) -> None:
    assert re.fullmatch(r"(ACC|DOCX|PROOF)-\d\d", rule.id)
    assert rule.severity in ("error", "warning")
    what, why, remedy = re.split(r"\n\s+(?:Why|Remedy): ", rule.manual)
    assert all(len(each.split()) > 3 for each in (what, why, remedy))


def test_every_rule_is_seen_to_find_something() -> None:
    """Those over structure are seen in test_structure.py."""
    found = {line.split()[0] for _, expected in CASES.values() for line in expected}
    assert [rule.id for rule in file_rules() if rule not in structure.RULES and rule.id not in found] == []


def test_no_two_rules_share_an_id() -> None:
    ids = [rule.id for rule in file_rules()]
    assert len(set(ids)) == len(ids)
