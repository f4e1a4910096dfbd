"""Wording as the book of clauses shows it: blanks by the labels of the form, conditions in words."""

import pytest

from agreement_kit.rendering.spelling import BLANK, END, MARK, spelled
from agreement_kit.schemas.words import when_words

TITLES = {"disputes": "clause “Resolving disagreements”"}


def shown(wording: str) -> str:
    """The spelled wording; a line that begins with ¶ says when what follows stands."""
    return spelled(wording, "x.md", 1, TITLES).replace(BLANK, "").replace(END, "").replace(MARK, "¶ ")


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("From {{ term.start }}.", "From [Start]."),
        (
            "{{ confidentiality.years | default('5') }} years",
            "[Years of confidentiality, or “5”] years",
        ),
        ("{{ host.party | capital | bare }}", "[Host party]"),
        (
            "It is {{ 'one month' if term.basis == 'fixed' else 'two months' }}.",
            "It is ‹**if “Basis of the term” is ‘for a fixed term’:** one month; **otherwise:** two months›.",
        ),
        (
            "{{ exit.run_off_months }} {{ 'month' if exit.run_off_months == 1 else 'months' }}",
            "[Months of run-off] months",
        ),
        (
            "Pay{% if finance.payment_days %} in {{ finance.payment_days }} days{% endif %}.",
            "Pay‹**if “Days for payment” is given:**  in [Days for payment] days›.",
        ),
        (
            "{% if agreement.tier == 'bronze' or agreement.tier == 'silver' %}Short.{% endif %}",
            "‹**if “Tier” is ‘Bronze’ or ‘Silver’:** Short.›",
        ),
        (
            "{% if not termination.insolvency and 'disputes' in chosen %}No.{% endif %}",
            "‹**if “End on insolvency” is not yes and clause “Resolving disagreements” is in the document:** No.›",
        ),
        (
            "{% if parties | count > 2 %}Many.{% endif %}",
            "‹**if the number of “Parties” is more than 2:** Many.›",
        ),
        (
            "{% for m in plan.milestones if m.owner == 'all' %}{% if loop.first %}Together.{% endif %}{% endfor %}",
            "‹**if there is a milestone where “Owner of the milestone” is ‘all’:** Together.›",
        ),
        (
            "{% for party in parties if party.crown %}{% if loop.index == 2 %}Crown.{% endif %}{% endfor %}",
            "‹**if there are at least 2 of: party where “Crown body” is yes:** Crown.›",
        ),
        (
            "{% for aim in purpose.aims %}{{ aim }}{{ '.' if loop.last else ', ' }}{% else %}None.{% endfor %}",
            "‹**for each entry of “Aims”:** [Aims], ; **if there is none:** None.›",
        ),
        (
            "{% if exit.costs %}\n1. Costs: {{ exit.costs }}. ^costs\n\n{% endif %}\n",
            "1. ‹**if “Costs of the exit” is given:** Costs: [Costs of the exit]. ^costs›\n\n",
        ),
        (
            "1. All:\n\n{% for term in agreement.definitions %}\n   1. {{ term.term }}{{ '.' if loop.last else ';' }}\n"
            "{% endfor %}\n",
            "1. All:\n\n   1. ‹**for each definition:** [Term];›\n",
        ),
        (
            "{% if exit.costs %}\n1. One.\n\n1. Two.\n{% else %}\n1. Three.\n{% endif %}\n",
            "¶ If “Costs of the exit” is given:\n\n1. One.\n\n1. Two.\n\n¶ Otherwise:\n\n1. Three.\n\n"
            "¶ End of: if “Costs of the exit” is given\n\n",
        ),
        (
            "1. The host acts.{% if host.functions %} It:\n\n   {% for each in host.functions %}\n"
            "   1. {{ each }};\n   {% endfor %}\n{% endif %}\n",
            "1. The host acts.\n\n   ¶ If “Functions of the host” is given:\n\n   It:\n\n"
            "   1. ‹**for each entry of “Functions of the host”:** [Functions of the host];›\n\n"
            "   ¶ End of: if “Functions of the host” is given\n\n",
        ),
        ("One.{% if exit.costs %} {% endif %}Two.", "One. Two."),
        (
            "| Who |\n|---|\n{% for party in parties %}\n| {{ party.name }} |\n{% endfor %}\n",
            "| Who |\n|---|\n| ‹**for each party:**› [Full legal name] |\n",
        ),
    ],
)
def test_a_template_is_spelled_in_the_words_of_the_form(wording: str, expected: str) -> None:
    assert shown(wording) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({"purpose.success": ["false"]}, "“Signs of success” is not given"),
        ({"data.personal_data": ["false"]}, "“Use of personal data” is no or not given"),
        ({"agreement.tier": ["silver", "gold"]}, "“Tier” is ‘Silver’ or ‘Gold’"),
        ({"pledges": ["true"], "agreement.tier": ["gold"]}, "“Pledges” is given; and “Tier” is ‘Gold’"),
        ({}, ""),
    ],
)
def test_a_declarative_condition_is_told_in_words(when: dict[str, list[str]], expected: str) -> None:
    assert when_words(when) == expected
