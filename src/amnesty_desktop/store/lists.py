# SPDX-License-Identifier: GPL-3.0-or-later
"""What all lists have in common: an order, a filter in SQL, and pages of rows by their local numbers."""

from array import array
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from .engine import Engine, Row

Keys: TypeAlias = "array[int]"


MOST_KEYS = 100_000
"""Rows a list holds at most: more than anybody scrolls through, and few enough to be fetched in a blink."""


def keys_of(engine: Engine, sql: str, values: Sequence[Any] = (), *, most: int = MOST_KEYS) -> Keys:
    """The local numbers a query gives, in its order; sql has no LIMIT of its own."""
    return array("q", [key for (key,) in engine.rows(f"{sql} LIMIT {most}", values)])


def order_by(columns: Mapping[str, str], column: str, descending: bool) -> str:
    """The ORDER BY of a list; column must be one of the list's own names, so that no input reaches SQL."""
    down = " DESC" if descending else ""
    return "ORDER BY " + ", ".join(f"{name}{down}" for name in (*columns[column].split(", "), "key"))


def marks(values: Sequence[Any]) -> str:
    """A question mark for each value, for IN (...)."""
    return ", ".join("?" * len(values))


def rows_by_key(engine: Engine, sql: str, keys: Sequence[int]) -> list[Row]:
    """Rows in the order of keys, missing ones left out; sql selects the key first and has {keys} for the numbers."""
    if not keys:
        return []
    found = {row[0]: row for row in engine.rows(sql.format(keys=", ".join(map(str, map(int, keys)))))}
    return [found[key] for key in keys if key in found]
