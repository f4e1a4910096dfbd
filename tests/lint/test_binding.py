import pytest
from linting import lint, noted, template

from agreement_kit.outlines import Entry


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("The Parties must meet.", "must"),
        ("A Party indemnifies the others.", "indemnifies"),
        ("A Party agrees to pay the others.", "agrees to pay"),
        ("A Party is entitled to a copy.", "is entitled to"),
        ("A Party pays in consideration of the work.", "in consideration of"),
    ],
)
def test_a_statement_of_intent_does_not_speak_like_a_contract(words: str, verb: str) -> None:
    found = lint(noted(f"1. {words}\n", binds="intent"))
    assert f'error BIND-01: "{verb}" stands in a statement of intent' in found


@pytest.mark.parametrize("words", ["The Parties intend to meet.", "A Party takes the cost into consideration."])
def test_a_statement_of_intent_says_what_is_meant(words: str) -> None:
    assert lint(noted(f"1. {words}\n", binds="intent")) == ""


def test_in_a_mixed_clause_each_entry_speaks_as_its_label_says() -> None:
    wording = (
        "1. The Parties intend to meet. ^intent\n"
        "1. The Parties must meet. ^binding\n"
        "1. The Parties: ^intent\n\n   1. must meet; and\n   1. must talk.\n\n"
        "1. The Parties intend to talk. ^binding\n"
        "1. The Parties may talk.\n"
    )
    assert lint(noted(wording, binds="mixed")) == (
        'disputes.md:27:7: error BIND-01: "must" stands in a statement of intent\n'
        '  Write "intends to" or "aims to", or mark it as binding.\n'
        'disputes.md:28:7: error BIND-01: "must" stands in a statement of intent\n'
        '  Write "intends to" or "aims to", or mark it as binding.\n'
        'disputes.md:30:16: warning BIND-02: "intend to" stands in binding wording\n'
        '  Write "must" or "may", or ^intent.\n'
        "disputes.md:31:4: error BIND-03: this entry of a mixed clause does not say whether it binds\n"
        "  End it in ^binding or ^intent."
    )


def test_a_document_that_does_not_bind_is_no_deed() -> None:
    deed = "Signed as a deed."
    found = lint(noted(f"1. {deed}\n"))
    assert 'disputes.md:23:4: error BIND-04: a document that does not bind can print "Signed as a deed"' in found
    assert "BIND-04" not in lint(noted(f"{{% if agreement.binding == 'binding' %}}\n1. {deed}\n{{% endif %}}\n"))
    outline = template(Entry("clause", "disputes", {"agreement.binding": ["hybrid"]}), Entry("clause", "terms"))
    assert "BIND-04" not in lint(noted(f"1. {deed}\n"), templates=[outline])
