# SPDX-License-Identifier: GPL-3.0-or-later
"""The letters of one case."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot
from tests.support.builders import add, letter
from tests.ui.cases.conftest import Cases, put

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.letter import LetterState
from amnesty_desktop.domain.member import Member
from amnesty_desktop.ui.cases.letters_tab import LettersTab
from amnesty_desktop.ui.cases.view import CasesView
from amnesty_desktop.ui.desk import Desk


@pytest.fixture
def tab(view: CasesView, cases: Cases) -> LettersTab:
    view.open_case(cases.soon.id, "letters")
    found = view.case._tab("letters")
    assert isinstance(found, LettersTab)
    return found


def test_without_letters_it_invites_to_the_first(tab: LettersTab, cases: Cases, desk: Desk, qtbot: QtBot) -> None:
    assert tab.empty.sentence == "No letters yet."
    with qtbot.waitSignal(desk.wishes.write_requested) as wish:
        qtbot.mouseClick(tab.empty.button, Qt.MouseButton.LeftButton)
    assert wish.args == [cases.soon.id, ""]


def test_it_shows_day_writer_and_state_the_newest_first(tab: LettersTab, cases: Cases, desk: Desk) -> None:
    ana = Member(name="Ana Brandt")
    old = letter(cases.soon, dated=date(2026, 10, 1), state=LetterState.SENT, address="Ministry", writer_id=ana.id)
    new = letter(cases.soon, dated=date(2026, 11, 20), address="Embassy")
    put(desk, ana, old, new)
    tester = QAbstractItemModelTester(tab.model)
    words = [[tab.model.index(row, column).data() for column in range(4)] for row in range(2)]
    assert words == [["Embassy", "Draft", "", "20 Nov"], ["Ministry", "Sent", "Ana Brandt", "1 Oct"]]
    assert tab.head.title == "2 letters"
    assert tester is not None


def test_enter_opens_a_letter(tab: LettersTab, cases: Cases, desk: Desk, qtbot: QtBot) -> None:
    written = letter(cases.soon)
    put(desk, written)
    tab.table.setFocus()
    with qtbot.waitSignal(desk.wishes.letter_requested) as wish:
        QTest.keyClick(tab.table, Qt.Key.Key_Return)
    assert wish.args == [written.id]


def test_only_letters_of_this_case_are_shown(tab: LettersTab, cases: Cases, desk: Desk) -> None:
    put(desk, letter(cases.late))
    assert tab.model.rowCount() == 0


def test_a_reason_against_letters_stands_in_their_place(view: CasesView, desk: Desk) -> None:
    forbidden = Case(title="Quiet", no_contact="The family asks for it.")
    add(desk.session.file, forbidden)
    view.open_case(forbidden.id, "letters")
    found = view.case._tab("letters")
    assert isinstance(found, LettersTab)
    assert found.empty.sentence == "No letters: The family asks for it."
    assert not found.empty.button.isVisible()
