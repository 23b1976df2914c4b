# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a file can be trusted: its pages, its rows, its index and its sealed letters."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from .engine import APPLICATION_ID, Engine, damaged, salt_of
from .errors import NotACaseFile
from .keys import FileKey
from .rows import NOUNS

_COUNTED = ("cases", "letters", "people", "outcomes")


@dataclass(frozen=True, slots=True)
class Verification:
    """What was counted, and every trouble found, in words. No trouble is an empty tuple."""

    cases: int
    letters: int
    people: int
    outcomes: int
    troubles: tuple[str, ...] = ()


def check_copy(path: Path, key: FileKey | None) -> Verification:
    """Open a closed file through a connection of its own and check it; raises CaseFileError when it fails."""
    salt = salt_of(path)
    engine = Engine(path, key if salt is not None else None, read_only=True)
    try:
        if engine.value("PRAGMA application_id") != APPLICATION_ID:
            raise NotACaseFile(f"“{path.name}” is not a group's file.", "Choose another one.")
        found = verify(engine)
    finally:
        engine.close()
    if found.troubles:
        raise damaged(path)
    return found


def verify(engine: Engine) -> Verification:
    """Check an open file thoroughly; takes about a second for 100 MB."""
    troubles = _page_troubles(engine)
    if not troubles:
        troubles = _index_troubles(engine) + _seal_troubles(engine)
    if any(word for word in troubles if "pages" in word):
        return Verification(0, 0, 0, 0, tuple(troubles))
    counts = [engine.value(f"SELECT count(*) FROM {table} WHERE live = 1") for table in _COUNTED]
    return Verification(*map(int, counts), tuple(troubles))





def _page_troubles(engine: Engine) -> list[str]:
    found = []
    if engine.key is not None and engine.rows("PRAGMA cipher_integrity_check"):
        found.append("Some pages of the file were changed from outside.")
    if engine.rows("PRAGMA integrity_check(20)") != [("ok",)]:
        found.append("Some pages of the file do not fit together.")
    return found


def _index_troubles(engine: Engine) -> list[str]:
    found = []
    entries = engine.value("SELECT count(*) FROM case_index")
    if entries != engine.value("SELECT count(*) FROM cases WHERE gone = 0"):
        found.append("The search does not know all cases.")
    for noun in NOUNS:
        if noun.belongs_to_case and noun.table != "addressees":
            lost = engine.value(f"SELECT count(*) FROM {noun.table} WHERE case_id NOT IN (SELECT id FROM cases)")
            if lost:
                found.append(f"{lost} rows of {noun.table} belong to no case.")
    return found


def _seal_troubles(engine: Engine) -> list[str]:
    wrong = sum(
        1 for digest, content in engine.rows("SELECT hash, bytes FROM blobs") if sha256(content).hexdigest() != digest
    )
    missing = engine.value("SELECT count(*) FROM seals WHERE document NOT IN (SELECT hash FROM blobs)")
    found = []
    if wrong:
        found.append(f"{wrong} sealed documents are not what was posted.")
    if missing:
        found.append(f"{missing} sealed letters have lost their document.")
    return found
