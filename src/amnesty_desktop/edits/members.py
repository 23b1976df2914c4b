# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of the members of the group."""

from ..domain.member import Member
from ..store.recorder import Transaction


def save(write: Transaction, member: Member) -> None:
    """Add a member, or change one."""
    write.save(member)
