"""`when`, tiers and the tests of wording as formulas: what must be true of the answers for a wording to stand."""

import ast
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from agreement_kit.conditions import Conditions, steps_of
from agreement_kit.lint.logic import DENIED, Formula, Is, atoms, denied, every, find_case, negated, settled, some, yes
from agreement_kit.schemas import inside_lists, rules_of
from agreement_kit.schemas.agreement.codes import TIERS
from agreement_kit.tracing import named

Steps = tuple[str, ...]
Scope = Mapping[str, Steps]
"""Loop variable → the path that it stands for."""

Chosen = Callable[[str], Formula]
"""Clause id → when it stands in the document."""

GIVEN, OPEN, ABSENT, OMITTED = "given", "open", "not given", "omitted"
FILLED = ("agreement.tier", "agreement.binding")
"""Fields that the kit fills in where the input is silent."""


@lru_cache(maxsize=4096)
def answers_to(question: str) -> tuple[str, ...]:
    """The answers that a field can have; of a question that is no single field, true and false."""
    rules = None if "[]" in question or " " in question else rules_of(steps_of(question))
    if rules is None:
        is_unusual = question.endswith(OMITTED) or question.startswith(DENIED)
        return ("false", "true") if is_unusual else ("true", "false")
    match rules["meta"]["kind"]:
        case "code":
            codes = tuple(rules["meta"]["codes"])
            known = (
                *(reversed(codes) if question == "agreement.tier" else codes),
                OPEN,
            )  # the fullest is the usual one
        case "truth":
            known = ("true", "false", OPEN)
        case _:
            known = (GIVEN, OPEN)
    return known if is_always_there(steps_of(question)) else (*known, ABSENT)


def is_always_there(steps: Steps) -> bool:
    """Whether a field has a value whatever the input leaves out."""
    rules = rules_of(steps)
    if rules and ("default" in rules["meta"] or ".".join(steps) in FILLED):
        return True
    above = [rules_of(steps[:length]) for length in range(1, len(steps) + 1)]
    return all(each is not None and each.get("required") for each in above)


def is_many(steps: Steps) -> bool:
    """Whether a path leads through a list, so that it can have several values at once."""
    return any(
        (rules := rules_of(steps[:length])) and rules["meta"]["kind"] == "list" for length in range(1, len(steps))
    )


def says(steps: Steps, word: str) -> Formula:
    """That a field has this value; "true" also means given, "false" not given."""
    question = named(steps)
    rules = rules_of(steps)
    is_list = rules is not None and rules["meta"]["kind"] == "list"
    if word in ("true", "false"):
        is_true = yes(question) if is_many(steps) else Is(question, truthy(steps))
        return is_true if word == "true" else negated(is_true)
    if is_many(steps) or is_list:
        return yes(f"{question}{'[]' if is_list else ''}={word}")
    return Is(question, frozenset((word,))) if is_code(steps) else yes(f"{question} is {word}")


def truthy(steps: Steps) -> frozenset[str]:
    """The answers that are true in a condition. An open yes or no is not."""
    rules = rules_of(steps)
    is_truth = rules is not None and rules["meta"]["kind"] == "truth"
    return frozenset(("true",)) if is_truth else frozenset(answers_to(named(steps))) - {ABSENT, "false"}


def when_formula(when: Conditions) -> Formula:
    return every(*(some(*(says(steps_of(path), word) for word in words)) for path, words in when.items()))


def tier_formula(tiers: tuple[str, ...]) -> Formula:
    return Is("agreement.tier", frozenset((*tiers, OPEN))) if tiers and set(tiers) < TIERS.keys() else True


def links(asked: Iterable[str]) -> Formula:
    """What ties these questions to one another: no field is given below one that is not, and where one entry of a list
    has a value, not all have another.
    """
    known = set(asked)
    found: list[Formula] = []
    for question in sorted(known):
        path, is_many_valued, _ = question.removeprefix(DENIED).partition("[]")
        if question.startswith(DENIED) and "=" in question:
            field = question.removeprefix(DENIED).partition("=")[0]
            others = (each for each in sorted(known) if each.startswith(f"{field}=") and not question.endswith(each))
            found += [some(negated(yes(other)), yes(question)) for other in others]
        if " " in path or question.startswith(DENIED) or (not is_many_valued and is_always_there(steps_of(path))):
            continue
        steps = steps_of(path)
        is_there = yes(question) if is_many_valued else negated(Is(question, frozenset((ABSENT,))))
        for length in range(1, len(steps) + bool(is_many_valued)):
            above = ".".join(steps[:length])
            if above in known and above != question:
                found.append(some(negated(is_there), negated(Is(above, frozenset((ABSENT,))))))
    return every(*found)


def omitted(clause_id: str) -> Formula:
    """That somebody leaves a clause out whatever the outline says."""
    return yes(f"whether {clause_id} is {OMITTED}")


def find_answers(formula: Formula, *, with_omissions: bool = False) -> dict[str, str] | None:
    """Answers under which a formula is true, None where there are none. That a clause is omitted against the outline is
    reckoned with only on request.
    """
    if not with_omissions:
        asked = {atom.question for atom in atoms(formula)}
        formula = settled(formula, {question: "false" for question in asked if question.endswith(OMITTED)})
    return find_case(every(formula, links(atom.question for atom in atoms(formula))), answers_to)


def test_formula(source: str, scope: Scope, chosen: Chosen) -> Formula:
    """What a test of wording asks: `'review' in chosen and plan.cadence == 'monthly'`. Jinja's tests are Python's
    expressions as far as wording may use them; one that reads no single field becomes a question of its own.
    """
    try:
        return formula_of(ast.parse(source.strip(), mode="eval").body, scope, chosen)
    except SyntaxError:
        return yes(f"whether {source}")


def formula_of(node: ast.expr, scope: Scope, chosen: Chosen) -> Formula:
    match node:
        case ast.BoolOp(op=ast.And()):
            return every(*(formula_of(each, scope, chosen) for each in node.values))
        case ast.BoolOp():
            return some(*(formula_of(each, scope, chosen) for each in node.values))
        case ast.UnaryOp(op=ast.Not()):
            return denied(formula_of(node.operand, scope, chosen))
        case ast.BinOp(left=left, op=ast.BitOr()):
            return formula_of(left, scope, chosen)
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return compared(left, op, right, scope, chosen)
        case ast.Name() | ast.Attribute():
            if steps := steps_to(node, scope):
                return says(steps, "true")
            if ast.unparse(node).startswith("loop."):
                return yes(f"turn {ast.unparse(node)}")
    return yes(f"whether {ast.unparse(node)}")


def compared(left: ast.expr, op: ast.cmpop, right: ast.expr, scope: Scope, chosen: Chosen) -> Formula:
    """`x == 'code'`, `x in ['code', 'code']`, `'clause' in chosen` and their opposites."""
    if isinstance(op, ast.NotEq | ast.NotIn):
        return denied(compared(left, ast.Eq() if isinstance(op, ast.NotEq) else ast.In(), right, scope, chosen))
    steps = steps_to(left, scope)
    match left, op, right:
        case ast.Constant(value=str(clause)), ast.In(), ast.Name(id="chosen"):
            return chosen(clause)
        case _, ast.Eq(), ast.Constant(value=value) if steps:
            return says(steps, value if isinstance(value, str) else str(value).lower())
        case _, ast.In(), ast.List(elts=words) | ast.Tuple(elts=words) if steps:
            return some(*(says(steps, str(word.value)) for word in words if isinstance(word, ast.Constant)))
    return yes(f"whether {ast.unparse(ast.Compare(left, [op], [right]))}")


def steps_to(node: ast.expr, scope: Scope) -> Steps | None:
    """The path in the input that an expression names; None for anything else."""
    match node:
        case ast.Name(id=name) if name not in ("loop", "chosen"):
            steps = scope.get(name, (name,))
        case ast.Attribute(value=value, attr=attribute):
            above = steps_to(value, scope)
            steps = (*above, attribute) if above else ()
        case _:
            return None
    return steps if steps and rules_of(steps) else None


def is_code(steps: Steps) -> bool:
    rules = rules_of(steps)
    return rules is not None and inside_lists(rules)["meta"]["kind"] == "code"


def case_words(case: Mapping[str, str], about: Formula) -> str:
    """Where agreement.tier is bronze and plan is not given: those of the answers that the formula asks for."""
    asked = {atom.question for atom in atoms(about)} & case.keys()
    shown = [f"{question} is {case[question]}" for question in case if question in asked and " " not in question][:3]
    return f"where {' and '.join(shown)}" if shown else "for some answers"
