# SPDX-License-Identifier: GPL-3.0-or-later
"""What domain.figures counts: for each case the group has worked on, when it wrote and what became of it."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from ..domain.dates import PartialDate
from ..domain.figures import CaseRecord
from ..domain.outcome import Direction
from .engine import Engine

_SEALED = "('sent', 'answered', 'returned')"

Outcomes = dict[str, list[tuple[Direction, PartialDate | None]]]


def case_records(engine: Engine, keys: range | None = None) -> Iterator[CaseRecord]:
    """One record for each live case with at least one letter sent, in the order of the first letter.

    A letter counts for the day it was sent, or else for its date; closed cases count like open ones. With keys
    only the cases whose local numbers lie in that range, whose step is 1: so a long count can be taken in parts.
    """
    outcomes = _outcomes(engine, keys)
    for case_id, first, years in _actions(engine, keys):
        yield CaseRecord(case_id, first, years, tuple(outcomes.get(case_id, ())))


def highest_case_key(engine: Engine) -> int:
    """The highest local number of a case, 0 without one."""
    return int(engine.value("SELECT max(key) FROM cases") or 0)


def case_keys_of(engine: Engine, case_ids: Collection[str]) -> list[int]:
    """The local numbers of cases, in any order; those no longer there are left out."""
    sql = "SELECT key FROM cases WHERE id IN (SELECT value FROM json_each(?))"
    return [key for (key,) in engine.rows(sql, (json.dumps(list(case_ids)),))]


def _actions(engine: Engine, keys: range | None) -> Iterator[tuple[str, date, frozenset[int]]]:
    """(case id, day of the first letter, years with letters) of the cases worked on."""
    tables, condition, values = _narrowed("letters", keys)
    found = engine.rows(
        f"""SELECT t.case_id, min(t.sort_on), group_concat(DISTINCT substr(t.sort_on, 1, 4)) FROM {tables}
            WHERE {condition} t.live = 1 AND t.state IN {_SEALED} AND t.sort_on <> ''
            GROUP BY t.case_id ORDER BY 2, 1""",
        values,
    )
    for case_id, first, years in found:
        yield case_id, date.fromisoformat(first), frozenset(map(int, years.split(",")))


def _outcomes(engine: Engine, keys: range | None) -> Outcomes:
    """The live outcomes of every case, in the order they were recorded."""
    found: Outcomes = defaultdict(list)
    tables, condition, values = _narrowed("outcomes", keys)
    sql = f'SELECT t.case_id, t.direction, t."on" FROM {tables} WHERE {condition} t.live = 1 ORDER BY t.key'
    for case_id, direction, on in engine.rows(sql, values):
        found[case_id].append((Direction(direction), PartialDate(on) if on else None))
    return found


def _narrowed(table: str, keys: range | None) -> tuple[str, str, tuple[int, ...]]:
    """Where to read a table's rows from, as t: all of them, or only those of a range of cases, reached through them."""
    if keys is None:
        return f"{table} t", "", ()
    return f"cases c CROSS JOIN {table} t ON t.case_id = c.id", "c.key BETWEEN ? AND ? AND", (keys.start, keys.stop - 1)
