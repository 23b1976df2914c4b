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
    other_names further spellings in any script, one a line. family_first is true where the family name is said first.
    age is as a sheet printed it, in years; headcount is how many a group without names is. wishes are those of the
    person or the family. While withheld is true no name leaves the file.
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
    family_first: bool = False
    age: int | None = None
    headcount: int | None = None
    organisation: str = ""
    illness: str = ""
    prisoner_number: str = ""
    wishes: str = ""


class SituationKind(StrEnum):
    """What can happen to a person at risk, in the order things usually go."""

    THREATENED = "threatened"
    ATTACKED = "attacked"
    SUMMONED = "summoned"
    HIDING = "hiding"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    DISAPPEARED = "disappeared"
    HELD_AT = "held_at"
    INCOMMUNICADO = "incommunicado"
    ACKNOWLEDGED = "acknowledged"
    CHARGED = "charged"
    CHARGES_DROPPED = "charges_dropped"
    HEARING = "hearing"
    TRIED = "tried"
    ACQUITTED = "acquitted"
    SENTENCED = "sentenced"
    SENTENCED_TO_DEATH = "sentenced_to_death"
    APPEALED = "appealed"
    SENTENCE_CHANGED = "sentence_changed"
    EXECUTION_SET = "execution_set"
    EXECUTION_STAYED = "execution_stayed"
    MOVED = "moved"
    VISITED = "visited"
    VISITED_BY_FAMILY = "visited_by_family"
    VISITED_BY_LAWYER = "visited_by_lawyer"
    VISITED_BY_DOCTOR = "visited_by_doctor"
    ILL = "ill"
    TREATED = "treated"
    HUNGER_STRIKE = "hunger_strike"
    ILL_TREATED = "ill_treated"
    RELEASED = "released"
    BAILED = "bailed"
    RELEASED_ON_CONDITIONS = "released_on_conditions"
    PARDONED = "pardoned"
    SENTENCE_SERVED = "sentence_served"
    REARRESTED = "rearrested"
    SEEN_ALIVE = "seen_alive"
    DEPORTED = "deported"
    EXECUTED = "executed"
    KILLED = "killed"
    DIED = "died"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """One dated entry of a person's log; text says more than the kind: on what charge, by whom.

    place is where it happened, or where somebody is held from then on; source_id the source it is known from.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    person_id: str | None = None
    on: PartialDate | None = None
    kind: SituationKind = SituationKind.OTHER
    text: str = ""
    place: str = ""
    source_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How a person stands to somebody: words such as "brother of", and other_id where that person is in the case."""

    id: str = field(default_factory=new_id)
    case_id: str
    person_id: str
    words: str = ""
    other_id: str | None = None
