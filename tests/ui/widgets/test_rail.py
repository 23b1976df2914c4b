# SPDX-License-Identifier: GPL-3.0-or-later
"""The rail."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.icons import IconName
from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.theme import Role
from amnesty_desktop.ui.widgets.rail import Rail, RailEntry


@pytest.fixture
def rail(look: Look, qtbot: QtBot) -> Rail:
    found = Rail(look)
    qtbot.addWidget(found)
    for name in (IconName.TODAY, IconName.CASES, IconName.LETTERS):
        found.add(name, name.capitalize(), name)
    return found


def entry(rail: Rail, at: int) -> RailEntry:
    return rail.findChildren(RailEntry)[at]


def test_the_first_entry_is_chosen_from_the_start(rail: Rail) -> None:
    assert rail.chosen == "today"
    assert entry(rail, 0).isChecked()


def test_pressing_an_entry_tells_which(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.entry_chosen) as told:
        entry(rail, 1).click()
    assert told.args == ["cases"]


def test_pressing_the_chosen_entry_keeps_it_and_tells_nobody(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rail.entry_chosen):
        entry(rail, 0).click()
    assert entry(rail, 0).isChecked()


def test_exactly_one_entry_is_chosen(rail: Rail) -> None:
    rail.choose("letters")
    assert [found.isChecked() for found in rail.findChildren(RailEntry)] == [False, False, True]


def test_an_unknown_entry_cannot_be_chosen(rail: Rail) -> None:
    with pytest.raises(KeyError):
        rail.choose("weather")


@pytest.mark.parametrize(
    ("key", "chosen"),
    [(Qt.Key.Key_Down, "letters"), (Qt.Key.Key_Up, "today"), (Qt.Key.Key_Home, "today"), (Qt.Key.Key_End, "letters")],
)
def test_the_keyboard_goes_through_the_entries(rail: Rail, qtbot: QtBot, key: Qt.Key, chosen: str) -> None:
    rail.choose("cases")
    QTest.keyClick(entry(rail, 1), key)
    assert rail.chosen == chosen


def test_up_stops_at_the_first_entry(rail: Rail, qtbot: QtBot) -> None:
    QTest.keyClick(entry(rail, 0), Qt.Key.Key_Up)
    assert rail.chosen == "today"


def test_tab_stops_at_the_chosen_entry_alone(rail: Rail) -> None:
    rail.choose("cases")
    stops = [bool(e.focusPolicy() & Qt.FocusPolicy.TabFocus) for e in rail.findChildren(RailEntry)]
    assert stops == [False, True, False]


@pytest.mark.parametrize(("direction", "at"), [("LeftToRight", 1), ("RightToLeft", -2)])
def test_the_marker_stands_at_the_leading_edge(rail: Rail, look: Look, direction: str, at: int) -> None:
    rail.setLayoutDirection(Qt.LayoutDirection[direction])
    found = entry(rail, 0)
    image = found.grab().toImage()
    assert image.pixelColor(at % image.width(), 28) == look.color(Role.ACCENT)


def test_seven_entries_fit_a_low_window_at_twice_the_text(rail: Rail, look: Look) -> None:
    look.set_text_size(200)
    assert 7 * entry(rail, 0).minimumSizeHint().height() <= 600
