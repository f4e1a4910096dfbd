"""The legal review sheet of a draft."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from agreement_kit.api.drafting import Plan
    from agreement_kit.document import Document
    from agreement_kit.lint.drafts import Draft


def review_sheet(plan: "Plan", made: "Draft | None" = None, *, today: "date") -> "Document":
    """What the lawyer who reviews a draft has to know of how it came about; internal, never for the other side. `made`
    is the plan's draft where there is one already; review dates are held against `today`.

    >>> from datetime import date
    >>> from agreement_kit.api import plan
    >>> answers, _ = check(load(new()))
    >>> review_sheet(plan(answers), today=date(2027, 1, 31)).sections[1].id
    'what-it-is'
    """
    from agreement_kit.library import load_shipped, shipped_folder
    from agreement_kit.numbering import labels
    from agreement_kit.pending import load_pending
    from agreement_kit.reviewing import Review
    from agreement_kit.reviewing import review_sheet as sheet_of

    made = made or plan.draft()
    folder = shipped_folder()
    return sheet_of(
        Review(
            answers=made.answers,
            template=plan.template,
            library=plan.library,
            picks=made.picks,
            draft=made.document,
            labels=labels(made.document),
            kit=load_shipped(folder),
            pending=load_pending(folder),
            unprinted=plan.unprinted(made.document),
            today=today,
        )
    )
