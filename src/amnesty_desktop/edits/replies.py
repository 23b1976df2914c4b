# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of what came back."""

from dataclasses import replace
from datetime import date

from ..domain.dates import PartialDate
from ..domain.reply import Reply, ReplyKind, ReplyTask
from ..store.recorder import Transaction
from . import letters


def record(write: Transaction, reply: Reply) -> None:
    """Record a reply; its letter counts as answered, or as returned when the post brought it back."""
    write.save(reply)
    if reply.letter_id is None:
        return
    if reply.kind in (ReplyKind.RETURNED, ReplyKind.REFUSED):
        letters.mark_returned(write, reply.letter_id)
    else:
        letters.mark_answered(write, reply.letter_id)


def forwarded(write: Transaction, reply_id: str, on: date) -> None:
    """A reply was passed on to the section; nothing is left to be done about it."""
    reply = write.get(Reply, reply_id)
    write.save(replace(reply, task=ReplyTask.NOTHING, forwarded_on=PartialDate.of(on)))


def settle(write: Transaction, reply_id: str) -> None:
    """Nothing is left to be done about a reply: it was answered or passed on."""
    write.save(replace(write.get(Reply, reply_id), task=ReplyTask.NOTHING))
