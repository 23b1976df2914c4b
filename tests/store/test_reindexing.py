# SPDX-License-Identifier: GPL-3.0-or-later
"""A file of an older program is found through by the new spellings too, after a while if it is large."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from tests.support.builders import add, case, letter, new_file, open_file, person

from amnesty_desktop.domain.case import Concern, ConcernList
from amnesty_desktop.domain.own_term import OwnTerm, TermList
from amnesty_desktop.edits import vocabulary
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


def _with_concern(file: CaseFile, term: str, cases: int = 1) -> None:
    for _ in range(cases):
        found = case()
        add(file, found, Concern(case_id=found.id, part=ConcernList.ISSUE, term=term))


def test_a_renamed_word_finds_its_cases_at_once_and_so_does_undo(file: CaseFile) -> None:
    code = file.edit("Add", lambda write: vocabulary.add(write, TermList.ISSUE, "seed keepers")).result
    _with_concern(file, code)
    own = file.all(OwnTerm, code=code)[0]
    file.edit("Rename", lambda write: vocabulary.save(write, replace(own, label="water defenders")))
    assert len(file.search("water defenders")) == 1
    file.undo()
    assert not file.search("water defenders")
    file.redo()
    assert len(file.search("water defenders")) == 1


def test_a_merged_word_finds_its_cases_under_the_other_one(file: CaseFile) -> None:
    one, other = (
        file.edit("Add", partial(vocabulary.add, part=TermList.ISSUE, label=label)).result
        for label in ("seed keepers", "water defenders")
    )
    _with_concern(file, one)
    file.edit("Merge", lambda write: vocabulary.merge(write, one, other))
    assert len(file.search("water defenders")) == 1
    own = file.all(OwnTerm, code=other)[0]
    file.edit("Rename", lambda write: vocabulary.save(write, replace(own, label="river people")))
    assert len(file.search("river people")) == 1


def test_of_very_many_cases_the_cases_alone_are_left_for_later(file: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reindexing, "_FEW_CASES", 2)
    code = file.edit("Add", lambda write: vocabulary.add(write, TermList.ISSUE, "seed keepers")).result
    _with_concern(file, code, cases=3)
    own = file.all(OwnTerm, code=code)[0]
    file.edit("Rename", lambda write: vocabulary.save(write, replace(own, label="water defenders")))
    assert not reindexing.is_present(file.engine)
    work = reindexing.Reindexing(file.engine)
    assert work.total == 2
    work.finish()
    assert (len(file.search("water defenders")), reindexing.is_present(file.engine)) == (3, True)


def test_a_case_is_found_by_what_a_shipped_word_is_called(file: CaseFile) -> None:
    _with_concern(file, "no_medical_care")
    assert len(file.search("medical care withheld")) == 1
