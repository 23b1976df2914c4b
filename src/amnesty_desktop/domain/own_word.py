# SPDX-License-Identifier: GPL-3.0-or-later
"""A word the group told the spell check to let pass."""

from dataclasses import dataclass, field

from .ids import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWord:
    """One word that is right in letters of one language; of every language where language is empty."""

    id: str = field(default_factory=new_id)
    word: str
    language: str = ""
