# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at risk, and the dated log of what has happened to them."""

from dataclasses import dataclass, field
from enum import StrEnum

from .dates import PartialDate
from .ids import new_id


class Sex(StrEnum):
    """As the sheet marks it. Not marked is None: then letters use the name, never he or she."""

    WOMAN = "f"
    MAN = "m"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person of a case, or a group without names.

    name is the form used in lists and letters, own_script the name as the person writes it,
    other_names further spellings, one a line. While withheld is true no name leaves the file.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    name: str = ""
    own_script: str = ""
    other_names: str = ""
    in_letters: str = ""
    say: str = ""
    sex: Sex | None = None
    born: PartialDate | None = None
    work: str = ""
    withheld: bool = False
    position: int = 0


class SituationKind(StrEnum):
    """What can happen to a person at risk."""

    THREATENED = "threatened"
    DETAINED = "detained"
    DISAPPEARED = "disappeared"
    HELD_AT = "held_at"
    CHARGED = "charged"
    HEARING = "hearing"
    TRIED = "tried"
    SENTENCED = "sentenced"
    MOVED = "moved"
    VISITED = "visited"
    ILL = "ill"
    ILL_TREATED = "ill_treated"
    RELEASED = "released"
    RELEASED_ON_CONDITIONS = "released_on_conditions"
    REARRESTED = "rearrested"
    SEEN_ALIVE = "seen_alive"
    DIED = "died"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """One dated entry of a person's log."""

    id: str = field(default_factory=new_id)
    case_id: str
    person_id: str | None = None
    on: PartialDate | None = None
    kind: SituationKind = SituationKind.OTHER
    text: str = ""
