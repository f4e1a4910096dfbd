import re
from pathlib import Path

from inputs import clause_file

from agreement_kit.api import book, load_library, load_templates, write_docx
from agreement_kit.document import Document, Open, Paragraph, Table, inlines_of, paragraphs, plain_text
from agreement_kit.library import Library
from agreement_kit.numbering import labels

ALTERNATIVES = """\
  short:
    position: fallback 1
    when: {agreement.tier: bronze}
    use: When little is at stake.
    approver: Programme lead
    binds: intent
  full:
    position: standard
    use: Usually.
    approver: Head of legal
    defines:
      - term: Quay
        plural: Quays
        meaning: what {{ host.party }} owns
"""
BODY = """\
## short

1. The Parties intend to talk. ^binding ^talk

## full

1. A Party must tell {{ host.party }} "at once", as clause [](#vision) and clause [](#disputes.tell) say: ^tell

   1. **briefly**{% if exit.costs %} and at {{ exit.costs }}{% endif %}; and

{% if exit.data %}
   1. kindly; and

   1. in writing.

{% endif %}

```table Who tells
| Who | When |
|---|---|
{% for party in parties %}
| {{ party.name }} | At once |
{% endfor %}
```

```binding-map
```
"""


def texts(document: Document) -> list[str]:
    numbers = labels(document).targets
    return [plain_text(each.inlines, numbers) for section in document.sections for each in paragraphs(section.blocks)]


def own_book(folder: Path) -> Document:
    """The book with a clause of an own library over the kit's."""
    (folder / "disputes.md").write_text(clause_file(BODY, alternatives=ALTERNATIVES), "utf-8")
    return book([folder])


def test_every_clause_part_and_alternative_stands_in_the_book() -> None:
    found = book()
    clauses = [*load_library().clauses.values(), *(part for each in load_templates() for part in each.parts.values())]
    assert {f"book-{clause.id}" for clause in clauses} == {each.id for each in found.of_kind("clause", "schedule")}
    said = texts(found)
    for clause in clauses:
        assert clause.drafting_note in said
        assert clause.guidance in said
        for alternative in clause.alternatives:
            assert alternative.use in said
            assert any(f": {alternative.id} ({alternative.position})" in words for words in said)


def test_the_cover_and_each_page_say_that_no_solicitor_has_reviewed_it() -> None:
    found = book()
    (cover,) = found.of_kind("cover")
    assert any(
        "No solicitor has reviewed these clauses." in plain_text(each.inlines) for each in paragraphs(cover.blocks)
    )
    assert "No solicitor has reviewed these clauses." in plain_text(found.header[0].inlines)


def test_nothing_of_the_clause_format_is_left_in_it() -> None:
    left = re.compile(r"\{\{|\{%|\[\]\(|(?:^|\s)\^[a-z]|```|\*\*|[\ue000-\uf8ff]")
    assert [words for words in texts(book()) if left.search(words)] == []
    assert write_docx(book())[:2] == b"PK"


def test_a_clause_reads_without_knowing_the_format(tmp_path: Path) -> None:
    found = own_book(tmp_path)
    (section,) = (each for each in found.sections if each.id == "book-disputes")
    numbers = {at: number for (name, at), number in labels(found).blocks.items() if name == section.id}
    lines = [
        f"{numbers.get(at, '')} {plain_text(block.inlines)}".strip()
        for at, block in enumerate(section.blocks)
        if isinstance(block, Paragraph)
    ]
    number = labels(found).sections[section.id]
    assert lines == [
        "Alternative 1 of 2: short (fallback 1)",
        f"{number}.1 The Parties intend to talk. (binding)",
        "Alternative 2 of 2: full (standard)",
        f"{number}.2 A Party must tell [Host party] “at once”, as clause “Our shared vision” and clause “Disputes” "
        "(tell) say:",
        "(a) briefly‹if “Costs of the exit” is given:  and at [Costs of the exit]›; and",
        "If “Data on exit” is given:",
        "(b) kindly; and",
        "(c) in writing.",
        "End of: if “Data on exit” is given.",
        "[The kit puts the table of what binds here]",
    ]


def test_the_facts_of_a_clause_and_of_a_wording_stand_in_tables(tmp_path: Path) -> None:
    (section,) = (each for each in own_book(tmp_path).sections if each.id == "book-disputes")
    about, short, full, who = (block for block in section.blocks if isinstance(block, Table))
    rows = dict(map(row_texts, (*about.rows, *short.rows)))
    assert rows["Clause"] == f"disputes; topic P1; bronze, silver, gold; binding; from {tmp_path} (replaces 1.0.0)"
    assert rows["Law checked on"] == "20 November 2026, to be checked by 20 November 2027"
    assert rows["Chosen by the answers"] == "Where “Tier” is ‘Bronze’"
    assert rows["Binds"] == "statement of intent"
    assert row_texts(full.rows[-1]) == ("Defines", "“Quay” (plural “Quays”): what [Host party] owns")
    assert row_texts(who.rows[1]) == ("‹for each party:› [Full legal name]", "At once")


def row_texts(row: object) -> tuple[str, ...]:
    return tuple(" ".join(plain_text(each.inlines) for each in cell.paragraphs) for cell in row.cells)  # type: ignore[attr-defined]


def test_blanks_are_highlighted(tmp_path: Path) -> None:
    found = own_book(tmp_path)
    blanks = {
        each.text for section, each in inlines_of(found) if section.id == "book-disputes" and isinstance(each, Open)
    }
    assert {"[Host party]", "[Costs of the exit]", "[Full legal name]"} <= blanks


def test_an_empty_library_makes_a_book_of_parts(tmp_path: Path) -> None:
    from agreement_kit.book import book as book_of

    found = book_of(Library({}), [], version="1")
    assert [section.kind for section in found.sections] == ["cover", "front"]
