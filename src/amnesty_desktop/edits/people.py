# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of people at risk and of what has happened to them."""

from ..domain.person import Person, Situation
from ..store.recorder import Transaction


def save(write: Transaction, person: Person) -> None:
    """Add a person to a case, or change what is known of them."""
    write.save(person)


def save_situation(write: Transaction, situation: Situation) -> None:
    """Add an entry to the log of what has happened, or change one."""
    write.save(situation)
