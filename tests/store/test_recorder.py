# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is written past the recorder, and every row it writes carries its stamps."""

import json
from dataclasses import replace

import pytest
from tests.support.builders import add, case, contents, frames

from amnesty_desktop.domain.case import Case
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.errors import WrittenPastTheRecorder
from amnesty_desktop.store.recorder import Transaction, pack_fields, unpack_fields
from amnesty_desktop.store.rows import NOUNS

_PAST = (
    "INSERT INTO {table} DEFAULT VALUES",
    "UPDATE {table} SET gone = 1",
    "DELETE FROM {table}",
)


def _fill(file: CaseFile, table: str) -> None:
    """A row in every table, because triggers fire for rows only."""
    with file._guard.opened():
        names = [name for _, name, *_ in file.engine.rows(f"PRAGMA table_info({table})")]
        values = {"id": "x", "created": "000000000000-0000-aaaaaaaaaaaa"}
        kinds = {row[1]: row[2] for row in file.engine.rows(f"PRAGMA table_info({table})")}
        for name in names:
            if name not in ("key", "stamps", "binned"):
                values.setdefault(name, 0 if kinds[name] == "INTEGER" else "")  # type: ignore[arg-type]
        columns = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" * len(values))
        file.engine.run(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values()))


@pytest.mark.parametrize("statement", _PAST)
@pytest.mark.parametrize("table", [noun.table for noun in NOUNS])
def test_a_write_past_the_recorder_raises(file: CaseFile, table: str, statement: str) -> None:
    _fill(file, table)
    before = frames(file)
    with pytest.raises(Exception, match=r"past the recorder|never deleted|NOT NULL"):
        file.engine.connection.execute(statement.format(table=table))
    assert frames(file) == before


def test_a_write_through_sqlite_utils_outside_an_edit_raises(file: CaseFile) -> None:
    add(file, case())
    with pytest.raises(Exception, match="past the recorder"):
        file.engine.db.table("cases").update(1, {"title": "Sly"})
    with pytest.raises(Exception, match="never deleted"):
        file.engine.db.table("cases").delete(1)


def test_a_write_past_the_recorder_within_an_edit_undoes_the_edit(file: CaseFile) -> None:
    def sly(write: Transaction) -> None:
        write.save(case("Honest"))
        write.engine.run("UPDATE cases SET title = 'Sly'")

    before = contents(file)
    with pytest.raises(WrittenPastTheRecorder):
        file.edit("Sly", sly)
    assert contents(file) == before


def test_a_transaction_that_is_over_cannot_be_written_with(file: CaseFile) -> None:
    kept: list[Transaction] = []
    file.edit("Keep", kept.append)
    with pytest.raises(WrittenPastTheRecorder):
        kept[0].save(case())


def test_a_new_row_has_one_stamp_and_a_change_stamps_its_field_only(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher)
    created = frames(file)["cases", teacher.id]["created"]
    add(file, replace(teacher, title="Freed"))
    row = frames(file)["cases", teacher.id]
    assert row["created"] == created
    assert list(json.loads(row["stamps"])) == ["title"]
    assert json.loads(row["stamps"])["title"] > created


def test_saving_the_same_again_is_no_edit(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher)
    before = frames(file)
    changes = file.edit("Again", lambda write: write.save(teacher))
    assert changes.rows == frozenset()
    assert frames(file) == before
    assert file.undo_label == "Add"


def test_a_row_that_ends_as_it_began_is_told_to_nobody(file: CaseFile) -> None:
    teacher = case("Kept")
    add(file, teacher)

    def there_and_back(write: Transaction) -> None:
        write.save(replace(teacher, title="For a moment"))
        write.save(teacher)

    assert file.edit("There and back", there_and_back).rows == frozenset()
    assert frames(file)["cases", teacher.id]["stamps"] == "{}"


def test_changes_name_the_rows_and_their_cases(file: CaseFile) -> None:
    teacher = case()
    changes = file.edit("Add case", lambda write: write.save(teacher))
    assert changes.ids("cases") == {teacher.id} == changes.cases
    assert changes.touches("cases")
    assert not changes.touches("letters")


def test_many_values_are_added_at_once(file: CaseFile) -> None:
    many = [case(f"Case {number}") for number in range(300)]
    file.set_up("Fill", lambda write: write.add_all(many))
    assert file.count(Case) == 300
    assert file.undo_label is None


def test_adding_an_id_twice_undoes_the_edit(file: CaseFile) -> None:
    teacher = case()
    with pytest.raises(WrittenPastTheRecorder):
        file.edit("Twice", lambda write: write.add_all([teacher, teacher]))
    assert file.count(Case) == 0


def test_fields_are_packed_small_and_come_back_equal() -> None:
    short: dict[str, list[str | int | None]] = {"title": ["a", "é"]}
    long: dict[str, list[str | int | None]] = {"situation": ["Петрова " * 500, None], "gone": [0, 1]}
    assert unpack_fields(pack_fields(short)) == short
    assert unpack_fields(pack_fields(long)) == long
    assert len(pack_fields(long)) < 300
