# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of facts and of the sources behind them."""

from collections.abc import Sequence

from ..domain.claim import Claim, Support
from ..domain.source import Source
from ..store.recorder import Transaction


def save(write: Transaction, claim: Claim) -> None:
    """Add a fact to a case, or change it."""
    write.save(claim)


def save_source(write: Transaction, source: Source, supports: Sequence[Support] = ()) -> None:
    """Add a source and say which facts it stands behind or against."""
    write.save(source)
    for support in supports:
        write.save(support)


def save_support(write: Transaction, support: Support) -> None:
    """Change what a source does for a fact, or set its contradiction aside."""
    write.save(support)


def take_away(write: Transaction, support_id: str) -> None:
    """Take a source away from a fact; the source itself stays in the case."""
    write.bury(Support, support_id)
