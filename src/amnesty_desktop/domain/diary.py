# SPDX-License-Identifier: GPL-3.0-or-later
"""The diary of a case: one line for what was done or heard and is neither a letter nor an outcome."""

from dataclasses import dataclass, field

from .dates import PartialDate
from .ids import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryNote:
    """One line of the diary; member_id is who did or heard it."""

    id: str = field(default_factory=new_id)
    case_id: str
    on: PartialDate | None = None
    text: str = ""
    member_id: str | None = None
