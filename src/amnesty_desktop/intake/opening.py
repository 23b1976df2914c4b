# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing the reader for a file from outside by what its bytes are, never by its name."""

from . import plain_text
from .page_text import PageText, Unreadable

LARGEST_FILE = 50_000_000
"""Bytes of a file that is read at all."""
_MANY_CONTROLS = 0.02
"""Share of control characters from which bytes are no text."""


def read_file(name: str, content: bytes) -> PageText:
    """What stands in this file, in reading order. Raises Unreadable with a sentence and the way out.

    name is only what the sentences call the file; it decides nothing.
    """
    if not content.strip(b"\0 \t\r\n"):
        raise Unreadable(f"Nothing stands in {name}.", "Ask for the file again: it is empty.")
    if len(content) > LARGEST_FILE:
        raise Unreadable(f"{name} is larger than 50 MB.", "Save it with smaller pictures, and try again.")
    if not _is_text(content):
        raise Unreadable(f"{name} is no text that can be read here.", "Save it as a text file, and try again.")
    return plain_text.read(content)


def _is_text(content: bytes) -> bool:
    text = plain_text.decoded(content[:40_000])
    controls = sum(letter < " " and letter not in "\t\r\n\v\f\x1a\x1b" for letter in text)
    return controls + text.count("\ufffd") <= max(1, _MANY_CONTROLS * len(text))
