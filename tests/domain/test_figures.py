# SPDX-License-Identifier: GPL-3.0-or-later
"""Honest figures."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.figures import (
    NO_CAUSE,
    CaseRecord,
    Part,
    YearCount,
    became,
    figures,
    figures_of,
    parted,
    together,
    wilson,
)
from amnesty_desktop.domain.outcome import Direction
from amnesty_desktop.domain.period import Period

TODAY = date(2026, 11, 23)
BETTER, WORSE, SAME = Direction.BETTER, Direction.WORSE, Direction.UNCHANGED


def record(*outcomes: tuple[Direction, str | None], first: date | None = date(2025, 5, 10)) -> CaseRecord:
    dated = tuple((way, PartialDate(on) if on else None) for way, on in outcomes)
    return CaseRecord("case", first, frozenset({2025, 2026}), dated)


def group_of(case: CaseRecord, year: int | None = None) -> str:
    found = [one.value for one in became(case, Period.of_year(year) if year else None)]
    assert found[0] == "worked_on"
    return ", ".join(found[1:]).replace("also_worse", "also worse")


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ([(BETTER, "2025-05-10")], "improved"),
        ([(BETTER, "2025-05-09")], "unchanged"),
        ([(BETTER, "2025-05")], "date_unclear"),
        ([(BETTER, "2025")], "date_unclear"),
        ([(BETTER, "2026")], "improved"),
        ([(BETTER, None)], "date_unclear"),
        ([(BETTER, "XXXX")], "date_unclear"),
        ([(BETTER, "2025"), (BETTER, "2025-06-01")], "improved"),
        ([(BETTER, "2025-07"), (WORSE, "2025-08")], "improved, also worse"),
        ([(BETTER, "2025-07"), (WORSE, "2020")], "improved"),
        ([(WORSE, "2025-08")], "worse_only"),
        ([(BETTER, "2025"), (WORSE, "2025-08")], "date_unclear"),
        ([(SAME, "2025-08")], "unchanged"),
        ([], "unchanged"),
    ],
)
def test_an_improvement_counts_from_the_first_action_on(
    outcomes: list[tuple[Direction, str | None]], expected: str
) -> None:
    assert group_of(record(*outcomes)) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-01-01", "improved"),
        ("2025-12-31", "unchanged"),
        ("2025-12/2026-01", "date_unclear"),
        ("2026", "improved"),
    ],
)
def test_a_year_counts_what_happened_in_it(on: str, expected: str) -> None:
    assert group_of(record((BETTER, on)), 2026) == expected


def test_a_first_action_known_only_by_its_year_leaves_that_year_unclear() -> None:
    assert group_of(record((BETTER, "2025-08-01"), first=None)) == "date_unclear"
    assert group_of(record((BETTER, "2026-01-01"), first=None)) == "improved"


def test_a_case_nobody_worked_on_is_not_in_the_base() -> None:
    assert figures([CaseRecord("case", None, frozenset(), ((BETTER, PartialDate("2026")),))]).total.worked_on == 0


def test_every_year_between_the_first_and_the_last_is_shown() -> None:
    cases = [CaseRecord("a", None, frozenset({2021})), CaseRecord("b", None, frozenset({2024}))]
    assert [(year.year, year.worked_on) for year in figures(cases).years] == [
        (2021, 1),
        (2022, 0),
        (2023, 0),
        (2024, 1),
    ]


def test_sixteen_of_thirty_five_have_the_interval_the_movement_quotes() -> None:
    low, high = YearCount(2025, worked_on=35, improved=16).interval or (0, 0)
    assert (round(low * 100), round(high * 100)) == (30, 62)
    assert YearCount(2025, worked_on=35, improved=16).printed == "16 of 35 cases (46\N{NO-BREAK SPACE}%)"


def test_below_ten_cases_there_is_no_share() -> None:
    count = YearCount(2021, worked_on=9, improved=3, unchanged=6)
    assert (count.share, count.interval, count.printed) == (None, None, "3 of 9 cases")
    assert "With fewer than 10 cases no share is given." in count.sentences(TODAY)


def test_the_sentences_say_everything_and_claim_no_cause() -> None:
    count = YearCount(2026, worked_on=38, improved=14, also_worse=4, worse_only=6, unchanged=18)
    assert count.sentences(TODAY) == (
        "2026 so far: 14 of 38 cases (37\N{NO-BREAK SPACE}%) improved in at least one respect.",
        "In 4 of these something became worse as well.",
        "Of the others, 6 only got worse, 18 stayed as they were, as far as we know.",
        "With 38 cases, chance alone leaves room from 23\N{NO-BREAK SPACE}% to 53\N{NO-BREAK SPACE}%.",
        NO_CAUSE,
    )


def test_a_year_without_cases_says_so() -> None:
    assert YearCount(2022).sentences(TODAY) == ("2022: no cases worked on.",)


DATES = st.sampled_from(
    [None, "XXXX", "2024", "2025-05", "2025-05-10", "2026-01-31", "2024/2026", "../2025", "2025/.."]
)
RECORDS = st.lists(
    st.builds(
        lambda outcomes, first: record(*outcomes, first=first),
        st.lists(st.tuples(st.sampled_from(Direction), DATES), max_size=4),
        st.sampled_from([None, date(2025, 5, 10), date(2026, 2, 1)]),
    ),
    max_size=12,
)


@given(RECORDS)
def test_every_case_of_the_base_is_in_exactly_one_group(records: list[CaseRecord]) -> None:
    found = figures(records)
    for count in (found.total, *found.years):
        groups = count.improved + count.worse_only + count.date_unclear + count.unchanged
        assert groups == count.worked_on
        assert count.also_worse <= count.improved


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_interval_holds_the_share(hits: int, misses: int) -> None:
    low, high = wilson(hits, hits + misses)
    assert 0 <= low <= high <= 1
    if hits + misses:
        assert low - 1e-9 <= hits / (hits + misses) <= high + 1e-9


@given(st.lists(st.sampled_from(["2024-03-01", "2025", "2026-05", None]), max_size=8), st.integers(0, 8))
def test_figures_of_parts_add_up_to_the_figures_of_all(dates: list[str | None], cut: int) -> None:
    records = [record((BETTER, on), (WORSE, "2025-06-01"), first=date(2024, 2, 1 + n)) for n, on in enumerate(dates)]
    parts = [figures(records[:cut]), figures(records[cut:])]
    assert together(parts) == figures(records)


def test_years_between_two_parts_are_not_left_out() -> None:
    early = CaseRecord("a", date(2020, 1, 1), frozenset({2020}))
    late = CaseRecord("b", date(2023, 1, 1), frozenset({2023}))
    both = together([figures([early]), figures([late])])
    assert [count.year for count in both.years] == [2020, 2021, 2022, 2023]


def test_cases_are_told_apart_by_country_the_largest_first_and_unknown_kept() -> None:
    records = [CaseRecord(str(n), date(2026, 1, 5), frozenset({2026}), country=land) for n, land in enumerate("ABB")]
    records.append(CaseRecord("none", date(2026, 1, 5), frozenset({2026})))
    found = parted(records, Period.of_year(2026), Part.COUNTRY)
    assert [(land, count.worked_on) for land, count in found.items()] == [("B", 2), ("", 1), ("A", 1)]


def test_a_case_counts_under_each_of_its_concerns_once() -> None:
    case = CaseRecord("one", date(2026, 1, 5), frozenset({2026}), concerns=("torture", "women", "torture"))
    found = parted([case], Period.of_year(2026), Part.CONCERN)
    assert {term: count.worked_on for term, count in found.items()} == {"torture": 1, "women": 1}


def test_a_period_across_two_years_counts_what_lies_in_it() -> None:
    half = Period(date(2025, 7, 1), date(2026, 6, 30))
    count = figures_of([record((BETTER, "2026-03"), (WORSE, "2026-08"))], half)
    assert (count.worked_on, count.improved, count.also_worse) == (1, 1, 0)
    assert count.sentences(TODAY)[0].startswith("1 July 2025 to 30 June 2026: 1 of 1 case")
