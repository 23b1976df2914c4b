# SPDX-License-Identifier: GPL-3.0-or-later
"""What looks wrong in a source."""

from dataclasses import replace
from datetime import date

import pytest

from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.source import Source
from amnesty_desktop.domain.source_check import source_problems

TODAY = date(2026, 11, 23)
RADIO = Source(id="radio", case_id="case", title="Radio talk")
PAPER = Source(id="paper", case_id="case", title="Paper", relayed_from="radio")


def test_a_source_that_comes_from_itself_is_told_so() -> None:
    (problem,) = source_problems(replace(RADIO, relayed_from="radio"), [PAPER], TODAY)
    assert (problem.field, problem.message) == ("relayed_from", "A source cannot come from itself.")


def test_sources_that_lead_back_to_each_other_are_told_so() -> None:
    (problem,) = source_problems(replace(RADIO, relayed_from="paper"), [PAPER], TODAY)
    assert "only lead back to each other" in problem.message


def test_a_source_that_passes_on_another_is_all_right() -> None:
    assert source_problems(PAPER, [RADIO], TODAY) == []


@pytest.mark.parametrize("field", ["dated", "received", "withdrawn_on"])
def test_a_date_to_come_is_told(field: str) -> None:
    (problem,) = source_problems(replace(RADIO, **{field: PartialDate("2027")}), [], TODAY)  # type: ignore[arg-type]
    assert (problem.field, problem.message) == (field, "The date lies in the future.")


def test_a_source_that_came_before_it_was_written_is_told() -> None:
    odd = replace(RADIO, dated=PartialDate("2026-10-20"), received=PartialDate("2026-09"))
    assert [problem.field for problem in source_problems(odd, [], TODAY)] == ["received"]
