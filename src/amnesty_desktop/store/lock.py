# SPDX-License-Identifier: GPL-3.0-or-later
"""The lock beside a case file: who has it open, on which computer, since when.

SQLite's own exclusive lock is what keeps two programs apart. This file is for the sentence, and for
the case where something in our own process loses SQLite's lock (POSIX drops all locks of a process
when any handle on the file is closed). The operating system lets go of it when a program dies.
"""

import contextlib
import getpass
import json
import os
import platform
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from .engine import folder_read_only
from .errors import FileBusy

# Windows locks bytes against reading too, so the locked byte lies far behind the text.
_LOCKED_BYTE = 1 << 30


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a file: the account, the computer, and since when (local time, to the minute)."""

    user: str
    machine: str
    since: str

    @property
    def sentence(self) -> str:
        """For people: who has it open."""
        who = f"{self.user} on the computer {self.machine}" if self.user else "Somebody"
        since = f" since {self.since}" if self.since else ""
        return f"{who} has this file open{since}."


def lock_path(path: Path) -> Path:
    """Where the lock of a case file lies."""
    return path.with_name(f".{path.name}.lock")


class FileLock:
    """Held from open to close; taken over at once from a program that died."""

    def __init__(self, path: Path) -> None:
        self._path = lock_path(path)
        self._stream: IO[bytes] | None = None

    def take(self, now: datetime) -> None:
        """Take the lock; raises FileBusy naming the holder, FolderReadOnly where nothing can be written."""
        stream = self._stream = self._opened()
        words = {"user": _user(), "machine": platform.node(), "since": now.astimezone().strftime("%Y-%m-%d %H:%M")}
        stream.seek(0)
        stream.truncate()
        stream.write(json.dumps(words).encode())
        stream.flush()

    def _opened(self) -> IO[bytes]:
        while True:
            try:
                stream = os.fdopen(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
            except OSError as trouble:
                raise folder_read_only(self._path.parent) from trouble
            if not _locked(stream):
                holder = read_holder(stream)
                stream.close()
                raise FileBusy(holder.sentence, "Close it there first, or look at the newest safe copy.")
            if sys.platform == "win32" or _is_still_at(self._path, stream):
                return stream
            # Its last holder removed it between our opening and our locking it.
            stream.close()

    def release(self) -> None:
        """Let go and tidy up; harmless when nothing is held."""
        if self._stream is None:
            return
        if sys.platform != "win32":
            # Removed while still held, so that nobody's fresh lock is taken away.
            self._path.unlink(missing_ok=True)
        self._stream.close()
        self._stream = None
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)


def read_holder(stream: IO[bytes]) -> Holder:
    """Who wrote the lock file; empty words where it cannot be read."""
    try:
        stream.seek(0)
        words = json.loads(stream.read(2000))
        return Holder(str(words["user"]), str(words["machine"]), str(words["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder("", "", "")


def _is_still_at(path: Path, stream: IO[bytes]) -> bool:
    try:
        return os.path.samestat(os.fstat(stream.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _locked(stream: IO[bytes]) -> bool:
    if sys.platform == "win32":
        import msvcrt

        stream.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
