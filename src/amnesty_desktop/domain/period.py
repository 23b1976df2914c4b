# SPDX-License-Identifier: GPL-3.0-or-later
"""A period that figures and reports speak of: whole days, both ends included."""

from dataclasses import dataclass
from datetime import date

from .dates import PartialDate
from .spoken_dates import spoken

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MOST_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last. Raises ValueError where the last lies before the first."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a period ends on its first day at the earliest")

    @classmethod
    def of_year(cls, year: int) -> "Period":
        """A calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def of_all_time(cls) -> "Period":
        """Every day a record can have. What has no known day lies in no period, in this one neither."""
        return cls(date(1, 1, 1), date(9998, 12, 31))

    @property
    def is_all_time(self) -> bool:
        """Whether nothing with a day is left out."""
        return self == Period.of_all_time()

    @property
    def year(self) -> int | None:
        """The year, where the period is exactly one calendar year."""
        is_year = self == Period.of_year(self.first.year)
        return self.first.year if is_year else None

    @property
    def printed(self) -> str:
        """As it stands on a report: "2026", or "1 July 2025 to 30 June 2026"."""
        if self.is_all_time:
            return "all years"
        return str(self.year) if self.year else f"{spoken(self.first)} to {spoken(self.last)}"

    def months(self, until: date) -> list[tuple[str, str]]:
        """The last twelve months of the period that have begun by a day, as ("2026-03", "Mar")."""
        end = min(self.last, until)
        found: list[tuple[str, str]] = []
        year, month = end.year, end.month
        while len(found) < _MOST_MONTHS and (year, month) >= (self.first.year, self.first.month):
            found.append((f"{year:04}-{month:02}", _MONTHS[month - 1]))
            year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        return found[::-1]

    def covers(self, on: PartialDate | None) -> bool | None:
        """Whether a date lies in the period; None where what is known of it leaves that open."""
        if on is None or not on.is_known:
            return None
        if on.latest < self.first or on.earliest > self.last:
            return False
        return True if on.earliest >= self.first and on.latest <= self.last else None
