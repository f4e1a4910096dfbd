"""The house style: what the kit's own file holds, and what is said of one that lacks something."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from builders import clause, document, edited, item, parts_of, schedule

from agreement_kit.docx.house import shipped_house_style
from agreement_kit.docx.house_styles import NEEDED_STYLES
from agreement_kit.docx.writing import write
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
