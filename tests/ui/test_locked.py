# SPDX-License-Identifier: GPL-3.0-or-later
"""The locked page asks for the passphrase or the recovery sheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from amnesty_desktop.store.errors import WrongPassphrase
from amnesty_desktop.ui.locked import LockedPage
from amnesty_desktop.ui.look import Look


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> LockedPage:
    """The page, shown."""
    made = LockedPage(look)
    qtbot.addWidget(made)
    made.show()
    return made


def press(qtbot: QtBot, page: LockedPage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_passphrase_is_hidden_and_enter_opens(qtbot: QtBot, page: LockedPage) -> None:
    assert page.words.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClicks(page.words, "kitchen table")
    with qtbot.waitSignal(page.unlock_requested) as told:
        qtbot.keyClick(page.words, Qt.Key.Key_Return)
    assert told.args == ["kitchen table"]


def test_nothing_typed_asks_nothing(qtbot: QtBot, page: LockedPage) -> None:
    with qtbot.assertNotEmitted(page.unlock_requested):
        press(qtbot, page, "unlock")


def test_the_sheet_is_typed_in_clear(qtbot: QtBot, page: LockedPage) -> None:
    press(qtbot, page, "use sheet")
    assert page.groups.isVisible()
    assert not page.words.isVisible()
    qtbot.keyClicks(page.groups, "ABCD EFGH")
    with qtbot.waitSignal(page.recovery_requested) as told:
        press(qtbot, page, "unlock")
    assert told.args == ["ABCD EFGH"]


def test_changing_the_way_forgets_what_was_typed(qtbot: QtBot, page: LockedPage) -> None:
    qtbot.keyClicks(page.words, "kitchen table")
    press(qtbot, page, "use sheet")
    press(qtbot, page, "use sheet")
    assert page.words.text() == ""


def test_a_wrong_one_is_said_and_can_be_typed_over(qtbot: QtBot, page: LockedPage) -> None:
    qtbot.keyClicks(page.words, "kitchen chair")
    page.show_trouble(WrongPassphrase("That passphrase does not open this file.", "Try again."))
    assert "does not open" in page.bar.sentence
    assert page.words.selectionLength() == len(page.words.text())
    qtbot.keyClicks(page.words, "k")
    assert page.bar.sentence == ""


def test_another_file_can_be_opened_instead(qtbot: QtBot, page: LockedPage) -> None:
    with qtbot.waitSignal(page.leave_requested):
        press(qtbot, page, "leave")
