# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing a file anew under another key: nothing is lost, and the old key opens nothing any more."""

from pathlib import Path

import pytest
from tests.support.builders import add, case, frames, letter, new_file, open_file, person

from amnesty_desktop.store import rekey
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.engine import salt_of
from amnesty_desktop.store.errors import CaseFileError, DamagedFile, DiskFull, PassphraseNeeded, WrongPassphrase
from amnesty_desktop.store.keys import FileKey, key_from_passphrase, key_from_recovery_text, recovery_text

_OLD, _NEW = key_from_passphrase("kitchen table"), key_from_passphrase("garden bench")


@pytest.fixture
def full(tmp_path: Path) -> CaseFile:
    """A file without a passphrase with a case, its person and a letter."""
    made = new_file(tmp_path / "riverside's.amnesty")
    teacher = case()
    add(made, teacher, person(teacher), letter(teacher))
    return made


@pytest.fixture
def copies(full: CaseFile, tmp_path: Path) -> Path:
    """A folder with one safe copy of it."""
    full.copy_to(tmp_path / "copies")
    full.close()
    return tmp_path / "copies"


@pytest.fixture
def copy(copies: Path) -> Path:
    """The one copy."""
    return next(copies.glob("*.amnesty"))


@pytest.mark.parametrize(("old", "new"), [(None, _NEW), (_OLD, _NEW), (_OLD, None)])
def test_everything_is_there_under_the_new_key(
    copy: Path, tmp_path: Path, old: FileKey | None, new: FileKey | None
) -> None:
    source = tmp_path / "source.amnesty"
    rekey.write_under_key(copy, None, source, old)
    before = open_file(source, old)
    wanted, undo = frames(before), before.undo_label
    before.close()
    rekey.write_under_key(source, old, tmp_path / "fresh.amnesty", new)
    again = open_file(tmp_path / "fresh.amnesty", new)
    assert frames(again) == wanted
    assert again.undo_label == undo
    assert {hit.table for hit in again.search("zuniga")} == {"cases", "people", "letters"}
    assert again.is_encrypted is (new is not None)
    again.close()


def test_the_old_passphrase_and_the_old_sheet_open_the_new_file_no_longer(copy: Path, tmp_path: Path) -> None:
    locked, fresh = tmp_path / "locked.amnesty", tmp_path / "fresh.amnesty"
    rekey.write_under_key(copy, None, locked, _OLD)
    rekey.write_under_key(locked, _OLD, fresh, _NEW)
    with pytest.raises(WrongPassphrase):
        open_file(fresh, "kitchen table")
    with pytest.raises(WrongPassphrase):
        open_file(fresh, key_from_recovery_text(recovery_text(_OLD), salt_of(fresh) or b""))
    with pytest.raises(PassphraseNeeded):
        open_file(fresh)


def test_the_new_file_can_be_edited_and_undone(copy: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.amnesty"
    rekey.write_under_key(copy, None, fresh, _NEW)
    again = open_file(fresh, "garden bench")
    before = frames(again)
    add(again, case("A journalist"))
    assert again.undo() is not None
    assert {place for place, row in frames(again).items() if not row["gone"]} == set(before)
    again.close()


def test_with_the_wrong_old_key_nothing_is_written(copy: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked.amnesty"
    rekey.write_under_key(copy, None, locked, _OLD)
    with pytest.raises(WrongPassphrase):
        rekey.write_under_key(locked, _NEW, tmp_path / "fresh.amnesty", None)
    assert not list(tmp_path.glob("*fresh*"))


def test_a_damaged_source_is_refused_and_left_as_it_is(copy: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked.amnesty"
    rekey.write_under_key(copy, None, locked, _OLD)
    content = bytearray(locked.read_bytes())
    content[9_000] ^= 1
    locked.write_bytes(content)
    with pytest.raises(DamagedFile):
        rekey.write_under_key(locked, _OLD, tmp_path / "fresh.amnesty", _NEW)
    assert locked.read_bytes() == content
    assert not list(tmp_path.glob("*fresh*"))


def test_a_full_disk_is_told_before_anything_is_written(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rekey, "_ROOM_TO_SPARE", 1 << 62)
    with pytest.raises(DiskFull, match="no room"):
        rekey.write_under_key(copy, None, tmp_path / "fresh.amnesty", _NEW)
    assert not list(tmp_path.glob("*fresh*"))


def test_a_file_that_lost_rows_on_the_way_takes_no_place(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = iter([{"cases": 2}, {"cases": 1}])
    monkeypatch.setattr(rekey, "_rows", lambda path, key: next(rows))
    with pytest.raises(DamagedFile, match="not the same"):
        rekey.write_under_key(copy, None, tmp_path / "fresh.amnesty", _NEW)
    assert not list(tmp_path.glob("*fresh*"))


def test_copies_follow_the_file_under_their_own_names(copies: Path, copy: Path) -> None:
    before = {path.name for path in copies.iterdir()}
    assert rekey.rekey_copies(copies, None, _NEW) == 0
    assert {path.name for path in copies.iterdir()} == before
    again = open_file(copy, "garden bench")
    assert again.group().name == "Riverside Group"
    again.close()


def test_copies_that_followed_already_are_left_in_peace(copies: Path, copy: Path) -> None:
    rekey.rekey_copies(copies, None, _NEW)
    content = copy.read_bytes()
    assert rekey.rekey_copies(copies, _OLD, _NEW) == 0
    assert copy.read_bytes() == content


def test_a_copy_under_some_earlier_key_is_counted_and_kept(copies: Path, copy: Path) -> None:
    rekey.rekey_copies(copies, None, key_from_passphrase("long ago"))
    content = copy.read_bytes()
    assert rekey.rekey_copies(copies, _OLD, _NEW) == 1
    assert copy.read_bytes() == content


def test_giving_up_between_two_copies_leaves_each_of_them_whole(full: CaseFile, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    made = [full.copy_to(folder).path for _ in range(3)]
    full.close()

    def give_up(done: int, total: int) -> None:
        if done == 1:
            raise ArithmeticError

    with pytest.raises(ArithmeticError):
        rekey.rekey_copies(folder, None, _NEW, give_up)
    assert sorted(salt_of(path) is None for path in made) == [False, True, True]
    assert rekey.rekey_copies(folder, None, _NEW) == 0


def test_when_the_file_cannot_be_exchanged_a_sentence_says_so(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    fresh = tmp_path / "fresh.amnesty"
    rekey.write_under_key(copy, None, fresh, _NEW)
    content = copy.read_bytes()
    monkeypatch.setattr("os.replace", refuse)
    with pytest.raises(CaseFileError, match="It is as it was"):
        rekey.take_place(fresh, copy)
    assert copy.read_bytes() == content
