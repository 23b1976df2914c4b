# SPDX-License-Identifier: GPL-3.0-or-later
"""How large a sheet of a workbook will be once it is read, asked before a reader that keeps every empty cell."""

from collections.abc import Callable
from xml.parsers import expat

from .page_text import Unreadable

MOST_CELLS = 5_000_000
"""Cells between the corners of a sheet: each takes some 30 bytes, filled or not."""
_AGAIN = "Open it in Excel or LibreOffice, save it as .xlsx or .csv, and try again."
_LONGEST_NUMBER = 9
_EMPTY = ["number-columns-repeated", "number-rows-repeated", "style-name"]


class _Extent:
    """The lowest row and the rightmost column in which anything stands, counted from 1."""

    def __init__(self) -> None:
        self.row = self.column = 0

    def reach(self, row: int, column: int) -> None:
        """Something stands here; raises Unreadable where that makes the sheet too large."""
        self.row, self.column = max(self.row, row), max(self.column, column)
        if self.row * self.column > MOST_CELLS:
            raise Unreadable(
                "A cell stands far below or far right of all others.",
                "Copy the rows you need into a new sheet, save it, and try again.",
            )


class _ExcelCells:
    """Follows the rows and cells of an Excel sheet; what has no place of its own stands next to the one before."""

    def __init__(self, extent: _Extent) -> None:
        self._extent = extent
        self._row = self._column = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """One element begins."""
        if name == "row":
            self._row = _number(attributes["r"]) if "r" in attributes else self._row + 1
            self._column = 0
        elif name == "c":
            place = attributes.get("r", "")
            letters = place.rstrip("0123456789")
            self._column = _letters(letters) if place else self._column + 1
            self._extent.reach(_number(place[len(letters) :]) if place else self._row, self._column)


class _OpenCells:
    """Follows the rows and cells of a LibreOffice sheet, each of which may stand for many."""

    def __init__(self, extent: _Extent) -> None:
        self._extent = extent
        self._row = self._column = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """One element begins."""
        if name == "table":
            self._row = self._column = 0
        elif name == "table-row":
            self._row += _number(attributes.get("number-rows-repeated", "1"))
            self._column = 0
        elif name in ("table-cell", "covered-table-cell"):
            self._column += _number(attributes.get("number-columns-repeated", "1"))
            if not set(attributes) <= set(_EMPTY):
                self._extent.reach(self._row, self._column)
        elif name == "p":
            self._extent.reach(self._row, self._column)


def check_size(part: bytes, *, is_excel: bool) -> None:
    """Follow the cells of one sheet. Raises Unreadable for one that is too large, or whose XML breaks off."""
    cells = _ExcelCells(_Extent()) if is_excel else _OpenCells(_Extent())

    def start(name: str, attributes: dict[str, str]) -> None:
        cells.start(_local(name), {_local(key): value for key, value in attributes.items()})

    _parse(part, start)


def check_whole(part: bytes) -> None:
    """Refuse a part that breaks off: calamine (seen with 0.9.1) waits for its end for ever. Raises Unreadable."""
    _parse(part, None)


def _parse(part: bytes, start: Callable[[str, dict[str, str]], None] | None) -> None:
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, LookupError, ValueError):
        raise _damaged() from None


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise _damaged()
    return int(text) if len(text) <= _LONGEST_NUMBER else 10**_LONGEST_NUMBER


def _letters(text: str) -> int:
    if not (text.isascii() and text.isalpha()):
        raise _damaged()
    number = 0
    for letter in text[:_LONGEST_NUMBER].upper():
        number = number * 26 + ord(letter) - 64
    return number


def _damaged() -> Unreadable:
    return Unreadable("The workbook is damaged and cannot be read.", _AGAIN)
