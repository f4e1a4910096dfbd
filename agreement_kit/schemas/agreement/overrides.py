"""Where one agreement departs from the library or accepts a finding: by name, with a reason for the lawyer."""

from agreement_kit.schemas.fields import Rules, mapping, record, text


def reason(help_: str, example: str) -> Rules:
    return text("Reason", help_, example, required=True, check_only=True)


CHOICE: dict[str, Rules] = {
    "alternative": text(
        "Alternative",
        "The id of the wording to use; `agreement-kit clauses show` names a clause's alternatives.",
        "no-cap",
        required=True,
        check_only=True,
    ),
    "reason": reason(
        "Why this wording and not the one that the answers would choose; the lawyer who reviews the draft asks.",
        "Both insurers accept unlimited liability for this work",
    ),
}

OMISSION: dict[str, Rules] = {
    "reason": reason(
        "Why the agreement does without this clause, so that nobody takes the gap for a slip.",
        "The affiliation agreement of 2019 settles this already",
    ),
}

ADDITION: dict[str, Rules] = {
    "after": text(
        "After", "The id of the clause or schedule behind which it stands.", "disputes", required=True, check_only=True
    ),
    "reason": reason("Why this agreement needs a clause that others do without.", "The harbour authority asks for it"),
}

CLAUSES = record(
    "Clauses",
    "Where this agreement departs from the clause library by name. Each departure needs a reason.",
    {
        "choose": mapping(
            "Wordings chosen by name",
            "Clause id, and which of its wordings to use whatever the answers say.",
            record("Choice of a wording", "Which wording, and why.", CHOICE),
            check_only=True,
        ),
        "omit": mapping(
            "Clauses left out",
            "Ids of clauses that this agreement does without; those that the law needs cannot be left out.",
            record("Omission", "Why it is left out.", OMISSION),
            check_only=True,
        ),
        "add": mapping(
            "Clauses added",
            "Ids of clauses from a library of your own (--library), and where they stand. Wording never stands here.",
            record("Addition", "Where it stands, and why.", ADDITION),
            check_only=True,
        ),
    },
    check_only=True,
)

ACCEPTANCE: dict[str, Rules] = {
    "reason": reason(
        "Why what the check finds may stand in this agreement; the legal review sheet prints it.",
        "The Trust's procurement team confirmed the exemption on 3 November 2026",
    ),
}

CHECKS = record(
    "Checks",
    "What `agreement-kit check` finds and this agreement accepts. Each acceptance needs a reason.",
    {
        "accept": mapping(
            "Findings accepted",
            "Id of a rule (docs/rules.md), and why what it finds here may stand.",
            record("Acceptance", "Why it may stand.", ACCEPTANCE),
            check_only=True,
        ),
    },
    check_only=True,
)

OVERRIDES: dict[str, Rules] = {"clauses": CLAUSES, "checks": CHECKS}
