# SPDX-License-Identifier: GPL-3.0-or-later
"""What a line of the list of cases says, and its light."""

from datetime import date
from typing import Any

import pytest

from amnesty_desktop.domain.case import CaseKind, CaseStatus
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.store.cases import CaseLine
from amnesty_desktop.ui.lights import Light
from amnesty_desktop.ui.models.cases import case_columns, line_light, line_words

TODAY = date(2026, 11, 23)


def line(**fields: Any) -> CaseLine:
    plain: dict[str, Any] = {
        "key": 1, "id": "x", "who": "Ana", "who_own": "", "country": "GT", "reference": "UA 60/26",
        "kind": CaseKind.URGENT_ACTION, "appeal_by": None, "status": CaseStatus.OPEN, "no_contact": False,
    }  # fmt: skip
    return CaseLine(**plain | fields)


@pytest.mark.parametrize(
    ("on", "words", "light"),
    [
        ("2026-11-19", "4 days over", Light.LATE),
        ("2026-11-23", "today", Light.SOON),
        ("2026-11-26", "in 3 days", Light.SOON),
        ("2026-12-09", "9 Dec", Light.LATER),
        ("2027-01-30", "30 Jan", Light.LATER),
        ("2024-03-02", "2 Mar 2024", Light.LATE),
        ("2026-12", "Dec 2026", Light.SOON),
        ("XXXX", "no date", Light.NO_DATE),
    ],
)
def test_a_day_for_appeals_in_words_and_light(on: str, words: str, light: Light) -> None:
    found = line(appeal_by=PartialDate(on))
    assert (line_words(found, TODAY), line_light(found, TODAY)) == (words, light)


def test_without_a_date_it_says_so() -> None:
    assert (line_words(line(), TODAY), line_light(line(), TODAY)) == ("no date", Light.NO_DATE)


def test_a_closed_case_is_never_late() -> None:
    closed = line(status=CaseStatus.CLOSED, appeal_by=PartialDate("2020-01-01"))
    assert (line_words(closed, TODAY), line_light(closed, TODAY)) == ("closed", Light.NO_DATE)


def test_no_letters_goes_before_the_date() -> None:
    forbidden = line(no_contact=True, appeal_by=PartialDate("2026-11-24"))
    assert (line_words(forbidden, TODAY), line_light(forbidden, TODAY)) == ("no letters", Light.PLEASE_MIND)


def test_the_paper_keeps_its_order_and_a_case_without_number_says_its_kind() -> None:
    paper = case_columns(lambda: TODAY)[2]
    assert "UA 60/26" in paper.text(line())
    assert "Long-term" in paper.text(line(reference="", kind=CaseKind.ACTION_FILE))
