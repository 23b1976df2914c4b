# SPDX-License-Identifier: GPL-3.0-or-later
"""The lock beside a file says who has it, and is taken over from the dead."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from amnesty_desktop.store.errors import FileBusy, FolderReadOnly
from amnesty_desktop.store.lock import FileLock, Holder, lock_path, read_holder

_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_the_second_is_told_who_where_and_since_when(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "g.amnesty"), FileLock(tmp_path / "g.amnesty")
    first.take(_NOON)
    with pytest.raises(FileBusy, match=r"on the computer .+ since 2026-11-2\d \d\d:00") as busy:
        second.take(_NOON)
    assert "safe copy" in busy.value.way_out
    first.release()


def test_the_lock_is_free_after_release_and_leaves_no_file(tmp_path: Path) -> None:
    for _ in range(2):
        lock = FileLock(tmp_path / "g.amnesty")
        lock.take(_NOON)
        lock.release()
        lock.release()
    assert list(tmp_path.iterdir()) == []


def test_a_lock_file_left_by_a_dead_program_is_taken_over(tmp_path: Path) -> None:
    lock_path(tmp_path / "g.amnesty").write_text('{"user": "Ana", "machine": "old", "since": "2019-01-01 10:00"}')
    lock = FileLock(tmp_path / "g.amnesty")
    lock.take(_NOON)
    assert "old" not in lock_path(tmp_path / "g.amnesty").read_text()
    lock.release()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"user": 1}', "\ufffd" * 3000])
def test_an_unreadable_lock_file_names_nobody(tmp_path: Path, content: str) -> None:
    (tmp_path / "lock").write_text(content, encoding="utf-8")
    with (tmp_path / "lock").open("rb") as stream:
        assert read_holder(stream) == Holder("", "", "")
    assert Holder("", "", "").sentence == "Somebody has this file open."


def test_a_lock_file_removed_between_opening_and_locking_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lock_path(tmp_path / "g.amnesty")
    opened: list[int] = []
    real = os.open

    def open_then_lose_it(*args: object) -> int:
        handle = real(*args)  # type: ignore[arg-type]
        if not opened:
            path.unlink()
        opened.append(handle)
        return handle

    monkeypatch.setattr(os, "open", open_then_lose_it)
    lock = FileLock(tmp_path / "g.amnesty")
    lock.take(_NOON)
    assert len(opened) == 2
    assert path.exists()
    lock.release()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(FolderReadOnly, match="Nothing can be written"):
        FileLock(tmp_path / "gone" / "g.amnesty").take(_NOON)
