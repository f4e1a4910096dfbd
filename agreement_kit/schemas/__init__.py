"""The Cerberus schemas: what the input may hold, in words that people and programs read. Source → Answers."""

from dataclasses import replace
from typing import Any

from agreement_kit.answers import Answers
from agreement_kit.problems import Problem, did_you_mean, error, has_errors
from agreement_kit.schemas.fields import Rules
from agreement_kit.sources import Source


def read(source: Source, schema: dict[str, Rules]) -> tuple[dict[str, Any] | None, list[Problem]]:
    """The values of a source under a schema, or None where they have errors; and every problem found."""
    from agreement_kit.schemas.coercing import Coercion
    from agreement_kit.schemas.validating import ids_at, validate

    coercion = Coercion(source)
    tree: dict[str, Any] = coercion.record(source.data, {"schema": schema, "meta": {"kind": "record"}}, ())
    problems = [*source.problems, *coercion.problems, *validate(tree, schema, source)]
    parties = ids_at(tree, ["parties"]) if "parties" in schema else None
    for item in coercion.open_items:
        if "parties" not in schema:
            sentence = "nothing can be open in a file of the library"
            problems.append(error(source.place(item.paths[0]), "FIELD-12", sentence, "Write the value."))
        if item.owner and parties is not None and item.owner not in parties:
            sentence = f'owner: "{item.owner}" is no party ({", ".join(parties)}){did_you_mean(item.owner, parties)}'
            problems.append(error(source.place((*item.paths[0], "owner")), "FIELD-09", sentence))
    return (None if has_errors(problems) else tree), problems


def read_answers(source: Source) -> tuple[Answers | None, list[Problem]]:
    """The answers of an agreement's source, or None where it has errors; and every problem found."""
    from agreement_kit.schemas.agreement import AGREEMENT
    from agreement_kit.schemas.wrapping import wrap

    tree, problems = read(source, AGREEMENT)
    return (None if tree is None else replace(wrap(tree, source.places), source=source)), problems


def rules_of(steps: tuple[str, ...]) -> Rules | None:
    """The rules of the answer at `steps`, lists passed through; None where the schema knows no such field."""
    from agreement_kit.schemas.derived import ANSWERS

    rules: Rules = {"schema": ANSWERS, "meta": {"kind": "record"}}
    for step in steps:
        rules = inside_lists(rules)
        if rules["meta"]["kind"] != "record" or step not in rules["schema"]:
            return None
        rules = rules["schema"][step]
    return rules


def inside_lists(rules: Rules) -> Rules:
    """The rules of a list's entries; of any other field its own."""
    while rules["meta"]["kind"] == "list":
        rules = rules["schema"]
    return rules
