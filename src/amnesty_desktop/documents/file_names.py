# SPDX-License-Identifier: GPL-3.0-or-later
"""Names for exported files that Windows, macOS and Linux all accept, in whatever script a name is written."""

import re
import unicodedata
from datetime import date

LONGEST = 100
"""Characters of a file name, its ending included."""
MOST_BYTES = 240
"""Bytes of a file name in UTF-8; Linux stops at 255, and a temporary name beside it needs a few."""

_ENDING = ".docx"
_LONGEST_WORDS = 40
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
# Controls, surrogates and every sign that only steers direction or joining; the last two belong to Persian spelling.
_INVISIBLE = frozenset({"Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp"})
_SPELLING = frozenset("\u200c\u200d")
# Windows keeps these for devices, with or without an ending.
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?![^.\s])")


def letter_file_name(
    who: str, reference: str, office: str, dated: date | None, number: int = 1, *, writer: str = ""
) -> str:
    """Name a letter after paper, person, office, writer and day: "UA 60-16, Office, Writer, 2026-11-23.docx".

    number tells letters apart that would share a name; from 2 on it stands in brackets at the end.
    """
    person, about, to, by = (_safe(text)[:_LONGEST_WORDS].strip() for text in (who, reference, office, writer))
    words = ", ".join(filter(None, (" ".join(filter(None, (about, person))), to, by)))
    day = f", {dated.isoformat()}" if dated else ""
    return _fitted(_unreserved(words) or "Letter", f"{day}{f' ({number})' if number > 1 else ''}{_ENDING}")


def report_file_name(title: str) -> str:
    """A name for a report, without an ending, that every system takes."""
    return _fitted(_unreserved(_safe(title)), "") or "Report"


def _safe(text: str) -> str:
    """Text without signs that a file system refuses or that make a name look like another."""
    composed = unicodedata.normalize("NFC", text)
    spaced = _FORBIDDEN.sub("-", " ".join(composed.split()))
    seen = "".join(sign for sign in spaced if sign in _SPELLING or unicodedata.category(sign) not in _INVISIBLE)
    return seen.strip(" .-\u200c\u200d")


def _unreserved(stem: str) -> str:
    return f"Letter {stem}" if _RESERVED.match(stem) else stem


def _fitted(words: str, ending: str) -> str:
    """Shorten the words, never the ending, until characters and bytes fit."""
    cut = words[: LONGEST - len(ending)]
    while len(f"{cut}{ending}".encode()) > MOST_BYTES:
        cut = cut[:-1]
    if len(cut) < len(words):
        cut = cut.rstrip(" .,-\u200c\u200d")
    return f"{cut or 'Letter'}{ending}"
