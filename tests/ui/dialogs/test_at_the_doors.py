# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting, locking, unlocking and changing the passphrase in the whole window."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from amnesty_desktop.app import build
from amnesty_desktop.domain.group import Group
from amnesty_desktop.settings import Settings
from amnesty_desktop.store.keys import recovery_text
from amnesty_desktop.ui.dialogs.group_page import GroupPage
from amnesty_desktop.ui.dialogs.passphrase import PassphraseDialog
from amnesty_desktop.ui.dialogs.recovery_sheet import RecoverySheet
from amnesty_desktop.ui.locked import LockedPage
from amnesty_desktop.ui.main_window import MainWindow
from amnesty_desktop.ui.welcome.page import WelcomePage
from amnesty_desktop.ui.welcome.start import StartPage

WORDS = "kitchen table"
_GROUP = Group(name="Riverside Group", country="GB", address="12 Example Street")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The window, without a file."""
    made = build(qapp, Settings.load(), today=lambda: date(2026, 11, 23))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def locked_file(window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with a new file under a passphrase, and the sheet just offered."""
    window.doors.create(_GROUP, WORDS, tmp_path / "Riverside Group.amnesty")
    return window


def page(window: MainWindow) -> QWidget:
    pages = window.centralWidget()
    assert isinstance(pages, QStackedWidget)
    found = pages.currentWidget()
    assert found is not None
    return found


def press(qtbot: QtBot, parent: QWidget, name: str) -> None:
    button = parent.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def lock(window: MainWindow) -> LockedPage:
    window.menu["lock"].trigger()
    found = page(window)
    assert isinstance(found, LockedPage)
    return found


def test_a_group_is_started_with_a_passphrase_and_gets_its_sheet(qtbot: QtBot, window: MainWindow) -> None:
    window.doors.show_welcome()
    first = page(window)
    assert isinstance(first, WelcomePage)
    first.fill(_GROUP)
    press(qtbot, first, "start")
    second = page(window)
    assert isinstance(second, StartPage)
    press(qtbot, second, "suggest")
    press(qtbot, second, "start")
    assert window.doors.session is not None
    assert window.doors.session.is_encrypted
    assert isinstance(window.papers.dialog, RecoverySheet)


def test_without_a_passphrase_no_sheet_is_offered(window: MainWindow, tmp_path: Path) -> None:
    window.doors.create(_GROUP, None, tmp_path / "g.amnesty")
    assert window.workplace is not None
    assert window.papers.dialog is None


def test_a_step_back_keeps_what_was_typed(qtbot: QtBot, window: MainWindow) -> None:
    window.doors.show_welcome()
    first = page(window)
    assert isinstance(first, WelcomePage)
    first.fill(_GROUP)
    press(qtbot, first, "start")
    press(qtbot, page(window), "back")
    again = page(window)
    assert isinstance(again, WelcomePage)
    assert (again.name.text(), again.country.code) == ("Riverside Group", "GB")


def test_a_folder_that_is_gone_is_said_and_the_typing_kept(window: MainWindow, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    (tmp_path / "g.amnesty").touch()
    window.doors.create(_GROUP, None, tmp_path / "g.amnesty")
    first = page(window)
    assert isinstance(first, WelcomePage)
    assert "There is a file" in first.bar.sentence
    assert first.name.text() == "Riverside Group"


def test_locking_closes_an_open_dialog_and_keeps_its_typing(qtbot: QtBot, locked_file: MainWindow) -> None:
    locked_file.papers.leave()
    locked_file.menu["edit_group"].trigger()
    dialog = locked_file.papers.dialog
    assert isinstance(dialog, GroupPage)
    qtbot.keyClicks(dialog.line, "Volunteers since 1987")
    locked = lock(locked_file)
    qtbot.waitUntil(lambda: not isValid(dialog))
    shown = [one.text() for one in QApplication.allWidgets() if isinstance(one, QLineEdit) and one.isVisible()]
    assert shown == [""]
    locked.unlock_requested.emit(WORDS)
    assert locked_file.doors.session is not None
    assert locked_file.doors.session.group.line == "Volunteers since 1987"


def test_a_wrong_passphrase_stays_at_the_door(locked_file: MainWindow) -> None:
    locked = lock(locked_file)
    locked.unlock_requested.emit("kitchen chair")
    assert page(locked_file) is locked
    assert "does not open this file" in locked.bar.sentence


def test_the_recovery_sheet_opens_the_door(qtbot: QtBot, locked_file: MainWindow) -> None:
    session = locked_file.doors.session
    assert session is not None
    assert session.file.key is not None
    sheet = recovery_text(session.file.key)
    locked = lock(locked_file)
    press(qtbot, locked, "use sheet")
    qtbot.keyClicks(locked.groups, sheet.lower())
    qtbot.keyClick(locked.groups, Qt.Key.Key_Return)
    assert locked_file.workplace is not None


def test_a_new_passphrase_goes_on_in_the_same_window(qtbot: QtBot, locked_file: MainWindow) -> None:
    locked_file.papers.leave()
    locked_file.menu["passphrase"].trigger()
    dialog = locked_file.papers.dialog
    assert isinstance(dialog, PassphraseDialog)
    qtbot.keyClicks(dialog.new.first, "garden bench")
    qtbot.keyClicks(dialog.new.again, "garden bench")
    press(qtbot, dialog, "set")
    qtbot.waitUntil(lambda: not dialog.is_working)
    assert locked_file.papers.dialog is dialog
    dialog.reject()
    locked = lock(locked_file)
    locked.unlock_requested.emit(WORDS)
    assert locked_file.workplace is None
    locked.unlock_requested.emit("garden bench")
    assert locked_file.workplace is not None


def test_locking_while_the_file_is_written_anew_leaves_it_as_it_was(qtbot: QtBot, locked_file: MainWindow) -> None:
    locked_file.papers.leave()
    locked_file.menu["passphrase"].trigger()
    dialog = locked_file.papers.dialog
    assert isinstance(dialog, PassphraseDialog)
    press(qtbot, dialog, "suggest")
    press(qtbot, dialog, "set")
    folder = dialog._session.path.parent
    locked = lock(locked_file)
    locked.unlock_requested.emit(WORDS)
    assert locked_file.workplace is not None
    qtbot.waitUntil(lambda: not list(folder.glob(".*.fresh")))
