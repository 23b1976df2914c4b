# SPDX-License-Identifier: GPL-3.0-or-later
"""What domain.figures counts: for each case the group has worked on, when it wrote and what became of it."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date

from ..domain.dates import PartialDate
from ..domain.figures import CaseRecord
from ..domain.outcome import Direction
from ..domain.period import Period
from .engine import Engine

_SEALED = "('sent', 'answered', 'returned')"


class _Known(dict[str, str]):
    """What terms stand for now, asked once for each of them."""

    def __init__(self, meaning: Callable[[str], str]) -> None:
        super().__init__()
        self._meaning = meaning

    def __missing__(self, term: str) -> str:
        self[term] = self._meaning(term)
        return self[term]


Outcomes = dict[str, list[tuple[Direction, PartialDate | None]]]


class _Said(dict[tuple[str, str | None], tuple[Direction, PartialDate | None]]):
    """Directions with their days as values, each made once: many outcomes share them."""

    def __missing__(self, key: tuple[str, str | None]) -> tuple[Direction, PartialDate | None]:
        direction, on = key
        self[key] = Direction(direction), PartialDate(on) if on else None
        return self[key]


def case_records(engine: Engine, keys: range | None = None) -> Iterator[CaseRecord]:
    """One record for each live case with at least one action, in the order of the first.

    A letter counts for the day it was sent, or else for its date; a tally for its earliest possible day; closed
    cases count like open ones. With keys only the cases whose local numbers lie in that range, whose step is 1:
    so a long count can be taken in parts.
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


def worked_on(
    engine: Engine, period: Period, meaning: Callable[[str], str] = lambda term: term
) -> Iterator[CaseRecord]:
    """One record for each case with an action in a period, with its country, kind and concerns.

    meaning gives the term that a term on file stands for now.

    first_action and outcomes are those of all time: an improvement counts from the first action on, whenever that was.
    action_years stay empty: the first day says all that the figures of one period ask.
    """
    # The cases first, by the index of days; then what is known of each of them, reached through its own index.
    engine.run("CREATE TEMP TABLE IF NOT EXISTS worked_on (id TEXT PRIMARY KEY) WITHOUT ROWID")
    engine.run("DELETE FROM worked_on")
    days = (period.first.isoformat(), period.last.isoformat())
    engine.run(
        """INSERT OR IGNORE INTO worked_on
           SELECT case_id FROM letters WHERE live = 1 AND sent_on IS NOT NULL AND sort_on BETWEEN ?1 AND ?2
           UNION SELECT case_id FROM tallies WHERE live = 1 AND sort_on BETWEEN ?1 AND ?2""",
        days,
    )
    tables = "worked_on w CROSS JOIN {table} t ON t.case_id = w.id"
    concerns: dict[str, list[str]] = defaultdict(list)
    terms = _Known(meaning)
    for case_id, term in engine.rows(
        f"SELECT t.case_id, t.term FROM {tables.format(table='concerns')} WHERE t.live = 1 ORDER BY t.position, t.key"
    ):
        concerns[case_id].append(terms[term])
    outcomes = _read_outcomes(engine, tables.format(table="outcomes"), "", ())
    cases = engine.rows(
        "SELECT c.id, c.country, c.kind FROM worked_on w CROSS JOIN cases c ON c.id = w.id WHERE c.live = 1"
    )
    words = {case_id: (country, kind) for case_id, country, kind in cases}
    for case_id, first in _first_actions(engine):
        if case_id in words:
            country, kind = words[case_id]
            found = tuple(outcomes.get(case_id, ()))
            yield CaseRecord(case_id, first, frozenset(), found, country, kind, tuple(concerns.get(case_id, ())))


def people_of(engine: Engine, records: Iterable[CaseRecord]) -> list[CaseRecord]:
    """One record for each person of the cases that worked_on has just given; case_id is the person's own id.

    Outcomes are those noted for that person: what concerns a case as a whole is nobody's alone.
    """
    cases = {record.case_id: record for record in records}
    outcomes: Outcomes = defaultdict(list)
    said = _Said()
    for person_id, direction, on in engine.rows(
        'SELECT t.person_id, t.direction, t."on" FROM worked_on w CROSS JOIN outcomes t ON t.case_id = w.id'
        " WHERE t.live = 1 AND t.person_id IS NOT NULL ORDER BY t.key"
    ):
        outcomes[person_id].append(said[direction, on])
    return [
        CaseRecord(person_id, of.first_action, of.action_years, tuple(outcomes.get(person_id, ())))
        for person_id, case_id in engine.rows(
            "SELECT p.id, p.case_id FROM worked_on w CROSS JOIN people p ON p.case_id = w.id WHERE p.live = 1"
        )
        if (of := cases.get(case_id)) is not None
    ]


def _first_actions(engine: Engine) -> Iterator[tuple[str, date]]:
    """(case id, first day) of the cases in worked_on, in order of that day."""
    # The indexes of days hold all that is asked, so no letter itself is read.
    found = engine.rows(
        """SELECT case_id, min(sort_on) FROM (
               SELECT case_id, sort_on FROM letters WHERE live = 1 AND sent_on IS NOT NULL AND sort_on > ''
               UNION ALL SELECT case_id, sort_on FROM tallies WHERE live = 1 AND sort_on < '9999'
           ) WHERE case_id IN (SELECT id FROM temp.worked_on) GROUP BY case_id ORDER BY 2, 1"""
    )
    for case_id, first in found:
        yield case_id, date.fromisoformat(first)


def _actions(engine: Engine, keys: range | None) -> Iterator[tuple[str, date, frozenset[int]]]:
    """(case id, day of the first action, years with actions) of the cases worked on."""
    tables, condition, values = _narrowed("letters", keys)
    of_tallies, _, _ = _narrowed("tallies", keys)
    yield from _grouped(
        engine,
        f"""SELECT t.case_id, t.sort_on FROM {tables}
            WHERE {condition} t.live = 1 AND t.state IN {_SEALED} AND t.sort_on <> ''
            UNION ALL
            SELECT t.case_id, t.sort_on FROM {of_tallies} WHERE {condition} t.live = 1 AND t.sort_on < '9999'""",
        values * 2,
    )


def _grouped(engine: Engine, days: str, values: tuple[int, ...]) -> Iterator[tuple[str, date, frozenset[int]]]:
    """(case id, first day, years) of the cases that the rows (case id, day) of a query name, in order of that day."""
    found = engine.rows(
        f"""SELECT case_id, min(sort_on), group_concat(DISTINCT substr(sort_on, 1, 4)) FROM ({days})
            GROUP BY case_id ORDER BY 2, 1""",
        values,
    )
    for case_id, first, years in found:
        yield case_id, date.fromisoformat(first), frozenset(map(int, years.split(",")))


def _outcomes(engine: Engine, keys: range | None) -> Outcomes:
    """The live outcomes of every case, in the order they were recorded."""
    return _read_outcomes(engine, *_narrowed("outcomes", keys))


def _read_outcomes(engine: Engine, tables: str, condition: str, values: tuple[int, ...]) -> Outcomes:
    found: Outcomes = defaultdict(list)
    said = _Said()
    sql = f'SELECT t.case_id, t.direction, t."on" FROM {tables} WHERE {condition} t.live = 1 ORDER BY t.key'
    for case_id, direction, on in engine.rows(sql, values):
        found[case_id].append(said[direction, on])
    return found


def _narrowed(table: str, keys: range | None) -> tuple[str, str, tuple[int, ...]]:
    """Where to read a table's rows from, as t: all of them, or only those of a range of cases, reached through them."""
    if keys is None:
        return f"{table} t", "", ()
    return f"cases c CROSS JOIN {table} t ON t.case_id = c.id", "c.key BETWEEN ? AND ? AND", (keys.start, keys.stop - 1)
