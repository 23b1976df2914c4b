# SPDX-License-Identifier: GPL-3.0-or-later
"""Better and worse in one case."""

import pytest

from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.outcome import Direction, Outcome
from amnesty_desktop.domain.turns import turned

BETTER, WORSE, SAME = Direction.BETTER, Direction.WORSE, Direction.UNCHANGED


def said(*outcomes: tuple[Direction, str | None]) -> str:
    made = [
        Outcome(case_id="c", direction=way, kind=f"{way} kind", on=PartialDate(on) if on else None)
        for way, on in outcomes
    ]
    return turned(made, lambda kind: kind).partition(". Both")[0]


def test_a_worse_turn_after_a_better_one_shows_both_in_order() -> None:
    found = said((BETTER, "2026-09-14"), (WORSE, "2026-11-12"))
    assert found == "This case got better on 14 September 2026 (better kind) and worse on 12 November 2026 (worse kind)"


def test_the_newest_of_each_is_named_in_order_of_time() -> None:
    found = said((BETTER, "2026-09-14"), (WORSE, "2025-01-01"), (WORSE, "2026-02-03"), (SAME, "2026-12-01"))
    assert found == "This case got worse on 3 February 2026 (worse kind) and better on 14 September 2026 (better kind)"


def test_what_is_known_of_a_day_is_said_and_no_more() -> None:
    found = said((BETTER, "2026-05"), (WORSE, None))
    assert "worse on a day not known" in found
    assert "better at some time (May 2026)" in found


@pytest.mark.parametrize("ways", [(), (BETTER,), (WORSE, WORSE), (BETTER, SAME)])
def test_one_direction_alone_says_nothing(ways: tuple[Direction, ...]) -> None:
    assert said(*((way, "2026") for way in ways)) == ""
