# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of what became of the people."""

from ..domain.outcome import Outcome
from ..store.recorder import Transaction


def record(write: Transaction, outcome: Outcome) -> Outcome:
    """Record an outcome, or change one; a case may have many, better and worse on one day."""
    write.save(outcome)
    return outcome
