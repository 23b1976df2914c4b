# SPDX-License-Identifier: GPL-3.0-or-later
"""What all lists have in common: an order, a filter in SQL, and pages of rows by their local numbers."""

from array import array
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from .engine import Engine, Row

Keys: TypeAlias = "array[int]"


def keys_of(engine: Engine, sql: str, values: Sequence[Any] = ()) -> Keys:
    """The local numbers a query gives, in its order."""
    return array("q", [key for (key,) in engine.rows(sql, values)])


def order_by(columns: Mapping[str, str], column: str, descending: bool) -> str:
    """The ORDER BY of a list; column must be one of the list's own names, so that no input reaches SQL."""
    down = " DESC" if descending else ""
    return f"ORDER BY {columns[column]}{down}, key{down}"


def rows_by_key(engine: Engine, sql: str, keys: Sequence[int]) -> list[Row]:
    """Rows in the order of keys, missing ones left out; sql selects the key first and has {keys} for the numbers."""
    if not keys:
        return []
    found = {row[0]: row for row in engine.rows(sql.format(keys=", ".join(map(str, map(int, keys)))))}
    return [found[key] for key in keys if key in found]
