# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of what became of the people."""

from datetime import date

from ..domain.outcome import Outcome
from ..store.recorder import Transaction
from . import cases


def record(write: Transaction, outcome: Outcome, *, close_on: date | None = None) -> Outcome:
    """Record an outcome, or change one; a case may have many, better and worse on one day.

    With close_on the case is closed on that day in the same step, so that one undo takes back both.
    """
    write.save(outcome)
    if close_on is not None:
        cases.close(write, outcome.case_id, close_on)
    return outcome
