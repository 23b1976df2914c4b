# SPDX-License-Identifier: GPL-3.0-or-later
"""Setting, changing and removing the passphrase of an open file."""

from pathlib import Path

import pytest
from tests.support.builders import HERE, Clock, add, case, contents, new_file, open_file

from amnesty_desktop.edits import copies, passphrase
from amnesty_desktop.store import rekey
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.engine import salt_of
from amnesty_desktop.store.errors import CaseFileError, WrongPassphrase


def _change(file: CaseFile, words: str | None, folder: Path) -> CaseFile:
    prepared = passphrase.prepare(file, words, folder)
    opened = passphrase.exchange(file, prepared, folder, device=HERE, now=Clock())
    assert passphrase.let_copies_follow(prepared, folder) == 0
    return opened


def test_a_first_passphrase_locks_the_file_and_its_copies(file: CaseFile, tmp_path: Path) -> None:
    add(file, case())
    before = contents(file)
    opened = _change(file, "kitchen table", tmp_path / "copies")
    assert opened.is_encrypted
    assert contents(opened) == before
    opened.close()
    assert all(salt_of(path) for path in [opened.path, *(tmp_path / "copies").glob("*.amnesty")])
    again = open_file(opened.path, "kitchen table")
    assert contents(again) == before
    again.close()


def test_after_a_change_the_old_passphrase_opens_neither_file_nor_copies(tmp_path: Path) -> None:
    file = new_file(tmp_path / "g.amnesty", "kitchen table")
    opened = _change(file, "garden bench", tmp_path / "copies")
    opened.close()
    for path in (opened.path, *(tmp_path / "copies").glob("*.amnesty")):
        with pytest.raises(WrongPassphrase):
            open_file(path, "kitchen table")


def test_a_removed_passphrase_leaves_a_plain_file(tmp_path: Path) -> None:
    opened = _change(new_file(tmp_path / "g.amnesty", "kitchen table"), None, tmp_path / "copies")
    assert not opened.is_encrypted
    opened.close()
    assert salt_of(opened.path) is None


def test_an_earlier_copy_can_still_be_brought_back(file: CaseFile, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    earlier = file.copy_to(folder).path
    add(file, case())
    opened = _change(file, "kitchen table", folder)
    back = copies.bring_back(opened, earlier, folder, device=HERE, now=Clock(), label="Bring back")
    assert back.is_encrypted
    assert not [place for place in contents(back) if place[0] == "cases"]
    back.close()


def test_an_edit_made_meanwhile_is_not_lost(file: CaseFile, tmp_path: Path) -> None:
    prepared = passphrase.prepare(file, "kitchen table", tmp_path / "copies")
    add(file, case())
    with pytest.raises(CaseFileError, match="changed while"):
        passphrase.exchange(file, prepared, tmp_path / "copies", device=HERE, now=Clock())
    assert [place for place in contents(file) if place[0] == "cases"]
    assert not list(tmp_path.glob(".*.fresh"))


def test_when_the_exchange_fails_the_file_is_open_as_it_was(
    file: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(fresh: Path, path: Path) -> None:
        raise CaseFileError("No.", "Try again.")

    prepared = passphrase.prepare(file, "kitchen table", tmp_path / "copies")
    monkeypatch.setattr(rekey, "take_place", refuse)
    with pytest.raises(CaseFileError):
        passphrase.exchange(file, prepared, tmp_path / "copies", device=HERE, now=Clock())
    add(file, case())
    assert not file.is_encrypted
    assert not prepared.fresh.exists()


def test_when_the_new_file_does_not_open_the_old_one_comes_back(
    file: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> CaseFile:
        raise WrongPassphrase("It does not open.", "Try again.")

    prepared = passphrase.prepare(file, "kitchen table", tmp_path / "copies")
    monkeypatch.setattr(CaseFile, "open", refuse)
    with pytest.raises(WrongPassphrase):
        passphrase.exchange(file, prepared, tmp_path / "copies", device=HERE, now=Clock())
    assert file.group().name == "Riverside Group"
    file.close()
    assert salt_of(file.path) is None


def test_giving_up_while_it_is_written_changes_nothing(file: CaseFile, tmp_path: Path) -> None:
    def give_up(done: int, total: int) -> None:
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        passphrase.prepare(file, "kitchen table", tmp_path / "copies", give_up)
    add(file, case())
    assert not list(tmp_path.glob(".*.fresh"))


def test_giving_up_at_the_very_end_leaves_no_second_file(file: CaseFile, tmp_path: Path) -> None:
    def give_up_at_the_end(done: int, total: int) -> None:
        if (done, total) == (1, 1):
            raise ArithmeticError

    with pytest.raises(ArithmeticError):
        passphrase.prepare(file, "kitchen table", tmp_path / "copies", give_up_at_the_end)
    assert not list(tmp_path.glob(".*.fresh"))
