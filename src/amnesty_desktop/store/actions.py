# SPDX-License-Identifier: GPL-3.0-or-later
"""What was sent for each case in a period: one row for each case with a letter, a card, a tally or a reply."""

from dataclasses import dataclass

from ..domain.period import Period
from .engine import Engine


@dataclass(frozen=True, slots=True)
class CaseActions:
    """The counts of one case in one period; letters are those that are no cards of support."""

    case_id: str
    letters: int
    cards: int
    signatures: int
    replies: int
    tallied_letters: int
    tallied_cards: int
    tallied_signatures: int


def actions_by_case(engine: Engine, period: Period) -> list[CaseActions]:
    """The cases of a period in the order of their papers.

    A letter counts for the day it was sent, a tally or a reply for its earliest possible day.
    """
    days = (period.first.isoformat(), period.last.isoformat())
    rows = engine.rows(
        """
        SELECT c.id, sum(letters), sum(cards), sum(signatures), sum(replies), sum(tl), sum(tc), sum(ts) FROM (
            SELECT case_id, kind <> 'card' AS letters, kind = 'card' AS cards, signatures, 0 AS replies,
                   0 AS tl, 0 AS tc, 0 AS ts
            FROM letters WHERE live = 1 AND sent_on IS NOT NULL AND sort_on BETWEEN ?1 AND ?2
            UNION ALL
            SELECT case_id, 0, 0, 0, 0, (kind = 'letters') * count, (kind = 'cards') * count,
                   (kind = 'signatures') * count
            FROM tallies WHERE live = 1 AND sort_on BETWEEN ?1 AND ?2
            UNION ALL
            SELECT case_id, 0, 0, 0, 1, 0, 0, 0 FROM replies
            WHERE live = 1 AND sort_on BETWEEN ?1 AND ?2 AND kind NOT IN ('returned', 'refused', 'none_expected')
        ) a JOIN cases c ON c.id = a.case_id WHERE c.live = 1
        GROUP BY c.id ORDER BY c.sort_paper, c.key
        """,
        days,
    )
    return [CaseActions(*row) for row in rows]


def letters_by_month(engine: Engine, period: Period) -> dict[str, int]:
    """Letters and cards sent in each month that has any, as {"2026-03": 12}."""
    found = engine.rows(
        """SELECT substr(sort_on, 1, 7), count(*) FROM letters
           WHERE live = 1 AND sent_on IS NOT NULL AND sort_on BETWEEN ? AND ? GROUP BY 1""",
        (period.first.isoformat(), period.last.isoformat()),
    )
    return dict(found)


def outcome_ids(engine: Engine, period: Period) -> list[str]:
    """Outcomes whose earliest possible day lies in a period, in order of that day."""
    sql = "SELECT id FROM outcomes WHERE live = 1 AND sort_on BETWEEN ? AND ? ORDER BY sort_on, key"
    return [found for (found,) in engine.rows(sql, (period.first.isoformat(), period.last.isoformat()))]


def representation_ids(engine: Engine, period: Period) -> list[str]:
    """Letters sent in a period to the United Nations or a similar body, in order of their day."""
    found = engine.rows(
        """SELECT l.id FROM letters l LEFT JOIN addressees a ON a.id = l.addressee_id
           WHERE l.live = 1 AND l.sent_on IS NOT NULL AND l.sort_on BETWEEN ? AND ?
             AND (l.kind = 'representation' OR a.role = 'intergovernmental')
           ORDER BY l.sort_on, l.key""",
        (period.first.isoformat(), period.last.isoformat()),
    )
    return [letter_id for (letter_id,) in found]
