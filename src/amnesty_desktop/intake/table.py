# SPDX-License-Identifier: GPL-3.0-or-later
"""The cells of a spreadsheet as text, row by row, whatever kind of file they came in."""

from dataclasses import dataclass
from typing import Any

MOST_ROWS = 20_000
MOST_COLUMNS = 100
LONGEST_CELL = 50_000
"""Characters: a long report in one cell."""
MOST_TEXT = 20_000_000
"""Characters of all cells."""

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of cells. Rows stand in their order, empty ones too, so that row n of the file is rows[n - 1].

    Rows may be of different lengths. Dates of a workbook are ISO text. format is "csv", "xlsx" or "ods", sheet the
    name of the sheet in a workbook. troubles are sentences on what was not read.
    """

    rows: tuple[Row, ...]
    format: str = "csv"
    sheet: str = ""
    troubles: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """The cells of the longest row."""
        return max(map(len, self.rows), default=0)

    def cell(self, row: int, column: int) -> str:
        """The text of a cell, counted from 0; empty beyond the end of its row."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""


def as_json(table: Table) -> dict[str, Any]:
    """What was read, as a value that goes through a pipe."""
    return {
        "rows": [list(row) for row in table.rows],
        "format": table.format,
        "sheet": table.sheet,
        "troubles": list(table.troubles),
    }


def table_from(value: dict[str, Any]) -> Table:
    """as_json read back; raises TypeError or KeyError for anything else."""
    rows = tuple(tuple(map(str, row)) for row in value["rows"])
    return Table(rows, str(value["format"]), str(value["sheet"]), tuple(map(str, value["troubles"])))
