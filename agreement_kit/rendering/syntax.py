"""What wording may hold: the allow-list of Jinja's syntax tree, and the input paths that a wording reads."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import nodes

from agreement_kit.problems import Place, Problem, did_you_mean, error
from agreement_kit.rendering.filters import FILTERS
from agreement_kit.schemas import inside_lists, rules_of

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


@dataclass(frozen=True, slots=True)
class Read:
    """One reading of the input by a wording. `line` counts within the wording. `is_printed` where it reaches the page
    rather than a condition.
    """

    steps: Steps
    line: int
    is_printed: bool


def check_syntax_tree(tree: nodes.Template, file: str, line: int) -> list[Problem]:
    """Every construct that wording may not use and every name that no schema knows."""
    problems = []
    for node in tree.find_all(nodes.Node):
        place = Place(file, line + (node.lineno or 1) - 1, 1)
        if not isinstance(node, ALLOWED):
            problems.append(error(place, "WORD-04", f"wording may not use {type(node).__name__.lower()}"))
        elif isinstance(node, nodes.Filter) and node.name not in FILTERS:
            problems.append(
                error(place, "WORD-04", f'there is no filter "{node.name}"{did_you_mean(node.name, FILTERS)}')
            )
    if problems:
        return problems
    for read in reads(tree):
        if rules_of(read.steps) is None:
            parent = rules_of(read.steps[:-1]) if len(read.steps) > 1 else None
            known = inside_lists(parent).get("schema", ()) if parent else ()
            path = ".".join(read.steps)
            place = Place(file, line + read.line - 1, 1)
            problems.append(
                error(place, "WORD-05", f"no field of the input is called {path}{did_you_mean(read.steps[-1], known)}")
            )
    return problems


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
        yield from self.expression(node.iter, scope)
        inner = dict(scope)
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = self.steps(node.iter, scope) or ()
        if node.test:
            yield from self.expression(node.test, inner)
        yield from self.visit([*node.body, *node.else_], inner)

    def expression(self, node: nodes.Node, scope: dict[str, Steps], *, is_printed: bool = False) -> Iterator[Read]:
        if steps := self.steps(node, scope):
            yield Read(steps, node.lineno, is_printed)
            if isinstance(node, nodes.Filter):
                for argument in node.args:
                    yield from self.expression(argument, scope, is_printed=is_printed)
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
