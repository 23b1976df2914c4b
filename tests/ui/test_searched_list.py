# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lists of cases, letters and people have in common."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from tests.support.builders import add, case, letter, person
from tests.ui.test_free_file import lent_to_a_job

from amnesty_desktop.ui.cases.list_pane import ListPane as CaseList
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.letters.list_pane import ListPane as LetterList
from amnesty_desktop.ui.people.list_pane import PeopleList
from amnesty_desktop.ui.searched_list import SearchedList


@pytest.fixture(params=[CaseList, LetterList, PeopleList])
def listed(request: pytest.FixtureRequest, desk: Desk, shown: Callable[[QWidget], QMainWindow]) -> SearchedList:
    """Each of the three lists over two cases, their people and a letter for each."""
    for name in ("Yusniel Abreu", "Lin Ruotang"):
        one = case(title=name)
        add(desk.session.file, one, person(one, name), letter(one, subject=name))
    made: SearchedList = request.param(desk)
    shown(made)
    return made


def test_enter_in_the_search_goes_on_to_what_was_found(listed: SearchedList) -> None:
    listed.go_to_search()
    QTest.keyClicks(listed.search, "abreu")
    listed.go_to_list()
    assert listed.table.model().rowCount() == 1
    assert listed.table.hasFocus()


def test_a_search_that_finds_nothing_says_how_to_see_all(listed: SearchedList) -> None:
    listed.search.setText("nobody of this name")
    listed._show_keys()
    assert not listed.empty.isHidden()
    assert listed.empty.sentence.endswith("matches.")


def test_a_list_waits_while_the_file_is_lent(listed: SearchedList, desk: Desk, qtbot: QtBot) -> None:
    with lent_to_a_job(desk.session):
        listed.search.setText("abreu")
        listed._show_keys()
        assert listed.table.model().rowCount() == 2
    qtbot.waitUntil(lambda: listed.table.model().rowCount() == 1)
