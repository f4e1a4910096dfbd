"""Reading back what the kit wrote, and what it says of the rest."""

from builders import documents
from hypothesis import HealthCheck, given, settings

from agreement_kit.document import Document
from agreement_kit.docx.reading import read
from agreement_kit.docx.writing import write
from agreement_kit.numbering import content


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_what_was_written_is_read_back_as_the_same_content(written: Document) -> None:
    found, lost = read(write(written))
    assert content(found) == content(written)
    assert lost == ()
