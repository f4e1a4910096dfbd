"""Notes of an internal draft as Word comments."""

from builders import clause, document, edited, item, noted, parts_of, section, text

from agreement_kit.docx.inspecting import defects
from agreement_kit.docx.reading import read
from agreement_kit.docx.writing import write
from agreement_kit.numbering import content

COVER = noted(section("cover", "cover", text("A title")), "Raise the version.")
NOTED = document(COVER, noted(clause("a", item("x"), label="Binding"), "Name two steps.", "Confirm <the> ladder."))


def test_a_note_is_a_comment_without_a_date_beside_the_title() -> None:
    parts = {name: blob.decode() for name, blob in parts_of(write(NOTED)).items()}
    comments = parts["word/comments.xml"]
    assert comments.count('<w:comment w:id="') == 2
    assert 'w:author="agreement-kit" w:initials="ak"' in comments
    assert "w:date" not in comments
    assert "Confirm &lt;the&gt; ladder." in comments
    title = parts["word/document.xml"]
    start, end = title.index('<w:commentRangeStart w:id="1"/>'), title.index('<w:commentRangeEnd w:id="1"/>')
    assert ">A<" in title[start:end]
    assert "Binding" not in title[start:end]
    assert "comments.xml" in parts["word/_rels/document.xml.rels"]
    assert "comments+xml" in parts["[Content_Types].xml"]


def test_notes_are_read_back() -> None:
    found, lost = read(write(NOTED))
    assert (content(found), lost) == (content(NOTED), ())
    assert [len(each.notes) for each in found.sections] == [1, 1]
    assert defects(write(NOTED)) == ()


def test_a_document_without_notes_has_no_part_for_them() -> None:
    assert "word/comments.xml" not in parts_of(write(document(clause("a", item("x")))))


def test_a_comment_of_somebody_else_is_no_note_and_is_counted() -> None:
    raw = edited(write(NOTED), 'w:id="1" w:author="agreement-kit"', 'w:id="1" w:author="Pat"', "word/comments.xml")
    found, lost = read(raw)
    assert [len(each.notes) for each in found.sections] == [1, 0]
    assert lost == ("1 comment was left out",)


def test_a_note_that_moved_inside_its_section_is_still_its_note() -> None:
    reference = '<w:r><w:commentReference w:id="1"/></w:r>'
    raw = edited(edited(write(NOTED), reference, ""), "<w:r><w:t>x</w:t></w:r>", f"<w:r><w:t>x</w:t></w:r>{reference}")
    assert content(read(raw)[0]) == content(NOTED)
