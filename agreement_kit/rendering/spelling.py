"""Wording with its template spelled out for readers who know no Jinja: {{ term.start }} as [Start], {% if %} as "If …".

What the book of clauses shows. A blank stands between BLANK and END; a line that begins with MARK says when what
follows it stands; a condition inside a line stands in angle quotes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jinja2 import nodes

from agreement_kit.rendering import keep_line_breaks, syntax_errors_placed
from agreement_kit.rendering.sandbox import environment
from agreement_kit.rendering.syntax import Reader, Steps
from agreement_kit.schemas import inside_lists, rules_of
from agreement_kit.schemas.fields import Rules
from agreement_kit.schemas.words import label_of, value_words

MARK, BLANK, END = "\ue000", "\ue001", "\ue002"

COMPARED = {
    "eq": "is",
    "ne": "is not",
    "gt": "is more than",
    "gteq": "is at least",
    "lt": "is less than",
    "lteq": "is at most",
    "in": "is one of",
    "notin": "is none of",
}
Scope = dict[str, Steps]
Branch = tuple[str, str]
"""When a piece of wording stands, in words, and the piece."""


def spelled(wording: str, file: str, line: int, titles: Mapping[str, str]) -> str:
    """The wording with every tag in words. `titles` name the clauses that it may ask for, by id."""
    with syntax_errors_placed(file, line):
        tree = environment().parse(keep_line_breaks(wording), file, file)
    return Speller(titles).body(tree.body, {})


@dataclass(frozen=True, slots=True)
class Speller:
    """One walk over a syntax tree; `scope` maps loop variables to the paths they stand for."""

    titles: Mapping[str, str]

    def body(self, body: Sequence[nodes.Node], scope: Scope) -> str:
        words = ""
        for node in body:
            if isinstance(node, nodes.Output):
                words += "".join(self.printed(part, scope) for part in node.nodes)
            elif isinstance(node, nodes.If):
                branches = self.branches(node, scope)
                opens_table = is_loop_field(node.test, "first", "last") and "```" in branches[0][1]
                words += branches[0][1] if opens_table else laid_out(branches, words)
            elif isinstance(node, nodes.For):
                nothing = [("if there is none", self.body(node.else_, scope))] if node.else_ else []
                words += laid_out([self.loop(node, scope), *nothing], words)
        return words

    def branches(self, node: nodes.If, scope: Scope) -> list[Branch]:
        found = [(f"if {self.condition(node.test, scope)}", self.body(node.body, scope))]
        found += [
            (f"otherwise, if {self.condition(each.test, scope)}", self.body(each.body, scope)) for each in node.elif_
        ]
        if node.else_:
            found.append(("otherwise", self.body(node.else_, scope)))
        return found

    def loop(self, node: nodes.For, scope: Scope) -> Branch:
        """A loop that says something once, at its first turn, is a condition: "if there is a data flow where ..."."""
        steps = Reader().steps(node.iter, scope) or ()
        assert isinstance(node.target, nodes.Name)
        inner = {**scope, node.target.name: steps}
        one = entry_words(steps)
        where = f" where {self.condition(node.test, inner)}" if node.test else ""
        content = [each for each in node.body if not is_blank(each)]
        if len(content) == 1 and isinstance(content[0], nodes.If) and not (content[0].elif_ or content[0].else_):
            test = content[0].test
            if is_loop_field(test, "first", "last"):
                return f"if there is {article(one)} {one}{where}", self.body(content[0].body, inner)
            if isinstance(test, nodes.Compare) and is_loop_field(test.expr, "index") and test.ops[0].op == "eq":
                count = test.ops[0].expr.as_const()
                return f"if there are at least {count} of: {one}{where}", self.body(content[0].body, inner)
        return f"for each {one}{where}", self.body(node.body, inner)

    def printed(self, node: nodes.Node, scope: Scope) -> str:
        """What stands for {{ … }}. Of words that depend on the turn of a loop, on one or many, or on what follows,
        the usual ones.
        """
        if isinstance(node, nodes.TemplateData):
            return node.data
        if isinstance(node, nodes.Const):
            return str(node.value)
        if isinstance(node, nodes.CondExpr):
            assert node.expr2
            if is_about_place_or_one(node.test) or (is_joint(node.expr1) and is_joint(node.expr2)):
                return self.printed(node.expr2, scope)
            return laid_out(
                [
                    (f"if {self.condition(node.test, scope)}", self.printed(node.expr1, scope)),
                    ("otherwise", self.printed(node.expr2, scope)),
                ]
            )
        return f"{BLANK}[{self.named(node, scope)}]{END}"

    def named(self, node: nodes.Node, scope: Scope) -> str:
        """What a blank is filled with, in the words of the form."""
        if isinstance(node, nodes.Filter) and node.name == "default" and node.node:
            return f"{self.named(node.node, scope)}, or {self.named(node.args[0], scope)}"
        if isinstance(node, nodes.Filter) and node.node:
            words = self.named(node.node, scope)
            return f"number of {words}" if node.name == "count" else words
        if isinstance(node, nodes.Const):
            return f"“{node.value}”"
        return label_of(Reader().steps(node, scope) or ()).strip("“”")

    def condition(self, node: nodes.Node, scope: Scope) -> str:
        match node:
            case nodes.Or() | nodes.And():
                return self.joined(node, scope)
            case nodes.Not():
                return self.negated(node.node, scope)
            case nodes.Compare():
                return self.compared(node, scope)
        if is_loop_field(node, "first", "last"):
            return f"it is the {getattr(node, 'attr', '')} one"
        return f"{self.subject(node, scope)} is {'yes' if self.is_truth(node, scope) else 'given'}"

    def negated(self, node: nodes.Node, scope: Scope) -> str:
        if isinstance(node, nodes.And | nodes.Or | nodes.Compare | nodes.Not):
            return f"it is not so that ({self.condition(node, scope)})"
        if is_loop_field(node, "first", "last"):
            return f"it is not the {getattr(node, 'attr', '')} one"
        return f"{self.subject(node, scope)} is {'not yes' if self.is_truth(node, scope) else 'not given'}"

    def joined(self, node: nodes.Or | nodes.And, scope: Scope) -> str:
        """A and B, A or B; of one subject only once: “Binding effect” is ‘a charter’ or ‘not legally binding’."""
        kind = type(node)
        sides = [each for side in (node.left, node.right) for each in flattened(side, kind)]
        word, once = ("or", "is") if kind is nodes.Or else ("and", "is not")
        said: list[str] = []
        for side in sides:
            words = self.condition(side, scope)
            if isinstance(side, nodes.And | nodes.Or):
                words = f"({words})"
            subject = f"{words.split('” ')[0]}” {once} ‘"
            if said and words.startswith(subject) and said[-1].startswith(subject):
                said[-1] += f" {'or' if once == 'is' else 'nor'} ‘{words.removeprefix(subject)}"
            else:
                said.append(words)
        return f" {word} ".join(said)

    def compared(self, node: nodes.Compare, scope: Scope) -> str:
        operand = node.ops[0]
        if (
            isinstance(operand.expr, nodes.Name)
            and operand.expr.name == "chosen"
            and isinstance(node.expr, nodes.Const)
        ):
            title = self.titles.get(node.expr.value, node.expr.value)
            return f"{title} is {'not ' if operand.op == 'notin' else ''}in the document"
        if is_loop_field(node.expr, "index", "revindex", "length"):
            return f"its place in the list {COMPARED[operand.op]} {self.subject(operand.expr, scope)}"
        steps = Reader().steps(node.expr, scope) or ()
        values = operand.expr.items if isinstance(operand.expr, nodes.List | nodes.Tuple) else [operand.expr]
        words = [
            (value_words(value.value, steps) if isinstance(value.value, str | bool) else str(value.value))
            if isinstance(value, nodes.Const)
            else self.subject(value, scope)
            for value in values
        ]
        return f"{self.subject(node.expr, scope)} {COMPARED[operand.op]} {', '.join(words)}"

    def subject(self, node: nodes.Node, scope: Scope) -> str:
        if isinstance(node, nodes.Const):
            return str(node.value)
        if isinstance(node, nodes.Filter) and node.name == "count" and node.node:
            return f"the number of {self.subject(node.node, scope)}"
        return label_of(Reader().steps(node, scope) or ())

    def is_truth(self, node: nodes.Node, scope: Scope) -> bool:
        rules: Rules | None = rules_of(Reader().steps(node, scope) or ())
        return rules is not None and rules["meta"]["kind"] == "truth"


def laid_out(branches: list[Branch], before: str = "") -> str:
    """The branches within the line where none of them breaks it; each in front of its own line where each is one line;
    otherwise between lines that say where they begin and end. `before` is the wording that leads up to them.
    """
    if not any(words.strip() for _, words in branches):  # only space: what parts the turns of a loop
        return "".join(words for _, words in branches)
    if not any("\n" in words for _, words in branches):
        return f"‹{'; '.join(f'**{when}:** {words}' for when, words in branches)}›"
    content = [[line for line in words.split("\n") if line.strip()] for _, words in branches]
    if all(len(lines) == 1 and is_plain(lines[0]) for lines in content):
        return "".join(conditioned(when, words) for (when, words) in branches)
    first = next((line for lines in content for line in lines), "")
    indent = indent_of(first)
    begun = before.rsplit("\n", 1)[-1]
    if begun.strip():  # they begin inside a line: their own first lines go on at its level, below it
        indent = indent_of(begun) + "   " * begun.lstrip().startswith("1. ")
        branches = [(when, f"{indent}{words.lstrip(' ')}") for when, words in branches]
    laid = "".join(f"{indent}{MARK}{capital(when)}:\n\n{words}\n" for when, words in branches)
    lead = "\n\n" if begun.strip() else ""
    return f"{lead}{laid}{indent}{MARK}End of: {shortened(branches[0][0])}\n\n"


def indent_of(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def shortened(words: str, limit: int = 90) -> str:
    """The words, or their beginning; what begins a bracket and does not end it is left out."""
    if len(words) <= limit:
        return words
    kept = words[: words.rindex(" ", 0, limit)]
    if kept.count("(") > kept.count(")"):
        kept = kept[: kept.rindex("(")].rstrip()
    return f"{kept} …"


def is_plain(line: str) -> bool:
    return not line.lstrip().startswith(("```", MARK))


def conditioned(when: str, words: str) -> str:
    """One line of wording with its condition in it, behind its number or inside its first cell."""
    lines = words.split("\n")
    at = next(at for at, line in enumerate(lines) if line.strip())
    line = lines[at]
    indent, text = indent_of(line), line.lstrip(" ")
    lead = next((sign for sign in ("1. ", "| ") if text.startswith(sign)), "")
    text = text.removeprefix(lead)
    lines[at] = f"{indent}{lead}‹**{when}:**› {text}" if lead == "| " else f"{indent}{lead}‹**{when}:** {text}›"
    return "\n".join(lines)


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def article(noun: str) -> str:
    return "an" if noun[:1] in "aeiou" else "a"


def entry_words(steps: Steps) -> str:
    """One entry of a list: "data flow"; of a list of texts "entry of “Aims”"."""
    rules = rules_of(steps)
    if rules is None:
        return ".".join(steps)
    of = inside_lists(rules)["meta"]
    label: str = of["label"]
    return label[:1].lower() + label[1:] if of["kind"] == "record" else f"entry of “{rules['meta']['label']}”"


def flattened(node: nodes.Node, kind: type[nodes.Node]) -> list[nodes.Node]:
    if isinstance(node, nodes.BinExpr) and type(node) is kind:
        return [*flattened(node.left, kind), *flattened(node.right, kind)]
    return [node]


def is_blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and all(
        isinstance(part, nodes.TemplateData) and not part.data.strip() for part in node.nodes
    )


def is_loop_field(node: nodes.Node, *fields: str) -> bool:
    is_loop = isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and node.node.name == "loop"
    return is_loop and getattr(node, "attr", "") in fields


def is_joint(node: nodes.Node) -> bool:
    """Whether a literal only joins what stands around it: a comma, "and"."""
    return isinstance(node, nodes.Const) and len(str(node.value)) <= 5


def is_about_place_or_one(node: nodes.Node) -> bool:
    """Whether a test only tells the last turn of a loop from the others, or one from many."""
    if is_loop_field(node, "first", "last"):
        return True
    if isinstance(node, nodes.Compare):
        other = node.ops[0].expr
        is_one = node.ops[0].op == "eq" and isinstance(other, nodes.Const) and other.value == 1
        return is_one or is_loop_field(node.expr, "index", "revindex", "length")
    return False
