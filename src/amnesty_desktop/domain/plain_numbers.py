# SPDX-License-Identifier: GPL-3.0-or-later
"""How many, as people write it."""

import re

_GROUPED = re.compile(r"\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3})+")


def read_number(text: str) -> int | None:
    """A whole number from "310", "1,200", "1.200" or "1 200"; None for anything else, and for a part of one."""
    plain = text.strip()
    if _GROUPED.fullmatch(plain):
        plain = re.sub(r"\D", "", plain)
    return int(plain) if plain.isdecimal() and len(plain) <= 12 else None
