# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of the group's evenings."""

from collections.abc import Sequence
from dataclasses import replace

from ..domain.meeting import Meeting, MeetingCase
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
