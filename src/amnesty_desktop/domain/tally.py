# SPDX-License-Identifier: GPL-3.0-or-later
"""A tally: things counted at a stall or an evening that are not kept one by one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .dates import PartialDate
from .ids import new_id
from .letter import Channel
from .problems import Problem

MOST_COUNTED = 1_000_000
"""More than anybody counts at one stall: a slip of the keys."""


class TallyKind(StrEnum):
    """What was counted. Kinds are never added together."""

    LETTERS = "letters"
    SIGNATURES = "signatures"
    CARDS = "cards"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """So many of one kind for one case on one day; event is where ("market stall", "school assembly").

    channel is how they went, addressee_id to whom of the case; None where nobody said.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    kind: TallyKind = TallyKind.SIGNATURES
    count: int = 0
    on: PartialDate | None = None
    event: str = ""
    channel: Channel | None = None
    addressee_id: str | None = None


def tally_problems(tally: Tally, today: date) -> Iterator[Problem]:
    """What keeps a tally from being counted: a number and a day that has come are needed, or it belongs nowhere."""
    if not 1 <= tally.count <= MOST_COUNTED:
        yield Problem("count", "How many were there?", f"Write a whole number, from 1 to {MOST_COUNTED:,}.")
    if tally.on is None or not tally.on.is_day:
        yield Problem("on", "A day is needed.", "Write day, month and year; the nearest will do if nobody noted it.")
    elif tally.on.earliest > today:
        yield Problem("on", "This day has not come yet.", "Correct the date.")
