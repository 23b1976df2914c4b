# SPDX-License-Identifier: GPL-3.0-or-later
"""The bin: deleting is never straight away. What has lain in it for 90 days becomes a tombstone."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from ..domain.letter import SEALED, Letter
from ..store.bin import BIN_DAYS, binned
from ..store.errors import CaseFileError
from ..store.recorder import Transaction
from ..store.rows import NOUN_OF_TABLE, Record, noun_of


def put(write: Transaction, values: Iterable[Record], at: datetime) -> None:
    """Put records into the bin; at is the time in UTC. A sent letter stays: raises CaseFileError."""
    for value in values:
        if isinstance(value, Letter) and value.state in SEALED:
            raise CaseFileError(
                "A letter that was sent stays in the file as it was posted.",
                "If it was never posted, take back “Mark as sent” first.",
            )
        write.bin(type(value), value.id, at.isoformat(timespec="seconds"))


def put_back(write: Transaction, table: str, row_id: str) -> None:
    """Take a record out of the bin again."""
    write.put_back(NOUN_OF_TABLE[table].record, row_id)


def empty_old(write: Transaction, now: datetime) -> int:
    """Turn what has lain in the bin for 90 days into tombstones; returns how many."""
    limit = (now - timedelta(days=BIN_DAYS)).isoformat(timespec="seconds")
    old = [item for item in binned(write.engine) if item.at < limit]
    for item in old:
        write.write_fields(noun_of(NOUN_OF_TABLE[item.table].record), item.row_id, {"gone": 1})
    return len(old)
