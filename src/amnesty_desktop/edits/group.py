# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of the group's own page."""

from ..domain.group import Group
from ..store.recorder import Transaction


def change(write: Transaction, group: Group) -> None:
    """Change what stands on the letterhead, or how the group works."""
    write.save(group)
