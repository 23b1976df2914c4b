# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of outcomes across all cases."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..domain.dates import PartialDate
from ..domain.outcome import Direction
from .engine import Engine
from .lists import Keys, keys_of, marks, order_by, rows_by_key
from .reading import Reading
from .search import row_condition

_NO_DATE = "9999"
_ORDERS = {"when": "sort_on", "who": "sort_who", "direction": "direction", "what": "kind"}


@dataclass(frozen=True, slots=True)
class OutcomeFilter:
    """Which outcomes, in which order. Empty text and None mean: all. year counts by the earliest possible day."""

    query: str = ""
    year: int | None = None
    direction: Direction | None = None
    country: str = ""
    kind: str = ""
    case_id: str = ""
    column: str = "when"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """One line of the list of outcomes; person is empty where it concerns the whole case, what is the kind in words."""

    key: int
    id: str
    case_id: str
    who: str
    person: str
    country: str
    on: PartialDate | None
    direction: Direction
    kind: str
    how_known: str
    note: str
    what: str


def outcome_keys(engine: Engine, wanted: OutcomeFilter) -> Keys:
    """The local numbers of the outcomes wanted, in order."""
    conditions, values = ["live = 1"], list[object]()
    if wanted.year is not None:
        conditions.append("sort_on >= ? AND sort_on < ?")
        values += [f"{wanted.year:04}", f"{wanted.year + 1:04}"]
    for column, text in (("direction", wanted.direction), ("case_id", wanted.case_id)):
        if text:
            conditions.append(f"{column} = ?")
            values.append(str(text))
    if wanted.kind:
        kinds = sorted(Reading(engine).vocabulary().meaning(wanted.kind))
        conditions.append(f"kind IN ({marks(kinds)})")
        values += kinds
    if wanted.country:
        conditions.append("case_id IN (SELECT id FROM cases WHERE country = ?)")
        values.append(wanted.country)
    found = row_condition(engine, "outcomes", wanted.query)
    if found is not None:
        conditions.append(found[0])
        values += found[1]
    order = order_by(_ORDERS, wanted.column, wanted.descending)
    sql = f"SELECT key FROM outcomes WHERE {' AND '.join(conditions)}"
    if wanted.column == "when" and wanted.descending:
        # A day nobody knows comes last in both directions.
        known = keys_of(engine, f"{sql} AND sort_on < '{_NO_DATE}' {order}", values)
        return known + keys_of(engine, f"{sql} AND sort_on >= '{_NO_DATE}' {order}", values)
    return keys_of(engine, f"{sql} {order}", values)


def outcome_lines(engine: Engine, keys: Sequence[int]) -> list[OutcomeLine]:
    """The lines for some local numbers, in their order."""
    sql = """
        SELECT o.key, o.id, o.case_id, c.who,
               CASE WHEN p.withheld THEN '' ELSE coalesce(p.name, '') END,
               c.country, o."on", o.direction, o.kind, o.how_known, o.note
        FROM outcomes o JOIN cases c ON c.id = o.case_id LEFT JOIN people p ON p.id = o.person_id
        WHERE o.key IN ({keys})"""
    label = Reading(engine).vocabulary().label
    return [
        OutcomeLine(*(*row[:6], row[6] and PartialDate(row[6]), Direction(row[7]), *row[8:], label(row[8])))
        for row in rows_by_key(engine, sql, keys)
    ]


def outcome_counts(engine: Engine, year: int | None) -> dict[Direction, int]:
    """How many outcomes of each direction, in a year or in all."""
    between = (f"{year:04}", f"{year + 1:04}") if year is not None else ("", "~")
    found = dict(
        engine.rows(
            "SELECT direction, count(*) FROM outcomes WHERE live = 1 AND sort_on >= ? AND sort_on < ?"
            " GROUP BY direction",
            between,
        )
    )
    return {direction: found.get(str(direction), 0) for direction in Direction}


def outcome_years(engine: Engine) -> list[int]:
    """The years that have outcomes, newest first; unknown dates are in none."""
    found = engine.rows("SELECT DISTINCT substr(sort_on, 1, 4) FROM outcomes WHERE live = 1 AND sort_on < '9999'")
    return sorted((int(year) for (year,) in found if year > "0000"), reverse=True)
