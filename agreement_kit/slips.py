"""The slips of people who do not write YAML every day, each with its sentence and the line as it should be."""

import re
from typing import TYPE_CHECKING, Any

from agreement_kit.problems import Place, Problem, error, warning

if TYPE_CHECKING:
    from yaml.error import MarkedYAMLError

SMART_QUOTES = "“”‘’„"
BEFORE_VALUE = re.compile(r"\s*(?:- +)*(?:[\w-]+:\s+)?(?:- +)*")
"""Indent, dashes and name of a line: what stands before its value."""

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\U000f0000-\U0010ffff]")
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def strange_characters(lines: tuple[str, ...], name: str) -> list[Problem]:
    """Characters that no Word file may hold (errors) and characters that nobody can see (warnings)."""
    found = []
    for number, line in enumerate(lines, 1):
        if match := FORBIDDEN.search(line):
            sentence = f"the character U+{ord(match[0]):04X} cannot stand in a document"
            found.append(
                error(Place(name, number, match.start() + 1), "YAML-02", sentence, "Delete it and type the text again.")
            )
        if match := INVISIBLE.search(line):
            sentence = (
                f"there is an invisible character here (U+{ord(match[0]):04X}); it can make text read differently"
            )
            found.append(
                warning(Place(name, number, match.start() + 1), "YAML-03", sentence, "Delete it unless you mean it.")
            )
    return found


def slips_in_scalar(event: Any, name: str, lines: tuple[str, ...]) -> list[Problem]:
    """Things YAML reads without complaint and the writer did not mean: smart quotes, a text cut short by ` #`."""
    mark, end = event.start_mark, event.end_mark
    place = Place(name, mark.line + 1, mark.column + 1)
    found = []
    text = event.value
    if text[0] in SMART_QUOTES and len(text) > 1 and text[-1] in SMART_QUOTES:
        sentence = "the quotes round this text are typographic; they will be printed"
        found.append(
            warning(
                place,
                "YAML-07",
                sentence,
                f"For YAML's quotes write: {mended(lines[mark.line], mark.column, text[1:-1])}",
            )
        )
    if re.match(r"-\w", text) and mark.line < end.line:
        sentence = "a list entry needs a space after its dash; as it stands these lines are one text"
        found.append(warning(place, "YAML-15", sentence, f"Write: - {text.split()[0][1:]} …"))
    rest = lines[end.line][end.column :] if end.line < len(lines) else ""
    if re.match(r" #", rest):
        whole = text + rest.rstrip()
        sentence = f'the text ends at " #": "{whole[len(text) :].strip()}" is left out as a comment'
        line = mended(lines[mark.line], mark.column, whole)
        hint = f"If it belongs to the text, write: {line}   For a comment put two spaces before #."
        found.append(warning(place, "YAML-08", sentence, hint))
    return found


def mended(line: str, column: int, text: str) -> str:
    """The line from its field on, with `text` in quotes that YAML understands."""
    quoted = "'" + text.replace("'", "''") + "'"
    return (line[:column] + quoted).strip()


def explain(failure: "MarkedYAMLError", name: str, lines: tuple[str, ...]) -> Problem:
    """The parser's error in the user's words, with the mended line where the slip is a known one."""
    mark = failure.problem_mark or failure.context_mark
    if mark is None:
        return error(Place(name, 1, 1), "YAML-01", f"this is not YAML: {failure.problem}")
    line = lines[mark.line] if mark.line < len(lines) else ""
    place = Place(name, mark.line + 1, mark.column + 1)
    problem = failure.problem or ""
    if "mapping values are not allowed" in problem:
        if not re.match(r"\s*(?:- )*[\w-]+$", line[: mark.column]):
            return colon_in_text(line, place)
        if mark.line and re.match(r"\s*(?:- )*[\w-]+: ", lines[mark.line - 1]):
            sentence = "this field is indented further than the one above it, which has a value already"
            return error(place, "YAML-11", sentence, "Put fields of one part directly below one another.")
        sentence = "the line above this field is neither a field nor a list entry"
        return error(place, "YAML-12", sentence, "Write it as `name: value`, or put the text it continues in quotes.")
    if "\t" in line[: len(line) - len(line.lstrip())] or ("cannot start any token" in problem and "\t" in line):
        return error(place, "YAML-09", "there is a tab in this line", "Indent with spaces: two for each level.")
    if "cannot start any token" in problem:
        sentence = f'a text cannot begin with "{line[mark.column : mark.column + 1]}" unless it is in quotes'
        return error(place, "YAML-10", sentence, f"Write: {mended(line, mark.column, line[mark.column :].strip())}")
    if "',' or" not in problem and (quoted := text_after_quote(line, mark.column)):
        return error(place, "YAML-10", "a text that holds such signs needs quotes round the whole of it", quoted)
    if "expected comment or line break" in problem:
        start = value_start(line)
        sentence = f'a text cannot begin with "{line[start : start + 1]}" unless it is in quotes'
        return error(place, "YAML-10", sentence, f"Write: {mended(line, start, line[start:].strip())}")
    for fragments, rule, sentence, hint in PLAIN_SLIPS:
        if any(fragment in problem for fragment in fragments):
            if rule == "YAML-13" and failure.context_mark:  # the parser sees it where the text ends
                place = Place(name, failure.context_mark.line + 1, failure.context_mark.column + 1)
            return error(place, rule, sentence, hint)
    return error(place, "YAML-01", f"this is not YAML: {problem}")


PLAIN_SLIPS = (
    (
        ("expected <block end>", "expected key"),
        "YAML-11",
        "this line is not indented like its neighbours, or a quote before it was not closed",
        "Put fields of one part directly below one another.",
    ),
    (
        ("block sequence entries are not allowed",),
        "YAML-11",
        "a list begins on the line below its name",
        "Put the dash there.",
    ),
    (
        ("simple key", "could not find expected ':'"),
        "YAML-12",
        "a field's name without a colon, or a text that needs quotes",
        "Write `name: value`.",
    ),
    (
        ("',' or", "end of stream", "unexpected end", "expected node content"),
        "YAML-13",
        "a quote or a bracket that is opened here is not closed",
        "Close it with ', \", ] or }.",
    ),
)
"""What the parser's problem says → rule, sentence and remedy."""


def colon_in_text(line: str, place: Place) -> Problem:
    """`title: Route 5: the plan`: the second colon makes YAML look for another field."""
    start = value_start(line)
    value = line[start:].strip()
    if question := re.match(r"tbc:\s*(.*)", value):
        hint = f"Write: {line[:start].strip()} {{tbc: {quoted_if_needed(question[1])}}}"
        return error(place, "YAML-14", "an open item with a question needs braces", hint)
    sentence = "a text that contains a colon and a space needs quotes"
    return error(place, "YAML-14", sentence, f"Write: {mended(line, start, value)}")


def value_start(line: str) -> int:
    match = BEFORE_VALUE.match(line)
    return match.end() if match else 0


def text_after_quote(line: str, column: int) -> str:
    """The mended line where a text goes on after its quote or bracket was closed: 'Trust's plan', [draft] plan."""
    start = value_start(line)
    value = line[start:].strip()
    if not value or value[0] not in "'\"[{" or not start < column < len(line.rstrip()):
        return ""
    is_quoted = len(value) > 1 and value[0] in "'\"" and value[-1] == value[0]
    return f"Write: {mended(line, start, value[1:-1] if is_quoted else value)}"


def quoted_if_needed(text: str) -> str:
    return "'" + text.replace("'", "''") + "'" if re.search(r"[:,#{}\[\]'\"]", text) else text
