# SPDX-License-Identifier: GPL-3.0-or-later
"""0003: what the letter desk needs besides letters and addresses."""

from typing import TYPE_CHECKING

from .frame import create_table

if TYPE_CHECKING:
    from sqlite_utils import Database

NAME = "0003_letter_desk"

_TABLES: dict[str, tuple[str, str]] = {
    "own_templates": ("name digest", "size INTEGER NOT NULL, added TEXT, position INTEGER NOT NULL"),
}


def apply(db: "Database") -> None:
    """Add the group's own templates."""
    for table, (texts, others) in _TABLES.items():
        create_table(db, table, texts, others)
