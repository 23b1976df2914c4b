# SPDX-License-Identifier: GPL-3.0-or-later
"""What domain.activity is told: the letters, tallies and replies of a period, counted where they lie."""

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from ..domain.activity import Activity, OfficeReplies, by_office
from ..domain.dates import PartialDate
from ..domain.letter import LetterKind
from ..domain.period import Period
from ..domain.reply import ReplyKind
from ..domain.tally import TallyKind
from .engine import Engine

_FEW = 5_000
_SENT = "FROM letters WHERE live = 1 AND sent_on IS NOT NULL AND sort_on BETWEEN ? AND ?"
_OFFICE = "coalesce(nullif(office, ''), name)"
"""An addressee is an office, or a name where there is no office."""
_Answers = dict[str | None, list[int | None]]


def activity(engine: Engine, period: Period) -> Activity:
    """Count what was done in a period.

    A letter counts for the day it was sent. A tally or a reply counts where its whole date lies in the period;
    one whose date leaves that open is counted apart. Countries are those of
    the cases written for; an addressee is an office, or a name where there is no office.
    """
    days = (period.first.isoformat(), period.last.isoformat())
    replies, undated = _replies(engine, period)
    tallies, tallies_undated = _tallies(engine, period)
    evenings = engine.value('SELECT count(*) FROM meetings WHERE live = 1 AND "on" BETWEEN ? AND ?', days)
    return replace(
        _letters(engine, period, days),
        replies=replies,
        replies_undated=undated,
        tallies=tallies,
        tallies_undated=tallies_undated,
        evenings=int(evenings),
    )


def _letters(engine: Engine, period: Period, days: tuple[str, str]) -> Activity:
    """What the letters of a period say, all of it read in one index: their rows lie scattered over the file."""
    kinds: dict[LetterKind, int] = {}
    signatures = postage = unknown = 0
    for kind, number, signed, paid, with_postage in engine.rows(
        f"SELECT kind, count(*), sum(signatures), sum(postage), count(postage) {_SENT} GROUP BY kind", days
    ):
        kinds[LetterKind(kind)] = number
        signatures += signed
        postage += paid or 0
        unknown += number - with_postage
    cases = {case_id for (case_id,) in engine.rows(f"SELECT DISTINCT case_id {_SENT}", days)}
    offices = _offices(engine, days)
    return Activity(
        period,
        letters=kinds,
        signatures=signatures,
        postage=postage,
        postage_unknown=unknown,
        writers=int(engine.value(f"SELECT count(DISTINCT writer_id) {_SENT}", days)),
        countries=len(_countries(engine, cases)),
        addressees=len(offices),
        offices=by_office(offices),
    )


def _countries(engine: Engine, case_ids: Collection[str]) -> set[str]:
    found = engine.rows(*_among("SELECT id, country FROM cases WHERE country <> ''", case_ids))
    return {country for case_id, country in found if case_id in case_ids}


def _among(sql: str, ids: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """A query for no more than these ids where they are few; to go through the whole table is quicker for many."""
    if len(ids) > _FEW:
        return sql, ()
    return f"{sql} AND id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)


def _offices(engine: Engine, days: tuple[str, str]) -> list[OfficeReplies]:
    """Every office or person that letters of a period went to."""
    answers: dict[str, list[int | None]] = defaultdict(list)
    by_addressee = _answers(engine, days)
    named = f"SELECT id, {_OFFICE} FROM addressees WHERE id IN (SELECT value FROM json_each(?))"
    for addressee_id, office in engine.rows(named, (json.dumps([one for one in by_addressee if one]),)):
        answers[office] += by_addressee[addressee_id]
    found = engine.rows(
        f"""WITH sent AS MATERIALIZED (SELECT addressee_id, count(*) AS letters {_SENT} GROUP BY 1)
            SELECT {_OFFICE}, sum(letters), max(office = '' OR role IN ('prisoner', 'family'))
            FROM sent CROSS JOIN addressees a ON a.id = addressee_id WHERE office <> '' OR name <> '' GROUP BY 1""",
        days,
    )
    return [
        OfficeReplies(office, letters, len(own), tuple(sorted(day for day in own if day is not None)), bool(is_private))
        for office, letters, is_private in found
        for own in [answers.get(office, [])]
    ]


def _answers(engine: Engine, days: tuple[str, str]) -> _Answers:
    """The days that answers to the letters of a period took, by addressee."""
    found: _Answers = defaultdict(list)
    for addressee, sent, received in engine.rows(
        """SELECT l.addressee_id, l.sort_on, r.received FROM replies r CROSS JOIN letters l ON l.id = r.letter_id
           WHERE r.live = 1 AND r.kind NOT IN ('returned', 'refused', 'none_expected')
             AND l.live = 1 AND l.sent_on IS NOT NULL AND l.sort_on BETWEEN ? AND ?""",
        days,
    ):
        found[addressee].append(days_between(sent, received))
    return found


def days_between(sent: str, received: str | None) -> int | None:
    """Whole days from one known day to another; None where the second is not a day or lies before the first."""
    day, answered = PartialDate(sent), PartialDate(received) if received else None
    if answered is None or not answered.is_day or answered.earliest < day.earliest:
        return None
    return (answered.earliest - day.earliest).days


def _tallies(engine: Engine, period: Period) -> tuple[dict[TallyKind, int], int]:
    found: dict[TallyKind, int] = defaultdict(int)
    undated = 0
    for kind, number, on in engine.rows('SELECT kind, count, "on" FROM tallies WHERE live = 1'):
        covered = period.covers(PartialDate(on) if on else None)
        if covered:
            found[TallyKind(kind)] += number
        elif covered is None:
            undated += 1
    return dict(found), undated


def _replies(engine: Engine, period: Period) -> tuple[dict[ReplyKind, int], int]:
    found: dict[ReplyKind, int] = defaultdict(int)
    undated = 0
    for kind, received, number in engine.rows(
        "SELECT kind, received, count(*) FROM replies WHERE live = 1 AND kind <> 'none_expected'"
        " GROUP BY kind, received"
    ):
        covered = period.covers(PartialDate(received) if received else None)
        if covered:
            found[ReplyKind(kind)] += number
        elif covered is None:
            undated += number
    return dict(found), undated
