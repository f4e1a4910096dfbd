from linting import lint, noted

WRONG = "1. Each Party shall pay pro rata.\n"


def test_a_silence_takes_its_rule_away_and_no_other() -> None:
    found = lint(noted(WRONG, silence="{STY-03: Everybody knows these words.}"))
    assert "STY-03" not in found
    assert "STY-01" in found


def test_a_silence_that_silences_nothing_is_named() -> None:
    assert lint(noted("1. Each Party must pay.\n", silence="{STY-03: Everybody knows these words.}")) == (
        "disputes.md:1:1: warning LINT-01: STY-03 is silenced and has nothing to say here\n  Delete it under `silence`."
    )


def test_a_silence_of_no_rule_is_named() -> None:
    assert 'LINT-01: there is no rule "STY-3"; did you mean "STY-03"?' in lint(
        noted("1. Each Party must pay.\n", silence="{STY-3: A slip.}")
    )


def test_a_silence_in_one_clause_says_nothing_of_another() -> None:
    silent = noted(WRONG, silence="{STY-03: Everybody knows these words.}")
    found = lint(silent, noted(WRONG, name="payment"))
    assert "payment.md:23:25: warning STY-03" in found
    assert "disputes.md:23:25: warning STY-03" not in found
