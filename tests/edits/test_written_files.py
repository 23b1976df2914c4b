# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing documents into a folder: whole or not at all, and never over another's file."""

import errno
import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

from amnesty_desktop.documents.letter import letter_document
from amnesty_desktop.documents.letterhead import Letterhead
from amnesty_desktop.domain.group import Paper
from amnesty_desktop.domain.letter import Letter
from amnesty_desktop.edits.templates import ready, shipped_template
from amnesty_desktop.edits.written_files import Document, changed_in_word, write_documents
from amnesty_desktop.store.errors import DiskFull, FileMissing, FolderReadOnly

LETTER = Document("Letter to Ana.docx", b"new words")
OURS = letter_document(
    Letter(id="ana", case_id="case"), Letterhead(), ready(shipped_template("plain", Paper.A4)), dated_text=""
)
"""As an earlier export left it."""


def saved_in_word(content: bytes) -> bytes:
    """The letter opened and saved: the same words, other bytes, and its properties kept."""
    opened = docx.Document(BytesIO(content))
    opened.add_paragraph("One more line")
    saved = BytesIO()
    opened.save(saved)
    return saved.getvalue()


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_document_is_written_under_its_name_and_nothing_else_is_left(tmp_path: Path) -> None:
    assert write_documents([LETTER], tmp_path) == [tmp_path / "Letter to Ana.docx"]
    assert (tmp_path / "Letter to Ana.docx").read_bytes() == b"new words"
    assert _names(tmp_path) == {"Letter to Ana.docx"}


def test_a_document_replaces_its_own_earlier_state(tmp_path: Path) -> None:
    (tmp_path / LETTER.name).write_bytes(OURS)
    write_documents([LETTER], tmp_path)
    assert (tmp_path / LETTER.name).read_bytes() == b"new words"


@pytest.mark.parametrize("change", [saved_in_word, lambda _: b"somebody else's"])
def test_what_was_changed_in_word_is_named_and_stays(tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    (tmp_path / LETTER.name).write_bytes(change(OURS))
    assert changed_in_word([LETTER], tmp_path) == [tmp_path / LETTER.name]
    assert write_documents([LETTER], tmp_path) == [tmp_path / "Letter to Ana (2).docx"]
    assert (tmp_path / LETTER.name).read_bytes() == change(OURS)


def test_what_is_as_it_was_exported_needs_no_question(tmp_path: Path) -> None:
    (tmp_path / LETTER.name).write_bytes(OURS)
    assert changed_in_word([LETTER], tmp_path) == []


def test_a_document_of_many_letters_never_replaces_another(tmp_path: Path) -> None:
    many = Document("Letters.docx", b"second", is_only_one=False)
    (tmp_path / "Letters.docx").write_bytes(b"first")
    assert write_documents([many, many], tmp_path) == [tmp_path / "Letters (2).docx", tmp_path / "Letters (3).docx"]
    assert (tmp_path / "Letters.docx").read_bytes() == b"first"


def test_a_file_held_for_a_moment_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / LETTER.name).write_bytes(OURS)
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
    (tmp_path / LETTER.name).write_bytes(OURS)
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
    (tmp_path / LETTER.name).write_bytes(OURS)

    def failing(_handle: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(wanted):
        write_documents([LETTER], tmp_path)
    assert (tmp_path / LETTER.name).read_bytes() == OURS
    assert _names(tmp_path) == {LETTER.name}


def test_what_a_killed_program_left_unfinished_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".Some letter.docx.part").write_bytes(b"half")
    write_documents([LETTER], tmp_path)
    assert _names(tmp_path) == {LETTER.name}


def test_names_in_other_scripts_and_very_long_ones_are_written(tmp_path: Path) -> None:
    names = ["UA 62-26 بهنام سهروردیان, 2026-11-23.docx", f"{'顾' * 75}.docx"]
    written = write_documents([Document(name, b"words") for name in names], tmp_path)
    assert [path.name for path in written] == names
