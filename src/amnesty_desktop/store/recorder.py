# SPDX-License-Identifier: GPL-3.0-or-later
"""The recorder: every row an edit writes is noted, with its fields before and after.

A record can be written through it only. A temporary trigger on each table asks whether the
recorder is at work and refuses everything else, so that history cannot have gaps.
"""

import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from .engine import Engine
from .errors import WrittenPastTheRecorder
from .reading import Reading
from .rows import NOUNS, Noun, Plain, R, Record, noun_of, to_row

_SHORT = 200


@dataclass(slots=True)
class RowNote:
    """What one transaction did to one row; before is None for a row it made."""

    noun: Noun
    row_id: str
    case_id: str | None
    before: dict[str, Plain] | None
    after: dict[str, Plain] = field(default_factory=dict)
    stamps_before: dict[str, str] = field(default_factory=dict)

    def differing(self) -> dict[str, list[Plain]]:
        """The fields that ended up different: {field: [before, after]}; nothing for a row that was made."""
        if self.before is None:
            return {}
        return {name: [self.before[name], new] for name, new in self.after.items() if self.before[name] != new}

    @property
    def cases(self) -> tuple[str, ...]:
        """Ids of the cases it belonged to before and belongs to now."""
        moved = self.after.get("case_id")
        return tuple(dict.fromkeys(str(case_id) for case_id in (self.case_id, moved) if case_id))


class Guard:
    """Refuses writes to records except while the recorder itself is writing, even in the midst of an edit."""

    def __init__(self, engine: Engine) -> None:
        self._open = False
        engine.connection.create_function("recorder_open", 0, lambda: int(self._open))
        for noun in NOUNS:
            for act in ("INSERT", "UPDATE"):
                engine.run(
                    f"CREATE TEMP TRIGGER guard_{noun.table}_{act.lower()} BEFORE {act} ON main.{noun.table}"
                    " WHEN recorder_open() = 0 BEGIN SELECT RAISE(ABORT, 'written past the recorder'); END"
                )
            engine.run(
                f"CREATE TEMP TRIGGER guard_{noun.table}_delete BEFORE DELETE ON main.{noun.table}"
                " BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END"
            )

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Let the recorder write."""
        before, self._open = self._open, True
        try:
            yield
        finally:
            self._open = before


class Transaction(Reading):
    """What an edit function is handed: reading as ever, and the ways to write."""

    def __init__(self, engine: Engine, stamp: str, guard: Guard) -> None:
        super().__init__(engine)
        self.stamp = stamp
        self._guard = guard
        self.notes: dict[tuple[str, str], RowNote] = {}
        self.open = True

    @property
    def cases(self) -> tuple[str, ...]:
        """Ids of the cases touched so far."""
        return tuple(dict.fromkeys(case_id for note in self.notes.values() for case_id in note.cases))

    @property
    def made_cases(self) -> dict[str, frozenset[str]]:
        """The cases made here, each with the tables its rows are in."""
        found: dict[str, set[str]] = {
            row_id: set() for (table, row_id), note in self.notes.items() if table == "cases" and note.before is None
        }
        for (table, _), note in self.notes.items():
            for case_id in note.cases:
                if case_id in found:
                    found[case_id].add(table)
        return {case_id: frozenset(tables) for case_id, tables in found.items()}

    def save(self, value: Record) -> None:
        """Write a value: a new row, or the fields that differ from what is there."""
        noun = noun_of(type(value))
        row = to_row(value)
        current = self._current(noun, value.id)
        if current is None:
            self._create(noun, row)
        else:
            self.write_fields(noun, value.id, {n: new for n, new in row.items() if current[n] != new}, current)

    def add_all(self, values: Iterable[Record]) -> None:
        """Write many new values of one kind at once; their ids must be new."""
        self._still_open()
        rows = list(values)
        if not rows:
            return
        noun = noun_of(type(rows[0]))
        made = [to_row(value) for value in rows]
        with self._guard.opened():
            self.engine.db.table(noun.table).insert_all([row | {"created": self.stamp} for row in made])
        for row in made:
            self._note(noun, str(row["id"]), row, None)

    def bin(self, record: type[R], row_id: str, at: str) -> None:
        """Put into the bin; at is UTC as ISO text."""
        self.write_fields(noun_of(record), row_id, {"binned": at})

    def put_back(self, record: type[R], row_id: str) -> None:
        """Take out of the bin."""
        self.write_fields(noun_of(record), row_id, {"binned": None})

    def bury(self, record: type[R], row_id: str) -> None:
        """Leave a tombstone: the row is gone for everybody it is merged with."""
        self.write_fields(noun_of(record), row_id, {"gone": 1})

    def keep_bytes(self, content: bytes) -> str:
        """Keep bytes under their SHA-256, once however often they are kept; returns it in hex."""
        self._still_open()
        digest = sha256(content).hexdigest()
        self.engine.run("INSERT OR IGNORE INTO blobs (hash, bytes) VALUES (?, ?)", (digest, content))
        return digest

    def write_fields(
        self, noun: Noun, row_id: str, new: dict[str, Plain], current: dict[str, Plain] | None = None
    ) -> None:
        """Write single fields of a row under this transaction's stamp."""
        self._still_open()
        current = self._current(noun, row_id) if current is None else current
        if current is None:
            raise WrittenPastTheRecorder(f"{noun.table} has no row {row_id}")
        new = {name: value for name, value in new.items() if current[name] != value}
        if not new:
            return
        stamps = stamps_of(current) | dict.fromkeys(new, self.stamp)
        self._update(noun, row_id, new | {"stamps": _stamps_text(stamps)})
        self._note(noun, row_id, new, current)

    def current(self, noun: Noun, row_id: str) -> dict[str, Plain] | None:
        """All columns of a row as they stand, tombstones included."""
        return self._current(noun, row_id)

    def _create(self, noun: Noun, row: dict[str, Plain]) -> None:
        self._still_open()
        with self._guard.opened():
            self.engine.db.table(noun.table).insert(row | {"created": self.stamp})
        self._note(noun, str(row["id"]), row, None)

    def _update(self, noun: Noun, row_id: str, columns: dict[str, Plain]) -> None:
        wanted = ", ".join(f'"{name}" = ?' for name in columns)
        with self._guard.opened():
            self.engine.run(f"UPDATE {noun.table} SET {wanted} WHERE id = ?", (*columns.values(), row_id))

    def _note(self, noun: Noun, row_id: str, new: dict[str, Plain], current: dict[str, Plain] | None) -> None:
        note = self.notes.get((noun.table, row_id))
        if note is None:
            note = self.notes[noun.table, row_id] = _fresh_note(noun, row_id, new, current)
        if note.before is not None and current is not None:
            for name in new:
                note.before.setdefault(name, current[name])
        note.after.update(new)

    def settle(self) -> None:
        """End the transaction: what ended as it began loses its stamp again, and is noted nowhere."""
        self._still_open()
        self.open = False
        for at, note in list(self.notes.items()):
            if note.before is None:
                continue
            differing = note.differing()
            if len(differing) < len(note.after):
                stamps = note.stamps_before | dict.fromkeys(differing, self.stamp)
                self._update(note.noun, note.row_id, {"stamps": _stamps_text(stamps)})
            if not differing:
                del self.notes[at]

    def _current(self, noun: Noun, row_id: str) -> dict[str, Plain] | None:
        cursor = self.engine.connection.execute(f"SELECT * FROM {noun.table} WHERE id = ?", (row_id,))
        names = [column[0] for column in cursor.description]
        row = cursor.fetchone()
        return dict(zip(names, row, strict=True)) if row else None

    def _still_open(self) -> None:
        if not self.open:
            raise WrittenPastTheRecorder("this transaction is over")


def stamps_of(row: dict[str, Plain]) -> dict[str, str]:
    """The stamps of the fields of a row that were written since it was created."""
    found: dict[str, str] = json.loads(str(row["stamps"]))
    return found


def _stamps_text(stamps: dict[str, str]) -> str:
    return json.dumps(stamps, separators=(",", ":"))


def _fresh_note(noun: Noun, row_id: str, new: dict[str, Plain], current: dict[str, Plain] | None) -> RowNote:
    if current is None:
        case = row_id if noun.table == "cases" else new.get("case_id")
        return RowNote(noun, row_id, _text(case), None)
    case = row_id if noun.table == "cases" else current.get("case_id")
    return RowNote(noun, row_id, _text(case), {}, stamps_before=stamps_of(current))


def _text(value: Plain) -> str | None:
    return None if value is None else str(value)


def pack_fields(fields: dict[str, list[Plain]]) -> str | bytes:
    """The before and after of a row as JSON, deflated where that is shorter."""
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return text if len(text) < _SHORT else zlib.compress(text.encode("utf-8", "surrogatepass"), 9)


def unpack_fields(packed: Any) -> dict[str, list[Plain]]:
    """Read pack_fields back; None, for a created row, is no fields."""
    if packed is None:
        return {}
    text = packed if isinstance(packed, str) else zlib.decompress(packed).decode("utf-8", "surrogatepass")
    found: dict[str, list[Plain]] = json.loads(text)
    return found
