# SPDX-License-Identifier: GPL-3.0-or-later
"""Passphrase and recovery sheet: both open the file, a slip of the hand does not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.builders import new_file, open_file

from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.engine import salt_of
from amnesty_desktop.store.errors import CaseFileError, PassphraseNeeded, WrongPassphrase
from amnesty_desktop.store.keys import FileKey, key_from_passphrase, key_from_recovery_text, recovery_text

_SALT = bytes(range(16))
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(st.binary(min_size=32, max_size=32))
def test_a_printed_sheet_reads_back_as_the_key(key: bytes) -> None:
    printed = recovery_text(FileKey(key, _SALT))
    assert key_from_recovery_text(printed, _SALT).key == key
    assert [len(group) for group in printed.split()] == [4] * 14


@given(st.binary(min_size=32, max_size=32), st.integers(0, 55), st.sampled_from(_LETTERS))
def test_one_wrong_letter_is_refused(key: bytes, at: int, letter: str) -> None:
    letters = recovery_text(FileKey(key, _SALT)).replace(" ", "")
    wrong = letters[:at] + letter + letters[at + 1 :]
    if wrong != letters:
        with pytest.raises(WrongPassphrase):
            key_from_recovery_text(wrong, _SALT)


def test_letters_that_look_alike_small_letters_and_dashes_are_understood() -> None:
    key = FileKey(bytes(32), _SALT)
    typed = recovery_text(key).lower().replace("0", "o").replace(" ", " - ")
    assert key_from_recovery_text(typed, _SALT).key == key.key


def test_a_missing_letter_is_counted() -> None:
    with pytest.raises(WrongPassphrase, match="these are 55"):
        key_from_recovery_text(recovery_text(FileKey(bytes(32), _SALT))[:-1], _SALT)


def test_a_passphrase_typed_with_either_kind_of_accent_is_the_same() -> None:
    assert key_from_passphrase("café", _SALT).key == key_from_passphrase("cafe\u0301", _SALT).key


def test_a_key_does_not_show_itself() -> None:
    assert "ababab" not in repr(FileKey(b"\xab" * 32, _SALT))


@pytest.fixture
def locked(tmp_path: Path) -> CaseFile:
    file = new_file(tmp_path / "g.amnesty", "kitchen table")
    file.close()
    return file


def test_the_passphrase_opens_the_file(locked: CaseFile) -> None:
    again = open_file(locked.path, "kitchen table")
    assert again.is_encrypted
    assert again.group().name == "Riverside Group"
    again.close()


def test_the_typed_sheet_opens_the_file_and_its_copies(locked: CaseFile, tmp_path: Path) -> None:
    assert locked.key is not None
    sheet = recovery_text(locked.key)
    salt = salt_of(locked.path)
    assert salt is not None
    again = open_file(locked.path, key_from_recovery_text(sheet, salt))
    copy = again.copy_to(tmp_path / "copies").path
    again.close()
    copied = open_file(copy, key_from_recovery_text(sheet, salt_of(copy) or b""))
    assert copied.group().name == "Riverside Group"
    copied.close()


@pytest.mark.parametrize(
    ("key", "error", "words"), [("kitchen chair", WrongPassphrase, "does not open"), (None, PassphraseNeeded, "locked")]
)
def test_without_the_right_passphrase_a_sentence_says_so(
    locked: CaseFile, key: str | None, error: type[CaseFileError], words: str
) -> None:
    before = locked.path.read_bytes()
    with pytest.raises(error, match=words):
        open_file(locked.path, key)
    assert locked.path.read_bytes() == before
    assert [path.name for path in locked.path.parent.iterdir()] == ["g.amnesty"]
