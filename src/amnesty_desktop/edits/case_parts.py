# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of what belongs to a case beside its people and facts: sheets, goals, cautions, the diary, the next step."""

from dataclasses import replace
from datetime import date

from ..domain.case import Case
from ..domain.caution import Caution
from ..domain.dates import PartialDate
from ..domain.diary import DiaryNote
from ..domain.goal import Goal
from ..domain.sheet import Sheet
from ..store.recorder import Transaction

DONE = "Done: "
"""What the diary says before a step that was taken."""


def save_sheet(write: Transaction, sheet: Sheet) -> None:
    """Add a document to the chain of a case, or change one."""
    write.save(sheet)


def save_goal(write: Transaction, goal: Goal) -> None:
    """Add a goal of a case, or change one."""
    write.save(goal)


def save_caution(write: Transaction, caution: Caution) -> None:
    """Add what not to do or say in a case, or change it."""
    write.save(caution)


def save_note(write: Transaction, note: DiaryNote) -> None:
    """Add a line to the diary of a case, or change one."""
    write.save(note)


def set_appeal_by(write: Transaction, case_id: str, on: PartialDate) -> None:
    """Let appeals be wanted until another day."""
    write.save(replace(write.get(Case, case_id), appeal_by=on))


def finish_step(write: Transaction, case_id: str, on: date, member_id: str | None = None) -> None:
    """The next step of a case was taken: the diary keeps it, and the place for the next one is empty."""
    case = write.get(Case, case_id)
    if words := " ".join(case.next_step.split()):
        by = case.next_step_by or member_id
        write.save(DiaryNote(case_id=case_id, on=PartialDate.of(on), text=f"{DONE}{words}", member_id=by))
    write.save(replace(case, next_step="", next_step_by=None, next_step_on=None))
