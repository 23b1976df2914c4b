# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet: one document of the International Secretariat or a section about a case, each with its own AI Index."""

from dataclasses import dataclass, field
from enum import StrEnum

from .case import Confidentiality
from .dates import PartialDate
from .ids import new_id


class SheetKind(StrEnum):
    """What a document does in the chain of a case."""

    FIRST = "first"
    UPDATE = "update"
    CORRECTION = "correction"
    CLOSING = "closing"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One document of the chain. reference is kept as printed ("THIRD UA 60/16"); the case keeps the number.

    news says in a few words what it changed. attachment_id is the file it came as, source_id the source
    that the facts taken from it cite.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    kind: SheetKind = SheetKind.UPDATE
    reference: str = ""
    ai_index: str = ""
    title: str = ""
    issued: PartialDate | None = None
    news: str = ""
    confidentiality: Confidentiality = Confidentiality.EXTERNAL
    distribution: str = ""
    attachment_id: str | None = None
    source_id: str | None = None
    position: int = 0
