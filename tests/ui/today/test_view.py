# SPDX-License-Identifier: GPL-3.0-or-later
"""The Today view, worked by keyboard."""

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.edits import cases
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.safe_copies import SafeCopies
from amnesty_desktop.ui.today.view import TodayView


@pytest.fixture
def two_due(desk: Desk) -> list[Case]:
    made = [
        Case(title=name, appeal_by=PartialDate.of(desk.session.today() + timedelta(days)))
        for name, days in (("First", 1), ("Second", 2))
    ]
    for case in made:
        desk.session.edit("Add case", partial(cases.add, case=case))
    return made


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, two_due: list[Case]) -> TodayView:
    made = TodayView(desk, SafeCopies(desk.session, desk.jobs))
    qtbot.addWidget(made)
    made.resize(1200, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activate()
    return made


def test_enter_opens_the_case(qtbot: QtBot, desk: Desk, view: TodayView, two_due: list[Case]) -> None:
    with qtbot.waitSignal(desk.wishes.case_requested) as asked:
        qtbot.keyClick(view.rows[0], Qt.Key.Key_Return)
    assert asked.args == [two_due[0].id, ""]


def test_control_enter_does_what_the_button_says(
    qtbot: QtBot, desk: Desk, view: TodayView, two_due: list[Case]
) -> None:
    with qtbot.waitSignal(desk.wishes.write_requested) as asked:
        qtbot.keyClick(view.rows[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [two_due[0].id, ""]


def test_down_goes_to_the_next_line(qtbot: QtBot, view: TodayView) -> None:
    view.activateWindow()
    view.rows[0].setFocus()
    qtbot.waitUntil(view.rows[0].hasFocus)
    qtbot.keyClick(view.rows[0], Qt.Key.Key_Down)
    assert view.rows[1].hasFocus()


def test_a_new_case_that_is_due_appears_at_once(qtbot: QtBot, desk: Desk, view: TodayView) -> None:
    late = Case(title="Late", appeal_by=PartialDate.of(desk.session.today() - timedelta(days=1)))
    desk.session.edit("Add case", partial(cases.add, case=late))
    assert view.rows[0].line.case_id == late.id


def test_every_line_and_button_has_a_spoken_name(view: TodayView) -> None:
    assert all(row.accessibleName() and row.button.accessibleName() for row in view.rows)
