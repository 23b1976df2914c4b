# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates in words say what is known, and read back as what they were."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.dates import PartialDate, read_date
from amnesty_desktop.domain.spoken_dates import days_from, spoken, spoken_day_and_weekday, time_span

TODAY = date(2026, 11, 24)
DAYS = st.dates(min_value=date(1000, 1, 1))

BRITISH = {
    "2019-05-07": "7 May 2019",
    "2019-05": "May 2019",
    "2019": "2019",
    "2015~": "about 2015",
    "2019-05?": "May 2019 (uncertain)",
    "2019%": "about 2019 (uncertain)",
    "../2016-03": "before March 2016",
    "2016-03/..": "since March 2016",
    "2015/2017": "2015 to 2017",
    "2015~/2017": "about 2015 to 2017",
    "XXXX": "date not known",
}
ELSEWHERE = [
    ("2019-05-07", "en_US", "May 7, 2019"),
    ("2019-05-07", "fr", "7 mai 2019"),
    ("../2019-05-07", "fr_CA", "avant le 7 mai 2019"),
    ("../2019-05-07", "de", "vor dem 7. Mai 2019"),
    ("2019-05~", "de", "etwa Mai 2019"),
    ("2016-03-07/..", "de", "seit dem 7. März 2016"),
    ("2016/..", "fr", "depuis 2016"),
    ("../2016-03", "es", "antes de marzo de 2016"),
    ("XXXX", "es", "fecha desconocida"),
    ("2019-05-07", "en-GB", "7 May 2019"),
    ("2019-05-07", "fr_ZZ", "7 mai 2019"),
    ("2019-05-07", "xx", "7 May 2019"),
    ("2019-05-07", "", "7 May 2019"),
]


@pytest.mark.parametrize(("edtf", "words"), BRITISH.items())
def test_a_date_is_said_as_it_is_known(edtf: str, words: str) -> None:
    assert spoken(PartialDate(edtf)) == words


@pytest.mark.parametrize(("edtf", "locale", "words"), ELSEWHERE)
def test_each_locale_has_its_own_order_and_words(edtf: str, locale: str, words: str) -> None:
    assert spoken(PartialDate(edtf), locale) == words


def test_a_plain_day_is_said_like_a_date() -> None:
    assert spoken(date(2019, 5, 7)) == "7 May 2019"


def test_short_leaves_out_only_the_year_of_today() -> None:
    assert spoken(date(2026, 11, 26), short=True, today=TODAY) == "26 Nov"
    assert spoken(date(2019, 5, 7), short=True, today=TODAY) == "7 May 2019"
    assert spoken(date(2026, 11, 26), short=True) == "26 Nov 2026"


def test_a_month_keeps_its_year_when_short() -> None:
    assert spoken(PartialDate("2026-11"), short=True, today=TODAY) == "Nov 2026"


def test_the_long_form_keeps_the_year_of_today() -> None:
    assert spoken(date(2026, 11, 26), today=TODAY) == "26 November 2026"


@pytest.mark.parametrize(
    ("locale", "words"),
    [("en_GB", "Monday 23 November"), ("en_US", "Monday, November 23"), ("de", "Montag, 23. November")],
)
def test_a_meeting_evening_is_said_with_its_weekday(locale: str, words: str) -> None:
    assert spoken_day_and_weekday(date(2026, 11, 23), locale) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [(3, "in 3 days"), (2, "in 2 days"), (1, "tomorrow"), (0, "today"), (-1, "1 day over"), (-4, "4 days over")],
)
def test_a_deadline_is_said_in_days(days: int, words: str) -> None:
    assert days_from(TODAY, TODAY + timedelta(days=days)) == words


@pytest.mark.parametrize(
    ("begin", "words"),
    [
        (date(2026, 11, 24), "0 days"),
        (date(2026, 11, 23), "1 day"),
        (date(2026, 11, 10), "2 weeks"),
        (date(2026, 9, 15), "10 weeks"),
        (date(2026, 8, 24), "3 months"),
        (date(2026, 4, 20), "7 months"),
        (date(2024, 11, 25), "23 months"),
        (date(2020, 1, 31), "6 years"),
    ],
)
def test_a_length_of_time_is_said_in_the_unit_that_suits_it(begin: date, words: str) -> None:
    assert time_span(begin, TODAY) == time_span(TODAY, begin) == words


@given(
    DAYS,
    DAYS,
    st.sampled_from([4, 7, 10]),
    st.sampled_from("~?% "),
    st.sampled_from(["en_GB", "en_US", "fr", "de", "es"]),
)
def test_what_is_said_reads_back_as_it_was(day: date, other: date, length: int, sign: str, locale: str) -> None:
    point = day.isoformat()[:length] + sign.strip()
    begin, end = sorted((day.isoformat()[:length], other.isoformat()[:length]))
    for edtf in (point, f"../{point}", f"{point}/..", f"{begin}/{end}", "XXXX"):
        assert read_date(spoken(PartialDate(edtf), locale)).edtf == edtf
