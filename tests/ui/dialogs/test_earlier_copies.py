# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing an earlier copy to bring back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.support.builders import add, case

from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.dialogs.earlier_copies import EarlierCopies


@pytest.fixture
def copies(desk: Desk, tmp_path: Path) -> Path:
    """Two copies, with a case added between them."""
    desk.session.file.copy_to(tmp_path / "copies")
    add(desk.session.file, case())
    desk.session.file.copy_to(tmp_path / "copies")
    return tmp_path / "copies"


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, copies: Path) -> EarlierCopies:
    """The dialog, open."""
    made = EarlierCopies(desk.look, copies, None)
    qtbot.addWidget(made)
    made.open()
    return made


def button(dialog: EarlierCopies) -> QPushButton:
    found = dialog.findChild(QPushButton, "Bring it back")
    assert found is not None
    return found


def test_the_newest_stands_first_with_what_was_counted(dialog: EarlierCopies) -> None:
    assert dialog.list.count() == 2
    newest = dialog.list.chosen
    assert newest is not None
    assert (newest.second, newest.trailing) == ("the newest", "1 case, 0 letters")
    assert newest.words.startswith("23 November 2026")


def test_the_chosen_copy_is_brought_back(qtbot: QtBot, dialog: EarlierCopies, copies: Path) -> None:
    dialog.list.setCurrentRow(1)
    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.mouseClick(button(dialog), Qt.MouseButton.LeftButton)
    assert told.args[0] == min(copies.glob("*.amnesty"))


def test_enter_in_the_list_brings_nothing_back(qtbot: QtBot, dialog: EarlierCopies) -> None:
    with qtbot.assertNotEmitted(dialog.chosen):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_enter_on_the_button_does(qtbot: QtBot, dialog: EarlierCopies) -> None:
    qtbot.waitUntil(dialog.isActiveWindow)
    button(dialog).setFocus()
    with qtbot.waitSignal(dialog.chosen):
        qtbot.keyClick(button(dialog), Qt.Key.Key_Return)


def test_without_copies_a_sentence_says_when_there_will_be_one(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    dialog = EarlierCopies(desk.look, tmp_path / "none", None)
    qtbot.addWidget(dialog)
    dialog.open()
    assert not dialog.list.isVisible()
    assert dialog.findChild(QPushButton, "Bring it back") is None
