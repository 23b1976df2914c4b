# SPDX-License-Identifier: GPL-3.0-or-later
"""The smallest merge that the row frame must allow: field by field, the later stamp wins.

It measures the frame and nothing else: no review, no history of the other side.
"""

import json
from typing import Any

from amnesty_desktop.store import derived, history, indexing
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.recorder import RowNote
from amnesty_desktop.store.rows import FRAME_FIELDS, NOUN_OF_TABLE, Noun, codecs

from .builders import frames

Frames = dict[tuple[str, str], dict[str, Any]]


def stamped_frames(file: CaseFile) -> Frames:
    """Every row with {field: (stamp, value)}; derived columns have no stamp and stay out."""
    return {at: _stamped(NOUN_OF_TABLE[at[0]], row) for at, row in frames(file).items()}


def merged(one: Frames, other: Frames) -> Frames:
    """Both together; neither is changed."""
    return {at: _later(one.get(at, {}), other.get(at, {})) for at in one.keys() | other.keys()}


def take_in(file: CaseFile, other: CaseFile, result: Frames) -> None:
    """Write a merged state and the other file's bytes into a file, so that its group can go on working in it."""
    before = stamped_frames(file)
    fresh = {at: fields for at, fields in result.items() if before.get(at) != fields}
    with file.turn, file.engine.db.atomic(), file._guard.opened():
        for digest, content in other.engine.rows("SELECT hash, bytes FROM blobs"):
            file.engine.run("INSERT OR IGNORE INTO blobs (hash, bytes) VALUES (?, ?)", (digest, content))
        for (table, row_id), fields in fresh.items():
            _write(file, NOUN_OF_TABLE[table], row_id, fields)
        _refresh(file, fresh)
    file._clock.observe(highest(other))


def highest(file: CaseFile) -> str:
    """The latest stamp a file has seen."""
    return history.highest_stamp(file.engine)


def _stamped(noun: Noun, row: dict[str, Any]) -> dict[str, Any]:
    stamps, created = json.loads(row["stamps"]), row["created"]
    names = [codec.name for codec in codecs(noun.record)] + list(FRAME_FIELDS)  # type: ignore[arg-type]  # mypy takes no class of Any for hashable
    return {"created": (created, created)} | {name: (stamps.get(name, created), row[name]) for name in names}


def _later(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    chosen = dict(one)
    for name, (stamp, value) in other.items():
        if name not in chosen or (stamp, str(value)) > (chosen[name][0], str(chosen[name][1])):
            chosen[name] = (stamp, value)
    return chosen


def _write(file: CaseFile, noun: Noun, row_id: str, fields: dict[str, Any]) -> None:
    created = fields["created"][0]
    columns = {name: value for name, (_, value) in fields.items()}
    stamps = {name: stamp for name, (stamp, _) in fields.items() if stamp != created}
    columns["stamps"] = json.dumps(stamps, separators=(",", ":"))
    table = file.engine.db.table(noun.table)
    if file.engine.value(f"SELECT key FROM {noun.table} WHERE id = ?", (row_id,)) is None:
        table.insert(columns)
    else:
        wanted = ", ".join(f'"{name}" = ?' for name in columns)
        file.engine.run(f"UPDATE {noun.table} SET {wanted} WHERE id = ?", (*columns.values(), row_id))


def _refresh(file: CaseFile, fresh: Frames) -> None:
    cases = set()
    for (table, row_id), fields in fresh.items():
        row = {name: value for name, (_, value) in fields.items()}
        cases.add(row_id if table == "cases" else row.get("case_id"))
        derived.refresh_row(file.engine, RowNote(NOUN_OF_TABLE[table], row_id, None, {}, after=row))
        indexing.index_rows(file.engine, NOUN_OF_TABLE[table], (row_id,))
    for case_id in filter(None, cases):
        derived.refresh_case(file.engine, case_id)
        indexing.index_case(file.engine, case_id)
