# SPDX-License-Identifier: GPL-3.0-or-later
"""Who letters go to: the office asked to act, those who get copies, prisoners and families."""

from dataclasses import dataclass, field
from enum import StrEnum

from .dates import PartialDate
from .ids import new_id


class AddresseeRole(StrEnum):
    """Why somebody is written to."""

    TARGET = "target"
    COPY = "copy"
    EMBASSY = "embassy"
    PRISONER = "prisoner"
    FAMILY = "family"
    INTERGOVERNMENTAL = "intergovernmental"
    PRISON = "prison"
    COMPANY = "company"
    NEWSPAPER = "newspaper"


class Allowed(StrEnum):
    """One rule of a recipient. Nobody knows is a value of its own, and is read as no wherever a yes could harm."""

    UNKNOWN = "unknown"
    YES = "yes"
    NO = "no"


class Takes(StrEnum):
    """What reaches a recipient."""

    UNKNOWN = "unknown"
    LETTERS = "letters"
    CARDS = "cards"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """One addressee. Name line, salutation and close are kept exactly as the sheet prints them.

    address holds the printed lines under name and office, without the country (ISO code in country);
    languages are those they read, as the sheet says it, language the one letters are drafted in. Without case_id it
    stands in the group's directory; entry_id is the entry of the directory it was taken from. person_id is the
    prisoner, or whose family it is. amnesty, sender_address and religion say what a letter may mention, takes and
    number_needed what the place lets through, rules_on when that was last checked.
    """

    id: str = field(default_factory=new_id)
    case_id: str | None = None
    role: AddresseeRole = AddresseeRole.TARGET
    name: str = ""
    office: str = ""
    address: str = ""
    country: str = ""
    salutation: str = ""
    close: str = ""
    language: str = "en"
    email: str = ""
    fax: str = ""
    phone: str = ""
    checked_on: PartialDate | None = None
    position: int = 0
    languages: str = ""
    amnesty: Allowed = Allowed.UNKNOWN
    sender_address: Allowed = Allowed.UNKNOWN
    religion: Allowed = Allowed.UNKNOWN
    takes: Takes = Takes.UNKNOWN
    number_needed: Allowed = Allowed.UNKNOWN
    rules_on: PartialDate | None = None
    person_id: str | None = None
    entry_id: str | None = None
