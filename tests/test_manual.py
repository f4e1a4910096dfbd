"""Every id that a problem can carry has one page, and every page an id that the code reports."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import agreement_kit
from agreement_kit import CannotBeDone
from agreement_kit.checks import answer_rules
from agreement_kit.lint.drafts import draft_rules
from agreement_kit.manual import Page, chapters, find_page
from agreement_kit.manual.pages import read_pages

ROOT = Path(agreement_kit.__file__).parent
PAGES = [page for pages in chapters().values() for page in pages]


SOURCES = [file.read_text("utf-8") for file in ROOT.rglob("*.py") if file.parent.name != "manual"]
RULE_ID = re.compile(r'"([A-Z][A-Z0-9]*-\d\d)"')


def given_to(*functions: str) -> Iterator[tuple[str, str]]:
    """Each id that the code gives to one of these functions, with the function."""
    for node in (node for source in SOURCES for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        if (function := ast.unparse(node.func)) in functions:
            for words in map(ast.unparse, node.args):
                if match := RULE_ID.fullmatch(words.replace("'", '"')):
                    yield match[1], function


def test_every_id_in_the_code_has_a_page_and_every_page_an_id_in_the_code() -> None:
    assert {rule_id for source in SOURCES for rule_id in RULE_ID.findall(source)} == {page.id for page in PAGES}


def test_no_two_pages_have_the_same_id() -> None:
    assert len({page.id for page in PAGES}) == len(PAGES)


def test_a_page_says_error_or_warning_as_the_code_does() -> None:
    said: dict[str, set[str]] = {}
    for rule_id, severity in given_to("error", "warning"):
        said.setdefault(rule_id, set()).add(severity)
    assert len(said) > 50
    assert [page.id for page in PAGES if page.id in said and page.severity not in said[page.id]] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_a_page_says_what_why_and_what_to_do(page: Page) -> None:
    for words in (page.what, page.why, page.remedy):
        assert len(words.split()) > 2, words
        assert words.endswith((".", '."', "}", "]")), words
    assert re.fullmatch(r"(error|warning|info)(, stops)?", page.severity)


def test_only_what_rules_find_in_answers_and_drafts_can_be_accepted() -> None:
    rules = {rule.id for rule in (*answer_rules(), *draft_rules())}
    assert {page.id for page in PAGES if page.can_be_accepted} == rules


def test_a_page_is_found_in_small_letters_too() -> None:
    assert find_page("raci-01") == find_page("RACI-01")


def test_an_id_that_there_is_not_gets_the_nearest_one() -> None:
    with pytest.raises(CannotBeDone, match='there is no rule "RACI-1"; did you mean "RACI-01"'):
        find_page("RACI-1")


def test_pages_are_read_as_docstrings_are() -> None:
    text = "X-01 (warning): odd\nA thing\nthat is odd.\nWhy: it\n  confuses.\nRemedy: mend it."
    assert read_pages(text) == (Page("X-01", "warning", "odd", "A thing that is odd.", "It confuses.", "Mend it."),)
