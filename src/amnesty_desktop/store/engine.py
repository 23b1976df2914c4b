# SPDX-License-Identifier: GPL-3.0-or-later
"""The one door to the SQLite driver: sqlcipher3 for every file, with a passphrase or without.

Nothing else in the program may open the live file, not even to read a few bytes: closing any
handle would drop SQLite's locks on POSIX systems. The header is looked at before connecting.
"""

import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3
from sqlcipher3 import dbapi2 as driver

from .errors import (
    CaseFileError,
    DamagedFile,
    DiskFull,
    FileBusy,
    FileMissing,
    FolderReadOnly,
    NotACaseFile,
    PassphraseNeeded,
    WrongPassphrase,
)
from .keys import SALT_BYTES, FileKey

if TYPE_CHECKING:
    from sqlite_utils import Database

# sqlite-utils catches the errors of the module it believes in; under this name it finds ours.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", driver)

APPLICATION_ID = 0x416D6E43
SUFFIX = ".amnesty"
_PLAIN_HEADER = b"SQLite format 3\0"
_SMALLEST = 4096
_APPLICATION_ID_AT = slice(68, 72)
_CACHE_KIB = 64_000

# The columns of one row, a tuple as the driver gives it.
Row = Any
Refused = driver.IntegrityError


def salt_of(path: Path) -> bytes | None:
    """Return the salt of an encrypted file, None for a plain one.

    Raises FileMissing or NotACaseFile. To be called only before connecting (see the module's first lines).
    """
    if path.is_dir():
        raise NotACaseFile(f"“{path.name}” is a folder.", "Choose a file that ends in .amnesty.")
    try:
        with path.open("rb") as stream:
            head = stream.read(100)
        size = path.stat().st_size
    except FileNotFoundError as trouble:
        raise FileMissing(
            f"There is no file “{path.name}” in “{path.parent}” any more.",
            "If it lies on a stick, put the stick in; otherwise bring back a safe copy.",
        ) from trouble
    except OSError as trouble:
        raise FolderReadOnly(
            f"The file “{path.name}” may not be read by you.", "Ask its owner, or copy it into a folder of your own."
        ) from trouble
    other = NotACaseFile(f"“{path.name}” is not a group's file.", "Choose a file that ends in .amnesty.")
    is_plain = head.startswith(_PLAIN_HEADER)
    if is_plain and head[_APPLICATION_ID_AT] != APPLICATION_ID.to_bytes(4, "big"):
        raise other
    if not is_plain and not _looks_encrypted(head):
        raise other
    if size < _SMALLEST or size % _SMALLEST:
        raise damaged(path) if path.suffix == SUFFIX else other
    return None if is_plain else head[:SALT_BYTES]


def _looks_encrypted(head: bytes) -> bool:
    """Whether bytes look like chance: no text, no emptiness, no well-known kind of file."""
    return not head.isascii() and len(set(head)) >= 48 and head[:4] not in (b"PK\x03\x04", b"%PDF")


def damaged(path: Path) -> DamagedFile:
    """The sentence for a file whose bytes cannot be trusted."""
    return DamagedFile(
        f"The file “{path.name}” is damaged or incomplete.",
        "Bring back a safe copy; the damaged file is left as it is.",
    )


class _Connection(driver.Connection):  # type: ignore[misc]  # the driver ships no types
    """A connection that does one statement after the other, whatever threads they come from.

    The driver lets go of Python's lock while SQLite works. Two statements at once then got in each other's way in
    its list of prepared statements (KeyError: the SQL of the other one).
    """

    def __init__(self, *args: Any, **given: Any) -> None:
        self.one_at_a_time = threading.RLock()
        super().__init__(*args, **given)

    def execute(self, *args: Any) -> Any:
        with self.one_at_a_time:
            return super().execute(*args)

    def executemany(self, *args: Any) -> Any:
        with self.one_at_a_time:
            return super().executemany(*args)


class Engine:
    """One exclusive connection to one file."""

    def __init__(self, path: Path, key: FileKey | None, *, read_only: bool = False) -> None:
        """Connect to a file that is there, an empty one included (see empty_file).

        Raises a CaseFileError with its sentence for everything that can go wrong.
        """
        self.path = path
        self.key = key
        self._db: Database | None = None
        with speaking_plainly(path):
            uri = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"
            self.connection = driver.connect(
                uri, uri=True, isolation_level=None, check_same_thread=False, timeout=0.2, factory=_Connection
            )
        try:
            self._place = path.stat()
            with speaking_plainly(path):
                self._prepare(read_only)
        except BaseException:
            self.connection.close()
            raise

    def _prepare(self, read_only: bool) -> None:
        run = self.connection.execute
        # SQLCipher would tell its own story on stderr of what we say in a sentence.
        run("PRAGMA cipher_log_level = NONE")
        if self.key is not None:
            run(f'PRAGMA key = "{self.key.pragma}"')
            run("PRAGMA cipher_memory_security = OFF")
        run("PRAGMA trusted_schema = OFF")
        run("PRAGMA temp_store = MEMORY")
        run("PRAGMA foreign_keys = ON")
        if not read_only:
            run("PRAGMA locking_mode = EXCLUSIVE")
        self._look_inside()
        run(f"PRAGMA cache_size = -{_CACHE_KIB}")
        if not read_only:
            run("PRAGMA journal_mode = DELETE")
            run("PRAGMA synchronous = FULL")
            # Taken here and kept till the end: a second program can neither write nor read.
            run("BEGIN EXCLUSIVE")
            run("COMMIT")

    def _look_inside(self) -> None:
        """Read the first page, which only the right key makes readable."""
        try:
            self.connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except driver.DatabaseError as trouble:
            if trouble.sqlite_errorcode & 0xFF != driver.SQLITE_NOTADB:
                raise
            if self.key is None:
                raise PassphraseNeeded("This file is locked with a passphrase.", "Type the passphrase.") from trouble
            raise WrongPassphrase(
                "That passphrase does not open this file.",
                "Try again, or use the recovery sheet. If neither opens it, bring back a safe copy.",
            ) from trouble

    @property
    def db(self) -> "Database":
        """The same connection through sqlite-utils, imported at the first write (70 ms that no start should pay)."""
        if self._db is None:
            from sqlite_utils import Database

            self._db = Database(self.connection)
        return self._db

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Run a query and return all its rows."""
        with speaking_plainly(self.path), self.connection.one_at_a_time:
            return list(self.connection.execute(sql, values).fetchall())

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """Run a query and return the first column of its first row, None without one."""
        found = self.rows(sql, values)
        return found[0][0] if found else None

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Run a statement that gives nothing back."""
        with speaking_plainly(self.path):
            self.connection.execute(sql, values)

    def check_place(self) -> None:
        """Before writing: raises FileMissing when the file was moved, deleted or exchanged under our hands.

        The system would let us go on writing into a file that nobody can find any more.
        """
        try:
            if os.path.samestat(self._place, self.path.stat()):
                return
        except OSError:
            pass
        raise FileMissing(
            f"The file “{self.path.name}” is no longer where it was opened, in “{self.path.parent}”.",
            "Put it back, or the stick in; what you typed is still in the window.",
        )

    def close(self) -> None:
        """Close the connection; harmless the second time."""
        self.connection.close()


def empty_file(path: Path) -> None:
    """Make an empty file that only its owner may read, for an Engine to fill; raises FolderReadOnly."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as trouble:
        raise folder_read_only(path.parent) from trouble


def folder_read_only(folder: Path) -> FolderReadOnly:
    """The sentence for a folder that cannot be written."""
    return FolderReadOnly(
        f"Nothing can be written into the folder “{folder}”.",
        "Copy the file into a folder of your own, then open the copy.",
    )


@contextmanager
def speaking_plainly(path: Path) -> Iterator[None]:
    """Turn the driver's errors about the world into sentences; the rest are errors of ours and pass."""
    try:
        yield
    except (driver.DatabaseError, MemoryError) as trouble:
        plain = _plain_error(path, trouble)
        if plain is None:
            raise
        raise plain from trouble


def _plain_error(path: Path, trouble: BaseException) -> CaseFileError | None:
    # The first byte of SQLite's number is the kind of trouble, the rest where it happened.
    code = getattr(trouble, "sqlite_errorcode", driver.SQLITE_OK) & 0xFF
    if code in (driver.SQLITE_BUSY, driver.SQLITE_LOCKED):
        return FileBusy("Another program has this file open.", "Close it there first, then try again.")
    if code == driver.SQLITE_FULL:
        return DiskFull(
            "There is no room left on the disk, so nothing was changed.", "Make some room, then try once more."
        )
    if code in (driver.SQLITE_READONLY, driver.SQLITE_CANTOPEN):
        return folder_read_only(path.parent)
    if code == driver.SQLITE_IOERR:
        return FileMissing(
            "The disk or stick with this file does not answer any more.",
            "Put it back in; what you typed is still in the window.",
        )
    if code in (driver.SQLITE_CORRUPT, driver.SQLITE_NOTADB):
        return damaged(path)
    return None


def library_versions() -> str:
    """SQLite's and SQLCipher's versions, for the About page."""
    connection = driver.connect(":memory:")
    try:
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return f"SQLite {driver.sqlite_version}, SQLCipher {cipher[0] if cipher else 'missing'}"
