# SPDX-License-Identifier: GPL-3.0-or-later
"""An outcome: what happened to the people afterwards."""

from dataclasses import dataclass, field
from enum import StrEnum

from .dates import PartialDate
from .ids import new_id


class Direction(StrEnum):
    """Whether things got better."""

    BETTER = "better"
    WORSE = "worse"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One dated entry; kind is a term of vocabularies.OUTCOMES. A person or case may have many."""

    id: str = field(default_factory=new_id)
    case_id: str
    person_id: str | None = None
    on: PartialDate | None = None
    direction: Direction
    kind: str
    how_known: str = ""
    note: str = ""
