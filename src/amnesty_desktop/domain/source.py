# SPDX-License-Identifier: GPL-3.0-or-later
"""A source: where a statement comes from. Its name never leaves the Facts tab."""

from dataclasses import dataclass, field
from enum import StrEnum

from .dates import PartialDate
from .ids import new_id


class SourceKind(StrEnum):
    """The kinds of material researchers gather."""

    WITNESS = "witness"
    NEWSPAPER = "newspaper"
    JOURNAL = "journal"
    PRISONER_LETTER = "prisoner_letter"
    FAMILY_LETTER = "family_letter"
    MISSION = "mission"
    SECRETARIAT = "secretariat"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One piece of material of a case.

    relayed_from is the id of the source it passes on, origin a shared origin in words
    ("interview of 22 October on the radio"): two sources with the same origin count as one.
    origin_known is False while nobody has said whether it comes from another source.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    kind: SourceKind = SourceKind.OTHER
    title: str = ""
    person: str = ""
    publisher: str = ""
    ai_index: str = ""
    origin: str = ""
    origin_known: bool = False
    relayed_from: str | None = None
    dated: PartialDate | None = None
