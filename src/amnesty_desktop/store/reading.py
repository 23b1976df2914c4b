# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading values back: one by its id, or all of one kind that belong together."""

from typing import Any

from ..domain.own_term import OwnTerm
from ..domain.vocabulary import Vocabulary
from .engine import Engine
from .errors import RecordMissing
from .rows import R, columns, from_row, noun_of


class Reading:
    """Fetch-or-fail and find-or-None over one engine; binned and deleted rows are left out unless asked for."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def get(self, record: type[R], row_id: str) -> R:
        """The value with this id, in the bin or not; raises RecordMissing."""
        found = self.find(record, row_id)
        if found is None:
            raise RecordMissing(f"no {record.__name__} {row_id}")
        return found

    def find(self, record: type[R], row_id: str | None) -> R | None:
        """The value with this id or None; one in the bin is found, a deleted one is not."""
        table = noun_of(record).table
        rows = self.engine.rows(f"SELECT {columns(record)} FROM {table} WHERE id = ? AND gone = 0", (row_id,))
        return from_row(record, rows[0]) if rows else None

    def all(self, record: type[R], *, order: str = "key", **where: Any) -> list[R]:
        """All live values of a kind, where columns equal values; order is column names of our own code, never input."""
        conditions = ["live = 1"] + [f'"{name}" IS ?' for name in where]
        sql = f"SELECT {columns(record)} FROM {noun_of(record).table} WHERE {' AND '.join(conditions)} ORDER BY {order}"
        return [from_row(record, row) for row in self.engine.rows(sql, tuple(where.values()))]

    def count(self, record: type[R], **where: Any) -> int:
        """How many live values of a kind there are, where columns equal values."""
        conditions = ["live = 1"] + [f'"{name}" IS ?' for name in where]
        sql = f"SELECT count(*) FROM {noun_of(record).table} WHERE {' AND '.join(conditions)}"
        return int(self.engine.value(sql, tuple(where.values())))

    def key_of(self, record: type[R], row_id: str) -> int | None:
        """The local number of a row, for lists."""
        return self.engine.value(f"SELECT key FROM {noun_of(record).table} WHERE id = ?", (row_id,))  # type: ignore[no-any-return]

    def at_key(self, record: type[R], key: int) -> R | None:
        """The value with this local number, None when it is deleted."""
        table = noun_of(record).table
        rows = self.engine.rows(f"SELECT {columns(record)} FROM {table} WHERE key = ? AND gone = 0", (key,))
        return from_row(record, rows[0]) if rows else None

    def bytes_of(self, digest: str) -> bytes | None:
        """Bytes kept under their SHA-256."""
        found = self.engine.value("SELECT bytes FROM blobs WHERE hash = ?", (digest,))
        if found is not None:
            return bytes(found)
        kept = self.engine.rows("SELECT bytes FROM blob_pieces WHERE hash = ? ORDER BY number", (digest,))
        return b"".join(bytes(piece) for (piece,) in kept) if kept else None

    def vocabulary(self) -> Vocabulary:
        """The lists as this group has them."""
        return Vocabulary(self.all(OwnTerm, order="position, key"))

    def group(self) -> Any:
        """The group this file belongs to."""
        from ..domain.group import Group

        return self.all(Group)[0]
