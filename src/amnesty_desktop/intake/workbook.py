# SPDX-License-Identifier: GPL-3.0-or-later
"""Cells of workbooks (Excel, LibreOffice) as they were last shown: no formula is worked out, its result is read."""

import io
import re
from datetime import date, datetime, time, timedelta
from xml.parsers import expat

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from .packed import Packed
from .page_text import Unreadable
from .table import MOST_COLUMNS, MOST_ROWS, Row, Table

LARGEST_SHEETS = 60_000_000
"""Bytes of all sheets, unpacked."""
_AGAIN = "Open it in Excel or LibreOffice, save it as .xlsx or .csv, and try again."
_CELL = re.compile(rb"<(?:\w+:)?(?:c|row)\b[^<>]{0,200}?\br=[\"']([A-Za-z]{0,6})([0-9]{1,10})[\"']")
_REPEATED = re.compile(rb"number-(columns|rows)-repeated=[\"']([0-9]{1,12})[\"']")
_FILLED = re.compile(rb"<table:table-cell\b[^>]*(?:value-type|formula)[^>]*>")
_FURTHEST_ROW, _FURTHEST_COLUMN = 100_000, 2_000
"""A cell beyond these makes the reader keep millions of empty ones."""


def read(content: bytes, form: str) -> Table:
    """The first sheet of a workbook in which anything stands. Raises Unreadable."""
    _check_parts(content, form)
    try:
        book = CalamineWorkbook.from_object(io.BytesIO(content))
    except PasswordError:
        raise Unreadable(
            "The file is locked with a password.", "Open it, take the password off, and try again."
        ) from None
    except (CalamineError, ValueError, OSError):
        raise Unreadable("The workbook is damaged and cannot be read.", _AGAIN) from None
    filled: list[tuple[str, tuple[Row, ...]]] = []
    for sheet in book.sheets_metadata:
        if sheet.typ is SheetTypeEnum.WorkSheet and sheet.visible is SheetVisibleEnum.Visible:
            rows = _rows(book, sheet.name)
            if any(any(row) for row in rows):
                filled.append((sheet.name, rows))
    if not filled:
        raise Unreadable("Nothing stands in the workbook.", "Look whether it is the right file.")
    (name, rows), *others = filled
    left = ", ".join(f"“{other}”" for other, _ in others[:3])
    said = (f"Only the sheet “{name}” is read here. Also in the file: {left}.",) if others else ()
    return Table(rows, form, name, said)


def _rows(book: CalamineWorkbook, name: str) -> tuple[Row, ...]:
    try:
        sheet = book.get_sheet_by_name(name)
        if sheet.total_height > _FURTHEST_ROW or sheet.total_width > _FURTHEST_COLUMN:
            raise _too_far()
        # One more than is taken, so that too many are noticed.
        found = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 1)
    except (CalamineError, ValueError):
        raise Unreadable(f"The sheet “{name}” is damaged and cannot be read.", _AGAIN) from None
    return tuple(tuple(_text(cell) for cell in row[: MOST_COLUMNS + 1]) for row in found)


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        # A day is kept as its midnight; the time of day of a letter is nobody's business here.
        return cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell) if isinstance(cell, timedelta | int) else cell if isinstance(cell, str) else ""


def _check_parts(content: bytes, form: str) -> None:
    """Unpack what will be read, with our limits, before the library does so with none."""
    try:
        packed = Packed(content)
        total = 0
        for name in packed.names:
            part = packed.part(name) if name.endswith((".xml", ".rels")) else b""
            total += len(part)
            if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
                raise Unreadable("The workbook holds what no spreadsheet needs.", "Do not use it; ask whoever sent it.")
            if total > LARGEST_SHEETS:
                raise Unreadable("The workbook is far larger than its file.", _AGAIN)
            if name.endswith(".xml"):
                _check_whole(part)
            if name.startswith("xl/worksheets/"):
                _check_cells(part)
            elif form == "ods" and name == "content.xml":
                _check_repeats(part)
    except Unreadable as trouble:
        sentence = trouble.sentence.replace("as Word does it", "as a spreadsheet is")
        way_out = trouble.way_out.replace("in Word", "in Excel or LibreOffice").replace("as PDF", "as .csv")
        raise Unreadable(sentence, way_out) from None


def _check_whole(part: bytes) -> None:
    """Refuse a part that breaks off: calamine (seen with 0.9.1) waits for its end for ever."""
    try:
        expat.ParserCreate().Parse(part, True)
    except (expat.ExpatError, LookupError, ValueError):
        raise Unreadable("The workbook is damaged and cannot be read.", _AGAIN) from None


def _check_cells(part: bytes) -> None:
    for found in _CELL.finditer(part):
        if int(found[2]) > _FURTHEST_ROW or _number_of(found[1]) > _FURTHEST_COLUMN:
            raise _too_far()


def _number_of(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _check_repeats(part: bytes) -> None:
    """A filled cell repeated a million times; empty ones to the end of the sheet are usual, and cost nothing."""
    for found in _FILLED.finditer(part):
        for repeated in _REPEATED.finditer(found[0]):
            if int(repeated[2]) > _FURTHEST_COLUMN:
                raise _too_far()


def _too_far() -> Unreadable:
    return Unreadable(
        "A cell stands far below or far right of all others.",
        "Copy the rows you need into a new sheet, save it, and try again.",
    )
