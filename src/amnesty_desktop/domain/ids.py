# SPDX-License-Identifier: GPL-3.0-or-later
"""Names for records: text UUIDs of version 7, so that they sort by the time they were made."""

import os
import time


def new_id() -> str:
    """Return a fresh UUIDv7 (RFC 9562) as 36 characters of lower-case text."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big")
    value = (milliseconds & 0xFFFF_FFFF_FFFF) << 80 | random
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
