# SPDX-License-Identifier: GPL-3.0-or-later
"""A file of an older program is found through by the new spellings too, after a while if it is large."""

from pathlib import Path

import pytest
from tests.support.builders import add, case, letter, new_file, open_file, person

from amnesty_desktop.store import reindexing
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.engine import Engine


def _old_file(path: Path, cases: int = 3) -> None:
    file = new_file(path)
    for _ in range(cases):
        teacher = case()
        add(file, teacher, person(teacher, "Yusuf al-Husayn"), letter(teacher, "Dear Minister Müller"))
    for index in ("case_index", "letter_index", "text_index"):
        keys = [key for (key,) in file.engine.rows(f"SELECT rowid FROM {index}")]
        for key in keys:
            file.engine.run(f"DELETE FROM {index} WHERE rowid = ?", (key,))
            file.engine.run(f"INSERT INTO {index} (rowid, folded) VALUES (?, 'older words')", (key,))
    file.engine.run("PRAGMA user_version = 1")
    file.close()


def _ways(file: CaseFile) -> list[int]:
    return [len(file.search(query)) for query in ("hussein", "mueller", "older")]


def test_a_new_file_has_the_present_index(tmp_path: Path) -> None:
    file = new_file(tmp_path / "new.amnesty")
    assert reindexing.is_present(file.engine)
    file.close()


def test_a_small_file_is_indexed_anew_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "old.amnesty"
    _old_file(path)
    file = open_file(path)
    assert reindexing.is_present(file.engine)
    assert _ways(file) == [6, 3, 0]
    file.close()


def test_a_large_file_opens_at_once_and_is_indexed_by_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.amnesty"
    _old_file(path)
    monkeypatch.setattr(reindexing, "_SMALL", 0)
    file = open_file(path)
    assert not reindexing.is_present(file.engine)
    work = reindexing.Reindexing(file.engine)
    work.step()
    assert (work.done, work.is_over, reindexing.is_present(file.engine)) == (1, False, False)
    assert len(file.search("hussein")) == 3
    work.finish()
    assert work.is_over
    assert reindexing.is_present(file.engine)
    assert _ways(file) == [6, 3, 0]
    file.close()


def test_a_part_that_fails_leaves_the_index_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.amnesty"
    _old_file(path)
    monkeypatch.setattr(reindexing, "_SMALL", 0)
    file = open_file(path)

    def break_off(_engine: Engine, _case_id: str) -> None:
        raise RuntimeError

    monkeypatch.setattr(reindexing, "index_case", break_off)
    work = reindexing.Reindexing(file.engine)
    with pytest.raises(RuntimeError):
        work.step()
    assert work.done == 0
    assert len(file.search("older")) > 0
    file.close()
