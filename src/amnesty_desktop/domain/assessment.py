# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether Amnesty holds a person for a prisoner of conscience: grounds, the finding on violence, and whose it is."""

from dataclasses import dataclass, field
from enum import StrEnum

from .dates import PartialDate
from .ids import new_id


class ViolenceFinding(StrEnum):
    """What Amnesty found about violence. A group's own opinion is no finding."""

    NEITHER_USED_NOR_ADVOCATED = "neither"
    USED_OR_ADVOCATED = "used"
    NOT_ESTABLISHED = "not_established"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One assessment of one person. source_id is the document of Amnesty's that says so."""

    id: str = field(default_factory=new_id)
    case_id: str
    person_id: str
    violence: ViolenceFinding | None = None
    source_id: str | None = None
    decided_by: str = ""
    decided_on: PartialDate | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One ground a person is held for: a term of the list of grounds."""

    id: str = field(default_factory=new_id)
    case_id: str
    person_id: str
    term: str
    position: int = 0
