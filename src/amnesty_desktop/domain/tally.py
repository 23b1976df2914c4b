# SPDX-License-Identifier: GPL-3.0-or-later
"""A tally: things counted at a stall or an evening that are not kept one by one."""

from dataclasses import dataclass, field
from enum import StrEnum

from .dates import PartialDate
from .ids import new_id


class TallyKind(StrEnum):
    """What was counted. Kinds are never added together."""

    LETTERS = "letters"
    SIGNATURES = "signatures"
    CARDS = "cards"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """So many of one kind for one case on one day; event is where ("market stall", "school assembly")."""

    id: str = field(default_factory=new_id)
    case_id: str
    kind: TallyKind = TallyKind.SIGNATURES
    count: int = 0
    on: PartialDate | None = None
    event: str = ""
