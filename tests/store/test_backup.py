# SPDX-License-Identifier: GPL-3.0-or-later
"""Safe copies: checked before they count, thinned with care, and never in the way of one another."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.builders import add, case, contents, letter, new_file, open_file

from amnesty_desktop.store import backup
from amnesty_desktop.store.backup import SafeCopy, copies_in, thin, to_keep
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.errors import CaseFileError, DamagedFile, DiskFull, FolderReadOnly


class _GivenUp(Exception):
    pass


def _copies(*ages: timedelta, newest: datetime = datetime(2026, 11, 23, tzinfo=UTC)) -> list[SafeCopy]:
    """Copies as made over time, newest first."""
    count = len(ages)
    return [SafeCopy(Path(f"{count - at:06}"), newest - age, count - at) for at, age in enumerate(ages)]


def test_a_copy_opens_by_itself_with_everything_in_it(file: CaseFile, tmp_path: Path) -> None:
    teacher = case()
    add(file, teacher, letter(teacher))
    copy = file.copy_to(tmp_path / "copies")
    assert (copy.cases, copy.letters, copy.number) == (1, 1, 1)
    opened = open_file(copy.path)
    assert contents(opened) == contents(file)
    opened.close()


def test_copies_are_listed_newest_first_by_number_and_not_by_clock(file: CaseFile, tmp_path: Path) -> None:
    times = iter([datetime(2026, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC)])
    for at in times:
        backup.make_copy(file.engine, tmp_path / "copies", at, None)
    assert [copy.at.year for copy in copies_in(tmp_path / "copies")] == [2026, 2036, 2026]
    assert [copy.number for copy in copies_in(tmp_path / "copies")] == [3, 2, 1]


def test_other_files_in_the_folder_are_passed_over(file: CaseFile, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    file.copy_to(folder)
    (folder / "my own.amnesty").write_bytes(b"x")
    (folder / "2026-01-01T000000Z-000009.unchecked").write_bytes(b"x")
    assert [copy.number for copy in copies_in(folder)] == [1]
    assert copies_in(tmp_path / "no such folder") == []


def test_giving_up_leaves_nothing_behind(file: CaseFile, tmp_path: Path) -> None:
    def give_up(_done: int, _total: int) -> None:
        raise _GivenUp

    with pytest.raises(_GivenUp):
        file.copy_to(tmp_path / "copies", give_up)
    assert list((tmp_path / "copies").iterdir()) == []


def test_copying_tells_how_far_it_is(file: CaseFile, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    file.copy_to(tmp_path / "copies", lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] > 0


def test_a_copy_that_fails_its_check_is_not_kept(
    file: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoil(engine: object, path: Path, step: object) -> None:
        path.write_bytes(file.path.read_bytes()[:-4096])

    add(file, case())
    file.close()
    file = open_file(file.path)
    monkeypatch.setattr(backup, "_copy_pages", spoil)
    with pytest.raises(DamagedFile):
        file.copy_to(tmp_path / "copies")
    assert copies_in(tmp_path / "copies") == []
    file.close()


def test_what_a_broken_off_copy_left_is_cleared_away(file: CaseFile, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    (folder / "2026-01-01T000000Z-000001.unchecked").write_bytes(b"half")
    (folder / "2026-01-01T000000Z-000001.unchecked-journal").write_bytes(b"half")
    copy = file.copy_to(folder)
    assert sorted(path.name for path in folder.iterdir()) == [copy.path.name, copy.path.with_suffix(".json").name]


def test_too_little_room_is_said_before_copying(
    file: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1_000_000))
    with pytest.raises(DiskFull, match="no room left for a safe copy"):
        file.copy_to(tmp_path / "copies")


def test_a_folder_for_copies_that_cannot_be_made_is_named(file: CaseFile, tmp_path: Path) -> None:
    (tmp_path / "copies").write_text("a file stands in the way")
    with pytest.raises(FolderReadOnly, match="copies"):
        file.copy_to(tmp_path / "copies")


@pytest.mark.parametrize("passphrase", [None, "kitchen table"])
def test_a_damaged_copy_is_refused_and_the_file_left_alone(tmp_path: Path, passphrase: str | None) -> None:
    file = new_file(tmp_path / "g.amnesty", passphrase)
    copy, key = file.copy_to(tmp_path / "copies").path, file.key
    file.close()
    before = file.path.read_bytes()
    spoiled = bytearray(copy.read_bytes())
    spoiled[4096 * 3 : 4096 * 4] = bytes(4096)
    copy.write_bytes(spoiled)
    with pytest.raises(CaseFileError, match="damaged"):
        backup.put_in_place(copy, file.path, key)
    assert file.path.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copies", "g.amnesty"]


def _a_year_of_evenings(gaps: list[timedelta]) -> list[SafeCopy]:
    """What is left when a copy is made after each gap, and the older ones thinned each time."""
    kept: list[SafeCopy] = []
    at = datetime(2026, 1, 1, tzinfo=UTC)
    for number, gap in enumerate(gaps, 1):
        at += gap
        kept = [SafeCopy(Path(f"{number:06}"), at, number), *kept]
        stay = {copy.path for copy in to_keep(kept)} | {copy.path for copy in kept[:10]}
        kept = [copy for copy in kept if copy.path in stay]
    return kept


def test_after_two_years_there_are_copies_of_yesterday_last_week_and_last_winter() -> None:
    kept = _a_year_of_evenings([timedelta(hours=8)] * 3 * 730)
    ages = [(kept[0].at - copy.at).days for copy in kept]
    assert sum(age <= 1 for age in ages) >= 6
    assert len({age for age in ages if 2 <= age <= 13}) >= 10
    assert len({age // 7 for age in ages if age <= 77}) >= 10
    assert len({age // 30 for age in ages}) >= 9
    assert max(ages) >= 240
    assert len(kept) < 45


def test_a_group_that_works_once_a_week_keeps_months_of_copies() -> None:
    kept = _a_year_of_evenings([timedelta(days=7)] * 52)
    assert (kept[0].at - kept[-1].at).days >= 240
    assert len(kept) >= 15


@given(st.lists(st.integers(-4000, 4000), min_size=1, max_size=60))
def test_thinning_keeps_the_newest_whatever_the_clock_said(days: list[int]) -> None:
    copies = [
        replace(copy, at=copy.at + timedelta(days=day))
        for copy, day in zip(_copies(*[timedelta()] * len(days)), days, strict=True)
    ]
    assert to_keep(copies)[0] == copies[0]


@pytest.mark.parametrize("years", [-10, 10])
def test_one_evening_with_a_wrong_clock_makes_no_copy_look_old(years: int) -> None:
    right = _copies(*[timedelta(days=day) for day in range(12)])
    wrong = [replace(right[0], at=right[0].at + timedelta(days=365 * years)), *right[1:]]
    assert to_keep(wrong) == wrong


def test_a_summer_without_copies_costs_none() -> None:
    before = [timedelta(days=100 + day) for day in range(10)]
    copies = _copies(timedelta(), *before)
    assert to_keep(copies) == copies


def test_thinning_removes_a_few_with_their_counts_and_never_the_newest_ten(tmp_path: Path) -> None:
    for number in range(1, 41):
        at = datetime(2026, 11, 23, tzinfo=UTC) + timedelta(hours=number)
        if number < 25:
            at -= timedelta(days=30)
        path = tmp_path / f"{at.strftime('%Y-%m-%dT%H%M%SZ')}-{number:06}.amnesty"
        path.write_bytes(b"x")
        path.with_suffix(".json").write_text("{}")
    assert len(thin(tmp_path)) == 3
    while thin(tmp_path):
        pass
    left = {copy.number for copy in copies_in(tmp_path)}
    assert left >= set(range(31, 41))
    assert len(left) < 40
    assert len(list(tmp_path.glob("*.json"))) == len(left)
    assert to_keep([]) == []
