# SPDX-License-Identifier: GPL-3.0-or-later
"""Two laptops, one group: merging by stamp loses nothing, and what was undone stays undone."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.builders import HERE, MORNING, THERE, Clock, add, case, letter, new_file, open_file
from tests.support.merge_by_stamp import Frames, merged, stamped_frames, take_in
from tests.support.random_edits import RandomEdits

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.letter import Letter
from amnesty_desktop.store import verify
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.history import newest


def _two(folder: Path, file: CaseFile, behind: timedelta = timedelta()) -> CaseFile:
    """A second laptop's copy of a file; its clock may run behind."""
    copy = file.copy_to(folder / "copies").path
    shutil.copy(copy, folder / "theirs.amnesty")
    return open_file(folder / "theirs.amnesty", device=THERE, now=Clock(MORNING + timedelta(hours=1) - behind))


@contextmanager
def _both(folder: Path, *values: Any, behind: timedelta = timedelta()) -> Iterator[tuple[CaseFile, CaseFile]]:
    with closing(new_file(folder / "ours.amnesty", device=HERE)) as ours:
        add(ours, *values)
        with closing(_two(folder, ours, behind)) as theirs:
            yield ours, theirs


def _merge(one: CaseFile, other: CaseFile) -> Frames:
    return merged(stamped_frames(one), stamped_frames(other))


def _latest_writes(*files: CaseFile) -> dict[tuple[str, str, str], tuple[str, Any]]:
    """What the histories say was written last in each field that was ever changed."""
    found: dict[tuple[str, str, str], tuple[str, Any]] = {}
    for file in files:
        stamps = dict(file.engine.rows("SELECT key, stamp FROM transactions"))
        for entry in newest(file.engine, most=10_000):
            for row in entry.rows:
                for name, (_, after) in row.fields.items():
                    at, write = (row.table, row.row_id, name), (stamps[entry.key], after)
                    found[at] = max(found.get(at, ("", None)), write, key=lambda pair: pair[0])
    return found


def test_different_fields_changed_on_both_sides_both_stay(tmp_path: Path) -> None:
    teacher = case()
    with _both(tmp_path, teacher) as (ours, theirs):
        add(ours, replace(teacher, title="Freed"))
        add(theirs, replace(teacher, next_step="write in May"))
        row = _merge(ours, theirs)["cases", teacher.id]
        assert (row["title"][1], row["next_step"][1]) == ("Freed", "write in May")


def test_what_was_undone_stays_undone(tmp_path: Path) -> None:
    teacher = case("Right")
    with closing(new_file(tmp_path / "ours.amnesty")) as ours:
        add(ours, teacher)
        add(ours, replace(teacher, title="Wrong"))
        with closing(_two(tmp_path, ours)) as theirs:
            ours.undo()
            add(theirs, replace(theirs.get(Case, teacher.id), next_step="phone"))
            assert _merge(ours, theirs)["cases", teacher.id]["title"][1] == "Right"


def test_an_undone_creation_is_gone_on_both_sides(tmp_path: Path) -> None:
    teacher = case()
    with _both(tmp_path, teacher) as (ours, theirs):
        ours.undo()
        add(theirs, replace(teacher, title="Unaware of it"))
        row = _merge(ours, theirs)["cases", teacher.id]
        assert (row["gone"][1], row["title"][1]) == (1, "Unaware of it")


def test_a_revived_creation_lives_on_both_sides(tmp_path: Path) -> None:
    teacher = case()
    with _both(tmp_path, teacher) as (ours, theirs):
        theirs.undo()
        take_in(ours, theirs, _merge(ours, theirs))
        assert ours.find(Case, teacher.id) is None
        theirs.redo()
        assert _merge(ours, theirs)["cases", teacher.id]["gone"][1] == 0


def test_undoing_a_creation_leaves_what_others_have_worked_on(tmp_path: Path) -> None:
    teacher = case()
    with _both(tmp_path, teacher) as (ours, theirs):
        add(theirs, replace(teacher, title="Bruno's words"))
        take_in(ours, theirs, _merge(ours, theirs))
        undone = ours.undo()
        assert undone is not None
        assert undone.left == ("the case",)
        assert ours.get(Case, teacher.id).title == "Bruno's words"


def test_undoing_a_new_case_leaves_it_while_it_holds_somebody_elses_letter(tmp_path: Path) -> None:
    teacher = case()
    with _both(tmp_path, teacher) as (ours, theirs):
        add(theirs, letter(teacher))
        take_in(ours, theirs, _merge(ours, theirs))
        undone = ours.undo()
        assert undone is not None
        assert undone.left == ("the case",)
        assert ours.count(Letter, case_id=teacher.id) == 1


def test_an_edit_that_changes_nothing_in_the_end_takes_no_stamp(tmp_path: Path) -> None:
    teacher = case("Kept")
    with _both(tmp_path, teacher) as (ours, theirs):
        add(theirs, replace(teacher, title="Theirs"))
        add(ours, replace(teacher, title="For a moment"), teacher)
        assert _merge(ours, theirs)["cases", teacher.id]["title"][1] == "Theirs"


def test_a_clock_a_day_behind_still_writes_after_what_it_has_seen(tmp_path: Path) -> None:
    teacher = case("Before")
    with _both(tmp_path, teacher, behind=timedelta(days=1)) as (ours, theirs):
        add(theirs, replace(teacher, title="After"))
        assert _merge(ours, theirs)["cases", teacher.id]["title"][1] == "After"


@settings(max_examples=settings().max_examples // 4)
@given(seed=st.integers(0, 10**9), rounds=st.integers(1, 3), behind=st.integers(-48, 48))
def test_random_edits_and_undos_on_both_sides_merge_alike_and_lose_nothing(
    tmp_path_factory: pytest.TempPathFactory, seed: int, rounds: int, behind: int
) -> None:
    folder = tmp_path_factory.mktemp("merge")
    here, there = RandomEdits(seed), RandomEdits(seed + 1)
    with closing(new_file(folder / "ours.amnesty")) as ours:
        here.wander(ours, 12)
        with closing(_two(folder, ours, timedelta(hours=behind))) as theirs:
            for _ in range(rounds):
                here.wander(ours, 10)
                there.wander(theirs, 10)
                both = _merge(ours, theirs)
                assert both == _merge(theirs, ours)
                assert merged(both, stamped_frames(ours)) == both == merged(both, both)
                for (table, row_id, name), (stamp, value) in _latest_writes(ours, theirs).items():
                    assert both[table, row_id][name] == (stamp, value)
                take_in(ours, theirs, both)
                take_in(theirs, ours, both)
            assert stamped_frames(ours) == stamped_frames(theirs)
            assert verify.verify(ours.engine).troubles == ()
