"""What was left over from a shipped sample: somebody else's name in your agreement."""

from collections.abc import Iterator
from pathlib import Path as FilePath

from agreement_kit.answers import Answers, Value, Words, leaves
from agreement_kit.checks.findings import Finding
from agreement_kit.problems import Path
from agreement_kit.remembering import remembered, state_of
from agreement_kit.rules import rule
from agreement_kit.schemas import inside_lists, rules_of
from agreement_kit.sources import Data, load

SHOWN = 5
"""Values named one by one; of a whole file copied, the rest is counted."""


@rule("SAMPLE-01", "warning")
def sample_leftovers(answers: Answers) -> Iterator[Finding]:
    """A name, number or address that says who somebody is stands exactly so in a sample of the kit. A file that agrees
    with one sample in all of them is that sample, and nothing is said.

    Why: whoever begins with a sample overlooks a name easily, and the partner reads somebody else's.
    Remedy: write your own, or tbc.
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
            yield Finding(path, sentence, "Write your own, or tbc.")
        if len(left) > shown:
            sentence = f"{len(left) - shown} more values are left over from the sample {name}"
            yield Finding(list(left)[shown], sentence)


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


RULES = (sample_leftovers,)
