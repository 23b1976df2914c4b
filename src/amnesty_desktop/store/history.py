# SPDX-License-Identifier: GPL-3.0-or-later
"""The record of every transaction: the history of a case, and the list of what can be undone.

History is append-only and undo is an edit: it writes former values back under a fresh stamp, only into
fields that still hold what the undone transaction wrote. What was changed since stays and is named.
"""

from dataclasses import dataclass
from typing import Any

from ..domain.stamps import read_stamp
from .derived import tables_in_case
from .engine import Engine
from .recorder import Transaction, pack_fields, stamps_of, unpack_fields
from .rows import NOUN_OF_TABLE, Noun, Plain

# Kinds of transaction. Undo goes back over edits only, and never past a migration or the making of the file.
EDIT, UNDO, REDO, SETUP, MIGRATION, RESTORE = "edit", "undo", "redo", "setup", "migration", "restore"
MERGE_CASES = "Merge two cases"
"""What the merging of two cases is called, so that the history of the one goes on to be told with the other."""
_WALLS = (SETUP, MIGRATION, RESTORE)


@dataclass(frozen=True, slots=True)
class Step:
    """One transaction that can be undone or done again."""

    key: int
    label: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row a transaction touched: {field: (before, after)}; created rows have no fields."""

    table: str
    row_id: str
    created: bool
    fields: dict[str, tuple[Plain, Plain]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a history: when (UTC, ISO), who, what, and the rows it touched."""

    key: int
    at: str
    who: str
    label: str
    kind: str
    rows: tuple[RowChange, ...]


def highest_stamp(engine: Engine) -> str:
    """The latest stamp this file has seen, made here or taken in; empty for a new file."""
    found = engine.rows("SELECT max(stamp) FROM transactions UNION ALL SELECT max(highest) FROM devices")
    return max(stamp or "" for (stamp,) in found)


def write(engine: Engine, done: Transaction, *, at: str, who: str, label: str, kind: str, target: int | None) -> int:
    """Append a transaction with all its rows; returns its number. Anything new ends what could be done again."""
    if kind not in (UNDO, REDO):
        engine.run("UPDATE transactions SET redoable = 0 WHERE undone = 1 AND redoable = 1")
    engine.run(
        "INSERT INTO transactions (stamp, at, who, label, kind, target) VALUES (?, ?, ?, ?, ?, ?)",
        (done.stamp, at, who, label, kind, target),
    )
    key = int(engine.value("SELECT last_insert_rowid()"))
    rows = []
    for note in done.notes.values():
        created = note.before is None
        # A row made and deleted in one go says so, or redo would bring it to life.
        fields: dict[str, list[Plain]] = {"gone": [1, 1]} if created and note.after.get("gone") else note.differing()
        packed = pack_fields(fields) if fields else None
        rows.append((key, note.noun.table, note.row_id, note.case_id, int(created), packed))
    engine.connection.executemany(
        "INSERT INTO transaction_rows (transaction_key, noun, row_id, case_id, created, fields)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        rows,
    )
    return key


def write_wall(engine: Engine, kind: str, *, stamp: str, at: str, who: str, label: str, note: str = "") -> None:
    """Note that something happened to the file as a whole, which undo does not go behind.

    kind is MIGRATION or RESTORE; the note of a restore is the name of the copy of what was there before.
    """
    engine.run("UPDATE transactions SET redoable = 0 WHERE undone = 1 AND redoable = 1")
    engine.run(
        "INSERT INTO transactions (stamp, at, who, label, kind, note) VALUES (?, ?, ?, ?, ?, ?)",
        (stamp, at, who, label, kind, note),
    )


def replaced_by_restore(engine: Engine) -> str | None:
    """If the last thing that happened was bringing back a copy: the name of the copy of what was there before."""
    found = engine.rows("SELECT kind, note FROM transactions ORDER BY key DESC LIMIT 1")
    return str(found[0][1]) if found and found[0][0] == RESTORE else None


def undoable(engine: Engine) -> Step | None:
    """The last edit that still stands, None at a wall or at the beginning."""
    found = engine.rows(
        "SELECT key, label FROM transactions WHERE kind = 'edit' AND undone = 0 AND key > ? ORDER BY key DESC LIMIT 1",
        (_last_wall(engine),),
    )
    return Step(*found[0]) if found else None


def rows_of(engine: Engine, step: Step | None) -> int:
    """How many rows an edit wrote; 0 for none."""
    rows = "SELECT count(*) FROM transaction_rows WHERE transaction_key = ?"
    return int(engine.value(rows, (step.key,))) if step else 0


def _last_wall(engine: Engine) -> int:
    walls = ", ".join(f"'{kind}'" for kind in _WALLS)
    return int(engine.value(f"SELECT coalesce(max(key), 0) FROM transactions WHERE kind IN ({walls})"))


def redoable(engine: Engine) -> Step | None:
    """The edit that was undone last and can be done again."""
    found = engine.rows(
        "SELECT key, label FROM transactions WHERE undone = 1 AND redoable = 1 AND key > ? ORDER BY key LIMIT 1",
        (_last_wall(engine),),
    )
    return Step(*found[0]) if found else None


def apply_backwards(work: Transaction, key: int) -> tuple[str, ...]:
    """Take back transaction key; returns what stays because it was changed since, in words."""
    left: list[str] = []
    changes = _changes(work.engine, key)[::-1]
    # Cases last, when what came with them is gone already.
    changes.sort(key=lambda change: change.table == "cases")
    for change in changes:
        noun = NOUN_OF_TABLE[change.table]
        current = work.current(noun, change.row_id)
        if current is None:
            continue
        if change.created:
            if _touched_elsewhere(current) or (noun.table == "cases" and _holds_rows(work, change.row_id)):
                left.append(_in_words(noun, "gone"))
            else:
                work.write_fields(noun, change.row_id, {"gone": 1}, current)
            continue
        left += _write_back(work, noun, change.row_id, current, {n: (a, b) for n, (b, a) in change.fields.items()})
    work.engine.run("UPDATE transactions SET undone = 1, redoable = 1 WHERE key = ?", (key,))
    return tuple(dict.fromkeys(left))


def apply_forwards(work: Transaction, key: int) -> tuple[str, ...]:
    """Do transaction key again; returns what stays because it was changed since, in words."""
    left: list[str] = []
    for change in _changes(work.engine, key):
        noun = NOUN_OF_TABLE[change.table]
        current = work.current(noun, change.row_id)
        if current is None:
            continue
        if change.created:
            work.write_fields(noun, change.row_id, {"gone": 1 if change.fields else 0}, current)
        else:
            left += _write_back(work, noun, change.row_id, current, change.fields)
    work.engine.run("UPDATE transactions SET undone = 0, redoable = 0 WHERE key = ?", (key,))
    return tuple(dict.fromkeys(left))


def of_case(engine: Engine, case_id: str, *, most: int = 500) -> list[Entry]:
    """Who changed what in a case and when, newest first."""
    ids = _with_merged(engine, case_id)
    return _entries(
        engine,
        f"WHERE key IN (SELECT transaction_key FROM transaction_rows WHERE case_id IN ({_marks(ids)}))"
        " ORDER BY key DESC LIMIT ?",
        (*ids, most),
        ids,
    )


def _with_merged(engine: Engine, case_id: str) -> tuple[str, ...]:
    """The id of a case, and of the cases that were merged into it: what happened to them belongs to its history."""
    ids, left = [case_id], [case_id]
    while left:
        found = engine.rows(
            "SELECT DISTINCT r.row_id FROM transaction_rows r JOIN transactions t ON t.key = r.transaction_key"
            " JOIN cases c ON c.id = r.row_id WHERE r.noun = 'cases' AND c.gone = 1 AND t.label = ? AND t.undone = 0"
            " AND t.key IN (SELECT transaction_key FROM transaction_rows WHERE case_id = ?)",
            (MERGE_CASES, left.pop()),
        )
        left += [row_id for (row_id,) in found if row_id not in ids]
        ids += [row_id for (row_id,) in found if row_id not in ids]
    return tuple(ids)


def newest(engine: Engine, *, most: int = 200) -> list[Entry]:
    """The last transactions of the whole file, newest first."""
    return _entries(engine, "ORDER BY key DESC LIMIT ?", (most,))


def _entries(engine: Engine, which: str, values: tuple[Any, ...], cases: tuple[str, ...] = ()) -> list[Entry]:
    found = engine.rows(f"SELECT key, at, who, label, kind FROM transactions {which}", values)
    return [Entry(*(*row, tuple(_changes(engine, row[0], cases)))) for row in found]


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))


def _changes(engine: Engine, key: int, cases: tuple[str, ...] = ()) -> list[RowChange]:
    only = f" AND case_id IN ({_marks(cases)})" if cases else ""
    found = engine.rows(
        f"SELECT noun, row_id, created, fields FROM transaction_rows WHERE transaction_key = ?{only} ORDER BY rowid",
        (key, *cases),
    )
    return [
        RowChange(table, row_id, bool(created), {n: (b, a) for n, (b, a) in unpack_fields(packed).items()})
        for table, row_id, created, packed in found
    ]


def _write_back(
    work: Transaction, noun: Noun, row_id: str, current: dict[str, Plain], wanted: dict[str, tuple[Plain, Plain]]
) -> list[str]:
    """Write wanted {field: (held, new)} where the field still holds what it is expected to."""
    ready = {name: new for name, (held, new) in wanted.items() if current[name] == held}
    work.write_fields(noun, row_id, ready, current)
    return [_in_words(noun, name) for name in wanted if name not in ready]


def _touched_elsewhere(current: dict[str, Plain]) -> bool:
    """Whether another device has written fields of a row made here: undoing would take its work away."""
    maker = read_stamp(str(current["created"])).device
    return any(read_stamp(stamp).device != maker for stamp in stamps_of(current).values())


def _holds_rows(work: Transaction, case_id: str) -> bool:
    """Whether a case holds rows that came otherwise than with it: they would vanish with it."""
    return bool(tables_in_case(work.engine, case_id, "gone = 0 AND binned IS NULL"))


def _in_words(noun: Noun, field: str) -> str:
    name = noun.record.__name__.lower()
    return f"the {name}" if field in ("gone", "binned") else f"{field.replace('_', ' ')} of the {name}"
