# SPDX-License-Identifier: GPL-3.0-or-later
"""0005: to whom letters went that are only counted, and how; and what is counted of sent letters, in one index."""

from typing import TYPE_CHECKING

from .frame import add_columns

if TYPE_CHECKING:
    from sqlite_utils import Database

NAME = "0005_counted_letters"


def apply(db: "Database") -> None:
    """Let a tally say how and to whom; those that are there do not say."""
    add_columns(db, "tallies", "", "channel TEXT", "addressee_id TEXT")
    # The figures of a year count tens of thousands of letters, whose rows lie scattered over the file.
    db.execute("DROP INDEX letters_sent")
    db.execute(
        "CREATE INDEX letters_sent ON letters (live, sort_on, case_id, sent_on, kind, addressee_id, writer_id,"
        " signatures, postage) WHERE sent_on IS NOT NULL"
    )
