# SPDX-License-Identifier: GPL-3.0-or-later
"""The story of a case in words: every dated thing of it on one line of time, the newest first.

The newest first, because whoever opens the story at a meeting asks what happened last, and because a line
just typed into the diary then appears right below the place it was typed in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ....domain.case import Case, CaseStatus
from ....domain.dates import PartialDate
from ....domain.diary import DiaryNote
from ....domain.member import Member
from ....domain.outcome import Outcome
from ....domain.person import Person, Situation
from ....domain.printed import WITHHELD, shown_name
from ....domain.reply import Reply
from ....domain.sheet import Sheet
from ....domain.sheet_chain import chain
from ....domain.situation_words import words_of
from ....domain.spoken_dates import spoken
from ....domain.vocabularies import label
from ....edits.outcomes import words as outcome_words
from ....store.letters import LetterFilter, letter_keys, letter_lines
from ....store.reading import Reading
from ...widgets.timeline import TimelineEntry
from ..parts.sheet_list import document_words

_UNDATED = "0"
_ORDER = "position, key"


class Told(StrEnum):
    """What an entry of the story is; its key is this word and the id, as in "letter:<id>"."""

    SHEET = "sheet"
    SITUATION = "situation"
    LETTER = "letter"
    REPLY = "reply"
    OUTCOME = "outcome"
    NOTE = "note"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class _Entry:
    """One dated thing; place keeps things of one day in the order they usually follow upon one another."""

    on: PartialDate | date | None
    told: Told
    row_id: str
    text: str
    note: str = ""

    @property
    def place(self) -> tuple[str, int]:
        if isinstance(self.on, PartialDate):
            return (self.on.sort_text if self.on.is_known else _UNDATED), list(Told).index(self.told)
        return (self.on.isoformat() if self.on else _UNDATED), list(Told).index(self.told)


def story_entries(reading: Reading, case: Case) -> list[TimelineEntry]:
    """Everything that is told of a case, the newest first, what has no date last."""
    found = [
        *_sheets(reading, case),
        *_what_happened(reading, case),
        *_letters(reading, case),
        *_notes(reading, case),
    ]
    return [_shown(entry) for entry in sorted(found, key=lambda entry: entry.place, reverse=True)]


def _shown(entry: _Entry) -> TimelineEntry:
    when = spoken(entry.on, short=True) if entry.on is not None else "no date"
    return TimelineEntry(when, entry.text[:1].upper() + entry.text[1:], entry.note, key=f"{entry.told}:{entry.row_id}")


def _sheets(reading: Reading, case: Case) -> Iterator[_Entry]:
    for sheet in chain(case, reading.all(Sheet, case_id=case.id, order=_ORDER)):
        yield _Entry(sheet.issued, Told.SHEET, sheet.id, label(sheet.kind), document_words(sheet))
    if case.taken_up is not None:
        yield _Entry(case.taken_up, Told.CASE, case.id, "Taken up by the group")
    if case.status is CaseStatus.CLOSED and case.closed_on is not None:
        yield _Entry(case.closed_on, Told.CASE, case.id, "Case closed", " ".join(case.closing_words.split()))


def _what_happened(reading: Reading, case: Case) -> Iterator[_Entry]:
    people = reading.all(Person, case_id=case.id, order=_ORDER)
    # Among several people it has to be said who; a withheld name is not spelled out here either.
    names = {person.id: shown_name(person) or WITHHELD for person in people} if len(people) > 1 else {}
    for situation in reading.all(Situation, case_id=case.id):
        text, note = words_of(situation)
        yield _Entry(situation.on, Told.SITUATION, situation.id, _about(text, names, situation.person_id), note)
    for outcome in reading.all(Outcome, case_id=case.id):
        words = f"{label(outcome.direction)}: {outcome_words(reading, outcome)}"
        yield _Entry(outcome.on, Told.OUTCOME, outcome.id, _about(words, names, outcome.person_id), outcome.note)


def _about(text: str, names: dict[str, str], person_id: str | None) -> str:
    name = names.get(person_id or "", "")
    return f"{name}: {text}" if name else text


def _letters(reading: Reading, case: Case) -> Iterator[_Entry]:
    for line in letter_lines(reading.engine, letter_keys(reading.engine, LetterFilter(case_id=case.id))):
        note = ", ".join(filter(None, (label(line.state).lower(), line.writer)))
        yield _Entry(line.day, Told.LETTER, line.id, f"{label(line.kind)} to {line.to or 'nobody yet'}", note)
    for reply in reading.all(Reply, case_id=case.id):
        sender = f" from {reply.sender}" if reply.sender else ""
        note = " ".join(reply.summary.split()) or label(reply.kind).lower()
        yield _Entry(reply.received, Told.REPLY, reply.id, f"Reply{sender}", note)


def _notes(reading: Reading, case: Case) -> Iterator[_Entry]:
    members = {member.id: member.name for member in reading.all(Member)}
    for note in reading.all(DiaryNote, case_id=case.id):
        words = " ".join(note.text.split())
        yield _Entry(note.on, Told.NOTE, note.id, words, members.get(note.member_id or "", ""))
