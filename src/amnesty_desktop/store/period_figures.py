# SPDX-License-Identifier: GPL-3.0-or-later
"""All figures of one period: what became of the cases and people, apart and together, and what was done."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..domain.activity import Activity
from ..domain.dates import PartialDate
from ..domain.figures import Counted, Part, YearCount, figures_of, parts_of
from ..domain.outcome import Direction
from ..domain.period import Period
from ..domain.vocabulary import Vocabulary
from .actions import letters_by_month
from .activity import activity
from .case_file import CaseFile
from .engine import Engine
from .figures import people_of, worked_on


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """The counts of one period, each with its base.

    people counts the people of the cases worked on, by the outcomes noted for each of them alone. months are
    letters and cards sent, as {"2026-03": 12}; outcomes are those whose whole date lies in the period, by
    direction and kind, outcomes_undated those whose date leaves that open.
    """

    cases: YearCount
    people: YearCount
    parts: Mapping[Part, Mapping[str, YearCount]]
    activity: Activity
    months: Mapping[str, int]
    outcomes: Mapping[tuple[Direction, str], int]
    outcomes_undated: int


def period_figures(
    file: CaseFile, period: Period, step: Callable[[int, int], None] = lambda done, total: None
) -> PeriodFigures:
    """Count a period, holding the file's turn for one piece after the other; step may raise to stop."""
    step(0, 4)
    with file.turn:
        vocabulary = file.vocabulary()
        records = list(worked_on(file.engine, period, vocabulary.resolve))
        people = people_of(file.engine, records)
    step(1, 4)
    cases, parts = parts_of(records, period)
    persons = figures_of(people, period)
    step(2, 4)
    with file.turn:
        done = activity(file.engine, period)
    step(3, 4)
    with file.turn:
        months = letters_by_month(file.engine, period)
        outcomes, undated = _outcomes(file.engine, period, vocabulary)
    step(4, 4)
    return PeriodFigures(cases, persons, parts, done, months, outcomes, undated)


def cases_of(file: CaseFile, counted: Counted) -> list[str]:
    """The ids of exactly the cases that a number counts."""
    with file.turn:
        period = counted.period or Period.of_all_time()
        records = list(worked_on(file.engine, period, file.vocabulary().resolve))
    return counted.cases(records)


def _outcomes(engine: Engine, period: Period, vocabulary: Vocabulary) -> tuple[dict[tuple[Direction, str], int], int]:
    found: dict[tuple[Direction, str], int] = defaultdict(int)
    undated = 0
    for direction, kind, on, number in engine.rows(
        'SELECT direction, kind, "on", count(*) FROM outcomes WHERE live = 1 GROUP BY 1, 2, 3'
    ):
        covered = period.covers(PartialDate(on) if on else None)
        if covered:
            found[Direction(direction), vocabulary.resolve(kind)] += number
        elif covered is None:
            undated += number
    return dict(found), undated
