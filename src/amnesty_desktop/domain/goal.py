# SPDX-License-Identifier: GPL-3.0-or-later
"""A goal of a case: what the group works towards, soon or in the end."""

from dataclasses import dataclass, field
from enum import StrEnum

from .dates import PartialDate
from .ids import new_id


class GoalSpan(StrEnum):
    """How far off a goal lies."""

    SHORT_TERM = "short"
    LONG_TERM = "long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One goal; reached_on is set once it is reached."""

    id: str = field(default_factory=new_id)
    case_id: str
    text: str = ""
    span: GoalSpan = GoalSpan.SHORT_TERM
    reached_on: PartialDate | None = None
    position: int = 0
