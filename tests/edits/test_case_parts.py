# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of what belongs to a case: the next step that was taken, reopening, the last day for appeals."""

from datetime import date
from functools import partial

from tests.support.builders import add, case

from amnesty_desktop.domain.case import Case, CaseStatus
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.diary import DiaryNote
from amnesty_desktop.edits import case_parts, cases
from amnesty_desktop.store.case_file import CaseFile

TODAY = date(2026, 11, 23)


def test_a_step_that_was_taken_goes_into_the_diary_and_one_undo_brings_it_back(file: CaseFile) -> None:
    teacher = case(next_step="Ring the\nembassy", next_step_on=PartialDate("2026-11-20"))
    add(file, teacher)
    file.edit("Done", partial(case_parts.finish_step, case_id=teacher.id, on=TODAY))
    assert file.get(Case, teacher.id).next_step == ""
    assert [note.text for note in file.all(DiaryNote)] == ["Done: Ring the embassy"]
    file.undo()
    assert file.get(Case, teacher.id) == teacher
    assert not file.all(DiaryNote)


def test_an_empty_step_leaves_no_line(file: CaseFile) -> None:
    teacher = case(next_step_on=PartialDate("2026-11-20"))
    add(file, teacher)
    file.edit("Done", partial(case_parts.finish_step, case_id=teacher.id, on=TODAY))
    assert not file.all(DiaryNote)


def test_a_reopened_case_keeps_that_it_was_closed(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher)
    file.edit("Close", partial(cases.close, case_id=teacher.id, on=date(2025, 5, 3)))
    file.edit("Reopen", partial(cases.reopen, case_id=teacher.id, on=TODAY))
    assert file.get(Case, teacher.id).status is CaseStatus.OPEN
    assert [note.text for note in file.all(DiaryNote)] == ["The case, closed on 3 May 2025, was reopened."]


def test_the_last_day_for_appeals_can_be_moved(file: CaseFile) -> None:
    teacher = case(appeal_by=PartialDate("2026-12-01"))
    add(file, teacher)
    file.edit("Move", partial(case_parts.set_appeal_by, case_id=teacher.id, on=PartialDate("2027-01-04")))
    assert file.get(Case, teacher.id).appeal_by == PartialDate("2027-01-04")
