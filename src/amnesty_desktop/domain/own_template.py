# SPDX-License-Identifier: GPL-3.0-or-later
"""A template of the group's own: a Word file its letters are poured into, kept inside the case file."""

from dataclasses import dataclass, field
from datetime import date

from .ids import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTemplate:
    """One Word template made by the group. digest is the SHA-256 of its bytes in hex, size in bytes.

    A letter names it by its id, where it would name "letterhead" or "plain".
    """

    id: str = field(default_factory=new_id)
    name: str = ""
    digest: str = ""
    size: int = 0
    added: date | None = None
    position: int = 0
