# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of the people of one case."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.support.builders import outcome
from tests.ui.cases.conftest import Cases, put

from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.outcome import Direction
from amnesty_desktop.domain.person import Person
from amnesty_desktop.ui.cases.outcomes_tab import OutcomesTab, outcome_entries
from amnesty_desktop.ui.cases.view import CasesView
from amnesty_desktop.ui.desk import Desk


@pytest.fixture
def tab(view: CasesView, cases: Cases) -> OutcomesTab:
    view.open_case(cases.soon.id, "outcomes")
    found = view.case._tab("outcomes")
    assert isinstance(found, OutcomesTab)
    return found


def test_without_outcomes_it_invites_to_record_one(tab: OutcomesTab, cases: Cases, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.wishes.outcome_requested) as wish:
        qtbot.mouseClick(tab.empty.button, Qt.MouseButton.LeftButton)
    assert wish.args == [cases.soon.id, ""]


def test_they_stand_in_their_order_and_the_last_dated_is_now(tab: OutcomesTab, cases: Cases, desk: Desk) -> None:
    later = outcome(cases.soon, on=PartialDate("2026-10"), direction=Direction.WORSE, kind="arrested_again")
    first = outcome(cases.soon, on=PartialDate("2026-03-05"), kind="released_on_bail")
    unknown = outcome(cases.soon, kind="medical_care")
    put(desk, later, first, unknown)
    entries = outcome_entries(desk.session.file, cases.soon.id)
    assert [(entry.date, entry.text) for entry in entries] == [
        ("5 Mar 2026", "Better: released on bail"),
        ("Oct 2026", "Worse: arrested again"),
        ("no date", "Better: medical care given"),
    ]
    assert [entry.is_now for entry in entries] == [False, True, False]


def test_where_there_are_several_people_it_says_whom(tab: OutcomesTab, cases: Cases, desk: Desk) -> None:
    noe = Person(case_id=cases.soon.id, name="Noé")
    put(desk, noe, outcome(cases.soon, person_id=noe.id))
    assert outcome_entries(desk.session.file, cases.soon.id)[0].text.endswith("(Noé)")


def test_opening_one_says_how_we_know_and_can_put_it_into_the_bin(tab: OutcomesTab, cases: Cases, desk: Desk) -> None:
    found = outcome(cases.soon, how_known="Her sister called.")
    put(desk, found)
    assert not tab.detail.isVisible()
    tab.timeline.opened.emit(found.id)
    assert tab.known.text == "Her sister called."
    tab.bin.click()
    assert tab.empty.isVisible()
    desk.session.undo()
    assert not tab.empty.isVisible()


def test_without_amnestys_finding_the_release_of_a_prisoner_of_conscience_is_a_release(
    tab: OutcomesTab, cases: Cases, desk: Desk
) -> None:
    put(desk, outcome(cases.soon, kind="prisoner_of_conscience_released"))
    assert outcome_entries(desk.session.file, cases.soon.id)[0].text == "Better: released without conditions"
