# SPDX-License-Identifier: GPL-3.0-or-later
"""The Today view, worked by keyboard."""

import json
import threading
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import Body, Letter, LetterState, Paragraph, Run
from amnesty_desktop.domain.reply import Reply, ReplyTask
from amnesty_desktop.edits import cases
from amnesty_desktop.store.recorder import Transaction
from amnesty_desktop.store.rows import Record
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.safe_copies import SafeCopies
from amnesty_desktop.ui.today.lines import Act
from amnesty_desktop.ui.today.row import TodayRow
from amnesty_desktop.ui.today.side import GroupFacts
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


def put_off(desk: Desk, case: Case) -> None:
    """Give a case more time, so that its line goes."""
    later = replace(case, appeal_by=PartialDate.of(desk.session.today() + timedelta(days=40)))
    desk.session.edit("Change case", partial(cases.change, case=later))


def save(desk: Desk, *values: Record) -> None:
    """Save values in one step."""

    def each(write: Transaction) -> None:
        for value in values:
            write.save(value)

    desk.session.edit("Save", each)


def focus_of(view: TodayView) -> QWidget | None:
    return view.window().focusWidget()


def test_a_line_that_goes_leaves_the_focus_to_the_next(desk: Desk, view: TodayView, two_due: list[Case]) -> None:
    view.rows[0].setFocus()
    put_off(desk, two_due[0])
    assert [row.line.case_id for row in view.rows] == [two_due[1].id]
    assert focus_of(view) is view.rows[0]


def test_the_last_line_that_goes_leaves_the_focus_to_the_one_before(
    desk: Desk, view: TodayView, two_due: list[Case]
) -> None:
    view.rows[1].setFocus()
    put_off(desk, two_due[1])
    assert focus_of(view) is view.rows[0]


def test_after_a_button_the_next_button_has_the_focus(desk: Desk, view: TodayView, two_due: list[Case]) -> None:
    view.rows[0].button.setFocus()
    put_off(desk, two_due[0])
    assert focus_of(view) is view.rows[0].button


def test_a_line_that_stays_keeps_the_focus_wherever_it_moves(desk: Desk, view: TodayView, two_due: list[Case]) -> None:
    view.rows[1].setFocus()
    put_off(desk, two_due[0])
    desk.session.undo()
    assert focus_of(view) is view.rows[1]
    assert view.rows[1].line.case_id == two_due[1].id


def test_with_nothing_due_the_page_invites(qtbot: QtBot, desk: Desk, view: TodayView, two_due: list[Case]) -> None:
    for case in two_due:
        put_off(desk, case)
    assert view.rows == []
    assert view.empty is not None
    assert view.empty.sentence == "Nothing is waiting. A good day to write to somebody."
    with qtbot.waitSignal(desk.wishes.case_requested):
        view.empty.button.click()


def test_a_group_without_cases_is_asked_for_its_first(qtbot: QtBot, desk: Desk) -> None:
    view = TodayView(desk, SafeCopies(desk.session, desk.jobs))
    qtbot.addWidget(view)
    view.activate()
    assert view.empty is not None
    with qtbot.waitSignal(desk.wishes.new_case_requested):
        view.empty.button.click()


def test_unlocking_returns_to_the_line(qtbot: QtBot, desk: Desk, view: TodayView) -> None:
    view.rows[1].setFocus()
    other = TodayView(desk, SafeCopies(desk.session, desk.jobs))
    qtbot.addWidget(other)
    other.go_to(json.loads(json.dumps(view.place())))
    other.activate()
    assert focus_of(other) is other.rows[1]


def test_the_facts_stand_below_where_it_is_narrow(view: TodayView) -> None:
    assert view._side.isVisible()
    view.resize(700, 700)
    assert not view._side.isVisible()
    page = view._area.widget()
    assert page is not None
    assert page.findChild(GroupFacts) is not None


def test_a_change_leaves_the_page_where_it_was_scrolled_to(desk: Desk, view: TodayView, two_due: list[Case]) -> None:
    view.resize(1200, 160)
    bar = view._area.verticalScrollBar()
    bar.setValue(40)
    desk.session.edit("Change case", partial(cases.change, case=replace(two_due[0], situation="More is known.")))
    assert bar.value() == 40


def test_a_draft_with_a_gap_is_to_be_looked_at_again(qtbot: QtBot, desk: Desk, view: TodayView) -> None:
    case = Case(title="Third")
    letter = Letter(case_id=case.id, body=Body((Paragraph((Run("Dear {name},"),)),)))
    save(desk, case, letter)
    qtbot.waitUntil(lambda: any(row.line.act is Act.OPEN_DRAFT for row in view.rows))
    row = next(row for row in view.rows if row.line.act is Act.OPEN_DRAFT)
    with qtbot.waitSignal(desk.wishes.letter_requested) as asked:
        row.button.click()
    assert asked.args == [letter.id]


def test_a_reply_marked_as_forwarded_goes_and_can_be_taken_back(
    qtbot: QtBot, desk: Desk, view: TodayView, two_due: list[Case]
) -> None:
    reply = Reply(case_id=two_due[0].id, sender="Ministry", task=ReplyTask.FORWARD)
    save(desk, reply)
    with qtbot.waitSignal(desk.wishes.told):
        row_that(view, Act.FORWARDED).button.click()
    assert Act.FORWARDED not in {row.line.act for row in view.rows}
    desk.session.undo()
    assert Act.FORWARDED in {row.line.act for row in view.rows}


def test_letters_to_print_are_handed_on_together(
    qtbot: QtBot, desk: Desk, view: TodayView, two_due: list[Case]
) -> None:
    letters = [Letter(case_id=two_due[0].id, state=LetterState.READY) for _ in range(2)]
    save(desk, *letters)
    with qtbot.waitSignal(desk.wishes.export_requested) as asked:
        row_that(view, Act.PRINT).button.click()
    assert set(asked.args[0]) == {letter.id for letter in letters}


def test_while_the_file_is_lent_the_page_waits(qtbot: QtBot, desk: Desk, view: TodayView, two_due: list[Case]) -> None:
    started, go_on = threading.Event(), threading.Event()

    def hold(_step: object) -> None:
        with desk.session.file.turn:
            started.set()
            go_on.wait()

    desk.jobs.start("Work", hold)
    qtbot.waitUntil(started.is_set)
    before = view.rows
    view.refresh()
    assert view.rows is before
    go_on.set()
    qtbot.waitUntil(lambda: view.rows is not before)


def row_that(view: TodayView, act: Act) -> TodayRow:
    return next(row for row in view.rows if row.line.act is act)
