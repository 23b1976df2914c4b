# SPDX-License-Identifier: GPL-3.0-or-later
"""The bars for what went wrong and what can be undone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.theme import Role
from amnesty_desktop.ui.widgets.bars import ErrorBar, UndoBar

Shown = Callable[[QWidget], QMainWindow]


@pytest.fixture
def page() -> QWidget:
    found = QWidget()
    QVBoxLayout(found).addWidget(QLineEdit())
    return found


@pytest.fixture
def undo(look: Look, page: QWidget, shown: Shown) -> UndoBar:
    bar = UndoBar(look, "Ctrl+Z")
    layout = page.layout()
    assert layout is not None
    layout.addWidget(bar)
    shown(page)
    page.findChildren(QLineEdit)[0].setFocus()
    return bar


def test_an_error_stays_until_it_is_solved(look: Look, qtbot: QtBot) -> None:
    bar = ErrorBar(look)
    qtbot.addWidget(bar)
    bar.show_problem("The stick is not there.", "Try again")
    assert bar.sentence == bar.accessibleName() == "The stick is not there."
    bar.clear()
    assert bar.sentence == ""


def test_the_button_of_an_error_asks_for_its_mending(look: Look, qtbot: QtBot) -> None:
    bar = ErrorBar(look)
    qtbot.addWidget(bar)
    bar.show_problem("The stick is not there.", "Try again")
    with qtbot.waitSignal(bar.mend_requested):
        bar.findChildren(QPushButton)[0].click()


def test_an_error_without_a_way_out_has_no_button(look: Look, qtbot: QtBot) -> None:
    bar = ErrorBar(look)
    qtbot.addWidget(bar)
    bar.show_problem("The file is open elsewhere; close it there.")
    assert bar.findChildren(QPushButton)[0].isHidden()


def test_an_error_wraps_where_it_is_narrow(look: Look, qtbot: QtBot) -> None:
    bar = ErrorBar(look)
    qtbot.addWidget(bar)
    bar.show_problem("The stick of the group is not there, so no safe copy was made.", "Try again")
    assert bar.heightForWidth(300) > bar.heightForWidth(900)


@pytest.mark.parametrize(("direction", "at"), [("LeftToRight", 1), ("RightToLeft", 398)])
def test_the_red_edge_is_the_leading_one(look: Look, qtbot: QtBot, direction: str, at: int) -> None:
    bar = ErrorBar(look)
    qtbot.addWidget(bar)
    bar.setLayoutDirection(Qt.LayoutDirection[direction])
    bar.show_problem("It is gone.")
    bar.resize(400, 44)
    assert bar.grab().toImage().pixelColor(at, 20) == look.color(Role.RED)


def test_names_in_an_error_are_never_taken_for_markup(look: Look, qtbot: QtBot) -> None:
    bar = ErrorBar(look)
    qtbot.addWidget(bar)
    bar.show_problem("<b>Lin</b> is gone.")
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in bar.findChildren(QLabel))


def test_undo_is_named_and_asked_for(undo: UndoBar, qtbot: QtBot) -> None:
    undo.offer("The reply is in the bin.")
    assert undo.sentence == "The reply is in the bin."
    with qtbot.waitSignal(undo.undo_requested):
        undo.findChildren(QPushButton)[0].click()
    assert undo.isHidden()


def test_undo_leaves_by_itself(undo: UndoBar, qtbot: QtBot) -> None:
    undo._leaving.setInterval(1)
    undo.offer("The reply is in the bin.")
    qtbot.waitUntil(undo.isHidden)


def test_undo_stays_while_it_has_the_focus(undo: UndoBar, page: QWidget) -> None:
    undo.offer("The reply is in the bin.")
    undo.findChildren(QPushButton)[0].setFocus()
    assert not undo.is_leaving
    page.findChildren(QLineEdit)[0].setFocus()
    assert undo.is_leaving


def test_a_new_offer_starts_its_time_again(undo: UndoBar) -> None:
    undo.offer("The reply is in the bin.")
    undo._leaving.stop()
    undo.offer("The letter is in the bin.")
    assert undo.is_leaving
    assert undo.sentence == "The letter is in the bin."
