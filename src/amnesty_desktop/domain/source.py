# SPDX-License-Identifier: GPL-3.0-or-later
"""A source: where a statement comes from. Its name never leaves the Facts tab."""

from dataclasses import dataclass, field
from enum import StrEnum

from .case import Confidentiality
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


class Reliability(StrEnum):
    """How far a source has proved right before (the six degrees of the HURIDOCS formats)."""

    VERY_RELIABLE = "very_reliable"
    PROBABLY_RELIABLE = "probably_reliable"
    UNSURE = "unsure"
    PROBABLY_UNRELIABLE = "probably_unreliable"
    VERY_UNRELIABLE = "very_unreliable"
    UNKNOWN = "unknown"


class Connection(StrEnum):
    """How near a source is to what happened (after the list of the HURIDOCS formats, in its order)."""

    VICTIM = "victim"
    WITNESS = "witness"
    PERPETRATOR = "perpetrator"
    RELATIVE = "relative"
    COLLEAGUE = "colleague"
    FELLOW_MEMBER = "fellow_member"
    NEAR_PERPETRATOR = "near_perpetrator"
    AUTHORITY = "authority"
    REPORTER = "reporter"
    LAWYER = "lawyer"
    MEDICAL = "medical"
    RIGHTS_ORGANISATION = "rights_organisation"
    ORGANISATION = "organisation"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One piece of material of a case.

    relayed_from is the id of the source it passes on, origin a shared origin in words
    ("interview of 22 October on the radio"): two sources with the same origin count as one.
    origin_known is False while nobody has said whether it comes from another source.
    A source withdrawn on some day stays on file and counts for nothing. It is members only by default.
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
    received: PartialDate | None = None
    language: str = ""
    reliability: Reliability = Reliability.UNKNOWN
    connection: Connection = Connection.UNKNOWN
    confidentiality: Confidentiality = Confidentiality.INTERNAL
    attachment_id: str | None = None
    withdrawn_on: PartialDate | None = None
    withdrawn_why: str = ""

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was taken back by whoever gave it, or found to be wrong."""
        return self.withdrawn_on is not None
