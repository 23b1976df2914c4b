# SPDX-License-Identifier: GPL-3.0-or-later
"""A search a group makes again and again, under a name."""

from dataclasses import dataclass, field

from .ids import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """query is what stands in the search box, filters the chips as JSON: {chip: value}."""

    id: str = field(default_factory=new_id)
    name: str = ""
    query: str = ""
    filters: str = "{}"
    position: int = 0
