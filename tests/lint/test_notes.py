from datetime import date

from linting import lint, noted

RIGHT = "1. Each Party must pay.\n"


def test_a_note_that_says_next_to_nothing_is_named() -> None:
    assert lint(noted(RIGHT, guidance="Fill it in.", drafting_note="None.")) == (
        'disputes.md:1:1: warning NOTE-01: drafting_note says too little: "None."\n'
        'disputes.md:1:1: warning NOTE-01: guidance says too little: "Fill it in."'
    )


def test_a_review_is_overdue_on_the_day_after() -> None:
    clause = noted(RIGHT, review_by="2027-11-20")
    assert lint(clause, today=date(2027, 11, 20)) == ""
    assert lint(clause) == ""
    assert lint(clause, today=date(2027, 11, 21)) == (
        "disputes.md:1:1: warning NOTE-02: its law was to be checked again by 20 November 2027"
    )
