# SPDX-License-Identifier: GPL-3.0-or-later
"""The group itself: what stands on its letterhead, and how it likes to work."""

from dataclasses import dataclass, field
from enum import StrEnum

from .ids import new_id


class Paper(StrEnum):
    """The paper the group prints on."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One local group. The address is lines of text without the country, which is an ISO 3166-1 alpha-2 code.

    While own_country_note is true the letter check says when a letter goes to the group's own country.
    """

    id: str = field(default_factory=new_id)
    name: str = ""
    line: str = ""
    address: str = ""
    country: str = ""
    email: str = ""
    language: str = "en"
    paper: Paper = Paper.A4
    follow_up_weeks: int = 8
    sample: bool = False
    own_country_note: bool = True
