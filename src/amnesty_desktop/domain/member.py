# SPDX-License-Identifier: GPL-3.0-or-later
"""A member of the group: somebody who writes letters."""

from dataclasses import dataclass, field

from .ids import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member; the address is used in letters only where the member chooses it."""

    id: str = field(default_factory=new_id)
    name: str = ""
    address: str = ""
    email: str = ""
    role: str = ""
    active: bool = True
