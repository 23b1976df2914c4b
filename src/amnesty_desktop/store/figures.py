# SPDX-License-Identifier: GPL-3.0-or-later
"""What domain.figures counts: for each case the group has worked on, when it wrote and what became of it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ..domain.dates import PartialDate
from ..domain.figures import CaseRecord
from ..domain.outcome import Direction
from .engine import Engine

_SEALED = "('sent', 'answered', 'returned')"

Outcomes = dict[str, list[tuple[Direction, PartialDate | None]]]


def case_records(engine: Engine) -> Iterator[CaseRecord]:
    """One record for each live case with at least one letter sent, in the order of the first letter.

    A letter counts for the day it was sent, or else for its date; closed cases count like open ones.
    """
    outcomes = _outcomes(engine)
    for case_id, first, years in _actions(engine):
        yield CaseRecord(case_id, first, years, tuple(outcomes.get(case_id, ())))


def _actions(engine: Engine) -> Iterator[tuple[str, date, frozenset[int]]]:
    """(case id, day of the first letter, years with letters) of the cases worked on."""
    found = engine.rows(
        f"""SELECT case_id, min(sort_on), group_concat(DISTINCT substr(sort_on, 1, 4)) FROM letters
            WHERE live = 1 AND state IN {_SEALED} AND sort_on <> '' GROUP BY case_id ORDER BY 2, 1"""
    )
    for case_id, first, years in found:
        yield case_id, date.fromisoformat(first), frozenset(map(int, years.split(",")))


def _outcomes(engine: Engine) -> Outcomes:
    """The live outcomes of every case, in the order they were recorded."""
    found: Outcomes = defaultdict(list)
    for case_id, direction, on in engine.rows(
        'SELECT case_id, direction, "on" FROM outcomes WHERE live = 1 ORDER BY key'
    ):
        found[case_id].append((Direction(direction), PartialDate(on) if on else None))
    return found
