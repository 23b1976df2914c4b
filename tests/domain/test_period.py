# SPDX-License-Identifier: GPL-3.0-or-later
"""Periods of figures and reports."""

from datetime import date

import pytest

from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.period import Period

GROUP_YEAR = Period(date(2025, 7, 1), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2025-07-01", True),
        ("2026-06-30", True),
        ("2025-06-30", False),
        ("2025", None),
        ("2025-08", True),
        ("2024", False),
        ("XXXX", None),
        ("../2024", False),
        ("2025-12~", True),
    ],
)
def test_a_date_belongs_to_a_period_does_not_or_leaves_it_open(on: str, expected: bool | None) -> None:
    assert GROUP_YEAR.covers(PartialDate(on)) is expected


def test_a_date_nobody_knows_leaves_it_open() -> None:
    assert GROUP_YEAR.covers(None) is None


def test_a_calendar_year_is_printed_as_its_number() -> None:
    assert Period.of_year(2026).printed == "2026"
    assert GROUP_YEAR.printed == "1 July 2025 to 30 June 2026"


def test_a_period_never_ends_before_it_begins() -> None:
    with pytest.raises(ValueError, match="first day"):
        Period(date(2026, 1, 2), date(2026, 1, 1))
