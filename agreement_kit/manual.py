"""The rules as a page: docs/rules.md is what this writes."""

from collections.abc import Iterable
from typing import Any

from agreement_kit.checks import answer_rules
from agreement_kit.docx.inspecting import file_rules
from agreement_kit.lint import all_rules
from agreement_kit.rules import Rule

AnyRule = Rule[Any, Any]

HEAD = """\
# Rules

What `agreement-kit check` looks for in the answers of an agreement, `agreement-kit clauses check` in clauses, and
`agreement-kit inspect` in Word files. This page is written from the rules themselves by `tools/write_rules.py`.
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
## Rules over Word files

`agreement-kit inspect FILE.docx` reads any Word file, the kit's own or one that came back from the other side: rules
ACC look at accessibility, DOCX at defects of structure that Word repairs in silence or shows wrongly, PROOF at what a
proofreader marks. The command ends with exit code 1 where anything is found, and with 2 where the file is not safe to
open. What cannot be opened is refused with DOCX-01 to DOCX-14, each with its own sentence.

Automated checks find only part of the issues: whether alternative text says what the picture says, or a heading what
stands below it, takes a reader.
"""


def manual() -> str:
    """The page."""
    return (
        f"{HEAD}\n{chapter(ANSWERS, answer_rules())}\n{chapter(CLAUSES, all_rules())}\n{chapter(FILES, file_rules())}"
    )


def chapter(opening: str, rules: Iterable[AnyRule]) -> str:
    """What one group of rules is for, its list, and an entry for each."""
    rules = tuple(rules)
    lines = "".join(f"| [{each.id}](#{each.id.lower()}) | {severity(each)} | {each.title} |\n" for each in rules)
    return f"{opening}\n| Rule | Severity | About |\n|---|---|---|\n{lines}" + "".join(map(entry, rules))


def severity(rule: AnyRule) -> str:
    return f"{rule.severity}, stops" if rule.stops else rule.severity


def entry(rule: AnyRule) -> str:
    """The rule's heading, then what, why and remedy as paragraphs of one line."""
    words = "\n\n".join(paragraphs(rule)).replace("Why:", "**Why.**").replace("Remedy:", "**Remedy.**")
    return f"\n### {rule.id}\n\n{rule.title.capitalize()} ({severity(rule)}). {words}\n"


def paragraphs(rule: AnyRule) -> list[str]:
    """What the rule finds, why that matters ("Why: ..."), what to do ("Remedy: ..."), each on one line."""
    found: list[str] = [""]
    for line in map(str.strip, rule.manual.strip().splitlines()):
        if not line or line.startswith(("Why:", "Remedy:")):
            found.append("")
        found[-1] += f" {line}"
    return [each.strip() for each in found if each.strip()]


def explained(rule: AnyRule) -> tuple[str, str]:
    """Why what the rule finds matters, and what to do about it."""
    _, why, remedy = paragraphs(rule)
    return sentence(why.removeprefix("Why: ")), sentence(remedy.removeprefix("Remedy: "))


def sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
