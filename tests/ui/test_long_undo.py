# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo of very large edits: beside the window, to be stopped, and done again."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.support.builders import case, person

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.person import Person
from amnesty_desktop.store.changes import Changes
from amnesty_desktop.store.recorder import Transaction
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.long_undo import MANY_ROWS, LongUndo


@pytest.fixture
def undoing(desk: Desk, shown: Callable[[QWidget], QMainWindow]) -> LongUndo:
    """A file with one case of its own and a spreadsheet of many, brought in by one edit."""
    one = case(title="One of our own")

    def bring_in(write: Transaction) -> None:
        many = [case(title=f"Case {number}") for number in range(MANY_ROWS // 2)]
        write.add_all(many)
        write.add_all([person(each) for each in many])

    desk.session.edit("Add case", lambda write: write.save(one))
    desk.session.edit("Bring in cases", bring_in)
    below = QWidget()
    shown(below)
    return LongUndo(desk.session, desk.jobs, desk.look, below)


def counted(desk: Desk) -> tuple[int, int]:
    return len(desk.session.file.all(Case)), len(desk.session.file.all(Person))


def test_a_large_edit_is_taken_back_beside_the_window(qtbot: QtBot, undoing: LongUndo, desk: Desk) -> None:
    told: list[Changes] = []
    desk.session.changed.connect(lambda changes, _origin: told.append(changes))
    assert undoing.undo()
    assert undoing.dialog is not None
    assert undoing.dialog.windowTitle() == "Taking back “Bring in cases”"
    qtbot.waitUntil(lambda: undoing.dialog is None)
    assert counted(desk) == (1, 0)
    assert [changes.label for changes in told] == ["Bring in cases"]


def test_what_was_taken_back_is_done_again(qtbot: QtBot, undoing: LongUndo, desk: Desk) -> None:
    undoing.undo()
    qtbot.waitUntil(lambda: undoing.dialog is None)
    assert undoing.redo()
    qtbot.waitUntil(lambda: undoing.dialog is None)
    assert counted(desk) == (1 + MANY_ROWS // 2, MANY_ROWS // 2)


def test_a_small_edit_is_left_to_the_window(undoing: LongUndo, desk: Desk) -> None:
    desk.session.edit("Add case", lambda write: write.save(case(title="Another")))
    assert not undoing.undo()
    assert undoing.dialog is None


def test_stopping_leaves_everything_as_it_was(qtbot: QtBot, undoing: LongUndo, desk: Desk) -> None:
    before = counted(desk)
    assert undoing.undo()
    assert undoing.dialog is not None
    undoing.dialog.reject()
    qtbot.waitUntil(lambda: undoing.dialog is None)
    assert counted(desk) == before
    assert desk.session.file.undo_label == "Bring in cases"


def test_the_dialog_offers_to_stop(qtbot: QtBot, undoing: LongUndo) -> None:
    undoing.undo()
    assert undoing.dialog is not None
    assert "Cancel" in [button.text() for button in undoing.dialog.findChildren(QPushButton)]
    qtbot.waitUntil(lambda: undoing.dialog is None)
