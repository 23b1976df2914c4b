# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of the group's evenings."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..domain.case import Case
from ..domain.meeting import Meeting, MeetingCase
from ..domain.tonight import why_not_tonight
from ..store.errors import CaseFileError
from ..store.recorder import Transaction


def save(write: Transaction, meeting: Meeting) -> None:
    """Add a meeting, or change when and where it is."""
    write.save(meeting)


def lay_out(write: Transaction, meeting_id: str, case_ids: Sequence[str]) -> None:
    """Let exactly these cases lie on the table that evening, in this order."""
    present = {laid.case_id: laid for laid in write.all(MeetingCase, meeting_id=meeting_id)}
    for position, case_id in enumerate(dict.fromkeys(case_ids)):
        laid = present.pop(case_id, None) or MeetingCase(meeting_id=meeting_id, case_id=case_id)
        write.save(replace(laid, position=position))
    for laid in present.values():
        write.bury(MeetingCase, laid.id)


def lay_out_tonight(write: Transaction, on: date, case_ids: Sequence[str]) -> None:
    """Let exactly these cases lie on the table of one day's meeting, which is written down where there is none.

    Raises CaseFileError for a case that is added although guests may not see it.
    """
    meeting = next(iter(write.all(Meeting, on=on.isoformat())), None) or Meeting(on=on)
    before = {laid.case_id for laid in write.all(MeetingCase, meeting_id=meeting.id)}
    for case_id in case_ids:
        reason = why_not_tonight(write.get(Case, case_id))
        if reason and case_id not in before:
            raise CaseFileError("This case cannot be laid out tonight.", reason)
    write.save(meeting)
    lay_out(write, meeting.id, case_ids)
