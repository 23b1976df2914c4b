# SPDX-License-Identifier: GPL-3.0-or-later
"""Two records somebody has looked at and found to be different, however alike they are."""

from dataclasses import dataclass, field

from .ids import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Distinction:
    """A pair that is not asked about again. noun is "cases" or "people"; one_id is the smaller of the two ids."""

    id: str = field(default_factory=new_id)
    noun: str
    one_id: str
    other_id: str
