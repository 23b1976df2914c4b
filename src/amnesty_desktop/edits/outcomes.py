# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of what became of the people, and the words papers have for it."""

from dataclasses import replace
from datetime import date

from ..domain.conscience import RELEASED_OF_CONSCIENCE, said_kind
from ..domain.outcome import Outcome
from ..domain.person import Person
from ..store.reading import Reading
from ..store.recorder import Transaction
from . import cases
from .drafting import called_in


def record(write: Transaction, outcome: Outcome, *, close_on: date | None = None) -> Outcome:
    """Record an outcome, or change one; a case may have many, better and worse on one day.

    With close_on the case is closed on that day in the same step, so that one undo takes back both.
    """
    write.save(outcome)
    if close_on is not None:
        cases.close(write, outcome.case_id, close_on)
    return outcome


def said(reading: Reading, outcome: Outcome) -> Outcome:
    """The outcome under the kind it may be called by: Amnesty's term only on Amnesty's finding."""
    kind = reading.vocabulary().resolve(outcome.kind)
    if kind != RELEASED_OF_CONSCIENCE:
        return outcome
    people = reading.all(Person, case_id=outcome.case_id)
    meant = replace(outcome, kind=kind)
    return replace(outcome, kind=said_kind(meant, people, called_in(reading, outcome.case_id)))


def words(reading: Reading, outcome: Outcome) -> str:
    """What an outcome is called, in the window and on paper."""
    return reading.vocabulary().label(said(reading, outcome).kind)
