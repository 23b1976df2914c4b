# SPDX-License-Identifier: GPL-3.0-or-later
"""0005: to whom letters went that are only counted, and how."""

from typing import TYPE_CHECKING

from .frame import add_columns

if TYPE_CHECKING:
    from sqlite_utils import Database

NAME = "0005_counted_letters"


def apply(db: "Database") -> None:
    """Let a tally say how and to whom; those that are there do not say."""
    add_columns(db, "tallies", "", "channel TEXT", "addressee_id TEXT")
