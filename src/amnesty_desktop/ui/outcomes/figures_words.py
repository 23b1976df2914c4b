# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands below the chart: the figures in words, and how they are counted."""

from collections.abc import Sequence
from datetime import date

from ...domain.figures import FEWEST_FOR_SHARE, Figures, YearCount, percent
from ..theme import Role
from ..widgets.paragraph import Run


def this_year(counts: Figures, today: date) -> YearCount:
    """The year of today, or all years together where nothing was written this year yet."""
    return next((count for count in counts.years if count.year == today.year), counts.total)


def lead(count: YearCount, today: date) -> list[Run]:
    """What became better and what did not, the figure itself in bold."""
    # The last two sentences, on chance and on cause, stand in paragraphs of their own.
    said = count.sentences(today)
    first, rest = said[0], said[1:-2]
    cut = first.find(count.printed)
    cut = cut + len(count.printed) if cut >= 0 else first.find(":") + 1
    return [Run(first[:cut], strong=True), Run(" ".join((first[cut:], *rest)))]


def chance(count: YearCount, today: date) -> str:
    """How much room chance leaves, or that there are too few cases for a share; empty without any case."""
    said = count.sentences(today)
    return said[-2] if count.worked_on else ""


def counting(years: Sequence[YearCount]) -> list[list[Run]]:
    """How it is counted, a paragraph each."""
    paragraphs = [
        (
            "Which cases.",
            "A case belongs to every year in which we sent a letter for it, or counted letters, signatures or cards,"
            " whether we heard of it or not.",
        ),
        (
            "Better.",
            "At least one thing improved after our first letter. If something got worse as well, the case is among"
            " both: the hatched part of the bar.",
        ),
        (
            "Dates.",
            "An improvement that may lie outside the year, or before our first letter, is set apart. Something worse"
            " that may lie in the year is counted.",
        ),
        (
            "Few cases.",
            f"Below {FEWEST_FOR_SHARE} cases there is no share, as one case would move it by ten points or more.",
        ),
        (
            "People.",
            "The unit is the case. People are a second line: only what was noted for somebody alone counts for them.",
        ),
        ("Chance.", f"{_WILSON} {_rooms(years)}".strip()),
    ]
    return [[Run(f"{word} ", strong=True), Run(words, Role.SECONDARY)] for word, words in paragraphs]


_WILSON = (
    "With few cases a share goes up and down by itself. How far is worked out after E. B. Wilson (1927), so that"
    " nineteen such ranges in twenty hold the true share."
)


def _rooms(years: Sequence[YearCount]) -> str:
    ranges = [
        f"{count.year}: {percent(count.interval[0])} to {percent(count.interval[1])}"
        for count in years
        if count.interval is not None
    ]
    return f"{'; '.join(ranges)}." if ranges else ""
