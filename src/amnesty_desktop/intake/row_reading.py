# SPDX-License-Identifier: GPL-3.0-or-later
"""From the rows of a spreadsheet to drafts of cases and addresses. A row with a trouble stays out and says why."""

from collections.abc import Callable

from .address_rows import address_row
from .case_rows import case_row
from .cell_words import unguarded
from .column_fields import DATE_FIELDS, GIVEN_NAMES, SURNAMES, RowsAre, plain
from .columns import Columns, header_of
from .row_cells import Cells, Known, TroubledRow
from .row_values import AddressRow, CaseRow, RowProblem, RowsRead
from .table import Table

_EVERY = 200
"""Rows between two reports of how far the reading is."""
_LONGEST_LINE = 500
"""Characters of what is one line: a name, a reference, a country."""
_LONG = frozenset({"situation", "background", "asks", "write_to", "address", "please_mind", "no_contact", "who"})


def read_rows(
    table: Table,
    columns: Columns,
    known: Known,
    day_first: bool | None,
    step: Callable[[int, int], None] = lambda done, total: None,
) -> RowsRead:
    """Read all rows below the names of the columns; empty ones are passed over.

    day_first says how 03/04/1991 is meant; while it is None such a date is a problem of its row. step may raise.
    """
    drafts: list[CaseRow | AddressRow] = []
    problems: list[RowProblem] = []
    places = _places(table, columns)
    for at in range(columns.first_row, len(table.rows)):
        if at % _EVERY == 0:
            step(at, len(table.rows))
        cells = Cells(_texts(table, columns, places, at), day_first)
        if not cells.texts:
            continue
        try:
            _check_lengths(cells)
            if columns.rows_are is RowsAre.CASES:
                drafts.append(case_row(at + 1, cells, known))
            else:
                drafts.append(address_row(at + 1, cells))
        except TroubledRow as trouble:
            numbers = columns.of(trouble.column)
            name = header_of(table, columns, numbers[0]) if numbers else ""
            problems.append(RowProblem(at + 1, name, trouble.sentence))
    return RowsRead(tuple(drafts), tuple(problems))


def _texts(table: Table, columns: Columns, places: list[int], row: int) -> dict[str, list[str]]:
    found: dict[str, list[tuple[int, str]]] = {}
    for number, name in enumerate(columns.columns):
        text = unguarded(table.cell(row, number)).strip() if name else ""
        if text:
            found.setdefault(name, []).append((places[number] if name in ("who", "name") else 0, text))
    return {name: [text for _, text in sorted(cells, key=lambda one: one[0])] for name, cells in found.items()}


def _places(table: Table, columns: Columns) -> list[int]:
    """Which of several columns of one thing comes first: first names before what stands beside them, surnames last."""
    headers = [plain(header_of(table, columns, number)) for number in range(len(columns.columns))]
    has_given = any(header in GIVEN_NAMES for header in headers)
    return [2 if header in SURNAMES else 1 if has_given and header not in GIVEN_NAMES else 0 for header in headers]


def _check_lengths(cells: Cells) -> None:
    for name in cells.texts:
        if name not in _LONG and name not in DATE_FIELDS and len(cells.text(name)) > _LONGEST_LINE:
            raise TroubledRow(name, f"The cell holds {len(cells.text(name)):,} signs; {_LONGEST_LINE} fit here.")
