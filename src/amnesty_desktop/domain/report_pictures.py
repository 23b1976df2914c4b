# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures of figures: improvements by year against the third, letters by month, ranked bars.

All read in black and white: solid, hatched and dashed tell things apart, and every bar carries its number.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .drawing import Anchor, Block, Drawing, Ink, Label, Mark, Stroke
from .figures import A_THIRD, YearCount, percent

_WIDE = 440.0
_LEFT = 56.0
_SMALL = 8.5
_MOST_BARS = 15


@dataclass(frozen=True, slots=True)
class RankedBar:
    """One line of ranked bars: what it is about and how many."""

    label: str
    number: int


def improvement_picture(years: Sequence[YearCount]) -> Drawing:
    """Each year's share of cases that got better, the part that also got worse hatched, and the line of a third."""
    top, bottom = 14.0, 150.0
    highest = max([A_THIRD, *(year.share or 0 for year in years)])
    scale = (bottom - top - 12) / max(0.5, min(1.0, highest + 0.1))
    marks: list[Mark] = []
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        at = bottom - share * scale
        if at >= top:
            marks.append(Stroke(_LEFT, at, _WIDE, at, Ink.LINE if share else Ink.TEXT))
            marks.append(Label(percent(share), _LEFT - 6, at + 3, Ink.QUIET, Anchor.END, _SMALL))
    step = (_WIDE - _LEFT) / max(len(years), 1)
    for place, year in enumerate(years):
        marks += _year_marks(year, _LEFT + step * (place + 0.5), min(34.0, step * 0.6), bottom, scale)
    third = bottom - A_THIRD * scale
    marks.append(Stroke(_LEFT, third, _WIDE, third, Ink.ACCENT, 4))
    marks.append(Stroke(_LEFT, third, _WIDE, third, Ink.TEXT, 0.75, is_dashed=True))
    marks.append(Label("a third", _LEFT - 6, third + 3, Ink.TEXT, Anchor.END, _SMALL, is_strong=True))
    return Drawing(_WIDE, bottom + 30, tuple(marks))


def _year_marks(year: YearCount, middle: float, width: float, bottom: float, scale: float) -> list[Mark]:
    marks: list[Mark] = [
        Label(str(year.year), middle, bottom + 13, anchor=Anchor.MIDDLE),
        Label(f"{year.improved}/{year.worked_on}", middle, bottom + 25, Ink.QUIET, Anchor.MIDDLE, _SMALL),
    ]
    share, also_worse = year.share, year.also_worse_share
    if share is None or also_worse is None:
        return [*marks, Label("too few", middle, bottom - 5, Ink.QUIET, Anchor.MIDDLE, _SMALL)]
    left, height, hatched = middle - width / 2, share * scale, also_worse * scale
    marks.append(Block(left, bottom - height, width, height - hatched, Ink.BAR))
    if hatched:
        marks.append(Block(left, bottom - hatched, width, hatched, Ink.HATCH))
    marks.append(Label(percent(share), middle, bottom - height - 4, anchor=Anchor.MIDDLE, is_strong=True))
    return marks


def month_picture(months: Sequence[RankedBar], wide: float = _WIDE) -> Drawing:
    """One column for each month with its number above; an empty month shows its nought."""
    top, bottom = 16.0, 110.0
    most = max([1, *(month.number for month in months)])
    step = wide / max(len(months), 1)
    marks: list[Mark] = [Stroke(0, bottom, wide, bottom, Ink.TEXT)]
    for place, month in enumerate(months):
        middle, width = step * (place + 0.5), min(26.0, step * 0.6)
        height = month.number / most * (bottom - top)
        if month.number:
            marks.append(Block(middle - width / 2, bottom - height, width, height, Ink.BAR))
        marks.append(Label(str(month.number), middle, bottom - height - 4, anchor=Anchor.MIDDLE, size=_SMALL))
        marks.append(Label(month.label, middle, bottom + 13, Ink.QUIET, Anchor.MIDDLE, _SMALL))
    return Drawing(wide, bottom + 18, tuple(marks))


def ranked_picture(bars: Sequence[RankedBar], wide: float = _WIDE) -> Drawing:
    """Lines of bars, the longest first. Beyond fifteen the rest is one line of words: its sum is no bar to compare."""
    ranked = sorted(bars, key=lambda bar: (-bar.number, bar.label))
    shown = ranked if len(ranked) <= _MOST_BARS else ranked[: _MOST_BARS - 1]
    rest = ranked[len(shown) :]
    most = max([1, *(bar.number for bar in shown)])
    line, words = 17.0, min(165.0, wide * 0.6)
    marks: list[Mark] = []
    for place, bar in enumerate(shown):
        base = line * place + 12
        width = bar.number / most * (wide - words - 36)
        marks.append(Label(bar.label, words - 8, base, anchor=Anchor.END, width=words - 8))
        marks.append(Block(words, base - 9, max(width, 0.75), 11, Ink.BAR))
        marks.append(Label(str(bar.number), words + width + 5, base, is_strong=True))
    if rest:
        words_of_rest = f"and {len(rest)} more with {sum(bar.number for bar in rest)} together"
        marks.append(Label(words_of_rest, words, line * len(shown) + 12, Ink.QUIET))
    lines = len(shown) + bool(rest)
    return Drawing(wide, line * max(lines, 1) + 4, tuple(marks))
