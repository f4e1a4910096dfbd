"""What changed between two states of a library."""

from inputs import answers, clause, clause_file, pick

from agreement_kit.library import Clause, read_clause
from agreement_kit.revisions import ClauseChange, LibraryDiff, compare_clauses
from agreement_kit.revisions.effects import effects
from agreement_kit.revisions.sentences import alternative_words, effect_words, kind_words, total, touched, versions

TWO = """  short:
    position: fallback 1
    when:
      agreement.binding: [charter]
    use: Seldom.
    approver: Head of legal
  long:
    position: standard
    use: Always.
    approver: Head of legal
"""
BODY = "## short\n\n1. One.\n\n## long\n\n1. One and two.\n"


def two(body: str = BODY, alternatives: str = TWO, **front: str) -> Clause:
    return read_clause(clause_file(body, alternatives=alternatives, **front).encode(), "disputes.md")


def change(old: Clause, new: Clause) -> ClauseChange:
    (found,) = compare_clauses({old.id: old}, {new.id: new})
    return found


def test_equal_libraries_have_no_changes() -> None:
    assert compare_clauses({"disputes": two()}, {"disputes": two()}) == ()


def test_a_clause_comes_goes_and_keeps_its_wording_under_another_name() -> None:
    a, b = clause("1. One.\n", name="a"), clause("1. Two.\n", name="b")
    renamed = clause("1. Two.\n", name="c")
    found = compare_clauses({"a": a, "b": b}, {"c": renamed, "d": clause("1. Three.\n", name="d")})
    assert [(each.id, kind_words(each)) for each in found] == [
        ("c", "renamed from b"),
        ("d", "added"),
        ("a", "removed"),
    ]
    assert total(LibraryDiff("x", "y", found)) == "1 clause renamed, 1 added, 1 removed"


def test_wording_is_compared_word_by_word_and_needs_a_new_version() -> None:
    found = change(two(), two(BODY.replace("One and two", "One or two")))
    (alternative,) = found.alternatives
    assert alternative_words(alternative) == "wording of long"
    assert [each.text for each in alternative.wording if each.kind != "same"] == ["and", "or"]
    assert found.problem
    assert str(found.problem) == (
        'disputes.md:1:1: error LIB-08: "disputes" changed and still has version 1.0.0\n'
        "  Raise `version`, and say why under `changes`."
    )


def test_a_new_version_carries_the_reasons_of_all_between() -> None:
    changes = "{1.0.0: First version., 1.9.0: Second., 1.10.0: Third.}"
    newer = two(BODY.replace("two", "three"), version="1.10.0", changes=changes)
    found = change(two(), newer)
    assert (versions(found), found.problem) == ("1.0.0 → 1.10.0", None)
    assert found.reasons == (("1.9.0", "Second."), ("1.10.0", "Third."))


def test_a_version_that_goes_down_is_a_problem() -> None:
    found = change(two(version="1.2.0", changes="{1.2.0: x}"), two())
    assert found.problem
    assert found.problem.rule == "LIB-09"


def test_alternatives_come_go_and_are_renamed() -> None:
    renamed = two(BODY.replace("## short", "## brief"), TWO.replace("short:", "brief:"))
    assert touched(change(two(), renamed)) == "alternative short renamed brief"
    other = two(BODY.replace("## short\n\n1. One.", "## brief\n\n1. Other."), TWO.replace("short:", "brief:"))
    assert touched(change(two(), other)) == "alternative brief added; alternative short removed"


def test_what_nobody_reads_in_a_draft_changes_without_a_new_version() -> None:
    newer = two(review_by="2029-01-01", guidance="Other.", law="[Some Act 1999]", approved_by="a solicitor")
    found = change(two(), newer)
    assert [each.label for each in found.fields] == ["law", "review by", "approved by", "guidance"]
    assert (found.problem, found.changes_drafts, found.is_newer) == (None, False, False)


def test_what_chooses_a_wording_needs_a_new_version() -> None:
    found = change(two(), two(alternatives=TWO.replace("[charter]", "[charter, hybrid]").replace("Seldom", "Often")))
    (alternative,) = found.alternatives
    assert [(each.label, each.old, each.new) for each in alternative.fields] == [
        ("when", "agreement.binding: charter", "agreement.binding: charter or hybrid"),
        ("when to use", "Seldom.", "Often."),
    ]
    assert found.problem


def test_an_agreement_is_told_what_would_change_in_it() -> None:
    found = answers()
    old = [pick(each, found) for each in (two(), clause("1. x\n", name="a"), clause("1. y\n", name="b"))]
    newer = two(BODY.replace("One.", "Two."), version="1.1.0", changes="{1.1.0: x}")
    renewed = clause("1. y\n", name="b", version="2.0.0", changes="{2.0.0: x}")
    new = [pick(each, found) for each in (newer, renewed, clause("1. z\n", name="c"))]
    assert [effect_words(each) for each in effects("x.yaml", old, new)] == [
        "disputes: other wording of short (1.0.0 → 1.1.0)",
        "b: the same wording of only under another version (1.0.0 → 2.0.0)",
        "c would come in (only, 1.0.0)",
        "a would go (only, 1.0.0)",
    ]
    other = two(alternatives=TWO.replace("[charter]", "[binding]"))
    assert [effect_words(each) for each in effects("x.yaml", old[:1], [pick(other, found)])] == [
        "disputes: long in place of short (1.0.0 → 1.0.0)"
    ]
