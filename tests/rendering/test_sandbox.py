"""What wording may not do, and that an answer comes out as itself whatever it holds."""

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from inputs import CHARTER, WORDING_LINE, answers, assembled, clause, printed
from jinja2.runtime import LoopContext

from agreement_kit.answers import Answers
from agreement_kit.api import check, generate, load
from agreement_kit.document import Answer, Paragraph, Table, Text, inlines_of, plain_text
from agreement_kit.problems import ProblemsFound
from agreement_kit.rendering import render
from agreement_kit.rendering.filters import Absent
from agreement_kit.rendering.sandbox import MOST, environment

ATTACKS = [
    ("{{ ''.__class__.__mro__ }}", "WORD-02", "__class__.__mro__ is not given in the input"),
    ("{{ document.__class__ }}", "WORD-05", "no field of the input is called document.__class__"),
    ("{{ document.title.__init__ }}", "WORD-05", "no field of the input is called document.title.__init__"),
    ("{{ document.fields }}", "WORD-05", "no field of the input is called document.fields"),
    ("{{ parties.values }}", "WORD-05", "no field of the input is called parties.values"),
    ("{{ document['__class__'] }}", "WORD-04", "square brackets take a number: [0]"),
    ("{{ document['title'] }}", "WORD-04", "square brackets take a number: [0]"),
    ("{{ document.title[0:2] }}", "WORD-04", "square brackets take a number: [0]"),
    ("{{ document.title.upper() }}", "WORD-04", "wording may not use call"),
    ("{{ range(1000000000) }}", "WORD-04", "wording may not use call"),
    ("{{ lipsum() }}", "WORD-04", "wording may not use call"),
    ("{{ '{:>1000000000}'.format(1) }}", "WORD-04", "wording may not use call"),
    ("{{ cycler }}", "WORD-05", "no field of the input is called cycler"),
    ("{{ self }}", "WORD-05", "no field of the input is called self"),
    ("{{ 'a' ~ document.title }}", "WORD-04", "wording may not use concat"),
    ("{{ 'a' + document.title }}", "WORD-04", "wording may not use add"),
    ("{{ 'a' * 1000000000 }}", "WORD-04", "wording may not use mul"),
    ("{{ 9 ** 9 ** 9 }}", "WORD-04", "wording may not use pow"),
    ("{{ '%1000000000d' % 1 }}", "WORD-04", "wording may not use mod"),
    ("{{ -1 }}", "WORD-04", "wording may not use neg"),
    ("{{ 'a\\x07b' }}", "WORD-04", "a literal holds a character that cannot stand in a document"),
    ("{{ {'a': 1} }}", "WORD-04", "wording may not use dict"),
    ("{{ document.title is defined }}", "WORD-04", "wording may not use test"),
    ("{{ document.title | upper }}", "WORD-04", 'there is no filter "upper"'),
    ("{{ document.title | captial }}", "WORD-04", 'there is no filter "captial"; did you mean "capital"?'),
    ("{{ document.title | center(1000000000) }}", "WORD-04", 'there is no filter "center"'),
    ("{{ document.title | default(value='x') }}", "WORD-04", "wording may not use keyword"),
    ("{{ document.title | bare(1) }}", "WORD-02", "this cannot be worked out from the answers"),
    ("{% set x = 1 %}", "WORD-04", "wording may not use assign"),
    ("{% macro x() %}{% endmacro %}", "WORD-04", "wording may not use macro"),
    ("{% include '/etc/passwd' %}", "WORD-04", "wording may not use include"),
    ("{% import 'x' as y %}", "WORD-04", "wording may not use import"),
    ("{% from 'x' import y %}", "WORD-04", "wording may not use fromimport"),
    ("{% extends 'x' %}", "WORD-04", "wording may not use extends"),
    ("{% block x %}{% endblock %}", "WORD-04", "wording may not use block"),
    ("{% filter capital %}x{% endfilter %}", "WORD-04", "wording may not use filterblock"),
    ("{% with x = 1 %}{% endwith %}", "WORD-04", "wording may not use with"),
    ("{% for c in document.title %}{{ c }}{% endfor %}", "WORD-04", "a loop needs a list, and document.title is none"),
    ("{% for c in document %}{{ c }}{% endfor %}", "WORD-04", "a loop needs a list, and document is none"),
    ("{% for c in 'abc' %}{{ c }}{% endfor %}", "WORD-04", "a loop goes over a list of the input"),
    ("{% for c in ['a'] %}{{ c }}{% endfor %}", "WORD-04", "a loop goes over a list of the input"),
    ("{% for c in document.title | list %}{{ c }}{% endfor %}", "WORD-04", "a loop goes over a list of the input"),
    ("{% for c in chosen %}{{ c }}{% endfor %}", "WORD-04", "a loop goes over a list of the input"),
    ("{% for c in parties[0] %}{{ c }}{% endfor %}", "WORD-02", "this cannot be worked out from the answers"),
    ("{% for a, b in parties %}{% endfor %}", "WORD-04", "a loop gives one name to each entry"),
    ("{% for p in parties %}{{ loop.__class__ }}{% endfor %}", "WORD-04", "loop has no field __class__"),
    ("{% for p in parties %}{{ loop._iterable }}{% endfor %}", "WORD-04", "loop has no field _iterable"),
    ("{% for p in parties recursive %}{{ loop(parties) }}{% endfor %}", "WORD-04", "wording may not use call"),
    (
        "{% for a in parties %}" * 4 + "{% endfor %}" * 4,
        "WORD-04",
        "loops stand at most 3 deep in one another",
    ),
    ("{{ parties | list }}", "WORD-02", "a list, a group of fields or a truth value cannot be printed"),
    ("{{ parties[0] | capital }}", "WORD-02", "a list, a group of fields or a truth value cannot be printed"),
    ("{{ document.summary | capital }}", "WORD-02", "a list, a group of fields or a truth value cannot be printed"),
    ("{{ chosen }}", "WORD-02", "a list or a group of fields cannot be printed"),
    ("{{ document.title | count }}", "WORD-02", "only a list can be counted"),
    ("{{ parties[9].name }}", "WORD-02", "parties[9].name is not given in the input"),
    ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "WORD-01", "an expression in it is too large"),
    ("{{ " + " and ".join(["document.title"] * 3000) + " }}", "WORD-01", "an expression in it is too large"),
    ("{{ " + "9" * 6000 + " }}", "WORD-01", "an expression in it is too large"),
]


@pytest.mark.parametrize(("attack", "rule", "sentence"), ATTACKS, ids=[attack[:40] for attack, _, _ in ATTACKS])
def test_what_wording_may_not_do_is_a_problem_at_its_line(attack: str, rule: str, sentence: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        assembled(clause(f"1. Tell.\n\n1. Answer.\n\n{attack}\n"))
    problem = next(each for each in found.value.problems if each.rule == rule and sentence in each.sentence)
    assert problem.place.file == "disputes.md"
    if "too large" not in sentence:  # Python does not say where
        assert problem.place.line == WORDING_LINE + 4


def test_a_clause_that_prints_more_than_there_are_placeholders_is_refused() -> None:
    background = "background:\n" + "  - x\n" * 300
    loops = "{% for a in background %}{% for b in background %}{{ b }}{% endfor %}{% endfor %}"
    with pytest.raises(ProblemsFound, match=f"one clause prints at most {MOST:,} answers"):
        assembled(clause(loops), given=answers(background))


def test_wording_that_grows_without_end_is_stopped() -> None:
    background = "background:\n" + "  - x\n" * 200
    loops = "{% for a in background %}{% for b in background %}" + "x" * 80 + "{% endfor %}{% endfor %}"
    with pytest.raises(ProblemsFound, match="the wording grows beyond all measure"):
        assembled(clause(loops), given=answers(background))


def test_all_mistakes_of_all_chosen_clauses_are_reported_at_once() -> None:
    with pytest.raises(ProblemsFound) as found:
        assembled(clause("{{ a.b }}\n", name="first"), clause("1. *x*\n", name="second"), clause("{{\n", name="third"))
    files = [(problem.place.file, problem.rule) for problem in found.value.problems]
    assert files == [("first.md", "WORD-05"), ("second.md", "WORD-06"), ("third.md", "WORD-01")]


# answers

IN_BLOCKS = """\
```heading
{{ purpose.problem }}
```

1. First.

   1. {{ purpose.problem }}

```table The table of {{ purpose.problem }}
| {{ purpose.problem }} | B |
|---|---:|
| x {{ purpose.problem }} | {{ purpose.problem | bare }} |
```
"""
TRAPS = (
    *("{{ 7*7 }}", "{% if %}", "{# x #}", "{%- endif -%}", "# head", "- item", "1. item", "10. item", "> quote", "---"),
    *("*x*", "**x**", "_x_", "`x`", "```table x", "<b>x</b>", "<!-- x -->", "&amp;", "[](#x)", "[a](b)", "![](x)"),
    *(
        "a | b",
        "| a |",
        "|---|",
        "\\",
        "\\|",
        "x ^name",
        "x ^binding",
        "  leading",
        "trailing  ",
        "a\nb",
        "\t",
        '"',
        "''",
    ),
    *("a\n\nb", "\u2028", "http://x.y", "-- and ---", "(c) (tm)", "...", "¶", "[]", "é", "😀", "\ue000", "\u00a0"),
)
plain = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1).filter(
    lambda text: text.strip().lower() not in ("", "tbc")
)


def traps(test: Callable[..., None]) -> Callable[..., None]:
    """The test with every trap as an example of its own."""
    for trap in TRAPS:
        if trap.strip():
            test = example(text=trap)(test)
    return test


@traps
@given(text=plain)
@settings(deadline=None, max_examples=100)
def test_an_answer_comes_out_of_wording_as_itself(text: str) -> None:
    given_answers = answers_with(text)
    (section,) = assembled(clause(IN_BLOCKS), given=given_answers).sections
    answer = Answer(text, (("purpose", "problem"),))
    heading, first, second, table = section.blocks
    assert heading == Paragraph((answer,), style="heading")
    assert isinstance(first, Paragraph)
    assert (first.numbered, first.level) == (True, 1)
    assert second == Paragraph((answer,), 2, numbered=True)
    assert isinstance(table, Table)
    assert table.caption == " ".join(f"The table of {text}".split())
    assert [len(row.cells) for row in table.rows] == [2, 2]
    assert table.rows[0].cells[0].paragraphs == (Paragraph((answer,)),)
    assert table.rows[1].cells[0].paragraphs == (Paragraph((Text("x "), answer)),)


@traps
@given(text=plain)
@settings(deadline=None, max_examples=100)
def test_an_answer_stays_one_inline_through_filters_and_lists(text: str) -> None:
    wording = (
        "1. {{ purpose.problem }} **{{ purpose.problem }}** {{ purpose.problem | capital }}{{ background | list }}\n"
    )
    (section,) = assembled(clause(wording), given=answers_with(text)).sections
    (paragraph,) = section.blocks
    assert isinstance(paragraph, Paragraph)
    path = (("purpose", "problem"),)
    assert paragraph.inlines == (
        *(Answer(text, path), Text(" "), Answer(text, path, bold=True), Text(" ")),
        *(Answer(text[:1].upper() + text[1:], path), Answer(text, (("background", 0),)), Text(" and ")),
        Answer(text, (("background", 1),)),
    )


def answers_with(text: str) -> Answers:
    """The small agreement with this text where the tests print it."""
    start = {"document": {"title": "Harbour Charter"}, "agreement": {"binding": "charter"}, "parties": PARTIES}
    found, problems = check(load({**start, "purpose": {"problem": text}, "background": [text, text]}))
    assert found is not None, printed(problems)
    return found


PARTIES = load(CHARTER).data["parties"]  # type: ignore[call-overload, index]


@pytest.mark.parametrize("trap", [trap for trap in TRAPS if trap.strip()])
def test_an_answer_comes_out_of_a_whole_document_as_itself(trap: str) -> None:
    found, problems = check(
        load(
            {
                "document": {"title": trap, "reference": trap},
                "agreement": {"binding": "charter"},
                "parties": [{**party, "name": trap, "short_name": trap} for party in PARTIES],
                "purpose": {"vision": trap, "problem": trap, "aims": [trap, trap]},
                "scope": {"does": [{"text": trap, "lead": "uni"}]},
            }
        )
    )
    assert found is not None, printed(problems)
    document = generate(found)
    printed_ones = [
        inline.text
        for _, inline in inlines_of(document)
        if isinstance(inline, Answer)
        and any(path[-1] in (*TRAPPED, 0, 1) and path[0] != "agreement" for path in inline.paths)
    ]
    bare = trap.rstrip().removesuffix(".")
    assert len(printed_ones) > 10
    assert set(printed_ones) <= {each[:1].upper() + each[1:] for each in (trap, bare)} | {trap, bare}
    assert document.title == trap


TRAPPED = ("title", "reference", "name", "short_name", "vision", "problem", "text")


def test_the_lines_of_a_loop_and_of_a_condition_keep_their_indent() -> None:
    loop = "   {% for party in parties %}\n   1. {{ party.name }}\n   {% endfor %}\n"
    wording = f"1. A\n\n   {{% if parties %}}1. B{{% endif %}}\n{loop}"
    blocks = assembled(clause(wording)).sections[0].blocks
    levels = [each.level for each in blocks if isinstance(each, Paragraph)]
    assert levels == [1, 2, 2, 2]


def test_a_loop_whose_second_turn_would_lose_its_indent_is_refused() -> None:
    with pytest.raises(ProblemsFound) as found:
        assembled(clause("1. A\n\n   {% for party in parties %}1. {{ party.name }}\n   {% endfor %}\n"))
    sentence = "a loop stands within one line, or its tags stand on lines of their own"
    assert printed(found.value.problems) == f"disputes.md:{WORDING_LINE + 2}:1: error WORD-04: {sentence}"


def test_a_line_that_ends_in_a_tag_keeps_its_break() -> None:
    wording = "1. A{% if parties %} and B{% endif %}\n1. C {# a note #}\n1. D\n"
    blocks = assembled(clause(wording)).sections[0].blocks
    words = [plain_text(each.inlines) for each in blocks if isinstance(each, Paragraph)]
    assert words == ["A and B", "C", "D"]


def test_wording_renders_to_the_same_text_whatever_the_answers_are() -> None:
    first = render("{{ purpose.problem }}", "x.md", 1, answers_with("Two queues").root.fields)
    second = render("{{ purpose.problem }}", "x.md", 1, answers_with("Three queues").root.fields)
    assert first.text == second.text
    assert [each.text for each in (*first.printed, *second.printed)] == ["Two queues", "Three queues"]


@pytest.mark.parametrize("name", ["_iterable", "changed", "cycle", "__class__"])
def test_a_loop_gives_away_nothing_but_its_fields_even_where_the_syntax_was_not_checked(name: str) -> None:
    loop = LoopContext([1], Absent, lambda *_: "")
    assert isinstance(environment().getattr(loop, name), Absent)
    assert environment().getattr(loop, "length") == 1
