# SPDX-License-Identifier: GPL-3.0-or-later
"""The three pages of the Help menu."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from amnesty_desktop import __version__
from amnesty_desktop.ui.actions import MENUS
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.dialogs.about import LIBRARIES, AboutDialog, support_text
from amnesty_desktop.ui.dialogs.about_work import AboutWork
from amnesty_desktop.ui.dialogs.frame import DialogFrame
from amnesty_desktop.ui.dialogs.shortcuts import Shortcuts
from amnesty_desktop.ui.look import Look


def words_of(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_about_names_versions_licences_and_places(qtbot: QtBot, desk: Desk) -> None:
    dialog = AboutDialog(desk.look, desk.session, None)
    qtbot.addWidget(dialog)
    words = words_of(dialog)
    assert f"Version {__version__}" in words
    assert "SQLCipher" in words
    assert str(desk.session.path) in words
    assert all(name in words and licence in words for name, licence in LIBRARIES)


def test_what_is_copied_for_support_names_no_file_and_no_group(qtbot: QtBot, desk: Desk) -> None:
    dialog = AboutDialog(desk.look, desk.session, None)
    qtbot.addWidget(dialog)
    button = dialog.findChild(QPushButton, "Copy for support")
    assert button is not None
    button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == support_text(encrypted=False)
    assert __version__ in copied
    assert desk.session.group.name not in copied
    assert str(desk.session.path.parent) not in copied
    assert dialog.copied.text()


def test_about_opens_without_a_file(qtbot: QtBot, look: Look) -> None:
    dialog = AboutDialog(look, None, None)
    qtbot.addWidget(dialog)
    assert "This file" not in words_of(dialog)


@pytest.mark.parametrize("told", ["1961", "1948", "two sources", "more than a third", "not endorsed by Amnesty"])
def test_about_the_work_tells_where_it_comes_from(qtbot: QtBot, look: Look, told: str) -> None:
    dialog = AboutWork(look, None)
    qtbot.addWidget(dialog)
    assert told in words_of(dialog)


def test_every_action_with_keys_is_in_the_list_of_shortcuts(qtbot: QtBot, look: Look) -> None:
    dialog = Shortcuts(look, None)
    qtbot.addWidget(dialog)
    words = words_of(dialog)
    for _, entries in MENUS:
        for entry in entries:
            if entry is not None and entry.shortcuts:
                assert entry.words.replace("&", "").rstrip("…") in words
    assert "Ctrl+Shift+Z" in words


@pytest.mark.parametrize(
    "make",
    [
        lambda look: AboutWork(look, None),
        lambda look: Shortcuts(look, None),
        lambda look: AboutDialog(look, None, None),
    ],
)
def test_esc_leaves_and_page_down_scrolls(qtbot: QtBot, look: Look, make: Callable[[Look], DialogFrame]) -> None:
    dialog = make(look)
    qtbot.addWidget(dialog)
    dialog.open()
    bar = dialog._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
