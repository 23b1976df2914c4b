# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing how a spreadsheet from outside is read, and the limits all of them keep."""

import re

from . import delimited, kinds
from .kinds import FileKind
from .page_text import Unreadable
from .table import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, MOST_TEXT, Row, Table

LARGEST_TABLE = 30_000_000
"""Bytes of a file that is read at all."""
_NOT_FOR_PRINT = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile(r"\r\n?|\u2028|\u2029|\x85")
_AS_TABLE = "Open it in Excel or LibreOffice, save it as .xlsx or .csv, and try again."
_WAYS_OUT = {
    kinds.OLD_OFFICE: ("is a file of an old Office, or locked with a password", _AS_TABLE),
    kinds.MACROS: ("holds macros, which are programs", "Save it as .xlsx without macros, and try again."),
    kinds.ZIP: ("is a packed file", "Unpack it, and bring in what is in it."),
}


def read_table(name: str, content: bytes) -> Table:
    """The cells of a spreadsheet. Raises Unreadable with a sentence and the way out.

    name is only what the sentences call the file; its bytes decide. Called in a child process of its own
    (intake.isolated) for everything that comes from outside.
    """
    if not content.strip(b"\0 \t\r\n"):
        raise Unreadable(f"Nothing stands in {name}.", "Save the spreadsheet again, and try once more.")
    if len(content) > LARGEST_TABLE:
        raise Unreadable(f"{name} is larger than 30 MB.", "Take the pictures out, or split it, and try again.")
    kind = kinds.kind_of(content)
    try:
        table = _read(name, kind, content)
    except (Unreadable, MemoryError):
        raise
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:
        # A file from outside, read by libraries (a panic in Rust is no Exception): what is wrong is the file.
        raise Unreadable(f"{name} is damaged and cannot be read.", _AS_TABLE) from None
    return _limited(name, table)


def _read(name: str, kind: FileKind, content: bytes) -> Table:
    if kind in (kinds.EXCEL, kinds.OPEN_TABLE):
        # 10 ms to load, for workbooks only.
        from . import workbook

        return workbook.read(content, "xlsx" if kind is kinds.EXCEL else "ods")
    if kind in (kinds.TEXT, kinds.SCRIPT, kinds.MAIL):
        return delimited.read(content)
    said, way_out = _WAYS_OUT.get(kind, (f"is {kind.word}, not a spreadsheet", _AS_TABLE))
    raise Unreadable(f"{name} {said}.", way_out)


def _limited(name: str, table: Table) -> Table:
    rows = [_trimmed(row) for row in table.rows]
    while rows and not rows[-1]:
        rows.pop()
    if not rows:
        raise Unreadable(f"Nothing stands in {name}.", "Save the spreadsheet again, and try once more.")
    if len(rows) > MOST_ROWS:
        raise Unreadable(f"{name} has more than {MOST_ROWS:,} rows.", "Split it into several files.")
    if max(map(len, rows)) > MOST_COLUMNS:
        raise Unreadable(f"{name} has more than {MOST_COLUMNS} columns.", "Keep the columns you need, and try again.")
    if sum(len(cell) for row in rows for cell in row) > MOST_TEXT:
        raise Unreadable(f"{name} holds more text than the program reads.", "Split it into several files.")
    return Table(tuple(rows), table.format, table.sheet, table.troubles)


def _trimmed(row: Row) -> Row:
    cells = [_plain(cell) for cell in row]
    while cells and not cells[-1].strip():
        cells.pop()
    return tuple(cells)


def _plain(cell: str) -> str:
    if len(cell) > LONGEST_CELL:
        raise Unreadable(
            "One cell holds more text than a long report.", "Look at the file: a quotation mark may be open."
        )
    return _NOT_FOR_PRINT.sub("", _BREAKS.sub("\n", cell))
