"""Which parts of the input a document shows: printed, or decided by it. What is left over is named to the user."""

from collections.abc import Iterable

from agreement_kit.answers import Answers, leaves
from agreement_kit.conditions import steps_of
from agreement_kit.document import Answer, Document, Open, inlines_of
from agreement_kit.outlines import Entry, Pick
from agreement_kit.rendering import reads_of
from agreement_kit.schemas import inside_lists, rules_of

Steps = tuple[str, ...]

DECIDING = ("truth", "code", "reference", "whole", "number", "money", "text")
"""Kinds of field that reach the page by deciding what is printed. Records and dates must themselves be printed."""


def unprinted(
    document: Document, picks: Iterable[Pick], answers: Answers, entries: Iterable[Entry] = ()
) -> tuple[str, ...]:
    """The parts of the input that no chosen clause prints, as paths, the largest part that is wholly left out first
    in the order of the schema: "risks", "parties[].culture". Fields that only checks read are not asked for.
    """
    printed = {path for _, inline in inlines_of(document) if isinstance(inline, Answer | Open) for path in inline.paths}
    printed |= {path for line in document.header for inline in line.inlines for path in getattr(inline, "paths", ())}
    decided = deciding_steps(picks, entries)
    tree: dict[str, bool | None] = {}
    for path, _ in leaves(answers.root, ()):
        steps = tuple(step for step in path if isinstance(step, str))
        if path not in answers.given or is_for_checks(steps):
            continue
        shown = path in printed or steps in decided
        for length in range(1, len(steps) + 1):
            name = named(steps[:length])
            tree[name] = bool(tree.get(name)) or shown
    silent = [name for name, shown in tree.items() if not shown]
    return tuple(name for name in silent if not any(is_below(name, above) for above in silent))


def is_for_checks(steps: Steps) -> bool:
    rules = rules_of(steps)
    if rules is None:
        return True
    meta = inside_lists(rules)["meta"]
    return bool(meta.get("check_only")) or meta["kind"] == "id"


def deciding_steps(picks: Iterable[Pick], entries: Iterable[Entry]) -> set[Steps]:
    """The fields that the chosen wordings and the conditions behind the choice ask about without printing them."""
    decided = {steps_of(path) for entry in entries for path in entry.when}
    for pick in picks:
        if not pick.clause or not pick.alternative:
            continue
        for alternative in pick.clause.alternatives:
            decided |= {steps_of(path) for path in alternative.when}
        wording = pick.alternative
        decided |= {
            read.steps for read in reads_of(wording.wording, pick.clause.file, wording.line) if not read.is_printed
        }
    return {
        steps for steps in decided if (rules := rules_of(steps)) and inside_lists(rules)["meta"]["kind"] in DECIDING
    }


def named(steps: Steps) -> str:
    """The path with `[]` after each list, as conditions write it."""
    words = ""
    for length, step in enumerate(steps, 1):
        rules = rules_of(steps[:length])
        is_list = rules is not None and rules["meta"]["kind"] == "list" and length < len(steps)
        words += ("." if words else "") + step + ("[]" if is_list else "")
    return words


def is_below(name: str, above: str) -> bool:
    return name != above and (name.startswith((f"{above}.", f"{above}[].")))
