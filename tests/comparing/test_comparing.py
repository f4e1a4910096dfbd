"""Two drafts, their redline, and what both of its readers get."""

from datetime import datetime

from builders import drafts, strangers
from hypothesis import HealthCheck, given, settings

from agreement_kit.comparing import compare
from agreement_kit.document import Document
from agreement_kit.marks import accepted, has_marks, rejected
from agreement_kit.numbering import content

MANY = settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def assert_lawful(old: Document, new: Document) -> None:
    found = compare(old, new, author="A", date=datetime(2027, 1, 31))
    assert accepted(found.document) == new
    assert content(rejected(found.document)) == content(old)
    assert has_marks(found.document) == bool(found.changes) == (content(old) != content(new))


@MANY
@given(drafts)
def test_a_redline_accepted_is_the_new_draft_and_rejected_the_old(pair: tuple[Document, Document]) -> None:
    assert_lawful(*pair)


@MANY
@given(strangers)
def test_so_it_is_between_two_documents_that_have_little_in_common(pair: tuple[Document, Document]) -> None:
    assert_lawful(*pair)


@MANY
@given(drafts)
def test_a_draft_beside_itself_is_itself(pair: tuple[Document, Document]) -> None:
    found = compare(pair[0], pair[0])
    assert found.document is pair[0]
    assert found.is_equal
