# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody said a column is, remembered by its name for the next spreadsheet; only a hash of the name is kept."""

from collections.abc import Mapping

from ...intake.columns import Columns, columns_at, header_of, memory_key
from ...intake.table import Table
from ..preferences import Preferences

_MOST = 500


def remembered(preferences: Preferences) -> Mapping[str, str]:
    """What was said before, for intake.columns."""
    return preferences.now.column_meanings


def with_choices(preferences: Preferences, table: Table, columns: Columns) -> dict[str, str]:
    """What is remembered, with what was said otherwise this time than the program had understood by itself."""
    found = dict(preferences.now.column_meanings)
    if columns.header is None:
        return found
    understood = columns_at(table, columns.rows_are, columns.header)
    for number, field in enumerate(columns.columns):
        key = memory_key(columns.rows_are, header_of(table, columns, number))
        if key and table.cell(columns.header, number).strip():
            found.pop(key, None)
            if field != understood.columns[number]:
                found[key] = field
    return dict(list(found.items())[-_MOST:])
