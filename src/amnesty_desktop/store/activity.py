# SPDX-License-Identifier: GPL-3.0-or-later
"""What domain.activity is told: the letters, tallies and replies of a period, counted where they lie."""

from collections import defaultdict
from typing import Any

from ..domain.activity import Activity, by_office
from ..domain.dates import PartialDate
from ..domain.letter import LetterKind
from ..domain.period import Period
from ..domain.reply import ReplyKind
from ..domain.tally import TallyKind
from .engine import Engine

_SENT = "FROM letters l WHERE l.live = 1 AND l.sent_on IS NOT NULL AND l.sort_on BETWEEN ?1 AND ?2"


def activity(engine: Engine, period: Period) -> Activity:
    """Count what was done in a period.

    A letter counts for the day it was sent. A tally or a reply counts where its whole date lies in the period;
    one whose date leaves that open is counted apart (replies) or not at all (tallies). Countries are those of
    the cases written for; an addressee is an office, or a name where there is no office.
    """
    days = (period.first.isoformat(), period.last.isoformat())
    replies, undated = _replies(engine, period)
    return Activity(
        period,
        replies=replies,
        replies_undated=undated,
        tallies=_tallies(engine, period),
        offices=by_office(_offices(engine, days)),
        evenings=int(engine.value('SELECT count(*) FROM meetings WHERE live = 1 AND "on" BETWEEN ? AND ?', days)),
        **_letters(engine, days),
    )


def _letters(engine: Engine, days: tuple[str, str]) -> dict[str, Any]:
    by_kind = engine.rows(f"SELECT l.kind, count(*) {_SENT} GROUP BY l.kind", days)
    sums = engine.rows(
        f"""SELECT coalesce(sum(l.signatures), 0), coalesce(sum(l.postage), 0), count(*) - count(l.postage),
                   count(DISTINCT l.writer_id) {_SENT}""",
        days,
    )[0]
    countries = engine.value(
        f"SELECT count(DISTINCT country) FROM cases WHERE country <> '' AND id IN (SELECT l.case_id {_SENT})", days
    )
    return {
        "letters": {LetterKind(kind): number for kind, number in by_kind},
        "signatures": sums[0],
        "postage": sums[1],
        "postage_unknown": sums[2],
        "writers": sums[3],
        "countries": int(countries),
        "addressees": len(_letters_by_office(engine, days)),
    }


def _letters_by_office(engine: Engine, days: tuple[str, str]) -> dict[str, int]:
    found = engine.rows(
        f"""SELECT coalesce(nullif(a.office, ''), nullif(a.name, ''), ''), sum(n)
            FROM (SELECT l.addressee_id AS addressee, count(*) AS n {_SENT} GROUP BY l.addressee_id)
            LEFT JOIN addressees a ON a.id = addressee GROUP BY 1""",
        days,
    )
    return {office: int(number) for office, number in found if office}


def _offices(engine: Engine, days: tuple[str, str]) -> list[tuple[str, int, int, tuple[int, ...]]]:
    letters = _letters_by_office(engine, days)
    answers: dict[str, list[int | None]] = defaultdict(list)
    for office, sent, received in engine.rows(
        f"""SELECT coalesce(nullif(a.office, ''), nullif(a.name, ''), ''), l.sort_on, r.received
            FROM replies r JOIN letters l ON l.id = r.letter_id LEFT JOIN addressees a ON a.id = l.addressee_id
            WHERE r.live = 1 AND r.letter_id IN (SELECT l.id {_SENT})""",
        days,
    ):
        answers[office].append(_days_between(sent, received))
    return [
        (office, number, len(answers[office]), tuple(sorted(n for n in answers[office] if n is not None)))
        for office, number in letters.items()
    ]


def _days_between(sent: str, received: str | None) -> int | None:
    """Whole days from one known day to another; None where the second is not a day or lies before the first."""
    day, answered = PartialDate(sent), PartialDate(received) if received else None
    if answered is None or not answered.is_day or answered.earliest < day.earliest:
        return None
    return (answered.earliest - day.earliest).days


def _tallies(engine: Engine, period: Period) -> dict[TallyKind, int]:
    found: dict[TallyKind, int] = defaultdict(int)
    for kind, number, on in engine.rows("SELECT kind, count, \"on\" FROM tallies WHERE live = 1 AND sort_on < '9999'"):
        if period.covers(PartialDate(on)):
            found[TallyKind(kind)] += number
    return dict(found)


def _replies(engine: Engine, period: Period) -> tuple[dict[ReplyKind, int], int]:
    found: dict[ReplyKind, int] = defaultdict(int)
    undated = 0
    for kind, received, number in engine.rows(
        "SELECT kind, received, count(*) FROM replies WHERE live = 1 GROUP BY kind, received"
    ):
        covered = period.covers(PartialDate(received) if received else None)
        if covered:
            found[ReplyKind(kind)] += number
        elif covered is None:
            undated += number
    return dict(found), undated
