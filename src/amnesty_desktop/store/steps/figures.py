# SPDX-License-Identifier: GPL-3.0-or-later
"""0004: what figures and reports count besides letters: signatures, and tallies of stalls and evenings."""

from typing import TYPE_CHECKING

from .frame import add_columns, create_table

if TYPE_CHECKING:
    from sqlite_utils import Database

NAME = "0004_figures"


def apply(db: "Database") -> None:
    """Add tallies, and how many people signed a letter."""
    create_table(db, "tallies", "case_id kind event sort_on", 'count INTEGER NOT NULL, "on" TEXT')
    add_columns(db, "letters", "", "signatures INTEGER NOT NULL DEFAULT 1")
    db.execute("CREATE INDEX tallies_by_day ON tallies (live, sort_on, case_id)")
