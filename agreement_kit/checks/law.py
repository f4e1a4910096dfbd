"""Points of law that the answers alone decide."""

from collections.abc import Iterator

from agreement_kit.answers import Answers, Words, find
from agreement_kit.problems import Problem, error
from agreement_kit.sources import Source


def governing_law_is_covered(answers: Answers, source: Source) -> Iterator[Problem]:
    """LAW-01: the clauses are written for the law of England and Wales. Another law has other formalities, another law
    of third-party rights and other statutes, so a draft under it would be wrong in ways that do not show.
    """
    path = ("agreement", "governing_law")
    law = find(answers.root, path)
    if isinstance(law, Words) and law != "england_and_wales":
        sentence = f'the clause library does not cover "{law.printed}" yet, only the law of England and Wales'
        yield error(source.place(path), "LAW-01", sentence, "Ask a lawyer of that law for a draft.")
