# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking over a Word file from outside before any parser sees it: size, honest zip entries, plain XML."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from .faults import TemplateFault

LARGEST_FILE = 20_000_000
LARGEST_PART = 50_000_000
LARGEST_TOTAL = 200_000_000
"""Bytes of the file, of one part and of all parts, unpacked."""
MOST_PARTS = 2_000
HIGHEST_RATIO = 100
"""Bytes unpacked for each packed one, for parts of more than a million bytes."""
_SMALL = 1_000_000
_CHUNK = 1 << 16

_DECLARED_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)""")
_READABLE = (b"utf-8", b"us-ascii", b"ascii")
_DECLARATIONS = re.compile(rb"<!(?:DOCTYPE|ENTITY)")

_AGAIN = "Open the file in Word, save it as a Word document (.docx), and choose it again."


def look_over(content: bytes) -> None:
    """Raise TemplateFault unless content is a Word file of reasonable size, without macros and entities."""
    if len(content) > LARGEST_FILE:
        raise TemplateFault("The template is larger than 20 MB.", "Use smaller pictures in it.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_list(archive)
            _check_parts(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeError, OSError):
        raise TemplateFault("This is not a Word document, or it is damaged.", _AGAIN) from None


def _check_list(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    names = [entry.filename.lower() for entry in entries]
    if len(entries) > MOST_PARTS or len(set(names)) != len(names):
        raise TemplateFault("The Word file is not packed as Word does it.", _AGAIN)
    if any(entry.flag_bits & 1 for entry in entries) or "encryptedpackage" in names:
        raise TemplateFault("The Word file is protected with a password.", "Take the password off in Word.")
    if "[content_types].xml" not in names:
        raise TemplateFault("This is not a Word document, or it is damaged.", _AGAIN)
    if any("vbaproject" in name or "/activex/" in name for name in names):
        raise macros_found()


def macros_found() -> TemplateFault:
    """What is said of a file with a program in it."""
    return TemplateFault("The template holds macros, and letters carry none.", _AGAIN)


def _check_parts(archive: zipfile.ZipFile) -> None:
    total = 0
    for entry in archive.infolist():
        # Sizes in the list of a zip file are claims; what comes out is counted.
        size, pieces = 0, []
        for chunk in _unpacked(archive, entry):
            size += len(chunk)
            if size > LARGEST_PART or total + size > LARGEST_TOTAL or _swells(size, entry.compress_size):
                raise TemplateFault("The Word file unpacks to far more than a template needs.", _AGAIN)
            pieces.append(chunk)
        total += size
        if entry.filename.lower().endswith((".xml", ".rels")):
            _check_xml(b"".join(pieces))


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _swells(size: int, packed: int) -> bool:
    return size > _SMALL and size > HIGHEST_RATIO * max(packed, 1)


def _check_xml(content: bytes) -> None:
    """Entities can be written in encodings that hide them, so anything but UTF-8 is refused."""
    declared = _DECLARED_ENCODING.match(content[:200])
    odd = declared is not None and declared[1].lower() not in _READABLE
    if odd or b"\0" in content[:200] or _DECLARATIONS.search(content):
        raise TemplateFault("The Word file holds XML that Word does not write.", _AGAIN)
