"""The page of a rule as text for a terminal."""

from textwrap import fill

from agreement_kit.manual import Page

ACCEPTING = """\
Where it is right as it is, accept it in the file with a reason:

  checks:
    accept:
      {id}: {{reason: Why it may stand}}"""


def page_text(page: Page, width: int = 100) -> str:
    """The id and what it is about, then what it finds, why and what to do; how to accept it where that can be."""
    parts = (page.what, f"Why: {page.why}", f"What to do: {page.remedy}")
    words = [f"{page.id} ({page.severity}): {page.title}", *(fill(each, width) for each in parts)]
    return "\n\n".join([*words, *([ACCEPTING.format(id=page.id)] if page.can_be_accepted else [])])
