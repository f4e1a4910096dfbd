from linting import lint, noted, template

from agreement_kit.library import Clause
from agreement_kit.outlines import Entry

ONE = """\
  only:
    position: standard
    use: Always.
    approver: Head of legal
    defines:
"""


def defining(wording: str, **meanings: str) -> Clause:
    """A clause that defines terms, `_` standing for a space."""
    lines = "".join(
        f"      - {{term: {term.replace('_', ' ')}, meaning: '{words}'}}\n" for term, words in meanings.items()
    )
    return noted(f"## only\n\n{wording}", alternatives=ONE + lines)


def test_a_term_that_nothing_uses_is_named_where_its_meaning_stands() -> None:
    assert lint(defining("1. Each Party must meet.\n", Board="those who decide")) == (
        'disputes.md:20:1: warning DEF-01: no wording uses the term "Board"'
    )


def test_a_term_that_only_the_meaning_of_an_unused_one_uses_is_unused_too() -> None:
    found = lint(defining("1. Each Party must meet.\n", Board="the Members", Members="those who decide"))
    assert found.count("DEF-01") == 2
    assert lint(defining("1. The Board must meet.\n", Board="the Members", Members="those who decide")) == ""


def test_a_term_of_two_clauses_is_defined_twice() -> None:
    assert lint(defining("1. Each Party must meet.\n", Party="a guest")) == (
        'disputes.md:20:1: warning DEF-03: "Party" is defined in "terms" too (line 21)'
    )


def test_terms_that_explain_one_another_are_a_circle() -> None:
    found = lint(defining("1. The Board must meet.\n", Board="the Members", Members="those on the Board"))
    assert "disputes.md:20:1: warning DEF-04: these terms explain one another: Board, Members, Board" in found
    assert "disputes.md:21:1: warning DEF-04: these terms explain one another: Members, Board, Members" in found


def test_a_term_inside_a_name_is_no_use_of_it() -> None:
    found = lint(defining("1. Each Party must ask the Commissioner.\n", Commissioner="the Information Commissioner"))
    assert found == ""


def test_a_meaning_holds_no_duty_and_refers_to_no_clause() -> None:
    found = lint(
        defining("1. The Board and a Member must meet.\n", Board="those who must act", Member="see clause [](#terms)")
    )
    assert found == (
        'disputes.md:20:1: warning DEF-07: this meaning holds a duty ("must")\n'
        "disputes.md:21:1: warning DEF-07: this meaning refers to a clause"
    )


SOMETIMES = """\
  board:
    position: fallback 1
    when:
      agreement.binding: hybrid
    use: When there is a board.
    approver: Head of legal
    defines:
      - {term: Board, meaning: those who decide}
  none:
    position: standard
    use: Otherwise.
    approver: Head of legal
"""


def test_a_term_that_only_some_answers_define_is_used_only_for_them() -> None:
    wording = "## board\n\n1. The Board must meet.\n\n## none\n\n1. Each Party must meet{}.\n"
    right = noted(wording.format(""), alternatives=SOMETIMES)
    assert lint(right) == ""
    wrong = noted(wording.format(" the Board"), alternatives=SOMETIMES)
    assert 'error DEF-05: nothing defines "Board" where agreement.binding is ' in lint(wrong)
    asked = "{% if agreement.binding == 'hybrid' %} the Board{% endif %}"
    other = noted(f"1. Each Party must meet{asked}.\n", name="meetings")
    outline = template(*(Entry("clause", name) for name in ("disputes", "meetings", "terms")))
    assert lint(right, other, templates=[outline]) == ""
