# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of what a case asks for."""

from dataclasses import replace

from ..domain.case import Ask
from ..store.recorder import Transaction


def confirm(write: Transaction, ask: Ask) -> None:
    """Let a case ask for something that was proposed: from now on letters may say it. It comes last in the list."""
    present = write.all(Ask, case_id=ask.case_id, confirmed=True)
    last = max((other.position for other in present), default=-1)
    write.save(replace(ask, confirmed=True, position=last + 1))
