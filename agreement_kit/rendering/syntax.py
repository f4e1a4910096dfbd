"""What wording may hold: the allow-list of Jinja's syntax tree, and the input paths that a wording reads."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import nodes

from agreement_kit.problems import Place, Problem, did_you_mean, error
from agreement_kit.rendering.filters import FILTERS
from agreement_kit.schemas import inside_lists, rules_of
from agreement_kit.slips import FORBIDDEN

Steps = tuple[str, ...]
"""An input path without list positions: ("parties", "name")."""

ALLOWED = (
    nodes.And,
    nodes.Compare,
    nodes.CondExpr,
    nodes.Const,
    nodes.Filter,
    nodes.For,
    nodes.Getattr,
    nodes.Getitem,
    nodes.If,
    nodes.List,
    nodes.Name,
    nodes.Not,
    nodes.Operand,
    nodes.Or,
    nodes.Output,
    nodes.Template,
    nodes.TemplateData,
    nodes.Tuple,
)
LOOP_FIELDS = {"first", "last", "index", "revindex", "length"}
DEEPEST_LOOP = 3


@dataclass(frozen=True, slots=True)
class Read:
    """One reading of the input by a wording. `line` counts within the wording. `is_printed` where it reaches the page
    rather than a condition, `is_looped` where a loop goes over it.
    """

    steps: Steps
    line: int
    is_printed: bool
    is_looped: bool = False


def check_syntax_tree(tree: nodes.Template, file: str, line: int) -> list[Problem]:
    """Every construct that wording may not use and every name that no schema knows."""

    def place(lineno: int) -> Place:
        return Place(file, line + (lineno or 1) - 1, 1)

    refused = [(node, sentence) for node in tree.find_all(nodes.Node) if (sentence := refusal(node))]
    refused += [(node, f"loops stand at most {DEEPEST_LOOP} deep in one another") for node in too_deep(tree, 0)]
    if refused:
        return [error(place(node.lineno), "WORD-04", sentence) for node, sentence in refused]
    problems = []
    for read in reads(tree):
        rules = rules_of(read.steps)
        path = ".".join(read.steps)
        if rules is None:
            parent = rules_of(read.steps[:-1]) if len(read.steps) > 1 else None
            known = inside_lists(parent).get("schema", ()) if parent else ()
            sentence = f"no field of the input is called {path}{did_you_mean(read.steps[-1], known)}"
            problems.append(error(place(read.line), "WORD-05", sentence))
        elif read.is_looped and rules["meta"]["kind"] != "list":
            problems.append(error(place(read.line), "WORD-04", f"a loop needs a list, and {path} is none"))
    return problems


def refusal(node: nodes.Node) -> str:
    """Why wording may not hold this node; "" where it may."""
    match node:
        case nodes.Filter() if node.name not in FILTERS:
            return f'there is no filter "{node.name}"{did_you_mean(node.name, FILTERS)}'
        case nodes.Const() if isinstance(node.value, str) and FORBIDDEN.search(node.value):
            return "a literal holds a character that cannot stand in a document"
        case nodes.CondExpr() if node.expr2 is None:
            return "an `if` inside {{ }} needs an `else`"
        case nodes.Getitem() if not (isinstance(node.arg, nodes.Const) and type(node.arg.value) is int):
            return "square brackets take a number: [0]"
        case nodes.Getattr() if isinstance(node.node, nodes.Name) and node.node.name == "loop":
            return "" if node.attr in LOOP_FIELDS else f"loop has no field {node.attr}"
        case nodes.For() if not isinstance(node.target, nodes.Name):
            return "a loop gives one name to each entry"
        case nodes.For() if not isinstance(node.iter, nodes.Name | nodes.Getattr | nodes.Getitem):
            return "a loop goes over a list of the input"
        case nodes.For() if isinstance(node.iter, nodes.Name) and node.iter.name in ("loop", "chosen"):
            return "a loop goes over a list of the input"
    return "" if isinstance(node, ALLOWED) else f"wording may not use {type(node).__name__.lower()}"


def too_deep(node: nodes.Node, depth: int) -> Iterator[nodes.Node]:
    """The loops that stand in too many others: each of these multiplies what a small input costs."""
    depth += isinstance(node, nodes.For)
    if depth > DEEPEST_LOOP:
        yield node
    else:
        for child in node.iter_child_nodes():
            yield from too_deep(child, depth)


def reads(tree: nodes.Template) -> list[Read]:
    """Every input path that a wording reads, with the line, in the order of the wording."""
    return list(Reader().visit(tree.body, {}))


class Reader:
    """Walks a syntax tree; `scope` maps loop variables to the paths they stand for."""

    def visit(self, body: list[nodes.Node], scope: dict[str, Steps]) -> Iterator[Read]:
        for node in body:
            if isinstance(node, nodes.Output):
                for part in node.nodes:
                    yield from self.expression(part, scope, is_printed=True)
            elif isinstance(node, nodes.If):
                yield from self.expression(node.test, scope)
                yield from self.visit([*node.body, *node.elif_, *node.else_], scope)
            elif isinstance(node, nodes.For):
                yield from self.loop(node, scope)

    def loop(self, node: nodes.For, scope: dict[str, Steps]) -> Iterator[Read]:
        if steps := self.steps(node.iter, scope):
            yield Read(steps, node.lineno, is_printed=False, is_looped=True)
        inner = dict(scope)
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = self.steps(node.iter, scope) or ()
        if node.test:
            yield from self.expression(node.test, inner)
        yield from self.visit([*node.body, *node.else_], inner)

    def expression(self, node: nodes.Node, scope: dict[str, Steps], *, is_printed: bool = False) -> Iterator[Read]:
        if isinstance(node, nodes.Filter) and node.node:
            for part in (node.node, *node.args):
                yield from self.expression(part, scope, is_printed=is_printed)
            return
        if steps := self.steps(node, scope):
            yield Read(steps, node.lineno, is_printed)
            return
        if isinstance(node, nodes.CondExpr):
            yield from self.expression(node.test, scope)
            for branch in (node.expr1, node.expr2):
                if branch:
                    yield from self.expression(branch, scope, is_printed=is_printed)
            return
        for child in node.iter_child_nodes():
            yield from self.expression(child, scope, is_printed=is_printed)

    def steps(self, node: nodes.Node | None, scope: dict[str, Steps]) -> Steps | None:
        """The path that an expression stands for; None for literals, loops and what is computed."""
        if isinstance(node, nodes.Name):
            return None if node.name in ("loop", "chosen") else scope.get(node.name, (node.name,))
        if isinstance(node, nodes.Getattr):
            above = self.steps(node.node, scope)
            return (*above, node.attr) if above else None
        if isinstance(node, nodes.Getitem | nodes.Filter):
            return self.steps(node.node, scope)
        return None
