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


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """One addressee. Name line, salutation and close are kept exactly as the sheet prints them.

    address holds the printed lines under name and office, without the country (ISO code in country).
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
