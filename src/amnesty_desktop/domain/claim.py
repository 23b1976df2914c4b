# SPDX-License-Identifier: GPL-3.0-or-later
"""A claim: one statement of fact in a case, and which sources stand behind it."""

from dataclasses import dataclass, field
from enum import StrEnum

from .case import Confidentiality
from .dates import PartialDate
from .ids import new_id


class Stated(StrEnum):
    """How the source states it: a fear never becomes a fact on its way into a letter."""

    CONFIRMED = "confirmed"
    WITNESSED = "witnessed"
    REPORTED = "reported"
    FEARED = "feared"


class Says(StrEnum):
    """What a source does for a claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One fact of a case, worded so that it can stand in a letter in its language.

    overtaken_on is set when it is no longer true. A claim is members only unless somebody decided otherwise.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    person_id: str | None = None
    text: str = ""
    language: str = "en"
    stated: Stated = Stated.REPORTED
    on: PartialDate | None = None
    overtaken_on: PartialDate | None = None
    overtaken_why: str = ""
    confidentiality: Confidentiality = Confidentiality.EXTERNAL
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """One source standing behind, or against, one claim; note says how it knows.

    A contradiction somebody decided against is set aside: the day, who decided, and why. It stays to be seen.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    claim_id: str
    source_id: str
    says: Says = Says.SUPPORTS
    note: str = ""
    set_aside_on: PartialDate | None = None
    set_aside_by: str = ""
    set_aside_why: str = ""

    @property
    def contradicts(self) -> bool:
        """Whether it speaks against the claim and nobody has decided otherwise."""
        return self.says is Says.CONTRADICTS and self.set_aside_on is None
