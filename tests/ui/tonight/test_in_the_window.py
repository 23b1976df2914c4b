# SPDX-License-Identifier: GPL-3.0-or-later
"""Write tonight fills the window: no rail, no menu, and back again; lock and restart lead back to it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.support.sample import locked_sample_bytes
from tests.support.windows import delete_what_was_left, open_window, page_of, sample_path, workplace_of

from amnesty_desktop.paths import settings_file
from amnesty_desktop.ui.locked import LockedPage
from amnesty_desktop.ui.main_window import MainWindow
from amnesty_desktop.ui.tonight.view import TonightView

WORDS = "kitchen table"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    made = open_window(qtbot, qapp)
    made.doors.open_path(sample_path(tmp_path))
    yield made
    made.close()


def tonight(window: MainWindow) -> TonightView:
    return workplace_of(window).tonight


def key(window: MainWindow, which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, which, modifier)
    QApplication.processEvents()


def test_f11_fills_the_window_and_esc_leaves_it(window: MainWindow) -> None:
    key(window, Qt.Key.Key_F11)
    assert workplace_of(window).is_filled
    assert not window.menuBar().isVisible()
    assert not workplace_of(window).rail.isVisible()
    key(window, Qt.Key.Key_Escape)
    assert not workplace_of(window).is_filled
    assert window.menuBar().isVisible()
    assert workplace_of(window).rail.isVisible()


def test_today_offers_it_beside_the_next_meeting(window: MainWindow) -> None:
    workplace_of(window).show_view("today")
    button = workplace_of(window).today.findChild(QPushButton, "write tonight")
    assert button is not None
    button.click()
    assert workplace_of(window).is_filled


def test_f10_shows_the_menu_and_puts_it_away(window: MainWindow) -> None:
    window.menu["write_tonight"].trigger()
    window.show_or_hide_menu()
    assert window.menuBar().isVisible()
    window.show_or_hide_menu()
    assert not window.menuBar().isVisible()


def test_keys_of_the_menu_work_while_it_is_hidden(window: MainWindow) -> None:
    window.menu["write_tonight"].trigger()
    key(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert workplace_of(window).rail.chosen == "cases"
    assert not workplace_of(window).is_filled


def test_actions_on_letters_of_the_list_are_off_meanwhile(window: MainWindow) -> None:
    workplace_of(window).show_view("letters")
    window.menu["write_tonight"].trigger()
    assert not window.menu["bin_letter"].isEnabled()
    tonight(window).leave()
    assert window.menu["bin_letter"].isEnabled()


def begin_letter(window: MainWindow) -> str:
    view = tonight(window)
    view.evening.table.add_guest("Siobhan Vrey")
    view.table.who.refresh()
    view.table.who.close_ticks()
    view.table.who.names.choose("guest:Siobhan Vrey")
    view.table.write.click()
    assert view.writing.letter is not None
    return view.writing.letter.id


def test_locking_comes_back_to_the_letter_with_every_word(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    window = open_window(qtbot, qapp)
    path = tmp_path / "locked.amnesty"
    path.write_bytes(locked_sample_bytes(WORDS))
    window.doors.open_path(path)
    unlock(window)
    window.menu["write_tonight"].trigger()
    letter_id = begin_letter(window)
    tonight(window).writing.paper.sheet.body.insertPlainText("Written tonight. ")
    window.menu["lock"].trigger()
    delete_what_was_left()
    assert window.menuBar().isVisible()
    unlock(window)
    view = tonight(window)
    assert view.writing.letter is not None
    assert view.writing.letter.id == letter_id
    assert "Written tonight." in view.writing.paper.sheet.body.toPlainText()
    assert [one.name for one in view.evening.table.here()] == ["Siobhan Vrey"]
    window.close()


def unlock(window: MainWindow) -> None:
    page = page_of(window)
    assert isinstance(page, LockedPage)
    page.unlock_requested.emit(WORDS)
    assert window.workplace is not None


def test_no_name_of_a_guest_reaches_the_preferences(window: MainWindow) -> None:
    window.menu["write_tonight"].trigger()
    begin_letter(window)
    window.doors.remember_place()
    written = settings_file().read_text("utf-8")
    assert "Siobhan" not in written
    assert "tonight" in written
    assert json.loads(window.preferences.now.place)["view"] == "tonight"
