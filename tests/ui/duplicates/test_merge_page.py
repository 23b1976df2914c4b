# SPDX-License-Identifier: GPL-3.0-or-later
"""Two entries side by side, and what becomes of them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from tests.support.builders import add

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.diary import DiaryNote
from amnesty_desktop.domain.distinction import Distinction
from amnesty_desktop.domain.person import Person
from amnesty_desktop.ui.cases.view import CasesView
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.duplicates.choose_other import ChooseOther
from amnesty_desktop.ui.duplicates.look_for import LookForDuplicates
from amnesty_desktop.ui.duplicates.merge_page import MergePage


@pytest.fixture
def pair(desk: Desk) -> tuple[Case, Case]:
    one = Case(reference="UA 60/16", country="HN", situation="Held in the harbour.")
    other = Case(reference="UA 81/16", country="HN", situation="Seen in the river.", background="A teacher.")
    add(
        desk.session.file,
        one,
        other,
        Person(case_id=one.id, name="Maribel Zúñiga", work="teacher"),
        Person(case_id=other.id, name="Zuniga Maribel", work="editor"),
    )
    return one, other


@pytest.fixture
def view(desk: Desk, pair: tuple[Case, Case], shown: Callable[[QWidget], QMainWindow]) -> CasesView:
    made = CasesView(desk)
    shown(made).resize(1280, 800)
    return made


@pytest.fixture
def page(view: CasesView, pair: tuple[Case, Case]) -> MergePage:
    view.compare("cases", pair[1].id, pair[0].id)
    assert view._merge is not None
    return view._merge


def test_only_what_differs_is_to_be_chosen(page: MergePage) -> None:
    assert [row.field for row in page.rows] == ["reference", "situation"]
    assert "same name in another order" in page.why.text()
    assert "Zuniga Maribel" in page.heads[1].text()


def test_a_press_on_the_words_chooses_them(page: MergePage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.rows[1].other, Qt.MouseButton.LeftButton)
    assert page.taken == {"situation"}


def test_merged_they_are_one_case_and_its_people_are_compared_next(
    page: MergePage, pair: tuple[Case, Case], desk: Desk, view: CasesView, qtbot: QtBot
) -> None:
    page.rows[1].other.radio.setChecked(True)
    qtbot.mouseClick(page.merge, Qt.MouseButton.LeftButton)
    case = desk.session.file.get(Case, pair[0].id)
    assert (case.situation, case.background) == ("Seen in the river.", "A teacher.")
    assert page.title.text() == "Are these the same person?"
    assert not page.merge.isEnabled()
    qtbot.waitUntil(page.merge.isEnabled)
    qtbot.mouseClick(page.merge, Qt.MouseButton.LeftButton)
    (person,) = desk.session.file.all(Person)
    assert person.other_names == "Zuniga Maribel"
    assert view.current_case_id() == case.id
    assert len(desk.session.file.all(DiaryNote)) == 2


def test_what_is_told_apart_is_remembered(page: MergePage, desk: Desk, view: CasesView, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.apart, Qt.MouseButton.LeftButton)
    assert desk.session.file.count(Distinction) == 1
    assert desk.session.file.count(Case) == 2
    assert not page.isVisible()


def test_undo_elsewhere_leaves_the_comparison(page: MergePage, desk: Desk, pair: tuple[Case, Case]) -> None:
    desk.session.undo()
    assert not page.isVisible()


def test_the_list_names_each_pair_and_why(desk: Desk, pair: tuple[Case, Case], qtbot: QtBot) -> None:
    dialog = LookForDuplicates(desk, None)
    qtbot.addWidget(dialog)
    assert dialog.list.count() == 1
    line = dialog.list.chosen
    assert line is not None
    assert "UA 60/16" in line.second
    assert line.trailing == "the same name in another order"
    with qtbot.waitSignal(dialog.compare_requested) as asked:
        dialog.compare.click()
    assert asked.args == ["cases", *(case.id for case in pair)]


def test_a_pair_told_apart_leaves_the_list(desk: Desk, pair: tuple[Case, Case], qtbot: QtBot) -> None:
    dialog = LookForDuplicates(desk, None)
    qtbot.addWidget(dialog)
    dialog.apart.click()
    assert dialog.list.count() == 0
    assert dialog.words.text() == "Nobody seems to be in the file twice."


def test_a_case_is_not_merged_with_itself(desk: Desk, pair: tuple[Case, Case], qtbot: QtBot) -> None:
    dialog = ChooseOther(desk, pair[0].id, None)
    qtbot.addWidget(dialog)
    dialog.picker.chosen.emit(pair[0].id)
    assert not dialog.compare.isEnabled()
    dialog.picker.chosen.emit(pair[1].id)
    with qtbot.waitSignal(dialog.chosen) as asked:
        dialog.compare.click()
    assert asked.args == [pair[1].id]
