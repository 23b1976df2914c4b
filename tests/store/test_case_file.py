# SPDX-License-Identifier: GPL-3.0-or-later
"""Making, opening, editing and closing a case file."""

import stat
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from tests.support.builders import Clock, add, case, contents, letter, new_file, open_file

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.group import Group
from amnesty_desktop.domain.letter import Letter
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.errors import CaseFileError, FileMissing, RecordMissing
from amnesty_desktop.store.lock import lock_path
from amnesty_desktop.store.recorder import Transaction


class _Gone(Exception):
    pass


def test_a_new_file_holds_its_group_and_nothing_to_undo(file: CaseFile) -> None:
    assert file.group().name == "Riverside Group"
    assert file.undo_label is None
    assert file.redo_label is None
    assert not file.is_encrypted


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path, file: CaseFile) -> None:
    with pytest.raises(CaseFileError, match="already"):
        new_file(file.path)
    assert file.group().name == "Riverside Group"


def test_only_the_owner_may_read_the_files(tmp_path: Path, file: CaseFile) -> None:
    file.copy_to(tmp_path / "copies")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")}
    if sys.platform != "win32":
        assert all(mode & 0o077 == 0 for mode in modes.values()), modes


def test_nothing_but_the_file_is_left_after_closing(tmp_path: Path, file: CaseFile) -> None:
    add(file, case())
    assert lock_path(file.path).exists()
    file.close()
    file.close()
    assert [path.name for path in tmp_path.iterdir()] == ["riverside.amnesty"]


def test_what_was_edited_is_there_after_opening_again(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher, letter(teacher))
    before = contents(file)
    file.close()
    again = open_file(file.path)
    assert contents(again) == before
    again.close()


def test_an_exception_in_an_edit_leaves_everything_as_it_was(file: CaseFile) -> None:
    def breaks(write: Transaction) -> None:
        write.save(case())
        raise _Gone

    before = contents(file)
    with pytest.raises(_Gone):
        file.edit("Breaks", breaks)
    assert contents(file) == before
    assert file.undo_label is None
    assert file.search("teacher") == []


def test_an_edit_gives_back_what_its_function_returns(file: CaseFile) -> None:
    assert file.edit("Look", lambda write: write.count(Case)).result == 0


def test_a_missing_record_is_an_error_when_fetched_and_none_when_looked_for(file: CaseFile) -> None:
    assert file.find(Case, "nobody") is None
    with pytest.raises(RecordMissing):
        file.get(Case, "nobody")


def test_a_deleted_row_is_not_found_by_id_or_number(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher)
    key = file.key_of(Case, teacher.id)
    assert key is not None
    assert file.at_key(Case, key) == teacher
    file.edit("Delete", lambda write: write.bury(Case, teacher.id))
    assert file.at_key(Case, key) is None


def test_two_threads_edit_one_after_the_other(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher)

    def write_many(name: str) -> None:
        for number in range(20):
            file.edit(f"{name} {number}", lambda write: write.save(letter(teacher, name)))

    threads = [threading.Thread(target=write_many, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert file.count(Letter) == 40
    assert sum(1 for _ in iter(file.undo, None)) == 41


def test_a_file_can_be_opened_again_after_closing(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher)
    file.close()
    file.reopen()
    add(file, replace(teacher, title="Freed"))
    assert file.get(Case, teacher.id).title == "Freed"


def test_edits_since_the_last_copy_are_counted(tmp_path: Path, file: CaseFile) -> None:
    add(file, case())
    assert file.edits_since_copy == 1
    file.copy_to(tmp_path / "copies")
    assert file.edits_since_copy == 0


def test_a_folder_that_is_gone_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileMissing, match="no folder"):
        new_file(tmp_path / "gone" / "g.amnesty")
    with pytest.raises(FileMissing, match="any more"):
        open_file(tmp_path / "gone" / "g.amnesty")
    assert list(tmp_path.iterdir()) == []


def test_making_a_file_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise _Gone

    monkeypatch.setattr("amnesty_desktop.store.derived.refresh_row", fails)
    with pytest.raises(_Gone):
        new_file(tmp_path / "g.amnesty")
    assert list(tmp_path.iterdir()) == []


def test_bytes_are_kept_once_under_their_hash(file: CaseFile) -> None:
    digests = file.edit("Keep", lambda write: {write.keep_bytes(b"a letter"), write.keep_bytes(b"a letter")}).result
    assert [file.bytes_of(digest) for digest in digests] == [b"a letter"]
    assert file.bytes_of("0" * 64) is None


def test_a_user_name_the_system_could_not_spell_is_no_trouble(tmp_path: Path) -> None:
    teacher = case()
    file = CaseFile.create(tmp_path / "g.amnesty", Group(name="G"), None, device="a" * 12, who="Jos\udce9", now=Clock())
    add(file, teacher)
    assert file.history_of_case(teacher.id)[0].who == "Jos\ufffd"
    file.close()


def test_no_other_thread_can_use_the_connection_during_a_statement(file: CaseFile) -> None:
    connection = file.engine.connection

    def is_free() -> int:
        got: list[bool] = []

        def try_it() -> None:
            got.append(connection.one_at_a_time.acquire(blocking=False))
            if got[0]:
                connection.one_at_a_time.release()

        other = threading.Thread(target=try_it)
        other.start()
        other.join()
        return int(got[0])

    connection.create_function("is_free", 0, is_free)
    assert file.engine.value("SELECT is_free()") == 0
    assert connection.execute("SELECT is_free()").fetchone() == (0,)
    assert is_free() == 1
