# SPDX-License-Identifier: GPL-3.0-or-later
"""What the head of a case says."""

from datetime import date
from typing import Any

import pytest

from amnesty_desktop.domain.case import Case, CaseStatus, Confidentiality
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.ui.cases.head import Head, head_words, pressing
from amnesty_desktop.ui.lights import Light
from amnesty_desktop.ui.look import Look

TODAY = date(2026, 11, 23)


def said(**fields: Any) -> tuple[Light, str]:
    light, line, _ = pressing(Case(**fields), TODAY)
    return light, line


@pytest.mark.parametrize(
    ("on", "light", "line"),
    [
        ("2026-11-26", Light.SOON, "Appeal by 26 November, in 3 days"),
        ("2026-12-09", Light.LATER, "Appeal by 9 December, in 16 days"),
        ("2027-01-04", Light.LATER, "Appeal by 4 January 2027, in 42 days"),
        ("2026-11-19", Light.LATE, "Appeal by 19 November, 4 days over. Ask your section first."),
        ("2026-12", Light.SOON, "Appeal by December 2026"),
        ("XXXX", Light.NO_DATE, "No date for appeals"),
    ],
)
def test_the_day_for_appeals(on: str, light: Light, line: str) -> None:
    assert said(appeal_by=PartialDate(on)) == (light, line)


def test_a_case_without_a_date() -> None:
    assert said() == (Light.NO_DATE, "No date for appeals")


def test_a_closed_case() -> None:
    closed = PartialDate("2025-03-03")
    assert said(status=CaseStatus.CLOSED, closed_on=closed) == (Light.NO_DATE, "Closed on 3 March 2025")


def test_a_reason_against_letters_goes_before_the_date() -> None:
    case = Case(no_contact="the family asks for no contact", appeal_by=PartialDate("2026-11-26"))
    assert pressing(case, TODAY)[1] == "No letters: the family asks for no contact"


def test_the_meta_line_names_country_paper_index_and_who_may_see_it() -> None:
    case = Case(
        country="HN", reference="UA112/26", ai_index="AMR 37/4127/2026", confidentiality=Confidentiality.EXTERNAL
    )
    meta = head_words(case, "Ana", "", TODAY).meta
    positions = [meta.index(word) for word in ("Honduras", "UA 112/26", "AMR 37/4127/2026", "may be passed on")]
    assert positions == sorted(positions)


def test_write_is_off_with_the_reason_beside_it(look: Look) -> None:
    head = Head(look)
    head.show_words(head_words(Case(no_contact="not while the trial lasts"), "Ana", "", TODAY))
    assert not head.write.isEnabled()
    assert head.light.word == "No letters: not while the trial lasts"
    assert head.write.accessibleDescription() == head.light.word
    head.deleteLater()


def test_markup_in_a_name_stays_as_typed(look: Look) -> None:
    head = Head(look)
    head.show_words(head_words(Case(), "<b>Ana</b>", "", TODAY))
    assert head.title.text == "<b>Ana</b>"
    head.deleteLater()
