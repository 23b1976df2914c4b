# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a file can be trusted: its pages, its rows, its index and its sealed letters."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from .engine import APPLICATION_ID, Engine, damaged, salt_of
from .errors import NotACaseFile
from .keys import FileKey
from .migrations import is_pending
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
        check_kind(engine)
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
        troubles = _index_troubles(engine) + _seal_troubles(engine) + _document_troubles(engine)
    if any(word for word in troubles if "pages" in word):
        return Verification(0, 0, 0, 0, tuple(troubles))
    counts = {table: int(engine.value(f"SELECT count(*) FROM {table} WHERE live = 1")) for table in _COUNTED}
    return Verification(**counts, troubles=tuple(troubles))


def check_kind(engine: Engine) -> None:
    """Refuse what is no case file of ours before anything in it is used.

    Raises NotACaseFile, for a database of another program or one somebody planted code in, and NewerFile.
    """
    name = engine.path.name
    if engine.value("PRAGMA application_id") != APPLICATION_ID:
        raise NotACaseFile(f"“{name}” is not a group's file.", "Choose another one.")
    if engine.value("SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')"):
        raise NotACaseFile(
            f"“{name}” holds things that a group's file never holds.", "Do not use it; bring back a safe copy."
        )
    is_pending(engine)


def _page_troubles(engine: Engine) -> list[str]:
    found = []
    if engine.key is not None and engine.rows("PRAGMA cipher_integrity_check"):
        found.append("Some pages of the file were changed from outside.")
    if engine.rows("PRAGMA integrity_check(20)") != [("ok",)]:
        found.append("Some pages of the file do not fit together.")
    return found


def _index_troubles(engine: Engine) -> list[str]:
    found = []
    known = "SELECT rowid FROM case_index"
    present = "SELECT key FROM cases WHERE gone = 0"
    if engine.rows(
        f"SELECT * FROM ({known} EXCEPT {present}) UNION ALL SELECT * FROM ({present} EXCEPT {known}) LIMIT 1"
    ):
        found.append("The search does not know exactly the cases there are.")
    # A copy made before a migration lacks the tables that are still to come.
    tables = {name for (name,) in engine.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for noun in NOUNS:
        if noun.belongs_to_case and noun.table in tables:
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


def _document_troubles(engine: Engine) -> list[str]:
    if not engine.rows("SELECT 1 FROM sqlite_schema WHERE name = 'blob_pieces'"):
        return []
    kept: dict[str, Any] = {}
    for digest, content in engine.rows("SELECT hash, bytes FROM blob_pieces ORDER BY hash, number"):
        kept.setdefault(digest, sha256()).update(content)
    whole = {digest for digest, found in kept.items() if found.hexdigest() == digest}
    whole |= {digest for (digest,) in engine.rows("SELECT hash FROM blobs")}
    # What lies in the bin counts as well: it can be put back.
    wanted = [digest for (digest,) in engine.rows("SELECT digest FROM attachments WHERE gone = 0")]
    lost = sum(digest not in whole for digest in wanted)
    return [f"{lost} documents are not what was added, or are gone."] if lost else []
