# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of a report as CSV that a spreadsheet opens as it is meant: UTF-8 with its mark, and no formula runs."""

import csv
from io import StringIO

from ..domain.report import Cell, Rows

_BYTE_ORDER_MARK = "\ufeff"
# What a spreadsheet takes for the start of a formula, in the full-width forms of East Asian keyboards as well.
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_QUOTES = " \u00a0\"'"


def csv_bytes(rows: Rows) -> bytes:
    """The rows under their column names. A text that would run gets an apostrophe before it, as spreadsheets do."""
    written = StringIO(newline="")
    table = csv.writer(written)
    table.writerow(rows.columns)
    table.writerows([_safe(cell) for cell in row] for row in rows.rows)
    return (_BYTE_ORDER_MARK + written.getvalue()).encode("utf-8")


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, int):
        return cell
    text = cell.replace("\0", "")
    return f"'{text}" if text.lstrip(_QUOTES).startswith(_STARTS) or text.startswith(_STARTS) else text
