"""Pictures: drawn from the answers, said in words, and the same in each run."""

from datetime import date

from inputs import answers

from agreement_kit import generate, write_docx, write_html
from agreement_kit.document import Picture
from agreement_kit.docx.inspecting import defects
from agreement_kit.docx.pictures import painted
from agreement_kit.docx.reading import read
from agreement_kit.drawing import Box, Disc, Label, Stroke, words_width, wrapped
from agreement_kit.pictures import engagement_map, lanes_of, timeline, years

PLAN = """\
plan:
  phases:
    - {name: Set up, start: 2027-04-01, end: 2027-09-30}
    - {name: Deliver & "learn", start: 2027-10-01, end: 2029-03-31}
  milestones:
    - {id: M2, title: Helpdesk open, due: 2027-11-30}
    - {id: M1, title: Director in post, due: 2027-06-01}
"""
MAP = """\
engagement:
  hub: Harbour hub
  nodes:
    - name: Wards
      links: [{person: Priya Lanyon}]
      second_order: [Pharmacy, Imaging]
    - name: Schools
"""


def labels_of(picture: Picture) -> list[str]:
    return [shape.text for shape in picture.shapes if isinstance(shape, Label)]


def test_the_line_of_time_shows_phases_and_milestones_and_says_them_in_order() -> None:
    (picture,) = timeline(answers(PLAN))
    assert isinstance(picture, Picture)
    assert picture.description == (
        'Set up from 1 April 2027 to 30 September 2027; Deliver & "learn" from 1 October 2027 to 31 March 2029; '
        "M1 Director in post on 1 June 2027; M2 Helpdesk open on 30 November 2027."
    )
    assert {"Set up", "M1", "M2", "April 2027", "March 2029", "2028"} <= {*labels_of(picture)}
    discs = [shape.x for shape in picture.shapes if isinstance(shape, Disc)]
    assert discs == sorted(discs)


def test_there_is_no_line_of_time_of_less_than_two_dates() -> None:
    assert timeline(answers("plan: {milestones: [{id: M1, title: One, due: 2027-04-01}]}\n")) == ()
    assert timeline(answers("plan: {milestones: [{id: M1, title: One, due: tbc}]}\n")) == ()
    assert timeline(answers()) == ()


def test_the_map_links_the_hub_to_each_group_and_that_to_its_network() -> None:
    (picture,) = engagement_map(answers(MAP))
    assert isinstance(picture, Picture)
    assert picture.description == (
        "In the middle: Harbour hub; Wards, linked by Priya Lanyon, reaching Pharmacy, Imaging; "
        "Schools, linked by nobody yet."
    )
    assert len([shape for shape in picture.shapes if isinstance(shape, Stroke)]) == 3
    assert len([shape for shape in picture.shapes if isinstance(shape, Box)]) == 4


def test_there_is_no_map_without_groups() -> None:
    assert engagement_map(answers()) == ()
    assert engagement_map(answers("engagement: {hub: tbc}\n")) == ()


def test_everything_stays_on_the_picture() -> None:
    for (picture,) in (timeline(answers(PLAN)), engagement_map(answers(MAP))):
        assert isinstance(picture, Picture)
        for shape in picture.shapes:
            if isinstance(shape, Box):
                assert 0 <= shape.x <= shape.x + shape.width <= picture.width
                assert 0 <= shape.y <= shape.y + shape.height <= picture.height
            if isinstance(shape, Label):
                assert 0 < shape.y <= picture.height


def test_words_that_do_not_fit_are_wrapped_and_what_is_too_long_ends_in_an_ellipsis() -> None:
    assert wrapped("Funders and regional network", 80, 9) == ("Funders and", "regional network")
    assert wrapped("one two three four five", 20, 9, most=2) == ("one", "two …")
    assert wrapped("", 80, 9) == ()
    assert words_width("WWW", 9) > words_width("iii", 9)


def test_milestones_close_to_one_another_stand_below_one_another() -> None:
    assert lanes_of([0, 10, 20, 100]) == [0, 1, 2, 0]


def test_the_years_between_both_ends_are_marked() -> None:
    shapes = [*years(date(2027, 4, 1), date(2030, 3, 31), lambda moment: 8 + (moment.year - 2027) * 145.0, 50)]
    assert [shape.text for shape in shapes if isinstance(shape, Label)] == ["April 2027", "March 2030", "2028", "2029"]


def test_word_holds_the_picture_with_its_words_and_the_same_bytes_each_time() -> None:
    document = generate(answers(PLAN), document="implementation-plan")
    raw = write_docx(document)
    assert raw == write_docx(document)
    assert defects(raw) == ()
    found, lost = read(raw)
    assert lost == ()
    (picture,) = [block for section in found.sections for block in section.blocks if isinstance(block, Picture)]
    assert picture.title == "The plan on a line of time"
    assert picture.description.startswith("Set up from 1 April 2027")


def test_a_painted_picture_is_a_png_of_three_dots_a_point() -> None:
    (picture,) = timeline(answers(PLAN))
    assert isinstance(picture, Picture)
    raw = painted(picture)
    assert raw[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(raw[16:20], "big") == picture.width * 3


def test_html_draws_it_and_says_what_it_shows() -> None:
    page = write_html(generate(answers(PLAN), document="implementation-plan")).decode()
    assert '<svg role="img" aria-labelledby="picture:1 picture:1:says"' in page
    assert "Deliver &amp; &quot;learn&quot;" in page or 'Deliver &amp; "learn"' in page
