"""The lock file: the same draft again from it alone, and every way in which it can be wrong."""

from pathlib import Path

import pytest
from inputs import CHARTER, SAMPLES, cases, clause_file, printed

from agreement_kit import CannotBeDone, ProblemsFound, check, generate, load, write_docx, write_markdown
from agreement_kit.api import differences, lock, locked_plan, outdated, plan, read_lock, upgrade
from agreement_kit.document import Document
from agreement_kit.locking import write_lock
from agreement_kit.problems import AgreementKitError


def locked(text: str, name: str = "x.yaml", *libraries: Path) -> tuple[bytes, Document]:
    found, problems = check(load(text.encode(), name=name), libraries=libraries)
    assert found, printed(problems)
    made = plan(found, libraries=libraries)
    document = made.assemble()
    return lock(made, document), document


def again(raw: bytes) -> Document:
    made, problems = locked_plan(read_lock(raw, "x.lock.yaml"))
    assert made, printed(problems)
    return made.assemble()


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_same_draft_is_made_again_from_the_lock_alone(sample: Path) -> None:
    raw, document = locked(sample.read_text("utf-8"), str(sample))
    assert again(raw) == document
    assert write_docx(again(raw)) == write_docx(document)
    kept = read_lock(raw, "x.lock.yaml")
    assert kept.text == sample.read_text("utf-8")
    assert differences(kept, again(raw)) == ()
    assert write_lock(kept) == raw


def test_the_same_input_gives_the_same_lock() -> None:
    assert locked(CHARTER)[0] == locked(CHARTER)[0]


def test_a_lock_says_in_its_first_lines_that_it_stays_with_its_author() -> None:
    first = locked(CHARTER)[0].decode().splitlines()[:3]
    assert all(line.startswith("#") for line in first)
    assert "It stays with you: do not send it to the other side." in first[1]


def test_a_lock_holds_answers_that_came_from_a_mapping() -> None:
    data = load(CHARTER).data
    assert isinstance(data, dict)
    found, _ = check(load(data))
    assert found
    made = plan(found)
    kept = read_lock(lock(made, made.assemble()), "x.lock.yaml")
    assert load(kept.text).data == data


def own(folder: Path, wording: str, version: str = "1.0.0", **front: str) -> Path:
    folder.mkdir(exist_ok=True)
    changes = "{1.0.0: First version., 2.0.0: Nobody read the first.}"
    body = f"## only\n\n1. {wording}\n"
    text = clause_file(body, name="general", topic="T1", version=version, changes=changes, **front)
    (folder / "general.md").write_text(text, "utf-8")
    return folder


def test_the_draft_stays_as_it_was_when_the_library_changes(tmp_path: Path) -> None:
    raw, document = locked(CHARTER, "x.yaml", own(tmp_path / "ours", "The Parties keep their word."))
    own(tmp_path / "ours", "The Parties keep faith.", "2.0.0")
    assert again(raw) == document
    assert b"keep their word" in raw


def test_what_the_rules_find_in_an_own_clause_stands_in_the_locked_draft_too(tmp_path: Path) -> None:
    body = "## only\n\n1. Nobody is liable for anything.\n"
    text = clause_file(body, name="liability", title="Liability", topic="O2")
    (tmp_path / "liability.md").write_text(text, "utf-8")
    raw, document = locked(CHARTER.replace("charter\n", "binding\n", 1), "x.yaml", tmp_path)
    assert "LIA-01" in write_markdown(document).decode()
    assert again(raw) == document


def test_a_clause_with_a_newer_version_is_named_with_the_reason_and_the_words(tmp_path: Path) -> None:
    ours = own(tmp_path / "ours", "The Parties keep their word.")
    kept = read_lock(locked(CHARTER, "x.yaml", ours)[0], "x.lock.yaml")
    assert outdated(kept, libraries=[ours]) == ()
    own(ours, "The Parties keep faith.", "2.0.0")
    (change,) = outdated(kept, libraries=[ours])
    assert (change.id, change.old_version, change.new_version) == ("general", "1.0.0", "2.0.0")
    assert change.reasons == (("2.0.0", "Nobody read the first."),)
    assert [(piece.kind, piece.text) for piece in change.alternatives[0].wording if piece.kind != "same"] == [
        ("deleted", "their word"),
        ("inserted", "faith"),
    ]


def test_a_note_that_changed_does_not_make_a_clause_outdated(tmp_path: Path) -> None:
    ours = own(tmp_path / "ours", "The Parties keep their word.")
    kept = read_lock(locked(CHARTER, "x.yaml", ours)[0], "x.lock.yaml")
    own(ours, "The Parties keep their word.", guidance="Another hint.", review_by="2029-01-01")
    assert outdated(kept, libraries=[ours]) == ()


def test_an_upgrade_moves_all_clauses_or_those_that_are_named(tmp_path: Path) -> None:
    ours = own(tmp_path / "ours", "The Parties keep their word.")
    vision = clause_file("## only\n\n1. One door.\n", name="vision", title="Vision")
    (ours / "vision.md").write_text(vision, "utf-8")
    text = CHARTER + "purpose:\n  vision: One door\n"
    raw, document = locked(text, "x.yaml", ours)
    kept = read_lock(raw, "x.lock.yaml")
    own(ours, "The Parties keep faith.", "2.0.0")
    (ours / "vision.md").write_text(vision.replace("One door", "Two doors"), "utf-8")
    everything = upgrade(kept, libraries=[ours])
    found, _ = check(load(text.encode(), name="x.yaml"))
    assert found
    assert everything.old == document
    assert everything.new == generate(found, libraries=[ours])
    one = upgrade(kept, ["general"], libraries=[ours]).new
    assert next(each for each in one.sections if each.id == "general").version == "2.0.0"
    assert [each for each in one.sections if each.id == "vision"] == [
        each for each in document.sections if each.id == "vision"
    ]
    with pytest.raises(CannotBeDone, match=r'no clause "generall" stands in this draft; did you mean "general"\?'):
        upgrade(kept, ["generall"], libraries=[ours])


def test_an_upgraded_draft_can_be_locked_and_made_again(tmp_path: Path) -> None:
    ours = own(tmp_path / "ours", "The Parties keep their word.")
    kept = read_lock(locked(CHARTER, "x.yaml", ours)[0], "x.lock.yaml")
    own(ours, "The Parties keep faith.", "2.0.0")
    made = upgrade(kept, ["general"], libraries=[ours])
    assert again(lock(made.plan, made.new)) == made.new


def test_a_lock_of_another_version_of_the_kit_works_and_says_so() -> None:
    from dataclasses import replace

    raw, document = locked(CHARTER)
    older = replace(read_lock(raw, "x.lock.yaml"), kit="0.0.1")
    assert again(write_lock(older)) == document
    assert [each.rule for each in differences(older, document)] == ["LOCK-06"]
    other = differences(replace(older, draft="0" * 64), document)
    assert printed(other) == (
        "x.lock.yaml: warning LOCK-05: this draft does not read as the locked one did (agreement-kit 0.0.1 wrote it; "
        "this is 0.1.0)\n  Install agreement-kit 0.0.1 to make it as it was."
    )
    changed = replace(older, kit="0.1.0", house_style="0" * 64)
    assert "the house style is another now" in printed(differences(changed, document))


def test_open_items_survive() -> None:
    text = CHARTER.replace("name: Saltmarsh Trust", "name: {tbc: Which trust?, owner: uni, by: 2027-01-31}")
    raw, document = locked(text)
    assert again(raw) == document


@pytest.mark.parametrize(("edit", "expected"), cases("locks.md"))
def test_a_lock_that_cannot_be_trusted_says_why(edit: str, expected: str) -> None:
    text = locked(CHARTER)[0].decode()
    for line in edit.strip("\n").split("\n"):
        old, _, new = line.partition(" => ")
        old, new = old.replace("\\n", "\n"), new.replace("\\n", "\n")
        assert old in text
        text = new if old == "lock:" and not new.startswith("lock") else text.replace(old, new, 1)
    with pytest.raises(AgreementKitError) as found:
        read_lock(text.encode(), "x.lock.yaml")
    assert expected in printed(found.value.problems)


@pytest.mark.parametrize(
    "raw", [b"", b"[", b"\x00\xff", b"PK\x03\x04", b"lock: 1\n", b"lock: [1]\n", b"lock: 1\nsections: x\n"]
)
def test_what_is_no_lock_is_refused_in_a_sentence(raw: bytes) -> None:
    with pytest.raises(AgreementKitError):
        read_lock(raw, "x.lock.yaml")


def test_every_part_of_a_lock_is_needed_and_under_a_hash() -> None:
    lines = locked(CHARTER)[0].decode().split("\n")
    body = next(at for at, line in enumerate(lines) if line.startswith("lock:"))
    accepted = []
    for at in range(body, len(lines) - 1):
        without = "\n".join([*lines[:at], *lines[at + 1 :]])
        if at % 7 == 0 and lines[at].strip():
            try:
                read_lock(without.encode(), "x.lock.yaml")
                accepted.append(lines[at])
            except (ProblemsFound, CannotBeDone):
                pass
    assert accepted == []
