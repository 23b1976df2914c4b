# SPDX-License-Identifier: GPL-3.0-or-later
"""The questions behind Write tonight: which cases lie on the table, and what was written today."""

from dataclasses import dataclass
from datetime import date

from ..domain.letter import SEALED, LetterKind, LetterState
from ..domain.meeting import Meeting, MeetingCase
from ..domain.tally import Tally, TallyKind
from .engine import Engine
from .reading import Reading
from .today import due, next_meeting

_MOST = 8
"""Cases proposed where nobody has laid any out."""


@dataclass(frozen=True, slots=True)
class Written:
    """One letter dated on a day; writer is a member's id or None, signature as it stands under the letter."""

    letter_id: str
    case_id: str
    country: str
    writer_id: str | None
    signature: str
    addressee_id: str | None
    state: LetterState
    kind: LetterKind
    signatures: int

    @property
    def is_done(self) -> bool:
        """Whether it is more than a draft."""
        return self.state is not LetterState.DRAFT

    @property
    def is_sealed(self) -> bool:
        """Whether it was posted already."""
        return self.state in SEALED


def cases_for(reading: Reading, today: date) -> list[str]:
    """Ids of the cases of tonight: those of the next meeting, else those that are due, most urgent first."""
    found = next_meeting(reading, today)
    meeting = found[0] if found else None
    laid = laid_out_at(reading, meeting) if meeting else []
    if laid or (meeting is not None and meeting.on == today and _was_laid_out(reading.engine, meeting)):
        return laid
    return [one.case_id for one in due(reading.engine, today) if one.day >= today and not one.no_contact][:_MOST]


def laid_out_at(reading: Reading, meeting: Meeting) -> list[str]:
    """Ids of the live cases laid out at a meeting, in order."""
    laid = [one.case_id for one in reading.all(MeetingCase, meeting_id=meeting.id, order="position, key")]
    live = {row[0] for row in reading.engine.rows("SELECT id FROM cases WHERE live = 1")} if laid else set()
    return [case_id for case_id in dict.fromkeys(laid) if case_id in live]


def _was_laid_out(engine: Engine, meeting: Meeting) -> bool:
    """Whether somebody chose the cases of a meeting and took them off again."""
    return bool(engine.value("SELECT count(*) FROM meeting_cases WHERE meeting_id = ?", (meeting.id,)))


def written_on(engine: Engine, day: date) -> list[Written]:
    """The letters dated on a day, oldest first."""
    rows = engine.rows(
        """SELECT l.id, l.case_id, c.country, l.writer_id, l.signature, l.addressee_id, l.state, l.kind, l.signatures
           FROM letters l JOIN cases c ON c.id = l.case_id
           WHERE l.live = 1 AND l.dated = ? AND l.sort_on >= ? ORDER BY l.key""",
        (day.isoformat(), day.isoformat()),
    )
    return [Written(*(*row[:6], LetterState(row[6]), LetterKind(row[7]), row[8])) for row in rows]


def counted_on(reading: Reading, day: date, case_id: str = "") -> dict[TallyKind, int]:
    """What was counted on a day, in one case or in all, without being kept one by one, by kind."""
    found = dict.fromkeys(TallyKind, 0)
    where = {"case_id": case_id} if case_id else {}
    for tally in reading.all(Tally, on=day.isoformat(), **where):
        found[tally.kind] += tally.count
    return found
