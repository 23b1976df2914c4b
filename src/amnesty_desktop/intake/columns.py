# SPDX-License-Identifier: GPL-3.0-or-later
"""Which row of a spreadsheet holds the names of its columns, and what each column is by its name."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType

from .column_fields import FIELDS, ColumnField, RowsAre, plain
from .table import Table

_ROWS_LOOKED_AT = 25
"""Titles, dates and empty rows may stand above the names of the columns, but not so many."""
_LONGEST_HEADER = 60
_EXACT, _INSIDE = 3, 1
_SHORTEST_INSIDE = 2
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns are. header is the row with their names, counted from 0, or None where no row has them.

    columns[n] is the name of a ColumnField, or empty for a column that is left out.
    """

    rows_are: RowsAre
    header: int | None
    columns: tuple[str, ...]

    def of(self, name: str) -> tuple[int, ...]:
        """The columns that are this."""
        return tuple(number for number, field in enumerate(self.columns) if field == name)

    @property
    def first_row(self) -> int:
        """The first row below the names of the columns, counted from 0."""
        return 0 if self.header is None else self.header + 1


def find_columns(table: Table, remembered: Mapping[str, str] = NOTHING, rows_are: RowsAre | None = None) -> Columns:
    """Find the names of the columns and what they mean; what cannot be told is left out, never guessed.

    remembered is what was chosen for such names before (see memory_key); rows_are settles whether rows are cases.
    """
    best: tuple[float, Columns] | None = None
    for row in range(min(_ROWS_LOOKED_AT, len(table.rows))):
        for each in RowsAre if rows_are is None else (rows_are,):
            score, columns = _understood(table, row, each, remembered)
            if best is None or score > best[0]:
                best = score, Columns(each, row, columns)
    if best is None or best[0] < _EXACT:
        return Columns(rows_are or RowsAre.CASES, None, ("",) * table.width)
    return best[1]


def columns_at(table: Table, rows_are: RowsAre, header: int | None, remembered: Mapping[str, str] = NOTHING) -> Columns:
    """What the columns are when this row holds their names."""
    if header is None:
        return Columns(rows_are, None, ("",) * table.width)
    return Columns(rows_are, header, _understood(table, header, rows_are, remembered)[1])


def memory_key(rows_are: RowsAre, header: str) -> str:
    """What the name of a column is remembered under, empty for what looks like no name.

    A hash: should a row of a case ever be taken for names of columns, nothing of it stands in the settings.
    """
    words = plain(header)
    if not words or len(words) > _LONGEST_HEADER:
        return ""
    return sha256(f"{rows_are} {words}".encode()).hexdigest()[:16]


def unclear(table: Table, columns: Columns) -> tuple[int, ...]:
    """The columns in which something stands, and of which nobody has said what they are."""
    rows = range(columns.first_row, len(table.rows))
    return tuple(
        number
        for number, field in enumerate(columns.columns)
        if not field and any(table.cell(row, number).strip() for row in rows)
    )


def header_of(table: Table, columns: Columns, number: int) -> str:
    """The name of a column as the file has it, or its letter as spreadsheets show it."""
    named = "" if columns.header is None else " ".join(table.cell(columns.header, number).split())
    return named or f"Column {_letters(number)}"


def _letters(number: int) -> str:
    first, second = divmod(number, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)


def _understood(
    table: Table, row: int, rows_are: RowsAre, remembered: Mapping[str, str]
) -> tuple[float, tuple[str, ...]]:
    """How well a row serves as names of columns, and what it says they are."""
    names = [table.cell(row, number) for number in range(table.width)]
    ranked = sorted(
        (
            (-score, number, place, field)
            for number, name in enumerate(names)
            for place, field in enumerate(FIELDS[rows_are])
            if (score := _score(name, field, remembered.get(memory_key(rows_are, name)))) > 0
        ),
        key=lambda one: one[:3],
    )
    columns, total = [""] * table.width, 0.0
    for score, number, _, field in ranked:
        if not columns[number] and (field.several or field.name not in columns):
            columns[number] = field.name
            total -= score
    return total, tuple(columns)


def _score(name: str, field: ColumnField, remembered: str | None) -> float:
    if remembered is not None:
        return _EXACT + 1 if remembered == field.name else 0
    words = plain(name)
    if not words or len(words) > _LONGEST_HEADER:
        return 0
    if words in field.headers:
        return _EXACT
    inside = [header for header in field.headers if f" {header} " in f" {words} " and len(header) > _SHORTEST_INSIDE]
    # The more of a name is understood, the surer it is.
    return max((_INSIDE + len(header) / len(words) for header in inside), default=0)
