"""The page of a library's changes: complete without colour, safe, and with its parts named."""

import re

from inputs import clause

from agreement_kit.html.revisions import write
from agreement_kit.revisions import Effect, LibraryDiff, compare_clauses


def page(old: str, new: str, *effects: Effect) -> str:
    changes = compare_clauses({"disputes": clause(old)}, {"disputes": clause(new)})
    return write(LibraryDiff("git:v1", "<new>", changes, effects)).decode()


def test_words_that_came_and_went_are_marked_by_elements() -> None:
    assert "within <del>10</del><ins>15</ins> days" in page("1. within 10 days\n", "1. within 15 days\n")


def test_nothing_on_the_page_can_become_markup_and_nothing_is_loaded() -> None:
    text = page("1. a <b> & c\n", "1. a <script> & c\n", Effect("<x>.yaml", "impossible", reason="<y>"))
    assert "<script" not in text
    assert "<b> & c" not in text
    assert "&lt;x&gt;.yaml would change" in text
    assert not re.search(r'(?:src|href)="(?!#)', text)
    assert "default-src 'none'" in text


def test_the_table_names_each_clause_and_leads_to_it() -> None:
    text = page("1. a\n", "1. b\n")
    (target,) = re.findall(r'<th scope="row"><a href="#([^"]+)">Disputes</a>', text)
    assert f'id="{target}"' in text
    assert text.count('<th scope="col">') == 4


def test_what_stayed_is_folded_where_it_is_long() -> None:
    lines = "".join(f"1. Line {at}.\n" for at in range(9))
    text = page(lines, lines + "1. New.\n")
    assert "<summary>9 lines unchanged</summary>" in text
    assert page(lines, lines).count("<section") == 0
