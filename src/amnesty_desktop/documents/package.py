# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing the zip file that a Word document is, from parts that may have been deflated long before.

Python's zipfile compresses every part anew. Nearly all of a letter (styles, fonts, pictures) is the same
in each one, so parts are deflated once and copied. Dates are fixed: equal parts give equal bytes.
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

# Names of the fields: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_STORED, _DEFLATED = 0, 8
_WORTH_DEFLATING = 1000
"""Bytes; setting up the compressor takes longer than writing less."""
_UTF8_NAME = 0x800
_MIDNIGHT, _FIRST_DAY = 0, 0x21
"""1980-01-01 00:00, the earliest moment a zip file knows."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a package: its name, its bytes as they lie in the package, CRC-32 and size of what they hold.

    method is the zip file's: 8 deflated, 0 as they are.
    """

    name: str
    packed: bytes
    method: int
    crc: int
    size: int


def part(name: str, content: bytes | str, *, level: int = 6) -> Part:
    """Deflate content once; level is zlib's, 1 fast to 9 small. What is tiny stays as it is."""
    plain = content.encode() if isinstance(content, str) else content
    tiny = len(plain) < _WORTH_DEFLATING
    packed = plain if tiny else zlib.compress(plain, level, -zlib.MAX_WBITS)
    return Part(name, packed, _STORED if tiny else _DEFLATED, zlib.crc32(plain), len(plain))


def package(parts: Iterable[Part]) -> bytes:
    """Put parts into one zip file, in their order."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for each in parts:
        name = each.name.encode()
        flags = 0 if each.name.isascii() else _UTF8_NAME
        about = (flags, each.method, _MIDNIGHT, _FIRST_DAY, each.crc, len(each.packed), each.size, len(name), 0)
        local = _LOCAL.pack(b"PK\3\4", _VERSION, *about)
        pieces += (local, name, each.packed)
        directory += (_CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *about, 0, 0, 0, 0, offset), name)
        offset += len(local) + len(name) + len(each.packed)
    listed, count = b"".join(directory), len(directory) // 2
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listed), offset, 0)
    return b"".join((*pieces, listed, end))
