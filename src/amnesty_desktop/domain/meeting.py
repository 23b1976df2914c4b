# SPDX-License-Identifier: GPL-3.0-or-later
"""A meeting: when, where, and which cases are laid out."""

from dataclasses import dataclass, field
from datetime import date

from .ids import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One evening; begins is the time as the group says it, "19:30"."""

    id: str = field(default_factory=new_id)
    on: date | None = None
    begins: str = ""
    place: str = ""
    expected: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCase:
    """One case laid out at one meeting."""

    id: str = field(default_factory=new_id)
    meeting_id: str
    case_id: str
    position: int = 0
