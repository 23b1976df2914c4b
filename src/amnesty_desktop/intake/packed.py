# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a packed file (Word and its like) from outside: counted while they are unpacked, never all at once."""

import io
import struct
import zipfile
import zlib

from .page_text import Unreadable

MOST_ENTRIES = 2_000
LARGEST_ENTRY = 50_000_000
LARGEST_TOTAL = 200_000_000
"""Bytes of one entry and of all entries, unpacked."""
HIGHEST_RATIO = 100
"""Bytes unpacked for each packed one, for entries of more than a million bytes."""
_SMALL = 1_000_000
_CHUNK = 1 << 16
_ARCHIVES = (".zip", ".7z", ".rar", ".gz", ".bz2", ".xz", ".tar", ".jar", ".tgz")
_END = b"PK\x05\x06"
_LONGEST_END = 66_000
_TROUBLES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    UnicodeError,
    OSError,
    ValueError,
)

_AGAIN = "Open it in Word, save it under another name, and try again."


class Packed:
    """A packed file whose list of entries was found to be honest; entries are unpacked one by one."""

    def __init__(self, content: bytes) -> None:
        """Raises Unreadable for what no word processor packs: far too many, too large, secret or doubled entries."""
        self._left = LARGEST_TOTAL
        try:
            _count_entries(content)
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except _TROUBLES:
            raise damaged() from None
        self._entries = {entry.filename.lower(): entry for entry in self._archive.infolist()}
        _check_list(self._archive.infolist())

    @property
    def names(self) -> frozenset[str]:
        """The names of all entries, in small letters."""
        return frozenset(self._entries)

    def part(self, name: str) -> bytes:
        """The bytes of one entry, b"" where there is none. Raises Unreadable when it unpacks to too much."""
        entry = self._entries.get(name.lower().lstrip("/"))
        if entry is None:
            return b""
        pieces, size = [], 0
        try:
            with self._archive.open(entry) as stream:
                # Sizes in the list are claims; what comes out is counted.
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    if size > min(LARGEST_ENTRY, self._left) or _swells(size, entry.compress_size):
                        raise _swollen()
                    pieces.append(chunk)
        except _TROUBLES:
            raise damaged() from None
        self._left -= size
        return b"".join(pieces)


def damaged() -> Unreadable:
    """What is said of a packed file that cannot be unpacked."""
    return Unreadable("The file is damaged: it cannot be unpacked.", "Ask for it again, or for a copy as PDF.")


def _swollen() -> Unreadable:
    return Unreadable("The file unpacks to far more than any document needs.", "Do not use it; ask whoever sent it.")


def _count_entries(content: bytes) -> None:
    """Refuse too long a list before it is read: 100,000 entries take a second."""
    end = content.rfind(_END, max(0, len(content) - _LONGEST_END))
    if end < 0 or end + 12 > len(content):
        raise zipfile.BadZipFile
    if int.from_bytes(content[end + 10 : end + 12], "little") > MOST_ENTRIES:
        raise _oddly_packed()


def _oddly_packed() -> Unreadable:
    return Unreadable("The file is not packed as Word does it.", _AGAIN)


def _check_list(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename.lower() for entry in entries]
    if any(entry.flag_bits & 1 for entry in entries) or "encryptedpackage" in names:
        raise Unreadable("The file is locked with a password.", "Open it, take the password off, and try again.")
    if len(entries) > MOST_ENTRIES or len(set(names)) != len(names):
        raise _oddly_packed()
    if any(name.endswith(_ARCHIVES) for name in names):
        raise Unreadable("The file holds another packed file.", "Unpack that one first, and add what is in it.")
    claimed = [entry.file_size for entry in entries]
    swelling = any(_swells(entry.file_size, entry.compress_size) for entry in entries)
    if swelling or max(claimed, default=0) > LARGEST_ENTRY or sum(claimed) > LARGEST_TOTAL:
        raise _swollen()


def _swells(size: int, packed: int) -> bool:
    return size > _SMALL and size > HIGHEST_RATIO * max(packed, 1)
