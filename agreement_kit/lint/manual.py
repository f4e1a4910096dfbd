"""The rules as a page: docs/rules.md is what this writes."""

from agreement_kit.lint import all_rules
from agreement_kit.lint.rules import Rule

HEAD = """\
# Rules of `clauses check`

`agreement-kit clauses check` reads the kit's clauses and parts, `agreement-kit clauses check PATH` a folder of yours.
An error is wrong in law or breaks a draft, and the command ends with exit code 1; a warning is a matter of style. This
page is written from the rules themselves by `tools/write_rules.py`.

A clause that is right as it is silences a rule for itself, in its front matter and with a reason; a silence that
silences nothing is reported:

    silence:
      STY-06: The host alone holds the money, so the duties are the host's.

Rules read wording as it stands in the file. Tags are followed, not run: every piece is read in some way that answers
can give, and an answer counts as one word. A problem names file, line and column.
"""


def manual() -> str:
    """The page."""
    rules = all_rules()
    lines = "".join(f"| [{each.id}](#{each.id.lower()}) | {each.severity} | {title(each)} |\n" for each in rules)
    return f"{HEAD}\n| Rule | Severity | About |\n|---|---|---|\n{lines}" + "".join(map(entry, rules))


def title(rule: Rule) -> str:
    """What the rule looks for, from the name of its function: unused terms."""
    return rule.find.__name__.replace("_", " ")


def entry(rule: Rule) -> str:
    """The rule's heading, then what, why and remedy as paragraphs of one line."""
    paragraphs: list[str] = [""]
    for line in map(str.strip, rule.manual.strip().splitlines()):
        if not line or line.startswith(("Why:", "Remedy:")):
            paragraphs.append("")
        paragraphs[-1] += f" {line}"
    words = "\n\n".join(paragraph.strip() for paragraph in paragraphs if paragraph.strip())
    words = words.replace("Why:", "**Why.**").replace("Remedy:", "**Remedy.**")
    return f"\n## {rule.id}\n\n{title(rule).capitalize()} ({rule.severity}). {words}\n"
