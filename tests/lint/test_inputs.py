"""Fields that nothing reads; alternatives and wording that no answers reach."""

from linting import TERM_CLAUSE, lint, noted, template

from agreement_kit.library import Library
from agreement_kit.lint import lint_library
from agreement_kit.outlines import Entry

THREE = """\
  first:
    position: fallback 2
    when:
      agreement.binding: [charter, non_binding]
    use: When it does not bind.
    approver: Programme lead
  second:
    position: fallback 1
    when:
      agreement.binding: charter
      term.start: true
    use: When it is a charter with a start.
    approver: Programme lead
  third:
    position: standard
    use: Otherwise.
    approver: Head of legal
"""
BODY = "## first\n\n1. We meet.\n\n## second\n\n1. We talk.\n\n## third\n\n1. Each Party must pay.\n"


def unread(*wordings: str) -> set[str]:
    """The fields that the rule names when a library has only these wordings."""
    clauses = {f"c{at}": noted(wording, name=f"c{at}") for at, wording in enumerate(wordings)}
    problems = lint_library(Library({**clauses, "terms": TERM_CLAUSE}))
    assert all(str(each).startswith("input:") for each in problems if each.rule == "INPUT-01")
    return {each.sentence.removeprefix("no clause reads ") for each in problems if each.rule == "INPUT-01"}


def test_an_input_that_no_clause_reads_is_named_as_a_whole() -> None:
    found = unread("1. Each Party must pay from {{ term.start }}.\n")
    assert {"term.end", "plan", "agreement.binding"} <= found
    assert not {"term", "term.start", "document.title", "parties", "parties[].id"} & found


def test_an_input_is_read_by_loops_tests_fallbacks_and_conditions() -> None:
    before = unread("1. Each Party must pay.\n")
    assert {"term", "risks", "purpose", "host"} <= before
    looped = "1. {% for risk in risks %}{{ risk.title }}{% endfor %}{% if purpose.vision %} x{% endif %}"
    after = unread(f"{looped}{{{{ term.start | default(host.party) | default('soon') }}}}.\n")
    assert not {"risks", "risks[].title", "purpose.vision", "host.party", "host"} & after
    assert "risks[].impact" in after


def test_an_alternative_that_an_earlier_one_hides_is_named() -> None:
    assert lint(noted(BODY, alternatives=THREE)) == (
        'disputes.md:39:1: error ALT-01: no answers select "second": an earlier alternative matches first'
    )
    stricter = THREE.replace("[charter, non_binding]", "non_binding")
    assert lint(noted(BODY, alternatives=stricter)) == ""


def test_an_alternative_that_the_outline_or_the_tiers_shut_out_is_named() -> None:
    stricter = THREE.replace("[charter, non_binding]", "non_binding")
    outline = template(Entry("clause", "disputes", {"term": ["false"]}), Entry("clause", "terms"))
    assert lint(noted(BODY, alternatives=stricter), templates=[outline]) == (
        'disputes.md:39:1: error ALT-01: no answers select "second" where its clause stands in a document\n'
        "  Look at the outline's `when` and at the tiers."
    )


def test_wording_under_conditions_that_exclude_each_other_is_named() -> None:
    wording = "{% if term.start %}\n1. Each Party must pay{% if not term.start %} nothing{% endif %}.\n{% endif %}\n"
    assert lint(noted(wording)) == 'disputes.md:24:47: warning ALT-02: no answers print "nothing"'


def test_wording_for_an_input_that_the_outline_excludes_is_named() -> None:
    wording = "{% if plan %}\n1. Each Party must pay.\n{% else %}\n1. Each Party must plan.\n{% endif %}\n"
    outline = template(Entry("clause", "disputes", {"plan": ["true"]}), Entry("clause", "terms"))
    assert lint(noted(wording), templates=[outline]) == (
        'disputes.md:26:1: warning ALT-02: no answers print "1. Each Party must plan."'
    )


def test_what_one_entry_of_a_list_is_says_nothing_of_the_others() -> None:
    wording = (
        "1. {% for flow in data.flows if flow.roles == 'joint_controllers' %}{% if loop.first %}Each Party must pay."
        "{% endif %}{% endfor %}{% for flow in data.flows if flow.roles != 'joint_controllers' %} Yes."
        "{% if flow.roles == 'joint_controllers' %}{% else %} No.{% endif %}{% endfor %}\n"
    )
    assert lint(noted(wording)) == ""
