# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing the reader for a file from outside by what its bytes are, never by its name."""

from . import kinds, plain_text
from .kinds import FileKind
from .page_text import PageText, Unreadable

LARGEST_FILE = 50_000_000
"""Bytes of a file that is read at all."""
_AS_WORD = "Open it with the program it was made with, save it as .docx or PDF, and try again."
_WAYS_OUT = {
    kinds.OLD_OFFICE: (
        "is a file of an old Office",
        "Open it in Word, save it as .docx, and try again.",
    ),
    kinds.OUTLOOK: ("is a mail in Outlook’s own format", "Save it in Outlook as .eml or as text, and try again."),
    kinds.RICH_TEXT: ("is a rich text file", "Open it in Word, save it as .docx, and try again."),
    kinds.MACROS: ("holds macros, which are programs", "Save it as .docx without macros, and try again."),
    kinds.ZIP: ("is a packed file", "Unpack it, and add what is in it."),
    kinds.TIFF: ("is a scan without text", "Keep it as a document, and type what matters."),
}


def read_file(name: str, content: bytes) -> PageText:
    """What stands in this file, in reading order. Raises Unreadable with a sentence and the way out.

    name is only what the sentences call the file; it decides nothing. Called in a child process of its own
    (intake.isolated) for everything that comes from outside.
    """
    if not content.strip(b"\0 \t\r\n"):
        raise Unreadable(f"Nothing stands in {name}.", "Ask for the file again: it is empty.")
    if len(content) > LARGEST_FILE:
        raise Unreadable(f"{name} is larger than 50 MB.", "Save it with smaller pictures, and try again.")
    kind = kinds.kind_of(content)
    try:
        return _read(name, kind, content)
    except (Unreadable, MemoryError):
        raise
    except Exception:  # A file from outside, read by libraries: whatever is wrong with it, it is the file.
        raise Unreadable(f"{name} is damaged and cannot be read.", "Ask for it again, or for another format.") from None


def _read(name: str, kind: FileKind, content: bytes) -> PageText:
    if kind is kinds.PDF:
        # Each reader loads its library when a file asks for it: a child process is made for every file.
        from . import pdf

        return pdf.read(content)
    if kind is kinds.WORD:
        from . import word

        return word.read(content)
    if kind is kinds.MAIL:
        from . import mail

        return mail.read(content)
    if kind is kinds.HTML:
        from . import html

        return html.read(content)
    if kind in (kinds.TEXT, kinds.SCRIPT, kinds.SVG):
        return plain_text.read(content)
    said, way_out = _WAYS_OUT.get(kind, (f"is {kind.word}, not a text", _AS_WORD))
    if kind.media_type.startswith("image/") and kind is not kinds.TIFF:
        way_out = "Keep it as a document, and type what matters."
    raise Unreadable(f"{name} {said}.", way_out)
