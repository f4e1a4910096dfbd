"""Runs and fields as Word leaves them: what is read of each, and what is said of the rest."""

from datetime import datetime

import pytest
from builders import clause, document, edited, item

from agreement_kit.document import Block, Mark, Open, Reference, Text
from agreement_kit.docx.bookmarks import bookmark_name
from agreement_kit.docx.reading import read
from agreement_kit.docx.writing import write

SMALL = document(clause("payment", item("You pay."), item("At once.", anchor="payment.once"), title="Payment"))
YOU_PAY = "<w:r><w:t>You pay.</w:t></w:r>"


def changed(new: str, old: str = YOU_PAY) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks of the clause after somebody changed its XML, and what was not understood."""
    found, lost = read(edited(write(SMALL), old, new))
    return found.sections[0].blocks, lost


def test_an_open_item_that_word_split_into_runs_is_one() -> None:
    style = '<w:rPr><w:rStyle w:val="OpenItem"/><w:highlight w:val="yellow"/></w:rPr>'
    blocks, lost = changed(f"<w:r>{style}<w:t>[to be </w:t></w:r><w:r>{style}<w:t>agreed]</w:t></w:r>")
    assert blocks[0] == item(Open("[to beagreed]"))
    assert lost == ()


def test_text_loses_the_spaces_at_its_ends_unless_it_says_that_they_stay() -> None:
    blocks, _ = changed('<w:r><w:t> You </w:t></w:r><w:r><w:t xml:space="preserve"> pay </w:t></w:r>')
    assert blocks[0] == item("You pay ")


def test_a_reference_in_one_element_is_a_reference() -> None:
    name = bookmark_name("payment.once")
    blocks, lost = changed(f'<w:fldSimple w:instr=" REF {name} \\w \\h "><w:r><w:t>1.2</w:t></w:r></w:fldSimple>')
    assert blocks[0] == item(Reference("payment.once", text="1.2"))
    assert lost == ()


def test_a_bold_reference_in_one_element_is_bold() -> None:
    name = bookmark_name("payment.once")
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>1.2</w:t></w:r>"
    blocks, _ = changed(f'<w:fldSimple w:instr=" REF {name} ">{bold}</w:fldSimple>')
    assert blocks[0] == item(Reference("payment.once", bold=True, text="1.2"))


RUN = "<w:r><w:t>New.</w:t></w:r>"
NOT_UNDERSTOOD = {
    "a tracked insertion": (
        f'<w:ins w:id="9" w:author="A" w:date="2027-01-31T09:30:00Z">{RUN}</w:ins>',
        item(Text("New.", mark=Mark("inserted", "A", datetime(2027, 1, 31, 9, 30)))),
        "",
    ),
    "a tracked deletion of an unknown date": (
        f'{RUN}<w:del w:id="9" w:author="A" w:date="long ago"><w:r><w:delText>Old.</w:delText></w:r></w:del>',
        item("New.", Text("Old.", mark=Mark("deleted", "A"))),
        "",
    ),
    "words moved here": (
        f'<w:moveToRangeStart w:id="8" w:name="move1"/><w:moveTo w:id="9" w:author="A">{RUN}</w:moveTo>'
        '<w:moveToRangeEnd w:id="8"/>',
        item(Text("New.", mark=Mark("inserted", "A", move="move1"))),
        "",
    ),
    "words moved away": (
        f'{RUN}<w:moveFrom w:id="9" w:author="A"><w:r><w:t>Old.</w:t></w:r></w:moveFrom>',
        item("New.", Text("Old.", mark=Mark("deleted", "A"))),
        "",
    ),
    "words that came and went again": (
        f'{RUN}<w:ins w:id="8" w:author="A"><w:del w:id="9" w:author="B">'
        "<w:r><w:delText>x</w:delText></w:r></w:del></w:ins>",
        item("New."),
        "1 change that was made and undone was left out",
    ),
    "words made bold": (
        '<w:r><w:rPr><w:b/><w:rPrChange w:id="9" w:author="A"><w:rPr/></w:rPrChange></w:rPr><w:t>New.</w:t></w:r>',
        item(Text("New.", bold=True, mark=Mark("reformatted", "A"))),
        "",
    ),
    "words made larger": (
        '<w:r><w:rPr><w:rPrChange w:id="9" w:author="A"><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrChange></w:rPr>'
        "<w:t>New.</w:t></w:r>",
        item("New."),
        "1 piece of direct formatting was left out",
    ),
    "a comment": (
        f'<w:commentRangeStart w:id="1"/>{RUN}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
        item("New."),
        "1 comment was left out",
    ),
    "a footnote": (f'{RUN}<w:r><w:footnoteReference w:id="1"/></w:r>', item("New."), "1 footnote was left out"),
    "a picture": (f"{RUN}<w:r><w:drawing/></w:r>", item("New."), "1 picture or text box was left out"),
    "a link": (f'<w:hyperlink r:id="rId1">{RUN}</w:hyperlink>', item("New."), "1 link was read as plain words"),
    "a content control": (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{RUN}</w:sdtContent></w:sdt>",
        item("New."),
        "1 content control was read as plain words",
    ),
    "another field": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{RUN}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        item("New."),
        "1 field was read as the words it shows",
    ),
    "words in the code of a field": (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>code</w:t></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{RUN}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        item("New."),
        "1 field was read as the words it shows",
    ),
    "a field that never ends": (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{RUN}',
        item("New."),
        "1 field was read as the words it shows",
    ),
    "italics and underlining": (
        "<w:r><w:rPr><w:i/><w:u/></w:rPr><w:t>New.</w:t></w:r>",
        item("New."),
        "2 pieces of direct formatting were left out",
    ),
    "bold switched off": ('<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>New.</w:t></w:r>', item("New."), ""),
    "bold": ("<w:r><w:rPr><w:b/></w:rPr><w:t>New.</w:t></w:r>", item(Text("New.", bold=True)), ""),
    "a character style": (
        '<w:r><w:rPr><w:rStyle w:val="Loud"/></w:rPr><w:t>New.</w:t></w:r>',
        item("New."),
        "1 use of an unknown style was left out",
    ),
    "a break to the next column": (
        '<w:r><w:t>New.</w:t><w:br w:type="column"/></w:r>',
        item("New."),
        "1 break inside a paragraph was left out",
    ),
    "an equation": (f"{RUN}<w:oMath/>", item("New."), "1 equation was left out"),
    "something that does not exist": (f"{RUN}<w:hologram/>", item("New."), "1 element of an unknown kind was left out"),
    "signs that Word spells as elements": (
        "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>",
        item("a\u2011b\u00adc\nd"),
        "",
    ),
    "what is not on the page": (f'<w:proofErr w:type="spellStart"/>{RUN}', item("New."), ""),
}


@pytest.mark.parametrize("case", NOT_UNDERSTOOD)
def test_it_is_read_with_what_was_lost_said(case: str) -> None:
    new, paragraph, sentence = NOT_UNDERSTOOD[case]
    blocks, lost = changed(new)
    assert blocks[0] == paragraph
    assert lost == ((sentence,) if sentence else ())
