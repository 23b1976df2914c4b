# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing back an earlier copy: all of it or nothing, and it can be undone."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.support.builders import THERE, Clock, add, case, contents, new_file, open_file

from amnesty_desktop.domain.case import Case
from amnesty_desktop.edits import copies
from amnesty_desktop.store import backup
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.errors import CaseFileError, DiskFull, FileBusy, NewerFile
from amnesty_desktop.store.verify import verify

_WAYS = pytest.mark.parametrize("passphrase", [None, "kitchen table"])


def _back(file: CaseFile, copy: Path, folder: Path) -> CaseFile:
    return copies.bring_back(file, copy, folder, device=THERE, now=Clock(), label="Bring back Tuesday")


@_WAYS
def test_an_earlier_copy_comes_back_and_undoing_it_brings_back_the_newer(
    tmp_path: Path, passphrase: str | None
) -> None:
    file = new_file(tmp_path / "g.amnesty", passphrase)
    teacher = case("Tuesday")
    add(file, teacher)
    copy = copies.make(file, tmp_path / "copies")
    add(file, replace(teacher, title="Wednesday"))
    wednesday = contents(file)
    file = _back(file, copy.path, tmp_path / "copies")
    assert file.get(Case, teacher.id).title == "Tuesday"
    assert file.undo() is None
    again = copies.undo_bring_back(file, tmp_path / "copies", device=THERE, now=Clock())
    assert again is not None
    assert contents(again) == wednesday
    assert verify(again.engine).troubles == ()
    again.close()


def test_edits_after_bringing_back_take_later_stamps_and_are_undone_as_ever(file: CaseFile, tmp_path: Path) -> None:
    teacher = case("Tuesday")
    add(file, teacher)
    copy = copies.make(file, tmp_path / "copies")
    file = _back(file, copy.path, tmp_path / "copies")
    add(file, replace(teacher, title="Thursday"))
    file.undo()
    assert file.get(Case, teacher.id).title == "Tuesday"
    assert copies.undo_bring_back(file, tmp_path / "copies", device=THERE, now=Clock()) is None
    file.close()


def test_a_damaged_copy_changes_nothing_and_the_file_stays_open(file: CaseFile, tmp_path: Path) -> None:
    add(file, case())
    copy = copies.make(file, tmp_path / "copies").path
    copy.write_bytes(copy.read_bytes()[:-4096])
    before = contents(file)
    with pytest.raises(CaseFileError, match="damaged"):
        _back(file, copy, tmp_path / "copies")
    assert contents(file) == before
    add(file, case("Goes on"))


@pytest.mark.parametrize("fails", ["put_in_place", "open", "note_restore"])
def test_whatever_fails_the_file_is_as_it_was_and_open(
    file: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    teacher = case("Tuesday")
    add(file, teacher)
    copy = copies.make(file, tmp_path / "copies").path
    add(file, replace(teacher, title="Wednesday"))
    before = contents(file)
    owner = backup if fails == "put_in_place" else CaseFile
    real, calls = getattr(owner, fails), []

    def once(*args: object, **named: object) -> object:
        calls.append(args)
        if len(calls) == 1:
            raise DiskFull("There is no room left.", "Make some.")
        return real(*args, **named)

    monkeypatch.setattr(owner, fails, once)
    with pytest.raises(DiskFull):
        _back(file, copy, tmp_path / "copies")
    assert contents(file) == before
    assert file.undo_label == "Add"


def test_a_copy_of_a_newer_version_is_refused_before_anything_moves(file: CaseFile, tmp_path: Path) -> None:
    newer = new_file(tmp_path / "newer.amnesty")
    newer.engine.run("INSERT INTO _sqlite_migrations VALUES (99, 'case_file', '9999_of_the_future', '')")
    newer.close()
    with pytest.raises(NewerFile):
        _back(file, newer.path, tmp_path / "copies")
    assert file.group().name == "Riverside Group"


@_WAYS
def test_restoring_puts_a_copy_where_no_file_is(tmp_path: Path, passphrase: str | None) -> None:
    file = new_file(tmp_path / "g.amnesty", passphrase)
    add(file, case())
    copy, before = copies.make(file, tmp_path / "copies").path, contents(file)
    file.close()
    copies.restore(copy, tmp_path / "back.amnesty", passphrase, device=THERE, who="Ana", now=Clock())
    restored = open_file(tmp_path / "back.amnesty", passphrase)
    assert contents(restored) == before
    restored.close()


def test_restoring_never_overwrites(file: CaseFile, tmp_path: Path) -> None:
    copy = copies.make(file, tmp_path / "copies").path
    with pytest.raises(CaseFileError, match="already"):
        copies.restore(copy, file.path, None, device=THERE, who="Ana", now=Clock())


def test_the_newest_of_many_copies_is_found(file: CaseFile, tmp_path: Path) -> None:
    clock = Clock()
    for _ in range(13):
        made = backup.make_copy(file.engine, tmp_path / "copies", clock(), None)
    assert copies.newest(tmp_path / "copies") == made
    assert copies.newest(tmp_path / "none") is None


def test_the_open_file_is_not_taken_for_a_copy(file: CaseFile) -> None:
    with pytest.raises(FileBusy):
        open_file(file.path)
    add(file, case())
