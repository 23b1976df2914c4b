# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates are kept as they are known, and read as people type them."""

import pickle
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.dates import UNKNOWN, AmbiguousDate, PartialDate, UnreadableDate, read_date

TODAY = date(2026, 11, 24)
SIGNS = st.sampled_from(["", "~", "?", "%"])
DAYS = st.dates()


@st.composite
def points(draw: st.DrawFn) -> str:
    day = draw(DAYS)
    length = draw(st.sampled_from([4, 7, 10]))
    return day.isoformat()[:length] + draw(SIGNS)


@st.composite
def spans(draw: st.DrawFn) -> str:
    first, second = sorted([draw(points()), draw(points())], key=lambda point: PartialDate(point).earliest)
    return draw(st.sampled_from([first, f"{first}/{second}", f"../{first}", f"{first}/..", "XXXX"]))


TYPED = {
    "2019": "2019",
    "2019-05": "2019-05",
    "2019-05-07": "2019-05-07",
    "2019/05/07": "2019-05-07",
    " 7 May 2019 ": "2019-05-07",
    "7th of May, 2019": "2019-05-07",
    "May 7, 2019": "2019-05-07",
    "2019 May 7": "2019-05-07",
    "Monday 7 May 2019": "2019-05-07",
    "7 Sept. 2019": "2019-09-07",
    "May 2019": "2019-05",
    "05/2019": "2019-05",
    "5.7.2017": "2017-07-05",
    "5. 7. 2017": "2017-07-05",
    "13/5/2017": "2017-05-13",
    "5/13/2017": "2017-05-13",
    "5/5/2017": "2017-05-05",
    "7 mai 2019": "2019-05-07",
    "1er août 2019": "2019-08-01",
    "lundi 7 février 2022": "2022-02-07",
    "7. März 2019": "2019-03-07",
    "7. Maerz 2019": "2019-03-07",
    "am 7. Dez. 2019": "2019-12-07",
    "7 de mayo de 2019": "2019-05-07",
    "enero 2019": "2019-01",
    "٧ May ٢٠١٩": "2019-05-07",
    "about 2015": "2015~",
    "c. 2015": "2015~",
    "c.2015": "2015~",
    "~2015": "2015~",
    "around May 2015": "2015-05~",
    "vers 2015": "2015~",
    "etwa 2015": "2015~",
    "hacia 2015": "2015~",
    "2019?": "2019?",
    "perhaps May 2019": "2019-05?",
    "about 2019?": "2019%",
    "before March 2016": "../2016-03",
    "until 7 May 2019": "../2019-05-07",
    "up to 2016": "../2016",
    "prior to 2016": "../2016",
    "before about 2015": "../2015~",
    "jusqu'au 7 mai 2016": "../2016-05-07",
    "bis zum 7. Mai 2016": "../2016-05-07",
    "antes de 2016": "../2016",
    "after 7 May 2019": "2019-05-07/..",
    "since 2015": "2015/..",
    "May 2015 or later": "2015-05/..",
    "2015 ou plus tard": "2015/..",
    "from 2015": "2015/..",
    "depuis 2015": "2015/..",
    "seit Mai 2015": "2015-05/..",
    "desde 2015": "2015/..",
    "between 2015 and 2017": "2015/2017",
    "from 2015 to 2017": "2015/2017",
    "2015 to 2017": "2015/2017",
    "2015-2017": "2015/2017",
    "2015 – 2017": "2015/2017",
    "2015/2017": "2015/2017",
    "between about 2015 and 2017?": "2015~/2017?",
    "7-9 May 2019": "2019-05-07/2019-05-09",
    "between 7 and 9 May 2019": "2019-05-07/2019-05-09",
    "May to July 2019": "2019-05/2019-07",
    "7 May to 9 June 2019": "2019-05-07/2019-06-09",
    "31 December 2018 to 2 January 2019": "2018-12-31/2019-01-02",
    "13/5/2017 to 14/5/2017": "2017-05-13/2017-05-14",
    "entre 2015 et 2017": "2015/2017",
    "du 7 au 9 mai 2019": "2019-05-07/2019-05-09",
    "von 2015 bis 2017": "2015/2017",
    "zwischen 2015 und 2017": "2015/2017",
    "de 2015 a 2017": "2015/2017",
    "2016 or 2017": "2016/2017",
    "May or June 2016": "2016-05/2016-06",
    "on or about 5 May 2019": "2019-05-05~",
    "on or before 5 May 2019": "../2019-05-05",
    "no later than May 2016": "../2016-05",
    "May 2016 at the latest": "../2016-05",
    "not before May 2016": "2016-05/..",
    "2016 onwards": "2016/..",
    "2016-": "2016/..",
    "7-May-2019": "2019-05-07",
    "7/May/2019": "2019-05-07",
    "May 5-7, 2019": "2019-05-05/2019-05-07",
    "2019 05 07": "2019-05-07",
    "night of 5-6 May 2019": "2019-05-05/2019-05-06",
    "n/a": "XXXX",
    "no date": "XXXX",
    "??": "XXXX",
    "unknown": "XXXX",
    "Not known": "XXXX",
    "date not known": "XXXX",
    "?": "XXXX",
    "inconnue": "XXXX",
    "unbekannt": "XXXX",
}

REFUSED = {
    "": "no date here",
    "   ": "no date here",
    "soon": "could not be read",
    "late 2016": "too loose",
    "mid 2016": "too loose",
    "1990s": "too loose",
    "spring 2016": "too loose",
    "5.7.17": "century",
    "5/7/17": "century",
    "7 May 19": "century",
    "May '19": "no year",
    "98": "century",
    "7 May": "no year",
    "May": "no year",
    "30 Feb 2019": "no day 30",
    "29.2.2019": "no day 29",
    "2019-02-30": "no day 30",
    "31/4/2019": "no day 31",
    "5.13.2017": "no month 13",
    "2015-17": "no month 17",
    "13/13/2017": "no month 13",
    "0000": "no year 0",
    "2017 to 2015": "before its beginning",
    "2017/2015": "before its beginning",
    "29 December to 3 January 2019": "before its beginning",
    "2015 to": "could not be read",
    "between 2015": "could not be read",
    "before": "could not be read",
    "2015 and 2017": "could not be read",
    "20 19": "century",
    "99999": "could not be read",
    "10000-01-01": "could not be read",
    "1/1/1/1": "could not be read",
    "May June 2019": "could not be read",
    "7 May 2019 14:30": "time of day",
    "2019-05-07T00:00:00": "time of day",
    "today": "could not be read",
}


@pytest.mark.parametrize("text", ["2019~", "2019-05?", "2019-05-07%", "../2016-03", "2016/..", "2015~/2017", "XXXX"])
def test_canonical_text_is_kept_as_it_is(text: str) -> None:
    assert PartialDate(text).edtf == text


@pytest.mark.parametrize(
    "text", ["", "19", "2019-5", "2019-05-07~?", "../..", "2019-13", "2019\n", "XXXX~", "2019/2018", "٢٠١٩", "0000"]
)
def test_other_text_makes_no_date(text: str) -> None:
    with pytest.raises(UnreadableDate):
        PartialDate(text)


@pytest.mark.parametrize(("typed", "kept"), TYPED.items())
def test_what_people_type_is_read(typed: str, kept: str) -> None:
    assert read_date(typed).edtf == kept


@pytest.mark.parametrize(("typed", "why"), REFUSED.items())
def test_what_cannot_be_kept_is_refused_with_a_sentence_and_a_way_out(typed: str, why: str) -> None:
    with pytest.raises(UnreadableDate, match=why) as refusal:
        read_date(typed)
    assert refusal.value.message.endswith(".")
    assert refusal.value.way_out.endswith(".")


def test_figures_with_slashes_carry_both_readings() -> None:
    with pytest.raises(AmbiguousDate, match="5 July 2017 or 7 May 2017") as doubt:
        read_date("5/7/2017")
    assert doubt.value.day_first == PartialDate("2017-07-05")
    assert doubt.value.month_first == PartialDate("2017-05-07")


def test_both_readings_of_a_span_are_named() -> None:
    with pytest.raises(AmbiguousDate, match="before 5 July 2017 or before 7 May 2017"):
        read_date("before 5/7/2017")


def test_saying_the_order_settles_figures_with_slashes() -> None:
    assert read_date("5/7/2017", day_first=True) == PartialDate("2017-07-05")
    assert read_date("5-7-2017", day_first=False) == PartialDate("2017-05-07")


def test_a_span_with_only_one_possible_order_is_not_ambiguous() -> None:
    assert read_date("5/7/2017 to 1/8/2017") == PartialDate("2017-07-05/2017-08-01")


def test_days_near_today_are_understood_when_today_is_given() -> None:
    assert read_date("today", today=TODAY) == PartialDate("2026-11-24")
    assert read_date("Yesterday", today=TODAY) == PartialDate("2026-11-23")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("3 days ago", "2026-11-21"),
        ("a week ago", "2026-11-17"),
        ("last month", "2026-10"),
        ("this month", "2026-11"),
        ("last year", "2025"),
    ],
)
def test_times_told_from_today_are_understood(typed: str, kept: str) -> None:
    assert read_date(typed, today=TODAY).edtf == kept
    with pytest.raises(UnreadableDate):
        read_date(typed)


@given(DAYS, st.sampled_from(["yesterday", "tomorrow", "999 weeks ago", "last month", "last year"]))
def test_no_day_is_too_early_or_too_late_to_count_from(today: date, typed: str) -> None:
    with suppress(UnreadableDate):
        assert read_date(typed, today=today).is_known


def test_a_date_known_to_the_month_sorts_by_its_first_day() -> None:
    assert PartialDate("2019-05").sort_text == "2019-05-01"


def test_before_sorts_by_its_known_end_and_unknown_sorts_last() -> None:
    order = ["../2016-03", "2016-03-02", "2016-04/..", "9999-12-30", "XXXX"]
    random_order = [order[i] for i in (3, 0, 4, 2, 1)]
    assert sorted(random_order, key=lambda text: PartialDate(text).sort_text) == order


def test_open_sides_reach_to_the_ends_of_the_calendar() -> None:
    assert PartialDate("../2016-03").earliest == date.min
    assert PartialDate("../2016-03").latest == date(2016, 3, 31)
    assert PartialDate("2016/..").latest == date.max
    assert (UNKNOWN.earliest, UNKNOWN.latest) == (date.min, date.max)


def test_only_a_whole_day_without_doubt_is_a_day() -> None:
    assert PartialDate("2019-05-07").is_day
    assert not any(PartialDate(text).is_day for text in ("2019-05-07~", "2019-05", "../2019-05", "2019/2020", "XXXX"))


def test_about_and_uncertain_are_told_apart() -> None:
    marks = {text: (PartialDate(text).is_about, PartialDate(text).is_uncertain) for text in ("2019", "2019~", "2019?")}
    assert marks == {"2019": (False, False), "2019~": (True, False), "2019?": (False, True)}
    assert PartialDate("2019%").is_about
    assert PartialDate("2019%").is_uncertain


def test_only_not_known_is_not_known() -> None:
    assert not UNKNOWN.is_known
    assert PartialDate("../2016").is_known


def test_a_date_survives_pickling_into_a_child_process() -> None:
    assert pickle.loads(pickle.dumps(PartialDate("2019~"))) == PartialDate("2019~")


@given(spans())
def test_every_canonical_text_reads_back_as_itself(text: str) -> None:
    assert read_date(text).edtf == text


@given(DAYS)
def test_a_whole_day_is_its_own_first_and_last_day(day: date) -> None:
    value = PartialDate.of(day)
    assert (value.earliest, value.latest, value.sort_text) == (day, day, day.isoformat())


@given(DAYS, st.sampled_from([4, 7]))
def test_a_day_lies_within_its_month_and_year(day: date, length: int) -> None:
    value = PartialDate(day.isoformat()[:length])
    assert value.earliest <= day <= value.latest


@given(spans(), spans())
def test_sorting_text_sorts_by_the_earliest_day_of_dates_with_a_beginning(one: str, other: str) -> None:
    known = [PartialDate(text) for text in (one, other) if not text.startswith("..") and text != "XXXX"]
    by_text = sorted(known, key=lambda value: value.sort_text)
    assert [value.earliest for value in by_text] == sorted(value.earliest for value in known)


@given(st.text(max_size=30))
def test_any_text_is_either_read_or_refused(text: str) -> None:
    with suppress(UnreadableDate):
        value = read_date(text)
        assert PartialDate(value.edtf) == value


@given(DAYS.filter(lambda day: day.day <= 12 and day.day != day.month and day.year >= 1000))
def test_no_order_of_day_and_month_is_ever_guessed(day: date) -> None:
    with pytest.raises(AmbiguousDate):
        read_date(f"{day.day}/{day.month}/{day.year}")
