# SPDX-License-Identifier: GPL-3.0-or-later
"""A case that got better and worse: neither hides the other."""

from collections.abc import Callable, Sequence

from .dates import PartialDate
from .outcome import Direction, Outcome
from .spoken_dates import spoken


def turned(outcomes: Sequence[Outcome], label: Callable[[str], str]) -> str:
    """What to say of a case that got better and worse, the newest of both in order of time; else nothing.

    label gives the words of a kind of outcome.
    """
    newest = [_newest(outcomes, way) for way in (Direction.BETTER, Direction.WORSE)]
    both = [outcome for outcome in newest if outcome is not None]
    if len(both) < 2:
        return ""
    first, second = sorted(both, key=_day)
    return (
        f"This case got {_turn(first, label)} and {_turn(second, label)}."
        " Both entries stay: it counts as improved, and as also worse."
    )


def _newest(outcomes: Sequence[Outcome], way: Direction) -> Outcome | None:
    return max((one for one in outcomes if one.direction is way), key=_day, default=None)


def _day(outcome: Outcome) -> str:
    """By the earliest possible day; one that nobody knows comes before all others."""
    on = outcome.on
    return on.earliest.isoformat() if on is not None and on.is_known else ""


def _turn(outcome: Outcome, label: Callable[[str], str]) -> str:
    return f"{outcome.direction.value} {_when(outcome.on)} ({label(outcome.kind)})"


def _when(on: PartialDate | None) -> str:
    if on is None or not on.is_known:
        return "on a day not known"
    return f"on {spoken(on)}" if on.is_day else f"at some time ({spoken(on)})"
