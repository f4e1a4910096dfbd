import os
from pathlib import Path
from zipfile import ZipFile

import pytest
from inputs import answers

from agreement_kit import CannotBeDone, generate, save, write_docx
from agreement_kit.api import save_together
from agreement_kit.saving import put_in_place


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_new_file_is_written_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    assert save(b"draft", tmp_path / "a.docx") == tmp_path / "a.docx"
    assert (tmp_path / "a.docx").read_bytes() == b"draft"
    assert files(tmp_path) == ["a.docx"]


def test_a_path_may_be_text(tmp_path: Path) -> None:
    assert save(b"draft", str(tmp_path / "a.md")) == tmp_path / "a.md"


def test_a_file_that_exists_is_replaced_only_by_force(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    with pytest.raises(CannotBeDone) as found:
        save(b"new", file)
    assert str(found.value) == f"{file}: error OUT-05: the file exists\n  Replace it with --force."
    assert file.read_bytes() == b"old"
    save(b"new", file, force=True)
    assert (file.read_bytes(), files(tmp_path)) == (b"new", ["a.md"])


@pytest.mark.parametrize("lock", ["~$-draft.docx", "~$my-draft.docx", ".~lock.my-draft.docx#"])
def test_a_file_that_is_open_in_word_is_not_replaced_even_by_force(lock: str, tmp_path: Path) -> None:
    file = tmp_path / "my-draft.docx"
    file.write_bytes(b"old")
    (tmp_path / lock).write_bytes(b"")
    with pytest.raises(CannotBeDone) as found:
        save(b"new", file, force=True, discard_edits=True)
    assert str(found.value) == (
        f"{file}: error OUT-02: the file is open in Word\n  Close it there. If nobody has it open, delete {lock}."
    )
    assert file.read_bytes() == b"old"


@pytest.fixture(scope="module")
def draft() -> bytes:
    return write_docx(generate(answers()))


def edited(raw: bytes, file: Path) -> None:
    """The file as Word saves it again after somebody changed a word."""
    file.write_bytes(raw)
    with ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with ZipFile(file, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part.replace(b"Harbour", b"Haven") if name == "word/document.xml" else part)


def test_a_draft_that_nobody_edited_is_replaced_by_force(draft: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    save(draft, file)
    with pytest.raises(CannotBeDone, match="OUT-05: the file exists"):
        save(draft, file)
    save(b"new", file, force=True)
    assert file.read_bytes() == b"new"


def test_a_draft_that_somebody_edited_is_replaced_only_where_their_work_may_go(draft: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.DOCX"
    edited(draft, file)
    before = file.read_bytes()
    for force in (False, True):
        with pytest.raises(CannotBeDone) as found:
            save(b"new", file, force=force)
        assert str(found.value) == (
            f"{file}: error OUT-04: somebody saved this file in Word since the kit wrote it\n"
            "  Keep their work and choose another name with -o, or replace it with --discard-edits."
        )
    assert (file.read_bytes(), files(tmp_path)) == (before, ["a.DOCX"])
    save(b"new", file, discard_edits=True)
    assert file.read_bytes() == b"new"


def test_a_word_file_that_the_kit_did_not_write_is_not_taken_for_a_draft(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(b"no Word file at all")
    with pytest.raises(CannotBeDone, match="OUT-05: the file exists"):
        save(b"new", file)
    assert file.read_bytes() == b"no Word file at all"


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotBeDone) as found:
        save(b"draft", tmp_path / "missing" / "a.md")
    assert str(found.value) == (
        f"{tmp_path / 'missing'}: error OUT-01: there is no such folder\n"
        "  Make the folder first, or choose another with -o."
    )


def test_a_folder_is_no_file_to_write(tmp_path: Path) -> None:
    with pytest.raises(CannotBeDone, match="OUT-01: this is a folder"):
        save(b"draft", tmp_path, force=True)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder that not even root can write to")
def test_a_folder_that_takes_no_files_is_named() -> None:
    with pytest.raises(CannotBeDone, match="error OUT-03: the file cannot be written"):
        save(b"draft", "/proc/self/fd/a.md")


def test_a_name_that_is_too_long_is_a_problem_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(CannotBeDone, match="OUT-03: the file cannot be written: file name too long"):
        save(b"draft", tmp_path / ("a" * 300 + ".md"))
    assert files(tmp_path) == []


def test_a_write_that_fails_half_way_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    with pytest.raises(TypeError):
        save("text is no bytes", file, force=True)  # type: ignore[arg-type]
    assert (file.read_bytes(), files(tmp_path)) == (b"old", ["a.md"])


@pytest.mark.skipif(os.name == "nt", reason="rights of this kind are POSIX'")
def test_a_file_keeps_its_rights_and_a_new_one_gets_the_usual_ones(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    save(b"new", file, force=True)
    assert file.stat().st_mode & 0o777 == 0o640
    (tmp_path / "usual").write_bytes(b"")
    save(b"new", tmp_path / "b.md")
    assert (tmp_path / "b.md").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_several_files_are_written_together(tmp_path: Path) -> None:
    save_together({tmp_path / "a.md": b"draft", str(tmp_path / "b.md"): b"sheet"})
    assert (tmp_path / "a.md").read_bytes() + (tmp_path / "b.md").read_bytes() == b"draftsheet"
    assert files(tmp_path) == ["a.md", "b.md"]


def test_where_one_of_several_files_may_not_be_replaced_none_is_written(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_bytes(b"old")
    with pytest.raises(CannotBeDone, match="OUT-05: the file exists"):
        save_together({tmp_path / "a.md": b"draft", tmp_path / "b.md": b"sheet"})
    assert files(tmp_path) == ["b.md"]
    assert (tmp_path / "b.md").read_bytes() == b"old"


def test_where_one_of_several_files_cannot_be_put_in_place_the_others_are_put_back(tmp_path: Path) -> None:
    waiting = {tmp_path / name: tmp_path / f".{name}" for name in ("new.md", "known.md", "gone.md")}
    (tmp_path / "known.md").write_bytes(b"old")
    for name in (".new.md", ".known.md"):  # what should become gone.md is not there: moving it fails
        (tmp_path / name).write_bytes(b"draft")
    with pytest.raises(CannotBeDone, match="OUT-03: the file cannot be written: no such file"):
        put_in_place(waiting)
    assert files(tmp_path) == ["known.md"]
    assert (tmp_path / "known.md").read_bytes() == b"old"


def test_every_file_that_stands_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "c.md").mkdir()
    with pytest.raises(CannotBeDone) as found:
        save_together({tmp_path / name: b"new" for name in ("a.md", "b.md", "c.md")})
    assert [problem.rule for problem in found.value.problems] == ["OUT-05", "OUT-01"]


def test_a_file_is_no_folder_to_write_into(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    with pytest.raises(CannotBeDone, match="OUT-01: this is no folder"):
        save(b"draft", tmp_path / "a.md" / "b.md")
