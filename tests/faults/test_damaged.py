# SPDX-License-Identifier: GPL-3.0-or-later
"""Bits that flipped and bytes that are missing: a locked file never shows a wrong word.

A plain file has no such protection: of its flipped bits the checks find those in its structure and in sealed
documents. That is one of the reasons for a passphrase.
"""

import random
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support.builders import add, case, contents, letter, new_file, open_file
from tests.support.random_edits import RandomEdits

from amnesty_desktop.domain.letter import Channel
from amnesty_desktop.edits import letters
from amnesty_desktop.store import verify
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.engine import Engine
from amnesty_desktop.store.errors import CaseFileError, DamagedFile
from amnesty_desktop.store.keys import FileKey


def _made(path: Path, passphrase: str | None) -> tuple[bytes, FileKey | None, dict[Any, Any]]:
    file = new_file(path, passphrase)
    restless = RandomEdits(11)
    for _ in range(60):
        restless.step(file)
    key, held = file.key, contents(file)
    file.close()
    return path.read_bytes(), key, held


def _troubles(path: Path, key: FileKey | None) -> bool:
    """Whether the checks say that a file cannot be trusted."""
    try:
        verify.check_copy(path, key)
    except CaseFileError:
        return True
    return False


def _read(path: Path, key: FileKey | None) -> dict[Any, Any] | None:
    """Everything as it reads, None when the file refuses."""
    try:
        with closing(open_file(path, key)) as file:
            return contents(file)
    except CaseFileError:
        return None


def test_a_bit_flipped_in_a_locked_file_is_found_and_never_read(tmp_path: Path) -> None:
    path, chance = tmp_path / "g.amnesty", random.Random(1)
    whole, key, held = _made(path, "kitchen table")
    for _ in range(120):
        spoiled, at = bytearray(whole), chance.randrange(len(whole))
        spoiled[at] ^= 1 << chance.randrange(8)
        path.write_bytes(spoiled)
        # The salt at the very start goes with the key in hand; a wrong one is a wrong key.
        assert _troubles(path, key), at
        assert _read(path, key) in (None, held), at


def test_a_bit_flipped_in_a_plain_file_is_refused_or_leaves_the_program_whole(tmp_path: Path) -> None:
    path, chance = tmp_path / "g.amnesty", random.Random(2)
    whole, _, _ = _made(path, None)
    found = 0
    for _ in range(120):
        spoiled, at = bytearray(whole), chance.randrange(len(whole))
        spoiled[at] ^= 1 << chance.randrange(8)
        path.write_bytes(spoiled)
        found += _troubles(path, None)
    assert found > 0


@pytest.mark.parametrize("passphrase", [None, "kitchen table"])
def test_a_file_cut_short_is_always_found(tmp_path: Path, passphrase: str | None) -> None:
    path, chance = tmp_path / "g.amnesty", random.Random(3)
    whole, key, _ = _made(path, passphrase)
    for length in [*chance.sample(range(1, len(whole)), 50), *range(4096, len(whole), 4096 * 6)]:
        path.write_bytes(whole[:length])
        assert _troubles(path, key), length


def test_a_damaged_page_is_told_in_a_sentence_while_working(tmp_path: Path) -> None:
    path = tmp_path / "g.amnesty"
    whole, key, _ = _made(path, "kitchen table")
    spoiled = bytearray(whole)
    for page in range(3, len(whole) // 4096):
        spoiled[page * 4096 + 100] ^= 1
    path.write_bytes(spoiled)
    with pytest.raises(DamagedFile, match="damaged"), closing(open_file(path, key)) as file:
        contents(file)


def _change(statement: str) -> Callable[[Engine], None]:
    return lambda engine: engine.run(statement)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_change("DELETE FROM case_index WHERE rowid = (SELECT min(key) FROM cases WHERE gone = 0)"), "search"),
        (_change("INSERT INTO case_index (rowid, folded) VALUES (99999, 'nobody')"), "search"),
        (_change("UPDATE letters SET case_id = 'nowhere' WHERE key = 1"), "belong to no case"),
        (_change("UPDATE blobs SET bytes = x'00'"), "not what was posted"),
        (_change("DELETE FROM blobs"), "lost their document"),
    ],
)
def test_what_does_not_belong_together_is_named(file: CaseFile, spoil: Callable[[Engine], None], words: str) -> None:
    teacher = case()
    draft = letter(teacher)
    add(file, teacher, draft)
    sent: dict[str, Any] = {"on": date(2026, 5, 1), "channel": Channel.POST, "postage": 0, "document": b"as posted"}
    file.edit("Send", lambda write: letters.mark_sent(write, draft.id, **sent))
    assert verify.verify(file.engine).troubles == ()
    with file._guard.opened():
        spoil(file.engine)
    assert any(words in trouble for trouble in verify.verify(file.engine).troubles)
