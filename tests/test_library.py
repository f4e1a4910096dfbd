from datetime import date
from pathlib import Path

import pytest
from inputs import printed

from agreement_kit.library import Definition, load_library, read_clause, shipped_folder
from agreement_kit.problems import CannotBeDone, ProblemsFound

CLAUSE_FILE = """\
---
id: disputes
title: Resolving disagreements
topic: P1
tiers: [silver, gold]
binds: binding
version: 1.0.0
law_checked_on: 2026-11-20
review_by: 20 November 2027
approved_by: not yet reviewed by a solicitor
guidance: Name two or three steps.
drafting_note: Confirm the ladder.
changes:
  1.0.0: First version.
alternatives:
  courts:
    position: standard
    use: Always.
    approver: Head of legal
    defines:
      - term: Dispute
        plural: Disputes
        meaning: a disagreement
  talking:
    position: fallback 1
    when:
      agreement.binding: charter
    use: When the document does not bind.
    approver: Programme lead
---

## courts

1. Tell.

## talking

1. Talk.
"""


def test_a_clause_file_becomes_a_clause() -> None:
    clause = read_clause(CLAUSE_FILE.encode(), "disputes.md")
    assert (clause.id, clause.tiers, clause.binds, clause.law) == ("disputes", ("silver", "gold"), "binding", ())
    assert (clause.law_checked_on, clause.review_by) == (date(2026, 11, 20), date(2027, 11, 20))
    courts, talking = clause.alternatives
    assert (courts.wording, courts.line, CLAUSE_FILE.split("\n")[courts.line]) == ("\n1. Tell.\n", 33, "1. Tell.")
    assert courts.defines == (Definition("Dispute", "a disagreement", "Disputes", 23),)
    assert (talking.when, talking.wording) == ({"agreement.binding": ["charter"]}, "\n1. Talk.\n")
    assert clause.find("talking") is talking
    assert clause.find("shouting") is None


def test_line_ends_of_windows_and_a_byte_order_mark_make_no_difference() -> None:
    raw = b"\xef\xbb\xbf" + CLAUSE_FILE.replace("\n", "\r\n").encode()
    assert read_clause(raw, "disputes.md") == read_clause(CLAUSE_FILE.encode(), "disputes.md")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "---\nid:",
            "id:",
            "disputes.md:1:1: error LIB-03: a clause file begins with --- and its front matter\n"
            "  docs/writing-clauses.md shows one.",
        ),
        (
            "---\n\n## courts",
            "\n## courts",
            "disputes.md:1:1: error LIB-03: a clause file begins with --- and its front matter\n"
            "  docs/writing-clauses.md shows one.",
        ),
        (
            "title: Resolving disagreements",
            "title: Disagreements: all of them",
            "disputes.md:3:21: error YAML-14: a text that contains a colon and a space needs quotes\n"
            "  Write: title: 'Disagreements: all of them'",
        ),
        (
            "title: Resolving disagreements",
            "titel: Resolving disagreements",
            'disputes.md:2:1: error FIELD-08: "title" is missing: Its heading.\n'
            "  Write for example: title: Resolving disagreements\n"
            'disputes.md:3:1: error FIELD-07: there is no field "titel"; did you mean "title"?',
        ),
        (
            "approved_by: not yet reviewed by a solicitor",
            "approved_by: tbc",
            "disputes.md:10:14: error FIELD-12: nothing can be open in a file of the library\n  Write the value.",
        ),
        (
            "topic: P1",
            "topic: Z9",
            'disputes.md:4:8: error FIELD-11: topic: "Z9" is not of the right form\n'
            "  Its row in the clause matrix, A1 to T3.",
        ),
        (
            "[silver, gold]",
            "[silver, platinum]",
            'disputes.md:5:17: error FIELD-10: tiers: "platinum" is none of bronze, silver, gold',
        ),
        (
            "fallback 1",
            "fallback",
            'disputes.md:25:15: error FIELD-11: position: "fallback" is not of the right form\n'
            "  standard, fallback 1 and so on, or last resort.",
        ),
        (
            "version: 1.0.0",
            "version: 1.1.0",
            "disputes.md:7:1: error LIB-06: `changes` does not say why version 1.1.0 was made",
        ),
        (
            "## talking\n\n1. Talk.\n",
            "",
            'disputes.md:24:3: error LIB-04: there is no section "## talking" below',
        ),
        (
            "## talking",
            "## taking",
            'disputes.md:24:3: error LIB-04: there is no section "## talking" below\n'
            'disputes.md:36:1: error LIB-04: "taking" is no alternative in the front matter; did you mean "talking"?',
        ),
        (
            "1. Talk.\n",
            "1. Talk.\n\n## courts\n\n1. Sue.\n",
            'disputes.md:40:1: error LIB-04: "## courts" stands here a second time',
        ),
        (
            "---\n\n## courts",
            "---\n\n1. Lost.\n\n## courts",
            "disputes.md:31:1: error LIB-04: this stands in no section; "
            'the wording of an alternative begins with "## " and its id',
        ),
        (
            "    when:\n      agreement.binding: charter\n",
            "",
            "disputes.md:15:1: error LIB-05: exactly one alternative has no `when`, not 2\n"
            "  It is the one that remains when no other matches.",
        ),
        (
            "position: standard\n",
            "position: standard\n    when: {agreement.binding: hybrid}\n",
            "disputes.md:15:1: error LIB-05: exactly one alternative has no `when`, not 0\n"
            "  It is the one that remains when no other matches.",
        ),
        (
            "agreement.binding: charter",
            "agreement.bindng: charter",
            "disputes.md:27:7: error LIB-07: no field of the input is called agreement.bindng",
        ),
        (
            "agreement.binding: charter",
            "agreement.binding: [charter, nonbinding]",
            'disputes.md:27:26: error LIB-07: agreement.binding is never "nonbinding"; did you mean "non_binding"?',
        ),
        (
            "agreement.binding: charter",
            "document.summary: maybe",
            'disputes.md:27:25: error LIB-07: document.summary is never "maybe"',
        ),
        (
            "1. Tell.",
            "1. Tell \U000f0000 all.",
            "disputes.md:34:9: error YAML-02: the character U+F0000 cannot stand in a document\n"
            "  Delete it and type the text again.",
        ),
        (
            "1. Tell.",
            "1. Te\u200bll.",
            "disputes.md:34:6: error YAML-03: there is an invisible character here (U+200B); it can make text read "
            "differently\n  Delete it unless you mean it.",
        ),
    ],
)
def test_a_mistake_in_a_clause_file_is_named_with_its_place(old: str, new: str, expected: str) -> None:
    assert CLAUSE_FILE.count(old) == 1
    with pytest.raises(ProblemsFound) as found:
        read_clause(CLAUSE_FILE.replace(old, new).encode(), "disputes.md")
    assert printed(found.value.problems) == expected


def test_a_clause_file_in_another_encoding_is_refused_rather_than_half_read() -> None:
    with pytest.raises(CannotBeDone, match="the file is not text in UTF-8"):
        read_clause(CLAUSE_FILE.replace("Tell", "Caf\xe9").encode("latin-1"), "disputes.md")


def test_a_folder_of_ones_own_adds_clauses_and_replaces_those_of_the_kit(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "disputes.md").write_text(CLAUSE_FILE, "utf-8")
    (tmp_path / "tides.md").write_text(CLAUSE_FILE.replace("id: disputes", "id: tides"), "utf-8")
    library = load_library([tmp_path])
    assert library.find("disputes").file == str(tmp_path / "deep" / "disputes.md")
    assert library.find("tides").title == "Resolving disagreements"
    assert library.find("liability").file.startswith(str(shipped_folder()))


def test_two_clauses_of_one_id_in_one_folder_are_refused_and_both_named(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(CLAUSE_FILE, "utf-8")
    with pytest.raises(ProblemsFound) as found:
        load_library([tmp_path])
    assert printed(found.value.problems) == (
        f'{tmp_path / "b.md"}:2:1: error LIB-02: the id "disputes" is also that of {tmp_path / "a.md"}\n'
        "  Give one of the two another id."
    )


def test_the_mistakes_of_all_files_are_reported_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(CLAUSE_FILE.replace("topic: P1", "topic: Z9"), "utf-8")
    (tmp_path / "b.md").write_text(CLAUSE_FILE.replace("topic: P1", "topic: Z8"), "utf-8")
    with pytest.raises(ProblemsFound) as found:
        load_library([tmp_path])
    assert [Path(problem.place.file).name for problem in found.value.problems] == ["a.md", "b.md"]


def test_a_folder_that_is_not_there_cannot_be_loaded(tmp_path: Path) -> None:
    with pytest.raises(CannotBeDone, match="there is no such folder"):
        load_library([tmp_path / "missing"])


def test_an_unknown_clause_brings_the_nearest_one() -> None:
    with pytest.raises(CannotBeDone, match=r'there is no clause "liabilty"; did you mean "liability"\?'):
        load_library().find("liabilty")


def test_the_clauses_of_the_kit_are_in_the_order_of_their_topics() -> None:
    topics = [clause.topic for clause in load_library().clauses.values()]
    assert topics == sorted(topics)
    assert len(topics) > 20
