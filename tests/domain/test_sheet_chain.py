# SPDX-License-Identifier: GPL-3.0-or-later
"""The chain of documents of a case: in order of date, and what the newest asks to be done."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.case import Case, CaseStatus
from amnesty_desktop.domain.case_check import sheet_problems
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.sheet import Sheet, SheetKind
from amnesty_desktop.domain.sheet_chain import chain, ends_appeals, proposed_appeal_by, reopens

TODAY = date(2026, 11, 23)
CASE = Case(id="case", reference="UA 60/16", ai_index="AMR 37/3776/2016", issued=PartialDate("2016-03-31"))


def sheet(on: str | None, kind: SheetKind = SheetKind.UPDATE, **fields: str) -> Sheet:
    return Sheet(case_id="case", kind=kind, issued=PartialDate(on) if on else None, **fields)  # type: ignore[arg-type]


def test_the_last_day_for_appeals_is_proposed_from_the_day_of_issue() -> None:
    assert proposed_appeal_by(PartialDate("2016-03-31")) == PartialDate("2016-05-12")


@pytest.mark.parametrize("issued", [None, "2016", "2016-03", "2016-03-31~", "9999-12-31"])
def test_nothing_is_proposed_where_the_day_is_not_known(issued: str | None) -> None:
    assert proposed_appeal_by(PartialDate(issued) if issued else None) is None


def test_the_first_sheet_is_made_from_the_fields_of_the_case() -> None:
    first, update = chain(CASE, [sheet("2016-05-01")])
    assert (first.id, first.kind, first.ai_index) == ("case", SheetKind.FIRST, "AMR 37/3776/2016")
    assert update.kind is SheetKind.UPDATE


def test_a_first_sheet_of_its_own_is_not_said_twice() -> None:
    assert len(chain(CASE, [sheet("2016-03-31", SheetKind.FIRST)])) == 1


@given(st.permutations(["2016-05-01", "2017-02", "2016-12-24", None]))
def test_the_chain_is_in_order_of_date_however_it_was_typed(dates: list[str | None]) -> None:
    found = [s.issued.edtf if s.issued else None for s in chain(CASE, [sheet(on) for on in dates])]
    assert found == ["2016-03-31", "2016-05-01", "2016-12-24", "2017-02", None]


def test_a_closing_sheet_ends_appeals_until_another_follows() -> None:
    closing = sheet("2016-08-01", SheetKind.CLOSING)
    assert ends_appeals(CASE, [closing])
    assert not ends_appeals(CASE, [closing, sheet("2017-02-01")])


def test_an_update_after_the_closing_reopens_a_case() -> None:
    closed = replace(CASE, status=CaseStatus.CLOSED, closed_on=PartialDate("2016-08-02"))
    later = sheet("2017-02-01")
    assert reopens(closed, [later, sheet("2016-08-01", SheetKind.CLOSING)]) == later
    assert reopens(CASE, [later]) is None


def test_a_sheet_of_another_case_is_said() -> None:
    (problem,) = sheet_problems(sheet("2016-05-01", reference="THIRD UA 61/16"), CASE, TODAY)
    assert problem.message == "UA 61/16 is another case than UA 60/16."


def test_a_sheet_in_the_future_or_before_the_first_is_said() -> None:
    assert sheet_problems(sheet("2027-01-01"), CASE, TODAY)[0].field == "issued"
    assert sheet_problems(sheet("2015-01-01"), CASE, TODAY)[0].message == "This sheet is older than the first one."
    assert not sheet_problems(sheet("2016-05-01", reference="THIRD UA 060/2016"), CASE, TODAY)
