# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of those who are written to."""

from ..domain.addressee import Addressee
from ..store.recorder import Transaction


def save(write: Transaction, addressee: Addressee) -> None:
    """Add somebody to write to, or change their address."""
    write.save(addressee)
