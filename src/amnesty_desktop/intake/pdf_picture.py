# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page of a PDF as a small PNG picture."""

import struct
import zlib
from contextlib import closing

import pypdfium2

from .page_text import Unreadable
from .pdf import opened

MOST_PIXELS = 4_000_000
WIDEST = 2_000
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_EIGHT_BITS_OF_RED_GREEN_BLUE = bytes((8, 2, 0, 0, 0))


def first_page(content: bytes, width: int) -> bytes:
    """The first page, width pixels wide, as PNG. Raises Unreadable."""
    with closing(opened(content)) as document:
        try:
            page = document[0]
            points, height = page.get_size()
            width = max(16, min(width, WIDEST))
            scale = width / max(points, 1.0)
            if not 0 < points * height * scale * scale <= MOST_PIXELS:
                raise Unreadable("The page has no usual shape.", "Open the document to see it.")
            bitmap = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGR)
            pixels = bytes(bitmap.buffer)
            return png(pixels, bitmap.width, bitmap.height, bitmap.stride)
        except pypdfium2.PdfiumError:
            raise Unreadable("The first page cannot be drawn.", "Open the document to see it.") from None


def png(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """Rows of red, green and blue bytes, each row stride bytes long, as a PNG file."""
    rows = b"".join(b"\0" + pixels[at * stride : at * stride + 3 * width] for at in range(height))
    head = struct.pack(">II", width, height) + _EIGHT_BITS_OF_RED_GREEN_BLUE
    return _SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 6)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    body = kind + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))
