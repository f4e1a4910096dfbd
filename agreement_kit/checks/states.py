"""How settled a text must be to be called agreed or final."""

from collections.abc import Iterator

from agreement_kit.answers import Answers, open_leaves, words_at
from agreement_kit.checks.findings import Finding
from agreement_kit.problems import Path, format_path
from agreement_kit.rules import rule
from agreement_kit.schemas import inside_lists, rules_of


@rule("STATE-01", "error", strict=True)
def open_items_in_an_agreed_text(answers: Answers) -> Iterator[Finding]:
    """An agreed version in which something else than a date or a detail of who signs is open.

    Why: whoever agrees to a text agrees to every word of it; only what is filled in when it is signed may be blank.
    Remedy: settle it, or set `document.status` back to draft.
    """
    if words_at(answers, "document", "status") == "agreed":
        for path, question in open_paths(answers):
            if not may_be_blank(path):
                sentence = f'{format_path(path)} is still open ("{question}")'
                yield Finding(path, f"{sentence}; in an agreed text only dates and who signs are")


@rule("STATE-02", "error", strict=True)
def open_items_in_a_final_text(answers: Answers) -> Iterator[Finding]:
    """A final version in which anything is open.

    Why: a final text is signed as it stands, and a blank in it is a gap in the agreement.
    Remedy: settle it, or set `document.status` back to agreed or draft.
    """
    if words_at(answers, "document", "status") == "final":
        for path, question in open_paths(answers):
            yield Finding(path, f'{format_path(path)} is still open ("{question}"); in a final text nothing is')


def open_paths(answers: Answers) -> Iterator[tuple[Path, str]]:
    """Where the input leaves something open, and what it asks there."""
    for item in open_leaves(answers.root):
        yield item.paths[0] if item.paths else (), item.question


def may_be_blank(path: Path) -> bool:
    """Whether what stands at the path is filled in when the agreement is signed: a date, or who signs for a party."""
    steps = tuple(step for step in path if isinstance(step, str))
    if steps[:2] == ("parties", "signatory"):
        return True
    rules = rules_of(steps)
    return rules is not None and inside_lists(rules)["meta"]["kind"] == "date"


RULES = (open_items_in_an_agreed_text, open_items_in_a_final_text)
