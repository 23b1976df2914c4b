# SPDX-License-Identifier: GPL-3.0-or-later
"""While a person is typed it is said who may be the same."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.cases.conftest import Cases

from amnesty_desktop.domain.distinction import Distinction
from amnesty_desktop.domain.person import Person
from amnesty_desktop.ui.cases.person_form import PersonForm
from amnesty_desktop.ui.cases.person_watch import PersonWatch
from amnesty_desktop.ui.desk import Desk


@pytest.fixture
def watch(desk: Desk, cases: Cases, shown: Callable[[QWidget], QMainWindow]) -> PersonWatch:
    form = PersonForm(desk)
    made = PersonWatch(desk, form)
    shown(form)
    form.load(Person(case_id=cases.long.id), is_new=True)
    return made


def test_somebody_of_the_same_name_is_named_with_the_case(watch: PersonWatch, cases: Cases, qtbot: QtBot) -> None:
    watch._form.fields["name"].type_words("Habtezion Yonas")
    qtbot.waitUntil(watch.isVisible)
    assert "Yonas Habtezion" in watch.words.text()
    assert "The same name in another order, the same country." in watch.words.text()
    with qtbot.waitSignal(watch.open_requested) as asked:
        qtbot.mouseClick(watch.open, Qt.MouseButton.LeftButton)
    assert asked.args == [cases.long.id]


def test_who_is_not_the_same_is_not_asked_about_again(watch: PersonWatch, desk: Desk, qtbot: QtBot) -> None:
    watch._form.fields["name"].type_words("Habtezion Yonas")
    watch.look()
    qtbot.mouseClick(watch.other, Qt.MouseButton.LeftButton)
    assert desk.session.file.count(Distinction, noun="people") == 1
    watch.forget()
    watch.look()
    assert not watch.isVisible()
