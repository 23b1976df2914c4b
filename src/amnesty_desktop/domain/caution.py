# SPDX-License-Identifier: GPL-3.0-or-later
"""A caution: something not to do or not to say, because it could hurt the person."""

from dataclasses import dataclass, field
from enum import StrEnum

from .ids import new_id


class CautionKind(StrEnum):
    """What a caution forbids. WORDING keeps words out of letters, NOTE is only shown."""

    NOT_TO_PRISON = "not_to_prison"
    NOT_TO_FAMILY = "not_to_family"
    WORDING = "wording"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """One caution, as the sheet or the family put it; words are those to avoid, one a line, for WORDING only."""

    id: str = field(default_factory=new_id)
    case_id: str
    person_id: str | None = None
    kind: CautionKind = CautionKind.NOTE
    text: str = ""
    words: str = ""
    position: int = 0
