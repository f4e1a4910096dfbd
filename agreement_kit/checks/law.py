"""Points of law that the answers alone decide."""

from collections.abc import Iterator

from agreement_kit.answers import Answers, Words, find
from agreement_kit.checks.findings import Finding
from agreement_kit.rules import rule


@rule("LAW-01", "error", stops=True)
def law_not_covered(answers: Answers) -> Iterator[Finding]:
    """Another governing law than that of England and Wales.

    Why: another law has other formalities, another law of third-party rights and other statutes, so a draft under it
    would be wrong in ways that do not show.
    Remedy: ask a lawyer of that law for a draft.
    """
    path = ("agreement", "governing_law")
    law = find(answers.root, path)
    if isinstance(law, Words) and law != "england_and_wales":
        sentence = f'the clause library does not cover "{law.printed}" yet, only the law of England and Wales'
        yield Finding(path, sentence, "Ask a lawyer of that law for a draft.")


RULES = (law_not_covered,)
