# SPDX-License-Identifier: GPL-3.0-or-later
"""The bin keeps what was thrown away for ninety days."""

from datetime import UTC, datetime, timedelta

from tests.support.builders import add, case, contents, frames, letter, person

from amnesty_desktop.domain.case import Case
from amnesty_desktop.edits import bin as bin_edits
from amnesty_desktop.store.bin import binned
from amnesty_desktop.store.case_file import CaseFile

NIGHT = datetime(2026, 6, 1, 20, 0, tzinfo=UTC)


def _put(file: CaseFile, *values: object, at: datetime = NIGHT) -> None:
    file.edit("Put in bin", lambda write: bin_edits.put(write, values, at))  # type: ignore[arg-type]


def test_the_bin_says_what_lies_in_it_and_since_when(file: CaseFile) -> None:
    teacher = case("Teachers")
    maribel, draft = person(teacher), letter(teacher, subject="A letter")
    add(file, teacher, maribel, draft)
    _put(file, draft)
    _put(file, maribel, at=NIGHT + timedelta(hours=1))
    assert [(item.table, item.text, item.case_id) for item in binned(file.engine)] == [
        ("people", "Maribel Zúñiga", teacher.id),
        ("letters", "A letter", teacher.id),
    ]


def test_what_is_put_back_is_as_it_was(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher, letter(teacher))
    before = contents(file)
    _put(file, teacher)
    assert file.count(Case) == 0
    file.edit("Put back", lambda write: bin_edits.put_back(write, "cases", teacher.id))
    assert contents(file) == before


def test_after_ninety_days_it_becomes_a_tombstone_and_not_before(file: CaseFile) -> None:
    old, young = case("Old"), case("Young")
    add(file, old, young)
    _put(file, old)
    _put(file, young, at=NIGHT + timedelta(days=2))
    now = NIGHT + timedelta(days=91)
    changes = file.set_up("Empty the bin", lambda write: bin_edits.empty_old(write, now))
    assert changes.result == 1
    assert frames(file)["cases", old.id]["gone"] == 1
    assert [item.row_id for item in binned(file.engine)] == [young.id]


def test_emptying_a_young_bin_changes_nothing_and_leaves_undo_alone(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher)
    _put(file, teacher)
    assert file.set_up("Empty the bin", lambda write: bin_edits.empty_old(write, NIGHT)).rows == frozenset()
    assert file.undo_label == "Put in bin"
