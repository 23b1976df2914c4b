# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing documents into a folder: whole or not at all, and never over another's file."""

import errno
import os
from pathlib import Path

import pytest

from amnesty_desktop.edits.written_files import Document, write_documents
from amnesty_desktop.store.errors import DiskFull, FileMissing, FolderReadOnly

LETTER = Document("Letter to Ana.docx", b"new words")


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_document_is_written_under_its_name_and_nothing_else_is_left(tmp_path: Path) -> None:
    assert write_documents([LETTER], tmp_path) == [tmp_path / "Letter to Ana.docx"]
    assert (tmp_path / "Letter to Ana.docx").read_bytes() == b"new words"
    assert _names(tmp_path) == {"Letter to Ana.docx"}


def test_a_document_replaces_its_own_earlier_state(tmp_path: Path) -> None:
    (tmp_path / LETTER.name).write_bytes(b"old words")
    write_documents([LETTER], tmp_path)
    assert (tmp_path / LETTER.name).read_bytes() == b"new words"


def test_a_document_of_many_letters_never_replaces_another(tmp_path: Path) -> None:
    many = Document("Letters.docx", b"second", is_only_one=False)
    (tmp_path / "Letters.docx").write_bytes(b"first")
    assert write_documents([many, many], tmp_path) == [tmp_path / "Letters (2).docx", tmp_path / "Letters (3).docx"]
    assert (tmp_path / "Letters.docx").read_bytes() == b"first"


def test_a_file_held_for_a_moment_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / LETTER.name).write_bytes(b"old words")
    held, waits, replace = [True, True], list[float](), os.replace

    def replaced(one: Path, other: Path) -> None:
        if held and held.pop():
            raise PermissionError
        replace(one, other)

    monkeypatch.setattr(os, "replace", replaced)
    assert write_documents([LETTER], tmp_path, wait=waits.append) == [tmp_path / LETTER.name]
    assert len(waits) == 2


def test_a_file_open_in_word_stays_and_the_new_one_goes_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / LETTER.name).write_bytes(b"open in Word")
    waits, replace = list[float](), os.replace

    def replaced(one: Path, other: Path) -> None:
        if Path(other).name == LETTER.name:
            raise PermissionError
        replace(one, other)

    monkeypatch.setattr(os, "replace", replaced)
    assert write_documents([LETTER], tmp_path, wait=waits.append) == [tmp_path / "Letter to Ana (2).docx"]
    assert sum(waits) == pytest.approx(1.0)
    assert _names(tmp_path) == {"Letter to Ana.docx", "Letter to Ana (2).docx"}


def test_a_folder_that_is_gone_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileMissing, match="no folder"):
        write_documents([LETTER], tmp_path / "gone")


@pytest.mark.parametrize(("number", "wanted"), [(errno.ENOSPC, DiskFull), (errno.EROFS, FolderReadOnly)])
def test_a_full_or_closed_disk_leaves_the_old_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, wanted: type[Exception]
) -> None:
    (tmp_path / LETTER.name).write_bytes(b"old words")

    def failing(_handle: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(wanted):
        write_documents([LETTER], tmp_path)
    assert (tmp_path / LETTER.name).read_bytes() == b"old words"
    assert _names(tmp_path) == {LETTER.name}


def test_what_a_killed_program_left_unfinished_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".Some letter.docx.part").write_bytes(b"half")
    write_documents([LETTER], tmp_path)
    assert _names(tmp_path) == {LETTER.name}


def test_names_in_other_scripts_and_very_long_ones_are_written(tmp_path: Path) -> None:
    names = ["UA 62-26 بهنام سهروردیان, 2026-11-23.docx", f"{'顾' * 75}.docx"]
    written = write_documents([Document(name, b"words") for name in names], tmp_path)
    assert [path.name for path in written] == names
