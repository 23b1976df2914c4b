# SPDX-License-Identifier: GPL-3.0-or-later
"""Laying out cases for tonight: the meeting is written down where there is none, and nothing internal is laid out."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from tests.support.builders import add, new_file

from amnesty_desktop.domain.case import Case, Confidentiality
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.meeting import Meeting
from amnesty_desktop.edits import meetings
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.errors import CaseFileError
from amnesty_desktop.store.tonight import cases_for

TODAY = date(2026, 11, 23)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    made = new_file(tmp_path / "group.amnesty")
    yield made
    made.close()


def external(**fields: object) -> Case:
    return Case(confidentiality=Confidentiality.EXTERNAL, **fields)  # type: ignore[arg-type]


def test_the_meeting_is_written_down_where_there_is_none(file: CaseFile) -> None:
    first, second = external(title="One"), external(title="Two")
    add(file, first, second)
    file.edit("Lay out", partial(meetings.lay_out_tonight, on=TODAY, case_ids=[second.id, first.id]))
    assert [meeting.on for meeting in file.all(Meeting)] == [TODAY]
    assert cases_for(file, TODAY) == [second.id, first.id]


def test_a_case_for_members_only_is_refused(file: CaseFile) -> None:
    inside = Case(title="Inside")
    add(file, inside)
    with pytest.raises(CaseFileError, match="cannot be laid out"):
        file.edit("Lay out", partial(meetings.lay_out_tonight, on=TODAY, case_ids=[inside.id]))
    assert file.all(Meeting) == []


def test_without_a_meeting_what_is_due_is_proposed(file: CaseFile) -> None:
    due = external(title="Due", appeal_by=PartialDate("2026-11-25"))
    late = external(title="Late", appeal_by=PartialDate("2026-11-20"))
    add(file, due, late, external(title="Far", appeal_by=PartialDate("2027-03-01")))
    assert cases_for(file, TODAY) == [due.id]


def test_a_table_that_somebody_cleared_stays_empty(file: CaseFile) -> None:
    due = external(title="Due", appeal_by=PartialDate("2026-11-25"))
    add(file, due)
    for chosen in ([due.id], []):
        file.edit("Lay out", partial(meetings.lay_out_tonight, on=TODAY, case_ids=chosen))
    assert cases_for(file, TODAY) == []
