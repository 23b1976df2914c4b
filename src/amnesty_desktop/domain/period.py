# SPDX-License-Identifier: GPL-3.0-or-later
"""A period that figures and reports speak of: whole days, both ends included."""

from dataclasses import dataclass
from datetime import date

from .dates import PartialDate
from .spoken_dates import spoken


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

    @property
    def year(self) -> int | None:
        """The year, where the period is exactly one calendar year."""
        is_year = self == Period.of_year(self.first.year)
        return self.first.year if is_year else None

    @property
    def printed(self) -> str:
        """As it stands on a report: "2026", or "1 July 2025 to 30 June 2026"."""
        return str(self.year) if self.year else f"{spoken(self.first)} to {spoken(self.last)}"

    def covers(self, on: PartialDate | None) -> bool | None:
        """Whether a date lies in the period; None where what is known of it leaves that open."""
        if on is None or not on.is_known:
            return None
        if on.latest < self.first or on.earliest > self.last:
            return False
        return True if on.earliest >= self.first and on.latest <= self.last else None
