"""What was left over from a shipped sample: somebody else's name in your agreement."""

from collections.abc import Iterator
from pathlib import Path as FilePath

from agreement_kit.answers import Answers, Value, Words, leaves
from agreement_kit.problems import Path, Problem, warning
from agreement_kit.remembering import remembered, state_of
from agreement_kit.schemas import inside_lists, rules_of
from agreement_kit.sources import Data, Source, load

SHOWN = 5
"""Values named one by one; of a whole file copied, the rest is counted."""


def sample_leftovers(answers: Answers, source: Source) -> Iterator[Problem]:
    """SAMPLE-01: a name, number or address that says who somebody is stands exactly so in a sample of the kit. A file
    that agrees with one sample in all of them is that sample, and nothing is said.
    """
    ours = {
        path: str(value)
        for path, value in leaves(answers.root, ())
        if is_identity(path, value) and path in answers.given
    }
    for name, theirs in identities_of_samples().items():
        left = {path: words for path, words in ours.items() if words in theirs}
        if len(left) == len(ours):
            return
        shown = SHOWN if len(left) > SHOWN + 1 else len(left)
        for path, words in list(left.items())[:shown]:
            sentence = f'"{words}" is left over from the sample {name}'
            yield warning(source.place(path), "SAMPLE-01", sentence, "Write your own, or tbc.")
        if len(left) > shown:
            place = source.place(list(left)[shown])
            yield warning(place, "SAMPLE-01", f"{len(left) - shown} more values are left over from the sample {name}")


def is_identity(path: Path, value: Value) -> bool:
    rules = rules_of(tuple(step for step in path if isinstance(step, str)))
    return isinstance(value, Words) and rules is not None and bool(inside_lists(rules)["meta"].get("identity"))


def identities_of_samples() -> dict[str, frozenset[str]]:
    """Sample file → every text in it that says who somebody is."""
    import agreement_kit.samples

    folder = FilePath(agreement_kit.samples.__path__[0])
    return remembered(("identities", state_of(folder, "*.agreement.yaml")), lambda: read_identities(folder))


def read_identities(folder: FilePath) -> dict[str, frozenset[str]]:
    files = sorted(folder.glob("*.agreement.yaml"))
    return {file.name: frozenset(identities(load(file).data, ())) for file in files}


def identities(data: Data, steps: tuple[str, ...]) -> Iterator[str]:
    if isinstance(data, dict):
        for name, entry in data.items():
            yield from identities(entry, (*steps, name))
    elif isinstance(data, list):
        for entry in data:
            yield from identities(entry, steps)
    elif isinstance(data, str) and (rules := rules_of(steps)) and inside_lists(rules)["meta"].get("identity"):
        yield data
