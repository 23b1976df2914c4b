# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of what was counted together at a stall or an evening."""

from ..domain.tally import MOST_COUNTED, Tally
from ..store.errors import CaseFileError
from ..store.recorder import Transaction


def record(write: Transaction, tally: Tally) -> None:
    """Record a count, or change one. Raises CaseFileError for a number that nobody can have counted."""
    if not 1 <= tally.count <= MOST_COUNTED:
        raise CaseFileError("This is no number of letters, signatures or cards.", "Write how many there were.")
    write.save(tally)
