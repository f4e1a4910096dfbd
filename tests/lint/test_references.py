import pytest
from linting import lint, noted, template

from agreement_kit.library import Library
from agreement_kit.lint import lint_library
from agreement_kit.outlines import Entry

TWO = """\
  charter:
    position: fallback 1
    when:
      agreement.binding: [charter, non_binding]
    use: When it does not bind.
    approver: Programme lead
  full:
    position: standard
    use: Otherwise.
    approver: Head of legal
"""


def dangling(wording: str, *entries: Entry, target: str = "1. Each Party must pay. ^sum\n", **front: str) -> str:
    """What the rules say of a wording beside a clause called payment, under an outline."""
    outline = template(Entry("clause", "disputes"), Entry("clause", "terms"), *entries)
    payment = noted(target, name="payment", **front)
    return lint(noted(wording), payment, templates=[outline])


ALWAYS = Entry("clause", "payment")
WITH_PLAN = Entry("clause", "payment", {"plan": ["true"]})
REFERRING = "1. Each Party must keep clause [](#payment).\n"


def test_a_reference_to_a_clause_that_always_stands_is_right() -> None:
    assert dangling(REFERRING, ALWAYS) == ""


def test_a_reference_to_nothing_is_told_what_is_near() -> None:
    assert dangling("1. Each Party must keep clause [](#paymen).\n", ALWAYS) == (
        'disputes.md:23:32: error XREF-01: there is no clause, schedule or sub-clause "paymen"; did you mean "payment"?'
    )


def test_a_clause_that_the_outline_can_leave_out_must_be_asked_for() -> None:
    assert dangling(REFERRING, WITH_PLAN) == (
        'disputes.md:23:32: error XREF-01: "payment" is not in the document where plan is not given\n'
        "  Ask first: {% if 'payment' in chosen %}"
    )


@pytest.mark.parametrize(
    "wording",
    [
        "{% if 'payment' in chosen %}\n1. Each Party must keep clause [](#payment).\n{% endif %}\n",
        "1. Each Party must{% if 'payment' not in chosen %} pay{% else %} keep clause [](#payment){% endif %}.\n",
        "{% if plan %}\n1. Each Party must keep clause [](#payment).\n{% endif %}\n",
        "{% if plan.phases and term.start %}\n1. Each Party must keep clause [](#payment).\n{% endif %}\n",
        "1. Each Party must{% for phase in plan.phases %} keep clause [](#payment){% endfor %}.\n",
    ],
)
def test_a_condition_that_implies_the_outline_s_is_enough(wording: str) -> None:
    assert dangling(wording, WITH_PLAN) == ""


@pytest.mark.parametrize("condition", ["term.start", "not plan", "plan or term.start", "'terms' in chosen"])
def test_any_other_condition_is_not(condition: str) -> None:
    wording = f"{{% if {condition} %}}\n1. Each Party must keep clause [](#payment).\n{{% endif %}}\n"
    assert "error XREF-01" in dangling(wording, WITH_PLAN)


def test_a_tier_at_which_the_target_does_not_stand_is_named() -> None:
    found = dangling(REFERRING, ALWAYS, tiers="[silver, gold]")
    assert '"payment" is not in the document where agreement.tier is bronze' in found
    guarded = "{% if agreement.tier != 'bronze' %}\n1. Each Party must keep clause [](#payment).\n{% endif %}\n"
    assert dangling(guarded, ALWAYS, tiers="[silver, gold]") == ""


def test_a_schedule_stands_only_with_the_clause_above_it() -> None:
    schedule = Entry("schedule", "payment", under="terms")
    assert dangling(REFERRING, schedule) == ""
    outline = template(
        Entry("clause", "disputes"),
        Entry("clause", "terms", {"plan": ["true"]}),
        Entry("schedule", "payment", under="terms"),
    )
    assert "where plan is not given" in lint(noted(REFERRING), noted("1. Pay.\n", name="payment"), templates=[outline])


def test_what_has_no_number_cannot_be_referred_to() -> None:
    assert "error XREF-01" in dangling(REFERRING, Entry("front", "payment"))


def test_a_sub_clause_must_stand_in_every_alternative_that_can_be_chosen() -> None:
    wording = "1. Each Party must keep clause [](#payment.sum).\n"
    both = "## charter\n\n1. Each Party must pay.\n\n## full\n\n1. Each Party must pay. ^sum\n"
    assert dangling(wording, ALWAYS) == ""
    found = dangling(wording, ALWAYS, target=both, alternatives=TWO)
    assert found.startswith('disputes.md:23:32: error XREF-01: "payment.sum" is not in the document where agreement.b')
    asked = "{% if agreement.binding == 'hybrid' %}\n1. Each Party must keep clause [](#payment.sum).\n{% endif %}\n"
    assert dangling(asked, ALWAYS, target=both, alternatives=TWO) == ""


def test_a_sub_clause_under_a_condition_needs_the_same_condition() -> None:
    target = "{% if term.start %}\n1. Each Party must pay. ^sum\n{% endif %}\n"
    wording = "1. Each Party must keep clause [](#payment.sum).\n"
    assert "where term.start is not given" in dangling(wording, ALWAYS, target=target)
    assert dangling(f"{{% if term.start %}}\n{wording}{{% endif %}}\n", ALWAYS, target=target) == ""
    both = target.replace("{% endif %}", "{% else %}\n1. Each Party must wait. ^sum\n{% endif %}")
    assert dangling(wording, ALWAYS, target=both) == ""


def test_a_title_that_is_quoted_is_the_title() -> None:
    assert dangling("1. Each Party must keep clause [](#payment) (Payment).\n", ALWAYS) == ""
    assert dangling("1. Each Party must keep clause [](#payment) (on money).\n", ALWAYS) == ""
    assert dangling("1. Each Party must keep clause [](#payment) (Money).\n", ALWAYS) == (
        'disputes.md:23:32: warning XREF-02: "payment" is called "Payment", not "Money"'
    )


def test_a_clause_that_takes_a_name_away_is_blamed_for_those_who_refer_to_it() -> None:
    referring, target = noted("1. Each Party must keep clause [](#payment.sum).\n"), noted("1. Pay.\n", name="payment")
    library = Library({"disputes": referring, "payment": target})
    (problem,) = lint_library(library, files={"payment.md"})
    assert str(problem).startswith(
        'disputes.md:23:32: error XREF-01: there is no clause, schedule or sub-clause "payment.sum"'
    )
