# SPDX-License-Identifier: GPL-3.0-or-later
"""The search field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.widgets.search_box import SearchBox


@pytest.fixture
def box(look: Look, qtbot: QtBot) -> SearchBox:
    found = SearchBox(look, "Search people, cases, letters …")
    qtbot.addWidget(found)
    found.resize(500, 32)
    found.show()
    return found


def test_esc_empties_the_search(box: SearchBox, qtbot: QtBot) -> None:
    box.setText("lin")
    with qtbot.assertNotEmitted(box.left):
        QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_esc_leaves_an_empty_search(box: SearchBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.left):
        QTest.keyClick(box, Qt.Key.Key_Escape)


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_down_and_enter_go_on_to_the_list(box: SearchBox, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(box.list_requested):
        QTest.keyClick(box, key)


def test_it_can_be_cleared_with_the_mouse_once_there_is_something(box: SearchBox) -> None:
    clear = box.findChildren(QToolButton)[0]
    assert clear.isHidden()
    box.setText("lin")
    clear.click()
    assert box.text() == ""


def test_it_is_spoken_as_what_it_searches(box: SearchBox) -> None:
    assert box.accessibleName() == "Search people, cases, letters"


def test_the_shortcut_is_left_out_where_there_is_no_room(box: SearchBox) -> None:
    box.resize(220, 32)
    assert not box._has_room()
