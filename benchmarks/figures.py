# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of 20,000 cases, 100,000 letters and 20,000 outcomes, beside the plain SQL that counts the same tables.

The plain SQL is what somebody would type who wants these numbers once: no partial dates, no first action, no merged
words. Each period is measured in turns with it, in one run; the last column is how much longer the figures take.
The promise is 300 ms.
"""

import gc
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.large_file import TODAY, Invention, large_file
from benchmarks.timing import row

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.case import Case, Concern, ConcernList
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import Letter, LetterKind
from amnesty_desktop.domain.outcome import Direction, Outcome
from amnesty_desktop.domain.period import Period
from amnesty_desktop.domain.person import Person
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.period_figures import period_figures

CASES = 20_000
_TIMES = 5
_KINDS = {
    Direction.BETTER: ("released", "torture_stopped", "death_sentence_commuted", "access_to_lawyer"),
    Direction.WORSE: ("died_in_custody", "moved_to_worse_prison", "sentenced"),
    Direction.UNCHANGED: ("still_held", "no_news"),
}
_PERIODS = (
    ("one year", Period.of_year(2026)),
    ("a year long ago", Period.of_year(2019)),
    ("a quarter", Period(date(2026, 7, 1), date(2026, 9, 30))),
    ("all years", Period.of_all_time()),
)


class WithOutcomes(Invention):
    """Cases written to offices, with about one outcome each, some of them on a day that is known in part only."""

    def one(self) -> list[Any]:
        """Everything that belongs to one more case."""
        found = [value for value in super().one() if not isinstance(value, Outcome)]
        case, person = found[0], next(value for value in found if isinstance(value, Person))
        letters = [value for value in found if isinstance(value, Letter)]
        to = [Addressee(case_id=case.id, office=f"Ministry {self.chance.randrange(400)}") for _ in range(2)]
        to.append(Addressee(case_id=case.id, office="", name=person.name))
        if self.chance.random() < 0.5:
            found.append(Concern(case_id=case.id, part=ConcernList.ISSUE, term="detention", position=1))
        outcomes = self.chance.choices((0, 1, 2, 3), (40, 30, 20, 10))[0]
        found += [*to, *(self._outcome(case, person) for _ in range(outcomes))]
        return [self._sent(value, to) if value in letters else value for value in found]

    def _sent(self, letter: Letter, to: list[Addressee]) -> Letter:
        return replace(
            letter,
            addressee_id=self.chance.choice(to).id,
            writer_id=self.chance.choice(self.members).id,
            kind=self.chance.choices((LetterKind.APPEAL, LetterKind.CARD), (4, 1))[0],
            postage=self.chance.choice((None, 120, 245)),
            signatures=self.chance.choice((1, 1, 1, 12)),
        )

    def _outcome(self, case: Case, person: Person) -> Outcome:
        way = self.chance.choices(list(Direction), (5, 2, 3))[0]
        year = self.chance.randrange(2016, TODAY.year + 1)
        month, day = self.chance.randrange(1, 13), self.chance.randrange(1, 29)
        shapes = (f"{year}-{month:02}-{day:02}", f"{year}-{month:02}", f"{year}", f"../{year}-{month:02}")
        on = self.chance.choices((*shapes, None), (70, 15, 8, 4, 3))[0]
        return Outcome(
            case_id=case.id,
            person_id=person.id if self.chance.random() < 0.7 else None,
            direction=way,
            kind=self.chance.choice(_KINDS[way]),
            on=PartialDate(on) if on else None,
        )


_LETTERS = "letters WHERE live = 1 AND sent_on IS NOT NULL AND sort_on BETWEEN ?1 AND ?2"
_WORKED_ON = f"""SELECT case_id FROM {_LETTERS}
    UNION SELECT case_id FROM tallies WHERE live = 1 AND sort_on BETWEEN ?1 AND ?2"""
_IMPROVED = """SELECT case_id FROM outcomes
    WHERE live = 1 AND direction = 'better' AND sort_on BETWEEN ?1 AND ?2"""
_COUNTS = "count(DISTINCT c.id), count(DISTINCT CASE WHEN c.id IN (SELECT case_id FROM better) THEN c.id END)"
_WITH = f"WITH base AS MATERIALIZED ({_WORKED_ON}), better AS MATERIALIZED ({_IMPROVED})"
PLAIN_SQL = (
    f"{_WITH} SELECT {_COUNTS} FROM base JOIN cases c ON c.id = base.case_id WHERE c.live = 1",
    f"{_WITH} SELECT c.country, {_COUNTS} FROM base JOIN cases c ON c.id = base.case_id WHERE c.live = 1 GROUP BY 1",
    f"{_WITH} SELECT c.kind, {_COUNTS} FROM base JOIN cases c ON c.id = base.case_id WHERE c.live = 1 GROUP BY 1",
    f"""{_WITH} SELECT t.term, {_COUNTS} FROM base JOIN cases c ON c.id = base.case_id
        JOIN concerns t ON t.case_id = c.id WHERE c.live = 1 AND t.live = 1 GROUP BY 1""",
    f"""WITH base AS MATERIALIZED ({_WORKED_ON}), better AS MATERIALIZED (SELECT person_id FROM outcomes WHERE live = 1
        AND direction = 'better' AND person_id IS NOT NULL AND sort_on BETWEEN ?1 AND ?2)
        SELECT count(*), sum(p.id IN (SELECT person_id FROM better)) FROM base JOIN people p ON p.case_id = base.case_id
        WHERE p.live = 1""",
    """SELECT direction, kind, count(*) FROM outcomes WHERE live = 1 AND sort_on BETWEEN ?1 AND ?2 GROUP BY 1, 2""",
    f"""SELECT kind, count(*), sum(signatures), sum(postage), count(DISTINCT writer_id), count(DISTINCT addressee_id)
        FROM {_LETTERS} GROUP BY 1""",
    f"SELECT substr(sort_on, 1, 7), count(*) FROM {_LETTERS} GROUP BY 1",
    "SELECT kind, sum(count) FROM tallies WHERE live = 1 AND sort_on BETWEEN ?1 AND ?2 GROUP BY 1",
    "SELECT kind, count(*) FROM replies WHERE live = 1 AND sort_on BETWEEN ?1 AND ?2 GROUP BY 1",
    """SELECT a.office, count(*), count(r.id) FROM letters l JOIN addressees a ON a.id = l.addressee_id
       LEFT JOIN replies r ON r.letter_id = l.id AND r.live = 1
       WHERE l.live = 1 AND l.sent_on IS NOT NULL AND l.sort_on BETWEEN ?1 AND ?2 GROUP BY 1""",
    'SELECT count(*) FROM meetings WHERE live = 1 AND "on" BETWEEN ?1 AND ?2',
)
"""The plain counting statements; ?1 and ?2 are the first and the last day."""


def plainly_counted(file: CaseFile, period: Period) -> list[list[Any]]:
    """Run the plain counting statements, one after the other."""
    days = (period.first.isoformat(), period.last.isoformat())
    return [file.engine.rows(sql, days if "?1" in sql else ()) for sql in PLAIN_SQL]


def in_turns(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """The quickest of several runs of two things, taken in turns so that both meet the same machine; ms.

    Python's search for cycles rests meanwhile, as it does in the window while a job counts (see ui.collecting).
    """
    best = [float("inf"), float("inf")]
    gc.disable()
    for _ in range(_TIMES):
        for place, work in enumerate((one, other)):
            begin = time.perf_counter()
            work()
            best[place] = min(best[place], (time.perf_counter() - begin) * 1000)
    gc.enable()
    return best[0], best[1]


def main(cases: int = CASES) -> None:
    """Print a line for each period: plain SQL, figures, how many times, and how many ms longer."""
    with closing(large_file(Path("build") / "bench", cases, name="figures", invention=WithOutcomes)) as file:
        counts = [file.engine.value(f"SELECT count(*) FROM {table}") for table in ("cases", "letters", "outcomes")]
        print("{:,} cases, {:,} letters, {:,} outcomes; ms\n".format(*counts))
        row("", "plain SQL", "figures", "ratio", "longer")
        for name, period in _PERIODS:
            plain, ours = in_turns(partial(plainly_counted, file, period), partial(period_figures, file, period))
            row(name, plain, ours, f"{ours / plain:.2f}", ours - plain)
