# SPDX-License-Identifier: GPL-3.0-or-later
"""The list that keeps its row by key."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.models.paged_table import Column, PagedTableModel
from amnesty_desktop.ui.widgets.key_table import KeyTableView

Model = PagedTableModel[int]
COLUMNS = (
    Column[int]("Who", str, is_strong=True, sort="who"),
    Column[int]("Country", lambda row: "Honduras", sample="Honduras", folds=1),
    Column[int]("Letters", str, sample="1000", is_trailing=True, sort="letters"),
)


@pytest.fixture
def model(qapp: object) -> Model:
    return PagedTableModel(COLUMNS, list, lambda row: row)


@pytest.fixture
def view(look: Look, model: Model, qtbot: QtBot) -> KeyTableView:
    found = KeyTableView(look, model, "Cases")
    qtbot.addWidget(found)
    found.resize(500, 300)
    model.show(range(100, 1100))
    return found


def test_choosing_a_row_tells_its_key(view: KeyTableView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.current_changed) as told:
        view.choose(500)
    assert told.args == [500]


def test_a_row_stays_chosen_when_others_come_before_it(view: KeyTableView, model: Model, qtbot: QtBot) -> None:
    view.choose(500)
    with qtbot.assertNotEmitted(view.current_changed):
        model.show([1, 2, 500, 3])
    assert view.current_key == 500
    assert view.currentIndex().row() == 2


def test_a_row_that_is_gone_is_told(view: KeyTableView, model: Model, qtbot: QtBot) -> None:
    view.choose(500)
    with qtbot.waitSignal(view.current_changed) as told:
        model.show([1, 2])
    assert told.args == [None]


def test_the_same_row_on_top_stays_on_top(view: KeyTableView, model: Model, qtbot: QtBot) -> None:
    view.show()
    qtbot.waitExposed(view)
    view.verticalScrollBar().setValue(view.rowViewportPosition(400))
    top = model.key_at(view.rowAt(0))
    model.show(range(50, 1100))
    assert model.key_at(view.rowAt(0)) == top


def test_choosing_what_the_table_does_not_hold_chooses_nothing(view: KeyTableView) -> None:
    view.choose(500)
    assert not view.choose(7)
    assert view.current_key is None


def test_choosing_stops_at_the_ends(view: KeyTableView) -> None:
    view.choose_next(-1)
    assert view.current_key == 100
    view.choose_next(5000)
    assert view.current_key == 1099


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_row(view: KeyTableView, qtbot: QtBot, key: Qt.Key) -> None:
    view.choose(101)
    with qtbot.waitSignal(view.opened) as told:
        QTest.keyClick(view, key)
    assert told.args == [101]


def test_enter_with_ctrl_is_left_to_the_view(view: KeyTableView, qtbot: QtBot) -> None:
    view.choose(101)
    with qtbot.assertNotEmitted(view.opened):
        QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_end_and_home_go_to_the_ends(view: KeyTableView, qtbot: QtBot) -> None:
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current_key == 1099
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current_key == 100


def test_pressing_a_column_name_asks_for_sorting(view: KeyTableView, qtbot: QtBot) -> None:
    head = view.horizontalHeader()
    with qtbot.waitSignal(view.sort_requested) as told:
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=head.rect().center() * 0.2)
    assert told.args == ["who", False]


def test_asking_again_turns_the_order_round(view: KeyTableView, qtbot: QtBot) -> None:
    view.show_sorted("who", False)
    with qtbot.waitSignal(view.sort_requested) as told:
        view.horizontalHeader().sort_pressed.emit(0)  # type: ignore[attr-defined]
    assert told.args == ["who", True]


def test_the_table_can_be_sorted_by_keyboard(
    view: KeyTableView, shown: Callable[[QWidget], QMainWindow], qtbot: QtBot
) -> None:
    shown(view)
    head = view.horizontalHeader()
    head.setFocus()
    QTest.keyClick(head, Qt.Key.Key_Right)
    QTest.keyClick(head, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.sort_requested) as told:
        QTest.keyClick(head, Qt.Key.Key_Space)
    assert told.args == ["letters", False]


def test_a_column_that_cannot_be_sorted_by_is_silent(view: KeyTableView, qtbot: QtBot) -> None:
    head = view.horizontalHeader()
    QTest.keyClick(head, Qt.Key.Key_Right)
    with qtbot.assertNotEmitted(view.sort_requested):
        QTest.keyClick(head, Qt.Key.Key_Space)


def test_columns_that_matter_less_go_when_it_gets_narrow(view: KeyTableView, qtbot: QtBot) -> None:
    view.show()
    view.resize(260, 300)
    assert [view.isColumnHidden(column) for column in range(3)] == [False, True, False]
    view.resize(600, 300)
    assert [view.isColumnHidden(column) for column in range(3)] == [False, False, False]


def test_rows_grow_with_the_text(view: KeyTableView, look: Look) -> None:
    look.set_text_size(200)
    assert view.rowHeight(0) == 64


def test_widths_come_back_at_another_text_size(view: KeyTableView, look: Look) -> None:
    view.setColumnWidth(2, 120)
    kept = view.widths()
    look.set_text_size(200)
    view.set_widths(kept)
    assert view.columnWidth(2) == 240


def test_a_hundred_thousand_rows_fetch_one_page_to_be_painted(look: Look, qtbot: QtBot) -> None:
    asked: list[int] = []

    def fetch(keys: Sequence[int]) -> list[int]:
        asked.append(len(keys))
        return list(keys)

    model = Model(COLUMNS, fetch, lambda row: row)
    view = KeyTableView(look, model, "Cases")
    qtbot.addWidget(view)
    view.resize(500, 300)
    model.show(range(100_000))
    view.grab()
    assert asked == [128]


def test_a_column_that_gives_narrows_to_half_and_comes_back(look: Look, qtbot: QtBot) -> None:
    columns = (Column[int]("Who", str), Column[int]("What", str, sample="incommunicado detention", gives=True))
    view = KeyTableView(look, PagedTableModel(columns, list, lambda row: row), "Outcomes")
    qtbot.addWidget(view)
    widths = []
    for width in (800, 120, 800):
        view.resize(width, 200)
        view.show()
        widths.append(view.columnWidth(1))
    assert widths[0] == widths[2]
    assert widths[1] == widths[0] // 2
