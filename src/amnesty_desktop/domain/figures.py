# SPDX-License-Identifier: GPL-3.0-or-later
"""Honest figures: how many of the cases worked on got better, always with their base and never with a cause.

The unit is the case. Its base is every case with at least one action in the period, those without news
included; an improvement counts from the group's first action on. Letter guides speak of improvements in
more than a third of the cases without saying how they count, so the line is drawn and not claimed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import sqrt

from .dates import PartialDate
from .outcome import Direction
from .period import Period

A_THIRD = 1 / 3
FEWEST_FOR_SHARE = 10
"""Cases below which no share is given: one case more or less would move it by ten points and over."""

NO_CAUSE = "This does not show that our letters caused it."
ON_COUNTING = "Others may count “more than a third” in another way. Below ten cases no share is given."
_Z = 1.959964
"""The 97.5th percentile of the normal distribution, for an interval of 95 %."""


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """What figures need of one case.

    An action is a letter sent, or a tally of letters, signatures or cards. action_years are the years with at
    least one; first_action is its day, or None where only the years are known. Outcomes are pairs of direction
    and date.
    """

    case_id: str
    first_action: date | None
    action_years: frozenset[int]
    outcomes: tuple[tuple[Direction, PartialDate | None], ...] = ()
    country: str = ""
    kind: str = ""
    concerns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YearCount:
    """The cases worked on in one year or one period, or at any time where both are None, each in exactly one group.

    also_worse are among the improved. date_unclear are cases with a better outcome whose date may lie
    outside the period or before the first action, and no other that counts.
    """

    year: int | None
    worked_on: int = 0
    improved: int = 0
    also_worse: int = 0
    worse_only: int = 0
    date_unclear: int = 0
    unchanged: int = 0
    period: Period | None = None

    @property
    def window(self) -> Period | None:
        """The days that count, None for all."""
        return Period.of_year(self.year) if self.year is not None else self.period

    @property
    def share(self) -> float | None:
        """Improved cases as a share from 0 to 1, or None below ten cases."""
        return self.improved / self.worked_on if self.worked_on >= FEWEST_FOR_SHARE else None

    @property
    def also_worse_share(self) -> float | None:
        """The part of the share that also got worse, or None below ten cases."""
        return self.also_worse / self.worked_on if self.worked_on >= FEWEST_FOR_SHARE else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of the share, or None below ten cases."""
        return wilson(self.improved, self.worked_on) if self.worked_on >= FEWEST_FOR_SHARE else None

    @property
    def printed(self) -> str:
        """The figure with its base: "16 of 35 cases (46 %)"."""
        base = f"{self.improved} of {_cases(self.worked_on)}"
        return base if self.share is None else f"{base} ({percent(self.share)})"

    def sentences(self, today: date) -> tuple[str, ...]:
        """What the figures say in words, ending with what they do not say."""
        if not self.worked_on:
            return (f"{self._when(today)}: no cases worked on.",)
        parts = (self._improved(today), self._worse(), self._others(), self._chance(), NO_CAUSE)
        return tuple(part for part in parts if part)

    def _when(self, today: date) -> str:
        if self.period is not None:
            return self.period.printed
        if self.year is None:
            return "All years"
        return f"{self.year} so far" if self.year == today.year else str(self.year)

    def _improved(self, today: date) -> str:
        return f"{self._when(today)}: {self.printed} improved in at least one respect."

    def _worse(self) -> str:
        return f"In {self.also_worse} of these something became worse as well." if self.also_worse else ""

    def _others(self) -> str:
        unclear = f"{self.date_unclear} improved on a day too uncertain to count" if self.date_unclear else ""
        worse = f"{self.worse_only} only got worse" if self.worse_only else ""
        still = f"{self.unchanged} stayed as they were, as far as we know" if self.unchanged else ""
        named = ", ".join(part for part in (unclear, worse, still) if part)
        return f"Of the others, {named}." if named else ""

    def _chance(self) -> str:
        if self.interval is None:
            return f"With fewer than {FEWEST_FOR_SHARE} cases no share is given."
        low, high = self.interval
        return f"With {_cases(self.worked_on)}, chance alone leaves room from {percent(low)} to {percent(high)}."


@dataclass(frozen=True, slots=True)
class Figures:
    """All years together, and each year from the first with an action to the last, empty ones included."""

    total: YearCount
    years: tuple[YearCount, ...] = ()


def figures(records: Iterable[CaseRecord]) -> Figures:
    """Count every case once for all years and once for each year it was worked on; reads records once.

    An outcome in a year without any action on its case counts for all years and for no single one.
    """
    total: Counter[_Found] = Counter()
    years: dict[int, Counter[_Found]] = defaultdict(Counter)
    windows: dict[int, Period] = {}
    for record in records:
        if not record.action_years and record.first_action is None:
            continue
        total[became(record, None)] += 1
        for year in _years(record):
            window = windows.get(year) or windows.setdefault(year, Period.of_year(year))
            years[year][became(record, window)] += 1
    whole = _counted(YearCount(None), total)
    if not years:
        return Figures(whole)
    every = range(min(years), max(years) + 1)
    return Figures(whole, tuple(_counted(YearCount(year), years.get(year, {})) for year in every))


def together(parts: Iterable[Figures]) -> Figures:
    """Add up figures of different cases; the same as figures() over all their records at once."""
    total = YearCount(None)
    years: dict[int, YearCount] = {}
    for part in parts:
        total = _sum(total, part.total)
        for count in part.years:
            years[count.year or 0] = _sum(years.get(count.year or 0, YearCount(count.year)), count)
    if not years:
        return Figures(total)
    return Figures(total, tuple(years.get(y, YearCount(y)) for y in range(min(years), max(years) + 1)))


def _sum(one: YearCount, other: YearCount) -> YearCount:
    return YearCount(
        one.year,
        worked_on=one.worked_on + other.worked_on,
        improved=one.improved + other.improved,
        also_worse=one.also_worse + other.also_worse,
        worse_only=one.worse_only + other.worse_only,
        date_unclear=one.date_unclear + other.date_unclear,
        unchanged=one.unchanged + other.unchanged,
    )


def _years(record: CaseRecord) -> frozenset[int]:
    return record.action_years or frozenset({record.first_action.year} if record.first_action else ())


class Became(StrEnum):
    """What a case may be counted as. Also worse are among the improved; worked on are all of them."""

    WORKED_ON = "worked_on"
    IMPROVED = "improved"
    ALSO_WORSE = "also_worse"
    WORSE_ONLY = "worse_only"
    DATE_UNCLEAR = "date_unclear"
    UNCHANGED = "unchanged"


def became(record: CaseRecord, window: Period | None) -> tuple[Became, ...]:
    """What a case is counted as; outcomes are looked at within a window, or all where there is none.

    An uncertain date speaks against us: an improvement that may not belong here is set apart, a change
    for the worse that may belong here is counted.
    """
    if not record.outcomes:
        return _STILL
    better = [_belongs(on, record, window) for way, on in record.outcomes if way is Direction.BETTER]
    worse = any(_belongs(on, record, window) is not False for way, on in record.outcomes if way is Direction.WORSE)
    if True in better:
        return (Became.WORKED_ON, Became.IMPROVED, *((Became.ALSO_WORSE,) if worse else ()))
    if None in better:
        return (Became.WORKED_ON, Became.DATE_UNCLEAR)
    return (Became.WORKED_ON, Became.WORSE_ONLY if worse else Became.UNCHANGED)


_Found = tuple[Became, ...]
_STILL: _Found = (Became.WORKED_ON, Became.UNCHANGED)


def _counted(empty: YearCount, found: Mapping[_Found, int]) -> YearCount:
    """An empty count filled with how many cases became what."""

    def cases(one: Became) -> int:
        return sum(number for became_all, number in found.items() if one in became_all)

    return replace(
        empty,
        worked_on=cases(Became.WORKED_ON),
        improved=cases(Became.IMPROVED),
        also_worse=cases(Became.ALSO_WORSE),
        worse_only=cases(Became.WORSE_ONLY),
        date_unclear=cases(Became.DATE_UNCLEAR),
        unchanged=cases(Became.UNCHANGED),
    )


def _belongs(on: PartialDate | None, record: CaseRecord, window: Period | None) -> bool | None:
    """Whether an outcome lies in the window and not before the first action; None where its date leaves it open."""
    if on is None or not on.is_known:
        return None
    begin, certain_begin = _first_action(record)
    end = date.max
    if window is not None:
        begin, certain_begin, end = max(begin, window.first), max(certain_begin, window.first), window.last
    if on.latest < begin or on.earliest > end:
        return False
    return True if on.earliest >= certain_begin and on.latest <= end else None


def _first_action(record: CaseRecord) -> tuple[date, date]:
    """The first and the last day the group's first action can have been on."""
    if record.first_action is not None:
        return record.first_action, record.first_action
    year = min(record.action_years)
    return date(year, 1, 1), date(year, 12, 31)


def figures_of(records: Iterable[CaseRecord], period: Period) -> YearCount:
    """Count the cases of a period; records must be those of the cases worked on in it."""
    count = _empty(period)
    window = count.window
    return _counted(count, Counter(became(record, window) for record in records))


def _empty(period: Period) -> YearCount:
    return YearCount(period.year, period=None if period.year or period.is_all_time else period)


class Part(StrEnum):
    """By what figures are told apart."""

    COUNTRY = "country"
    KIND = "kind"
    CONCERN = "concern"


def parted(records: Iterable[CaseRecord], period: Period, part: Part) -> dict[str, YearCount]:
    """Count the cases of a period apart, by country, kind or concern, the largest first; unknown is the empty key.

    A case with several concerns counts under each of them, so that concerns do not add up to the whole.
    """
    return parts_of(records, period)[1][part]


def parts_of(records: Iterable[CaseRecord], period: Period) -> tuple[YearCount, dict[Part, dict[str, YearCount]]]:
    """The cases of a period together and by every part, as figures_of and parted give them; looks at each case once."""
    empty = _empty(period)
    window = empty.window
    whole: Counter[_Found] = Counter()
    found: dict[Part, dict[str, Counter[_Found]]] = {part: defaultdict(Counter) for part in Part}
    for record in records:
        as_what = became(record, window)
        whole[as_what] += 1
        for part, by_key in found.items():
            for key in _keys(record, part):
                by_key[key][as_what] += 1
    return _counted(empty, whole), {part: _ranked(empty, by_key) for part, by_key in found.items()}


def _ranked(empty: YearCount, found: Mapping[str, Counter[_Found]]) -> dict[str, YearCount]:
    counts = {key: _counted(empty, each) for key, each in found.items()}
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1].worked_on, pair[0])))


@dataclass(frozen=True, slots=True)
class Counted:
    """One number of the figures, so that its cases can be shown: what they became, in which part of the whole.

    period None is any time; key is a country, a kind or a concern, and empty for what nobody noted.
    """

    period: Period | None
    became: Became
    part: Part | None = None
    key: str = ""

    def cases(self, records: Iterable[CaseRecord]) -> list[str]:
        """The ids of exactly the cases that were counted; records must be those of the cases worked on then."""
        return [
            record.case_id
            for record in records
            if (self.part is None or self.key in _keys(record, self.part))
            and self.became in became(record, self.period)
        ]


def _keys(record: CaseRecord, part: Part) -> tuple[str, ...]:
    if part is Part.CONCERN:
        if len(record.concerns) == 1:
            return record.concerns
        return tuple(dict.fromkeys(record.concerns)) or ("",)
    return (record.country if part is Part.COUNTRY else record.kind,)


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The 95 % score interval for a share of hits in total, both ends from 0 to 1 (E. B. Wilson, 1927)."""
    if not total:
        return 0.0, 1.0
    share, square = hits / total, _Z * _Z
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = _Z / (1 + square / total) * sqrt(share * (1 - share) / total + square / (4 * total * total))
    return max(0.0, middle - half), min(1.0, middle + half)


def percent(share: float) -> str:
    """A share from 0 to 1 in whole per cent, with a space that does not break."""
    return f"{share * 100:.0f}\N{NO-BREAK SPACE}%"


def _cases(number: int) -> str:
    return f"{number} case" if number == 1 else f"{number} cases"
