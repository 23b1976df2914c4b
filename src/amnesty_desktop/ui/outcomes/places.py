# SPDX-License-Identifier: GPL-3.0-or-later
"""What the list of outcomes is filtered by, as JSON, so that the next start or unlocking returns there."""

from typing import Any

from ...domain.outcome import Direction
from ...store.outcomes import OutcomeFilter

_TEXTS = ("query", "country", "kind")
_COLUMNS = frozenset({"when", "who", "direction", "what"})


def place_of(wanted: OutcomeFilter) -> dict[str, Any]:
    """A filter as JSON."""
    return {name: getattr(wanted, name) for name in _TEXTS} | {
        "year": wanted.year,
        "direction": str(wanted.direction or ""),
        "column": wanted.column,
        "descending": wanted.descending,
    }


def filter_in(place: dict[str, Any]) -> OutcomeFilter:
    """The filter that was kept; what cannot be read counts as not filtered by."""
    texts = {name: place[name] for name in _TEXTS if isinstance(place.get(name), str)}
    year, way, column = place.get("year"), place.get("direction"), place.get("column")
    return OutcomeFilter(
        **texts,
        year=year if isinstance(year, int) else None,
        direction=Direction(way) if way in set(Direction) else None,
        column=column if column in _COLUMNS else "when",
        descending=bool(place.get("descending", True)),
    )
