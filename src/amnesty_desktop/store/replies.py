# SPDX-License-Identifier: GPL-3.0-or-later
"""How the office a letter went to has answered so far, and in which words."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..domain.activity import OfficeReplies
from ..domain.reply import NO_REPLIES
from .activity import days_between
from .engine import Engine

# The same office stands in many cases, each with an address of its own.
_OFFICE = """
    WITH office AS (
        SELECT a.id FROM addressees a JOIN addressees own ON own.id = ?1
        WHERE a.id = own.id OR (own.office <> '' AND a.office = own.office AND a.country = own.country)
    )"""
_NONE = ", ".join(f"'{kind}'" for kind in NO_REPLIES)


@dataclass(frozen=True, slots=True)
class EarlierReply:
    """A reply of the same office: its words, whom the letter was for, and the day it came as the file has it."""

    reply_id: str
    who: str
    received: str
    text: str


def office_replies(engine: Engine, addressee_id: str) -> OfficeReplies:
    """How many letters went to the office of an addressee, and how long its answers took."""
    number = engine.value(
        f"""{_OFFICE} SELECT count(*) FROM letters
            WHERE live = 1 AND sent_on IS NOT NULL AND addressee_id IN (SELECT id FROM office)""",
        (addressee_id,),
    )
    rows = engine.rows(
        f"""{_OFFICE} SELECT l.sent_on, r.received FROM letters l JOIN replies r ON r.letter_id = l.id
            WHERE l.live = 1 AND r.live = 1 AND l.sent_on IS NOT NULL AND r.kind NOT IN ({_NONE})
              AND l.addressee_id IN (SELECT id FROM office)""",
        (addressee_id,),
    )
    days = (days_between(sent, received) for sent, received in rows)
    return OfficeReplies("", int(number), len(rows), tuple(sorted(day for day in days if day is not None)))


def replies_of_office(engine: Engine, addressee_id: str) -> Iterator[EarlierReply]:
    """Every reply with words that the office of an addressee has sent, the newest first."""
    rows = engine.rows(
        f"""{_OFFICE} SELECT r.id, c.who, coalesce(r.received, ''), r.summary
            FROM letters l JOIN replies r ON r.letter_id = l.id JOIN cases c ON c.id = l.case_id
            WHERE l.live = 1 AND r.live = 1 AND r.summary <> '' AND l.addressee_id IN (SELECT id FROM office)
            ORDER BY r.sort_on DESC, r.key DESC LIMIT 500""",
        (addressee_id,),
    )
    return (EarlierReply(*row) for row in rows)
