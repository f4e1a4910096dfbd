"""What an id that problems carry means, as a value: what is found, why that matters, what to do."""

from dataclasses import dataclass
from typing import Any

from agreement_kit.rules import Rule

AnyRule = Rule[Any, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """`severity` also says whether it stops a draft; what `can_be_accepted` the input may accept, with a reason."""

    id: str
    severity: str
    title: str
    what: str
    why: str
    remedy: str
    can_be_accepted: bool = False


def page_of(rule: AnyRule, *, can_be_accepted: bool = False) -> Page:
    """A rule's docstring as its page."""
    severity = f"{rule.severity}, stops" if rule.stops else rule.severity
    return Page(rule.id, severity, rule.title, *parts_of(rule.manual), can_be_accepted)


def read_pages(text: str) -> tuple[Page, ...]:
    """Pages written one after the other: `ID (severity): title`, below it what a docstring would say, an empty line."""
    pages = []
    for each in text.strip().split("\n\n"):
        head, manual = each.split("\n", 1)
        name, title = head.split(": ", 1)
        rule_id, severity = name.rstrip(")").split(" (")
        pages.append(Page(rule_id, severity, title, *parts_of(manual)))
    return tuple(pages)


def parts_of(manual: str) -> tuple[str, str, str]:
    """What, why and remedy of a page, "" for what it does not say."""
    what, *rest = paragraphs(manual) or [""]
    said = dict(each.split(": ", 1) for each in rest)
    return what, capital(said.get("Why", "")), capital(said.get("Remedy", ""))


def paragraphs(manual: str) -> list[str]:
    """What is found, why that matters ("Why: ..."), what to do ("Remedy: ..."), each on one line."""
    found: list[str] = [""]
    for line in map(str.strip, manual.strip().splitlines()):
        if not line or line.startswith(("Why:", "Remedy:")):
            found.append("")
        found[-1] += f" {line}"
    return [each.strip() for each in found if each.strip()]


def capital(words: str) -> str:
    """With a capital at the start; the rest stays as it is."""
    return words[:1].upper() + words[1:]
