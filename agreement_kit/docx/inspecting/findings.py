"""What rules over Word files report, and the rule itself."""

from dataclasses import dataclass

from agreement_kit.docx.inspecting.opened import WordFile
from agreement_kit.docx.inspecting.passages import Passage
from agreement_kit.rules import Rule


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found. `where` says in words where it stands, "" for the file as a whole; `position` puts
    findings into the order of the page.
    """

    sentence: str
    where: str = ""
    position: int = 0


FileRule = Rule[WordFile, Finding]


def found_in(passage: Passage, sentence: str) -> Finding:
    """A finding in a paragraph, which the sentence quotes where that helps."""
    return Finding(sentence, passage.where, passage.position)


def quoted(text: str, at: int = 0) -> str:
    """Some words of a text, those around `at`, in quotation marks."""
    words = " ".join(text.split()) if at == 0 else text
    start = 0 if at < 40 else words.rfind(" ", 0, at - 20) + 1
    end = start + 60 if len(words) > start + 60 else len(words)
    shown = words[start:end].strip()
    return f'"{"…" if start else ""}{shown}{"…" if end < len(words) else ""}"'
