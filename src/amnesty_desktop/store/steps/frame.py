# SPDX-License-Identifier: GPL-3.0-or-later
"""How every step writes a table of records: the row frame first (see store.rows), then its own columns."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_FRAME = """
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    created TEXT NOT NULL,
    stamps TEXT NOT NULL DEFAULT '{}',
    binned TEXT,
    gone INTEGER NOT NULL DEFAULT 0,
    live INTEGER NOT NULL DEFAULT 1,
"""
_TEXT = "TEXT NOT NULL DEFAULT ''"


def create_table(db: "Database", table: str, texts: str, others: str = "") -> None:
    """Make a table of records; texts names its columns of plain text, others defines the rest in SQL."""
    columns = [f'"{name}" {_TEXT}' for name in texts.split()]
    columns += [others] if others else []
    db.execute(f"CREATE TABLE {table} ({_FRAME} {', '.join(columns)}) STRICT")
    if "case_id" in texts.split() or "case_id" in others:
        db.execute(f"CREATE INDEX {table}_by_case ON {table} (case_id)")


def add_columns(db: "Database", table: str, texts: str = "", *others: str) -> None:
    """Give a table further columns; each of others is one column in SQL, with a default unless it may be NULL."""
    for definition in [f'"{name}" {_TEXT}' for name in texts.split()] + list(others):
        db.execute(f"ALTER TABLE {table} ADD COLUMN {definition}")
