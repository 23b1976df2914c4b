# SPDX-License-Identifier: GPL-3.0-or-later
"""The bin: deleting is never straight away. What has lain in it for 90 days becomes a tombstone."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from ..domain.letter import SEALED, Letter
from ..store.bin import BIN_DAYS, Binned, binned
from ..store.errors import CaseFileError
from ..store.reading import Reading
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


def too_old(reading: Reading, now: datetime) -> list[Binned]:
    """What has lain in the bin for 90 days."""
    limit = (now - timedelta(days=BIN_DAYS)).isoformat(timespec="seconds")
    return [item for item in binned(reading.engine) if item.at < limit]


def empty_old(write: Transaction, now: datetime) -> int:
    """Turn what has lain in the bin for 90 days into tombstones; returns how many."""
    old = too_old(write, now)
    for item in old:
        write.write_fields(noun_of(NOUN_OF_TABLE[item.table].record), item.row_id, {"gone": 1})
    return len(old)
