# SPDX-License-Identifier: GPL-3.0-or-later
"""What is due: the questions behind the Today view, each one query."""

from dataclasses import dataclass
from datetime import date, timedelta

from ..domain.dates import PartialDate
from ..domain.letter import LetterState
from ..domain.meeting import Meeting
from ..domain.reply import ReplyKind, ReplyTask
from .engine import Engine
from .reading import Reading

SOON = timedelta(days=10)
QUIET = timedelta(days=183)
_MOST = 50


@dataclass(frozen=True, slots=True)
class Due:
    """One open case whose day is near or past; sent and drafts count its letters."""

    case_id: str
    who: str
    who_own: str
    country: str
    reference: str
    kind: str
    day: date
    drafts: int
    sent: int
    no_contact: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """One letter on its way: finished but not printed, or printed but not posted."""

    letter_id: str
    case_id: str
    who: str
    country: str
    state: LetterState
    day: date | None


@dataclass(frozen=True, slots=True)
class OpenReply:
    """One reply with something left to do."""

    reply_id: str
    case_id: str
    letter_id: str | None
    who: str
    sender: str
    received: str
    kind: ReplyKind
    task: ReplyTask
    summary: str


@dataclass(frozen=True, slots=True)
class Unanswered:
    """One long-term case whose newest letter has had no answer for longer than the group waits."""

    case_id: str
    letter_id: str
    who: str
    who_own: str
    country: str
    kind: str
    sent_on: date


@dataclass(frozen=True, slots=True)
class Quiet:
    """One open case in which nothing has happened for half a year; last_event is EDTF."""

    case_id: str
    who: str
    who_own: str
    country: str
    reference: str
    kind: str
    last_event: str


@dataclass(frozen=True, slots=True)
class Step:
    """The next step of an open case whose day is near or past; on is EDTF, member who takes it or empty."""

    case_id: str
    who: str
    who_own: str
    country: str
    reference: str
    kind: str
    on: str
    what: str
    member: str


@dataclass(frozen=True, slots=True)
class MonthCounts:
    """What the group did since the first of a month. Kinds of things are never added up."""

    letters: int
    countries: int
    replies: int
    better: int
    worse: int


@dataclass(frozen=True, slots=True)
class CaseWords:
    """How a case is called in a line about something of it."""

    who: str
    who_own: str
    country: str
    reference: str
    kind: str


def case_words(engine: Engine, case_id: str) -> CaseWords:
    """The name, country and paper of one case."""
    rows = engine.rows("SELECT who, who_own, country, reference, kind FROM cases WHERE id = ?", (case_id,))
    return CaseWords(*rows[0])


def due(engine: Engine, today: date) -> list[Due]:
    """Open cases past their day or due within ten days, most urgent first."""
    rows = engine.rows(
        """SELECT id, who, who_own, country, reference, kind, sort_appeal,
             (SELECT count(*) FROM letters l WHERE l.case_id = c.id AND l.live = 1
               AND l.state IN ('draft', 'ready', 'exported')),
             (SELECT count(*) FROM letters l WHERE l.case_id = c.id AND l.live = 1
               AND l.state IN ('sent', 'answered', 'returned')),
             no_contact <> ''
           FROM cases c WHERE live = 1 AND status = 'open' AND sort_appeal <= ? ORDER BY sort_appeal, key LIMIT ?""",
        ((today + SOON).isoformat(), _MOST),
    )
    return [
        Due(*(*row[:6], date.fromisoformat(row[6]), row[7], row[8], bool(row[9]))) for row in rows if len(row[6]) == 10
    ]


def waiting(engine: Engine) -> list[Waiting]:
    """Letters to print and letters to post, oldest first."""
    rows = engine.rows(
        """SELECT l.id, l.case_id, c.who, c.country, l.state, coalesce(l.exported_on, l.dated)
           FROM letters l CROSS JOIN cases c ON c.id = l.case_id
           WHERE l.live = 1 AND l.state IN ('ready', 'exported') ORDER BY l.state DESC, l.sort_on, l.key LIMIT 500"""
    )
    return [Waiting(*(*row[:4], LetterState(row[4]), row[5] and date.fromisoformat(row[5]))) for row in rows]


def drafts_of_open_cases(engine: Engine) -> list[tuple[str, str]]:
    """(letter id, case id) of all drafts; the letter check says which need another look."""
    rows = engine.rows(
        """SELECT id, case_id FROM letters WHERE live = 1 AND state IN ('draft', 'ready', 'exported')
           ORDER BY sort_on DESC LIMIT 200"""
    )
    return [(letter_id, case_id) for letter_id, case_id in rows]


def open_replies(engine: Engine) -> list[OpenReply]:
    """Replies to answer or to pass on, oldest first."""
    rows = engine.rows(
        """SELECT r.id, r.case_id, r.letter_id, c.who, r.sender, coalesce(r.received, ''), r.kind, r.task, r.summary
           FROM replies r JOIN cases c ON c.id = r.case_id
           WHERE r.live = 1 AND r.task IN ('answer', 'forward') ORDER BY r.sort_on, r.key LIMIT ?""",
        (_MOST,),
    )
    return [OpenReply(*(*row[:6], ReplyKind(row[6]), ReplyTask(row[7]), row[8])) for row in rows]


def unanswered(engine: Engine, today: date, weeks: int) -> list[Unanswered]:
    """Open long-term cases without an answer to their newest letter after so many weeks.

    Urgent Actions are left out: after their day the section is asked first.
    """
    rows = engine.rows(
        """SELECT c.id,
             (SELECT l.id FROM letters l WHERE l.case_id = c.id AND l.live = 1 AND l.sent_on = c.sort_unanswered
              ORDER BY l.key DESC LIMIT 1),
             c.who, c.who_own, c.country, c.kind, c.sort_unanswered
           FROM cases c
           WHERE c.live = 1 AND c.status = 'open' AND c.sort_unanswered > '' AND c.sort_unanswered <= ?
           ORDER BY c.sort_unanswered LIMIT ?""",
        ((today - timedelta(weeks=weeks)).isoformat(), _MOST),
    )
    return [Unanswered(*(*row[:6], date.fromisoformat(row[6]))) for row in rows]


def quiet(engine: Engine, today: date) -> list[Quiet]:
    """Open cases in which nothing has happened for half a year, quietest first."""
    rows = engine.rows(
        """SELECT id, who, who_own, country, reference, kind, last_event_on FROM cases
           WHERE live = 1 AND status = 'open' AND last_event <> '' AND last_event < ? AND sort_appeal >= ?
           ORDER BY last_event LIMIT ?""",
        ((today - QUIET).isoformat(), today.isoformat(), _MOST),
    )
    return [Quiet(*row) for row in rows]


def next_steps(engine: Engine, today: date) -> list[Step]:
    """The next steps of open cases that are due within ten days or were before, most urgent first."""
    rows = engine.rows(
        """SELECT c.id, c.who, c.who_own, c.country, c.reference, c.kind, c.next_step_on, c.next_step,
             coalesce(m.name, '')
           FROM cases c LEFT JOIN members m ON m.id = c.next_step_by
           WHERE c.live = 1 AND c.status = 'open' AND c.next_step_on IS NOT NULL AND c.next_step <> ''"""
    )
    steps = [(PartialDate(row[6]), Step(*row)) for row in rows]
    due = [(on.earliest, step) for on, step in steps if on.is_known and on.earliest <= today + SOON]
    return [step for _, step in sorted(due, key=lambda pair: pair[0])][:_MOST]


def next_meeting(reading: Reading, today: date) -> tuple[Meeting, int] | None:
    """The next evening from today on, with how many cases are laid out."""
    rows = reading.engine.rows(
        'SELECT id FROM meetings WHERE live = 1 AND "on" >= ? ORDER BY "on" LIMIT 1', (today.isoformat(),)
    )
    if not rows:
        return None
    meeting = reading.get(Meeting, rows[0][0])
    laid = reading.engine.value("SELECT count(*) FROM meeting_cases WHERE live = 1 AND meeting_id = ?", (meeting.id,))
    return meeting, int(laid)


def month_counts(engine: Engine, today: date) -> MonthCounts:
    """What was done and what happened since the first of this month."""
    first, last = today.replace(day=1).isoformat(), today.isoformat()
    # What was sent is sorted by the day it was sent, so the index of sent letters answers both questions.
    sent = "FROM letters WHERE live = 1 AND sent_on IS NOT NULL AND sort_on BETWEEN ? AND ?"
    letters = engine.value(f"SELECT count(*) {sent}", (first, last))
    countries = engine.value(
        f"SELECT count(DISTINCT country) FROM cases WHERE id IN (SELECT case_id {sent})", (first, last)
    )
    replies = engine.value(
        "SELECT count(*) FROM replies WHERE live = 1 AND sort_on BETWEEN ? AND ? AND kind <> 'none_expected'",
        (first, last),
    )
    by_direction = dict(
        engine.rows(
            """SELECT direction, count(DISTINCT case_id) FROM outcomes
               WHERE live = 1 AND sort_on BETWEEN ? AND ? GROUP BY direction""",
            (first, last),
        )
    )
    return MonthCounts(letters, countries, replies, by_direction.get("better", 0), by_direction.get("worse", 0))
