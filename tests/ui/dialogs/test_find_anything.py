# SPDX-License-Identifier: GPL-3.0-or-later
"""One field for every action and every record."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot
from tests.support.builders import add, case, letter, person

from amnesty_desktop.store.search import Hit
from amnesty_desktop.ui.actions import Actions
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.dialogs.find_anything import FindAnything


@pytest.fixture
def finder(qtbot: QtBot, desk: Desk) -> Iterator[FindAnything]:
    """The dialog over a file with one case, its person and a letter."""
    teacher = case(country="HN")
    add(desk.session.file, teacher, person(teacher), letter(teacher))
    window = QMainWindow()
    qtbot.addWidget(window)
    made = FindAnything(desk, Actions(window), window)
    made.open()
    yield made
    window.close()


def lines(finder: FindAnything) -> list[str]:
    return [finder.list.item(row).text() for row in range(finder.list.count())]


def look_for(qtbot: QtBot, finder: FindAnything, words: str) -> None:
    qtbot.keyClicks(finder.field, words)
    qtbot.waitUntil(lambda: not finder._wait.isActive())


def test_without_words_all_actions_are_offered(finder: FindAnything) -> None:
    assert "Record outcome, \u2066Ctrl+Shift+O\u2069" in lines(finder)


def test_a_person_is_found_without_accents(qtbot: QtBot, finder: FindAnything) -> None:
    look_for(qtbot, finder, "zuniga")
    first = finder.list.chosen
    assert first is not None
    assert (first.words, first.trailing) == ("Maribel Zúñiga", "Case")


def test_enter_chooses_a_record(qtbot: QtBot, finder: FindAnything) -> None:
    qtbot.keyClicks(finder.field, "maribel honduras")
    with qtbot.waitSignal(finder.hit_chosen) as told:
        qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert isinstance(told.args[0], Hit)
    assert told.args[0].table == "cases"


def test_enter_chooses_an_action(qtbot: QtBot, finder: FindAnything) -> None:
    qtbot.keyClicks(finder.field, "larger")
    with qtbot.waitSignal(finder.action_chosen) as told:
        qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert told.args == ["larger"]


def test_the_arrows_move_while_the_field_keeps_the_focus(qtbot: QtBot, finder: FindAnything) -> None:
    qtbot.keyClick(finder.field, Qt.Key.Key_Down)
    qtbot.keyClick(finder.field, Qt.Key.Key_Down)
    qtbot.keyClick(finder.field, Qt.Key.Key_Up)
    assert finder.list.currentRow() == 1


def test_a_click_chooses_too(qtbot: QtBot, finder: FindAnything) -> None:
    item = finder.list.item(1)
    with qtbot.waitSignal(finder.action_chosen):
        qtbot.mouseClick(
            finder.list.viewport(), Qt.MouseButton.LeftButton, pos=finder.list.visualItemRect(item).center()
        )


def test_nothing_found_says_what_to_try(qtbot: QtBot, finder: FindAnything) -> None:
    look_for(qtbot, finder, "xyzzy")
    assert finder.list.count() == 0
    assert finder._nothing.isVisible()
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert finder.isVisible()


@pytest.mark.parametrize("words", ['"', "a-b", "AND (", "*", "don't", "x" * 5_000])
def test_any_words_can_be_looked_for(qtbot: QtBot, finder: FindAnything, words: str) -> None:
    finder.field.setText(words)
    qtbot.waitUntil(lambda: not finder._wait.isActive())
    assert finder.list.count() >= 0
