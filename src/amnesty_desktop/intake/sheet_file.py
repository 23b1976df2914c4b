# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet in a file: read in a child process, and looked for among what is attached where a mail itself is none."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import isolated
from .opening import LARGEST_FILE
from .page_text import PageText, Unreadable
from .sheet.draft import SheetDraft
from .sheet.reading import is_sheet, read_sheet


@dataclass(frozen=True, slots=True)
class SheetFile:
    """The draft of a file, and the page its places count in. attached names the file inside a mail, or is empty."""

    draft: SheetDraft
    page: PageText
    attached: str = ""


def sheet_in(name: str, content: bytes, *, wait: Callable[[], None] = lambda: None) -> SheetFile:
    """Return what a file says. Raises Unreadable; wait is as in isolated.read_file."""
    page = isolated.read_file(name, content, wait=wait)
    draft = read_sheet(page)
    if not is_sheet(draft) or draft.number.value is None:
        for each in page.attached:
            inner = _page_of(each.name, each.content, wait)
            found = read_sheet(inner) if inner else None
            if inner and found and is_sheet(found):
                return SheetFile(found, inner, each.name)
    return SheetFile(draft, page)


def content_of(path: Path) -> bytes:
    """Return the bytes of a file that may be a sheet. Raises Unreadable."""
    try:
        if path.is_file() and path.stat().st_size > LARGEST_FILE:
            raise Unreadable(f"“{path.name}” is larger than 50 MB.", "Save it with smaller pictures, and try again.")
        return path.read_bytes()
    except (OSError, ValueError):
        raise Unreadable(f"“{path.name}” cannot be read.", "Check its name and who may read it.") from None


def _page_of(name: str, content: bytes, wait: Callable[[], None]) -> PageText | None:
    try:
        return isolated.read_file(name, content, wait=wait)
    except Unreadable:
        return None
