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
from amnesty_desktop.ui.desk import Desk


@pytest.fixture
def form(desk: Desk, cases: Cases, shown: Callable[[QWidget], QMainWindow]) -> PersonForm:
    made = PersonForm(desk)
    shown(made)
    made.load(Person(case_id=cases.long.id), is_new=True)
    return made


def test_somebody_of_the_same_name_is_named_with_the_case(form: PersonForm, cases: Cases, qtbot: QtBot) -> None:
    form.fields["name"].type_words("Habtezion Yonas")
    qtbot.waitUntil(form.already.isVisible)
    words = form.already.words.text()
    assert "Yonas Habtezion" in words
    assert "The same name in another order, the same country." in words
    with qtbot.waitSignal(form.already.open_requested) as asked:
        qtbot.mouseClick(form.already.open, Qt.MouseButton.LeftButton)
    assert asked.args == [cases.long.id]


def test_who_is_not_the_same_is_not_asked_about_again(form: PersonForm, desk: Desk, qtbot: QtBot) -> None:
    form.fields["name"].type_words("Habtezion Yonas")
    qtbot.waitUntil(form.already.isVisible)
    qtbot.mouseClick(form.already.other, Qt.MouseButton.LeftButton)
    assert desk.session.file.count(Distinction, noun="people") == 1
    form.already.forget()
    form._look_for_others()
    assert not form.already.isVisible()
