"""The slips of people who do not write YAML every day, each with its sentence and the line as it should be."""

import re
from typing import TYPE_CHECKING, Any

from agreement_kit.problems import Place, Problem, error, warning

if TYPE_CHECKING:
    from yaml.error import MarkedYAMLError

SMART_QUOTES = "“”‘’„"


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
        if re.match(r"\s*(?:- )*[\w-]+$", line[: mark.column]):
            sentence = "the line above this field is neither a field nor a list entry"
            return error(
                place, "YAML-12", sentence, "Write it as `name: value`, or put the text it continues in quotes."
            )
        return colon_in_text(line, place)
    if "\t" in line[: len(line) - len(line.lstrip())] or ("cannot start any token" in problem and "\t" in line):
        return error(place, "YAML-09", "there is a tab in this line", "Indent with spaces: two for each level.")
    if "cannot start any token" in problem:
        sentence = f'a text cannot begin with "{line[mark.column : mark.column + 1]}" unless it is in quotes'
        return error(place, "YAML-10", sentence, f"Write: {mended(line, mark.column, line[mark.column :].strip())}")
    if "did not find expected <block end>" in problem or "expected <block end>" in problem or "expected key" in problem:
        sentence = "this line is not indented like its neighbours, or a quote before it was not closed"
        return error(place, "YAML-11", sentence, "Put fields of one part directly below one another.")
    if "simple key" in problem or "could not find expected ':'" in problem:
        return error(
            place, "YAML-12", "a field's name without a colon, or a text that needs quotes", "Write `name: value`."
        )
    if "',' or" in problem or "expected node content" in problem:
        return error(place, "YAML-13", "a bracket that was opened before this is not closed", "Close it with ] or }.")
    if "end of stream" in problem or "unexpected end" in problem:
        return error(
            place, "YAML-13", "the file ends inside a quoted text or a bracket", "Close the quote or the bracket."
        )
    return error(place, "YAML-01", f"this is not YAML: {problem}")


def colon_in_text(line: str, place: Place) -> Problem:
    """`title: Route 5: the plan`: the second colon makes YAML look for another field."""
    match = re.match(r"\s*(?:- )*(?:[\w-]+:\s+)?", line)
    start = match.end() if match else 0
    value = line[start:].strip()
    if question := re.match(r"tbc:\s*(.*)", value):
        hint = f"Write: {line[:start].strip()} {{tbc: {quoted_if_needed(question[1])}}}"
        return error(place, "YAML-14", "an open item with a question needs braces", hint)
    sentence = "a text that contains a colon and a space needs quotes"
    return error(place, "YAML-14", sentence, f"Write: {mended(line, start, value)}")


def quoted_if_needed(text: str) -> str:
    return "'" + text.replace("'", "''") + "'" if re.search(r"[:,#{}\[\]'\"]", text) else text
