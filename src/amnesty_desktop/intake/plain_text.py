# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain text in whatever encoding it was written: lines, with bullets told apart."""

import re

from . import old_encodings
from .page_text import Line, LineKind, PageText, Unreadable

LONGEST_TEXT = 10_000_000
"""Bytes of a text: ten long books."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"))
_WIDE_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_BULLET = re.compile(r"^\s*[-*\u2022\u00b7\u25aa\u25ab\u25a0\u25cf\u25cb\u25e6\u2023\u25ba\u2013\uf0b7\uf0a7]\s+(?=\S)")
_BREAKS = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_NOT_FOR_PRINT = re.compile(r"[\0-\x08\x0e-\x1f\x7f\ufeff]")


def read(content: bytes) -> PageText:
    """The lines of a text file. Raises Unreadable for one that is too long or no text at all."""
    if len(content) > LONGEST_TEXT:
        raise Unreadable("The text is longer than ten books.", "Cut it down to the pages you need.")
    return PageText(lines_of(decoded(content)), "text")


def pasted(text: str) -> PageText:
    """The lines of text from the clipboard. Raises Unreadable for one that is too long."""
    if len(text) > LONGEST_TEXT:
        raise Unreadable("The text is longer than ten books.", "Copy only the pages you need.")
    return PageText(lines_of(text), "text")


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text, empty ones too, without those at the end."""
    lines = [bullet_or_text(_NOT_FOR_PRINT.sub("", line).expandtabs(8).rstrip()) for line in _BREAKS.split(text)]
    while lines and not lines[-1].text:
        lines.pop()
    return tuple(lines)


def decoded(content: bytes) -> str:
    """The text in these bytes: as their mark says, as UTF-8, or in the old encoding that makes most sense."""
    for mark, encoding in _MARKS + _WIDE_MARKS:
        if content.startswith(mark):
            return content[len(mark) if encoding != "utf-32" else 0 :].decode(encoding, "replace")
    if wide := _wide(content):
        return content.decode(wide, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return old_encodings.decoded(content)


def bullet_or_text(text: str) -> Line:
    """One line; the sign of a bullet at its start becomes its kind."""
    bullet = _BULLET.match(text)
    return Line(text[bullet.end() :], LineKind.BULLET) if bullet else Line(text)


def _wide(content: bytes) -> str:
    """UTF-16 without its mark: every other byte of what is mostly Latin text is zero."""
    start = content[:4_000]
    if len(start) < 4 or b"\0" not in start:
        return ""
    high, low = start[1::2].count(0) / len(start[1::2]), start[::2].count(0) / len(start[::2])
    if high > 0.4 and low < 0.1:
        return "utf-16-le"
    return "utf-16-be" if low > 0.4 and high < 0.1 else ""
