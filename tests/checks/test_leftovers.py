import pytest
from inputs import CHARTER, SAMPLES, printed, problems_of

from agreement_kit import check, load

NORTHMERE = SAMPLES / "northmere-jro.agreement.yaml"


def test_an_agreement_of_ones_own_has_no_leftovers() -> None:
    assert problems_of(CHARTER) == ""


@pytest.mark.parametrize("file", sorted(SAMPLES.glob("*.agreement.yaml")), ids=lambda file: file.name)
def test_a_sample_is_itself_and_nothing_is_said(file) -> None:  # type: ignore[no-untyped-def]
    assert "SAMPLE-01" not in printed(check(load(file))[1])


def test_a_name_of_a_sample_is_a_warning_at_its_place() -> None:
    found = problems_of(CHARTER.replace("Quayside University", "University of Northmere"))
    assert found == (
        'x.yaml:7:11: warning SAMPLE-01: "University of Northmere" is left over from the sample '
        "northmere-jro.agreement.yaml\n  Write your own, or tbc."
    )


def test_a_word_that_says_nothing_of_anybody_is_no_leftover() -> None:
    assert (
        problems_of(
            CHARTER + "background: [In 2026 both boards agreed in principle to bring the two offices together.]\n"
        )
        == ""
    )


def test_of_a_sample_with_another_name_the_first_values_are_named_and_the_rest_counted() -> None:
    text = NORTHMERE.read_text("utf-8").replace("Northmere Joint Research Office", "Southmere Joint Research Office")
    lines = [line for line in problems_of(text).split("\n") if "SAMPLE-01" in line]
    assert len(lines) == 6
    assert lines[0].startswith('x.yaml:6:14: warning SAMPLE-01: "NJRO-2027-01" is left over from the sample northmere')
    assert lines[-1].endswith("more values are left over from the sample northmere-jro.agreement.yaml")
