# SPDX-License-Identifier: GPL-3.0-or-later
"""Tabs, and the ones under "More"."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.widgets.tab_strip import TabStrip

WORDS = ("Case", "People", "Facts", "Letters", "Outcomes", "Story", "Documents", "History")


@pytest.fixture
def strip(look: Look, shown: Callable[[QWidget], QMainWindow]) -> TabStrip:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    found = TabStrip(look, "Parts of the case")
    column.addWidget(found)
    column.addStretch(1)
    for word in WORDS:
        found.add(word.lower(), word)
    shown(page)
    return found


def narrow(strip: TabStrip, width: int) -> None:
    strip.window().resize(width, 600)
    QApplication.processEvents()


def test_the_first_tab_is_chosen_from_the_start(strip: TabStrip) -> None:
    assert strip.chosen == "case"


def test_choosing_a_tab_is_told_once(strip: TabStrip, qtbot: QtBot) -> None:
    told: list[str] = []
    strip.tab_chosen.connect(told.append)
    strip.choose("facts")
    strip.choose("facts")
    assert told == ["facts"]


def test_all_tabs_are_in_sight_where_there_is_room(strip: TabStrip) -> None:
    assert strip.folded == []


def test_what_does_not_fit_is_under_more(strip: TabStrip) -> None:
    narrow(strip, 400)
    assert strip.folded == [word.lower() for word in WORDS if word.lower() in strip.folded]
    assert strip.folded[-1] == "history"
    more = strip.findChildren(QToolButton)[-1]
    assert [action.text() for action in more.menu().actions()][-1] == "History"


def test_a_tab_chosen_under_more_comes_into_sight(strip: TabStrip, qtbot: QtBot) -> None:
    narrow(strip, 400)
    more = strip.findChildren(QToolButton)[-1]
    with qtbot.waitSignal(strip.tab_chosen) as told:
        more.menu().actions()[-1].trigger()
    assert told.args == ["history"]
    assert "history" not in strip.folded


def test_getting_narrow_never_changes_the_tab(strip: TabStrip, qtbot: QtBot) -> None:
    strip.choose("documents")
    with qtbot.assertNotEmitted(strip.tab_chosen):
        narrow(strip, 250)
    assert strip.chosen == "documents"


def test_tabs_come_back_when_there_is_room_again(strip: TabStrip) -> None:
    narrow(strip, 250)
    narrow(strip, 800)
    assert strip.folded == []


def test_stepping_goes_round_through_folded_tabs_too(strip: TabStrip) -> None:
    narrow(strip, 250)
    strip.step(-1)
    assert strip.chosen == "history"
    strip.step(1)
    assert strip.chosen == "case"


def test_left_and_right_go_through_the_tabs(strip: TabStrip, qtbot: QtBot) -> None:
    bar = strip.findChildren(QTabBar)[0]
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert strip.chosen == "people"


def test_a_count_is_spoken_behind_its_word(strip: TabStrip) -> None:
    strip.set_count("facts", 7)
    assert strip.findChildren(QTabBar)[0].tabText(2) == "Facts 7"


def test_an_unknown_tab_cannot_be_chosen(strip: TabStrip) -> None:
    with pytest.raises(KeyError):
        strip.choose("weather")


def test_larger_text_folds_more_tabs(strip: TabStrip, look: Look) -> None:
    look.set_text_size(200)
    assert strip.folded != []
