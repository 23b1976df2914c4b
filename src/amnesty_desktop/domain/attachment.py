# SPDX-License-Identifier: GPL-3.0-or-later
"""An attachment: a scan or a file kept inside the case file, its bytes under their hash."""

from dataclasses import dataclass, field

from .case import Confidentiality
from .dates import PartialDate
from .ids import new_id

LARGEST_ATTACHMENT = 25 * 1024 * 1024
"""Bytes one attachment may have: a scan of some twenty pages fits; films belong elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One file of a case. name is what it was called, digest the SHA-256 of its bytes in hex, size in bytes.

    media_type is what its bytes say it is, never what its name says. Members only unless somebody decided otherwise.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    name: str = ""
    media_type: str = ""
    digest: str = ""
    size: int = 0
    note: str = ""
    added: PartialDate | None = None
    confidentiality: Confidentiality = Confidentiality.INTERNAL
    position: int = 0
