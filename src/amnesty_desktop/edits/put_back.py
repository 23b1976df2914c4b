# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting one earlier value back from the history: an edit like any other, with its own undo."""

from ..domain.letter import SEALED, Letter
from ..store.errors import CaseFileError
from ..store.reading import Reading
from ..store.recorder import Transaction
from ..store.rows import NOUN_OF_TABLE, Plain, Record, codecs

_FRAME = ("gone", "binned")
_NEVER = frozenset({"seals", "groups", "answers", "distinctions"})


def can_put_back(reading: Reading, table: str, row_id: str, field: str, value: Plain) -> bool:
    """Whether a field could hold this earlier value again, and does not hold it now."""
    noun = NOUN_OF_TABLE.get(table)
    if noun is None or table in _NEVER or field in ("id", "case_id"):
        return False
    record: type[Record] = noun.record
    if field not in _FRAME and field not in {codec.name for codec in codecs(record)}:
        return False
    if field == "gone" and value:
        return False
    found = reading.engine.rows(f'SELECT "{field}", gone FROM {table} WHERE id = ?', (row_id,))
    if not found or found[0][0] == value or (found[0][1] and field != "gone"):
        return False
    return not (table == "letters" and _is_sealed(reading, row_id))


def put_back_value(write: Transaction, table: str, row_id: str, field: str, value: Plain) -> None:
    """Let a field hold an earlier value again, as it lay in the file. Raises CaseFileError where it cannot."""
    if not can_put_back(write, table, row_id, field, value):
        raise CaseFileError(
            "This value cannot be put back: it stands there already, what it belonged to is gone, or it was sent.",
            "Look at the newest entry of the history.",
        )
    write.write_fields(NOUN_OF_TABLE[table], row_id, {field: value})


def _is_sealed(reading: Reading, row_id: str) -> bool:
    letter = reading.find(Letter, row_id)
    return letter is not None and letter.state in SEALED
