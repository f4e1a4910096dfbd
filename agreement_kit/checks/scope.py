"""What the partnership does and does not do, things said twice, and free text that should have been an id."""

from collections.abc import Iterator

from agreement_kit.answers import Answers, Record, Words
from agreement_kit.checks.findings import Finding
from agreement_kit.checks.likeness import is_near, is_same, is_slip, stems
from agreement_kit.checks.parts import entries, given, lacks, leaf, quoted, texts
from agreement_kit.problems import Path, format_path
from agreement_kit.rules import rule

LISTED = (
    (("scope", "does"), "text"),
    (("scope", "does_not"), "text"),
    (("objectives",), "text"),
    (("raci",), "activity"),
    (("pledges",), "text"),
    (("kpis",), "name"),
    (("plan", "milestones"), "title"),
    (("risks",), "title"),
    (("governance", "bodies"), "name"),
)
"""Lists of which no two entries should say the same, each with the field that says it."""

FREE = (
    (("scope", "does_not"), "stays_with_other", "stays_with"),
    (("engagement", "nodes", "links"), "org_other", "org"),
    (("data", "flows"), "from_other", "from"),
    (("data", "flows"), "to_other", "to"),
    (("pledges",), "to_people", "to"),
    (("governance", "bodies"), "reports_to_other", "reports_to"),
    (("disputes", "ladder"), "who", "body"),
)
"""Free text beside a field that takes an id: record, the text, and the field for the id."""

OF_BODIES = ("reports_to", "body")


@rule("SCOPE-01", "error")
def no_limits(answers: Answers) -> Iterator[Finding]:
    """A scope that does not say what the partnership does not do.

    Why: what people expect and nobody said no to is what partnerships are blamed for.
    Remedy: name under `does_not` what one might expect of it, and who does it instead.
    """
    scope = given(answers, "scope")
    if isinstance(scope, Record) and lacks(scope, "does_not"):
        yield Finding(scope.path, "scope does not say what the partnership does not do; add does_not")


@rule("SCOPE-02", "error")
def both_done_and_not_done(answers: Answers) -> Iterator[Finding]:
    """The same words under `does` and `does_not`; capitals and signs do not count.

    Why: the agreement contradicts itself.
    Remedy: delete it in one of the two places.
    """
    functions = list(entries(answers, "scope", "does", by="text"))
    for limit in entries(answers, "scope", "does_not", by="text"):
        for function in functions:
            if is_same(str(limit["text"]), str(function["text"])):
                sentence = f'the partnership does not do "{limit["text"]}", and {where(function)} says that it does'
                yield Finding((*limit.path, "text"), sentence, "Delete it in one of the two places.")


@rule("SCOPE-03", "warning")
def nearly_done_and_not_done(answers: Answers) -> Iterator[Finding]:
    """Nearly the same words under `does` and `does_not`: most of their stems are shared, or all of the shorter one's.

    Why: two readers will draw the line in two places.
    Remedy: say in both where the line runs, for instance for whom or up to which stage; if it is clear, accept the
    finding.
    """
    functions = [(each, stems(str(each["text"]))) for each in entries(answers, "scope", "does", by="text")]
    for limit in entries(answers, "scope", "does_not", by="text"):
        mine = stems(str(limit["text"]))
        for function, theirs in functions:
            if is_near(mine, theirs) and not is_same(str(limit["text"]), str(function["text"])):
                said = f'{where(function)} says nearly the same is done: "{function["text"]}"'
                yield Finding((*limit.path, "text"), f'"{limit["text"]}" is not done, and {said}')


@rule("SCOPE-04", "warning")
def limits_that_nobody_keeps(answers: Answers) -> Iterator[Finding]:
    """Something that the partnership does not do, without saying who does it instead.

    Why: those who ask for it are sent away, and nobody knows where to.
    Remedy: name the parties under `stays_with`, or somebody else under `stays_with_other`.
    """
    for limit in entries(answers, "scope", "does_not", by="text"):
        if lacks(limit, "stays_with", "stays_with_other"):
            sentence = f"nothing says who does it instead: {quoted('limit', limit, 'text').removeprefix('limit ')}"
            yield Finding(limit.path, sentence, "Add stays_with or stays_with_other.")


@rule("SCOPE-05", "warning")
def functions_without_lead(answers: Answers) -> Iterator[Finding]:
    """Something that the partnership does, without a lead.

    Why: roles are there to prevent overlap and gaps, and a function without a lead is a gap.
    Remedy: name the party, or joint, under `lead`.
    """
    for function in entries(answers, "scope", "does", by="text"):
        if lacks(function, "lead"):
            yield Finding(function.path, f"{quoted('function', function, 'text')} has no lead")


@rule("SCOPE-06", "warning")
def nothing_done(answers: Answers) -> Iterator[Finding]:
    """A scope that says what the partnership does not do, and nothing that it does.

    Why: the reader learns what it is not.
    Remedy: name its functions under `does`, each beginning with a verb.
    """
    scope = given(answers, "scope")
    if isinstance(scope, Record) and lacks(scope, "does") and not lacks(scope, "does_not"):
        yield Finding(scope.path, "scope does not say what the partnership does; add does")


@rule("DOUBLE-01", "warning")
def things_said_twice(answers: Answers) -> Iterator[Finding]:
    """Two entries of a list, or the responsibilities of two parties, that say the same. Order of words, endings and
    small words do not count.

    Why: two leads for one thing are an overlap, and two wordings of one thing will be read as two things.
    Remedy: keep one of them, or say what makes them different.
    """
    for steps, field in LISTED:
        said = [((*each.path, field), str(each[field])) for each in entries(answers, *steps, by=field)]
        yield from repeated(said)
    roles = [pair for role in entries(answers, "roles") for pair in texts(role, "responsibilities")]
    yield from repeated([(path, str(words)) for path, words in roles])


@rule("NEAR-01", "warning")
def words_that_mean_an_id(answers: Answers) -> Iterator[Finding]:
    """Free text that is, or nearly is, the id or the name of a party or body, where a field for the id stands beside.

    Why: text is printed as it stands. Checks do not know whom it means, and a change of the name does not reach it.
    Remedy: write the id in the field that the message names.
    """
    names = {"parties": known(answers, "parties"), "bodies": known(answers, "governance", "bodies")}
    for steps, field, beside in FREE:
        for record in entries(answers, *steps, by=field):
            words = plain(str(record[field]))
            among = names["bodies" if beside in OF_BODIES else "parties"]
            nearest = next((name for name in among if name == words or (len(words) > 3 and is_slip(name, words))), None)
            if nearest is not None:
                sentence = f'{field}: "{record[field]}" seems to mean {among[nearest]}'
                yield Finding((*record.path, field), sentence, f"Write {beside}: {among[nearest]}")


def where(function: Record) -> str:
    return format_path((*function.path, "text"))


def repeated(said: list[tuple[Path, str]]) -> Iterator[Finding]:
    seen: dict[frozenset[str], Path] = {}
    for path, words in said:
        key = stems(words)
        if key and key in seen:
            yield Finding(path, f'"{words}" says the same as {format_path(seen[key])}')
        else:
            seen[key] = path


def known(answers: Answers, *steps: str) -> dict[str, str]:
    """Every name by which a party or body goes, in plain letters → its id."""
    names: dict[str, str] = {}
    for record in entries(answers, *steps, by="id"):
        for field in ("id", "name", "short_name"):
            if words := leaf(record, field, Words):
                names[plain(str(words))] = str(record["id"])
    return names


def plain(words: str) -> str:
    """A name without capitals, outer space and article."""
    return " ".join(words.lower().split()).removeprefix("the ")


RULES = (
    no_limits,
    both_done_and_not_done,
    nearly_done_and_not_done,
    limits_that_nobody_keeps,
    functions_without_lead,
    nothing_done,
    things_said_twice,
    words_that_mean_an_id,
)
