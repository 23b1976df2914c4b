# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of people at risk across all cases."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..domain.dates import PartialDate
from .engine import Engine
from .lists import Keys, keys_of, order_by, rows_by_key
from .search import row_condition

_ORDERS = {"who": "sort_name", "country": "sort_country", "position": "position"}


@dataclass(frozen=True, slots=True)
class PersonFilter:
    """Which people, in which order; empty text means all. With case_id only those of one case."""

    query: str = ""
    case_id: str = ""
    column: str = "who"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One line of the list of people; the name is empty while it is withheld. last is the newest log entry."""

    key: int
    id: str
    case_id: str
    name: str
    own_script: str
    withheld: bool
    work: str
    country: str
    reference: str
    last_on: PartialDate | None
    last_kind: str


def person_keys(engine: Engine, wanted: PersonFilter) -> Keys:
    """The local numbers of the people wanted, in order."""
    conditions, values = ["live = 1"], list[object]()
    if wanted.case_id:
        conditions.append("case_id = ?")
        values.append(wanted.case_id)
    found = row_condition(engine, "people", wanted.query)
    if found is not None:
        conditions.append(found[0])
        values += found[1]
    order = order_by(_ORDERS, wanted.column, wanted.descending)
    return keys_of(engine, f"SELECT key FROM people WHERE {' AND '.join(conditions)} {order}", values)


def person_lines(engine: Engine, keys: Sequence[int]) -> list[PersonLine]:
    """The lines for some local numbers, in their order."""
    sql = """
        SELECT p.key, p.id, p.case_id, CASE WHEN p.withheld THEN '' ELSE p.name END,
               CASE WHEN p.withheld THEN '' ELSE p.own_script END, p.withheld, p.work, c.country, c.reference,
               (SELECT "on" FROM situations s WHERE s.case_id = p.case_id AND s.person_id = p.id AND s.live = 1
                 AND s.sort_on < '9999' ORDER BY s.sort_on DESC, s.key DESC LIMIT 1),
               (SELECT kind FROM situations s WHERE s.case_id = p.case_id AND s.person_id = p.id AND s.live = 1
                 AND s.sort_on < '9999' ORDER BY s.sort_on DESC, s.key DESC LIMIT 1)
        FROM people p JOIN cases c ON c.id = p.case_id WHERE p.key IN ({keys})"""
    return [
        PersonLine(*(*row[:5], bool(row[5]), *row[6:9], row[9] and PartialDate(row[9]), row[10] or ""))
        for row in rows_by_key(engine, sql, keys)
    ]
