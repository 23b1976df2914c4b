# SPDX-License-Identifier: GPL-3.0-or-later
"""Misspelt words on the paper: marked soon after the key, put right or kept in two clicks."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot

from amnesty_desktop.domain.letter import Letter
from amnesty_desktop.domain.own_word import OwnWord
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.letters.desk_page import DeskPage


@pytest.fixture
def page(desk: Desk, letter: Letter, shown: Callable[[QWidget], QMainWindow]) -> DeskPage:
    made = DeskPage(desk)
    shown(made).resize(1200, 780)
    made.open(letter.id)
    return made


def type_at_end(page: DeskPage, words: str) -> None:
    body = page.paper.sheet.body
    body.moveCursor(body.textCursor().MoveOperation.End)
    QTest.keyClicks(body, words)


def wrong(page: DeskPage) -> list[str]:
    return [seen.word for seen in page.spelling.wrong]


def menu_at(page: DeskPage, word: str) -> QMenu:
    body = page.paper.sheet.body
    found = body.document().find(word)
    found.setPosition(found.selectionStart() + 1)
    body.setTextCursor(found)
    place = body.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, body.viewport().mapToGlobal(place))
    QApplication.sendEvent(body.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def press(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if words in action.text().replace("&", "")).trigger()
    menu.close()


def test_a_draft_of_ours_has_no_misspelt_word(page: DeskPage) -> None:
    page.spelling.look()
    assert wrong(page) == []


def test_a_misspelt_word_is_marked_soon(page: DeskPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.spelling.found, timeout=300):
        type_at_end(page, " The goverment acts.")
    assert wrong(page) == ["goverment"]
    assert "1 marked" in page.spelling_link.text()


def test_names_of_the_case_are_never_marked(page: DeskPage) -> None:
    page.paper.sheet.body.insertPlainText("Tábora in Tegucigalpa saw Hanna’s paper. ")
    page.spelling.look()
    assert wrong(page) == []


def test_a_suggestion_is_put_in_as_one_step(page: DeskPage) -> None:
    type_at_end(page, " The goverment acts.")
    page.spelling.look()
    press(menu_at(page, "goverment"), "government")
    body = page.paper.sheet.body
    assert "The government acts." in body.text
    body.undo()
    assert "The goverment acts." in body.text


def test_a_word_of_ours_is_kept_in_the_file_and_passes(page: DeskPage, desk: Desk) -> None:
    type_at_end(page, " Our Zusammenkunft was good.")
    page.spelling.look()
    press(menu_at(page, "Zusammenkunft"), "to our words")
    page.spelling.look()
    assert [one.word for one in desk.session.file.all(OwnWord)] == ["Zusammenkunft"]
    assert wrong(page) == []


def test_the_link_goes_from_one_marked_word_to_the_next(page: DeskPage, qtbot: QtBot) -> None:
    type_at_end(page, " The goverment akts.")
    page.spelling.look()
    body, seen = page.paper.sheet.body, []
    for _ in range(3):
        qtbot.mouseClick(page.spelling_link, Qt.MouseButton.LeftButton)
        seen.append(body.textCursor().selectedText())
    assert seen == ["goverment", "akts", "goverment"]
