"""Every id that a problem can carry, as a page: docs/rules.md and `check --explain` are what this writes. Rules explain
themselves in their docstrings; what the kit reports while it reads, builds and saves is explained in `reading`,
`building`, `keeping` and `partners`.
"""

from collections.abc import Iterable

from agreement_kit.manual.pages import AnyRule, Page, capital, page_of, paragraphs
from agreement_kit.problems import CannotBeDone, Place, did_you_mean, error

HEAD = """\
# Rules

What `agreement-kit check` looks for in the answers of an agreement, `agreement-kit clauses check` in clauses, and every
command in the files that it is given. `agreement-kit check --explain RACI-01` prints one entry. This page is written
from the rules themselves by `tools/write_rules.py`.
"""

ANSWERS = """\
## Rules over answers

While a document is internal or a draft, an error stands among the open items on its first page; once it is agreed or
final, an error stops `generate`. A rule marked "stops" keeps any draft from being made. Warnings are printed and stand
on the legal review sheet, infos on the sheet alone.

What is right as it is can be accepted, with a reason that the review sheet prints; an acceptance that accepts nothing
is reported (CHECK-01):

    checks:
      accept:
        PR-02: {reason: The Trust's procurement team confirmed the exemption on 3 November 2026}
"""

DRAFTS = """\
## Rules over drafts

`agreement-kit generate` puts the draft together and then reads it. The kit's own wording passes every error among these
rules whatever the answers (`agreement-kit clauses coverage` proves it), so `agreement-kit check`, which must be quick,
reads the draft only with `--library` or where the input departs from the kit's clauses by name. What they find counts
like what is found in answers: an error stands on the first page of a draft and stops an agreed or final version, and
`checks.accept` accepts it with a reason.
"""

CLAUSES = """\
## Rules over clauses

`agreement-kit clauses check` reads the kit's clauses and parts, `agreement-kit clauses check PATH` a folder of yours.
An error is wrong in law or breaks a draft, and the command ends with exit code 1; a warning is a matter of style.

A clause that is right as it is silences a rule for itself, in its front matter and with a reason; a silence that
silences nothing is reported:

    silence:
      STY-06: The host alone holds the money, so the duties are the host's.

Rules read wording as it stands in the file. Tags are followed, not run: every piece is read in some way that answers
can give, and an answer counts as one word. A problem names file, line and column.
"""

FILES = """\
## What is said of files

Ids of what is reported while files are read, clauses are put together and files are saved. An error stops the command;
nothing of it can be accepted.
"""


def manual() -> str:
    """The page of docs/rules.md."""
    return "\n".join((HEAD, *(chapter(opening, pages) for opening, pages in chapters().items())))


def chapters() -> dict[str, tuple[Page, ...]]:
    """What opens a chapter, and its pages in the order of ids."""
    from agreement_kit.checks import answer_rules
    from agreement_kit.lint import all_rules
    from agreement_kit.lint.drafts import draft_rules
    from agreement_kit.manual.building import BUILDING
    from agreement_kit.manual.keeping import KEEPING
    from agreement_kit.manual.partners import PARTNERS
    from agreement_kit.manual.reading import READING

    return {
        ANSWERS: tuple(page_of(each, can_be_accepted=True) for each in answer_rules()),
        DRAFTS: tuple(page_of(each, can_be_accepted=True) for each in draft_rules()),
        CLAUSES: tuple(map(page_of, all_rules())),
        FILES: tuple(sorted((*READING, *BUILDING, *KEEPING, *PARTNERS), key=lambda page: page.id)),
    }


def find_page(rule_id: str) -> Page:
    """The page of an id, in capitals or not. Raises CannotBeDone with the nearest id where there is none."""
    pages = {page.id: page for each in chapters().values() for page in each}
    if rule_id.upper() not in pages:
        sentence = f'there is no rule "{rule_id}"{did_you_mean(rule_id, pages)}'
        raise CannotBeDone([error(Place("rules"), "CHECK-01", sentence, "docs/rules.md lists the rules.")])
    return pages[rule_id.upper()]


def chapter(opening: str, pages: Iterable[Page]) -> str:
    """What one group of rules is for, its list, and an entry for each."""
    pages = tuple(pages)
    lines = "".join(f"| [{page.id}](#{page.id.lower()}) | {page.severity} | {page.title} |\n" for page in pages)
    return f"{opening}\n| Rule | Severity | About |\n|---|---|---|\n{lines}" + "".join(map(entry, pages))


def entry(page: Page) -> str:
    """The rule's heading, then what, why and remedy as paragraphs of one line."""
    words = f"{capital(page.title)} ({page.severity}). {page.what}"
    return f"\n### {page.id}\n\n{words}\n\n**Why.** {page.why}\n\n**Remedy.** {page.remedy}\n"


__all__ = ["AnyRule", "Page", "find_page", "manual", "paragraphs"]
