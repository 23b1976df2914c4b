# SPDX-License-Identifier: GPL-3.0-or-later
"""Cells of workbooks (Excel, LibreOffice) as they were last shown: no formula is worked out, its result is read."""

import io
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from .packed import Packed
from .page_text import Unreadable
from .table import MOST_COLUMNS, MOST_ROWS, Row, Table
from .workbook_size import check_size, check_whole

LARGEST_SHEETS = 60_000_000
"""Bytes of all sheets, unpacked."""
_AGAIN = "Open it in Excel or LibreOffice, save it as .xlsx or .csv, and try again."


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
        # One more than is taken, so that too many are noticed.
        found = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 1)
    except (CalamineError, ValueError, OverflowError):
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
            if name.startswith("xl/worksheets/") or (form == "ods" and name == "content.xml"):
                check_size(part, is_excel=form == "xlsx")
            elif name.endswith(".xml"):
                check_whole(part)
    except Unreadable as trouble:
        sentence = trouble.sentence.replace("as Word does it", "as a spreadsheet is")
        way_out = trouble.way_out.replace("in Word", "in Excel or LibreOffice").replace("as PDF", "as .csv")
        raise Unreadable(sentence, way_out) from None
